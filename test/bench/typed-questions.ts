import { createRandom, type Random } from "../robustness/random.ts";
import { misspell } from "../robustness/typos.ts";
import type { Catalogue } from "./catalogue.ts";

/** A question as somebody types it, and the number that answers it; null where that is not held. */
export type Typed = { readonly text: string; readonly value: number | null };

type Parts = { readonly measure: string; readonly place: string; readonly year: number };

const WAYS: readonly ((parts: Parts) => string)[] = [
  ({ measure, place, year }) => `How many ${measure} were there in ${place} in ${year}?`,
  ({ measure, place, year }) => `${measure} in ${place}, ${year}`,
  ({ measure, place, year }) => `what was the number of ${measure} in ${place} in ${year}`,
  ({ measure, place, year }) => `${place} ${measure} ${year}`,
  ({ measure, place, year }) => `In ${year}, how many ${measure} did ${place} have?`,
];

/** One question in so many is about something that is not held, and one in so many has a slip in it. */
const UNHELD_EVERY = 5;
const SLIP_EVERY = 3;
const SLIPPED = /\p{L}{6,}/gu;

const withSlip = (text: string, random: Random): string => {
  const found = [...text.matchAll(SLIPPED)];
  if (found.length === 0) return text;
  const { 0: word, index } = random.pick(found);
  const slipped = misspell(word, random) ?? word;
  return `${text.slice(0, index)}${slipped}${text.slice(index + word.length)}`;
};

const TOO_EARLY = 1950;

/** The same question about a measure, a place or a year that is not held. */
const unheld = (parts: Parts, { unheldMeasures, unheldPlaces }: Catalogue, random: Random): Parts =>
  random.pick([
    { ...parts, measure: random.pick(unheldMeasures) },
    { ...parts, place: random.pick(unheldPlaces) },
    { ...parts, year: TOO_EARLY + random.below(30) },
  ]);

/** Questions of the kinds that people type, some with a slip, some about what is not held. */
export const typedQuestions = (catalogue: Catalogue, count: number, seed: number): readonly Typed[] =>
  Array.from({ length: count }, (_, at): Typed => {
    const random = createRandom(seed, `question ${at}`);
    const { measures, places, years, value } = catalogue;
    const [m, p, y] = [
      random.below(measures.length),
      random.below(places.length),
      random.below(years.length),
    ];
    const held = {
      measure: (measures[m]?.name ?? "").toLowerCase(),
      place: places[p]?.name ?? "",
      year: years[y] ?? 0,
    };
    const isHeld = at % UNHELD_EVERY !== 0;
    const text = random.pick(WAYS)(isHeld ? held : unheld(held, catalogue, random));
    const typed = isHeld && at % SLIP_EVERY === 0 ? withSlip(text, random) : text;
    return { text: typed, value: isHeld ? value(m, p, y) : null };
  });
