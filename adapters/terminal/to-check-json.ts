import { type Checked, type CheckedNumber, plainText } from "../../src/desk.ts";

type Value = NonNullable<CheckedNumber["held"]>;

/** A figure as `ask --json` prints it, with the upper end of a range beside it. */
const figure = (value: Value | null) =>
  value === null
    ? null
    : {
        value: value.value,
        valueMax: value.valueMax,
        unit: value.unit,
        label: value.label,
        qualifier: value.qualifier,
        period: value.period,
        derived: value.derived && { formula: value.derived.formula, inputs: value.derived.inputs },
      };

/** A check as `check --json` prints it: the summary, each number in order, and the whole as text. */
export const toCheckJson = ({ report, message }: Checked) => ({
  status: report.status,
  counts: Object.fromEntries(report.counts.map(({ verdict, count }) => [verdict, count])),
  numbers: report.numbers.map((number) => ({
    text: number.asPrinted,
    at: number.at,
    paragraph: number.paragraph,
    value: number.value,
    valueMax: number.valueMax,
    verdict: number.verdict,
    held: figure(number.held),
    instead: figure(number.instead),
    off: number.off,
    citations: number.citations.map(({ source, outlet, published, paragraph, asPrinted, attribution }) => ({
      source,
      outlet,
      published,
      paragraph,
      asPrinted,
      attribution,
    })),
    sentence: number.sentence,
  })),
  readUpTo: report.readUpTo,
  text: plainText(message),
});
