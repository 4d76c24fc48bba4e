import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { TERMINAL } from "./limits.ts";
import { neutralise } from "./neutralise.ts";

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

const GAP = "  ";

const widest = (cells: readonly string[]): number => Math.max(0, ...cells.map((cell) => stringWidth(cell)));

/** Fills a cell to its column; the last column holds the numbers, whose ends stand below one another. */
const fill = (text: string, width: number, side: "left" | "right"): string => {
  const blank = " ".repeat(Math.max(0, width - stringWidth(text)));
  return side === "right" ? blank + text : text + blank;
};

/** One row, its cells wrapped to their columns: as many lines as its longest cell needs. */
const showRow = (cells: readonly string[], widths: readonly number[]): readonly string[] => {
  const wrapped = cells.map((cell, at) => wrapAnsi(cell, widths[at] ?? 1, { hard: true }).split("\n"));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, at) =>
        fill(lines[line] ?? "", widths[at] ?? 1, at === cells.length - 1 ? "right" : "left"),
      )
      .join(GAP)
      .trimEnd(),
  );
};

/** Each column as wide as its widest cell; the first one gives way where the window is too narrow for all. */
const columnWidths = (rows: readonly (readonly string[])[], width: number): readonly number[] => {
  const columns = rows[0]?.length ?? 0;
  const natural = Array.from({ length: columns }, (_, at) => widest(rows.map((row) => row[at] ?? "")));
  const others = natural.slice(1).reduce((sum, one) => sum + one + GAP.length, 0);
  return [Math.min(natural[0] ?? 0, width - others), ...natural.slice(1)];
};

/** Where not even that fits, each row is said over two lines: what it is, and its number below. */
const stacked = (rows: readonly (readonly string[])[], width: number): readonly string[] =>
  rows.flatMap((cells) => {
    const what = cells.slice(0, -1).filter((cell) => cell !== "");
    const indent = " ".repeat(TERMINAL.indent);
    const below = wrapAnsi(cells.at(-1) ?? "", width - TERMINAL.indent, { hard: true }).split("\n");
    return [
      ...wrapAnsi(what.join(", "), width, { hard: true }).split("\n"),
      ...below.map((line) => indent + line),
    ];
  });

/** Below this a column of words is a column of letters. */
const LEAST_COLUMN = 12;

/** A table in so many cells: columns aligned, the last one to the right; stacked where it is too narrow. */
export const screenTable = ({ columns, rows }: Table, width: number): string => {
  const safe = [columns, ...rows].map((row) => row.map(neutralise));
  const widths = columnWidths(safe, width);
  const fits = (widths[0] ?? 0) >= Math.min(LEAST_COLUMN, widest(safe.map((row) => row[0] ?? "")));
  const lines = fits ? safe.flatMap((row) => showRow(row, widths)) : stacked(safe.slice(1), width);
  return lines.join("\n");
};
