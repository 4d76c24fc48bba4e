import type { NumberReader } from "../check-printed.ts";
import type { MeasureMapping } from "./mapping.ts";
import { shiftPoint } from "./read-cell.ts";

const PLACES = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const;
const SAME = 1e-9;

/** A value in base units with the number as the source has it, which our own reader must read as that value. */
export type Printed = { readonly value: string; readonly asPrinted: string };

type Meant = { readonly value: number; readonly unit: string };

const reads = (text: string, { value, unit }: Meant, readNumber: NumberReader): boolean => {
  const read = readNumber(text);
  if (read === null || read.valueMax !== null) return false;
  const near = Math.abs(read.value - value) <= SAME * Math.max(Math.abs(read.value), Math.abs(value));
  return near && (read.unit === null || unit.startsWith(read.unit));
};

/**
 * The cell as it stands, where our own reader reads it as its value; else its plain digits. "54.9" of a
 * column in thousands is 54900, printed as "54.9 thousand". Null where it cannot be printed so that it is
 * read back.
 */
export const printNumber = (
  { cell, digits }: { readonly cell: string; readonly digits: string },
  { unit, scale }: Pick<MeasureMapping, "unit" | "scale">,
  readNumber: NumberReader,
): Printed | null => {
  const value = scale === undefined ? digits : shiftPoint(digits, PLACES[scale]);
  const ways = scale === undefined ? [cell, digits] : [`${cell} ${scale}`, `${digits} ${scale}`, value];
  const asPrinted = ways.find((way) => reads(way, { value: Number(value), unit }, readNumber));
  return asPrinted === undefined ? null : { value, asPrinted };
};
