import { dayLabel } from "../calendar/calendar-periods.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Note, Told } from "../finding/finding.ts";
import { formatNumber } from "../language/format.ts";
import type { Question } from "../question/question.ts";
import type { Carried } from "../resolution/reading.ts";
import { ageOf, type Composing, labelOf, sayQuantity } from "./say.ts";
import { WORDING } from "./wording.ts";

const outletOf = (observation: Observation, { catalog }: Composing): string =>
  catalog.sources.get(observation.provenance.source)?.outlet ?? observation.provenance.source;

const asTold = (observation: Observation, { catalog }: Composing) => {
  const measure = catalog.measures.get(observation.measure);
  if (measure === undefined) throw new Error(`figure ${observation.id} has no measure`);
  return { measure, members: observation.members, unit: measure.unit };
};

/** What is said of how the question was taken. */
const assumptionOf = (note: Note, values: readonly Told[], composing: Composing): string | null => {
  switch (note.kind) {
    case "no_period": {
      const [first] = values;
      if (first === undefined || first.working !== null) return null;
      const age = ageOf(first.inputs[0], composing);
      return note.several
        ? WORDING.noPeriod(first.period.label, age)
        : WORDING.onlyPeriod(first.period.label, age);
    }
    case "counted_from":
      return WORDING.countedFrom(note.period.label);
    case "year_basis":
      return WORDING.yearBasis(
        note.period.label,
        dayLabel(note.period.start),
        note.period.end === null ? "" : dayLabel(note.period.end),
      );
    case "other_direction":
      return WORDING.otherDirection(note.direction);
    default:
      return null;
  }
};

/** What a careful editor would want said beside the numbers. */
const caveatOf = (note: Note, composing: Composing): string | null => {
  const { catalog, wording } = composing;
  switch (note.kind) {
    case "partial":
      return WORDING.partial(note.period.label);
    case "covers_only":
      return WORDING.coversOnly(note.first.label, note.last.label);
    case "premise":
      return WORDING.premise(note.label, note.other);
    case "left_out_partial":
      return WORDING.leftOutPartial(note.period.label);
    case "disagrees": {
      const { observation } = note;
      const quantity = sayQuantity({ ...observation, unit: asTold(observation, composing).unit }, wording);
      return WORDING.disagrees(quantity, outletOf(observation, composing), observation.provenance.paragraph);
    }
    case "computed_differs":
      return WORDING.computedDiffers(
        sayQuantity({ value: note.computed, valueMax: null, unit: note.unit, qualifier: "exact" }, wording),
        note.formula,
      );
    case "only_held":
      return WORDING.onlyHeld(note.count);
    case "other_kind":
      return WORDING.otherKind[note.observation.kind] ?? null;
    case "periods_differ":
      return WORDING.periodsDiffer(note.one.label, note.other.label);
    case "is_other_figure": {
      const { observation, quantity } = note;
      const told = asTold(observation, composing);
      const figure = `${labelOf(told, catalog)}, ${observation.timePeriod.label}`;
      return WORDING.isOtherFigure(
        formatNumber(quantity.value, wording),
        figure,
        sayQuantity({ ...observation, unit: told.unit }, wording),
      );
    }
    default:
      return null;
  }
};

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

const parted = new Map<string, readonly string[]>();
const MOST_PARTED = 10_000;

const partSentences = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((sentence) => sentence !== "");

/** Caveats of neighbouring figures share sentences; each is said once. */
const sentencesOf = (text: string): readonly string[] => {
  const sentences = parted.get(text) ?? partSentences(text);
  if (parted.size < MOST_PARTED) parted.set(text, sentences);
  return sentences;
};

const present = (sentences: readonly (string | null)[]): readonly string[] => [
  ...new Set(sentences.filter((sentence) => sentence !== null)),
];

export const composeAssumptions = (
  {
    question,
    carried,
    notes,
    values,
  }: {
    readonly question: Question;
    readonly carried: readonly Carried[];
    readonly notes: readonly Note[];
    readonly values: readonly Told[];
  },
  composing: Composing,
): readonly string[] =>
  present([
    ...question.corrections.map(({ from, to }) => WORDING.corrected(from, to)),
    ...question.taken.map(({ said, meant }) => WORDING.taken(said, meant)),
    ...carried.map(({ what, label }) =>
      what === "measure" ? WORDING.carriedMeasure(label) : WORDING.carriedPeriod(label),
    ),
    ...notes.map((note) => assumptionOf(note, values, composing)),
  ]);

export const composeCaveats = (
  notes: readonly Note[],
  values: readonly Told[],
  composing: Composing,
): readonly string[] => {
  const also = values.flatMap(({ alsoPrinted }) =>
    alsoPrinted.map((one) =>
      WORDING.alsoPrinted(one.provenance.asPrinted, outletOf(one, composing), one.provenance.paragraph),
    ),
  );
  const rounded = values.some(
    ({ formula, inputs }) => formula !== null && inputs.some(({ qualifier }) => qualifier !== "exact"),
  );
  return present([
    ...notes.map((note) => caveatOf(note, composing)),
    ...(rounded ? [WORDING.roundedInputs] : []),
    ...values.flatMap(({ inputs }) => inputs.flatMap(({ caveats }) => caveats.flatMap(sentencesOf))),
    ...also,
  ]);
};
