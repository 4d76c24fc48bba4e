import type { Answer, AnswerOption } from "../answer/answer.ts";
import { ask, type Knowledge } from "../ask.ts";
import type { CalendarDate } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure, Observation, Source } from "../catalog/observation.ts";
import { type Checked, check, type Draft, type Progress } from "../check.ts";
import type { Copy } from "../copy/copy.ts";
import { writeCopy } from "../copy/write-copy.ts";
import type { Command } from "../language/commands.ts";
import { formatQuantity } from "../language/format.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import type { Message } from "../message/message.ts";
import type { Receipt } from "../message/receipt.ts";
import { findReceipt, openArchive } from "../packs/archive.ts";
import type { Problem } from "../packs/problem.ts";
import type { Memory } from "../question/memory.ts";
import type { Rest } from "../store/telling.ts";
import { answerOfCheck } from "./answer-check.ts";
import { followUpsTo } from "./follow-ups.ts";
import { type Learnt, learnInTurns } from "./learn.ts";
import { heldInTurns } from "./load-held.ts";
import { onceADay } from "./once-a-day.ts";
import { readCheck } from "./read-check.ts";
import { type Review, restsOf, reviewTelling, type Told } from "./review.ts";
import { buildSuggest, type Suggest } from "./suggest.ts";

/** What a person said, and the day on which they said it. */
export type Asked = {
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Whose number signs the answer is to use, "de"; left out or null: the language pack's. */
  readonly locale?: string | null;
};

/** What a thread remembers between two questions. Adapters keep it and hand it back; they do not look inside. */
export type Conversation = Memory;

export type Answered = {
  readonly answer: Answer;
  readonly message: Message;
  /** What the thread is to remember for the next question. */
  readonly conversation: Conversation;
};

export type Replied = Answered & {
  /** Each step's name and value, in order, for `ask --trace`. */
  readonly trace: readonly { readonly step: string; readonly value: unknown }[];
};

export type Topic = {
  readonly measure: Measure;
  /** How many figures are held of it, and for which periods. */
  readonly count: number;
  readonly periods: readonly Period[];
  /** All of them: an object each, made when they are asked for. */
  readonly figures: readonly Observation[];
};

export type Desk = {
  /** A question, or, behind "check:", a draft. */
  readonly ask: (asked: Asked, previous: Conversation | null) => Replied;
  /** Each number of a draft against what is held. */
  readonly check: (draft: Draft, goesOn: Progress) => Checked;
  /** A question that leans on nothing said before; asked again on the same day, it need not be worked out again. */
  readonly askAlone: (asked: Asked) => Answered;
  readonly topics: () => readonly Topic[];
  readonly sources: () => readonly Source[];
  /** Some questions that are answered from what is held, for a newcomer to start from. */
  readonly suggestions: () => readonly string[];
  /** What may complete the question that is being typed. */
  readonly suggest: Suggest;
  /** The held figures that an answer's numbers rest on, as they are now: what the ledger keeps of it. */
  readonly restsOf: (answer: Answer) => readonly Rest[];
  /** What is to be said of a message that told figures which have changed since; null where all of it stands. */
  readonly review: (telling: Told) => Review | null;
  /** Each of an answer's figures with its hedge and unit: "more than 7,600,000 people". */
  readonly say: (answer: Answer) => readonly string[];
  /** What somebody tells the desk to do; null: it is a question. */
  readonly readCommand: (said: string) => Command | null;
  /** An answer as copy in house style; null where there is no figure in it. */
  readonly copyOf: (answer: Answer) => Copy | null;
  /** What may be asked next, each question answered as it stands. */
  readonly followUps: (answer: Answer, askedOn: CalendarDate) => readonly AnswerOption[];
};

export type Opened =
  | { readonly ok: true; readonly desk: Desk }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Folders = {
  readonly data: string;
  readonly archive: string | null;
  /** Where large tables are kept as they are in memory, for the next start; left out or null: nowhere. */
  readonly cache?: string | null;
  /** Told how much of the figures has been read, in bytes, while there are many of them. */
  readonly progress?: (read: number, all: number) => void;
};

/** How many questions are remembered: whether a proposed one is answered, and the answers to those asked. */
const [PROPOSED, ALONE] = [10_000, 300] as const;

/** How many questions a newcomer is shown. */
const SUGGESTIONS = 3;

/** The newest figure of a measure that counts something, for a question that is sure to be answered. */
const suggestionFor = ({ measure }: Topic, { figures }: Catalog): string | null => {
  if (measure.statType !== "value") return null;
  const plain = figures.at(measure.id, []).filter(({ kind }) => kind === "actual");
  const newest = plain.toSorted((a, b) => (a.timePeriod.start < b.timePeriod.start ? 1 : -1))[0];
  return newest === undefined ? null : `${measure.name}, ${newest.timePeriod.label}?`;
};

