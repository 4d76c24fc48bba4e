import { NOT_IN_THE_TABLES } from "./country-names.ts";
import { type Made, type Making, type Place, possessive, sharedYear, value, yearOf } from "./making.ts";
import type { Expectation, Wanted } from "./question.ts";

const claim = (
  verdict: "supported" | "contradicted" | "close" | "unverifiable",
  values: readonly Wanted[],
): Expectation => ({
  type: "claim",
  verdict,
  values: [...values],
  sources: [],
});

const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** "59.1 million": so many significant digits. */
const inWords = (number: number, digits: number): string => {
  const rounded = Number(number.toPrecision(digits));
  const scale = SCALES.find(([size]) => rounded >= size);
  return scale === undefined
    ? rounded.toLocaleString("en-US")
    : `${Number((rounded / scale[0]).toPrecision(digits))} ${scale[1]}`;
};

const saidOf = ({ table }: Making, number: number, digits: number): string =>
  table.subject === "gdp" ? `$${inWords(number, digits)}` : `${inWords(number, digits)} people`;

const sayClaim = (
  making: Making,
  { name }: Place,
  told: { readonly year: number; readonly said: string },
): string => {
  const { year, said } = told;
  const forms =
    making.table.subject === "gdp"
      ? [
          `Is it true that ${possessive(name)} GDP was ${said} in ${year}?`,
          `the GDP of ${name} was ${said} in ${year}, right?`,
          `fact check: in ${year} the GDP of ${name} was ${said}`,
        ]
      : [
          `Is it true that ${name} had ${said} in ${year}?`,
          `${said} lived in ${name} in ${year}, right?`,
          `fact check: in ${year}, ${said} lived in ${name}`,
        ];
  return making.random.pick(forms);
};

/** Far off, near but no rounding of it, and rounded: with the digits to which it is said. */
const CLAIMED = [
  { factor: 1, digits: 3, hedge: "about ", verdict: "supported" },
  { factor: 1, digits: 4, hedge: "", verdict: "supported" },
  { factor: 1.6, digits: 3, hedge: "", verdict: "contradicted" },
  { factor: 0.5, digits: 3, hedge: "", verdict: "contradicted" },
  { factor: 1.034, digits: 5, hedge: "", verdict: "close" },
] as const;

export const makeClaim = (making: Making): Made | null => {
  const place = making.random.pick(making.places);
  const year = sharedYear(making, [place.code]);
  const held = year === null ? null : making.table.at(place.code, year);
  if (year === null || held === null) return null;
  const { factor, digits, hedge, verdict } = making.random.pick(CLAIMED);
  const said = `${hedge}${saidOf(making, held * factor, digits)}`;
  return { question: sayClaim(making, place, { year, said }), expect: claim(verdict, [value(held)]) };
};

export const makeUnheldClaim = (making: Making): Made => {
  const { random } = making;
  const said = saidOf(making, 1e6 * (1 + random.below(900)), 3);
  const elsewhere = { code: "", name: random.pick(NOT_IN_THE_TABLES) };
  const [place, year] = random.pick([
    [elsewhere, yearOf(making)],
    [random.pick(making.places), random.pick([1900, 1930, 2040])],
  ] as const);
  return { question: sayClaim(making, place, { year, said }), expect: claim("unverifiable", []) };
};
