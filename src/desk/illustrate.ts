import type { Answer } from "../answer/answer.ts";
import { answerAsCsv } from "../answer/answer-as-csv.ts";
import type { Chart } from "../chart/chart.ts";
import { drawChart } from "../chart/draw-chart.ts";
import type { Message } from "../message/message.ts";

/** A picture of an answer, and its table as a file. */
export type Illustration = {
  /** For file names, without an ending: "granted-asylum". */
  readonly name: string;
  readonly title: string;
  /** For who cannot see the picture. */
  readonly alt: string;
  readonly png: Uint8Array;
  readonly csv: string;
};

/** The picture that a message asks for, or null. */
export const chartIn = ({ blocks }: Message): Chart | null =>
  blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []))[0] ?? null;

const MOST_LETTERS = 60;

/** "Granted asylum" → "granted-asylum"; a title without Latin letters is "figures". */
const fileName = (title: string): string => {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-");
  return plain.slice(0, MOST_LETTERS).replaceAll(/^-|-$/gu, "") || "figures";
};

/** Draws what an answer asks to be drawn; null where it asks for nothing. Throws where it could not be drawn. */
export const illustrate = async (answer: Answer, message: Message): Promise<Illustration | null> => {
  const chart = chartIn(message);
  if (chart === null) return null;
  const { title, alt } = chart;
  return { name: fileName(title), title, alt, png: await drawChart(chart), csv: answerAsCsv(answer) };
};
