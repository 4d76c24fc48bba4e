import type { Answer, AnswerValue, Citation } from "../answer/answer.ts";
import { fill } from "../language/house-style.ts";
import type { Copy, CopyLine, CopyTable } from "./copy.ts";
import { sayAmount } from "./say-amount.ts";
import { sayCitation } from "./say-citation.ts";
import { sayClause } from "./say-clause.ts";
import { namePeriod } from "./say-period.ts";
import { runOf, sayList, sayRun } from "./say-several.ts";
import { nameSources, sayAttribution } from "./say-source.ts";
import { neutralise, type Styled } from "./styled.ts";

const citedBy = ({ citations }: Answer, values: readonly AnswerValue[]): readonly Citation[] => {
  const figures = new Set(values.flatMap((value) => value.figures));
  return citations.filter(({ figure }) => figures.has(figure));
};

const attributionOf = (answer: Answer, values: readonly AnswerValue[], styled: Styled): string =>
  sayAttribution(
    citedBy(answer, values),
    values.some(({ derived }) => derived !== null),
    styled,
  );

/** Another source's number for what the first one is of: both are told, and by whom. */
const isDiffering = (lead: AnswerValue, other: AnswerValue): boolean =>
  lead.derived === null &&
  other.derived === null &&
  other.label === lead.label &&
  other.period.label === lead.period.label &&
  other.unit === lead.unit;

const withDiffering = (
  said: string,
  differing: readonly AnswerValue[],
  { answer, styled }: { readonly answer: Answer; readonly styled: Styled },
): string =>
  differing.reduce(
    (clause, value) =>
      fill(styled.style.parts["several.differing"], {
        clause,
        amount: sayAmount(value, value.label, styled),
        attribution: attributionOf(answer, [value], styled),
      }),
    said,
  );

const sayOne = (answer: Answer, lead: AnswerValue, styled: Styled): string => {
  const clause = sayClause(lead, styled);
  const attribution = attributionOf(answer, [lead], styled);
  const { parts } = styled.style;
  const said =
    answer.verdict === null
      ? `${clause}, ${attribution}`
      : fill(parts[`verdict.${answer.verdict}`], { clause, attribution });
  const differing = answer.values.filter((value) => value !== lead && isDiffering(lead, value));
  return withDiffering(said, differing, { answer, styled });
};

const saySeveral = (answer: Answer, styled: Styled): string => {
  const run = runOf(answer.values);
  const clause = run === null ? sayList(answer.values, styled) : sayRun(run, styled);
  return `${clause}, ${attributionOf(answer, answer.values, styled)}`;
};

const sayAll = (answer: Answer, lead: AnswerValue, styled: Styled): string => {
  const others = answer.values.filter((value) => value !== lead && !isDiffering(lead, value));
  const isOne = others.length === 0 || answer.verdict !== null || lead.derived !== null;
  return isOne ? sayOne(answer, lead, styled) : saySeveral(answer, styled);
};

/** The first and the last column only where they differ from row to row: the sentence above says what they all say. */
const narrowed = ({ columns, rows }: CopyTable): CopyTable => {
  const last = columns.length - 1;
  const isKept = (at: number): boolean =>
    (at !== 0 && at !== last) || new Set(rows.map((row) => row[at])).size > 1;
  return {
    columns: columns.filter((_, at) => isKept(at)),
    rows: rows.map((row) => row.filter((_, at) => isKept(at))),
  };
};

const tableOf = (answer: Answer, styled: Styled): CopyTable | null => {
  const { parts } = styled.style;
  if (answer.values.length < 2) return null;
  return narrowed({
    columns: [parts["table.what"], parts["table.period"], parts["table.figure"], parts["table.source"]],
    rows: answer.values.map((value) => [
      styled.neutral(value.label),
      namePeriod(value.period, styled),
      sayAmount(value, "", styled),
      value.derived === null
        ? nameSources(citedBy(answer, [value]), styled)
        : attributionOf(answer, [value], styled),
    ]),
  });
};

/** Outlets with an address lead there, where the sentence names them first. */
const linkOutlets = (text: string, citations: readonly Citation[]): CopyLine => {
  const found = citations
    .flatMap(({ outlet, url }) => (url === null ? [] : [{ outlet, url, at: text.indexOf(outlet) }]))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  if (found === undefined) return [{ text, link: null }];
  const end = found.at + found.outlet.length;
  const others = citations.filter(({ outlet }) => outlet !== found.outlet);
  const pieces: CopyLine = [
    { text: text.slice(0, found.at), link: null },
    { text: found.outlet, link: found.url },
    ...linkOutlets(text.slice(end), others),
  ];
  return pieces.filter((piece) => piece.text !== "");
};

const capital = (sentence: string): string => `${sentence[0]?.toUpperCase() ?? ""}${sentence.slice(1)}`;

/** Whether an answer has a figure to be copied. */
export const hasCopy = ({ status, kind, values }: Answer): boolean =>
  status === "answered" && kind !== "topic" && values.length > 0;

/**
 * An answer as copy in house style: a sentence with the figure, its hedge, its period and everyone who says so; null
 * where there is no figure to tell. Every number in it is one of the answer's.
 */
export const writeCopy = (answer: Answer, holding: Omit<Styled, "neutral">): Copy | null => {
  const [lead] = answer.values;
  if (!hasCopy(answer) || lead === undefined) return null;
  const styled = { ...holding, neutral: neutralise(holding.style) };
  const sentence = `${capital(sayAll(answer, lead, styled))}.`;
  return {
    sentence: linkOutlets(sentence, answer.citations),
    table: tableOf(answer, styled),
    citation: sayCitation(answer.citations, styled),
  };
};
