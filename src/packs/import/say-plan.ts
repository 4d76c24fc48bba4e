import type { ForeignPackage } from "./foreign-package.ts";
import type { Gathered, NotTaken } from "./gather-figures.ts";
import type { ColumnMapping, Mapping, MeasureMapping } from "./mapping.ts";
import type { Measures } from "./register-measures.ts";
import type { Members, NamedMember } from "./register-members.ts";

const grouped = new Intl.NumberFormat("en-US");
/** 1, "row" → "1 row"; 12345, "row" → "12,345 rows". */
export const counted = (count: number, noun: string): string =>
  `${grouped.format(count)} ${noun}${count === 1 ? "" : "s"}`;

const SHOWN_LINES = 8;
const SHOWN_MEASURES = 40;

export const linesText = (lines: readonly number[]): string => {
  const once = [...new Set(lines)];
  const shown = once.slice(0, SHOWN_LINES).join(", ");
  return once.length > SHOWN_LINES
    ? `rows ${shown} and ${grouped.format(once.length - SHOWN_LINES)} more`
    : `row${once.length === 1 ? "" : "s"} ${shown}`;
};

const sayColumn = (column: string, { role, dimension, of, why }: ColumnMapping): string => {
  const reason = why === undefined ? "" : `: ${why}`;
  switch (role) {
    case "dimension":
      return `  ${column}: dimension ${dimension ?? column}${reason}`;
    case "names":
      return `  ${column}: other names of ${of ?? ""}`;
    case "belongs":
      return `  ${column}: what each ${of ?? ""} belongs to`;
    case "left_out":
      return `  ${column}: left out${reason}`;
    case "measure_in_period":
      return `  ${column}: numbers of that period`;
    case "measure":
      return `  ${column}: numbers`;
    case "indicator":
      return `  ${column}: what is measured`;
    case "unit":
      return `  ${column}: units`;
    default:
      return `  ${column}: ${role === "time" ? "the period" : `the period's ${role}`}`;
  }
};

const sayMeasure = (id: string, { name, unit, kind_of_time: kind, scale }: MeasureMapping): string =>
  `  ${name} (${id}): in ${scale === undefined ? unit : `${unit}, printed in ${scale}s`}; ${kind}`;

const sayDimension = (dimension: string, members: readonly NamedMember[]): string => {
  const aggregates = members.filter(({ aggregate }) => aggregate).length;
  const beside = aggregates === 0 ? "" : `, ${grouped.format(aggregates)} of them aggregates`;
  return `  ${dimension}: ${counted(members.length, "member")}${beside}`;
};

const PERIOD_COLUMNS = 4;

/** Columns of years are many and all alike. */
const shortened = (lines: readonly string[]): readonly string[] => {
  const inPeriods = lines.filter((line) => line.endsWith(": numbers of that period"));
  if (inPeriods.length <= PERIOD_COLUMNS) return lines;
  const rest = lines.filter((line) => !inPeriods.includes(line));
  const [first = "", last = ""] = [inPeriods[0], inPeriods.at(-1)];
  return [...rest, `${first.split(":", 1)[0]} to ${last.trim().split(":", 1)[0]}: numbers of those periods`];
};

export const sayNotTaken = ({ table, why, lines }: NotTaken): string =>
  `  ${table}: ${why}, ${linesText(lines)}`;

export type Planned = {
  readonly found: ForeignPackage;
  readonly mapping: Mapping;
  readonly measures: Measures;
  readonly members: Members;
  readonly gathered: Gathered;
  readonly passed: readonly NotTaken[];
};

/** What an import would do, line by line, for the person who is to say yes to it. */
export const sayPlan = ({
  found,
  mapping,
  measures,
  members,
  gathered,
  passed,
}: Planned): readonly string[] => {
  const tables = found.tables.flatMap((table) => {
    const columns = Object.entries(mapping.tables[table.name]?.columns ?? {});
    return [
      `${table.path}: ${counted(table.rows.length, "row")}`,
      ...shortened(columns.map(([column, one]) => sayColumn(column, one))),
    ];
  });
  const dimensions = Map.groupBy(members.members, ({ dimension }) => dimension);
  const shown = measures.measures.slice(0, SHOWN_MEASURES).map(({ id, mapping: one }) => sayMeasure(id, one));
  const more = measures.measures.length - shown.length;
  const notTaken = [...passed, ...gathered.notTaken, ...gathered.contradictions];
  const leftOut = found.leftOut.map(({ what, why }) => `  ${what}: ${why}`);
  return [
    `${found.name}: ${found.title}`,
    ...tables,
    "measures",
    ...shown,
    ...(more > 0 ? [`  and ${grouped.format(more)} more`] : []),
    ...(dimensions.size === 0 ? [] : ["dimensions"]),
    ...[...dimensions].map(([dimension, own]) => sayDimension(dimension, own)),
    ...(leftOut.length + notTaken.length === 0 ? [] : ["left out"]),
    ...leftOut,
    ...notTaken.map(sayNotTaken),
    `${counted(gathered.figures.length, "figure")}, ${counted(measures.measures.length, "measure")}`,
  ];
};
