import type { Observation } from "../catalog/observation.ts";
import type { Note } from "../finding/finding.ts";
import { tellObservation } from "../finding/tell.ts";
import { roundness } from "../resolution/group-held.ts";
import type { Disagreement, Side } from "./answer.ts";
import { answerValue, citationOf } from "./cite.ts";
import type { Composing } from "./say.ts";
import { WORDING } from "./wording.ts";

type Sided = Extract<Note, { readonly kind: "disagreement" }>;

type Aspect = keyof typeof WORDING.differs;

/** What of a print its sides may differ in beside the number; the same text where they do not. */
const ASPECTS: Readonly<Record<Aspect, (side: Observation, composing: Composing) => string>> = {
  published: ({ provenance }, { catalog }) => {
    const published = catalog.sources.get(provenance.source)?.published;
    return `${published?.date} ${published?.basis}`;
  },
  attribution: ({ provenance }) => `${provenance.attribution}`,
  rounding: ({ value, qualifier }) => `${roundness(value)} ${qualifier}`,
  kind: ({ kind }) => kind,
  scope: ({ caveats }) => caveats.join(" "),
  basis: ({ periodBasis }) => periodBasis,
};

const differsIn = (sides: readonly Observation[], composing: Composing): readonly string[] =>
  (Object.keys(ASPECTS) as Aspect[])
    .filter((aspect) => new Set(sides.map((side) => ASPECTS[aspect](side, composing))).size > 1)
    .map((aspect) => WORDING.differs[aspect]);

const disagreementOf = (
  { sides, preferredFor, verdicts }: Sided,
  composing: Composing,
): readonly Disagreement[] => {
  const { catalog } = composing;
  const measure = catalog.measures.get(sides[0].measure);
  if (measure === undefined) return [];
  const told = sides.map((side, at): Side => {
    const value = answerValue(tellObservation(side, { measure, members: side.members }), catalog);
    const citation = citationOf(side, catalog);
    return { value, citation, caveats: side.caveats, verdict: verdicts?.[at] ?? null };
  });
  const [first] = told;
  if (first === undefined) return [];
  const { label, period } = first.value;
  return [{ label, period, sides: told, differs: differsIn(sides, composing), preferredFor }];
};

/** Every disagreement among the figures that an answer rests on, once each. */
export const composeDisagreements = (
  notes: readonly Note[],
  composing: Composing,
): readonly Disagreement[] => {
  const sided = notes.filter((note) => note.kind === "disagreement");
  const once = new Map(sided.map((note) => [note.sides.map(({ id }) => id).join(" "), note]));
  return [...once.values()].flatMap((note) => disagreementOf(note, composing));
};

/** What a side is called: its outlet, and its day and paragraph too where another side is of the same one. */
export const sideNames = (sides: readonly Pick<Side, "citation">[]): readonly string[] =>
  sides.map(({ citation: { outlet, published, paragraph } }) => {
    const isAlone = sides.filter(({ citation }) => citation.outlet === outlet).length === 1;
    return isAlone ? outlet : WORDING.side(outlet, `${published.date ?? "undated"}, ¶ ${paragraph}`);
  });
