import { type CalendarDate, daysBetween } from "../calendar/day.ts";
import type { FigureKind } from "../catalog/observation.ts";
import { type CalendarUnit, unitNamed } from "../language/calendar-words.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import { splitPieces } from "../language/pieces.ts";
import type { Quantity } from "../language/quantity.ts";
import type { PeriodMention } from "../language/reference-period.ts";
import { stemOf, stemsOf } from "../language/words.ts";
import { type Assigned, assignRoles } from "./assign-roles.ts";
import { cleanText } from "./clean-text.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findAct } from "./find-act.ts";
import { findOperation, tellsComparison } from "./find-operation.ts";
import { findSurface, type Surface, tokenAt } from "./find-surface.ts";
import { foldTerms } from "./fold-terms.ts";
import type { Stretch } from "./operation.ts";
import type { PerTime, Question, StatedPeriod, StatedQuantity } from "./question.ts";
import { yearNamed } from "./shift-period.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Asked = {
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Whose number signs the answer is to use, "de"; left out or null: the language pack's. */
  readonly locale?: string | null;
};

/** A person's name that stands for a term of office ("did she …") says less of time than "under her" does. */
const isBareName = ({ reference, text }: PeriodMention, { language }: Vocabulary): boolean =>
  reference.kind === "named" && text.split(" ").every((word) => !language.words.has(word.toLowerCase()));

/** "It was Reed who opened it", "Reed opened": what follows the name is what was done, and not "says" or "told us". */
const isActing = ({ at }: PeriodMention, { tokens }: Surface, { roles }: Assigned): boolean => {
  const last = tokens.findLastIndex((token) => token.at[0] < at[1]);
  const next = roles.findIndex((role, index) => index > last && role !== "stop");
  return roles[next] === "content";
};

/** The periods of a surface, each with what it does in the sentence. */
export const statedPeriods = (
  surface: Surface,
  assigned: Assigned,
  vocabulary: Vocabulary,
): readonly StatedPeriod[] =>
  surface.mentions.map((mention) => {
    const index = tokenAt(surface.tokens, mention.at);
    return {
      ...mention,
      excluded: assigned.isExcluded(index),
      aside: assigned.isAside(index),
      bareName: isBareName(mention, vocabulary),
      acts: !isBareName(mention, vocabulary) || isActing(mention, surface, assigned),
    };
  });

const OUTRIGHT: readonly PeriodMention["reference"]["kind"][] = [
  "within",
  "range",
  "partial",
  "since",
  "until",
  "beside_event",
  "named",
];

/** "This is the last one today": what a speaker says of their own day is no period of the question. */
const isOwnDay = ({ reference, aside }: StatedPeriod): boolean =>
  aside && (!OUTRIGHT.includes(reference.kind) || ("relative" in reference && reference.relative));

/** Asides count only where the question proper says nothing of the kind. */
const coreFirst = <Item>(items: readonly Item[], isAside: (item: Item) => boolean): readonly Item[] => {
  const core = items.filter((item) => !isAside(item));
  return core.length > 0 ? core : items;
};

/** "of the 42,000": a number that is known already, and nobody asks whether it is right. */
const isDefinite = ({ at, hedgeAt }: Quantity, { tokens, frames }: Surface): boolean => {
  const index = tokenAt(tokens, hedgeAt ?? at);
  return frames.some(({ meaning, to }) => meaning === "definite" && to === index);
};

/** Two numbers with nothing but "or" between them. */
const offersAlternatives = (quantities: readonly Quantity[], { tokens, frames }: Surface): boolean => {
  const [first, second] = quantities;
  if (first === undefined || second === undefined) return false;
  const next = tokens.findLastIndex(({ at }) => at[0] < first.at[1]) + 1;
  return (
    frames.some(({ meaning, from }) => meaning === "alternative" && from === next) &&
    tokenAt(tokens, second.at) === next + 1
  );
};

const LISTING: readonly PhraseMeaning[] = ["high", "low", "rank_list"];

const LISTERS: readonly PhraseMeaning[] = ["asker", "article", "lister"];

/** "which three | airports had the most": a number between the word that asks and the one that ranks. */
const opensList = (index: number, frames: Surface["frames"]): boolean =>
  (index === 0 || frames.some(({ meaning, to }) => LISTERS.includes(meaning) && to === index)) &&
  frames.some(({ meaning, from }) => (meaning === "high" || meaning === "low") && from > index);

