import {
  type CalendarDate,
  type Conversation,
  type Desk,
  formsOf,
  layOutPastes,
  type Replied,
} from "../../src/desk.ts";
import type { AskOptions } from "./ask-options.ts";
import { type BatchLine, readBatchLine } from "./read-batch-line.ts";
import type { ExitStatus } from "./run-command.ts";
import { showTrace } from "./show-trace.ts";
import { type QuestionId, toContract, toJsonLine } from "./to-contract.ts";
import { type Screen, toScreen } from "./to-screen.ts";
import { type Tried, tryAsking } from "./try-asking.ts";
import { writeFiles } from "./write-files.ts";

/** What one call of `ask` works with; nothing here touches the process itself. */
export type AskRun = {
  readonly desk: Desk;
  readonly options: Omit<AskOptions, "task">;
  readonly today: CalendarDate;
  readonly screen: Screen;
  readonly print: (text: string) => Promise<void>;
  readonly complain: (line: string) => void;
  /** Takes the detail of a fault that nobody expected. */
  readonly log: (detail: string) => void;
};

const printReply = async (
  run: AskRun,
  id: QuestionId,
  { answer, message, trace }: Replied,
): Promise<void> => {
  const { json, trace: traced } = run.options;
  const steps = traced ? showTrace(trace) : "";
  if (json) {
    await run.print(toJsonLine(toContract({ id, answer, message })));
    if (traced) run.complain(steps.trimEnd());
  } else await run.print(`${toScreen(message, run.screen)}${traced ? "\n" : ""}${steps}`);
};

/** The answer as copy, below it: in a terminal all of it, however long its table is. */
const printCopy = async (run: AskRun, { answer }: Replied): Promise<void> => {
  const copy = run.desk.copyOf(answer);
  if (copy === null) run.complain("--copy: there is no figure to copy");
  else if (run.options.json) await run.print(toJsonLine(formsOf(copy)));
  else await run.print(`\n${toScreen(layOutPastes(copy), run.screen)}`);
};

/** A line that breaks us is not "not held": it is said on standard error, and the next one is answered. */
const explain = (run: AskRun, where: string, tried: Extract<Tried, { ok: false }>): ExitStatus => {
  run.complain(`${where}${tried.sentence}`);
  run.log(tried.detail);
  return 1;
};

export const runQuestion = async (run: AskRun, text: string): Promise<ExitStatus> => {
  const tried = tryAsking(run.desk, { text, askedOn: run.options.now ?? run.today }, null);
  if (!tried.ok) return explain(run, "", tried);
  await printReply(run, null, tried.replied);
  if (run.options.copy) await printCopy(run, tried.replied);
  const unwritten = await writeFiles(tried.replied, run.options);
  for (const { line } of unwritten) run.complain(line);
  return unwritten.some(({ isFault }) => isFault) ? 2 : 0;
};

type Threads = Map<string | number, Conversation>;

/** Only what the next lines may lean on is kept: one conversation for each thread, nothing of lines without. */
const answerLine = async (run: AskRun, threads: Threads, line: BatchLine): Promise<Tried> => {
  const previous = line.thread === null ? null : (threads.get(line.thread) ?? null);
  const askedOn = line.now ?? run.options.now ?? run.today;
  const tried = tryAsking(run.desk, { text: line.question, askedOn }, previous);
  if (!tried.ok) return tried;
  if (line.thread !== null) threads.set(line.thread, tried.replied.conversation);
  await printReply(run, line.id, tried.replied);
  return tried;
};

const BYTE_ORDER_MARK = /^\ufeff/u;

type Numbered = { readonly number: number; readonly text: string };

const runLine = async (run: AskRun, threads: Threads, { number, text }: Numbered): Promise<ExitStatus> => {
  const read = readBatchLine(text);
  if (!read.ok) {
    run.complain(`line ${number}: ${read.reason}`);
    return 2;
  }
  const tried = await answerLine(run, threads, read.line);
  return tried.ok ? 0 : explain(run, `line ${number}: `, tried);
};

/** Answers JSON Lines in order, each as it is read; a line that is wrong is named and the rest is answered. */
export const runBatch = async (run: AskRun, lines: AsyncIterable<string>): Promise<ExitStatus> => {
  const threads: Threads = new Map();
  let worst: ExitStatus = 0;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const text = number === 1 ? line.replace(BYTE_ORDER_MARK, "") : line;
    const status = text.trim() === "" ? 0 : await runLine(run, threads, { number, text });
    if (status > worst) worst = status;
  }
  return worst;
};
