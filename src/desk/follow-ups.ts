import type { Answer, AnswerOption } from "../answer/answer.ts";
import { labelOf } from "../answer/say.ts";
import { daysBetween } from "../calendar/day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import { WORDING } from "./wording.ts";

/** Buttons that a person takes in at a glance. */
const MOST = 3;

/** From so many periods on, all of them are worth seeing. */
const SERIES = 3;

/** Days; one without an end has no length. */
const lengthOf = ({ timePeriod: { start, end } }: Observation): number | null =>
  end === null ? null : daysBetween(start, end) + 1;

/** A year beside a year, leap years and all; not beside a month. */
const LONGER = 1.1;

const asLong = (one: Observation, other: Observation): boolean => {
  const [a, b] = [lengthOf(one), lengthOf(other)];
  if (a === null || b === null) return a === b;
  return Math.max(a, b) <= LONGER * Math.min(a, b);
};

/** The figures of the same thing over time that are counted alike, oldest first. */
const seriesOf = (figure: Observation, catalog: Catalog): readonly Observation[] => {
  const alike = catalog.figures
    .at(figure.measure, figure.members)
    .filter((other) => other.kind === figure.kind && asLong(figure, other));
  const byPeriod = new Map(alike.map((one) => [one.timePeriod.label, one]));
  return [...byPeriod.values()].toSorted((a, b) => (a.timePeriod.start < b.timePeriod.start ? -1 : 1));
};

/** The label is read below an answer, which says what is spoken of; a button shows some thirty letters. */
const option = (label: string, question: string): AnswerOption => ({ label, question });

/** Questions that lie near an answer; whether each is answered is for the caller to try. */
const near = (figure: Observation, answer: Answer, catalog: Catalog): readonly AnswerOption[] => {
  const measure = catalog.measures.get(figure.measure);
  if (measure === undefined) return [];
  const label = labelOf({ measure, members: figure.members }, catalog);
  const series = seriesOf(figure, catalog);
  const at = series.findIndex(({ timePeriod }) => timePeriod.label === figure.timePeriod.label);
  const [earlier, later] = [series[at - 1], series[at + 1]];
  const neighbours = [earlier, later].flatMap((one) => (one === undefined ? [] : [one]));
  const changes = neighbours.map((one) => {
    const [from, to] = one === earlier ? [one, figure] : [figure, one];
    const periods = [from.timePeriod.label, to.timePeriod.label] as const;
    return option(WORDING.changeShort(...periods), WORDING.change(label, ...periods));
  });
  return [
    ...neighbours.map(({ timePeriod }) =>
      option(WORDING.inPeriodShort(timePeriod.label), WORDING.inPeriod(label, timePeriod.label)),
    ),
    ...(answer.kind === "derived" ? [] : changes.slice(0, 1)),
    ...(series.length < SERIES || answer.kind === "series"
      ? []
      : [option(WORDING.byPeriodShort, WORDING.byPeriod(label))]),
  ];
};

/** What a person may want to know next: each is a question that `isAnswered` as it stands. */
export const followUpsTo = (
  answer: Answer,
  catalog: Catalog,
  isAnswered: (question: string) => boolean,
): readonly AnswerOption[] => {
  if (answer.status !== "answered") return [];
  const figure = catalog.figures.get(answer.citations[0]?.figure ?? "");
  if (figure === undefined) return [];
  const told = new Set(answer.values.map(({ label, period }) => WORDING.inPeriod(label, period.label)));
  return near(figure, answer, catalog)
    .filter(({ question }) => !told.has(question) && isAnswered(question))
    .slice(0, MOST);
};
