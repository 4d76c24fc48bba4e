import type { Catalog } from "../catalog/catalog.ts";
import { isCount, type Measure } from "../catalog/observation.ts";
import { isMoney } from "../language/money.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";

/** A word of its unit says what it is counted in, and is no guess at what is counted. */
const isOfUnit = ({ soft, measure }: Candidate): boolean => {
  const unit = stemsOf(measure.unit);
  return soft.every(({ stem }) => unit.some((own) => stem.startsWith(own) || own.startsWith(stem)));
};

/** So many words of a definition say which count is meant: one ("dwellings") may be of any count of them. */
const TELLING = 2;

/** What is asked for is of the kind that the measure's figures are of: a percentage, an amount of money, a count. */
const isAskedFor = ({ measure, soft, paid }: Candidate, question: Question): boolean => {
  if (measure.unit === "percent") return question.wantsPercent || question.operation.kind === "share";
  if (isMoney(measure.unit)) return question.wantsMoney || paid;
  return question.wantsCount && isCount(measure) && soft.length >= TELLING;
};

/** A package that counts one thing says nothing of any other. */
const isAloneInPack = (measure: Measure, { measures }: Catalog): boolean =>
  isCount(measure) &&
  [...measures.values()].every(({ id, pack }) => id === measure.id || pack !== measure.pack);

/**
 * Only what its definition says speaks for it: "flights" for the share of flights that leave on time. It is meant where
 * a figure of its kind is asked for, or its package has no other, and is offered where neither is so.
 */
export const isGuess = (candidate: Candidate, question: Question, catalog: Catalog): boolean =>
  !candidate.nameSaid &&
  candidate.soft.length > 0 &&
  !isOfUnit(candidate) &&
  !isAskedFor(candidate, question) &&
  !isAloneInPack(candidate.measure, catalog);
