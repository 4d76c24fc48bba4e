import { type Entry, entriesOf, type Fault, faultAt, type PackTables } from "./pack-tables.ts";

// What must hold between the cells of one row. A rule is silent where a cell that it needs could not be read:
// that cell has its own fault already.

const checkSource = (entry: Entry<"sources">): readonly Fault[] => {
  const { published, published_basis: basis } = entry.read;
  if (published === undefined || basis === undefined) return [];
  if (published === null && basis !== "unknown") {
    const expected = 'a day, or "unknown" as published_basis';
    return [faultAt(entry, "published", { found: "", expected })];
  }
  if (published !== null && basis === "unknown") {
    const expected = "printed or inferred, as a day is given, or no day";
    return [faultAt(entry, "published_basis", { found: basis, expected })];
  }
  return [];
};

const checkMeasure = (entry: Entry<"measures">): readonly Fault[] => {
  const { id, stat_type: statType, base_measure: base, not_to_be_confused_with: others = [] } = entry.read;
  const plain =
    statType === "value" && base
      ? [faultAt(entry, "base_measure", { found: base, expected: "no base measure for a plain value" })]
      : [];
  const itself = others
    .filter((other) => other === id)
    .map((found) => faultAt(entry, "not_to_be_confused_with", { found, expected: "other measures" }));
  return [...plain, ...itself];
};

const checkPeriod = (entry: Entry<"periods">): readonly Fault[] => {
  const { start, end } = entry.read;
  if (!(start && end && start > end)) return [];
  return [faultAt(entry, "end", { found: end, expected: `a day not before its start, ${start}` })];
};

const checkFigure = (entry: Entry<"figures">): readonly Fault[] => {
  const { period_start: start, period_end: end, value, value_max: max } = entry.read;
  const days =
    start && end && start > end
      ? [faultAt(entry, "period_end", { found: end, expected: `a day not before period_start, ${start}` })]
      : [];
  const range =
    value !== undefined && typeof max === "number" && max <= value
      ? [faultAt(entry, "value_max", { found: String(max), expected: `more than value, ${value}, or empty` })]
      : [];
  return [...days, ...range];
};

/** Every fault that a row has by itself. */
export const checkRows = (packs: readonly PackTables[]): readonly Fault[] => [
  ...entriesOf(packs, "sources").flatMap(checkSource),
  ...entriesOf(packs, "measures").flatMap(checkMeasure),
  ...entriesOf(packs, "periods").flatMap(checkPeriod),
  ...entriesOf(packs, "figures").flatMap(checkFigure),
];
