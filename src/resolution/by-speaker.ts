import { calledLike } from "../catalog/called.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure, Observation, Provenance } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import { stemsOf } from "../language/words.ts";
import { FACTUAL } from "./of-kind.ts";

type Said = Pick<Provenance, "source" | "attribution">;

/** The stems of who said it: a few people and papers for any number of figures. */
const speakersIn = onceFor((catalog: Catalog): ((said: Said) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ attribution, source }) => {
    const key = JSON.stringify([attribution, source]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const document = catalog.sources.get(source);
    const said = [attribution, document?.outlet, document?.byline, ...calledLike(source, catalog)];
    const stems = new Set(stemsOf(said.filter((text) => text != null).join(" ")));
    known.set(key, stems);
    return stems;
  };
});

const saidBy = ({ provenance }: Observation, catalog: Catalog): ReadonlySet<string> =>
  speakersIn(catalog)(provenance);

/** The stems of all who said any of it. */
export const wordsOfSpeakers = (all: readonly Said[], catalog: Catalog): ReadonlySet<string> =>
  new Set(all.flatMap((said) => [...speakersIn(catalog)(said)]));

const memberWords = onceFor(
  (catalog: Catalog): ReadonlySet<string> =>
    new Set([...catalog.members.values()].flatMap(({ name }) => stemsOf(name))),
);

const ownWords = onceFor(
  ({ name, definition, population }: Measure): ReadonlySet<string> =>
    new Set(stemsOf(`${name} ${definition} ${population}`)),
);

/** A measure, and the stems of the question that may name who said it. */
export type Spoken = { readonly measure: Measure; readonly speakers: readonly string[] };

/** "the paper's number", "according to the agency": where who said it tells two figures apart, it decides. */
export const bySpeaker = (
  observations: readonly Observation[],
  wanted: Spoken,
  catalog: Catalog,
): readonly Observation[] => {
  if (wanted.speakers.length === 0 || observations.length < 2) return observations;
  // Words that every figure of a measure shares tell no speaker from another.
  const [own, ofMembers] = [ownWords(wanted.measure), memberWords(catalog)];
  return wanted.speakers.reduce((kept, stem) => {
    if (own.has(stem) || ofMembers.has(stem)) return kept;
    const saying = kept.filter((observation) => saidBy(observation, catalog).has(stem));
    return saying.length > 0 ? saying : kept;
  }, observations);
};

const subjectOf = onceFor(
  ({ name, definition }: Measure): ReadonlySet<string> => new Set(stemsOf(`${name} ${definition}`)),
);

/** Names that the measure itself is about: her bill, his campaign. */
export const isAbout = (measure: Measure, name: string): boolean =>
  stemsOf(name).some((stem) => subjectOf(measure).has(stem));

type Named = { readonly bareNames: readonly string[]; readonly catalog: Catalog };

/** A promise is somebody's: a person who is named with one must be who made it, or what it is about. */
export const strangers = (
  observations: readonly Observation[],
  measure: Measure,
  { bareNames, catalog }: Named,
): readonly string[] => {
  if (observations.some(({ kind }) => FACTUAL.includes(kind))) return [];
  const isSpeaker = (name: string): boolean =>
    observations.some((one) => stemsOf(name).some((stem) => saidBy(one, catalog).has(stem)));
  return bareNames.filter((name) => !isAbout(measure, name) && !isSpeaker(name));
};
