import type { Period } from "../calendar/period.ts";
import type { Measure, Source } from "../catalog/observation.ts";
import { documentName, plain, quiet } from "./inline.ts";
import type { Block, Message } from "./message.ts";
import { sayPublished, WORDING } from "./wording.ts";

const receiptOf = ({ outlet, title, byline, url, published, note }: Source): Block => {
  const by = byline === null ? [] : [plain(`, ${WORDING.byline(byline)}`)];
  const line = [...documentName(outlet, title, url), ...by];
  const remark = note === null ? [] : [[quiet(note)]];
  return { kind: "receipt", lines: [[...line, plain(`, ${sayPublished(published)}`)], ...remark] };
};

/** Every document that figures are taken from, with its date and how that date is known. */
export const layOutSources = (sources: readonly Source[]): Message => ({
  blocks: [{ kind: "headline", line: [plain(WORDING.sources(sources.length))] }, ...sources.map(receiptOf)],
});

/** "FY2014 to FY2024", or "FY2024" where one period is all there is. */
const sayPeriods = (periods: readonly Period[]): string => {
  const inOrder = periods.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const labels = [...new Set(inOrder.map(({ label }) => label))];
  const [first, last] = [labels[0] ?? "", labels.at(-1) ?? ""];
  return first === last ? first : WORDING.span(first, last);
};

/** How much is held, from which documents, and of which days the oldest and the newest figure speak. */
export const layOutHoldings = (topics: readonly Held[], sources: readonly Source[]): Message => {
  const figures = topics.reduce((sum, { count }) => sum + count, 0);
  const periods = topics.flatMap((topic) => topic.periods);
  // What is counted "up to March 2025" begins before all days, and is not old.
  const lastDay = ({ start, end }: Period): string => end ?? start;
  const inOrder = periods.toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const [oldest, newest] = [inOrder[0], inOrder.at(-1)];
  const reach =
    oldest === undefined || newest === undefined ? [] : [plain(WORDING.reach(oldest.label, newest.label))];
  return {
    blocks: [
      {
        kind: "headline",
        line: [plain(WORDING.holdings(figures, topics.length, sources.length)), ...reach],
      },
      ...sources.map(receiptOf),
    ],
  };
};

type Held = { readonly measure: Measure; readonly count: number; readonly periods: readonly Period[] };

/** Every measure that is held, with how many figures and which periods. */
export const layOutTopics = (topics: readonly Held[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.topics(topics.length))] },
    {
      kind: "table",
      columns: WORDING.topicColumns,
      rows: topics.map(({ measure, count, periods }) => [measure.name, sayPeriods(periods), String(count)]),
    },
  ],
});
