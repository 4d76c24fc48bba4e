import type { Citation } from "../answer/answer.ts";

const listed = new Intl.ListFormat("en", { type: "conjunction" });

const grouped = new Intl.NumberFormat("en-US");

/** 1, "source" → "1 source"; 1200, "figure" → "1,200 figures". */
const counted = (count: number, noun: string): string =>
  `${grouped.format(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Every word that laying out adds to an answer. The answer's own sentences come from the room before. */
export const WORDING = {
  name: "Nutgraf",
  welcome: (figures: number, sources: number): string =>
    ` holds ${counted(figures, "figure")} from ${counted(sources, "source")}. Ask in plain words, or type help.`,
  forInstance: "For instance:",
  help: "Ask in plain words, and follow up as you would with a person. A number picks one of the choices offered.",
  commands: [
    ["topics", "what is held, and for which periods"],
    ["sources", "the documents that the figures stand in"],
    ["check: TEXT", "each number of a text against what is held"],
    ["quit", "leave (Ctrl-D does the same)"],
  ],
  columns: { label: "What", period: "Period", value: "Figure" },
  topicColumns: ["Topic", "Periods", "Figures"],
  working: "Worked out: ",
  source: "Source: ",
  caveat: "Note: ",
  fault: (id: string): string => `I could not answer just now (error ${id}).`,
  noMemory:
    "My memory is not working just now, so I did not look at what was said before, and will not remember this.",
  rowsBetween: (count: number): string => `… ${counted(count, "row")} …`,
  placesBetween: (count: number): string => `; … ${counted(count, "place")} …`,
  leftOutParts: {
    rows: (count: number): string => counted(count, "row"),
    quotations: (count: number): string => counted(count, "quotation"),
    places: (count: number): string => `places in ${counted(count, "document")}`,
    choices: (count: number): string => counted(count, "choice"),
  },
  leftOut: (parts: readonly string[]): string =>
    `Left out here because a message is only so long: ${listed.format(parts)}.`,
  cutOff: (read: number, of: number): string =>
    `This took too long, so I read the first ${grouped.format(read)} of ${counted(of, "paragraph")}; the rest is unchecked.`,
  nearest: "The closest that I do hold, which is not what you asked for:",
  sources: (count: number): string => `I hold ${counted(count, "source")}:`,
  span: (first: string, last: string): string => `${first} to ${last}`,
  holdings: (figures: number, topics: number, sources: number): string =>
    `I hold ${counted(figures, "figure")} on ${counted(topics, "topic")} from ${counted(sources, "source")}.`,
  reach: (oldest: string, newest: string): string =>
    ` The oldest speaks of ${oldest}, the newest of ${newest}.`,
  report: (by: string): string => `${by} reports a problem with an answer.`,
  reportQuestion: "Asked: ",
  reportAnswer: "Answered: ",
  reportText: "What is wrong: ",
  reportWhere: "It stands here",
  topics: (count: number): string => `I hold ${counted(count, "topic")}:`,
  /** A document by its outlet and title; quotation marks tell a headline from our own words. */
  title: (title: string): string => `“${title}”`,
  byline: (byline: string): string => `by ${byline}`,
  /** "paragraph 6 prints “113,431” and “170,590”" */
  printed: (place: string, asPrinted: readonly string[]): string =>
    `${place} prints ${listed.format(asPrinted.map((number) => `“${number}”`))}`,
  place: (kind: Citation["kind"], paragraph: number): string =>
    kind === "dataset" ? `row ${paragraph}` : `paragraph ${paragraph}`,
  attribution: (attribution: string): string => `attributed to ${attribution}`,
  /** Said where an archived text is at hand and the number is not in the paragraph that we cite. */
  quotationMissing: (paragraph: number, asPrinted: string): string =>
    `The archived text no longer has “${asPrinted}” in paragraph ${paragraph}.`,
} as const;

const dayInWords = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** Documents come out on a few thousand days, and writing one takes longer than the rest of a message. */
const daysSaid = new Map<string, string>();
const MOST_DAYS = 10_000;

/** "2024-12-20" → "20 December 2024". */
export const sayDay = (day: string): string => {
  const said = daysSaid.get(day) ?? dayInWords.format(new Date(`${day}T00:00:00Z`));
  if (daysSaid.size < MOST_DAYS) daysSaid.set(day, said);
  return said;
};

/** "published 20 December 2024", "published 20 December 2024 (inferred)", "publication date unknown". */
export const sayPublished = ({ date, basis }: Citation["published"]): string => {
  if (date === null) return "publication date unknown";
  switch (basis) {
    case "printed":
      return `published ${sayDay(date)}`;
    case "inferred":
      return `published ${sayDay(date)} (inferred)`;
    case "unknown":
      return `published ${sayDay(date)} (how that is known is not recorded)`;
  }
};
