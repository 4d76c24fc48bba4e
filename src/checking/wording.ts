import type { CheckReport, CheckStatus } from "./report.ts";
import type { NumberVerdict } from "./verdict.ts";

const listed = new Intl.ListFormat("en", { type: "conjunction" });

const numbers = (count: number): string => `${count} number${count === 1 ? "" : "s"}`;

/** "2 differ", "1 differs" */
const COUNTED: Readonly<Record<NumberVerdict, (count: number) => string>> = {
  differs: (count) => `${count} differ${count === 1 ? "s" : ""}`,
  other_period: (count) => `${count} of another period`,
  other_measure: (count) => `${count} of another measure or group`,
  goal_as_actual: (count) => (count === 1 ? "1 a goal told as a fact" : `${count} goals told as facts`),
  not_held: (count) => `${count} not held`,
  rounds: (count) => `${count} rounded`,
  matches: (count) => `${count} match${count === 1 ? "es" : ""}`,
};

const NOTHING: Readonly<Record<Exclude<CheckStatus, "checked">, string>> = {
  no_numbers: "There is no number in that which I could check.",
  empty: "There are no words in that which I could check; I cannot read images.",
  other_language: "That is not written in English, so I cannot check its numbers.",
};

/** Every sentence of a check. Numbers come in already formatted. */
export const WORDING = {
  headline: (count: number, counts: CheckReport["counts"]): string =>
    `${numbers(count)} checked: ${listed.format(counts.map(({ verdict, count: of }) => COUNTED[verdict](of)))}.`,
  nothing: (status: Exclude<CheckStatus, "checked">): string => NOTHING[status],
  figure: (label: string, period: string, quantity: string): string => `${label}, ${period}: ${quantity}`,
  matches: (figure: string): string => `matches. ${figure}.`,
  rounds: (figure: string): string => `holds as a rounded number. ${figure}.`,
  differs: (off: string | null, figure: string): string =>
    off === null ? `differs. Held is ${figure}.` : `differs by ${off}. Held is ${figure}.`,
  other_period: (instead: string, held: string | null): string =>
    `is of another period: ${instead}.${held === null ? "" : ` For the one in the text: ${held}.`}`,
  other_measure: (instead: string, held: string | null): string =>
    `is another figure: ${instead}.${held === null ? "" : ` For what the text says: ${held}.`}`,
  goal_as_actual: (instead: string): string => `is a goal, not a count: ${instead}.`,
  has: (outlet: string, quantity: string): string => `${outlet} has ${quantity}`,
  sourcesDiffer: (others: readonly string[], preferred: string | null): string =>
    ` Sources differ: ${listed.format(others)}.${preferred === null ? "" : ` The desk prefers ${preferred}.`}`,
  not_held: "is not held; nothing here bears it out.",
  off: (percent: string, isMore: boolean): string => `${percent} (the text has ${isMore ? "more" : "less"})`,
} as const;
