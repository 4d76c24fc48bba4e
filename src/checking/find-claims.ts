import type { CalendarDate } from "../calendar/day.ts";
import { findQuantities } from "../language/find-quantities.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { Span } from "../language/span.ts";
import { type Assigned, assignRoles } from "../question/assign-roles.ts";
import { findSurface, overlaps, type Surface } from "../question/find-surface.ts";
import { foldTerms } from "../question/fold-terms.ts";
import type { Operation } from "../question/operation.ts";
import { parseQuestion } from "../question/parse-question.ts";
import type { Concept, Question, Role, StatedPeriod, StatedQuantity } from "../question/question.ts";
import { timeUnitBehind } from "../question/stated-numbers.ts";
import { statedPeriods } from "../question/stated-periods.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import type { Spoken } from "./carried.ts";
import type { Claim } from "./claim.ts";
import { findLoose } from "./find-loose.ts";
import { isNoClaim } from "./not-claims.ts";
import { isPartOfNext, segmentsOf } from "./segments.ts";
import type { Sentence } from "./split-draft.ts";

export type Reading = { readonly vocabulary: Vocabulary; readonly askedOn: CalendarDate };

type Read = {
  readonly surface: Surface;
  readonly assigned: Assigned;
  readonly concepts: readonly Concept[];
  readonly periods: readonly StatedPeriod[];
};

/** A draft stands as it is printed: nothing in it is taken for a slip. */
const asPrinted = (vocabulary: Vocabulary): Vocabulary => ({ ...vocabulary, spell: () => null });

const TOLD: readonly Role[] = ["aside", "included", "rate"];

/** Running text is no question that somebody chats around: every word of it is meant, but what is denied. */
const rolesIn = ({ tokens }: Surface, { roles, isExcluded }: Assigned): readonly Role[] =>
  tokens.map((_, at) => {
    const role = roles[at] ?? "content";
    const isMeant = TOLD.includes(role) || (role === "excluded" && !isExcluded(at));
    return isMeant ? "content" : role;
  });

const readSentence = (text: string, { vocabulary, askedOn }: Reading): Read => {
  const surface = findSurface(text, askedOn, vocabulary);
  const assigned = assignRoles(surface, vocabulary);
  const concepts = foldTerms(surface.tokens, rolesIn(surface, assigned), vocabulary);
  return { surface, assigned, concepts, periods: statedPeriods(surface, assigned, vocabulary) };
};

const isIn = ({ at }: { readonly at: Span }, [from, to]: Span): boolean => at[0] >= from && at[0] < to;

/** What is only said around another number may help a name, and narrows nothing. */
const asAside = (concept: Concept): Concept =>
  concept.role === "content" ? { ...concept, role: "aside" } : concept;

const CONTRASTS = ["compare", "contrast"] as const;

/** "33 and 81 in fiscal 2024": numbers that are only listed share the time that the last of them names. */
const isListed = (surface: Surface, one: Quantity, other: Quantity): boolean => {
  const between: Span = [one.at[1], other.at[0]];
  return !surface.frames.some(
    ({ meaning, at }) => CONTRASTS.includes(meaning as never) && overlaps(at, between),
  );
};

/** The times of the sentence that a number without one shares: what opens the sentence, or closes the list. */
const sharedPeriods = (
  { surface, periods }: Read,
  quantities: readonly Quantity[],
  at: number,
): readonly StatedPeriod[] => {
  const [first, own, next] = [quantities[0], quantities[at], quantities[at + 1]];
  const leading = periods.filter((period) => first !== undefined && period.at[1] <= first.at[0]);
  if (leading.length > 0 || own === undefined || next === undefined) return leading;
  const last = quantities.at(-1) ?? next;
  const listed = quantities
    .slice(at, -1)
    .every((one, step) => isListed(surface, one, quantities[at + step + 1] ?? one));
  return listed ? periods.filter((period) => period.at[0] >= last.at[1]) : [];
};

