/** Questions that the desk itself proposes; our own reader must understand each of them. */
export const WORDING = {
  inPeriod: (label: string, period: string): string => `${label}, ${period}`,
  inPeriodShort: (period: string): string => `And in ${period}?`,
  change: (label: string, from: string, to: string): string => `Change in ${label} from ${from} to ${to}`,
  changeShort: (from: string, to: string): string => `Change from ${from} to ${to}`,
  byPeriod: (label: string): string => `${label} by year`,
  byPeriodShort: "By year",
} as const;
