import type { CalendarDate } from "../calendar/day.ts";
import type { FigureKind } from "../catalog/observation.ts";
import { findPeriods } from "../language/find-periods.ts";
import { findQuantities } from "../language/find-quantities.ts";
import { matchPhrases } from "../language/phrase-book.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { PeriodMention } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import { findTokens, type Token } from "../language/words.ts";
import { type Assigned, assignRoles } from "./assign-roles.ts";
import { cleanText } from "./clean-text.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findAct } from "./find-act.ts";
import { type Frame, findFrames } from "./find-frames.ts";
import { findOperation } from "./find-operation.ts";
import { foldTerms } from "./fold-terms.ts";
import type { Question, StatedPeriod } from "./question.ts";
import { type Part, splitParts } from "./split-parts.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Asked = { readonly text: string; readonly askedOn: CalendarDate };

const overlaps = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b;

type Found = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly PeriodMention[];
  readonly quantities: readonly Quantity[];
  readonly frames: readonly Frame[];
  readonly parts: readonly Part[];
};

const findAll = (text: string, askedOn: CalendarDate, vocabulary: Vocabulary): Found => {
  const { language, namedPeriods: named, fiscalYearStartMonth } = vocabulary;
  const mentions = findPeriods(text, { askedOn, fiscalYearStartMonth, named, words: language.calendar });
  const quantities = findQuantities(text, language.numbers).filter(
    ({ at }) => !mentions.some((mention) => overlaps(at, mention.at)),
  );
  const tokens = findTokens(text);
  const taken = [
    ...mentions.map(({ at }) => at),
    ...quantities.flatMap(({ at, hedgeAt }) => (hedgeAt ? [at, hedgeAt] : [at])),
  ];
  const frames = findFrames(tokens, vocabulary).filter(({ at }) => !taken.some((span) => overlaps(at, span)));
  return { text, tokens, mentions, quantities, frames, parts: splitParts(text, tokens, taken) };
};

/** Tokens that stand in a name or term of two words and more, which are read as that name first. */
const namedTokens = (tokens: readonly Token[], vocabulary: Vocabulary): ReadonlySet<number> => {
  const stems = tokens.map(({ stem }) => stem);
  const matches = [vocabulary.protectedNames, vocabulary.terms]
    .flatMap((book) => matchPhrases<unknown>(stems, book))
    .filter(({ from, to }) => to - from > 1);
  return new Set(
    matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)),
  );
};

const spansOf = (quantities: readonly Quantity[]): readonly Span[] =>
  quantities.flatMap(({ at, hedgeAt }) => (hedgeAt === null ? [at] : [at, hedgeAt]));

const tokenAt = (tokens: readonly Token[], [start, end]: Span): number =>
  tokens.findIndex(({ at }) => overlaps(at, [start, end]));

const statedPeriods = (found: Found, assigned: Assigned): readonly StatedPeriod[] =>
  found.mentions.map((mention) => {
    const index = tokenAt(found.tokens, mention.at);
    return { ...mention, excluded: assigned.isExcluded(index), aside: assigned.isAside(index) };
  });

/** Asides count only where the question proper says nothing of the kind. */
const coreFirst = <Item>(items: readonly Item[], isAside: (item: Item) => boolean): readonly Item[] => {
  const core = items.filter((item) => !isAside(item));
  return core.length > 0 ? core : items;
};

const KINDS: readonly (readonly [PhraseMeaning, FigureKind])[] = [
  ["kind_goal", "goal"],
  ["kind_proposal", "proposal"],
  ["kind_threshold", "threshold"],
  ["kind_capacity", "capacity"],
  ["kind_actual", "actual"],
];

const CHANGES: readonly PhraseMeaning[] = ["change", "change_up", "change_down"];

/** In UTF-16 units. The longest question that anyone asked of us had under 500; a page of text has 3,000. */
const LONGEST = 4000;

/** Reads a question. Nothing is looked up here: what the words may mean is for the next step. */
export const parseQuestion = (asked: Asked, vocabulary: Vocabulary): Question => {
  const tooLong = asked.text.length > LONGEST;
  const { text, corrections } = correctSpelling(tooLong ? "" : cleanText(asked.text), vocabulary.spell);
  const found = findAll(text, asked.askedOn, vocabulary);
  const { tokens, frames, parts, quantities: allQuantities } = found;
  const named = namedTokens(tokens, vocabulary);
  const periodSpans = found.mentions.map(({ at }) => at);
  const assigned = assignRoles({
    tokens,
    frames,
    parts,
    periods: periodSpans,
    quantities: spansOf(allQuantities),
    named,
  });
  const { isAside, isExcluded } = assigned;
  const periods = statedPeriods(found, assigned);
  const quantities = coreFirst(allQuantities, ({ at }) => isAside(tokenAt(tokens, at)));
  const core = frames.filter(({ from }) => !isAside(from) && !isExcluded(from));
  const has = (meaning: PhraseMeaning): boolean => core.some((frame) => frame.meaning === meaning);
  const references = coreFirst(periods, ({ aside }) => aside)
    .filter(({ excluded }) => !excluded)
    .map(({ reference }) => reference);
  const operation = findOperation({ has, quantities, periods: references, listed: null });
  return {
    text,
    askedOn: asked.askedOn,
    tooLong,
    corrections,
    act: findAct({
      has,
      frames,
      parts,
      tokenCount: tokens.length,
      isAside,
      quantityCount: quantities.length,
      tellsChange: CHANGES.some(has),
    }),
    operation,
    concepts: foldTerms(tokens, assigned.roles, vocabulary),
    periods,
    quantities,
    figureKind: KINDS.find(([meaning]) => has(meaning))?.[1] ?? null,
    wantsMoney: has("money"),
    wantsPercent: has("percent"),
    wantsPrecise: has("precise"),
    wantsFullPeriod: has("full_period"),
    leansOn: {
      follow: frames.some(({ meaning, from }) => meaning === "follow" && from === 0),
      anaphora: has("anaphora"),
    },
    thread: null,
  };
};
