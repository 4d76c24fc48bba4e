import type { CalendarUnit } from "../language/calendar-words.ts";

export type Stretch = { readonly unit: CalendarUnit; readonly count: number };

export type Direction = "up" | "down";

/** What is to be done with the figures once they are found. */
export type Operation =
  | { readonly kind: "lookup" }
  | { readonly kind: "series" }
  | { readonly kind: "compare" }
  /** `sized`: "how many fewer" wants the size, "the change" a sign. `counted`: it wants a number, not a percentage. `beside`: "compared with", both figures beside it. */
  | {
      readonly kind: "change";
      readonly form: "difference" | "percent";
      readonly direction: Direction | null;
      readonly sized: boolean;
      readonly counted: boolean;
      readonly beside: boolean;
    }
  | { readonly kind: "share" }
  /** `ordered`: "the ratio of … to …" is taken as said; "how many times" is of the larger to the smaller. */
  | { readonly kind: "ratio"; readonly ordered: boolean }
  | {
      readonly kind: "ranking";
      readonly direction: "high" | "low";
      /** "Best", "worst": what is high and what is low depends on what is counted. */
      readonly merit: boolean;
      readonly count: number;
      /** 2 in "the second highest": where the list begins. */
      readonly nth: number;
      /** Over periods ("which year"), or over the members of a dimension ("which country"). */
      readonly over: "period" | "member";
      /** "The most in ten years": how far back it is claimed for; null where that is not said. */
      readonly window: Stretch | null;
    }
  /** "When did it first drop below 13,000", "which years saw more than 30,000": the periods on one side of a number. */
  | {
      readonly kind: "beyond";
      readonly side: "above" | "below";
      readonly threshold: number;
      /** It came from the other side: "drop below", "climb past". */
      readonly came: boolean;
      /** One period, the first or the last of them, or all of them. */
      readonly which: "first" | "last" | "all";
    }
  | { readonly kind: "sum" }
  /** `yearly`: "a year on average"; "the average price" may be a name as well. */
  | { readonly kind: "mean"; readonly yearly: boolean };
