import type { Citation } from "../answer/answer.ts";

export const listed = new Intl.ListFormat("en", { type: "conjunction" });

export const grouped = new Intl.NumberFormat("en-US");

/** 1, "source" → "1 source"; 1200, "figure" → "1,200 figures". */
export const counted = (count: number, noun: string): string =>
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
    ["copy", "the answer before, as copy for a story"],
    ["add to list NAME", "keeps the answer before; so do list NAME, recheck list NAME, lists …"],
    ["quit", "leave (Ctrl-D does the same)"],
  ],
  disagreement: {
    columns: { source: "Source", published: "Published", attribution: "According to", value: "Figure" },
    verdict: "Claim",
    verdicts: {
      supported: "supported",
      close: "close",
      contradicted: "contradicted",
      unverifiable: "not settled",
    },
    about: (label: string, period: string): string => `On ${label}, ${period}, sources differ:`,
    differs: (parts: readonly string[]): string => `They also differ in ${listed.format(parts)}.`,
    preferred: (name: string, reason: string): string => `The desk prefers ${name}: ${reason}`,
    open: "The desk prefers none of them. Do not take a mean.",
    scope: (name: string, caveat: string): string => `${name}: ${caveat}`,
  },
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
  brokenEdit: (faults: number): string =>
    `The data was edited, and I cannot use it: ${counted(faults, "fault")}. I go on answering from what I held before.`,
  furtherFaults: (faults: number): string => `and ${counted(faults, "further fault")}`,
  mendedEdit: "The data holds again, and I answer from it now.",
  correction: {
    withdrawn: "(withdrawn)",
    correctedOn: (day: string): string => `Corrected on ${day}.`,
    why: "Why: ",
    makes: "With that: ",
    notice: (figures: number): string =>
      figures === 1
        ? "Correction: a figure that was told here has changed."
        : `Correction: ${figures} figures that were told here have changed.`,
    send: "Send the corrections",
    nothingDue: "All that was told still stands: there is nothing to correct.",
    otherDue:
      "The data has changed again since, so nothing was sent; a newer message says what there is to send.",
    waiting: (platforms: readonly string[]): string =>
      `Not everybody could be told yet: ${listed.format(platforms)} cannot be written to just now. What is left is kept, and goes on by itself.`,
    busy: "Corrections are being sent already.",
    stillStands: "The message that told it could not be edited, and still shows the old figure.",
    due: (figures: number, messages: number, threads: number): string =>
      `${counted(figures, "figure")} that ${figures === 1 ? "was" : "were"} told ${figures === 1 ? "has" : "have"} changed: ${counted(messages, "message")} in ${counted(threads, "thread")} to correct.`,
    unexplained:
      "Of some, the row is gone and nothing says why; they are told as withdrawn, and only once somebody confirms it.",
    sent: (revised: number, answered: number, threads: number): string =>
      `Corrections sent: ${counted(revised, "message")} edited, ${answered} answered where no edit was possible, ${counted(threads, "thread")} told.`,
    lost: (count: number): string => `${counted(count, "message")} could not be told:`,
    furtherLost: (count: number): string => `and ${count} more, which npm run corrections lists`,
    obstacles: {
      too_old: "the platform lets it be edited no more",
      message_gone: "the message was deleted",
      place_gone: "the channel or thread is gone",
      person_gone: "the person is gone, or takes no messages",
      forbidden: "I may not write there any more",
      refused: "the platform refused it",
      unknown: "it was being sent when the program ended, and may or may not have arrived",
    },
  },
  assignment: {
    asks: (by: string): string => `${by} asks the desk for a figure.`,
    nearest: "The closest that I do hold:",
    take: "I take it",
    decline: "Decline",
    reasonTitle: "Decline",
    reasonLabel: "Why? The thread that asked hears it.",
    takenBy: (by: string): string => `Taken by ${by}.`,
    declinedBy: (by: string, reason: string): string => `Declined by ${by}: ${reason}`,
    answered: (headline: string): string => `Answered, and the thread that asked was told: ${headline}`,
    sent: "The desk has your question. When a figure is added that answers it, you hear it here.",
    known: "The desk has this question already.",
    noDesk: "There is no desk's channel to send it to.",
    notReached: "I could not reach the desk's channel. Please tell the desk yourself.",
    taken: "It is yours. Add the figure to the data, and the thread that asked is told by itself.",
    declineSent: "Declined; the thread that asked hears why.",
    added: "The desk has added what you asked for.",
    declined: "The desk cannot give the figure that you asked for.",
    open: (count: number): string =>
      count === 0 ? "No assignment is open." : `${counted(count, "assignment")} open:`,
    columns: ["Question", "Asked in", "State", "Age"],
    stateOpen: "open",
  },
  wait: {
    days: (count: number): string => counted(count, "day"),
    hours: (count: number): string => counted(count, "hour"),
    minutes: (count: number): string => counted(count, "minute"),
  },
  decision: {
    unknown: "I do not know any more what that button was for.",
    failed: "That did not work just now. Please try again.",
  },
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
