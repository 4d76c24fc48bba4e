import { EVERYDAY_NAMES } from "./country-names.ts";
import type { Expectation, Wanted } from "./question.ts";
import type { Random } from "./random.ts";
import { isGroup, type SubjectTable } from "./subject-table.ts";

/** A place as a question calls it. */
export type Place = { readonly code: string; readonly name: string };

/** What a question of some kind is made with. */
export type Making = {
  readonly table: SubjectTable;
  readonly random: Random;
  readonly places: readonly Place[];
};

export type Made = {
  readonly question: string;
  readonly expect: Expectation;
  /** What is asked next in the same thread. */
  readonly next?: readonly Made[];
};

export const value = (number: number, tolerance = 0, alternatives: readonly number[] = []): Wanted => ({
  value: number,
  tolerance,
  alternatives: [...alternatives],
});
export const answer = (...values: readonly Wanted[]): Expectation => ({
  type: "answer",
  values: [...values],
  sources: [],
});
export const none: Expectation = { type: "none" };

/** Percentages and ratios are told with one digit or more after the point. */
export const ROUNDED = 0.06;

/** The ways in which a worked-out number may be rounded. */
export const roundings = (number: number): readonly number[] => [
  Number(number.toFixed(1)),
  Number(number.toPrecision(3)),
  Number(number.toPrecision(4)),
];

export const possessive = (name: string): string => (name.endsWith("s") ? `${name}'` : `${name}'s`);

export const measureIn = ({ table }: Making): string =>
  table.subject === "population" ? "population" : "GDP";

const LOOKUPS = {
  population: [
    (name: string, year: number) => `population of ${name} in ${year}`,
    (name: string, year: number) => `how many people lived in ${name} in ${year}`,
    (name: string, year: number) => `What was the population of ${name} in ${year}?`,
    (name: string, year: number) => `${possessive(name)} population in ${year}?`,
    (name: string, year: number) => `${name} population ${year}`,
    (name: string, year: number) => `How many people were living in ${name} in ${year}?`,
    (name: string, year: number) => `In ${year}, what was ${possessive(name)} population?`,
    (name: string, year: number) => `how many inhabitants did ${name} have in ${year}`,
  ],
  gdp: [
    (name: string, year: number) => `GDP of ${name} in ${year}`,
    (name: string, year: number) => `${possessive(name)} GDP, ${year}`,
    (name: string, year: number) => `what was GDP of ${name} in ${year}`,
    (name: string, year: number) => `What was the gross domestic product of ${name} in ${year}?`,
    (name: string, year: number) => `${name} gdp ${year}`,
    (name: string, year: number) => `In ${year}, how big was ${possessive(name)} GDP?`,
    (name: string, year: number) => `how large was the GDP of ${name} in ${year}?`,
  ],
} as const;

export const lookup = ({ table, random }: Making, name: string, year: number): string =>
  random.pick(LOOKUPS[table.subject])(name, year);

export const yearOf = ({ table, random }: Making): number =>
  table.firstYear + random.below(table.lastYear - table.firstYear + 1);

/** A year in which every one of the places has a figure; null where a few tries found none. */
export const sharedYear = (making: Making, codes: readonly string[]): number | null => {
  const years = Array.from({ length: 20 }, () => yearOf(making));
  return years.find((year) => codes.every((code) => making.table.at(code, year) !== null)) ?? null;
};

/** Official names that can be written in a sentence, without a comma or a bracket, and the everyday ones. */
export const placesOf = (table: SubjectTable): readonly Place[] => {
  const held = new Map(table.cells.map(({ code, name }) => [code, name]));
  const official = [...held].filter(([code, name]) => !isGroup(code) && !/[,()&]/u.test(name));
  const everyday = EVERYDAY_NAMES.filter(([code]) => held.has(code));
  return [...everyday, ...official].map(([code, name]) => ({ code, name }));
};

export const twoPlaces = ({ random, places }: Making): readonly [Place, Place] => {
  const one = random.pick(places);
  return [one, random.pick(places.filter(({ code }) => code !== one.code))];
};
