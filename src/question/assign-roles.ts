import type { PhraseMeaning } from "../language/phrases.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import { type Frame, framesByToken } from "./find-frames.ts";
import { overlaps, type Surface, spansOf } from "./find-surface.ts";
import type { Role } from "./question.ts";
import type { Part } from "./split-parts.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Frames that tell a sentence which asks from one that tells the desk about somebody's day. */
const ASKING: readonly PhraseMeaning[] = ["opener", "claim", "source", "age", "topic"];
const CHATTING: readonly PhraseMeaning[] = ["chat", "report"];
const EVENTFUL: readonly ReferencePeriod["kind"][] = ["named", "since", "until", "beside_event"];
const DIGIT = /\p{N}/u;

type Read = Surface &
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
];

const baseRole = (index: number, read: Read): Role => {
  const token = read.tokens[index];
  if (token === undefined) return "stop";
  const mention = read.mentions.find(({ at }) => overlaps(at, token.at));
  if (mention !== undefined) return periodRole(token, mention.reference.kind, read);
  if (read.numbers.some((span) => overlaps(span, token.at))) return "quantity";
  if (read.named.has(index) || read.headWords.has(token.stem)) return "content";
  const here = (read.framesAt[index] ?? []).filter(({ meaning }) => !BESIDE.includes(meaning));
  if (here.length > 0 && isInitials(index, read)) return "content";
  if (here.some(({ meaning }) => meaning === "stop")) return "stop";
  if (here.every((frame) => isTelling(frame, read))) return "content";
  return "empty";
};

const has = (read: Read, range: { from: number; to: number }, meanings: readonly PhraseMeaning[]): boolean =>
  read.frames.some(
    ({ meaning, from, to }) => meanings.includes(meaning) && from >= range.from && to <= range.to,
  );

const SUBSTANCE: readonly Role[] = ["content", "period", "quantity"];

const substantial = (roles: readonly Role[], range: { from: number; to: number }): boolean =>
  roles.slice(range.from, range.to).some((role) => SUBSTANCE.includes(role));

type Sentence = {
  readonly from: number;
  readonly to: number;
  readonly asked: boolean;
  readonly parts: readonly Part[];
};

const sentencesOf = (parts: readonly Part[]): readonly Sentence[] =>
  [...Map.groupBy(parts, ({ sentence }) => sentence).values()].map((group) => ({
    from: group[0]?.from ?? 0,
    to: group.at(-1)?.to ?? 0,
    asked: group[0]?.asked ?? false,
    parts: group,
  }));

const substanceFrom = (from: number, sentence: Sentence, roles: readonly Role[]): boolean =>
  substantial(roles, { from, to: sentence.to });

/**
 * "… and would like to know | how many": the first opener behind the last chatting word that one follows, or
 * what follows that word at once, where the subject comes up before the opener does ("please: arrests, and
 * how many …").
 */
const firstOpening = (inside: readonly Frame[], read: Read, roles: readonly Role[]): number | null => {
  const openers = inside.filter(({ meaning }) => meaning === "opener" || meaning === "source");
  const followed = inside.filter(
    (frame) => CHATTING.includes(frame.meaning) && openers.some(({ from }) => from >= frame.to),
  );
  if (followed.length === 0) return null;
  const last = Math.max(...followed.map(({ to }) => to));
  const next = Math.min(...openers.filter(({ from }) => from >= last).map(({ from }) => from));
  return saysSubject({ from: last, to: next }, read, roles) ? last : next;
};

/** Where the asking begins after what was said before it: "I'm on deadline and would like to know | how many". */
const openingOf = (sentence: Sentence, read: Read, roles: readonly Role[]): number => {
  const inside = read.frames.filter(({ from, to }) => from >= sentence.from && to <= sentence.to);
  const opening = firstOpening(inside, read, roles);
  if (opening !== null) return substanceFrom(opening, sentence, roles) ? opening : sentence.from;
  if (inside.some(({ meaning }) => meaning === "opener" || meaning === "source")) return sentence.from;
  const report = inside.filter(({ meaning }) => meaning === "report").toSorted((a, b) => b.to - a.to)[0];
  return report !== undefined && substanceFrom(report.to, sentence, roles) ? report.to : sentence.from;
};

/** What is to be done with the figures: "…, % drop pls" asks all the same. */
const WORKING: readonly PhraseMeaning[] = [
  "change",
  "change_up",
  "change_down",
  "percent",
  "share",
  "ratio",
  "mean",
  "average",
  "added",
  "compare",
];

/** A stretch between commas that only chats ("need it by five") beside one that asks. */
const isChat = (part: Part, read: Read): boolean =>
  chats(part, read) && !has(read, part, [...ASKING, "source_word"]);

const chats = (range: { from: number; to: number }, read: Read): boolean =>
  has(read, range, ["chat"]) && !has(read, range, WORKING);

