import { type Entry, entriesOf, type Fault, faultAt, type PackTables } from "../catalog/pack-tables.ts";
import type { Quantity } from "../language/quantity.ts";

/** Reads the number that a source prints, "7.6 million" as 7600000; null where it reads as none. */
export type NumberReader = (asPrinted: string) => Quantity | null;

/** Far below any digit that is printed; values such as 0.1 + 0.2 differ by less. */
const TOLERANCE = 1e-9;

/** Digits and a point read as what they are; in a large table of them, asking the reader each time takes seconds. */
const PLAIN_DIGITS = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const same = (left: number | null, right: number | null): boolean =>
  left === null || right === null
    ? left === right
    : Math.abs(left - right) <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right));

type Printed = {
  readonly asPrinted: string;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string | undefined;
};

/** Whether a number as it is printed is the value, in the measure's unit. */
export const readsAsPrinted = (
  { asPrinted, value, valueMax, unit }: Printed,
  readNumber: NumberReader,
): boolean => {
  if (valueMax === null && PLAIN_DIGITS.test(asPrinted) && Number(asPrinted) === value) return true;
  const quantity = readNumber(asPrinted);
  return (
    quantity !== null &&
    same(quantity.value, value) &&
    same(quantity.valueMax, valueMax) &&
    (quantity.unit === null || unit === undefined || unit.startsWith(quantity.unit))
  );
};

const checkFigure = (
  entry: Entry<"figures">,
  { unit, readNumber }: { readonly unit: string | undefined; readonly readNumber: NumberReader },
): readonly Fault[] => {
  const { as_printed: found, value, value_max: max } = entry.read;
  if (found === undefined || value === undefined || max === undefined) return [];
  if (max === null && PLAIN_DIGITS.test(found) && Number(found) === value) return [];
  const quantity = readNumber(found);
  if (quantity === null) {
    return [faultAt(entry, "as_printed", { found, expected: `a number that reads as ${value}` })];
  }
  const bad = (expected: string) => [faultAt(entry, "as_printed", { found, expected })];
  const reads = quantity.valueMax === null ? quantity.value : `${quantity.value} to ${quantity.valueMax}`;
  return [
    ...(same(quantity.value, value)
      ? []
      : bad(`a number that reads as value, ${value}: it reads as ${reads}`)),
    ...(same(quantity.valueMax, max)
      ? []
      : bad(`a number that reads as value_max, ${max ?? "none"}: it reads as ${reads}`)),
    ...(quantity.unit === null || unit === undefined || unit.startsWith(quantity.unit)
      ? []
      : bad(`a number in the measure's unit, ${unit}: it reads as ${quantity.unit}`)),
  ];
};

/**
 * Holds each figure's number as printed against its value: "7.6 million" must read as 7600000, "$175
 * billion" must not be counted in people. A printed number without a unit ("64" in a column of percents)
 * may stand for any.
 */
export const checkPrinted = (packs: readonly PackTables[], readNumber: NumberReader): readonly Fault[] => {
  const units = new Map(
    entriesOf(packs, "measures").flatMap(({ read: { id, unit } }) =>
      id === undefined || unit === undefined ? [] : [[id, unit] as const],
    ),
  );
  return entriesOf(packs, "figures").flatMap((entry) =>
    checkFigure(entry, { unit: units.get(entry.read.measure ?? ""), readNumber }),
  );
};
