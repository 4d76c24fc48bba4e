import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { figuresIn, type Shape } from "./catalogue.ts";
import type { Rivalled } from "./rival-one.ts";
import type { Scaled } from "./scale-one.ts";
import { isQuick, isQuickRival, QUESTIONS, RIVAL_SIZES, type Rival, SIZES } from "./sizes.ts";

/** Runs a measurement in a process of its own and reads the line that it prints; its progress is shown as it goes. */
const run = async <Measured>(file: string, args: readonly (string | number)[]): Promise<Measured> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${status}`);
  return JSON.parse(printed) as Measured;
};

const sayShape = ({ measures, places, years }: Shape): string => `${measures} × ${places} × ${years}`;
const count = new Intl.NumberFormat("en-US");
const percent = (share: number): string => `${Math.round(100 * share)}%`;
const milliseconds = (time: number): string => `${time < 100 ? time.toFixed(2) : count.format(time)} ms`;

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(32) + cells.map((cell) => cell.padStart(12)).join("");

const HEADS = ["figures", "p50", "p99", "right", "wrong", "load", "prepared", "memory", "block"];

const scaledRow = (shape: Shape, scaled: Scaled): string => {
  const { p50, p99, right, wrong, load, prepared, memory, block } = scaled;
  return row(sayShape(shape), [
    count.format(figuresIn(shape)),
    milliseconds(p50),
    milliseconds(p99),
    percent(right),
    percent(wrong),
    `${(load / 1000).toFixed(1)} s`,
    `${(prepared / 1000).toFixed(1)} s`,
    `${Math.round(memory)} MB`,
    `${Math.round(block)} ms`,
  ]);
};

const sharesRow = ({ shares }: Scaled): string =>
  row(
    "  its steps",
    Object.entries(shares).map(([step, share]) => `${step} ${percent(share)}`),
  );

const sharesOf = (shape: Shape, scaled: Scaled): readonly string[] => [
  scaledRow(shape, scaled),
  sharesRow(scaled),
];

type Measured = { readonly shape: Shape; readonly scaled: Scaled };

/** Ours at the same size, or the nearest that was measured. */
const oursAt = (shape: Shape, measured: readonly Measured[]): Scaled | undefined =>
  measured.toSorted(
    (a, b) =>
      Math.abs(figuresIn(a.shape) - figuresIn(shape)) - Math.abs(figuresIn(b.shape) - figuresIn(shape)),
  )[0]?.scaled;

type Beside = { readonly found: Rivalled; readonly ours: Scaled | undefined };

const rivalRow = (name: Rival, shape: Shape, { found, ours }: Beside): string =>
  row(`${name}, ${sayShape(shape)}`, [
    count.format(figuresIn(shape)),
    milliseconds(found.p50),
    `${count.format(Math.round(found.p50 / (ours?.p50 ?? Number.NaN)))}×`,
    percent(found.right),
    `${Math.round(found.memory)} MB`,
  ]);

const RIVALS = Object.keys(RIVAL_SIZES) as readonly Rival[];

/** How long a question takes with so many figures held, beside programs that look through every figure. */
export const benchScale = async (quick: boolean, say: (line: string) => void): Promise<void> => {
  say(
    `A made-up catalogue of measures × places × years; ${QUESTIONS.ours} typed questions, a fifth about nothing held;\n"block" is the longest that a question had to wait while the data was loaded again`,
  );
  say(row("", HEADS));
  const measured: Measured[] = [];
  for (const shape of SIZES.filter((one) => !quick || isQuick(one))) {
    const scaled = await run<Scaled>("scale-one.ts", [shape.measures, shape.places, shape.years]);
    measured.push({ shape, scaled });
    for (const line of sharesOf(shape, scaled)) say(line);
  }
  say("");
  say(row("Beside it, stems and stop words folded", ["figures", "p50", "of ours", "right", "memory"]));
  for (const rival of RIVALS)
    for (const shape of RIVAL_SIZES[rival].filter((one) => !quick || isQuickRival(rival, one))) {
      const { measures, places, years } = shape;
      const found = await run<Rivalled>("rival-one.ts", [rival, measures, places, years]);
      say(rivalRow(rival, shape, { found, ours: oursAt(shape, measured) }));
    }
};
