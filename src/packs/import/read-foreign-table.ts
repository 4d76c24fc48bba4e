import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ForeignField, ForeignLink, ForeignRow, ForeignTable } from "./foreign-package.ts";

const textOrNull = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text === undefined || text === null || text.trim() === "" ? null : text.trim()));

/** Schemas in the wild say "id" for "name", and give formats of every kind: what cannot be read is passed over. */
const fieldSchema = z.object({
  name: textOrNull,
  id: textOrNull,
  title: textOrNull,
  description: textOrNull,
  type: textOrNull,
  format: textOrNull,
  unit: textOrNull,
  decimalChar: textOrNull,
  groupChar: textOrNull,
});
type FieldDescriptor = z.infer<typeof fieldSchema>;

const missingValue = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]);

export const dialectSchema = z.object({
  delimiter: z.string().optional().catch(undefined),
  quoteChar: z.string().length(1).optional().catch(undefined),
  commentChar: z.string().length(1).optional().catch(undefined),
  header: z.boolean().optional().catch(undefined),
});

const columnNames = z
  .union([z.array(z.string()), z.string().transform((name) => [name])])
  .catch([])
  .default([]);

/** Of a key over several columns the codes are looked up one by one, as far as the names say which is which. */
const linkSchema = z
  .object({
    fields: columnNames,
    reference: z.object({ resource: z.string().catch("").default(""), fields: columnNames }),
  })
  .transform(({ fields, reference }): readonly ForeignLink[] =>
    fields.length === 1 && reference.fields.length === 1
      ? [{ field: fields[0] ?? "", table: reference.resource, key: reference.fields[0] ?? "" }]
      : [],
  );

export const tableSchema = z.object({
  fields: z.array(fieldSchema).catch([]),
  foreignKeys: z.array(linkSchema.catch([])).catch([]).default([]),
  primaryKey: columnNames,
  missingValues: z.array(missingValue).catch([""]).default([""]),
});

/** What a package says of one of its tables. */
export type TableDescriptor = {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly path: string;
  readonly encoding: string | null;
  readonly dialect: z.infer<typeof dialectSchema>;
  readonly schema: z.infer<typeof tableSchema>;
};

const DELIMITERS = [",", ";", "\t", "|"];
const QUOTED = /"(?:[^"]|"")*"/g;
const LINE_END = /\r\n|\n|\r/;

/** The sign that most often parts the cells of the header. */
const guessDelimiter = (text: string): string => {
  const header = (text.split(LINE_END, 1)[0] ?? "").replace(QUOTED, "");
  const counts = DELIMITERS.map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ",";
};

/** Text that is not UTF-8, whatever the package says, is most often what Windows writes in the West. */
const decode = (bytes: Buffer, encoding: string | null): string => {
  try {
    return new TextDecoder(encoding ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

type Parsed = { readonly info: { readonly lines: number }; readonly record: readonly string[] };

const parseRows = (
  text: string,
  { dialect }: TableDescriptor,
): readonly { line: number; cells: readonly string[] }[] => {
  // The types of csv-parse do not know what "info" makes of a record.
  const parsed: unknown = parse(text, {
    bom: true,
    info: true,
    delimiter: dialect.delimiter ?? guessDelimiter(text),
    quote: dialect.quoteChar ?? '"',
    ...(dialect.commentChar === undefined ? {} : { comment: dialect.commentChar }),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  return (parsed as readonly Parsed[]).map(({ info, record }) => ({ line: info.lines, cells: record }));
};

const COMMA_DECIMAL = /^[-+−]?(?:\d{1,3}(?:[. \u00A0\u202F']\d{3})+|\d+),\d+$/u;
const COMMA_GROUPS = /^[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const POINT_DECIMAL = /^[-+−]?\d+\.\d+$/u;

/** How a column writes its numbers: "12,5" has a decimal comma, unless all its commas may part thousands. */
const guessMarks = (cells: readonly string[]): Pick<ForeignField, "decimalChar" | "groupChar"> => {
  const commas = cells.filter((cell) => COMMA_DECIMAL.test(cell));
  if (commas.length === 0) return { decimalChar: ".", groupChar: "," };
  const grouped = commas.every((cell) => COMMA_GROUPS.test(cell));
  const pointed = cells.some((cell) => POINT_DECIMAL.test(cell));
  return grouped || pointed ? { decimalChar: ".", groupChar: "," } : { decimalChar: ",", groupChar: "." };
};

const nameOf = ({ name, id }: FieldDescriptor): string => name ?? id ?? "";

const toField = (
  name: string,
  described: FieldDescriptor | undefined,
  { cells, missing }: { readonly cells: readonly string[]; readonly missing: ReadonlySet<string> },
): ForeignField => {
  const guessed = guessMarks(cells);
  const decimalChar = described?.decimalChar ?? guessed.decimalChar;
  const otherMark = decimalChar === "," ? "." : ",";
  return {
    name,
    title: described?.title ?? null,
    description: described?.description ?? null,
    type: described?.type ?? null,
    format: described?.format ?? null,
    unit: described?.unit ?? null,
    decimalChar,
    groupChar: described?.groupChar ?? otherMark,
    missing,
  };
};

/** Enough cells to see how a column writes its numbers. */
const SAMPLE = 2000;

/** A blank header cell is still a column, and two of one name are two. */
const headerNames = (header: readonly string[]): readonly string[] =>
  header.map((name, index) => {
    const own = name === "" ? `column ${index + 1}` : name;
    return header.indexOf(name) === index ? own : `${own} (${index + 1})`;
  });

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Reads a table of a package; throws where its bytes are no table. */
export const readForeignTable = (file: string, described: TableDescriptor): ForeignTable => {
  const text = decode(readFileSync(file), described.encoding);
  const all = parseRows(text, described);
  const { fields, missingValues } = described.schema;
  const withHeader = described.dialect.header !== false;
  const names = withHeader ? headerNames(all[0]?.cells ?? []) : fields.map(nameOf);
  const rows = withHeader ? all.slice(1) : all;
  const missing = new Set(missingValues);
  const byPosition = fields.length === names.length;
  return {
    name: described.name,
    title: described.title,
    description: described.description,
    path: described.path,
    links: described.schema.foreignKeys.flat(),
    primaryKey: described.schema.primaryKey,
    fields: names.map((name, index) => {
      const own =
        fields.find((field) => same(nameOf(field), name)) ?? (byPosition ? fields[index] : undefined);
      const cells = rows.slice(0, SAMPLE).map((row) => row.cells[index] ?? "");
      return toField(name, own, { cells, missing });
    }),
    rows: rows.map(
      ({ line, cells }): ForeignRow => ({ line, cells: names.map((_, index) => cells[index] ?? "") }),
    ),
  };
};
