import type { Answer } from "../answer/answer.ts";
import type { CheckReport } from "../checking/report.ts";

/** A check as an answer, for whoever keeps account of what was told: the held figures beside the draft's numbers. */
export const answerOfCheck = ({ status, headline, numbers }: CheckReport): Answer => ({
  status: status === "checked" ? "answered" : "not_found",
  kind: "claim",
  headline,
  values: numbers.flatMap(({ held, instead }) => [held, instead].filter((value) => value !== null)),
  verdict: null,
  citations: numbers.flatMap(({ citations }) => citations),
  options: [],
  nearest: [],
  disagreements: [],
  assumptions: [],
  caveats: [],
});
