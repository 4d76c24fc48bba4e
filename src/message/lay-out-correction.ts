import type { CalendarDate } from "../calendar/day.ts";
import type { Change, Correction } from "./correction.ts";
import { plain, quiet, strong, struck } from "./inline.ts";
import { layOutReceipts } from "./lay-out-receipts.ts";
import type { Block, Inline, Message } from "./message.ts";
import { sayDay, WORDING } from "./wording.ts";

const SPACES = /(?<=\s)/u;

/** How many words at the beginning are the same in both. */
const sameFrom = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((word, index) => word !== other[index]);
  return at === -1 ? one.length : at;
};

/** "arrests: 113,431 in all", "arrests: 113,000 in all": the words that differ, the old ones struck through. */
const besideOneAnother = (was: string, now: string): readonly Inline[] => {
  const [before, after] = [was.split(SPACES), now.split(SPACES)];
  const head = Math.min(sameFrom(before, after), before.length, after.length);
  const tails = [before.slice(head).toReversed(), after.slice(head).toReversed()] as const;
  const tail = Math.min(sameFrom(...tails), tails[0].length, tails[1].length);
  const middle = (words: readonly string[]): string => words.slice(head, words.length - tail).join("");
  const [old, fresh] = [middle(before), middle(after)];
  const line = [
    plain(before.slice(0, head).join("")),
    struck(old.trimEnd()),
    plain(old === "" ? "" : " "),
    strong(fresh.trimEnd()),
    plain(`${fresh.endsWith(" ") ? " " : ""}${before.slice(before.length - tail).join("")}`),
  ];
  return line.filter(({ text }) => text !== "");
};

const headlineOf = ({ was, now }: Correction["headline"]): readonly Inline[] =>
  now === null ? [struck(was), plain(` ${WORDING.correction.withdrawn}`)] : besideOneAnother(was, now);

const changeLine = ({ what, was, now }: Change): readonly Inline[] => {
  const old = [plain(`${what}: `), struck(was), plain(" ")];
  if (now === null) return [...old, plain(WORDING.correction.withdrawn)];
  return [...old, strong(now.what === null ? now.says : `${now.what}: ${now.says}`)];
};

const line = (inlines: readonly Inline[]): Block => ({ kind: "line", line: inlines });
const whyOf = ({ why }: Change): readonly Block[] =>
  why === null ? [] : [{ kind: "caveat", line: [quiet(WORDING.correction.why), plain(why)] }];

const textOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join("");

/** One block of each kind that says something; several figures often change for one reason. */
const once = (blocks: readonly Block[]): readonly Block[] => [
  ...new Map(blocks.map((block) => [JSON.stringify(block), block])).values(),
];

/** The message that told it as it is to stand from now on: the old beside the new, and that it was corrected. */
export const layOutCorrected = (correction: Correction, on: CalendarDate): Message => {
  const headline = headlineOf(correction.headline);
  const isSaid = ({ was }: Change): boolean =>
    headline.some(({ text, style }) => style === "struck" && text.includes(was));
  const others = correction.changes.filter((change) => !isSaid(change));
  return {
    blocks: [
      { kind: "headline", line: headline },
      line([quiet(WORDING.correction.correctedOn(sayDay(on)))]),
      ...others.map((change) => line(changeLine(change))),
      ...once(correction.changes.flatMap(whyOf)),
      ...correction.below,
    ],
  };
};

const changesOf = (corrections: readonly Correction[]): readonly Change[] => [
  ...new Map(corrections.flatMap(({ changes }) => changes.map((change) => [change.key, change]))).values(),
];

/**
 * What a thread is told, once, of all that was told in it and has changed. `asked`: the question, where the reply
 * does not stand below it; null where it does.
 */
export const layOutCorrectionNotice = (corrections: readonly Correction[], asked: string | null): Message => {
  const changes = changesOf(corrections);
  const said = new Set(changes.map((change) => textOf(changeLine(change))));
  const headlines = corrections.flatMap(({ headline }) => {
    if (headline.now === null || headline.now === headline.was) return [];
    const isPlain = changes.some(({ now }) => now !== null && headline.now?.includes(now.says));
    return isPlain ? [] : [line([plain(WORDING.correction.makes), ...headlineOf(headline)])];
  });
  const receipts = layOutReceipts(
    changes.flatMap(({ citation }) => citation ?? []),
    [],
  );
  return {
    blocks: [
      { kind: "headline", line: [plain(WORDING.correction.notice(said.size))] },
      ...(asked === null ? [] : [line([quiet(WORDING.reportQuestion), plain(asked)])]),
      ...once(changes.map((change) => line(changeLine(change)))),
      ...once(headlines),
      ...once(changes.flatMap(whyOf)),
      ...receipts,
    ],
  };
};

/** The same where the message itself still shows what it showed. */
export const withOldStanding = ({ blocks }: Message): Message => ({
  blocks: [
    ...blocks,
    { kind: "caveat", line: [quiet(WORDING.caveat), plain(WORDING.correction.stillStands)] },
  ],
});

/** The same without what it rests on, where a message has no room for that. */
export const inShort = ({ blocks }: Message): Message => ({
  blocks: blocks.filter(({ kind }) => kind === "headline" || kind === "line" || kind === "caveat"),
});

type Counts = { readonly messages: number; readonly threads: number };

const sayDue = (figures: number, { messages, threads }: Counts): string =>
  figures === 0 ? WORDING.correction.nothingDue : WORDING.correction.due(figures, messages, threads);

/** What has changed and how many are to hear of it, for the people who decide. */
export const layOutDue = (changes: readonly Change[], counts: Counts): Message => ({
  blocks: [
    {
      kind: "headline",
      line: [plain(sayDue(changes.length, counts))],
    },
    ...once(changes.map((change) => line(changeLine(change)))),
    ...once(changes.flatMap(whyOf)),
    ...(changes.every(({ isExplained }) => isExplained)
      ? []
      : [line([quiet(WORDING.correction.unexplained)])]),
  ],
});

/** What became of the messages of a run, by how it went, and each that could not be told. */
export type SentCounts = {
  /** Messages that now show the correction. */
  readonly revised: number;
  /** Messages that could not be edited any more, whose thread was told. */
  readonly answered: number;
  readonly threads: number;
  /** Each who could not be told, and why. */
  readonly lost: readonly string[];
};

const LOST_SHOWN = 20;

export const layOutSent = ({ revised, answered, threads, lost }: SentCounts): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.correction.sent(revised, answered, threads))] },
    ...(lost.length === 0 ? [] : [line([plain(WORDING.correction.lost(lost.length))])]),
    ...lost.slice(0, LOST_SHOWN).map((one) => line([plain(`– ${one}`)])),
    ...(lost.length > LOST_SHOWN
      ? [line([quiet(WORDING.correction.furtherLost(lost.length - LOST_SHOWN))])]
      : []),
  ],
});