const questionOf = (
  { surface, concepts, periods }: Read,
  segment: Span,
  { vocabulary, askedOn, quantity }: Reading & { readonly quantity: StatedQuantity },
): Question => {
  const parsed = parseQuestion({ text: surface.text.slice(...segment), askedOn }, asPrinted(vocabulary));
  return {
    ...parsed,
    act: { kind: "claim", explicit: true },
    operation: changeBeside(surface, quantity) ?? parsed.operation,
    concepts: concepts.filter((concept) => isIn(concept, segment)),
    periods: periods.filter((period) => isIn(period, segment)),
    quantities: [quantity],
  };
};

const hasWithin = ({ frames }: Surface, wanted: PhraseMeaning, within: Span): boolean =>
  frames.some(({ meaning, at }) => meaning === wanted && overlaps(at, within));

const isOfPair = (surface: Surface, quantities: readonly Quantity[], at: number): boolean => {
  const [before, one, next] = [quantities[at - 1], quantities[at], quantities[at + 1]];
  if (one === undefined) return false;
  const isPart = next !== undefined && isPartOfNext(surface, one, next);
  return isPart || (before !== undefined && isPartOfNext(surface, before, one));
};

/** The words that may stand on either side of a percentage, nothing between them but its hedge. */
const besideNumber = ({ tokens }: Surface, { at, hedgeAt }: Quantity): readonly Span[] => {
  const from = Math.min(at[0], hedgeAt?.[0] ?? at[0]);
  const before = tokens.findLast((token) => token.at[1] <= from);
  const after = tokens.find((token) => token.at[0] >= at[1]);
  return [before, after].flatMap((token) => (token === undefined ? [] : [token.at]));
};

/** "Up 46%", "33% fewer": a change, and which way it went; null where nothing beside the number says so. */
const changeBeside = (surface: Surface, quantity: Quantity): Operation | null => {
  if (quantity.unit !== "percent") return null;
  const beside = besideNumber(surface, quantity);
  const says = (wanted: PhraseMeaning): boolean =>
    surface.frames.some(({ meaning, at }) => meaning === wanted && beside.some((span) => overlaps(at, span)));
  const direction = says("up_by") ? "up" : "down";
  if (direction === "down" && !says("down_by")) return null;
  return { kind: "change", form: "percent", direction, sized: false, counted: false, beside: false };
};

const claimsOf = (read: Read, quantities: readonly Quantity[], within: Place & Reading): readonly Claim[] => {
  const { surface, concepts } = read;
  const segments = segmentsOf(surface, quantities);
  return quantities.map((found, at) => {
    const segment = segments[at] ?? [0, surface.text.length];
    const quantity = { ...found, definite: false, timeUnit: timeUnitBehind(found, surface) };
    const said = questionOf(read, segment, { ...within, quantity });
    return {
      paragraph: within.paragraph,
      asPrinted: found.asPrinted,
      at: [within.sentence.at[0] + found.at[0], within.sentence.at[0] + found.at[1]],
      sentence: surface.text.trim(),
      quantity,
      said,
      isOfPair: isOfPair(surface, quantities, at),
      isLikewise: hasWithin(surface, "likewise", segment),
      isCondition: hasWithin(surface, "condition", [segment[0], found.at[0]]),
      ...findLoose(said.concepts, found, surface),
      around: concepts.filter((concept) => !isIn(concept, segment)).map(asAside),
      shared: said.periods.length > 0 ? [] : sharedPeriods(read, quantities, at),
    };
  });
};

export type Place = { readonly paragraph: number; readonly sentence: Sentence };

/** What a sentence gives: the numbers that it states, each with what is said of it, and what it speaks of. */
export type Stated = { readonly claims: readonly Claim[]; readonly topic: Spoken };

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Reads one sentence of a draft; one without any number only once a later one leans on it. */
export const findClaims = (place: Place, reading: Reading): Stated => {
  const { text } = place.sentence;
  if (findQuantities(text, reading.vocabulary.language.numbers).length === 0)
    return { claims: [], topic: once(() => readSentence(text, reading).concepts.map(asAside)) };
  const read = readSentence(text, reading);
  const quantities = read.surface.quantities.filter((one) => !isNoClaim(one, read.surface));
  return {
    claims: claimsOf(read, quantities, { ...place, ...reading }),
    topic: () => read.concepts.map(asAside),
  };
};
