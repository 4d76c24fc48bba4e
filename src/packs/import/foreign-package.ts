/** A column of someone else's table, as far as its schema tells. */
export type ForeignField = {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly type: string | null;
  readonly format: string | null;
  /** As the schema gives it in a property of its own: "GWh". */
  readonly unit: string | null;
  /** "." where neither the schema nor the cells say otherwise. */
  readonly decimalChar: string;
  readonly groupChar: string;
  readonly missing: ReadonlySet<string>;
};

/** A row with the line that it ends on; the header is line 1. A cell for each field, trimmed. */
export type ForeignRow = { readonly line: number; readonly cells: readonly string[] };

/** A column whose cells stand in a column of another table, which tells more of them. */
export type ForeignLink = { readonly field: string; readonly table: string; readonly key: string };

export type ForeignTable = {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  /** As the package has it: "data/population.csv". */
  readonly path: string;
  readonly fields: readonly ForeignField[];
  readonly rows: readonly ForeignRow[];
  readonly links: readonly ForeignLink[];
  /** Columns that tell its rows apart, by name, where the schema says which. */
  readonly primaryKey: readonly string[];
};

/** A part of the package that no figures come from, and why. */
export type LeftOut = { readonly what: string; readonly why: string };

/** Someone else's data package, read but not yet understood. */
export type ForeignPackage = {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly keywords: readonly string[];
  /** Who publishes it: "World Bank and OECD". */
  readonly outlet: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly version: string | null;
  /** An ISO day; null where the package prints none. */
  readonly published: string | null;
  readonly tables: readonly ForeignTable[];
  readonly leftOut: readonly LeftOut[];
};
