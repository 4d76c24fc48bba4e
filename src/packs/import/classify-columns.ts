import type { ColumnWords } from "./column-words.ts";
import type { ForeignTable } from "./foreign-package.ts";
import { withoutEnd } from "./header-text.ts";
import type { ColumnMapping } from "./mapping.ts";
import { joined } from "./name-table.ts";
import { type Column, profileColumn } from "./profile-column.ts";
import { readPeriodCell } from "./read-period-cell.ts";
import { decides, sayTheSame } from "./relate-columns.ts";
import { slugOf } from "./slug.ts";

type Classified = ReadonlyMap<Column, ColumnMapping>;
type Rule = (column: Column, columns: readonly Column[], words: ColumnWords) => ColumnMapping | null;

const leftOut = (why: string): ColumnMapping => ({ role: "left_out", why });

/** Longer cells than this are sentences and links. */
const PROSE = 50;
const EARLIEST = 1500;
const LATEST = 2150;

const PARTS = ["year", "quarter", "month", "day", "start", "end"] as const;

const isEmpty: Rule = ({ filled }) => (filled === 0 ? leftOut("it is empty") : null);

/** 1960, 1961, … as the names of columns of numbers. */
const isInPeriod: Rule = ({ field, numeric }) =>
  numeric && readPeriodCell(field.name.trim()) !== null ? { role: "measure_in_period" } : null;

/** Four-digit years that are no amounts: all in the range of years, under a name that is one of time or not of amounts. */
const looksLikeYears = ({ values, whole }: Column): boolean =>
  whole && [...values].every((value) => Number(value) >= EARLIEST && Number(value) <= LATEST);

const TIME_TYPES = ["year", "yearmonth", "date", "datetime"];

const saysTime = ({ header, field }: Column, words: ColumnWords): boolean =>
  words.is("time", header) || words.is("year", header) || TIME_TYPES.includes(field.type ?? "");

/** The only column that looks like years, in a table whose other columns say nothing of time. */
const isOnlyYears = (column: Column, columns: readonly Column[], words: ColumnWords): boolean =>
  looksLikeYears(column) &&
  columns.every(
    (other) =>
      other === column ||
      !(looksLikeYears(other) || saysTime(other, words) || (other.time !== null && !other.numeric)),
  );

const isTime: Rule = (column, columns, words) => {
  const { header, time, numeric } = column;
  if (words.is("no_time", header)) return leftOut("it is a date, but not one that the numbers are of");
  if (time === null) return null;
  if (!numeric || saysTime(column, words)) return { role: "time" };
  const years = looksLikeYears(column) && words.has("year", header);
  return years || isOnlyYears(column, columns, words) ? { role: "time" } : null;
};

const isPartOfTime: Rule = ({ header, time }, _columns, words) => {
  const part = PARTS.find((one) => words.is(one, header));
  if (part === undefined || ((part === "start" || part === "end") && time === null)) return null;
  return { role: part };
};

const isNote: Rule = ({ header, numeric, length }, _columns, words) => {
  const [first = ""] = header.split(" ", 1);
  if (words.is("note", header) || words.is("note", first)) return leftOut("it holds notes");
  if (words.is("coordinate", header)) return leftOut("it is a place on a map or in a list, not a figure");
  return !numeric && length > PROSE ? leftOut("it holds running text") : null;
};

const isIndicator: Rule = ({ header, numeric }, _columns, words) => {
  if (numeric) return null;
  if (words.is("unit_column", header)) return { role: "unit" };
  return words.is(
    "indicator",
    withoutEnd(header, (word) => words.is("title", word)),
  )
    ? { role: "indicator" }
    : null;
};

const isNumber: Rule = ({ header, numeric, whole, values, filled, field }, _columns, words) => {
  if (!numeric) return null;
  const last = header.split(" ").at(-1) ?? "";
  if (words.is("code", header) || (words.is("code", last) && whole)) return leftOut("its numbers are codes");
  if (words.is("group", header) && whole) return { role: "dimension" };
  const counted = whole && values.size === filled && filled > 2 && header.startsWith("column ");
  if (counted) return leftOut("it only counts the rows");
  return field.type === "boolean" ? null : { role: "measure" };
};

const RULES: readonly Rule[] = [isEmpty, isInPeriod, isTime, isPartOfTime, isNote, isIndicator, isNumber];

