import type { Answer } from "./answer/answer.ts";
import { composeAnswer } from "./answer/compose-answer.ts";
import { remember } from "./answer/remember.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { deriveFinding } from "./finding/derive-finding.ts";
import { inLocale } from "./language/format.ts";
import type { FigureWording } from "./language/number-words.ts";
import { layOutMessage } from "./message/lay-out-message.ts";
import type { Message } from "./message/message.ts";
import type { Receipt } from "./message/receipt.ts";
import { carryOver } from "./question/carry-over.ts";
import type { Memory } from "./question/memory.ts";
import { type Asked, parseQuestion } from "./question/parse-question.ts";
import { pickOption } from "./question/pick-option.ts";
import type { Vocabulary } from "./question/vocabulary.ts";
import { resolveReading } from "./resolution/resolve-reading.ts";
import { adoptKin } from "./retrieval/adopt-kin.ts";
import type { Index } from "./retrieval/build-index.ts";
import { promoteAsides } from "./retrieval/promote-asides.ts";
import { retrieveCandidates } from "./retrieval/retrieve-candidates.ts";

/** All that a question is asked of: what is held, the words it is held in, and where its texts are. */
export type Knowledge = {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly index: Index;
  readonly wording: FigureWording;
  readonly receiptsOf: (answer: Pick<Answer, "citations">) => readonly Receipt[];
};

export type Step = { readonly step: string; readonly value: unknown };

export type Exchange = {
  readonly answer: Answer;
  readonly message: Message;
  readonly memory: Memory;
  readonly trace: readonly Step[];
};

/** One question, top to bottom. Each line is a room of src; nothing is decided here. */
export const ask = (asked: Asked, before: Memory | null, knowledge: Knowledge): Exchange => {
  const { catalog, vocabulary, index, receiptsOf } = knowledge;
  const wording = inLocale(knowledge.wording, asked.locale ?? null);
  const text = pickOption(asked.text, before) ?? asked.text;
  const parsed = carryOver(
    parseQuestion({ ...asked, text }, vocabulary),
    before,
    catalog.fiscalYearStartMonth,
  );
  const question = adoptKin(promoteAsides(parsed, index), index);
  const candidates = retrieveCandidates(question, index);
  const resolution = resolveReading(question, candidates, catalog);
  const finding = deriveFinding(question, resolution, catalog);
  const answer = composeAnswer(question, finding, { catalog, wording, askedOn: asked.askedOn });
  const message = layOutMessage(answer, receiptsOf(answer), wording);
  const memory = remember(before, { question, finding, answer, catalog });
  const trace = Object.entries({ question, candidates, resolution, finding, answer, message });
  return { answer, message, memory, trace: trace.map(([step, value]) => ({ step, value })) };
};
