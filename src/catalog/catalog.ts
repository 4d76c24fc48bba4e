import type { NamedPeriod } from "../language/reference-period.ts";
import type { Figures } from "./figures.ts";
import type { Measure, Member, MemberKey, Observation, Source } from "./observation.ts";

/** What people call a measure ("arrests"), a member ("agency=ice") or a named period. */
export type Name = { readonly id: string; readonly name: string };

/** Words that stand for one another in a pack's subject: "collared" means "arrested". */
export type Term = { readonly term: string; readonly means: string };

/** Whose figure the desk prefers where sources differ, and why. */
export type Preference = {
  readonly pack: string;
  /** Null: for every measure of the pack. */
  readonly measure: string | null;
  readonly source: string;
  readonly reason: string;
};

/** A figure that is kept and not told any more. */
export type Retired = {
  readonly observation: Observation;
  /** The figure that supersedes it; null where it was withdrawn. */
  readonly by: string | null;
};

/** Everything that is held, from every pack, checked: each id that one part names exists in another. */
export type Catalog = {
  readonly packs: readonly {
    readonly name: string;
    readonly title: string;
    /** Phrases for what all of the pack is about: saying one narrows nothing. */
    readonly scope: readonly string[];
  }[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly members: ReadonlyMap<MemberKey, Member>;
  readonly names: readonly Name[];
  readonly terms: readonly Term[];
  readonly periods: readonly NamedPeriod[];
  /** The one that counts first, first: those for a measure before those for all of a pack. */
  readonly preferences: readonly Preference[];
  /** Only what may be told: withdrawn figures and those that another supersedes are left out. */
  readonly figures: Figures;
  /** By id, withdrawn figures and those that another supersedes. */
  readonly retired: ReadonlyMap<string, Retired>;
  /** The month that the fiscal year begins in, 1 to 12; fiscal years are named after the year they end in. */
  readonly fiscalYearStartMonth: number;
};
