import {
  answer,
  type Made,
  type Making,
  measureIn,
  type Place,
  possessive,
  ROUNDED,
  roundings,
  sharedYear,
  twoPlaces,
  value,
  yearOf,
} from "./making.ts";

export const makeDifference = (making: Making): Made | null => {
  const [one, other] = twoPlaces(making);
  const year = sharedYear(making, [one.code, other.code]);
  if (year === null) return null;
  const [a, b] = [making.table.at(one.code, year) ?? 0, making.table.at(other.code, year) ?? 0];
  const [large, small] = a > b ? [one, other] : [other, one];
  const [more, less] = [Math.max(a, b), Math.min(a, b)];
  const of = measureIn(making);
  const forms = [
    `how much bigger was ${possessive(large.name)} ${of} than ${possessive(small.name)} in ${year}`,
    `difference between the ${of} of ${large.name} and ${small.name} in ${year}`,
    `By how much did the ${of} of ${large.name} exceed that of ${small.name} in ${year}?`,
  ];
  // "How much bigger" may be told as a number, as a multiple or in percent.
  const others = [more / less, (100 * (more - less)) / less].flatMap(roundings);
  return { question: making.random.pick(forms), expect: answer(value(more - less, 0, others)) };
};

export const makeTimes = (making: Making): Made | null => {
  const [one, other] = twoPlaces(making);
  const year = sharedYear(making, [one.code, other.code]);
  if (year === null) return null;
  const [a, b] = [making.table.at(one.code, year) ?? 0, making.table.at(other.code, year) ?? 0];
  const [large, small] = a > b ? [one, other] : [other, one];
  const ratio = Math.max(a, b) / Math.min(a, b);
  if (ratio < 2 || ratio > 50) return null;
  const of = measureIn(making);
  const question = making.random.pick([
    `how many times bigger was ${possessive(large.name)} ${of} than ${possessive(small.name)} in ${year}`,
    `How many times as large as ${possessive(small.name)} was ${possessive(large.name)} ${of} in ${year}?`,
    `${possessive(large.name)} ${of} was how many times ${possessive(small.name)} in ${year}?`,
  ]);
  return { question, expect: answer(value(ratio, ROUNDED)) };
};

type Span = {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
};

/** Two years of one place, the earlier first. */
const spanOf = (making: Making, longest: number): Span | null => {
  const place = making.random.pick(making.places);
  const cells = making.table.of(place.code);
  const from = making.random.pick(cells);
  const to = making.random.pick(
    cells.filter(({ year }) => year > from.year && year <= from.year + longest).concat(from),
  );
  return to === from ? null : { place, from: from.year, to: to.year, a: from.value, b: to.value };
};

const LONG = 40;

export const makeChange = (making: Making): Made | null => {
  const span = spanOf(making, LONG);
  if (span === null) return null;
  const { place, from, to, a, b } = span;
  const of = measureIn(making);
  const forms = [
    `change in ${of} of ${place.name} from ${from} to ${to}`,
    `By how much did the ${of} of ${place.name} change between ${from} and ${to}?`,
    `how much did ${possessive(place.name)} ${of} ${b > a ? "grow" : "fall"} from ${from} to ${to}`,
  ];
  // Where it is not said, a change may be told as a number or in percent.
  const inPercent = roundings((100 * (b - a)) / a);
  return { question: making.random.pick(forms), expect: answer(value(b - a, 0, inPercent)) };
};

export const makeGrowth = (making: Making): Made | null => {
  const span = spanOf(making, LONG);
  if (span === null) return null;
  const { place, from, to, a, b } = span;
  const of = measureIn(making);
  const forms = [
    `percent growth in ${of} of ${place.name} from ${from} to ${to}`,
    `By what percentage did ${possessive(place.name)} ${of} change between ${from} and ${to}?`,
    `percentage change in the ${of} of ${place.name}, ${from} to ${to}`,
  ];
  const percent = (100 * (b - a)) / a;
  return {
    question: making.random.pick(forms),
    expect: answer(value(percent, Math.max(ROUNDED, Math.abs(percent) / 1000))),
  };
};

export const makeTop = (making: Making): Made => {
  const year = yearOf(making);
  const ranked = making.table.ranked(year);
  const of = measureIn(making);
  const largest = ranked.slice(0, 3).map((cell) => value(cell.value));
  const first = largest.slice(0, 1);
  const last = ranked.slice(-1).map((cell) => value(cell.value));
  const [question, wanted] = making.random.pick([
    [`which country had the largest ${of} in ${year}`, first],
    [`Which country had the highest ${of} in ${year}?`, first],
    [`top three countries by ${of} in ${year}`, largest],
    [`what were the top 3 countries by ${of} in ${year}?`, largest],
    [`which country had the smallest ${of} in ${year}`, last],
    [`country with the biggest ${of}, ${year}`, first],
  ] as const);
  return { question, expect: answer(...wanted) };
};

export const makePeak = (making: Making): Made => {
  const { code, name } = making.random.pick(making.places);
  const values = making.table.of(code).map((cell) => cell.value);
  const of = measureIn(making);
  const [highest, lowest] = [value(Math.max(...values)), value(Math.min(...values))];
  const [question, wanted] = making.random.pick([
    [`in which year did ${possessive(name)} ${of} peak`, highest],
    [`when was the ${of} of ${name} highest?`, highest],
    [`In which year was ${possessive(name)} ${of} lowest?`, lowest],
    [`what year had the highest ${of} in ${name}`, highest],
  ] as const);
  return { question, expect: answer(wanted) };
};

export const makeSeries = (making: Making): Made | null => {
  const span = spanOf(making, 6);
  if (span === null) return null;
  const { place, from, to } = span;
  const cells = making.table.of(place.code).filter(({ year }) => year >= from && year <= to);
  if (cells.length !== to - from + 1) return null;
  const of = measureIn(making);
  const forms = [
    `${of} of ${place.name} by year from ${from} to ${to}`,
    `${of} of ${place.name} for each year between ${from} and ${to}`,
    `how did ${possessive(place.name)} ${of} develop from ${from} through ${to}, year by year`,
    `${place.name} ${of} ${from}-${to}`,
  ];
  return { question: making.random.pick(forms), expect: answer(...cells.map((cell) => value(cell.value))) };
};

export const makeTwo = (making: Making): Made | null => {
  const [one, other] = twoPlaces(making);
  const year = sharedYear(making, [one.code, other.code]);
  if (year === null) return null;
  const values = [one, other].map(({ code }) => value(making.table.at(code, year) ?? 0));
  const of = measureIn(making);
  const forms = [
    `${of} of ${one.name} and ${other.name} in ${year}`,
    `What were the ${of}s of ${one.name} and ${other.name} in ${year}?`,
    `compare the ${of} of ${one.name} with that of ${other.name} in ${year}`,
  ];
  return { question: making.random.pick(forms), expect: answer(...values) };
};
