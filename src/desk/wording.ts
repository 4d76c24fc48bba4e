/** Questions that the desk itself proposes, which our own reader must understand, and the lines of its ledger. */
export const WORDING = {
  inPeriod: (label: string, period: string): string => `${label}, ${period}`,
  inPeriodShort: (period: string): string => `And in ${period}?`,
  change: (label: string, from: string, to: string): string => `Change in ${label} from ${from} to ${to}`,
  changeShort: (from: string, to: string): string => `Change from ${from} to ${to}`,
  byPeriod: (label: string): string => `${label} by year`,
  byPeriodShort: "By year",
  /** Where, to whom and when something was told. */
  toldWhere: (place: string, asker: string | null, at: string): string =>
    [place, ...(asker === null ? [] : [asker]), at].join(", "),
} as const;