const firstRule: Rule = (column, columns, words) => {
  for (const rule of RULES) {
    const found = rule(column, columns, words);
    if (found !== null) return found;
  }
  return { role: "dimension" };
};

const columnsOf = (roles: Classified, role: ColumnMapping["role"]): readonly Column[] =>
  [...roles].filter(([, mapping]) => mapping.role === role).map(([column]) => column);

const withRoles = (roles: Classified, changed: readonly (readonly [Column, ColumnMapping])[]): Classified =>
  new Map([...roles, ...changed]);

/** One column says when; of several the finest does, and a year beside a month completes it. */
const settleTime = (roles: Classified): Classified => {
  const whole = columnsOf(roles, "time");
  const parts = ["quarter", "month", "day"].flatMap((role) =>
    columnsOf(roles, role as ColumnMapping["role"]),
  );
  const yearly = whole.filter(({ time }) => time?.grain === "year");
  const finer = whole.filter((column) => !yearly.includes(column));
  const [best, ...others] = [...finer, ...yearly];
  if (best === undefined) return roles;
  const drop = (columns: readonly Column[]) =>
    columns.map((column) => [column, leftOut(`${best.field.name} says when`)] as const);
  if (finer.length === 0 && parts.length > 0)
    return withRoles(roles, [[best, { role: "year" }], ...drop(others)]);
  const spans = ["year", "start", "end"].flatMap((role) => columnsOf(roles, role as ColumnMapping["role"]));
  return withRoles(roles, drop([...others, ...parts, ...spans]));
};

const isCodeLike = ({ header }: Column, words: ColumnWords): boolean =>
  header.split(" ").some((word) => words.is("code", word));

const isProse = ({ header }: Column, words: ColumnWords): boolean =>
  words.is("note", header.split(" ").at(-1) ?? "");

/** Of columns that say the same the one with the fuller names is the dimension; a description is no name. */
const byFullness =
  (words: ColumnWords) =>
  (one: Column, other: Column): number =>
    Number(isCodeLike(one, words)) - Number(isCodeLike(other, words)) ||
    Number(isProse(one, words)) - Number(isProse(other, words)) ||
    other.length - one.length;

type Told = { readonly column: Column; readonly mapping: ColumnMapping };

const isOfTerritories = ({ header, field: { title } }: Column, words: ColumnWords): boolean =>
  [header, title ?? ""].some((text) =>
    words.is(
      "territory",
      withoutEnd(text.toLowerCase(), (word) => words.is("title", word) || words.is("code", word)),
    ),
  );

/** The country of a city, of which the table has no other, is no name of the city. */
const isPlaceOf = (column: Column, twin: Column, words: ColumnWords): boolean =>
  isOfTerritories(column, words) && !isOfTerritories(twin, words);

const LETTER = /\p{L}/u;

/** "Nova Scotia" may stand behind the name of what lies there; a number or a sentence does not. */
const mayBeSaid = ({ values, length }: Column): boolean =>
  length <= PROSE && [...values].every((value) => LETTER.test(value));

const againstOthers = (
  column: Column,
  kept: readonly Column[],
  { table, words }: { readonly table: ForeignTable; readonly words: ColumnWords },
): ColumnMapping | null => {
  const twin = kept.find(
    (other) => other.values.size === column.values.size && sayTheSame(table, column, other),
  );
  if (twin !== undefined)
    return { role: isPlaceOf(column, twin, words) ? "belongs" : "names", of: twin.field.name };
  const finer = kept.find((other) => other.values.size > column.values.size && decides(table, other, column));
  if (finer === undefined) return null;
  return mayBeSaid(column)
    ? { role: "belongs", of: finer.field.name }
    : leftOut(`it follows from ${finer.field.name}`);
};

/** What describes a thing is no name of it. */
const namesOnly = (
  column: Column,
  mapping: ColumnMapping | null,
  words: ColumnWords,
): ColumnMapping | null =>
  mapping?.role === "names" && isProse(column, words) ? leftOut(`it describes ${mapping.of}`) : mapping;

