import type { Answer } from "../../src/desk.ts";

/** One generated question and what came of it. */
export type Case = {
  readonly kind: string;
  /** The evaluation question that it was made from, or its own id. */
  readonly id: string;
  readonly question: string;
  readonly expected: string;
  readonly got: string;
  readonly outcome: string;
};

/** One of the three tests: what may come of a question, which of that is right and which does harm. */
export type Part = {
  readonly title: string;
  readonly note: string;
  readonly outcomes: readonly string[];
  readonly right: readonly string[];
  readonly harm: readonly string[];
  readonly cases: readonly Case[];
  /** In percent: the least of a kind, or of "all", that must be right; null where nothing is set. */
  readonly leastRight: (kind: string) => number | null;
  /** In percent. */
  readonly mostHarm: number;
};

/** "answered supported 113431 (FY2024), 170590 (FY2023) [some-source]": an answer on one line. */
export const sayAnswer = ({ status, verdict, values, citations }: Answer): string => {
  const told = values.slice(0, 4).map(({ value, unit, period }) => `${value} ${unit} (${period.label})`);
  const more = values.length > 4 ? [`and ${values.length - 4} more`] : [];
  const cited = [...new Set(citations.map(({ source }) => source))];
  return [
    status,
    verdict ?? "",
    [...told, ...more].join(", "),
    cited.length > 0 ? `[${cited.join(", ")}]` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
};

const percent = (some: number, all: number): number => (all === 0 ? 0 : (100 * some) / all);

/** How many of the cases came out in one of these ways. */
const count = (cases: readonly Case[], outcomes: readonly string[]): number =>
  cases.filter(({ outcome }) => outcomes.includes(outcome)).length;

/** In percent of all its cases. */
export type Score = { readonly right: number; readonly harm: number };

export const scoreOf = ({ cases, right, harm }: Part): Score => ({
  right: percent(count(cases, right), cases.length),
  harm: percent(count(cases, harm), cases.length),
});

const kindsOf = ({ cases }: Part): readonly string[] => [...new Set(cases.map(({ kind }) => kind))];

/** The kind that takes in every case. */
export const ALL = "all";

const casesOf = ({ cases }: Part, kind: string): readonly Case[] =>
  kind === ALL ? cases : cases.filter((one) => one.kind === kind);

/** What of a part lies below its bar, each a sentence. */
export const belowTheBar = (part: Part): readonly string[] => {
  const kinds = [...kindsOf(part), ALL].flatMap((kind) => {
    const least = part.leastRight(kind);
    const cases = casesOf(part, kind);
    const right = percent(count(cases, part.right), cases.length);
    return least !== null && right < least
      ? [`${part.title}, ${kind}: ${right.toFixed(1)}% of ${least}%`]
      : [];
  });
  const harm = percent(count(part.cases, part.harm), part.cases.length);
  const all =
    harm > part.mostHarm ? [`${part.title}: harm ${harm.toFixed(2)}% of at most ${part.mostHarm}%`] : [];
  return [...kinds, ...all];
};

const COLUMN = 10;
const FIRST_COLUMN = 26;

const tableRow = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(FIRST_COLUMN) : cell.padStart(COLUMN))).join("");

const rowOf = (part: Part, kind: string): string => {
  const cases = casesOf(part, kind);
  const least = part.leastRight(kind);
  return tableRow([
    kind,
    String(cases.length),
    ...part.outcomes.map((outcome) => String(count(cases, [outcome]))),
    `${percent(count(cases, part.right), cases.length).toFixed(1)}%`,
    least === null ? "" : `${least}%`,
    `${percent(count(cases, part.harm), cases.length).toFixed(2)}%`,
    `${part.mostHarm}%`,
  ]);
};

/** A part as a table with one row for each kind, and its bars beside the numbers. */
export const tableOf = (part: Part): string => {
  return [
    `${part.title} (${part.note})`,
    tableRow(["", "questions", ...part.outcomes, "right", "bar", "harm", "bar"]),
    ...[...kindsOf(part), ALL].map((kind) => rowOf(part, kind)),
    "",
  ].join("\n");
};

/** Every case that is not right, those that do harm before the others. */
export const failuresOf = ({ cases, right, harm }: Part): readonly Case[] => {
  const failed = cases.filter(({ outcome }) => !right.includes(outcome));
  const harmful = failed.filter(({ outcome }) => harm.includes(outcome));
  return [...harmful, ...failed.filter(({ outcome }) => !harm.includes(outcome))];
};

export const sayFailure = ({ outcome, kind, id, question, expected, got }: Case): string =>
  `${outcome} (${kind}, ${id}) ${question}\n    wanted ${expected}\n    got    ${got}\n`;
