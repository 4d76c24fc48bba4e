import type { CalendarDate } from "../calendar/day.ts";
import type { FigureKind } from "../catalog/observation.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import { splitPieces } from "../language/pieces.ts";
import type { Quantity } from "../language/quantity.ts";
import { type Assigned, assignRoles } from "./assign-roles.ts";
import { cleanText } from "./clean-text.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findAct } from "./find-act.ts";
import { findOperation, tellsComparison } from "./find-operation.ts";
import { findSurface, type Surface } from "./find-surface.ts";
import { foldTerms } from "./fold-terms.ts";
import type { Question, StatedPeriod, StatedQuantity } from "./question.ts";
import { type Numbers, numbersOf, windowOf } from "./stated-numbers.ts";
import { isOwnDay, notExcluded, statedPeriods } from "./stated-periods.ts";
import type { Vocabulary } from "./vocabulary.ts";
import {
  eachOf,
  type Has,
  perAtOf,
  perEachOf,
  perTimeOf,
  perUnitOf,
  timeUnitOf,
  unitsOfTime,
  wholeOf,
} from "./wanted-units.ts";

export type Asked = {
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Whose number signs the answer is to use, "de"; left out or null: the language pack's. */
  readonly locale?: string | null;
};

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

/** Behind "I'm writing about", to the end of its clause. */
const topicsOf = ({ frames, parts, tokens }: Surface, { isAside }: Assigned): Question["topics"] =>
  frames
    .filter(({ meaning, from }) => meaning === "sets_topic" && isAside(from))
    .flatMap(({ from, to }) => {
      const part = parts.find((one) => one.from <= from && from < one.to);
      const [first, last] = [tokens[to], tokens[(part?.to ?? 0) - 1]];
      return first === undefined || last === undefined ? [] : [[first.at[0], last.at[1]] as const];
    });

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
    topics: topicsOf(surface, assigned),
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
