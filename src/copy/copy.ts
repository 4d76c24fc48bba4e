/** A table of copy: what, its period, the figure, and who says so, a row for each figure. */
export type CopyTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Part of a line; `link` leads to the document where it has an address. */
export type CopyPiece = { readonly text: string; readonly link: string | null };
export type CopyLine = readonly CopyPiece[];

/** What a reporter pastes: a sentence with its attribution, the table where there are several figures, the citation. */
export type Copy = {
  readonly sentence: CopyLine;
  readonly table: CopyTable | null;
  /** A line for each document. */
  readonly citation: readonly CopyLine[];
};
