import type { Failing, Held, Reading } from "../resolution/reading.ts";
import type { AnswerOption } from "./answer.ts";
import { ageOf, type Composing, kindBeside, labelOf } from "./say.ts";
import { WORDING } from "./wording.ts";

/** Up to so many periods are named; of more, the first and the last. */
const NAMED_PERIODS = 6;

/** "FY2023 and FY2024", or "FY2014 to FY2024": what is held instead. */
const sayHeldPeriods = ({ series }: Reading): string => {
  const labels = series.map(({ period }) => period.label);
  return labels.length > NAMED_PERIODS
    ? WORDING.span(labels[0] ?? "", labels.at(-1) ?? "")
    : WORDING.list(labels);
};

const withoutLabel = (failing: Failing, { catalog }: Composing): string => {
  if (failing.part === "words") return WORDING.words(failing.words);
  if (failing.part !== "members") return WORDING.noMeasure;
  return WORDING.words(failing.members.map((key) => catalog.members.get(key)?.name ?? key));
};

type Beside = { readonly first: Reading; readonly label: string; readonly composing: Composing };

const besideHeld = (failing: Failing, { first, label, composing }: Beside): string => {
  switch (failing.part) {
    case "words":
      return WORDING.wordsBeside(label, failing.words);
    case "members":
      return WORDING.members(
        label,
        failing.members.map((key) => composing.catalog.members.get(key)?.name ?? key),
      );
    case "period":
      return WORDING.period(label, sayHeldPeriods(first), failing.label);
    case "kind":
      return WORDING.kind(label, failing.label);
    case "unit":
      return WORDING.unit(label, failing.label);
    default:
      return WORDING.noMeasure;
  }
};

/** The sentence that names what stands in the way. "Not held" is never said of a failure of ours. */
export const sayFailing = (failing: Failing, nearest: readonly Reading[], composing: Composing): string => {
  const [first] = nearest;
  switch (failing.part) {
    case "nothing":
      return WORDING.nothing;
    case "too_long":
      return WORDING.tooLong;
    case "premise":
      return WORDING.premise(failing.label, failing.other);
    case "thread":
      return WORDING.noThread;
    case "operation":
      return WORDING.operations[failing.label] ?? WORDING.operation;
    default:
      if (first === undefined) return withoutLabel(failing, composing);
      return besideHeld(failing, { first, label: labelOf(first, composing.catalog), composing });
  }
};

/** The newest figure of each near reading, with its age. A label, never the number: it is not what was asked. */
export const nearestLabels = (nearest: readonly Reading[], composing: Composing): readonly string[] => [
  ...new Set(
    nearest.flatMap((reading) => {
      const held = newestOf(reading.chosen.length > 0 ? reading.chosen : reading.series);
      if (held === undefined) return [];
      const label = labelOf(reading, composing.catalog);
      return [WORDING.nearestFigure(label, held.period.label, ageOf(held.best, composing))];
    }),
  ),
];

/** The one that speaks of the latest day; one without an end speaks of today. */
const newestOf = (series: readonly Held[]): Held | undefined =>
  series.toSorted((a, b) => ((a.period.end ?? "9") < (b.period.end ?? "9") ? -1 : 1)).at(-1);

/** A question that this reading alone answers: its name, its members and its period. */
const questionFor = (label: string, period: string): string => `${label}, ${period}`;

/** How many choices a person is given; Slack and Discord both show five in a row. */
const CHOICES = 5;

/** What is held instead of what was asked for: the newest first. */
export const insteadOf = (nearest: readonly Reading[], composing: Composing): readonly AnswerOption[] =>
  optionsFor(
    nearest.map((reading) => ({ ...reading, chosen: reading.series.toReversed() })),
    composing,
  );

/** Each reading as a choice that is answered as it stands. */
export const optionsFor = (readings: readonly Reading[], composing: Composing): readonly AnswerOption[] => {
  const options = readings.flatMap((reading) => {
    const held = reading.chosen.length > 0 ? reading.chosen : reading.series.slice(-1);
    return (reading.periodNamed ? held : held.slice(-CHOICES)).map(({ period, best }) => {
      const kind = kindBeside(best, composing.catalog);
      const label = labelOf(reading, composing.catalog);
      return questionFor(kind === null ? label : `${label}, ${kind}`, period.label);
    });
  });
  return [...new Set(options)].slice(0, CHOICES).map((question) => ({ label: question, question }));
};
