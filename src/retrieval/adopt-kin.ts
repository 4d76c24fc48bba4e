import { matchPhrases } from "../language/phrase-book.ts";
import { stemOf } from "../language/words.ts";
import type { Concept, Question, Role, Taken } from "../question/question.ts";
import type { Index } from "./build-index.ts";
import type { Kin } from "./build-kin.ts";
import { CUTOFFS } from "./cutoffs.ts";

const isKnown = (stem: string, { measuresByStem, membersByStem }: Index): boolean =>
  measuresByStem.has(stem) || membersByStem.has(stem);

const isContent = ({ role }: Concept): boolean => role === "content";

/** A stretch of the question's words, and what it may stand for. */
type Match = {
  readonly from: number;
  readonly to: number;
  readonly kin: readonly Kin[];
  /** Some name has the word: it stands for another only where the rest of the question speaks for that. */
  readonly known: boolean;
  /** None of its words says anything by itself: "how full", "most expensive". */
  readonly idle: boolean;
};

type IsForeign = (concept: Concept) => boolean;

/** Words that no name has, and that no measure which the question names says of itself elsewhere: its definition, its unit. */
const foreignTo = (concepts: readonly Concept[], index: Index): IsForeign => {
  const named = concepts.filter(isContent).map(({ stem }) => index.measuresByStem.get(stem) ?? []);
  const explains = (stem: string): boolean =>
    named.some((entries) => entries.some(({ contextStems }) => contextStems.has(stem)));
  return (concept) => isContent(concept) && !isKnown(concept.stem, index) && !explains(concept.stem);
};

const CAPITAL = /^\p{Lu}/u;
const SMALL = /\p{Ll}/u;

/** Written with a capital that no beginning of a sentence explains; in a text all of capitals nobody can tell. */
const isName = ({ text, at }: Concept, question: string): boolean =>
  CAPITAL.test(text) && at[0] > 0 && SMALL.test(question);

const PERCENT = stemOf("percent");

/** "84% full" is "84 percent full". */
const readStem = ({ stem }: Concept): string => (stem === "%" ? PERCENT : stem);

const IDLE: readonly Role[] = ["empty", "stop", "quantity"];

/**
 * "How full", "most expensive": words of which none is a content word. One alone ("fullest") only where something is
 * ranked by it.
 */
const areIdle = (words: readonly Concept[], { operation }: Question): boolean =>
  words.every(({ role }) => IDLE.includes(role)) &&
  words.some(({ role }) => role === "empty") &&
  (words.length > 1 || operation.kind === "ranking");

/** Words that no name has: one that a pack knows itself means what the pack means by it. */
const findMatches = (question: Question, index: Index): readonly Match[] => {
  const { concepts } = question;
  const isForeign = foreignTo(concepts, index);
  const phrases = matchPhrases(concepts.map(readStem), index.kin.phrases)
    .map(({ from, to, meaning }): Match => {
      const words = concepts.slice(from, to);
      return { from, to, kin: meaning, known: !words.some(isForeign), idle: areIdle(words, question) };
    })
    .filter(
      ({ from, to, known, idle }) =>
        !known || idle || (to - from === 1 && concepts.slice(from, to).every(isContent)),
    );
  const words = concepts.flatMap((concept, at) => {
    if (!isForeign(concept) || phrases.some(({ from, to }) => from <= at && at < to)) return [];
    const plain = index.kin.ofWord(concept.text, isName(concept, question.text));
    // "Danish wind": at a sentence's beginning, or typed small, a people may still be meant.
    const kin = plain.length > 0 ? plain : index.kin.ofWord(concept.text, true);
    return kin.length === 0 ? [] : [{ from: at, to: at + 1, kin, known: false, idle: false }];
  });
  return [...phrases, ...words].toSorted((a, b) => a.from - b.from);
};

type Supported = {
  readonly kin: Kin;
  /** The measures and members in whose names it stands. */
  readonly having: ReadonlySet<string>;
  /** How many of the other words one of these measures accounts for as well. */
  readonly support: number;
  /** How much of a name is said with it: "enrollment" is all of one, "pupils" a part of "spending per pupil". */
  readonly fullness: number;
};

const supportOf = (kin: Kin, others: readonly string[], index: Index): Supported => {
  const stems = kin.stems.filter((stem) => isKnown(stem, index));
  const { where } = kin;
  const measures = (index.measuresByStem.get(stems[0] ?? "") ?? []).filter(
    ({ nameStems, contextStems }) =>
      stems.every((stem) => nameStems.has(stem)) &&
      (where === null || nameStems.has(where) || contextStems.has(where)),
  );
  const members = where !== null ? [] : (index.membersByStem.get(stems[0] ?? "") ?? []).map(({ key }) => key);
  const said = new Set([...stems, ...others]);
  const fullness = measures.flatMap(({ names }) =>
    names
      .filter(({ weights }) => stems.every((stem) => weights.has(stem)))
      .map(
        ({ weights }) =>
          weights
            .keys()
            .filter((stem) => said.has(stem))
            .toArray().length / weights.size,
      ),
  );
  const support = measures.map(({ nameStems }) => others.filter((stem) => nameStems.has(stem)).length);
  return {
    kin: { ...kin, stems },
    having: new Set([...measures.map(({ measure }) => measure.id), ...members]),
    support: Math.max(0, ...support),
    fullness: members.length > 0 ? 1 : Math.max(0, ...fullness),
  };
};

