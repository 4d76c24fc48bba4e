import {
  EVERYDAY_NAMES,
  GROUP_NAMES,
  NOT_IN_THE_TABLES,
  OTHER_MEASURES,
  SHARED_NAMES,
} from "./country-names.ts";
import {
  answer,
  lookup,
  type Made,
  type Making,
  measureIn,
  none,
  sharedYear,
  twoPlaces,
  value,
  yearOf,
} from "./making.ts";
import type { Wanted } from "./question.ts";
import { isGroup } from "./subject-table.ts";
import { misspell } from "./typos.ts";

export const makeLookup = (making: Making): Made | null => {
  const { code, name } = making.random.pick(making.places);
  const year = sharedYear(making, [code]);
  const held = year === null ? null : making.table.at(code, year);
  return year === null || held === null
    ? null
    : { question: lookup(making, name, year), expect: answer(value(held)) };
};

export const makeEveryday = (making: Making): Made | null =>
  makeLookup({
    ...making,
    places: EVERYDAY_NAMES.map(([code, name]) => ({ code, name })).filter(
      ({ code }) => making.table.of(code).length > 0,
    ),
  });

export const makeOfficial = (making: Making): Made => {
  const names = making.table.cells.filter(({ code }) => !isGroup(code));
  const { name, year, value: held } = making.random.pick(names);
  return { question: lookup(making, name, year), expect: answer(value(held)) };
};

export const makeGroup = (making: Making): Made | null => {
  const [code, name] = making.random.pick(GROUP_NAMES);
  const year = sharedYear(making, [code]);
  const held = year === null ? null : making.table.at(code, year);
  if (year === null || held === null) return null;
  const question = name === "World" ? `world ${measureIn(making)} in ${year}` : lookup(making, name, year);
  return { question, expect: answer(value(held)) };
};

export const makeUnheldYear = (making: Making): Made => {
  const { table, random } = making;
  const years = [1890, 1913, 1925, 1939, 1945, 1950, 1955, 1959, 2026, 2028, 2030, 2035, 2050];
  const { name } = random.pick(making.places);
  const year = random.pick(years.filter((one) => one < table.firstYear || one > table.lastYear));
  return { question: lookup(making, name, year), expect: none };
};

/** A year for which others have a figure, and this one does not. */
export const makeGap = (making: Making): Made | null => {
  const { code, name } = making.random.pick(making.places);
  const year = yearOf(making);
  return making.table.at(code, year) === null ? { question: lookup(making, name, year), expect: none } : null;
};

export const makeUnheldPlace = (making: Making): Made => ({
  question: lookup(making, making.random.pick(NOT_IN_THE_TABLES), yearOf(making)),
  expect: none,
});

export const makeUnheldMeasure = (making: Making): Made => {
  const { name } = making.random.pick(making.places);
  const measure = making.random.pick(OTHER_MEASURES);
  const year = yearOf(making);
  const forms = [`${measure} of ${name} in ${year}`, `what was the ${measure} in ${name} in ${year}?`];
  return { question: making.random.pick(forms), expect: none };
};

/** Names that a slip or two turn into each other, so that nobody could tell which was meant. */
const ALIKE = new Set(
  `Algeria Australia Austria Dominica Gambia Guinea Guyana Iceland Ireland Mauritania Mauritius Nigeria
  Slovakia Slovenia Zambia`.split(/\s+/u),
);

const ONE_LONG_WORD = /^\p{L}{6,}$/u;

export const makeMisspelt = (making: Making): Made | null => {
  const { table, random, places } = making;
  const { code, name } = random.pick(
    places.filter((place) => ONE_LONG_WORD.test(place.name) && !ALIKE.has(place.name)),
  );
  const slipped = misspell(name, random);
  const year = sharedYear(making, [code]);
  const held = year === null ? null : table.at(code, year);
  if (slipped === null || year === null || held === null) return null;
  return { question: lookup(making, slipped, year), expect: answer(value(held)) };
};

export const makeShared = (making: Making): Made | null => {
  const { name, codes } = making.random.pick(SHARED_NAMES);
  const year = sharedYear(making, codes);
  if (year === null) return null;
  const values = codes.map((code) => value(making.table.at(code, year) ?? 0));
  return { question: lookup(making, name, year), expect: { type: "ambiguous", values } };
};

export const makeLatest = (making: Making): Made => {
  const { code, name } = making.random.pick(making.places);
  const newest = making.table.of(code).at(-1);
  const question = making.random.pick([
    `latest ${measureIn(making)} of ${name}`,
    `most recent ${measureIn(making)} figure for ${name}`,
  ]);
  return { question, expect: answer(value(newest?.value ?? 0)) };
};

export const makeThread = (making: Making): Made | null => {
  const [one, other] = twoPlaces(making);
  const [year, later] = [sharedYear(making, [one.code, other.code]), sharedYear(making, [other.code])];
  if (year === null || later === null || later === year) return null;
  const at = (code: string, when: number): Wanted => value(making.table.at(code, when) ?? 0);
  return {
    question: lookup(making, one.name, year),
    expect: answer(at(one.code, year)),
    next: [
      { question: `and ${other.name}?`, expect: answer(at(other.code, year)) },
      { question: `what about ${later}`, expect: answer(at(other.code, later)) },
    ],
  };
};
