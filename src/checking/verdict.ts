import type { Told } from "../finding/finding.ts";
import type { Claim } from "./claim.ts";

/** What becomes of a number that a draft states, the worst first. */
export const NUMBER_VERDICTS = [
  "differs",
  "other_period",
  "other_measure",
  "goal_as_actual",
  "not_held",
  "rounds",
  "matches",
] as const;
export type NumberVerdict = (typeof NUMBER_VERDICTS)[number];

/** A number of a draft held against what is held. */
export type Weighed = {
  readonly claim: Claim;
  readonly verdict: NumberVerdict;
  /** What is held for what the draft says; null where nothing is. */
  readonly against: Told | null;
  /** The held figure that the number is, where it is another than the draft says. */
  readonly instead: Told | null;
  /** In percent of the held value, signed; null where there is nothing to be off from. */
  readonly off: number | null;
};