/** "the top three", "5 largest": how many are to be listed; the number itself is then no quantity. */
const listedBy = (
  quantities: readonly StatedQuantity[],
  { tokens, frames }: Surface,
): StatedQuantity | undefined =>
  quantities.find(({ value, unit, at }) => {
    const index = tokenAt(tokens, at);
    const beside = frames.some(
      ({ meaning, from, to }) =>
        LISTING.includes(meaning) && (to === index || from === index + 1 || (from < index && index < to)),
    );
    return (
      (beside || opensList(index, frames)) &&
      unit === null &&
      Number.isInteger(value) &&
      value > 0 &&
      value <= MOST_LISTED
    );
  });

/** More than this many is a table, and nobody asks for "the top 200" in a chat. */
const MOST_LISTED = 50;

const KINDS: readonly (readonly [PhraseMeaning, FigureKind])[] = [
  ["kind_goal", "goal"],
  ["kind_proposal", "proposal"],
  ["kind_threshold", "threshold"],
  ["kind_capacity", "capacity"],
  ["kind_actual", "actual"],
];

const stemsOfFrames = ({ frames, tokens }: Surface, meanings: readonly PhraseMeaning[]): readonly string[] =>
  frames
    .filter(({ meaning }) => meanings.includes(meaning))
    .flatMap(({ from, to }) => tokens.slice(from, to).map(({ stem }) => stem));

const MOVING: readonly PhraseMeaning[] = ["change_up", "change_down"];
const CHANGES: readonly PhraseMeaning[] = ["change", "change_up", "change_down"];

/** In UTF-16 units. The longest question that anyone asked of us had under 500; a page of text has 3,000. */
const LONGEST = 4000;
/** Words and signs: half a page of text, since what is taken apart piece by piece must not take long. */
const MOST_PIECES = 500;

const isTooLong = (text: string): boolean => text.length > LONGEST || splitPieces(text).length > MOST_PIECES;

type Has = (meaning: PhraseMeaning) => boolean;

const hasIn = (surface: Surface, { isAside, isExcluded }: Assigned): Has => {
  const core = surface.frames.filter(({ from }) => !isAside(from) && !isExcluded(from));
  const meanings = new Set(core.map(({ meaning }) => meaning));
  return (meaning) => meanings.has(meaning);
};

/** "arrests and removals", "arrests, removals": where one thing ends and the next begins. */
const joinsOf = ({ frames, parts, tokens }: Surface): readonly number[] => [
  ...frames.filter(({ meaning }) => meaning === "join").map(({ at }) => at[0]),
  ...parts.filter(({ inner }) => inner).map(({ from }) => (tokens[from]?.at[0] ?? 0) - 1),
];

/** "Per day?", "ordered removed?" */
const SHORT = 3;

const leaningOf = ({ frames, tokens }: Surface, has: Has): Question["leansOn"] => {
  const follow = frames.some(({ meaning, from }) => meaning === "follow" && from === 0);
  const asks = has("opener") || has("yes_no") || has("claim");
  return {
    follow,
    anaphora: has("anaphora"),
    elliptic: follow && !asks,
    short: tokens.length <= SHORT && !asks,
  };
};

/** The unit of time right behind a number: "180 days". */
export const timeUnitBehind = ({ at }: Quantity, { frames, tokens }: Surface): string | null => {
  const next = tokens.findLastIndex((token) => token.at[0] < at[1]) + 1;
  const unit = frames.find(({ meaning, from }) => meaning === "time_unit" && from === next);
  return unit === undefined ? null : (tokens[unit.from]?.stem ?? null);
};

/** The unit of time right behind "how many". */
const timeUnitOf = ({ frames, tokens }: Surface, { isAside }: Assigned): string | null => {
  const counting = frames.filter(({ meaning, from }) => meaning === "counting" && !isAside(from));
  const unit = frames.find(
    ({ meaning, from }) => meaning === "time_unit" && counting.some(({ to }) => to === from),
  );
  return unit === undefined ? null : (tokens[unit.from]?.stem ?? null);
};

const unitsOfTime = ({ language }: Vocabulary): readonly string[] =>
  [...(language.phrases.get("time_unit")?.entries.keys() ?? [])].map(stemOf);

const TIMES: readonly (readonly [PhraseMeaning, PerTime["unit"]])[] = [
  ["per_day", "day"],
  ["per_week", "week"],
  ["per_month", "month"],
];

