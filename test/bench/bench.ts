import Fuse from "fuse.js";
import { Bench } from "tinybench";
import { type CalendarDate, type Desk, openDesk, type Topic } from "../../src/desk.ts";
import { benchDiscord } from "./discord-bench.ts";
import { benchScale } from "./scale-bench.ts";
import { benchSlack } from "./slack-bench.ts";

/** Prints how long the desk takes, beside Fuse.js alone over the same figures. It asserts nothing about time. */
const ASKED_ON = "2026-11-21" as CalendarDate;
const MILLISECONDS_PER_TASK = 1500;

type Described = { readonly description: string };

/** "arrests FY2024": a figure as a search box would hold it. */
const describeFigures = (topics: readonly Topic[]): readonly Described[] =>
  topics.flatMap(({ measure, figures }) =>
    figures.map(({ timePeriod, members }) => ({
      description: [measure.name, ...members, timePeriod.label].join(" "),
    })),
  );

/** Questions of the kinds that people ask, made from what is held; some of them about what is not. */
const questionsAbout = (topics: readonly Topic[]): readonly string[] =>
  topics.flatMap(({ measure, figures }) =>
    figures.flatMap(({ timePeriod }) => [
      `How many ${measure.name} in ${timePeriod.label}?`,
      `what was the number of ${measure.name.toLowerCase()} for ${timePeriod.label}, and says who`,
      `${measure.name} in 1871`,
    ]),
  );

/** Hands out one after the other, from the first again after the last. */
const inTurn = <Value>(values: readonly Value[]): (() => Value) => {
  let at = 0;
  return () => {
    at = (at + 1) % values.length;
    const value = values[at];
    if (value === undefined) throw new Error("nothing to hand out");
    return value;
  };
};

const open = (): Desk => {
  const opened = openDesk({ data: "data", archive: null });
  if (!opened.ok) throw new Error(`${opened.problems.length} problems in data: npm run data -- validate`);
  return opened.desk;
};

const timesOf = (bench: Bench, name: string): { readonly median: number; readonly p99: number } => {
  const result = bench.getTask(name)?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`${name} did not run`);
  return { median: result.latency.p50, p99: result.latency.p99 };
};

const inMilliseconds = (time: number): string => `${time.toFixed(3)} ms`;

const NAMES = { startUp: "start-up", ask: "ask the desk", fuse: "search with Fuse.js" } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `--quick`: under a minute, without the million and without the platforms. */
const isQuick = process.argv.includes("--quick");

const main = async (): Promise<void> => {
  const desk = open();
  const topics = desk.topics();
  const figures = describeFigures(topics);
  const questions = questionsAbout(topics);
  const fuse = new Fuse(figures, { keys: ["description"], ignoreLocation: true });
  const [nextForDesk, nextForFuse] = [inTurn(questions), inTurn(questions)];
  const bench = new Bench({ time: MILLISECONDS_PER_TASK })
    .add(NAMES.startUp, () => {
      open();
    })
    .add(NAMES.ask, () => {
      desk.ask({ text: nextForDesk(), askedOn: ASKED_ON }, null);
    })
    .add(NAMES.fuse, () => {
      fuse.search(nextForFuse());
    });
  await bench.run();
  const rows = Object.values(NAMES).map((name) => ({ name, ...timesOf(bench, name) }));
  const ratio = timesOf(bench, NAMES.ask).median / timesOf(bench, NAMES.fuse).median;
  process.stdout.write(
    [
      `${figures.length} figures, ${questions.length} questions`,
      `${"".padEnd(22)}${"median".padStart(14)}${"p99".padStart(14)}`,
      ...rows.map(
        ({ name, median, p99 }) =>
          `${name.padEnd(22)}${inMilliseconds(median).padStart(14)}${inMilliseconds(p99).padStart(14)}`,
      ),
      `the desk takes ${ratio.toFixed(2)} times as long as Fuse.js alone, which finds but does not answer`,
      "",
    ].join("\n"),
  );
  say("");
  await benchScale(isQuick, say);
  if (isQuick) return;
  say(`\n${(await benchSlack(questions)).join("\n")}`);
  say(`\n${(await benchDiscord()).join("\n")}`);
};

await main();
