import { plain, quiet, strong, struck } from "./inline.ts";
import type { Block, Inline, Message } from "./message.ts";
import { STORY } from "./story-wording.ts";
import { sayDay, WORDING } from "./wording.ts";

const { list: WORDS } = STORY;

/** A collected figure as its list shows it. */
export type ListedFigure = {
  readonly what: string;
  readonly period: string;
  readonly says: string;
  readonly source: string;
};

/** The figures of a list, numbered. `name`: as it is spoken of. */
export const layOutList = (name: string, figures: readonly ListedFigure[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDS.title(name, figures.length))] },
    ...(figures.length === 0
      ? []
      : [
          {
            kind: "table",
            columns: WORDS.columns,
            rows: figures.map(({ what, period, says, source }, at) => [
              String(at + 1),
              what,
              period,
              source,
              says,
            ]),
          } as const,
        ]),
  ],
});

export type ListedList = {
  readonly name: string;
  /** An instant. */
  readonly at: string;
  readonly count: number;
};

/** Every list with when it was begun and how much is on it. */
export const layOutLists = (lists: readonly ListedList[]): Message => {
  if (lists.length === 0) return { blocks: [{ kind: "headline", line: [plain(WORDS.none)] }] };
  const rows = lists.map(({ name, at, count }) => [name, sayDay(at.slice(0, 10)), String(count)]);
  return {
    blocks: [
      { kind: "headline", line: [plain(WORDS.lists(lists.length))] },
      { kind: "table", columns: WORDS.listColumns, rows },
    ],
  };
};

/** What came of checking a collected figure again. */
export type ListedCheck = {
  readonly number: number;
  readonly headline: string;
  readonly question: string;
  readonly state: keyof typeof WORDS.states;
  /** What it was and what it is; null: it was withdrawn, or is gone. */
  readonly changes: readonly {
    readonly what: string;
    readonly was: string;
    readonly now: string | null;
    readonly why: string | null;
  }[];
  /** How the question is answered now; null where that is as it was, or not at all. */
  readonly now: string | null;
};

const line = (inlines: readonly Inline[]): Block => ({ kind: "line", line: inlines });

const changeBlocks = ({ changes }: ListedCheck): readonly Block[] =>
  changes.flatMap(({ what, was, now, why }): readonly Block[] => [
    line([
      plain(`${what}: `),
      struck(was),
      plain(" "),
      now === null ? plain(WORDING.correction.withdrawn) : strong(now),
    ]),
    ...(why === null ? [] : [{ kind: "caveat", line: [quiet(WORDING.correction.why), plain(why)] } as const]),
  ]);

const checkBlocks = (check: ListedCheck): readonly Block[] => [
  line([
    strong(`${check.number}. `),
    plain(`${check.headline} `),
    quiet(`(${WORDS.states[check.state].one})`),
  ]),
  ...changeBlocks(check),
  ...(check.now === null ? [] : [line([quiet(WORDS.now), plain(check.now)])]),
];

const countsOf = (checks: readonly ListedCheck[]): readonly string[] =>
  (Object.keys(WORDS.states) as (keyof typeof WORDS.states)[]).toReversed().flatMap((state) => {
    const count = checks.filter((check) => check.state === state).length;
    const { one, many } = WORDS.states[state];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });

/** What has changed on a list, the old beside the new; what stands is counted and not said again. */
export const layOutRecheck = (name: string, checks: readonly ListedCheck[]): Message => {
  if (checks.length === 0) return layOutList(name, []);
  return {
    blocks: [
      { kind: "headline", line: [plain(WORDS.checked(name, countsOf(checks)))] },
      ...checks.filter(({ state }) => state !== "stands").flatMap(checkBlocks),
    ],
  };
};
