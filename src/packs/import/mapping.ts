import { z } from "zod";
import { TIME_KINDS } from "../../catalog/observation.ts";

/**
 * What each column of a table was taken for. It is written to import.json beside the tables, is repeated by
 * the next import of the same package, and may be edited to overrule what was found out.
 */
export const COLUMN_ROLES = [
  /** When: a whole period in each cell, or a part of one that another column completes. */
  "time",
  "year",
  "quarter",
  "month",
  "day",
  "start",
  "end",
  /** A number to answer with. */
  "measure",
  /** The column's name is the period: 1960, 1961, … */
  "measure_in_period",
  /** The cells name what is measured. */
  "indicator",
  "unit",
  /** The cells are groups to ask for. */
  "dimension",
  /** The cells are other names of the members in another column. */
  "names",
  /** The cells say where the members in another column lie, or what they belong to: the province of a city. */
  "belongs",
  "left_out",
] as const;

const columnSchema = z.strictObject({
  role: z.enum(COLUMN_ROLES, `one of ${COLUMN_ROLES.join(", ")}`),
  /** For a dimension: its id. */
  dimension: z.string().min(1).optional(),
  /** For names and what members belong to: the column whose members they are of. */
  of: z.string().optional(),
  /** Why it was taken for that. */
  why: z.string().optional(),
});
export type ColumnMapping = Readonly<z.infer<typeof columnSchema>>;

const measureSchema = z.strictObject({
  name: z.string().min(1, "a name"),
  names: z.array(z.string()),
  unit: z.string().min(1, "a unit"),
  kind_of_time: z.enum(TIME_KINDS, `one of ${TIME_KINDS.join(", ")}`),
  /** A share is printed as a percentage of something, a mean as one; all else are plain values. */
  stat_type: z.enum(["value", "mean", "share"], "value, mean or share"),
  definition: z.string().min(1, "what is counted"),
  /** Values are printed in thousands, millions, …; they are held in base units. */
  scale: z.enum(["thousand", "million", "billion", "trillion"]).optional(),
});
export type MeasureMapping = Readonly<z.infer<typeof measureSchema>>;

const tableSchema = z.strictObject({
  columns: z.record(z.string(), columnSchema),
  /** By the column that holds the numbers, or by the indicator's cell. */
  measures: z.record(z.string(), measureSchema),
  /** What every figure is of where no column says when: "2011", "2020-03". */
  period: z.string().optional(),
  /** The month in which years such as 2019/20 begin, where the package's texts tell. */
  year_starts: z.int().min(1).max(12).optional(),
});
export type TableMapping = Readonly<z.infer<typeof tableSchema>>;

export const mappingSchema = z.strictObject({
  about: z.string(),
  tables: z.record(z.string(), tableSchema),
});
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;

export const MAPPING_FILE = "import.json";
export const ABOUT_MAPPING =
  "What each column was taken for when this package was imported. Edit it and import again to overrule.";