/** The words of a meaning that say something of themselves: "day" and "daily", not "a" and "each". */
const tellingStems = (meaning: PhraseMeaning, { language }: Vocabulary): readonly string[] => {
  const isGrammar = (word: string): boolean =>
    (["stop", "empty", "article", "each_of"] as const).some(
      (grammar) => language.phrases.get(grammar)?.entries.has(word) === true,
    );
  const words = [...(language.phrases.get(meaning)?.entries.keys() ?? [])].flatMap((phrase) =>
    phrase.split(" "),
  );
  return [...new Set(words.filter((word) => !isGrammar(word)).flatMap(stemsOf))];
};

/** "How many a day", "monthly". */
const perTimeOf = (
  { frames, text }: Surface,
  { isAside, isExcluded }: Assigned,
  vocabulary: Vocabulary,
): PerTime | null => {
  const said = TIMES.flatMap(([meaning, unit]) =>
    frames
      .filter((frame) => frame.meaning === meaning && !isAside(frame.from) && !isExcluded(frame.from))
      .map(({ at }) => ({ unit, said: text.slice(...at), stems: tellingStems(meaning, vocabulary) })),
  );
  return said[0] ?? null;
};

const wants = (has: Has) => ({
  figureKind: KINDS.find(([meaning]) => has(meaning))?.[1] ?? null,
  tellsWish: has("kind_wish"),
  tellsPast: has("past"),
  wantsMoney: has("money") && !has("percent") && !has("ratio"),
  wantsPercent: has("percent"),
  wantsRate: has("rate"),
  wantsPerHead: has("per_head"),
  wantsCount: has("counting") && !has("percent") && !has("share"),
  wantsPoints: has("percent_points"),
  asksMember: has("asks_member"),
  asksRest: has("remainder"),
  together: has("sum"),
  wantsPrecise: has("precise"),
  wantsWhole: has("whole"),
  twoSided: has("two_sided"),
  wantsFullPeriod: has("full_period"),
});

/** "The most in ten years", "a decade high": the stretch that a rank is claimed for; null where none is said. */
const windowOf = (
  quantities: readonly StatedQuantity[],
  { frames, tokens }: Surface,
  { language }: Vocabulary,
): Stretch | null => {
  const frame = frames.find(({ meaning }) => meaning === "time_unit");
  const unit = frame && unitNamed(tokens[frame.from]?.key ?? "", language.calendar);
  if (frame === undefined || unit === undefined) return null;
  const counted = quantities.find(({ timeUnit }) => timeUnit !== null);
  if (counted !== undefined) return { unit, count: counted.value };
  const single = frames.some(({ meaning, to }) => meaning === "article" && to === frame.from);
  return single ? { unit, count: 1 } : null;
};

/** The word behind "by", "each", "per": "by branch", "in each country". */
const eachOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "each_of" ? (tokens[to]?.stem ?? []) : []));

/** The word behind "across all": "how many, across all branches". */
const wholeOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "taken_together" ? (tokens[to]?.stem ?? []) : []));

/** What a figure is wanted for each of: "per person". */
const perEachOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "for_each" ? (tokens[to]?.stem ?? []) : []));

/** Where that stands; a unit of time or a number behind it is another matter. */
const perAtOf = ({ frames, tokens }: Surface, { roles }: Assigned): number | null => {
  const isWho = (at: number): boolean =>
    frames.some(({ meaning, from }) => meaning === "asker" && from === at);
  // "Per the paper" tells who says so.
  const isNamed = (at: number): boolean =>
    frames.some(({ meaning, from }) => meaning === "article" && from === at);
  const behind = frames
    .filter(({ meaning, to }) => meaning === "for_each" && !isNamed(to))
    .map(({ to }) => roles.findIndex((role, at) => at >= to && role !== "empty" && !isWho(at)));
  const isTime = (index: number): boolean =>
    frames.some(({ meaning, from, to }) => meaning === "time_unit" && from <= index && index < to);
  // "Per person in France" is of persons, "for each person granted asylum" of those who were granted it.
  const at = behind.find((index) => roles[index] === "content" && !isTime(index));
  return at === undefined ? null : (tokens[at]?.at[0] ?? null);
};

const RATES: readonly (readonly [PhraseMeaning, CalendarUnit])[] = [
  ["per_month", "month"],
  ["per_quarter", "quarter"],
  ["per_year", "year"],
];

/** "Which month of 2019": the unit in the words that ask for a time, but for that of "in a decade", "in ten years". */
const unitRanked = (
  { frames, tokens }: Surface,
  quantities: readonly StatedQuantity[],
  { language }: Vocabulary,
): CalendarUnit | null => {
  const isCounted = (index: number): boolean =>
    frames.some(({ meaning, to }) => meaning === "indefinite" && to === index) ||
    quantities.some(({ at, timeUnit }) => timeUnit !== null && at[1] <= (tokens[index]?.at[0] ?? 0));
  const units = frames
    .filter(({ meaning, from }) => meaning === "rank_time" && !isCounted(from))
    .flatMap(({ from, to }) =>
      tokens.slice(from, to).flatMap(({ key }) => unitNamed(key, language.calendar) ?? []),
    );
  return units[0] ?? null;
};

