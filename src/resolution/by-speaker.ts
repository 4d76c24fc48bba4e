import { calledLike } from "../catalog/called.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure, Observation } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import { stemsOf } from "../language/words.ts";
import { FACTUAL } from "./of-kind.ts";

const saidBy = (observation: Observation, catalog: Catalog): ReadonlySet<string> => {
  const { attribution, source } = observation.provenance;
  const document = catalog.sources.get(source);
  const said = [attribution, document?.outlet, document?.byline, ...calledLike(source, catalog)];
  return new Set(stemsOf(said.filter((text) => text != null).join(" ")));
};

const memberWords = onceFor(
  (catalog: Catalog): ReadonlySet<string> =>
    new Set([...catalog.members.values()].flatMap(({ name }) => stemsOf(name))),
);

/** Words that every figure of a measure shares; they tell no speaker from another. */
const commonWords = (measure: Measure, catalog: Catalog): ReadonlySet<string> =>
  new Set(stemsOf(`${measure.name} ${measure.definition} ${measure.population}`)).union(memberWords(catalog));

/** A measure, and the stems of the question that may name who said it. */
export type Spoken = { readonly measure: Measure; readonly speakers: readonly string[] };

/** "the paper's number", "according to the agency": where who said it tells two figures apart, it decides. */
export const bySpeaker = (
  observations: readonly Observation[],
  wanted: Spoken,
  catalog: Catalog,
): readonly Observation[] => {
  if (wanted.speakers.length === 0 || observations.length < 2) return observations;
  const common = commonWords(wanted.measure, catalog);
  return wanted.speakers.reduce((kept, stem) => {
    if (common.has(stem)) return kept;
    const saying = kept.filter((observation) => saidBy(observation, catalog).has(stem));
    return saying.length > 0 ? saying : kept;
  }, observations);
};

/** Names that the measure itself is about: her bill, his campaign. */
export const isAbout = (measure: Measure, name: string): boolean => {
  const about = new Set(stemsOf(`${measure.name} ${measure.definition}`));
  return stemsOf(name).some((stem) => about.has(stem));
};

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
