import type { Answer, AnswerValue } from "../answer/answer.ts";
import { chartOf } from "../chart/chart-of.ts";
import { formatNumber, formatQuantity } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
import { plain, quiet, strong } from "./inline.ts";
import { layOutDisagreement } from "./lay-out-disagreement.ts";
import { layOutReceipts } from "./lay-out-receipts.ts";
import type { Block, Inline, Message } from "./message.ts";
import type { Receipt } from "./receipt.ts";
import { sayPublished, WORDING } from "./wording.ts";

/** "more than 7,600,000 people": the figure with its hedge and unit, as the headline says it too. */
type Say = (value: AnswerValue) => string;

const sayWith =
  (wording: FigureWording): Say =>
  ({ value, valueMax, unit, qualifier }) =>
    formatQuantity({ value, valueMax, qualifier, unit }, wording);

/** Ways in which a headline may say a value, the fullest first: all of it is marked where all of it stands. */
function* sayings(value: AnswerValue, say: Say, wording: FigureWording): Generator<string> {
  const size = { ...value, value: Math.abs(value.value) };
  yield say(value);
  yield say({ ...value, qualifier: "exact" });
  yield say(size);
  yield say({ ...size, qualifier: "exact" });
  yield formatNumber(value.value, wording);
  yield formatNumber(size.value, wording);
}

const GOES_ON = /(?:[\p{L}\d]|\d[.,])$/u;
const GOES_ON_BEHIND = /^(?:[\p{L}\d]|[.,]\d)/u;

/** Where a saying stands by itself, or -1: 33 does not stand in "113,431", in "33.5" or in "FY33". */
const standsAt = (headline: string, saying: string): number => {
  let at = headline.indexOf(saying);
  while (
    at >= 0 &&
    (GOES_ON.test(headline.slice(0, at)) || GOES_ON_BEHIND.test(headline.slice(at + saying.length)))
  )
    at = headline.indexOf(saying, at + 1);
  return at;
};

const headlineLine = (
  { headline, values: [value] }: Answer,
  say: Say,
  wording: FigureWording,
): readonly Inline[] => {
  const saying = value && sayings(value, say, wording).find((words) => standsAt(headline, words) >= 0);
  if (saying === undefined) return [plain(headline)];
  const at = standsAt(headline, saying);
  const line = [plain(headline.slice(0, at)), strong(saying), plain(headline.slice(at + saying.length))];
  return line.filter(({ text }) => text !== "");
};

const choices = ({ options }: Answer): readonly Block[] =>
  options.map(({ label, question }, at) => ({ kind: "choice", number: at + 1, label, question }));

const table = (answer: Answer, say: Say): readonly Block[] => {
  const { values } = answer;
  if (values.length < 2 || areSides(answer)) return [];
  const { label, period, value } = WORDING.columns;
  const rows = values.map((one) => [one.label, one.period.label, say(one)]);
  return [{ kind: "table", columns: [label, period, value], rows }];
};

/** Nothing but the sides of one disagreement, which has a table of its own. */
const areSides = ({ values, disagreements: [one, ...more] }: Answer): boolean =>
  one !== undefined && more.length === 0 && values.length === one.sides.length;

/** Of a series with as many, each is in its rows and its notes. */
const MOST_DISAGREEMENTS = 3;

const disagreements = (answer: Answer, say: Say): readonly Block[] =>
  answer.disagreements.length > MOST_DISAGREEMENTS
    ? []
    : answer.disagreements.flatMap((one) => layOutDisagreement(one, say, areSides(answer)));

const chart = (answer: Answer, wording: FigureWording): readonly Block[] => {
  const documents = answer.citations.map(({ outlet, published }) => `${outlet}, ${sayPublished(published)}`);
  const drawn = chartOf(answer, [...new Set(documents)], wording);
  return drawn === null ? [] : [{ kind: "chart", chart: drawn }];
};

const workings = ({ values }: Answer, say: Say): readonly Block[] =>
  values.flatMap((value) => {
    if (value.derived === null) return [];
    const line = [quiet(WORDING.working), plain(`${value.derived.formula} = ${say(value)}`)];
    return [{ kind: "working", line }];
  });

const assumptions = (answer: Answer): readonly Block[] =>
  answer.assumptions.map((sentence) => ({ kind: "line", line: [quiet(sentence)] }));

const caveats = (answer: Answer): readonly Block[] =>
  answer.caveats.map((sentence) => ({ kind: "caveat", line: [quiet(WORDING.caveat), plain(sentence)] }));

const nearest = (answer: Answer): readonly Block[] => {
  if (answer.nearest.length === 0) return [];
  const lines = answer.nearest.map((label): Block => ({ kind: "line", line: [plain(`– ${label}`)] }));
  return [{ kind: "line", line: [quiet(WORDING.nearest)] }, ...lines];
};

/**
 * Puts an answer in the order in which a person reads it: what was found, how it was come by, where it stands,
 * and what is to be said beside it. Every citation, date, caveat and assumption of the answer is in it.
 */
export const layOutMessage = (
  answer: Answer,
  receipts: readonly Receipt[],
  wording: FigureWording,
): Message => {
  const say = sayWith(wording);
  return {
    blocks: [
      { kind: "headline", line: headlineLine(answer, say, wording) },
      ...choices(answer),
      ...table(answer, say),
      ...disagreements(answer, say),
      ...chart(answer, wording),
      ...workings(answer, say),
      ...assumptions(answer),
      ...layOutReceipts(answer.citations, receipts),
      ...caveats(answer),
      ...nearest(answer),
    ],
  };
};
