/** A piece of text as Discord's clients show it. */
export type Shown =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: Style; readonly inner: readonly Shown[] }
  | { readonly kind: "code" | "fence"; readonly text: string }
  | {
      readonly kind: "link";
      readonly inner: readonly Shown[];
      readonly url: string;
      readonly masked: boolean;
    }
  /** A mention, a picture, a moment: what is shown is not what is written. */
  | { readonly kind: "acted"; readonly text: string };

export type Style =
  | "strong"
  | "emphasis"
  | "underline"
  | "strike"
  | "spoiler"
  | "heading"
  | "quote"
  | "list"
  | "subtext";

type Rule = { readonly at: RegExp; readonly show: (match: readonly string[]) => Shown };

const styled =
  (kind: Style) =>
  ([, inner = ""]: readonly string[]): Shown => ({ kind, inner: inline(inner) });

/**
 * What may begin within a line, in the order in which Discord's clients look for it (their markdown is
 * simple-markdown with rules of their own; support.discord.com, "Markdown Text 101", read 2026-11-22).
 */
const INLINE: readonly Rule[] = [
  { at: /^\\([^0-9A-Za-z\s])/u, show: ([, sign = ""]) => ({ kind: "text", text: sign }) },
  {
    at: /^<(https?:\/\/[^\s<>]+)>/u,
    show: ([, url = ""]) => link(url, [{ kind: "text", text: url }], false),
  },
  {
    at: /^\[((?:\\.|[^[\]\\]|\[[^\]]*\])+)\]\(<?((?:https?):\/\/[^\s<>)]+)>?\)/u,
    show: ([, text = "", url = ""]) => link(url, inline(text), true),
  },
  { at: /^<(?:@[!&]?|#|id:)\w+>/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  { at: /^<\/[^:>]+:\d+>/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  { at: /^<t:-?\d+(?::[a-zA-Z])?>/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  { at: /^<a?:\w+:\d+>/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  { at: /^:[\w+-]+:/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  { at: /^@(?:everyone|here)\b/u, show: ([all = ""]) => ({ kind: "acted", text: all }) },
  {
    at: /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/u,
    show: ([url = ""]) => link(url, [{ kind: "text", text: url }], false),
  },
  { at: /^(`+)([\s\S]*?[^`])\1(?!`)/u, show: ([, , text = ""]) => ({ kind: "code", text }) },
  { at: /^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/su, show: styled("strong") },
  { at: /^__((?:\\.|[^\\])+?)__(?!_)/su, show: styled("underline") },
  { at: /^~~((?:\\.|[^\\])+?)~~/su, show: styled("strike") },
  { at: /^\|\|((?:\\.|[^\\])+?)\|\|/su, show: styled("spoiler") },
  { at: /^\*(?=\S)((?:\*\*|\\.|[^*\\])+?)(?<=\S)\*(?!\*)/su, show: styled("emphasis") },
  { at: /^\b_((?:__|\\.|[^\\_])+?)_\b/su, show: styled("emphasis") },
];

const link = (url: string, inner: readonly Shown[], masked: boolean): Shown => ({
  kind: "link",
  inner,
  url,
  masked,
});

/** Up to the next character that a rule may begin with. */
const PLAIN = /^[^\\<[\]:@h`*_~|]+|^[\s\S]/u;

function inline(text: string): readonly Shown[] {
  const shown: Shown[] = [];
  for (let rest = text; rest !== ""; ) {
    const rule = INLINE.find(({ at }) => at.test(rest));
    const match = (rule?.at ?? PLAIN).exec(rest) ?? [rest];
    shown.push(rule === undefined ? { kind: "text", text: match[0] } : rule.show(match));
    rest = rest.slice(match[0].length);
  }
  return shown;
}

const LINES: readonly { readonly at: RegExp; readonly kind: Style }[] = [
  { at: /^#{1,3} +(.*)$/u, kind: "heading" },
  { at: /^-# +(.*)$/u, kind: "subtext" },
  { at: /^>(?:>>)? (.*)$/u, kind: "quote" },
  { at: /^ *(?:[-*+]|\d+\.) +(.*)$/u, kind: "list" },
];

const line = (text: string): readonly Shown[] => {
  const rule = LINES.find(({ at }) => at.test(text));
  const inner = rule?.at.exec(text)?.[1];
  return rule === undefined || inner === undefined
    ? inline(text)
    : [{ kind: rule.kind, inner: inline(inner) }];
};

const FENCE = /```(?:\w+\n)?\n?([\s\S]*?)\n?```/u;

/** A text of a message or an embed as a person sees it. */
export const readMarkdown = (text: string): readonly Shown[] => {
  const fence = FENCE.exec(text);
  if (fence !== null)
    return [
      ...readMarkdown(text.slice(0, fence.index)),
      { kind: "fence", text: fence[1] ?? "" },
      ...readMarkdown(text.slice(fence.index + fence[0].length)),
    ];
  return text
    .split("\n")
    .flatMap((one, at) => [...(at === 0 ? [] : [{ kind: "text" as const, text: "\n" }]), ...line(one)]);
};

/** What can be read of it; what is not to be seen is not read. */
export const visibleText = (shown: readonly Shown[]): string =>
  shown
    .map((one) => {
      switch (one.kind) {
        case "text":
        case "code":
          return one.text;
        case "fence":
          return `\n${one.text}\n`;
        case "acted":
          return "";
        default:
          return visibleText(one.inner);
      }
    })
    .join("")
    .replaceAll("\u200b", "");

/** Everything that is more than text, each with its kind and what it covers. */
export const marksIn = (shown: readonly Shown[]): readonly (readonly [kind: string, text: string])[] =>
  shown.flatMap((one): readonly (readonly [string, string])[] => {
    switch (one.kind) {
      case "text":
        return [];
      case "code":
      case "fence":
      case "acted":
        return [[one.kind, one.text]];
      case "link":
        return [["link", one.url], ...marksIn(one.inner)];
      default:
        return [[one.kind, visibleText(one.inner)], ...marksIn(one.inner)];
    }
  });
