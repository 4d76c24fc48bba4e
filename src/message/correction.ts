import type { Citation } from "../answer/answer.ts";
import type { Block } from "./message.ts";

/** A held figure that was told and is no longer what it was. */
export type Change = {
  /** The same for the same figure changed to the same, wherever it was told. */
  readonly key: string;
  /** "ICE arrests, FY2024" */
  readonly what: string;
  /** "113,431 arrests" */
  readonly was: string;
  /** Null: it was withdrawn. `what` is given where it now speaks of something else. */
  readonly now: { readonly what: string | null; readonly says: string } | null;
  /** A sentence of the data's own. */
  readonly why: string | null;
  /** Where the new figure stands. */
  readonly citation: Citation | null;
  /** False where its row is gone and nothing says why: a person decides whether that is told. */
  readonly isExplained: boolean;
};

/** What has to be said of one message that told figures which have changed. */
export type Correction = {
  readonly changes: readonly [Change, ...Change[]];
  readonly headline: {
    readonly was: string;
    /** Null: what was told cannot be told any more. */
    readonly now: string | null;
  };
  /** What stands below the new headline. */
  readonly below: readonly Block[];
};
