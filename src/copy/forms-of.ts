import { toHtml } from "hast-util-to-html";
import type { Paragraph, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toHast } from "mdast-util-to-hast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Copy, CopyLine, CopyTable } from "./copy.ts";

/** Copy as it is pasted: into a text field, a Markdown editor, or a content system. */
export type CopyForms = {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
  /** The citation alone. */
  readonly citation: string;
};

const BLANKS = /\s+/gu;
/** A line stays a line, whatever stands in what a source printed. */
const oneLine = (text: string): string => text.replaceAll(BLANKS, " ");

const textOf = (line: CopyLine): string => oneLine(line.map(({ text }) => text).join(""));

/** A cell with a tab in it would be two. */
const plainTable = ({ columns, rows }: CopyTable): string =>
  [columns, ...rows].map((row) => row.map(oneLine).join("\t")).join("\n");

const paragraph = (line: CopyLine): Paragraph => ({
  type: "paragraph",
  children: line.map(({ text, link }): PhrasingContent => {
    const value = oneLine(text);
    return link === null
      ? { type: "text", value }
      : { type: "link", url: link, children: [{ type: "text", value }] };
  }),
});

const row = (cells: readonly string[]): TableRow => ({
  type: "tableRow",
  children: cells.map((cell) => ({ type: "tableCell", children: [{ type: "text", value: oneLine(cell) }] })),
});

/** A table with a line of names above its rows. */
export const tableNode = ({ columns, rows }: CopyTable): Table => ({
  type: "table",
  children: [columns, ...rows].map(row),
});

const treeOf = ({ sentence, table }: Copy): Root => {
  const parts: RootContent[] = [paragraph(sentence)];
  if (table !== null) parts.push(tableNode(table));
  return { type: "root", children: parts };
};

/** Copy in each form, escaped as the form wants it. */
export const formsOf = (copy: Copy): CopyForms => {
  const tree = treeOf(copy);
  const table = copy.table === null ? [] : [plainTable(copy.table)];
  return {
    plain: [textOf(copy.sentence), ...table].join("\n\n"),
    markdown: toMarkdown(tree, { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] }).trimEnd(),
    html: toHtml(toHast(tree)),
    citation: copy.citation.map(textOf).join("\n"),
  };
};
