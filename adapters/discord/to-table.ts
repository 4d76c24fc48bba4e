import stringWidth from "string-width";
import type { Block } from "../../src/desk.ts";
import { escapeText, fenceText } from "./escape-text.ts";
import { OURS } from "./limits.ts";

type Table = Extract<Block, { readonly kind: "table" }>;
type Row = readonly string[];

const GAP = "  ";

/** "… 280 rows …" stands in one cell of its row. */
const isGap = (row: Row): boolean => row.slice(1).every((cell) => cell === "") && row.length > 1;

type Narrowed = { readonly shared: string | null; readonly rows: readonly Row[]; readonly columns: Row };

/** What stands in each row's first cell is said once, above. */
const narrow = ({ columns, rows }: Table): Narrowed => {
  const first = new Set(rows.filter((row) => !isGap(row)).map(([cell]) => cell));
  const [shared] = first;
  if (columns.length < 3 || first.size !== 1 || shared === undefined) return { shared: null, rows, columns };
  const rest = rows.map((row) => (isGap(row) ? row.slice(0, -1) : row.slice(1)));
  return { shared, rows: rest, columns: columns.slice(1) };
};

const widest = (cells: Row): number => Math.max(0, ...cells.map((cell) => stringWidth(cell)));

const inColumns = (rows: readonly Row[], widths: readonly number[]): readonly string[] =>
  rows.map((row) =>
    row
      .map((cell, at) => {
        const blank = " ".repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(cell)));
        return at === row.length - 1 ? blank + cell : cell + blank;
      })
      .join(GAP)
      .trimEnd(),
  );

const asList = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => {
    const what = row.slice(0, -1).filter((cell) => cell !== "");
    const value = row.at(-1) ?? "";
    if (value === "") return `- ${escapeText(what.join(", "))}`;
    return what.length === 0
      ? `- **${escapeText(value)}**`
      : `- ${escapeText(what.join(", "))}: **${escapeText(value)}**`;
  });

/**
 * A table in letters of one width, the figures to the right; as a list where its rows are wider than a screen.
 * Discord has no tables of its own.
 */
export const toTable = (table: Table): string => {
  const { shared, rows, columns } = narrow(table);
  const above = shared === null ? "" : `${escapeText(shared)}\n`;
  const safe = [columns, ...rows].map((row) => row.map(fenceText));
  // A gap's words may be wider than their column: they run on over the empty cells beside them.
  const measured = safe.filter((row) => !isGap(row));
  const widths = columns.map((_column, at) => widest(measured.map((row) => row[at] ?? "")));
  const width = widths.reduce((sum, one) => sum + one, GAP.length * (columns.length - 1));
  if (width > OURS.tableWidth) return above + asList(rows).join("\n");
  return `${above}\`\`\`\n${inColumns(safe, widths).join("\n")}\n\`\`\``;
};
