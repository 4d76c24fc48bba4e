import type { PhraseMeaning } from "../language/phrases.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import type { Frame } from "./find-frames.ts";
import { overlaps, type Surface } from "./find-surface.ts";
import type { Role } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

const EVENTFUL: readonly ReferencePeriod["kind"][] = ["named", "since", "until", "beside_event"];
export const DIGIT = /\p{N}/u;

/** A surface, with what is needed to say what each of its words does. */
export type Read = Surface &
  Pick<Vocabulary, "periodWords" | "subjectStems" | "headWords"> & {
    /** The frames that each token stands in. */
    readonly framesAt: readonly (readonly Frame[])[];
    /** Where numbers and their hedges stand. */
    readonly numbers: readonly Span[];
  };

const isDigits = (text: string): boolean => DIGIT.test(text);

/** The words of a named period ("the order") may belong to a name as well ("the order is lifted"). */
const periodRole = (token: Token, kind: ReferencePeriod["kind"], { periodWords }: Read): Role =>
  EVENTFUL.includes(kind) && periodWords.has(token.stem) && !isDigits(token.text) ? "event" : "period";

const CAPITALS = /^\p{Lu}{2,}$/u;
const SMALL = /\p{Ll}/u;
/** A frame word in capitals may be shouted; of so few letters it is a code. */
const CODE = 3;

/** "the US" is no "us": a frame word that is written in capitals, or that an article stands before, is a name. */
const isInitials = (index: number, { tokens, text, frames, subjectStems }: Read): boolean => {
  const token = tokens[index];
  if (token === undefined || !subjectStems.has(token.stem)) return false;
  const isGrammar = frames.some(({ meaning, from, to }) => meaning === "stop" && from <= index && index < to);
  if (CAPITALS.test(token.text) && SMALL.test(text)) return isGrammar || token.text.length <= CODE;
  return isGrammar && frames.some(({ meaning, to }) => meaning === "article" && to === index);
};

/** Frames whose words go on saying something themselves: "hours" asks for hours. */
const TELLING: readonly PhraseMeaning[] = ["negation", "exclusion", "time_unit", "past", "per_head"];

/** "Released" tells of people, unless it is asked when a figure was; "fair?" asks, and a fair is a fair. */
const isTelling = ({ meaning, from, to }: Frame, { frames, parts }: Read): boolean => {
  if (meaning === "publishing") return !frames.some((frame) => frame.meaning === "asking_when");
  if (meaning === "tag_alone") return !parts.some((part) => part.to === to && part.from === from);
  return TELLING.includes(meaning);
};

/** Meanings that a word has beside what it does itself: "Central" is a branch all the same. */
const BESIDE: readonly PhraseMeaning[] = [
  "each_of",
  "taken_together",
  "ruled_out",
  "clause_time",
  "clause_past",
  "preposition",
  "sets_topic",
  "qualifier",
  "indefinite",
  "lister",
  "ill",
  "ordinal_name",
  "correction",
  "asks_member",
  "makes",
  "amount",
  "for_each",
  "participle",
  "perfect",
  "copula",
  "auxiliary",
  "abbreviation",
  "first_time",
  "last_time",
  "several_times",
  "than",
  // They tell of numbers in running text.
  "attribution",
  "contrast",
  "condition",
  "likewise",
  "up_by",
  "down_by",
  "clock",
  "street",
  "old",
  "number_to",
  "number_above",
  "number_over",
  "number_below",
  "number_years",
  "aged",
  "people_of_age",
  "pays",
  "anybody",
];

const RATES: readonly PhraseMeaning[] = ["per_day", "per_week"];

/** What a word does by itself, before it is said whether it stands in the question proper. */
export const baseRole = (index: number, read: Read): Role => {
  const token = read.tokens[index];
  if (token === undefined) return "stop";
  const mention = read.mentions.find(({ at }) => overlaps(at, token.at));
  if (mention !== undefined) return periodRole(token, mention.reference.kind, read);
  if (read.numbers.some((span) => overlaps(span, token.at))) return "quantity";
  // Names that say "per day" are found by it all the same; that others do not say so is no reason to refuse.
  if (read.framesAt[index]?.some(({ meaning }) => RATES.includes(meaning))) return "rate";
  if (read.named.has(index) || read.headWords.has(token.stem)) return "content";
  const here = (read.framesAt[index] ?? []).filter(({ meaning }) => !BESIDE.includes(meaning));
  if (here.length > 0 && isInitials(index, read)) return "content";
  if (here.some(({ meaning }) => meaning === "stop")) return "stop";
  if (here.every((frame) => isTelling(frame, read))) return "content";
  return "empty";
};

/** A stretch of tokens, the last excluded. */
export type Stretch = { readonly from: number; readonly to: number };

export const has = (read: Read, range: Stretch, meanings: readonly PhraseMeaning[]): boolean =>
  read.frames.some(
    ({ meaning, from, to }) => meanings.includes(meaning) && from >= range.from && to <= range.to,
  );

const SUBSTANCE: readonly Role[] = ["content", "period", "quantity"];

export const substantial = (roles: readonly Role[], range: Stretch): boolean =>
  roles.slice(range.from, range.to).some((role) => SUBSTANCE.includes(role));

/** Whether a word there is of what is held. */
export const saysSubject = (range: Stretch, read: Read, roles: readonly Role[]): boolean =>
  read.tokens
    .slice(range.from, range.to)
    .some(
      ({ stem }, step) =>
        roles[range.from + step] === "content" &&
        (read.subjectStems.has(stem) || read.named.has(range.from + step)),
    );
