import type { Failing, Reading } from "../resolution/reading.ts";
import type { AnswerOption } from "./answer.ts";
import { ageOf, type Composing, labelOf } from "./say.ts";
import { WORDING } from "./wording.ts";

const nameOf = (key: string, { catalog }: Composing): string => catalog.members.get(key)?.name ?? key;

/** The sentence that names what stands in the way. "Not held" is never said of a failure of ours. */
export const sayFailing = (failing: Failing, nearest: readonly Reading[], composing: Composing): string => {
  const [first] = nearest;
  const label = first === undefined ? null : labelOf(first, composing.catalog);
  switch (failing.part) {
    case "nothing":
      return WORDING.nothing;
    case "too_long":
      return WORDING.tooLong;
    case "measure":
      return WORDING.noMeasure;
    case "words":
      return label === null ? WORDING.words(failing.words) : WORDING.wordsBeside(label, failing.words);
    case "members": {
      const members = failing.members.map((key) => nameOf(key, composing));
      return label === null ? WORDING.words(members) : WORDING.members(label, members);
    }
    case "period":
      return label === null ? WORDING.noMeasure : WORDING.period(label, failing.label);
    case "premise":
      return WORDING.premise(failing.label, failing.other);
    case "thread":
      return WORDING.noThread;
    case "kind":
      return label === null ? WORDING.noMeasure : WORDING.kind(label, failing.label);
    case "unit":
      return label === null ? WORDING.noMeasure : WORDING.unit(label);
    case "operation":
      return WORDING.operations[failing.label] ?? WORDING.operation;
  }
};

/** The newest figure of each near reading, with its age. A label, never the number: it is not what was asked. */
export const nearestLabels = (nearest: readonly Reading[], composing: Composing): readonly string[] => [
  ...new Set(
    nearest.flatMap((reading) => {
      const held = reading.chosen.at(-1) ?? reading.series.at(-1);
      if (held === undefined) return [];
      const label = labelOf(reading, composing.catalog);
      return [WORDING.nearestFigure(label, held.period.label, ageOf(held.best, composing))];
    }),
  ),
];

/** A question that this reading alone answers: its name, its members and its period. */
const questionFor = (label: string, period: string): string => `${label}, ${period}`;

/** How many choices a person is given; Slack and Discord both show five in a row. */
const CHOICES = 5;

/** Each reading as a choice that is answered as it stands. */
export const optionsFor = (readings: readonly Reading[], composing: Composing): readonly AnswerOption[] => {
  const options = readings.flatMap((reading) => {
    const held = reading.chosen.length > 0 ? reading.chosen : reading.series.slice(-1);
    return held.map(({ period }) => questionFor(labelOf(reading, composing.catalog), period.label));
  });
  return [...new Set(options)].slice(0, CHOICES).map((question) => ({ label: question, question }));
};
