import { stringify } from "csv-stringify/sync";
import type { Answer, AnswerValue, Citation } from "./answer.ts";

const COLUMNS = [
  "what",
  "period",
  "start",
  "end",
  "value",
  "value_max",
  "unit",
  "qualifier",
  "formula",
  "sources",
] as const;

/** "New York Post, paragraph 28, “12,816”" */
const place = ({ outlet, kind, paragraph, asPrinted }: Citation): string =>
  `${outlet}, ${kind === "dataset" ? "row" : "paragraph"} ${paragraph}, “${asPrinted}”`;

const rowOf = (value: AnswerValue, citations: readonly Citation[]): readonly (string | number | null)[] => {
  const cited = citations.filter(({ figure }) => value.figures.includes(figure));
  return [
    value.label,
    value.period.label,
    value.period.start,
    value.period.end,
    value.value,
    value.valueMax,
    value.unit,
    value.qualifier,
    value.derived?.formula ?? null,
    cited.map(place).join("; "),
  ];
};

/** Rows as CSV. A text that a spreadsheet program would take for a formula is marked as text. */
export const asCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([...rows], { escape_formulas: true });

/**
 * The figures of an answer as CSV with a header line, each with its days, hedge and where it is printed; numbers in
 * base units. A text that a spreadsheet program would take for a formula is marked as text.
 */
export const answerAsCsv = ({ values, citations }: Answer): string =>
  asCsv([COLUMNS, ...values.map((value) => rowOf(value, citations))]);
