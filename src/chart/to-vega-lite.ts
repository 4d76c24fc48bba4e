import type { TopLevelSpec } from "vega-lite";
import wrapAnsi from "wrap-ansi";
import { UNSTATED_UNIT } from "../language/format.ts";
import { isMoney, moneySign } from "../language/money.ts";
import { type Chart, type ChartPoint, MOST_BARS, type Scale } from "./chart.ts";
import { WORDING } from "./wording.ts";

/** In pixels, before the picture is doubled; a chat shows it at about half of that. */
export const SIZE = { width: 680, height: 330, bar: 34 } as const;
/** Letters that stand in the picture's width. */
const LETTERS = { title: 52, note: 84, bar: 26 } as const;
const FONT = { title: 22, text: 17, note: 14 } as const;
const NOTE_LINE = 19;

/** Ink on a white card, which reads in a light and in a dark window; lines that the colour-blind can tell apart. */
const COLOUR = {
  card: "#ffffff",
  ink: "#1d1c1d",
  quiet: "#616061",
  grid: "#e6e6e6",
  bar: "#2c6fbb",
} as const;
const LINES = ["#2c6fbb", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#1d1c1d"] as const;

export const FONT_FAMILY = "DejaVu Sans";

const unitLine = (unit: string, scale: Scale | null): string =>
  [scale?.name ?? "", unit === UNSTATED_UNIT || unit === "percent" || isMoney(unit) ? "" : unit]
    .filter((part) => part !== "")
    .join(" ");

/** Whose signs stand at the axis, as those of its numbers do. */
const AXIS = { locale: "en-US" } as const;

/** Vega's own expression for what stands at the axis. Nothing of it comes from data but a number. */
const axisLabel = (unit: string, scale: Scale | null): string => {
  const number = `format(datum.value / ${scale?.value ?? 1}, ',~f')`;
  if (isMoney(unit)) return `${JSON.stringify(moneySign(unit, AXIS))} + ${number}`;
  return unit === "percent" ? `${number} + '%'` : number;
};

const wrapped = (text: string, letters: number): readonly string[] =>
  wrapAnsi(text, letters, { hard: true }).split("\n");

/** Every period has its place, from the first to the last: they follow one another at one distance. */
const isEven = (points: readonly ChartPoint[]): boolean => {
  const times = [...new Set(points.map(({ at }) => at ?? Number.NaN))];
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN));
  const whole = steps.slice(0, points.at(-1)?.isPartial ? -1 : undefined);
  return whole.length === 0 || Math.max(...whole) < 1.3 * Math.min(...whole);
};

const hasSeveral = (points: readonly ChartPoint[]): boolean =>
  new Set(points.map(({ series }) => series)).size > 1;

const ASIDE = /\s*\(.*\)$/u;

/** "FY2024*": what a parenthesis adds to the name is said below. */
const shortPeriod = ({ period, isPartial }: ChartPoint): string =>
  isPartial ? `${period.replace(ASIDE, "")}${WORDING.partialMark}` : period;

const dataOf = ({ kind, points }: Chart) =>
  points.map((point) => ({
    name: kind === "time" ? shortPeriod(point) : wrapped(point.series, LETTERS.bar).join("\n"),
    series: point.series,
    at: point.at,
    value: point.value,
    high: point.valueMax ?? point.value,
    partial: point.isPartial,
    said: point.said,
  }));

type Layers = readonly Record<string, unknown>[];
type Drawing = { readonly chart: Chart; readonly valueAxis: Record<string, unknown> };

const QUANTITATIVE = { field: "value", type: "quantitative" } as const;

/** What was cut short is paler, and its edge is broken. */
const BAR = {
  type: "bar",
  color: COLOUR.bar,
  strokeWidth: 1.5,
} as const;
const PALE = {
  fillOpacity: { condition: { test: "datum.partial", value: 0.35 }, value: 1 },
  stroke: { condition: { test: "datum.partial", value: COLOUR.bar }, value: null },
  strokeDash: { condition: { test: "datum.partial", value: [4, 3] }, value: [1, 0] },
} as const;

const nameAxis = (chart: Chart) => {
  const letters = Math.max(...dataOf(chart).map(({ name }) => name.length));
  const places = new Set(chart.points.map(({ period }) => period)).size;
  const isTight = places * (letters + 1) * 0.62 * FONT.text > SIZE.width;
  return {
    title: null,
    labelAngle: isTight ? -45 : 0,
    labelOverlap: places > MOST_BARS ? "greedy" : false,
    labelFontSize: FONT.text - (isTight ? 2 : 0),
  };
};

const columns = ({ chart, valueAxis }: Drawing): Layers => [
  {
    mark: { ...BAR, cornerRadiusEnd: 2 },
    encoding: {
      x: { field: "name", type: "ordinal", sort: null, axis: nameAxis(chart), scale: { paddingInner: 0.25 } },
      y: { ...QUANTITATIVE, axis: valueAxis },
      ...PALE,
    },
  },
  {
    transform: [{ filter: "datum.high > datum.value" }],
    mark: { type: "rule", color: COLOUR.ink, strokeWidth: 2 },
    encoding: { x: { field: "name", type: "ordinal", sort: null }, y: QUANTITATIVE, y2: { field: "high" } },
  },
];

/** A line may leave zero out where that hides how it moves; bars may not. */
const reachesZero = (points: readonly ChartPoint[]): boolean => {
  const values = points.map(({ value }) => value);
  return Math.min(...values) < 0.6 * Math.max(...values);
};