const saysSubject = (range: { from: number; to: number }, read: Read, roles: readonly Role[]): boolean =>
  read.tokens
    .slice(range.from, range.to)
    .some(
      ({ stem }, step) =>
        roles[range.from + step] === "content" &&
        (read.subjectStems.has(stem) || read.named.has(range.from + step)),
    );

/** "who" asks where a clause begins with it; "those who …" does not. */
const opensWithAsker = ({ parts }: Sentence, { frames }: Read): boolean =>
  frames.some(({ meaning, from }) => meaning === "asker" && parts.some((part) => part.from === from));

const isAsking = (sentence: Sentence, read: Read): boolean =>
  sentence.asked || has(read, sentence, ASKING) || opensWithAsker(sentence, read);

const says = (roles: readonly Role[], { from, to }: Sentence, said: Role): boolean =>
  roles.slice(from, to).includes(said);

/** How much speaks for a sentence being the one that asks: it is put as a question, on the subject, with a time. */
const weigh = (sentence: Sentence, read: Read, roles: readonly Role[]): number =>
  2 * Number(isAsking(sentence, read)) +
  2 * Number(saysSubject(sentence, read, roles)) +
  Number(says(roles, sentence, "period") || says(roles, sentence, "quantity")) -
  Number(chats(sentence, read));

/**
 * The sentences that ask: the ones that most speaks for, and beside them any that is nearly as likely and does
 * not chat ("arrests in 2024? And removals?").
 */
const coreOf = (sentences: readonly Sentence[], read: Read, roles: readonly Role[]): readonly Sentence[] => {
  const told = sentences.filter((sentence) => substantial(roles, sentence));
  const weighed = told.map((sentence) => ({ sentence, weight: weigh(sentence, read, roles) }));
  const most = Math.max(...weighed.map(({ weight }) => weight));
  const core = weighed
    .filter(({ sentence, weight }) => weight === most || (weight === most - 1 && !chats(sentence, read)))
    .map(({ sentence }) => sentence);
  return told.filter(
    (sentence) => core.includes(sentence) || (isList(sentence, read, roles) && core.some(isBefore(sentence))),
  );
};

const isBefore =
  ({ from }: Sentence) =>
  ({ to }: Sentence): boolean =>
    to === from;

/** "All three columns for 2016. Removed, granted, closed.": nothing but things of the subject between its commas. */
const isList = (sentence: Sentence, read: Read, roles: readonly Role[]): boolean =>
  sentence.parts.length > 1 &&
  !has(read, sentence, [...CHATTING, ...ASKING]) &&
  sentence.parts.every((part) => saysSubject(part, read, roles));

/** Who speaks is said in a few words: "Sen. So-and-so of the committee: …". */
const LONGEST_LEAD = 6;
const CAPITAL = /^\p{Lu}/u;

/**
 * "Editor here: how many …", "Q: …", "So-and-so: they have 7 million": who speaks, before a colon. A bare name
 * before a question may as well be the place that is asked about, and narrows it.
 */
const isSpeaker = (part: Part, sentence: Sentence, read: Read): boolean => {
  const said = read.tokens.slice(part.from, part.to);
  if (!part.leadsIn || part.inner || said.length > LONGEST_LEAD || part.to >= sentence.to) return false;
  const ofSubject = said.some(
    ({ stem, text }, step) =>
      read.subjectStems.has(stem) || read.named.has(part.from + step) || DIGIT.test(text),
  );
  if (ofSubject) return false;
  if (has(read, part, [...CHATTING, "source_word"])) return true;
  const rest = { from: part.to, to: sentence.to };
  const names = said.every(({ text }) => CAPITAL.test(text));
  return (
    names && (said.every(({ text }) => text.length === 1) || !(sentence.asked || has(read, rest, ["opener"])))
  );
};

/** A certain time in years gone by, which "tomorrow" and "by five" are not: nobody chats about it. */
const saysYear = ({ from, to }: Part, { tokens, mentions }: Read): boolean => {
  const [start, end] = [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0];
  return mentions.some(
    ({ at, reference }) =>
      start <= at[0] &&
      at[1] <= end &&
      (reference.kind === "range" || (reference.kind === "within" && !reference.relative)),
  );
};

const asideRanges = (read: Read, roles: readonly Role[]): readonly { from: number; to: number }[] => {
  const sentences = sentencesOf(read.parts);
  const core = coreOf(sentences, read, roles);
  const bare = sentences.filter(
    (sentence) => !substantial(roles, sentence) && (core.length === 0 || has(read, sentence, ASKING)),
  );
  return sentences.flatMap((sentence) => {
    if (!core.includes(sentence) && !bare.includes(sentence))
      return [{ from: sentence.from, to: sentence.to }];
    const speaker = sentence.parts.find((part) => isSpeaker(part, sentence, read));
    const opening = Math.max(openingOf(sentence, read, roles), speaker?.to ?? sentence.from);
    const chats = sentence.parts.filter(
      (part) =>
        isChat(part, read) && !saysSubject(part, read, roles) && !saysYear(part, read) && part.to > opening,
    );
    const rest = sentence.parts.some(
      (part) => !chats.includes(part) && substantial(roles, part) && part.to > opening,
    );
    return [{ from: sentence.from, to: opening }, ...(rest ? chats : [])];
  });
};

