import type { Period } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { carryOver } from "../question/carry-over.ts";
import type { Question, StatedPeriod } from "../question/question.ts";
import { restate } from "../question/shift-period.ts";
import { NO_REFERENCES, type References, sortReferences } from "../resolution/references.ts";
import { type Carried, turnFor } from "./carried.ts";
import type { Claim } from "./claim.ts";

/** The times that a number may be of, and how sure that is: said of it, or of what stands beside it. */
export type Timed = {
  readonly references: References;
  readonly isSaid: boolean;
  /** With the periods that "the year before" was turned into. */
  readonly question: Question;
};

/** What is said to be now is the newest that there is; how old that is, its period tells. */
const asNewest = (stated: StatedPeriod): StatedPeriod =>
  stated.reference.kind === "now" ? { ...stated, reference: { kind: "latest" } } : stated;

const anchored = (said: Question, from: Period | null, { fiscalYearStartMonth }: Catalog): Question => {
  const turn = turnFor(from, fiscalYearStartMonth);
  const thread = turn === null ? null : { turns: [turn], options: [] };
  const { periods } = carryOver(said, thread, fiscalYearStartMonth);
  return { ...said, periods: periods.map((one) => asNewest({ ...one, aside: false })) };
};

/** The references of a claim: its own, those of its sentence, else those of the number before it. */
export const timeClaim = (claim: Claim, carried: Carried, catalog: Catalog): Timed => {
  const own = claim.said.periods.filter(({ excluded }) => !excluded);
  const said = own.length > 0 ? own : claim.shared;
  const from = own.length > 0 ? carried.period : carried.before;
  const question = anchored({ ...claim.said, periods: said }, from, catalog);
  const references = sortReferences(question);
  // "Over the same period" may be any of those last spoken of.
  const isSaid = question.periods.some((_, at) => said[at]?.reference.kind !== "same");
  if (isSaid || carried.period === null || !carried.inParagraph) return { references, isSaid, question };
  const selecting = [restate(carried.period, catalog.fiscalYearStartMonth)];
  return { references: { ...NO_REFERENCES, selecting }, isSaid: false, question };
};
