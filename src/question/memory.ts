import type { Period } from "../calendar/period.ts";
import type { MemberKey } from "../catalog/observation.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Operation } from "./operation.ts";

/** A reading that an earlier question of the thread was answered with. */
export type RememberedReading = {
  readonly measure: string;
  readonly members: readonly MemberKey[];
  /** The member that it left out: "how many were not at large". */
  readonly allBut?: MemberKey | undefined;
  /** The periods that were told, in the order in which they were. */
  readonly periods: readonly Period[];
};

/** One earlier exchange: what it was answered with, and the period it asked for. */
export type Turn = {
  readonly readings: readonly RememberedReading[];
  readonly references: readonly ReferencePeriod[];
  /** What was done: "in percent?" asks for the same change once more. */
  readonly operation: Operation;
  /** It was refused or asked back: "how many of those" has nothing that it could be of. */
  readonly refused: boolean;
};

/** What a thread remembers: its last exchanges, the newest last, and the choices it was just offered. */
export type Memory = {
  readonly turns: readonly Turn[];
  readonly options: readonly { readonly label: string; readonly question: string }[];
};

/** "How many fewer is that" may speak of the figure before the last; older ones nobody means any more. */
export const REMEMBERED_TURNS = 4;
