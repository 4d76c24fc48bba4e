import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalendarDate } from "../../src/calendar/day.ts";
import { learn } from "../../src/desk/learn.ts";
import { type LiveDesk, openLiveDesk } from "../../src/desk.ts";
import { readPrintedNumber } from "../../src/language/find-quantities.ts";
import { loadCatalog } from "../../src/packs/load-catalog.ts";
import { loadLanguage } from "../../src/packs/load-language.ts";
import { type Catalogue, makeCatalogue, writeData } from "./catalogue.ts";
import { longestBlock } from "./longest-block.ts";
import { quantile, residentMemory, timed } from "./measure.ts";
import { QUESTIONS, SEED } from "./sizes.ts";
import { STEPS, timeSteps } from "./steps.ts";
import { type Typed, typedQuestions } from "./typed-questions.ts";

// One catalogue in a process of its own, so that what it holds of the memory is its alone:
// node scale-one.ts MEASURES PLACES YEARS prints a line of JSON; how far it is goes to standard error.
const ASKED_ON = "2026-11-21" as CalendarDate;
const WARM_UP = 2;

export type Scaled = {
  /** From the CSV files, with nothing prepared, and from what that left prepared. */
  readonly load: number;
  readonly prepared: number;
  readonly memory: number;
  /** The longest that a question had to wait while an edit of the data was taken, in milliseconds. */
  readonly block: number;
  readonly p50: number;
  readonly p99: number;
  readonly right: number;
  /** Numbers that were answered and are not the ones that were asked for. */
  readonly wrong: number;
  /** What part of a question's time each step takes, from 0 to 1. */
  readonly shares: Readonly<Record<string, number>>;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** As the bots open it. */
const open = async (data: string) => {
  const began = performance.now();
  const opened = await openLiveDesk({ data, archive: null, cache: join(data, "cache") });
  const took = performance.now() - began;
  if (!opened.ok) throw new Error(`the catalogue does not load: ${JSON.stringify(opened.problems[0])}`);
  return { took, live: opened.live };
};

/** A name more for a measure: all tables are read again, and the desk is built anew. */
const reload = async (data: string, live: LiveDesk): Promise<void> => {
  const { promise: renewed, resolve } = Promise.withResolvers<void>();
  const stop = live.watch(async () => resolve());
  appendFileSync(join(data, "made-up", "names.csv"), "m0,something of no name\n");
  await renewed;
  await stop();
};

const judge = (answered: number | null, { value }: Typed): "right" | "wrong" | "refused" => {
  if (answered === value) return "right";
  return answered === null ? "refused" : "wrong";
};

const shareSteps = (data: string, questions: readonly Typed[]): Scaled["shares"] => {
  const read = loadLanguage(join(data, "english"));
  if (!read.ok) throw new Error("the language pack does not load");
  const { numbers } = read.language;
  const loaded = loadCatalog(data, { readNumber: (text) => readPrintedNumber(text, numbers) });
  if (!loaded.ok) throw new Error("the catalogue does not load");
  const knowledge = learn(loaded.catalog, read.language);
  const times = questions.map(({ text }) => timeSteps(text, ASKED_ON, knowledge));
  const sums = STEPS.map((step) => times.reduce((sum, one) => sum + one[step], 0));
  const all = sums.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(STEPS.map((step, at) => [step, (sums[at] ?? 0) / all]));
};

const measure = async (data: string, catalogue: Catalogue): Promise<Scaled> => {
  say("  loading");
  const { took: load, live } = await open(data);
  const { desk } = live;
  const questions = typedQuestions(catalogue, QUESTIONS.ours, SEED);
  const ask = ({ text }: Typed) => desk.ask({ text, askedOn: ASKED_ON }, null).answer;
  for (let round = 0; round < WARM_UP; round += 1) questions.forEach(ask);
  say("  asking");
  const asked = questions.map((question) => ({ question, ...timed(() => ask(question)) }));
  const memory = residentMemory();
  const judged = asked.map(({ question, value: { status, values } }) =>
    judge(status === "answered" ? (values[0]?.value ?? null) : null, question),
  );
  const times = asked.map(({ took }) => took);
  const { took: prepared } = await open(data);
  say("  loading again");
  const block = await longestBlock(() => reload(data, live));
  return {
    load,
    prepared,
    memory,
    block,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    right: judged.filter((one) => one === "right").length / judged.length,
    wrong: judged.filter((one) => one === "wrong").length / judged.length,
    shares: shareSteps(data, questions),
  };
};

const main = async (): Promise<void> => {
  const [measures = 0, places = 0, years = 0] = process.argv.slice(2).map(Number);
  const data = mkdtempSync(join(tmpdir(), "nutgraf-scale-"));
  try {
    const catalogue = makeCatalogue({ measures, places, years }, SEED);
    writeData(data, catalogue);
    process.stdout.write(`${JSON.stringify(await measure(data, catalogue))}\n`);
  } finally {
    rmSync(data, { recursive: true });
  }
};

await main();
