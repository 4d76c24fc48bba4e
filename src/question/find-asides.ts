import type { PhraseMeaning } from "../language/phrases.ts";
import { DIGIT, has, type Read, type Stretch, saysSubject, substantial } from "./base-role.ts";
import type { Frame } from "./find-frames.ts";
import type { Role } from "./question.ts";
import type { Part } from "./split-parts.ts";

/** Frames that tell a sentence which asks from one that tells the desk about somebody's day. */
const ASKING: readonly PhraseMeaning[] = ["opener", "claim", "source", "age", "topic"];
const CHATTING: readonly PhraseMeaning[] = ["chat", "report"];
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

const chats = (range: Stretch, read: Read): boolean =>
  has(read, range, ["chat"]) && !has(read, range, WORKING);

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

/** A part before the one that asks, and what follows it in its sentence. */
type Lead = { readonly part: Part; readonly rest: Stretch };

const leadsOf = (sentence: Sentence): readonly Lead[] =>
  sentence.parts
    .filter(({ to }) => to < sentence.to)
    .map((part) => ({ part, rest: { from: part.to, to: sentence.to } }));

const opensWith = (meanings: readonly PhraseMeaning[], from: number, { frames }: Read): boolean => {
  const here = frames.filter((frame) => frame.from === from);
  const longest = Math.max(0, ...here.map(({ to }) => to));
  return here.some(({ meaning, to }) => meanings.includes(meaning) && to === longest);
};

const mentionsIn = ({ from, to }: Stretch, { tokens, mentions }: Read): Read["mentions"] => {
  const [start, end] = [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0];
  return mentions.filter(({ at }) => start <= at[0] && at[1] <= end);
};

/** A certain time in years gone by, which "tomorrow" and "by five" are not: nobody chats about it. */
const saysYear = (part: Part, read: Read): boolean =>
  mentionsIn(part, read).some(
    ({ reference }) => reference.kind === "range" || (reference.kind === "within" && !reference.relative),
  );

/**
 * "A line from a dinner-table row: …", "Doing a long read on city life and need one number: …": what leads up to a
 * colon, where the question behind it says itself what it is about. What opens with a preposition ("for women: …")
 * or names something of the subject narrows it, unless it chats.
 */
const leadsUp = ({ part, rest }: Lead, read: Read, roles: readonly Role[]): boolean => {
  const whole = {
    from: read.parts.find(({ sentence }) => sentence === part.sentence)?.from ?? part.from,
    to: part.to,
  };
  if (!part.leadsIn || !saysSubject(rest, read, roles) || mentionsIn(whole, read).length > 0) return false;
  if (has(read, whole, [...CHATTING, "source_word"])) return true;
  return (
    whole.to - whole.from >= SHORTEST_LEAD &&
    !saysSubject(whole, read, roles) &&
    !opensWith(["preposition"], whole.from, read)
  );
};

/** Fewer words before a colon may name what is asked about: "three-year-olds: …". */
const SHORTEST_LEAD = 4;

/**
 * "When the push got going in early 2025, how many …": the clause tells of the time, and only that of it counts;
 * one that says no time and is about the subject may be part of what is asked.
 */
const tellsTime = ({ part, rest }: Lead, read: Read, roles: readonly Role[]): boolean =>
  !part.leadsIn &&
  saysSubject(rest, read, roles) &&
  has(read, rest, ASKING) &&
  (opensWith(["clause_past"], part.from, read) ||
    (opensWith(["clause_time"], part.from, read) &&
      (mentionsIn(part, read).length > 0 || !saysSubject(part, read, roles))));

/** Parts of a sentence before the one that asks. */
const leadRanges = (sentence: Sentence, read: Read, roles: readonly Role[]): readonly Stretch[] =>
  leadsOf(sentence).flatMap((lead): readonly Stretch[] => {
    if (leadsUp(lead, read, roles)) return [{ from: sentence.from, to: lead.part.to }];
    return tellsTime(lead, read, roles) ? [{ from: lead.part.from, to: lead.part.to }] : [];
  });

/** What is said around the question proper: who asks and what for, what was read, how the day went. */
export const asideRanges = (read: Read, roles: readonly Role[]): readonly Stretch[] => {
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
    return [
      { from: sentence.from, to: opening },
      ...(rest ? chats : []),
      ...leadRanges(sentence, read, roles),
    ];
  });
};