/** "By quarter", "each year", "a month on average". */
const unitEach = ({ frames, tokens }: Surface, has: Has, { language }: Vocabulary): CalendarUnit | null => {
  const behind = frames
    .filter(({ meaning }) => meaning === "each_of")
    .flatMap(({ to }) => unitNamed(tokens[to]?.key ?? "", language.calendar) ?? []);
  return behind[0] ?? RATES.find(([meaning]) => has(meaning))?.[1] ?? null;
};

const perUnitOf = (
  surface: Surface,
  {
    quantities,
    has,
    vocabulary,
  }: {
    readonly quantities: readonly StatedQuantity[];
    readonly has: Has;
    readonly vocabulary: Vocabulary;
  },
): CalendarUnit | null =>
  unitEach(surface, has, vocabulary) ??
  (has("high") || has("low") ? unitRanked(surface, quantities, vocabulary) : null);

/** "Per 100,000 people": for how many of something a rate is wanted. */
const perAmountOf = (
  quantities: readonly StatedQuantity[],
  { frames, tokens }: Surface,
): StatedQuantity | undefined =>
  quantities.find(({ at }) => {
    const index = tokenAt(tokens, at);
    return frames.some(({ meaning, to }) => meaning === "for_each" && to === index);
  });

type Numbers = Pick<Question, "quantities" | "offersAlternatives" | "perAmount"> & {
  readonly listed: number | null;
  /** Numbers that somebody might mean to be checked. */
  readonly claimed: readonly Quantity[];
};

/** "Over the three years 2019, 2020 and 2021", "the five years 2001 to 2005": it only counts what is named beside it. */
const countsPeriods = ({ value, timeUnit }: StatedQuantity, mentions: readonly PeriodMention[]): boolean => {
  const within = mentions.filter(({ reference }) => reference.kind === "within").length;
  const years = mentions.flatMap(({ reference }) =>
    reference.kind === "range" ? [yearNamed(reference.ends[1]) - yearNamed(reference.ends[0]) + 1] : [],
  );
  return timeUnit !== null && [within, ...years, ...mentions.flatMap(yearsOfTerms)].includes(value);
};

/** "Her four years": the years of the terms of office that a name stands for. */
const yearsOfTerms = ({ reference }: PeriodMention): readonly number[] =>
  reference.kind === "named"
    ? reference.periods.flatMap(({ period: { start, end } }) =>
        end === null ? [] : [Math.round(daysBetween(start, end) / DAYS_A_YEAR)],
      )
    : [];

const DAYS_A_YEAR = 365.25;

const numbersOf = (surface: Surface, { isAside, isExcluded }: Assigned): Numbers => {
  const stated = surface.quantities.map((one) => ({
    ...one,
    definite: isDefinite(one, surface),
    timeUnit: timeUnitBehind(one, surface),
  }));
  const listed = listedBy(stated, surface);
  const each = perAmountOf(stated, surface);
  const isSaid = (index: number): boolean => !isAside(index) && !isExcluded(index);
  const quantities = stated.filter(
    (one) =>
      one !== listed &&
      one !== each &&
      !countsPeriods(one, surface.mentions) &&
      isSaid(tokenAt(surface.tokens, one.at)),
  );
  return {
    perAmount: each?.value ?? null,
    quantities,
    listed: listed?.value ?? null,
    claimed: quantities.filter(({ definite }) => !definite),
    offersAlternatives: offersAlternatives(quantities, surface),
  };
};

const signsOf = (surface: Surface, assigned: Assigned) => {
  const has = hasIn(surface, assigned);
  return { ...surface, has, isAside: assigned.isAside };
};

/** Numbers that may be meant to be checked, and those that are spoken of as known. */
const countsOf = (quantities: readonly StatedQuantity[], claimed: readonly Quantity[]) => ({
  quantityCount: claimed.length,
  definiteCount: quantities.length - claimed.length,
});

/** The text as it is read: clean, shorthand written out, spelling mended. */
const readable = (text: string, { language, spell }: Vocabulary) =>
  correctSpelling(language.writeOut(cleanText(text)), spell);

