/** What Slack puts between "<" and ">": its kind, what it points at, and the label behind "|". */
const MARKUP = /<(?<kind>[@#!]|(?=[a-z]+:))(?<target>[^<>|]+)(?:\|(?<label>[^<>]*))?>/u;
const EVERY_MARKUP = new RegExp(MARKUP, "gu");
const ENTITY = /&(?:amp|lt|gt);/gu;
const LETTERS: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const SPACES = /\s+/gu;
/** "<!date^1392734382^{date}|18 February>": only the label says something. */
const DATE = "date^";
const MAIL = "mailto:";

/** Whom a message is addressed to is no part of its question; channels, links and dates are said in words. */
const sayMarkup = (markup: string): string => {
  const { kind = "", target = "", label = "" } = MARKUP.exec(markup)?.groups ?? {};
  switch (kind) {
    case "@":
      return " ";
    case "!":
      return target.startsWith(DATE) ? label : " ";
    case "#":
      return `#${label === "" ? target : label}`;
    default:
      return label === "" ? target.replace(MAIL, "") : label;
  }
};

/**
 * What a person asked, from how Slack writes it: "<@U1> R&amp;D in <#C2|desk>?" → "R&D in #desk?".
 * What they typed between "<" and ">" themselves comes escaped, and stays.
 */
export const readText = (text: string): string =>
  text
    .replace(EVERY_MARKUP, sayMarkup)
    .replace(ENTITY, (entity) => LETTERS[entity] ?? entity)
    .replace(SPACES, " ")
    .trim();

/** Whether a text mentions this user. */
export const mentions = (text: string, user: string): boolean =>
  text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
