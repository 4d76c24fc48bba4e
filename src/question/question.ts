import type { CalendarDate } from "../calendar/day.ts";
import type { FigureKind } from "../catalog/observation.ts";
import type { CalendarUnit } from "../language/calendar-words.ts";
import type { Quantity } from "../language/quantity.ts";
import type { PeriodMention } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import type { Memory } from "./memory.ts";
import type { Operation } from "./operation.ts";

export type { Direction, Operation } from "./operation.ts";

/** What the person wants done: be told a figure, have one checked, know where it is from, see what is held. */
export type Act =
  | { readonly kind: "figure" }
  /** `explicit`: "is it true that", "…, right?"; a bare sentence with a number in it may be meant otherwise. */
  | { readonly kind: "claim"; readonly explicit: boolean }
  | { readonly kind: "source"; readonly age: boolean }
  | { readonly kind: "topic" };

/**
 * What a word does in the question.
 * content: it narrows what is meant, and must be accounted for; empty: it may belong to a name, and need not;
 * event: it names a time ("since the order") and may belong to a name as well ("the order is lifted");
 * aside: said around the question; excluded: named as what is not meant, or as no matter; included: named as what
 * is in the number as well; rate: a time that something is told for each of ("a day"); period, quantity: read as such;
 * stop: grammar.
 */
export type Role =
  | "content"
  | "empty"
  | "event"
  | "aside"
  | "excluded"
  | "included"
  | "rate"
  | "period"
  | "quantity"
  | "stop";

/** A word with the word that stands for it in this subject: "collared" as "arrest". */
export type Concept = {
  readonly stem: string;
  readonly text: string;
  readonly at: Span;
  readonly role: Role;
};

export type PerTime = {
  readonly unit: "day" | "week" | "month";
  /** As it was said. */
  readonly said: string;
  /** Stems of the words that a name would say it with: "day", "daily". */
  readonly stems: readonly string[];
};

/** A number that is said; a definite one ("of the 42,000") is spoken of as known already. */
export type StatedQuantity = Quantity & {
  readonly definite: boolean;
  /** The stem of the unit of time behind it ("180 days", "a 10-year high"); null where there is none. */
  readonly timeUnit: string | null;
};

export type Correction = { readonly from: string; readonly to: string };

/** A word that was taken as another which stands for the same: "harvest" as "production". */
export type Taken = { readonly said: string; readonly meant: string };

export type StatedPeriod = PeriodMention & {
  readonly excluded: boolean;
  readonly aside: boolean;
  /** Only a name that also stands for a time: it must agree, but need not be all of it. */
  readonly bareName: boolean;
  /** Whatever is told was done at that time, or by the one who is named: what a name only says is not. */
  readonly acts: boolean;
};

/** What was asked, each part with where it was read. Offsets are into `text`. */
export type Question = {
  /** What was typed, without control characters, spelling mended. */
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Too long to be a question; nothing of it was read. */
  readonly tooLong: boolean;
  readonly corrections: readonly Correction[];
  readonly taken: readonly Taken[];
  readonly act: Act;
  readonly operation: Operation;
  readonly concepts: readonly Concept[];
  readonly periods: readonly StatedPeriod[];
  readonly quantities: readonly StatedQuantity[];
  /** "Per 100,000 people": for how many of something a rate is wanted; null where none is. */
  readonly perAmount: number | null;
  /** Where a verb stands between a whole and its part: "of the deaths | were of women"; null where none does. */
  readonly copulaAt: number | null;
  /** "113,431 or 113,341?": one of the numbers is enough. */
  readonly offersAlternatives: boolean;
  /** Where words stand that set things side by side ("and", "against"), and commas. */
  readonly joins: readonly number[];
  /** A goal, a proposal, … where one is asked for by name; null where none is. */
  readonly figureKind: FigureKind | null;
  /** The stems of the words that it was asked for with. */
  readonly kindStems: readonly string[];
  /** "She wants …": a goal where one is held. */
  readonly tellsWish: boolean;
  /** "It stood at …", "there were": of a time that is over, though none was named. */
  readonly tellsPast: boolean;
  /** What is said around the question to be what all of it is about: "I'm writing about | Kent". */
  readonly topics: readonly Span[];
  /** "How many farms …": the stem of what is counted; null where it is no word of a name. */
  readonly countedStem: string | null;
  /** "By branch", "in each country": the stem of what a figure of each is wanted for. */
  readonly eachOf: readonly string[];
  /** "Across all branches": what is named behind it is taken together. */
  readonly ofAll: boolean;
  /** "Across all branches": the stem of what may be taken together, where a figure of the whole is held. */
  readonly wholeOf: readonly string[];
  /** "Per person": the stem of what a figure is wanted for each of. */
  readonly perEach: readonly string[];
  /** Where the thing begins that something is wanted for each of: "per grant", "for every grant"; null where none is. */
  readonly perAt: number | null;
  /** "How many days …": the stem of the unit that is asked for; null where none is. */
  readonly wantsTimeUnit: string | null;
  /** "By quarter", "which year": the unit of time that figures are wanted of; null where none is said. */
  readonly perUnit: CalendarUnit | null;
  /** Stems of the words that an average is asked for with: "average", "on average"; none where none is. */
  readonly meanStems: readonly string[];
  /** "What's left", "the rest": what a named part leaves of its whole. */
  readonly asksRest: boolean;
  /** "Combined", "in total": of several groups their sum is wanted. */
  readonly together: boolean;
  /** "How long": stems of the units that a length of time may be in; null where none is asked for. */
  readonly durationUnits: readonly string[] | null;
  /** "A day", "weekly", "per month": so many in each of them are wanted; null where no such rate is. */
  readonly perTime: PerTime | null;
  readonly wantsMoney: boolean;
  readonly wantsPercent: boolean;
  /** "Per person": a total will not do. */
  readonly wantsPerHead: boolean;
  /** "How many": a percentage will not do where there is a count. */
  readonly wantsCount: boolean;
  /** "The unemployment rate": a plain count will not do. */
  readonly wantsRate: boolean;
  /** "By how many percentage points": of percentages the difference, and no percentage of them. */
  readonly wantsPoints: boolean;
  /** "Where were …", "who had …": one of the members is asked for, whatever they are called. */
  readonly asksMember: boolean;
  /** "exactly", "unrounded": the most precise print is wanted. */
  readonly wantsPrecise: boolean;
  /** "The difference between … and …": what it lies between is said. */
  readonly twoSided: boolean;
  /** "In total", "overall": of everybody, and of no group. */
  readonly wantsWhole: boolean;
  /** "the full twelve months": a partial year will not do. */
  readonly wantsFullPeriod: boolean;
  /** It leans on what was said before: "and 2020?", "how many of them", "that year". */
  readonly leansOn: {
    readonly follow: boolean;
    readonly anaphora: boolean;
    /** "And the Mexicans?": it names something, and not what is asked of it. */
    readonly elliptic: boolean;
    /** "Per day?": too few words to be a question without a thread. */
    readonly short: boolean;
  };
  /** Whether the operation is the thread's: "and the Mexicans?" behind a share. */
  readonly repeats: boolean;
  /** What the thread carries to it; null at a thread's beginning. */
  readonly thread: Memory | null;
};
