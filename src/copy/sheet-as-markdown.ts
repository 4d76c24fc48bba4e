import type { List, Paragraph, Root, RootContent } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import type { CopyTable } from "./copy.ts";
import { tableNode } from "./forms-of.ts";

/** One statement of a fact-check sheet: its figures as a table, then what stands beside it, and how it was checked. */
export type SheetPart = {
  readonly statement: string;
  readonly figures: CopyTable;
  readonly notes: readonly string[];
  readonly checked: string;
};

const paragraph = (value: string): Paragraph => ({ type: "paragraph", children: [{ type: "text", value }] });

const bullets = (notes: readonly string[]): List => ({
  type: "list",
  spread: false,
  children: notes.map((note) => ({ type: "listItem", spread: false, children: [paragraph(note)] })),
});

const partNodes = ({ statement, figures, notes, checked }: SheetPart, at: number): readonly RootContent[] => [
  { type: "heading", depth: 2, children: [{ type: "text", value: `${at + 1}` }] },
  paragraph(statement),
  tableNode(figures),
  ...(notes.length === 0 ? [] : [bullets(notes)]),
  paragraph(checked),
];

/** A fact-check sheet as Markdown, in which every character of the data stands for itself. */
export const sheetAsMarkdown = (title: string, line: string, parts: readonly SheetPart[]): string => {
  const root: Root = {
    type: "root",
    children: [
      { type: "heading", depth: 1, children: [{ type: "text", value: title }] },
      paragraph(line),
      ...parts.flatMap(partNodes),
    ],
  };
  return toMarkdown(root, { bullet: "-", extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] });
};
