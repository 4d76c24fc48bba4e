import type { CalendarDate } from "../calendar/day.ts";
import type { Grain, Period } from "../calendar/period.ts";
import type { Span } from "./span.ts";

/** A period that a data package names: a term of office, an order, a war. An event has start = end. */
export type NamedPeriod = { readonly id: string; readonly name: string; readonly period: Period };

/** Which calendar a year was said on: "FY2024", "calendar 2024", or just "2024". */
export type YearBasis = "fiscal" | "calendar" | "unstated";

/** The days that a question means, as far as its own words say. */
export type ReferencePeriod =
  /** "FY2024", "in 2023", "February 2025", "June 5, 2024", "last month" (resolved from the day of asking). */
  | {
      readonly kind: "within";
      readonly period: Period;
      readonly grain: Grain;
      readonly basis: YearBasis;
      /** True where it was counted from the day of asking: "last month", "this year", "today". */
      readonly relative: boolean;
    }
  /** "February" without a year: every February. */
  | { readonly kind: "recurring_month"; readonly month: number }
  /** "The third quarter of every year": the one of each year, or of each of those that are said beside it. */
  | { readonly kind: "recurring_quarter"; readonly quarter: number }
  /** "since 2019", "since Biden took office": from a day on, with no stated end. */
  | {
      readonly kind: "since";
      readonly start: CalendarDate;
      readonly label: string;
      readonly grain: Grain;
      readonly basis: YearBasis;
    }
  /** "between 2017 and 2020", "2014-2024", "from FY2023 to FY2024", "14 15 16" is three `within`. */
  | {
      readonly kind: "range";
      readonly period: Period;
      readonly grain: Grain;
      readonly basis: YearBasis;
      /** "from 2022 to 2023" may be the two ends of a change; "each year between" is every year in it. */
      readonly ends: readonly [Period, Period];
    }
  /**
   * "FY24 through April", "so far in 2024": a year cut short. `period` ends with the month of `until`; where the
   * words do not say where it is cut, `until` is null and `period` is the whole year.
   */
  | {
      readonly kind: "partial";
      readonly period: Period;
      readonly grain: Grain;
      readonly basis: YearBasis;
      readonly until: { readonly month: number; readonly year: number | null } | null;
    }
  /** "through April", "until 2020", "before Biden took office": up to a day. */
  | {
      readonly kind: "until";
      readonly end: CalendarDate;
      readonly label: string;
      /** The month where no year was said: "through September". */
      readonly month: number | null;
    }
  /** "the two weeks before the order": a stretch counted from a named event. */
  | { readonly kind: "beside_event"; readonly period: Period; readonly event: string }
  /** "under Biden", "the Trump years": named by a pack; several where the name fits several. */
  | { readonly kind: "named"; readonly periods: readonly [NamedPeriod, ...NamedPeriod[]] }
  /** "the year before", "the following month": counted from the period the thread spoke of. */
  | { readonly kind: "shift"; readonly grain: Grain; readonly by: number }
  /** "The same quarter of 2020": the thread's period, in another year. */
  | { readonly kind: "same_in"; readonly year: number }
  /** "that year", "the same period", "then". */
  | { readonly kind: "same" }
  /** "in the two weeks before it", "after that": beside the thread's period. */
  | { readonly kind: "beside_same"; readonly side: "before" | "after"; readonly days: number | null }
  /** "latest", "newest", "most recent". */
  | { readonly kind: "latest" }
  /** "now", "today", "currently", "as of today". */
  | { readonly kind: "now"; readonly day: CalendarDate };

export type PeriodMention = { readonly reference: ReferencePeriod; readonly text: string; readonly at: Span };