type Speaking = {
  readonly match: Match;
  readonly concepts: readonly Concept[];
  readonly stems: readonly string[];
  readonly index: Index;
};

/** Whether a measure says a word of itself elsewhere than in a name: "trips", of what is called "Boardings". */
const isSaidBy = (stems: readonly string[], ids: ReadonlySet<string>, { measures }: Index): boolean =>
  [...ids].some((id) => stems.every((stem) => measures.get(id)?.contextStems.has(stem)));

/** "Homes started": a measure of starts has "housing" in its name, and none of homes has "starts". */
const speaksFor = (
  { support, fullness, having: kinHaving }: Supported,
  { match, concepts, stems, index }: Speaking,
): boolean => {
  const own = concepts
    .slice(match.from, match.to)
    .map(({ stem, text }) => ({ text, stems: [stem], where: null }));
  return own.every((word) => {
    const { having, support: already, fullness: little } = supportOf(word, stems, index);
    const isOnlySaid = having.size === 0 && isSaidBy(word.stems, kinHaving, index);
    if (isOnlySaid) return true;
    const isMember = own.some(({ stems: [stem = ""] }) => index.membersByStem.has(stem));
    // "Flights" is all of what "aircraft movements" is called, and little of "share of flights that leave on time".
    const isFuller = fullness >= CUTOFFS.complete && little < CUTOFFS.answerable && support >= already;
    return !isMember && having.size > 0 && (support > already || isFuller);
  });
};

/** "How full were the hotels": a measure that "full" may be of says all else of what is asked as well, but who. */
const isOfAll = (
  { having }: Supported,
  stems: readonly string[],
  { measuresByStem, measures }: Index,
): boolean => {
  const named = stems.filter((stem) => measuresByStem.has(stem));
  return [...having].some((id) => {
    const entry = measures.get(id);
    const says = (stem: string): boolean =>
      entry !== undefined && (entry.nameStems.has(stem) || entry.dimensionStems.has(stem));
    return named.every(says) && named.some((stem) => entry?.nameStems.has(stem) === true);
  });
};

/** The one that the rest of the question speaks for; none where another means something else and is as likely. */
const choose = (match: Match, concepts: readonly Concept[], index: Index): Kin | null => {
  const others = concepts.filter((one, at) => isContent(one) && (at < match.from || at >= match.to));
  const stems = others.map(({ stem }) => stem);
  const ranked = match.kin
    .map((kin) => supportOf(kin, stems, index))
    .filter(({ having }) => having.size > 0)
    .toSorted((a, b) => b.support - a.support || b.fullness - a.fullness);
  const [first] = ranked;
  const speaking = { match, concepts, stems, index };
  if (first === undefined) return null;
  if (match.known && !(match.idle ? isOfAll(first, stems, index) : speaksFor(first, speaking))) return null;
  const rivals = ranked.filter(
    ({ support, fullness, having }) =>
      support === first.support && fullness === first.fullness && having.isDisjointFrom(first.having),
  );
  return rivals.length === 0 ? first.kin : null;
};

const isAlone = (at: number, concepts: readonly Concept[], { membersByStem }: Index): boolean => {
  const beside = [concepts[at - 1]?.stem, concepts[at + 1]?.stem];
  const having = membersByStem.get(concepts[at]?.stem ?? "") ?? [];
  return !having.some(({ parts: [own] }) => own?.words.some(({ stem }) => beside.includes(stem)));
};

/** "Welsh" of a column of languages is one of them. */
const isOwnName = (stem: string, { membersByStem }: Index): boolean =>
  (membersByStem.get(stem) ?? []).some(({ names }) =>
    names.some(({ weights }) => weights.size === 1 && weights.has(stem)),
  );

/** "Australians", "which Australian state": all that a pack is about, and no "Australian Capital Territory". */
const withScopes = (question: Question, index: Index): Question => {
  const concepts = question.concepts.map((concept, at, all): Concept => {
    if (!isContent(concept) || !isAlone(at, all, index) || isOwnName(concept.stem, index)) return concept;
    const scope = index.kin.ofScope(concept.text, isName(concept, question.text));
    return scope === null ? concept : { ...concept, stem: scope.stems[0] ?? concept.stem };
  });
  return { ...question, concepts };
};

/**
 * "How much rice did they harvest": a word that no name has, and that stands for one that a name has
 * ("production"), is taken as that word, and the answer says so.
 */
export const adoptKin = (asked: Question, index: Index): Question => {
  const question = withScopes(asked, index);
  const { concepts } = question;
  const chosen = findMatches(question, index).flatMap((match) => {
    const kin = choose(match, concepts, index);
    return kin === null ? [] : [{ ...match, kin }];
  });
  if (chosen.length === 0) return question;
  const sayingOf = ({ from, to }: Match | (typeof chosen)[number]): string =>
    question.text.slice(concepts[from]?.at[0], concepts[to - 1]?.at[1]);
  const replaced = concepts.flatMap((concept, at) => {
    const match = chosen.find(({ from, to }) => from <= at && at < to);
    if (match === undefined) return [concept];
    if (match.from !== at) return [];
    const span = [concept.at[0], concepts[match.to - 1]?.at[1] ?? concept.at[1]] as const;
    return match.kin.stems.map(
      (stem): Concept => ({ stem, text: sayingOf(match), at: span, role: "content" }),
    );
  });
  const taken = chosen.map((match): Taken => ({ said: sayingOf(match), meant: match.kin.text }));
  return { ...question, concepts: replaced, taken: [...question.taken, ...taken] };
};
