import type { Chart } from "../chart/chart.ts";

/**
 * A piece of a line. `strong` is for the number asked for; `quiet` for what may be dimmed, never dropped; `struck`
 * for what was said and is not so, which must never look as if it were.
 */
export type Inline = {
  readonly text: string;
  readonly style: "plain" | "strong" | "quiet" | "struck";
  readonly link: string | null;
};

/** A message with no platform in it: blocks in the order a person reads them. */
export type Block =
  | { readonly kind: "headline"; readonly line: readonly Inline[] }
  | { readonly kind: "line"; readonly line: readonly Inline[] }
  /** Label, period and value per row; numbers aligned right where the platform can. */
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** The table before it, to be drawn where the platform shows pictures; it adds nothing that is not in words. */
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "working"; readonly line: readonly Inline[] }
  | { readonly kind: "receipt"; readonly lines: readonly (readonly Inline[])[] }
  /** The sentence in the newsroom's own archive that the figure stands in, or that it no longer does. */
  | { readonly kind: "quotation"; readonly text: string; readonly found: boolean }
  | { readonly kind: "caveat"; readonly line: readonly Inline[] }
  /** To be copied as it stands, letter by letter, under the name of its form: "Markdown". */
  | { readonly kind: "paste"; readonly form: string; readonly text: string }
  | { readonly kind: "choice"; readonly number: number; readonly label: string; readonly question: string };

export type Message = { readonly blocks: readonly Block[] };