/** "not the total", "(not grants)": what follows, up to the next comma or bracket, is what is not meant. */
const exclusionRanges = (read: Read): readonly { from: number; to: number }[] =>
  read.frames
    .filter(({ meaning }) => meaning === "exclusion")
    .flatMap((frame) => {
      const part = read.parts.find(({ from, to }) => from <= frame.from && frame.from < to);
      const single = frame.to - frame.from === 1;
      if (part === undefined || read.named.has(frame.from) || (single && part.from !== frame.from)) return [];
      if (part.from === frame.from && !part.inner) return [];
      return [{ from: frame.from, to: part.to }];
    });

/** "including those who …", "…, no-shows included": what follows, or what it closes, is in the number and narrows nothing. */
const inclusionRanges = (read: Read): readonly { from: number; to: number }[] =>
  read.frames
    .filter(({ meaning }) => meaning === "inclusion")
    .flatMap((frame) => {
      const part = read.parts.find(({ from, to }) => from <= frame.from && frame.from < to);
      if (part === undefined || read.named.has(frame.from)) return [];
      const closes = part.inner && frame.to === part.to && frame.from > part.from;
      return [{ from: closes ? part.from : frame.from, to: part.to }];
    });

type Said = { readonly from: number; readonly to: number; readonly sort: "period" | "quantity" | "word" };

const rangeOf = (span: Span, sort: Said["sort"], { tokens }: Read): Said => {
  const inside = tokens.flatMap(({ at }, index) => (overlaps(span, at) ? [index] : []));
  return { from: inside[0] ?? 0, to: (inside.at(-1) ?? -1) + 1, sort };
};

/** The time, the number or the word that a token is of. */
const saidAt = (index: number, read: Read): Said | null => {
  const token = read.tokens[index];
  if (token === undefined) return null;
  const mention = read.mentions.find(({ at }) => overlaps(at, token.at));
  if (mention !== undefined) return rangeOf(mention.at, "period", read);
  const quantity = read.quantities.find(({ at }) => overlaps(at, token.at));
  if (quantity !== undefined) return rangeOf(quantity.at, "quantity", read);
  return baseRole(index, read) === "content" ? { from: index, to: index + 1, sort: "word" } : null;
};

/** The first token from here on, or back from here, that is no grammar: "in" of "sorry, in 2023". */
const skipGrammar = (index: number, step: 1 | -1, read: Read): number =>
  index >= 0 && index < read.tokens.length && baseRole(index, read) === "stop"
    ? skipGrammar(index + step, step, read)
    : index;

/** "In 2022, sorry, 2023", "arrests, I mean deportations": what is taken back for another of its sort. */
const correctionRanges = (read: Read): readonly { from: number; to: number }[] =>
  read.frames
    .filter(({ meaning }) => meaning === "correction")
    .flatMap((frame) => {
      const before = saidAt(skipGrammar(frame.from - 1, -1, read), read);
      const after = saidAt(skipGrammar(frame.to, 1, read), read);
      return before !== null && before.sort === after?.sort ? [before] : [];
    });

const within = (index: number, ranges: readonly { from: number; to: number }[]): boolean =>
  ranges.some(({ from, to }) => from <= index && index < to);

export type Assigned = {
  readonly roles: readonly Role[];
  /** Tokens outside the question proper: its periods and numbers count only where it has none itself. */
  readonly isAside: (index: number) => boolean;
  readonly isExcluded: (index: number) => boolean;
};

/** What each word of the question does in it. */
export const assignRoles = (
  surface: Surface,
  vocabulary: Pick<Vocabulary, "periodWords" | "subjectStems" | "headWords">,
): Assigned => {
  const { periodWords, subjectStems, headWords } = vocabulary;
  const { tokens, frames, quantities } = surface;
  const framesAt = framesByToken(frames, tokens.length);
  const words = { periodWords, subjectStems, headWords };
  const read: Read = { ...surface, ...words, framesAt, numbers: spansOf(quantities) };
  const base = read.tokens.map((_, index) => baseRole(index, read));
  const asides = asideRanges(read, base);
  const exclusions = [...exclusionRanges(read), ...correctionRanges(read)];
  const inclusions = inclusionRanges(read);
  const isAside = (index: number): boolean => within(index, asides);
  const isExcluded = (index: number): boolean => within(index, exclusions);
  const roles = base.map((role, index): Role => {
    if (role === "period" || role === "quantity" || role === "stop") return role;
    if (isExcluded(index) || within(index, inclusions)) return "excluded";
    return isAside(index) && role !== "empty" ? "aside" : role;
  });
  return { roles, isAside, isExcluded };
};
