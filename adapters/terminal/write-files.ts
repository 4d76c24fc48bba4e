import { writeFile } from "node:fs/promises";
import { answerAsCsv, chartIn, drawChart, type Replied } from "../../src/desk.ts";
import type { AskOptions } from "./ask-options.ts";

/** What could not be written, each a line; `isFault` where it was not for want of anything to write. */
export type Unwritten = { readonly line: string; readonly isFault: boolean };

const tryWriting = async (
  option: string,
  file: string,
  content: Uint8Array | string,
): Promise<readonly Unwritten[]> => {
  try {
    await writeFile(file, content);
    return [];
  } catch {
    const line = `${option}: found ${JSON.stringify(file)}, expected a file that can be written`;
    return [{ line, isFault: true }];
  }
};

const writeChart = async ({ message }: Replied, file: string): Promise<readonly Unwritten[]> => {
  const chart = chartIn(message);
  if (chart === null) {
    const line = "--chart: nothing was drawn; a chart takes three or more figures that compare";
    return [{ line, isFault: false }];
  }
  return tryWriting("--chart", file, await drawChart(chart));
};

const writeCsv = async ({ answer }: Replied, file: string): Promise<readonly Unwritten[]> =>
  answer.values.length === 0
    ? [{ line: "--csv: nothing was written; the answer has no figures", isFault: false }]
    : tryWriting("--csv", file, answerAsCsv(answer));

/** Writes the files that the call asks for, and says what was not written. */
export const writeFiles = async (
  replied: Replied,
  { chart, csv }: Pick<AskOptions, "chart" | "csv">,
): Promise<readonly Unwritten[]> => [
  ...(chart === null ? [] : await writeChart(replied, chart)),
  ...(csv === null ? [] : await writeCsv(replied, csv)),
];
