import { CALENDAR_MEANINGS } from "../calendar-words.ts";
import type { NamedPeriod, ReferencePeriod } from "../reference-period.ts";
import type { Span } from "../span.ts";
import type { Point } from "./point.ts";

/**
 * What a lexeme can be to a rule. Beside the calendar table's own meanings: its units one by one, what numbers
 * and signs are, and what rules have made.
 */
export const KINDS = [
  ...CALENDAR_MEANINGS,
  "day_unit",
  "week_unit",
  "month_unit",
  "quarter_unit",
  "half_unit",
  "year_unit",
  "decade_unit",
  "rated_unit",
  "number",
  "year_number",
  "short_number",
  "short_year",
  "day_number",
  "apostrophe",
  "comma",
  "close",
  "dash",
  "slash",
  "named",
  "point",
  "year_point",
  "fiscal_point",
  "month_point",
  "done",
  "quantity_word",
  "currency",
  "amount",
  "word",
  "sign",
] as const;
export type Kind = (typeof KINDS)[number];

/** A word or a sign of a text, or several that a rule has read as one thing. */
export type Lexeme = {
  /** What it can be, each with a number or a name that goes with it. */
  readonly senses: ReadonlyMap<Kind, string>;
  /** Folded. */
  readonly text: string;
  readonly at: Span;
  readonly glued: boolean;
  /** Whether "the" stands before it; the word itself is left out. */
  readonly definite: boolean;
  readonly made: Made;
};

/** What a rule, or a name that a pack gives, has made of it. */
export type Made =
  | { readonly kind: "nothing" }
  | { readonly kind: "point"; readonly point: Point }
  | { readonly kind: "named"; readonly periods: readonly [NamedPeriod, ...NamedPeriod[]] }
  | { readonly kind: "reference"; readonly reference: ReferencePeriod }
  /** "Before and after the order": two stretches that one phrase names. */
  | { readonly kind: "references"; readonly references: readonly [ReferencePeriod, ReferencePeriod] };

export const NOTHING: Made = { kind: "nothing" };

const kindsOfPoint = ({ grain, basis, ends }: Point): readonly Kind[] => {
  if (ends !== null) return ["point"];
  if (grain === "year") return ["point", "year_point"];
  if (grain === "fiscal_year")
    return basis === "fiscal" ? ["point", "year_point", "fiscal_point"] : ["point"];
  return grain === "month" ? ["point", "month_point"] : ["point"];
};

const kindsOf = (made: Made): readonly Kind[] => {
  switch (made.kind) {
    case "nothing":
      return [];
    case "point":
      return kindsOfPoint(made.point);
    case "named":
      return ["named"];
    case "reference":
    case "references":
      return ["done"];
  }
};

/** One lexeme in the place of those that a rule has read. */
export const madeLexeme = (from: Lexeme, to: Lexeme, made: Made): Lexeme => ({
  senses: new Map(kindsOf(made).map((kind) => [kind, ""] as const)),
  text: "",
  at: [from.at[0], to.at[1]],
  glued: from.glued,
  definite: from.definite,
  made,
});