/** So many paragraphs of a draft that somebody types or picks in a chat are read; a file may have more. */
const CHAT_PARAGRAPHS = 500;

/** "check: …" is no question, and nothing leans on it: the conversation stays as it was. */
const checkAsked = (
  { text, ...asked }: Asked,
  previous: Conversation | null,
  knowledge: Knowledge,
): Replied | null => {
  const draft = readCheck(text);
  if (draft === null) return null;
  const goesOn: Progress = (read) => read < CHAT_PARAGRAPHS;
  const { report, message } = check({ ...asked, text: draft }, knowledge, goesOn);
  const conversation = previous ?? { turns: [], options: [] };
  return { answer: answerOfCheck(report), message, conversation, trace: [{ step: "check", value: report }] };
};

const replyTo = (asked: Asked, previous: Conversation | null, knowledge: Knowledge): Replied => {
  const checked = checkAsked(asked, previous, knowledge);
  if (checked !== null) return checked;
  const { answer, message, memory, trace } = ask(asked, previous, knowledge);
  return { answer, message, conversation: memory, trace };
};

/** To know its periods, every figure of a measure is looked at. */
const FIGURES_A_TURN = 20_000;

function* topicsOf(catalog: Catalog): Turns<readonly Topic[]> {
  let looked = 0;
  const topics: Topic[] = [];
  for (const measure of catalog.measures.values()) {
    const count = catalog.figures.countOf(measure.id);
    topics.push({
      measure,
      count,
      periods: catalog.figures.periodsOf(measure.id),
      get figures() {
        return catalog.figures.of(measure.id).toArray();
      },
    });
    looked += count;
    if (looked < FIGURES_A_TURN) continue;
    looked = 0;
    yield;
  }
  return topics;
}

/** What the newsroom's archive says of each figure that an answer cites. */
const receiptsIn = (folder: string | null, catalog: Catalog): Knowledge["receiptsOf"] => {
  const archive = folder === null ? null : openArchive(folder);
  return ({ citations }) =>
    citations.map(({ figure, source, paragraph, asPrinted }): Receipt => {
      const file = catalog.sources.get(source)?.archive ?? null;
      const text = archive === null || file === null ? null : archive(file);
      if (text === null) return { figure, state: "no_archive", sentence: null };
      const found = findReceipt(text, paragraph, asPrinted);
      return found.kind === "found"
        ? { figure, state: "found", sentence: found.sentence }
        : { figure, state: "missing", sentence: null };
    });
};

/** A desk over what was learnt. */
export function* deskInTurns(learnt: Learnt, archive: string | null): Turns<Desk> {
  const { catalog } = learnt;
  const knowledge = { ...learnt, receiptsOf: receiptsIn(archive, catalog) };
  const isAnswered = onceADay((asked) => ask(asked, null, knowledge).answer.status === "answered", PROPOSED);
  const askAlone = (asked: Asked): Answered => {
    const { answer, message, conversation } = replyTo(asked, null, knowledge);
    return { answer, message, conversation };
  };
  // The archive's texts may change while the desk is open, and its quotations with them.
  const alone = archive === null ? onceADay(askAlone, ALONE) : askAlone;
  const topics = yield* topicsOf(catalog);
  const mostHeld = topics.toSorted((a, b) => b.count - a.count);
  const suggestions = mostHeld
    .values()
    .map((topic) => suggestionFor(topic, catalog))
    .filter((question) => question !== null)
    .take(SUGGESTIONS)
    .toArray();
  yield;
  const suggest = yield* buildSuggest(catalog, () => suggestions);
  return {
    ask: (asked, previous) => replyTo(asked, previous, knowledge),
    check: (draft, goesOn) => check(draft, knowledge, goesOn),
    askAlone: alone,
    topics: () => topics,
    sources: () => [...catalog.sources.values()],
    suggestions: () => suggestions,
    suggest,
    restsOf: (answer) => restsOf(answer, catalog),
    review: (telling) =>
      reviewTelling(telling, {
        catalog,
        wording: knowledge.wording,
        ask: (asked, before) => ask(asked, before, knowledge),
      }),
    say: ({ values }) => values.map((value) => formatQuantity(value, learnt.wording)),
    readCommand: learnt.readCommand,
    copyOf: (answer) => writeCopy(answer, learnt),
    followUps: (answer, askedOn) => followUpsTo(answer, catalog, (text) => isAnswered({ text, askedOn })),
  };
}

/** Loads the language pack and every data package under `data`; problems instead of a desk where one is broken. */
export function* openInTurns(folders: Folders): Turns<Opened> {
  const held = yield* heldInTurns(folders);
  if (!held.ok) return held;
  const learnt = yield* learnInTurns(held.catalog, held.language);
  return { ok: true, desk: yield* deskInTurns(learnt, folders.archive) };
}

/** The same, all at once. */
export const openDesk = (folders: Folders): Opened => atOnce(openInTurns(folders));
