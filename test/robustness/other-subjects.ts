import type { Desk } from "../../src/desk.ts";
import { askAll } from "./converse.ts";
import { JUDGEMENTS } from "./judge.ts";
import type { Expectation } from "./question.ts";
import { ALL, type Case, type Part, sayAnswer } from "./report.ts";
import { questionsAbout } from "./subject-questions.ts";
import type { SubjectTable } from "./subject-table.ts";

const BAR = 98;
const MOST_HARM = 0.5;

const sayExpectation = (expect: Expectation): string => {
  const values = "values" in expect ? expect.values.map(({ value }) => value).join(", ") : "";
  return [expect.type, "verdict" in expect ? expect.verdict : "", values]
    .filter((part) => part !== "")
    .join(" ");
};

/** Part 3: packs that the code has never seen, imported as they stand and asked about. */
export const askOtherSubjects = (desk: Desk, tables: readonly SubjectTable[], seed: number): Part => {
  const made = tables.flatMap((table) => questionsAbout(table, seed));
  const labels = new Map(made.map(({ label, question }) => [question.id, label]));
  const asked = askAll(
    desk,
    made.map(({ question }) => question),
  );
  const cases = asked.map(
    ({ question, answer, judgement }): Case => ({
      kind: labels.get(question.id) ?? question.kind,
      id: question.id,
      question: question.question,
      expected: sayExpectation(question.expect),
      got: sayAnswer(answer),
      outcome: judgement,
    }),
  );
  const byKind = [...new Set(labels.values())];
  return {
    title: "3. Other subjects",
    note: tables.map(({ subject, cells }) => `${subject}, ${cells.length} figures`).join("; "),
    outcomes: JUDGEMENTS,
    right: ["correct"],
    harm: ["wrong", "false"],
    cases: cases.toSorted((a, b) => byKind.indexOf(a.kind) - byKind.indexOf(b.kind)),
    leastRight: (kind) => (kind === ALL ? BAR : null),
    mostHarm: MOST_HARM,
  };
};