/** Which words stand behind what was read, where it matters whether they are a measure's own. */
const saidWith = (surface: Surface) => ({
  eachOf: eachOf(surface),
  ofAll: surface.frames.some(({ meaning }) => meaning === "all_of"),
  wholeOf: wholeOf(surface),
  perEach: perEachOf(surface),
  kindStems: stemsOfFrames(
    surface,
    KINDS.map(([meaning]) => meaning),
  ),
  meanStems: stemsOfFrames(surface, ["average", "mean"]),
});

const notExcluded = (periods: readonly StatedPeriod[]): readonly StatedPeriod[] =>
  coreFirst(
    periods.filter(({ excluded }) => !excluded),
    ({ aside }) => aside,
  );

type Read = { readonly surface: Surface; readonly assigned: Assigned; readonly has: Has };

/** Where "were" stands in "what share of the deaths were of women". */
const copulaOf = ({ frames }: Surface): number | null =>
  frames.findLast(({ meaning }) => meaning === "copula")?.at[0] ?? null;

const placesOf = (surface: Surface) => ({ joins: joinsOf(surface), copulaAt: copulaOf(surface) });

const timesWanted = ({ surface, assigned, has }: Read, vocabulary: Vocabulary) => ({
  wantsTimeUnit: timeUnitOf(surface, assigned),
  durationUnits: has("duration") && !MOVING.some(has) ? unitsOfTime(vocabulary) : null,
  perTime: perTimeOf(surface, assigned, vocabulary),
});

type SaidBeside = { readonly said: readonly StatedPeriod[]; readonly numbers: Numbers };

/** "How many dairy farms with cows": the last of the words that stand together right behind what asks for a count. */
const countedIn = (
  { frames }: Surface,
  { isAside }: Assigned,
  concepts: Question["concepts"],
): string | null => {
  const counting = frames.find(({ meaning, from }) => meaning === "counting" && !isAside(from));
  if (counting === undefined) return null;
  const behind = concepts.filter(({ at }) => at[0] >= counting.at[1]);
  const end = behind.findIndex(({ role }) => role !== "content");
  return behind.slice(0, end < 0 ? behind.length : end).at(-1)?.stem ?? null;
};

/** What the person wants done, and with which sum. */
const doingOf = (
  { surface, assigned, has }: Read,
  { said, numbers: { quantities, claimed, listed } }: SaidBeside,
  vocabulary: Vocabulary,
): Pick<Question, "act" | "operation"> => {
  const periods = said.map(({ reference }) => reference);
  const compared = tellsComparison({ has, periods });
  const operation = findOperation({
    has,
    quantities: claimed,
    periods,
    listed,
    nth: Math.max(1, ...surface.frames.map((frame) => frame.nth)),
    window: windowOf(quantities, surface, vocabulary),
  });
  // Its number is no claim: it parts the years that are asked for from the others.
  if (operation.kind === "beyond") return { act: { kind: "figure" }, operation };
  const act = findAct({
    ...signsOf(surface, assigned),
    ...countsOf(quantities, claimed),
    tellsChange: CHANGES.some(has) || compared,
    told: compared && has("past"),
    periodCount: said.length,
  });
  return { act, operation };
};

/** Reads a question. Nothing is looked up here: what the words may mean is for the next step. */
export const parseQuestion = (asked: Asked, vocabulary: Vocabulary): Question => {
  const tooLong = isTooLong(asked.text);
  const { text, corrections } = readable(tooLong ? "" : asked.text, vocabulary);
  const surface = findSurface(text, asked.askedOn, vocabulary);
  const assigned = assignRoles(surface, vocabulary);
  const has = hasIn(surface, assigned);
  const periods = statedPeriods(surface, assigned, vocabulary).filter((stated) => !isOwnDay(stated));
  const said = notExcluded(periods);
  const numbers = numbersOf(surface, assigned);
  const { quantities, offersAlternatives, perAmount } = numbers;
  const concepts = foldTerms(surface.tokens, assigned.roles, vocabulary);
  return {
    text,
    askedOn: asked.askedOn,
    tooLong,
    corrections,
    taken: [],
    ...doingOf({ surface, assigned, has }, { said, numbers }, vocabulary),
    concepts,
    countedStem: countedIn(surface, assigned, concepts),
    periods,
    quantities,
    perAmount,
    offersAlternatives,
    ...placesOf(surface),
    perAt: perAtOf(surface, assigned),
    perUnit: perUnitOf(surface, { quantities, has, vocabulary }),
    ...timesWanted({ surface, assigned, has }, vocabulary),
    ...wants(has),
    ...saidWith(surface),
    leansOn: leaningOf(surface, has),
    repeats: false,
    thread: null,
  };
};
