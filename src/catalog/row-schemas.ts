import { z } from "zod";
import { QUALIFIERS } from "../language/quantity.ts";
import { cell } from "./cells.ts";
import {
  DATE_BASES,
  FIGURE_KINDS,
  FIGURE_STATUSES,
  MEMBER_KINDS,
  SOURCE_KINDS,
  STAT_TYPES,
  TIME_KINDS,
} from "./observation.ts";

/**
 * The tables of a pack, a schema for a row of each. The schema is the definition: its keys are the
 * columns, in the order in which the file is best kept, and each reads one cell.
 */
export const ROW_SCHEMAS = {
  sources: z.strictObject({
    id: cell.id,
    outlet: cell.text,
    title: cell.optionalText,
    byline: cell.optionalText,
    url: cell.url,
    published: cell.optionalDay,
    published_basis: cell.oneOf(DATE_BASES),
    kind: cell.oneOf(SOURCE_KINDS),
    note: cell.optionalText,
    archive: cell.fileName,
  }),
  measures: z.strictObject({
    id: cell.id,
    name: cell.text,
    measured_property: cell.text,
    population: cell.text,
    unit: cell.text,
    definition: cell.text,
    kind_of_time: cell.oneOf(TIME_KINDS),
    stat_type: cell.oneOf(STAT_TYPES),
    base_measure: cell.optionalId,
    members: cell.memberKeys,
    not_to_be_confused_with: cell.ids,
  }),
  members: z.strictObject({
    dimension: cell.id,
    id: cell.id,
    name: cell.text,
    // A column that a file may leave out: most packs hold no aggregates.
    kind: z.enum(["", ...MEMBER_KINDS], `${MEMBER_KINDS.join(", ")}, or nothing`).optional(),
  }),
  names: z.strictObject({ id: cell.anyId, name: cell.text }),
  terms: z.strictObject({ term: cell.text, means: cell.text }),
  periods: z.strictObject({ id: cell.id, name: cell.text, start: cell.day, end: cell.optionalDay }),
  figures: z.strictObject({
    id: cell.id,
    measure: cell.id,
    members: cell.memberKeys,
    value: cell.number,
    value_max: cell.optionalNumber,
    qualifier: cell.oneOf(QUALIFIERS),
    period_label: cell.text,
    period_start: cell.day,
    period_end: cell.optionalDay,
    period_basis: cell.oneOf(DATE_BASES),
    kind: cell.oneOf(FIGURE_KINDS),
    source: cell.id,
    paragraph: cell.wholeNumber,
    as_printed: cell.text,
    attribution: cell.optionalText,
    caveat: cell.optionalText,
    status: cell.oneOf(FIGURE_STATUSES),
    supersedes: cell.optionalId,
    derived_from: cell.ids,
    // Most packs never correct a figure, so that their files may leave it out.
    reason: cell.optionalText.optional(),
  }),
  preferences: z.strictObject({ measure: cell.optionalId, source: cell.id, reason: cell.text }),
  uncited: z.strictObject({
    source: cell.id,
    paragraph: cell.wholeNumber,
    as_printed: cell.text,
    reason: cell.text,
  }),
} as const;

export type TableName = keyof typeof ROW_SCHEMAS;
export type RowOf<Name extends TableName> = Readonly<z.infer<(typeof ROW_SCHEMAS)[Name]>>;

/** Columns of a table that its file may leave out altogether. */
export const optionalColumns = (table: TableName): readonly string[] =>
  Object.entries<z.ZodType>(ROW_SCHEMAS[table].shape)
    .filter(([, schema]) => schema instanceof z.ZodOptional)
    .map(([column]) => column);

export const TABLE_NAMES = Object.keys(ROW_SCHEMAS) as readonly TableName[];

/** Without these a folder holds no figures; the others may be left out. */
export const REQUIRED_TABLES: readonly TableName[] = ["sources", "measures", "figures"];