const lines = ({ chart, valueAxis }: Drawing): Layers => {
  const x = isEven(chart.points)
    ? { field: "name", type: "ordinal", sort: null, axis: nameAxis(chart) }
    : {
        field: "at",
        type: "temporal",
        axis: { title: null, labelFontSize: FONT.text },
        scale: { type: "utc" },
      };
  const y = { ...QUANTITATIVE, axis: valueAxis, scale: { zero: reachesZero(chart.points) } };
  const names = [...new Set(chart.points.map(({ series }) => series))];
  const legend = { title: null, orient: "top", columns: 3, labelLimit: SIZE.width / 3, symbolStrokeWidth: 3 };
  const color =
    names.length === 1
      ? { value: COLOUR.bar }
      : { field: "series", type: "nominal", sort: null, scale: { range: [...LINES] }, legend };
  return [
    { mark: { type: "line", strokeWidth: 3 }, encoding: { x, y, color } },
    {
      mark: { type: "circle", size: chart.points.length > MOST_BARS ? 0 : 60 },
      encoding: { x, y, color, opacity: { condition: { test: "datum.partial", value: 0.35 }, value: 1 } },
    },
  ];
};

/** The number stands behind its bar, within the picture. */
const rows = ({ chart: { points } }: Drawing): Layers => {
  const largest = Math.max(0, ...points.map(({ value }) => value));
  const letters = Math.max(...points.map(({ said }) => said.length));
  const room = 1 - Math.min(0.5, (letters * 0.6 * FONT.text) / SIZE.width);
  const ends = { domainMax: largest / room, nice: false };
  const y = {
    field: "name",
    type: "nominal",
    sort: null,
    axis: {
      title: null,
      ticks: false,
      labelLimit: SIZE.width / 2,
      labelFontSize: FONT.text,
      labelExpr: "split(datum.label, '\\n')",
    },
  };
  const x = { ...QUANTITATIVE, axis: null, scale: ends };
  return [
    { mark: { ...BAR, cornerRadiusEnd: 2 }, encoding: { x, y } },
    {
      mark: { type: "text", align: "left", dx: 6, fontSize: FONT.text, color: COLOUR.ink },
      encoding: { x, y, text: { field: "said" } },
    },
  ];
};

/** Lines where there are several, many points, or gaps between them; else a column for each. */
const isLine = ({ kind, points }: Chart): boolean =>
  kind === "time" && (points.length > MOST_BARS || hasSeveral(points) || !isEven(points));

const layersOf = (drawing: Drawing): Layers => {
  if (drawing.chart.kind === "bars") return rows(drawing);
  return isLine(drawing.chart) ? lines(drawing) : columns(drawing);
};

const heightOf = ({ kind, points }: Chart): number =>
  kind === "bars" ? points.length * SIZE.bar * 1.3 : SIZE.height;

const titleOf = ({ title, kind, unit, scale }: Chart): Record<string, unknown> => {
  const subtitle = kind === "bars" ? "" : unitLine(unit, scale);
  return {
    text: [...wrapped(title, LETTERS.title)],
    ...(subtitle === "" ? {} : { subtitle }),
    anchor: "start",
    fontSize: FONT.title,
    subtitleFontSize: FONT.text,
    subtitleColor: COLOUR.quiet,
    offset: 14,
  };
};

/** Below the picture: what is not whole, what is hedged, and where all of it stands. */
const notes = (chart: Chart): readonly string[] => {
  const { kind, points, sources } = chart;
  const partial = [...new Set(points.filter(({ isPartial }) => isPartial).map(({ period }) => period))];
  const hedged = points.filter(({ isHedged }) => isHedged);
  const named = hedged.map(({ period, said }) => WORDING.pointSaid(period, said));
  return [
    ...(partial.length === 0 ? [] : [WORDING.partial(partial)]),
    ...(named.length === 0 || kind === "bars" ? [] : [WORDING.hedged(named)]),
    ...(isLine(chart) && !reachesZero(points) ? [WORDING.cutAxis] : []),
    WORDING.source(sources),
  ].flatMap((note) => wrapped(note, LETTERS.note));
};

/** Lines of small print, one below the other. */
const smallPrint = (texts: readonly string[]) => ({
  width: SIZE.width,
  height: texts.length * NOTE_LINE,
  data: { values: texts.map((text, at) => ({ text, y: at * NOTE_LINE })) },
  mark: { type: "text", align: "left", baseline: "top", fontSize: FONT.note, color: COLOUR.quiet },
  encoding: {
    x: { value: 0 },
    y: { field: "y", type: "quantitative", axis: null, scale: null },
    text: { field: "text" },
  },
});

/** The picture as Vega-Lite takes it: title, unit, the figures, what is not whole, and the source line below. */
export const toVegaLite = (chart: Chart): TopLevelSpec => {
  const valueAxis = {
    title: null,
    labelExpr: axisLabel(chart.unit, chart.scale),
    tickCount: 5,
    labelFontSize: FONT.text,
    grid: true,
  };
  const spec = {
    background: COLOUR.card,
    padding: { left: 16, right: 24, top: 14, bottom: 14 },
    title: titleOf(chart),
    spacing: 14,
    vconcat: [
      {
        width: SIZE.width,
        height: heightOf(chart),
        data: { values: dataOf(chart) },
        layer: layersOf({ chart, valueAxis }),
      },
      smallPrint(notes(chart)),
    ],
    config: {
      font: FONT_FAMILY,
      axis: {
        labelColor: COLOUR.ink,
        gridColor: COLOUR.grid,
        domainColor: COLOUR.quiet,
        tickColor: COLOUR.quiet,
      },
      title: { color: COLOUR.ink },
      legend: { labelFontSize: FONT.text, labelColor: COLOUR.ink },
      view: { stroke: null },
    },
  };
  // Vega-Lite's types know each mark's own encodings; a spec put together from parts is checked by what it draws.
  return spec as unknown as TopLevelSpec;
};
