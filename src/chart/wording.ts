const listed = new Intl.ListFormat("en", { type: "conjunction" });

/** Every word that a chart adds to its figures. */
export const WORDING = {
  /** "Granted asylum", "ICE arrests and ICE deportations" */
  title: (names: readonly string[]): string => listed.format(names),
  inPeriod: (what: string, period: string): string => `${what}, ${period}`,
  source: (sources: readonly string[]): string => `Source: ${sources.join("; ")}`,
  /** Set behind the name of a period that is not whole, and explained below the picture. */
  partialMark: "*",
  partial: (periods: readonly string[]): string => `* Not a whole period: ${listed.format(periods)}`,
  hedged: (said: readonly string[]): string => `Printed as: ${said.join("; ")}`,
  cutAxis: "The axis does not begin at zero.",
  alt: (title: string, count: number, span: string): string => `Chart: ${title}, ${count} figures, ${span}.`,
  altEnds: (lowest: string, highest: string): string => ` Lowest ${lowest}; highest ${highest}.`,
  span: (first: string, last: string): string => (first === last ? first : `${first} to ${last}`),
  pointSaid: (period: string, said: string): string => `${said} (${period})`,
} as const;
