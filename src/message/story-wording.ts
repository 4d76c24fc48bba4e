import { counted, grouped, listed } from "./wording.ts";

/** Every word of what a reporter does with answers: copies them, and keeps them on lists. */
export const STORY = {
  copy: {
    button: "Copy for story",
    intro: "For your story, in house style:",
    plain: "Plain text",
    markdown: "Markdown",
    html: "HTML",
    citation: "Citation",
    changed: "This has changed since it was told to you:",
    nothing: "There is no figure there to copy. Ask for one first.",
    beside: (rows: number): string =>
      `The table has ${grouped.format(rows)} rows, too many for a message: it is in the files beside this.`,
    mind: "Not for the story, but to mind:",
  },
  list: {
    add: "Add to list",
    addNamed: "Add under a name",
    show: "Show the list",
    recheck: "Check again",
    export: "Fact-check sheet",
    remove: "Remove one",
    nameTitle: "Add under a name",
    nameLabel: "What is the list called?",
    removeTitle: "Remove one",
    removeLabel: "Which number?",
    own: "this conversation's list",
    named: (name: string): string => `the list “${name}”`,
    ownShort: "a conversation's",
    title: (list: string, count: number): string =>
      count === 0 ? `There is nothing on ${list} yet.` : `${counted(count, "figure")} on ${list}:`,
    columns: ["No.", "What", "Period", "Source", "Figure"],
    figures: (count: number): string => counted(count, "figure"),
    added: (number: number, list: string): string => `Added to ${list}, as number ${number}.`,
    there: (number: number, list: string): string => `It is on ${list} already, as number ${number}.`,
    removed: (headline: string, list: string): string => `Removed from ${list}: ${headline}`,
    noNumber: (number: number, list: string, count: number): string =>
      `There is no number ${number} on ${list}, which has ${counted(count, "figure")}.`,
    notANumber: "That is no number of the list.",
    badName: (most: number): string => `A list is called by a name of at most ${most} letters.`,
    unknown: (name: string, known: readonly string[]): string =>
      known.length === 0
        ? `There is no list “${name}”, and no other list with a name.`
        : `There is no list “${name}”. There are ${listed.format(known.map((one) => `“${one}”`))}.`,
    nothingToAdd: "There is no figure there to add. Ask for one first.",
    none: "There is no list yet. “Add to list” below an answer begins one.",
    lists: (count: number): string => `${counted(count, "list")}:`,
    listColumns: ["List", "Begun on", "Figures"],
    checked: (list: string, counts: readonly string[]): string =>
      `Checked ${list} again: ${listed.format(counts)}.`,
    states: {
      stands: { one: "stands", many: "stand" },
      newer: { one: "has a newer one", many: "have newer ones" },
      differs: { one: "is answered otherwise now", many: "are answered otherwise now" },
      unanswered: {
        one: "is not answered any more, though its figures stand",
        many: "are not answered any more, though their figures stand",
      },
      corrected: { one: "was corrected", many: "were corrected" },
      gone: { one: "is gone from the data", many: "are gone from the data" },
      withdrawn: { one: "was withdrawn", many: "were withdrawn" },
    },
    asked: (question: string): string => `Asked: ${question}`,
    now: "Now: ",
    sheet: "Fact-check sheet",
    sheetTitle: (list: string): string => `Fact-check sheet: ${list}`,
    sheetLine: (count: number, day: string): string => `${counted(count, "figure")}, checked on ${day}.`,
    sheetHere: (list: string): string =>
      `The fact-check sheet of ${list}, as CSV and as Markdown, is in the files beside this.`,
    statement: "statement",
    figureColumns: [
      "what",
      "figure",
      "as printed",
      "period",
      "source",
      "title",
      "address",
      "date",
      "date known",
      "place",
      "attribution",
    ],
    besideColumns: ["caveats", "checked on", "state", "now", "why"],
    checkedOn: (day: string, state: string): string => `Checked on ${day}: ${state}.`,
    noneCalled: (name: string): string => `There is no list “${name}” either.`,
  },
} as const;
