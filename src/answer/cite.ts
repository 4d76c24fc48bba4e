import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Told } from "../finding/finding.ts";
import type { AnswerValue, Citation } from "./answer.ts";
import { labelOfTold } from "./say.ts";

/** Where a figure stands. A figure whose source is missing cannot have been loaded. */
export const citationOf = (observation: Observation, catalog: Catalog): Citation => {
  const { source: id, paragraph, asPrinted, attribution } = observation.provenance;
  const source = catalog.sources.get(id);
  if (source === undefined) throw new Error(`figure ${observation.id} cites ${id}, which is not held`);
  const { outlet, title, url, published, kind } = source;
  return {
    source: id,
    outlet,
    title,
    url,
    published,
    kind,
    paragraph,
    asPrinted,
    attribution,
    figure: observation.id,
  };
};

/** Every figure that the values rest on, once each, in the order in which they are told. */
export const citationsOf = (values: readonly Told[], catalog: Catalog): readonly Citation[] => {
  const observations = values.flatMap(({ inputs, alsoPrinted }) => [...inputs, ...alsoPrinted]);
  return [...new Set(observations)].map((observation) => citationOf(observation, catalog));
};

export const answerValue = (told: Told, catalog: Catalog): AnswerValue => ({
  value: told.value,
  valueMax: told.valueMax,
  unit: told.unit,
  label: labelOfTold(told, catalog),
  qualifier: told.qualifier,
  period: told.period,
  figures: told.inputs.map(({ id }) => id),
  derived:
    told.formula === null
      ? null
      : { formula: told.formula, inputs: told.inputs.map(({ id }) => id), working: told.working },
});