/** Codes are names of what they stand for; what follows from another column is no dimension of its own. */
const settleDimensions = (roles: Classified, table: ForeignTable, words: ColumnWords): Classified => {
  const several = [...columnsOf(roles, "dimension"), ...columnsOf(roles, "indicator")].filter(
    ({ values }) => values.size > 1,
  );
  const isIndicatorColumn = (column: Column) => roles.get(column)?.role === "indicator";
  const ordered = several.toSorted(
    (one, other) =>
      Number(isIndicatorColumn(other)) - Number(isIndicatorColumn(one)) ||
      (one.values.size === other.values.size
        ? byFullness(words)(one, other)
        : other.values.size - one.values.size),
  );
  const kept: Column[] = [];
  const told: Told[] = [];
  for (const column of ordered) {
    const mapping = namesOnly(column, againstOthers(column, kept, { table, words }), words);
    if (mapping === null) kept.push(column);
    else told.push({ column, mapping });
  }
  return withRoles(
    roles,
    told.map(({ column, mapping }) => [column, mapping] as const),
  );
};

/** Cells that are all different in a long table tell rows apart and nothing else, unless there is nothing else. */
const dropKeys = (roles: Classified, table: ForeignTable): Classified => {
  const dimensions = columnsOf(roles, "dimension");
  const timed = ["time", "year", "start"].some(
    (role) => columnsOf(roles, role as ColumnMapping["role"]).length > 0,
  );
  const keys = dimensions.filter(
    ({ values, filled }) => values.size === filled && filled === table.rows.length,
  );
  const isKey = timed && table.rows.length > 20;
  return isKey
    ? withRoles(
        roles,
        keys.map((column) => [column, leftOut("each row has its own")]),
      )
    : roles;
};

/** By its name and by its title: "frs" and "Fire and rescue service" are both what people ask for. */
const dimensionId = ({ header, field: { title } }: Column, words: ColumnWords): string => {
  const [own = "", titled = ""] = [header, title ?? ""].map((text) =>
    withoutEnd(text, (word) => words.is("title", word.toLowerCase())),
  );
  return slugOf(titled === "" || words.is("title", titled.toLowerCase()) ? own : joined(own, titled));
};

const nameDimensions = (roles: Classified, words: ColumnWords): Classified =>
  withRoles(
    roles,
    columnsOf(roles, "dimension").map((column) => [
      column,
      { role: "dimension", dimension: dimensionId(column, words) },
    ]),
  );

const CODE_LIKE = /^[\p{Lu}\p{N}_-]{1,12}$/u;
const isConstantCode = ({ values }: Column): boolean =>
  values.size === 1 && [...values].every((value) => CODE_LIKE.test(value));

/**
 * "Subject" beside columns of entries, pass rates and points tells of whom they are, and not what is measured: each of
 * the others says that itself.
 */
const measuredBeside = (roles: Classified, words: ColumnWords): Classified => {
  const isGeneric = ({ header, field: { title } }: Column): boolean =>
    [header, title ?? header].some((text) =>
      text.split(" ").every((word) => words.is("value", word.toLowerCase())),
    );
  const measures = columnsOf(roles, "measure");
  if (measures.length < 2 || measures.some(isGeneric)) return roles;
  return withRoles(
    roles,
    columnsOf(roles, "indicator").map((column) => [column, { role: "dimension" }] as const),
  );
};

/** Of several columns that name what is measured, the one that tells the most; constant codes tell nothing. */
const settleIndicators = (roles: Classified): Classified => {
  const constant = [...columnsOf(roles, "indicator"), ...columnsOf(roles, "dimension")].filter(
    isConstantCode,
  );
  const left = withRoles(
    roles,
    constant.map((column) => [column, leftOut("it says the same in every row")] as const),
  );
  const [, ...others] = columnsOf(left, "indicator").toSorted(
    (a, b) => Number(b.values.size > 1) - Number(a.values.size > 1) || b.length - a.length,
  );
  return withRoles(
    left,
    others.map((column) => [column, { role: "dimension" }] as const),
  );
};

/** What each column of a table is taken for, by its name, its type and its cells. */
export const classifyColumns = (table: ForeignTable, words: ColumnWords): Classified => {
  const columns = table.fields.map((_, index) => profileColumn(table, index, words));
  const first = new Map(columns.map((column) => [column, firstRule(column, columns, words) ?? leftOut("")]));
  const timed = settleTime(first);
  const keyed = dropKeys(settleIndicators(measuredBeside(timed, words)), table);
  return nameDimensions(settleDimensions(keyed, table, words), words);
};
