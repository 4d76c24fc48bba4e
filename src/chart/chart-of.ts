import type { Answer, AnswerPeriod, AnswerValue } from "../answer/answer.ts";
import { formatQuantity } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
import { type Chart, type ChartPoint, FEWEST_DRAWN, MOST_BARS, type Scale } from "./chart.ts";
import { WORDING } from "./wording.ts";

const DAY = 86_400_000;

type Dated = { readonly value: AnswerValue; readonly start: number; readonly days: number };

/** A period's first day and length; null where it is open or has no days. */
const dated = (value: AnswerValue): Dated | null => {
  const { start, end } = value.period;
  if (start === null || end === null) return null;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return { value, start: from, days: (to - from) / DAY + 1 };
};

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** Months have 28 to 31 days, years 365 or 366, and are of one length. */
const LENGTHS_AGREE = 0.88;

const commonLength = (all: readonly Dated[]): number => {
  const inOrder = all.map(({ days }) => days).toSorted((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
};

/** Half a year and more of a year may be drawn beside years, marked; a month beside years says nothing. */
const LEAST_PART = 0.4;

const isShort = ({ days }: Dated, length: number): boolean => days < LENGTHS_AGREE * length;

/** Periods that can stand side by side: of one length, but for what was cut short. */
const comparable = (all: readonly Dated[]): boolean => {
  const length = commonLength(all);
  const short = all.filter((one) => isShort(one, length));
  return (
    all.every(({ days }) => days * LENGTHS_AGREE <= length && days >= LEAST_PART * length) &&
    short.length < all.length / 2
  );
};

const say = ({ value, valueMax, unit, qualifier }: AnswerValue, wording: FigureWording): string =>
  formatQuantity({ value, valueMax, unit, qualifier }, wording);

type Drawn = { readonly at: number | null; readonly isPartial: boolean };

const point = (value: AnswerValue, wording: FigureWording, { at, isPartial }: Drawn): ChartPoint => ({
  series: value.label,
  period: value.period.label,
  at,
  value: value.value,
  valueMax: value.valueMax,
  said: say(value, wording),
  isHedged: value.qualifier !== "exact",
  isPartial,
});

type Points = { readonly kind: Chart["kind"]; readonly points: readonly ChartPoint[] };

const keyOf = ({ label }: AnswerValue, { label: period }: AnswerPeriod): string => `${label}\n${period}`;

/** Along the time axis; null where the periods do not compare. */
const overTime = (values: readonly AnswerValue[], wording: FigureWording): Points | null => {
  const all = values.map(dated);
  if (!all.every((one) => one !== null) || !comparable(all)) return null;
  const length = commonLength(all);
  const points = all
    .toSorted((a, b) => a.start - b.start)
    .map((one) => {
      const at = one.start + (one.days * DAY) / 2;
      return point(one.value, wording, { at, isPartial: isShort(one, length) });
    });
  return { kind: "time", points };
};

/** Side by side within one period, the largest first. */
const sideBySide = (values: readonly AnswerValue[], wording: FigureWording): Points => ({
  kind: "bars",
  points: values
    .toSorted((a, b) => b.value - a.value)
    .map((value) => point(value, wording, { at: null, isPartial: false })),
});

const pointsOf = (values: readonly AnswerValue[], wording: FigureWording): Points | null => {
  const labels = distinct(values.map(({ label }) => label));
  const periods = distinct(values.map(({ period }) => period.label));
  if (distinct(values.map((value) => keyOf(value, value.period))).length < values.length) return null;
  if (periods.length === 1) return values.length > MOST_BARS ? null : sideBySide(values, wording);
  // A line for each label; where each has its own period, there is nothing that goes along.
  return periods.length >= FEWEST_DRAWN && labels.length * 2 < values.length
    ? overTime(values, wording)
    : null;
};

const extremes = (points: readonly ChartPoint[]): readonly [ChartPoint, ChartPoint] | null => {
  const inOrder = points.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  return lowest === undefined || highest === undefined ? null : [lowest, highest];
};

const nameOf = ({ kind }: Points, { series, period, said }: ChartPoint): string =>
  WORDING.pointSaid(kind === "time" ? period : series, said);

const altOf = (title: string, drawn: Points): string => {
  const [first, last] = [drawn.points[0], drawn.points.at(-1)];
  const span = WORDING.span(first?.period ?? "", last?.period ?? "");
  const ends = extremes(drawn.points.filter(({ isPartial }) => !isPartial));
  const said = WORDING.alt(title, drawn.points.length, span);
  return ends === null ? said : said + WORDING.altEnds(nameOf(drawn, ends[0]), nameOf(drawn, ends[1]));
};

/** What the labels have in common is what the picture is of: "Population" of "Population, Austria". */
const commonName = (values: readonly AnswerValue[]): string => {
  const names = values.map(({ label }) => label.split(", "));
  const shared = (names[0] ?? []).filter((part) => names.every((other) => other.includes(part)));
  return shared.join(", ");
};

/** What a bar or line is called where the picture's title says the rest. */
const shorter = (points: readonly ChartPoint[], common: string): readonly ChartPoint[] => {
  const parts = new Set(common.split(", "));
  return points.map((one) => {
    const own = one.series.split(", ").filter((part) => !parts.has(part));
    return own.length === 0 ? one : { ...one, series: own.join(", ") };
  });
};

/** Below this a number with thousands separators is short enough. */
const SCALED_FROM = 1_000_000;

const scaleOf = (points: readonly ChartPoint[], { scales }: FigureWording): Scale | null => {
  const largest = Math.max(...points.map(({ value, valueMax }) => Math.abs(valueMax ?? value)));
  return scales.find(({ value }) => value >= SCALED_FROM && largest >= value) ?? null;
};

/** Years in the order of their size are a list; drawn along the time axis, their gaps would not be seen. */
const isDrawn = ({ status, kind }: Answer, { points, kind: shape }: Points): boolean => {
  if (status !== "answered" || points.length < FEWEST_DRAWN) return false;
  switch (kind) {
    case "series":
    case "comparison":
    case "lookup":
    case "derived":
      return true;
    case "ranking":
      return shape === "bars";
    case "claim":
    case "source":
    case "topic":
      return false;
  }
};

/**
 * The picture of an answer: at least three figures of one unit, over periods that compare or within one period.
 * Null where there are fewer, or where they would mislead side by side.
 */
export const chartOf = (answer: Answer, sources: readonly string[], wording: FigureWording): Chart | null => {
  const { values } = answer;
  const [first] = values;
  if (first === undefined || values.length < FEWEST_DRAWN) return null;
  if (values.some(({ unit }) => unit !== first.unit)) return null;
  const drawn = pointsOf(values, wording);
  if (drawn === null || !isDrawn(answer, drawn)) return null;
  const names = distinct(values.map(({ label }) => label));
  const common = names.length === 1 ? "" : commonName(values);
  const what = common === "" ? WORDING.title(names.slice(0, FEWEST_DRAWN)) : common;
  const title = drawn.kind === "bars" ? WORDING.inPeriod(what, first.period.label) : what;
  const points = shorter(drawn.points, common);
  const scale = scaleOf(points, wording);
  return {
    kind: drawn.kind,
    title,
    unit: first.unit,
    scale,
    points,
    sources,
    alt: altOf(title, { ...drawn, points }),
  };
};
