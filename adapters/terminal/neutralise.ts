const LAYOUT = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/**
 * Control characters (the escape character that begins a terminal's commands is one), the marks that turn
 * the direction of writing, and invisible ones that can hide words. Joiners stay: scripts and emoji need them.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be kept off a screen
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * One line of text that can do nothing to a terminal but be read: "\u001b[2Jhi" → "�[2Jhi".
 * Line breaks and tabs become spaces.
 */
export const neutralise = (text: string): string => text.replace(LAYOUT, " ").replace(UNSAFE, "\u{fffd}");
