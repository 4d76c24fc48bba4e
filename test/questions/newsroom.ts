import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../src/answer/answer.ts";
import { type Answer, type CalendarDate, type Conversation, type Desk, openDesk } from "../../src/desk.ts";
import { describeProblem } from "../../src/packs/problem.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");

const opened = openDesk({ data: DATA, archive: null });
if (!opened.ok) throw new Error(opened.problems.map(describeProblem).join("\n"));

/** The desk on the data that ships with the project, without the newsroom's archive. */
export const desk: Desk = opened.desk;

/** The day on which the questions here are asked where they name none. */
export const TODAY = "2026-11-21" as CalendarDate;

export const askAlone = (text: string, askedOn: CalendarDate = TODAY): Answer =>
  desk.ask({ text, askedOn }, null).answer;

/** What a thread's questions were answered with, in order. */
export const askInThread = (
  questions: readonly string[],
  askedOn: CalendarDate = TODAY,
): readonly Answer[] => {
  let conversation: Conversation | null = null;
  return questions.map((text) => {
    const replied = desk.ask({ text, askedOn }, conversation);
    conversation = replied.conversation;
    return replied.answer;
  });
};

export type Wanted = {
  readonly value: number;
  /** Absolute, in the value's own unit. */
  readonly tolerance?: number;
  readonly alternatives?: readonly number[];
};

export type Expectation =
  | { readonly type: "answer"; readonly values: readonly Wanted[]; readonly sources?: readonly string[] }
  | {
      readonly type: "claim";
      readonly verdict: Verdict;
      readonly values?: readonly Wanted[];
      readonly sources?: readonly string[];
    }
  | { readonly type: "none" }
  | { readonly type: "ambiguous"; readonly values: readonly Wanted[] }
  | { readonly type: "source"; readonly sources: readonly string[] };

/** A line of a table of questions, as the evaluation has it. */
export type Line = {
  readonly id: string;
  readonly question: string;
  readonly now?: CalendarDate;
  readonly thread?: string;
  readonly kind?: string;
  readonly expect: Expectation;
  readonly note?: string;
};

export const readLines = (file: string): readonly Line[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);

const near = (value: number, { value: wanted, tolerance = 0, alternatives = [] }: Wanted): boolean =>
  [wanted, ...alternatives].some((one) => Math.abs(value - one) <= tolerance + 1e-9 * Math.abs(one));

type Values = Answer["values"];

const missingFrom = (values: Values, wanted: readonly Wanted[]): readonly number[] =>
  wanted.filter((one) => !values.some(({ value }) => near(value, one))).map(({ value }) => value);

const uncited = ({ citations }: Answer, sources: readonly string[] | undefined): string | null => {
  if (sources === undefined || citations.some(({ source }) => sources.includes(source))) return null;
  return `cites ${citations.map(({ source }) => source).join(", ") || "nothing"}, not ${sources.join(" or ")}`;
};

const shown = ({ status, verdict, values, headline }: Answer): string =>
  `${status} ${verdict ?? ""} [${values.map(({ value, label, period }) => `${value} ${label}, ${period.label}`).join("; ")}] ${headline}`;

const judgeAnswer = (answer: Answer, line: Line, wanted: readonly Wanted[]): string | null => {
  if (answer.status !== "answered") return "is not answered";
  const [only, ...more] = wanted;
  if (only === undefined || more.length > 0) {
    const missing = missingFrom(answer.values, wanted);
    return missing.length === 0 ? null : `lacks ${missing.join(", ")}`;
  }
  const [first] = answer.values;
  if (first === undefined) return "has no value";
  const isChange = line.kind === "comparison";
  const [got, want] = isChange ? [Math.abs(first.value), Math.abs(only.value)] : [first.value, only.value];
  return near(got, { ...only, value: want }) ? null : `tells ${first.value}, not ${only.value}`;
};

const judgeAmbiguous = (answer: Answer, line: Line, wanted: readonly Wanted[]): string | null => {
  if (answer.status === "not_found") return "is refused";
  const values =
    answer.status === "answered"
      ? answer.values
      : answer.options.flatMap(({ question }) => askAlone(question, line.now).values);
  const missing = missingFrom(values, wanted);
  return missing.length === 0 ? null : `lacks ${missing.join(", ")}`;
};

const faultIn = (answer: Answer, line: Line): string | null => {
  const { expect } = line;
  switch (expect.type) {
    case "answer":
      return judgeAnswer(answer, line, expect.values) ?? uncited(answer, expect.sources);
    case "claim":
      if (answer.verdict !== expect.verdict)
        return `is ${answer.verdict ?? "no verdict"}, not ${expect.verdict}`;
      return expect.verdict === "unverifiable" ? null : uncited(answer, expect.sources);
    case "none":
      return answer.status !== "answered" || answer.verdict === "unverifiable" ? null : "is answered";
    case "ambiguous":
      return judgeAmbiguous(answer, line, expect.values);
    case "source":
      return answer.status === "answered" ? uncited(answer, expect.sources) : "is not answered";
  }
};

/** What is wrong with an answer by the contract's rules, with the question; null where nothing is. */
export const judge = (answer: Answer, line: Line): string | null => {
  const fault = faultIn(answer, line);
  return fault === null ? null : `${line.id} "${line.question}" ${fault}: ${shown(answer)}`;
};
