/** Each can begin or end something in Discord's markdown; a backslash makes it a character wherever it stands. */
const SIGNS = /[\\*_~`|[\]<>#@]/gu;
/** A bare address would become a link. */
const ADDRESS = /:(?=\/\/)/gu;
/** ":smile:" would become a picture. */
const EMOJI = /:(?=[\w+-]+:)/gu;
/** At the beginning of a line these make a list. */
const BULLET = /^(?=[-+])/u;
const NUMBERED = /^(\d+)(?=[.)])/u;
const BREAKS = /\s*[\r\n\u2028\u2029]+\s*/gu;

const escaped = (text: string): string =>
  text
    .replace(BREAKS, " ")
    .replace(SIGNS, String.raw`\$&`)
    .replace(ADDRESS, String.raw`\:`)
    .replace(EMOJI, String.raw`\:`);

/** Text in the middle of a line, in which every character stands for itself. */
export const escapeText = (text: string): string => escaped(text);

/** Text that a line begins with: there are no lists in it either. */
export const escapeLineStart = (text: string): string =>
  escaped(text).replace(BULLET, "\\").replace(NUMBERED, "$1\\");

/** U+200B: not to be seen, and between two signs it makes them no fence. */
const NOTHING = "\u200b";

/** Text in a block of code, where nothing is obeyed but the end of the block. */
export const fenceText = (text: string): string => text.replace(BREAKS, " ").replaceAll("`", `\`${NOTHING}`);

/** Text in a block of code that is copied as it stands: its lines stay, and only what would end the block is broken. */
export const fencePaste = (text: string): string =>
  `\`\`\`\n${text.replaceAll("```", `\`\`${NOTHING}\``)}\n\`\`\``;
