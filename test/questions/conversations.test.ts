import { describe, expect, test } from "vitest";
import type { Answer, CalendarDate } from "../../src/desk.ts";
import { askAlone, askInThread } from "./newsroom.ts";

/** An answer in a word: its numbers, its verdict with the number that it rests on, or that there is none. */
const shown = ({ status, verdict, values }: Answer): string => {
  if (status !== "answered") return status;
  const numbers = values.map(({ value }) => value);
  return verdict === null ? numbers.join(" ") : `${verdict} ${numbers[0]}`;
};

type Turn = readonly [question: string, answer: string];

const THREADS: readonly (readonly [string, readonly Turn[]])[] = [
  [
    "what it is about is carried to another year",
    [
      ["How many people did ICE arrest in fiscal 2024?", "113431"],
      ["and in 2023?", "170590"],
    ],
  ],
  [
    "the year is carried to another measure",
    [
      ["asylum grants in 2022", "31859"],
      ["and allowed to remain?", "102550"],
      ["ordered removed the same year?", "36250"],
    ],
  ],
  [
    "the group is carried to another year, and the year to another group",
    [
      ["ICE arrests in FY2024", "113431"],
      ["and at large?", "33242"],
      ["and in 2023?", "91497"],
      ["and convicted criminals?", "74000"],
    ],
  ],
  [
    "the year before is counted from the year that was told, and the year after as well",
    [
      ["asylum grants in 2018", "17958"],
      ["the year before", "14631"],
      ["and the year after?", "17958"],
      ["and the year after that?", "24109"],
    ],
  ],
  [
    "a change is not asked for again where one year is named",
    [
      ["total number of people ICE arrested in FY24?", "113431"],
      ["that's down by how many from the year before", "57159"],
      ["and just the at-large ones in FY24", "33242"],
    ],
  ],
  [
    "the year before a month is that month of the year before",
    [
      ["ICE arrests in February 2025", "18000"],
      ["and a year earlier?", "10000"],
    ],
  ],
  [
    "a group of them is a group of what the thread is about",
    [
      ["how many people are on the non-detained docket", "7600000 3300000"],
      ["and Mexicans?", "1100000"],
      ["how many of them have deportation orders", "1400000"],
    ],
  ],
  [
    "a share of something named is the thread's figure in parts of it",
    [
      ["how many Mexicans are on the non-detained docket", "1100000"],
      ["as a share of the docket?", "14.47"],
    ],
  ],
  [
    "how many fewer that is takes the one figure from the other",
    [
      ["ICE arrests in FY2023", "170590"],
      ["and in FY2024?", "113431"],
      ["so how many fewer is that?", "57159"],
    ],
  ],
  [
    "how many fewer that is needs no order of the two years",
    [
      ["ICE arrests in FY2024", "113431"],
      ["and in FY2023?", "170590"],
      ["how many fewer is that", "57159"],
    ],
  ],
  [
    "two figures that count different things are not taken from one another",
    [
      ["ICE arrests in FY2024", "113431"],
      ["and deportations?", "271000"],
      ["so how many more is that?", "not_found"],
    ],
  ],
  [
    "more than in a year that is named",
    [
      ["how many won asylum in 2019", "24109"],
      ["how many more than in 2018", "6151"],
    ],
  ],
  [
    "a claim may lean on its thread",
    [
      ["ICE arrests in FY2024", "113431"],
      ["was it 170,590 in 2023?", "supported 170590"],
    ],
  ],
  [
    "who says so is asked of the last figure",
    [
      ["How many people were deported in fiscal 2024?", "271000"],
      ["says who?", "271000"],
      ["how old is that?", "271000"],
    ],
  ],
  [
    "a refused year does not end the thread",
    [
      ["asylum grants in 2018", "17958"],
      ["what about 2013?", "not_found"],
      ["and 2014?", "12816"],
    ],
  ],
  [
    "a first question that was refused for its year can be put right",
    [
      ["ICE arrests in FY2022", "not_found"],
      ["2023 then", "170590"],
    ],
  ],
  [
    "of what was refused nothing is a part",
    [
      ["how many arrests did ICE make in Baltimore in 2024", "not_found"],
      ["how many of those were convicted criminals", "not_found"],
      ["and at large?", "not_found"],
      ["ICE arrests in fiscal 2024", "113431"],
      ["how many of those were at large", "33242"],
    ],
  ],
  [
    "what was refused leaves a choice of what it might be",
    [
      ["how many arrests did ICE make in Baltimore", "not_found"],
      ["and deportations?", "clarify"],
    ],
  ],
  [
    "what is asked once more of another group is the same thing",
    [
      ["what share of the docket is actively monitored", "2"],
      ["how about Mexicans?", "14.47"],
      ["and those with a final order?", "18.42"],
      ["how many is that", "1400000 7600000"],
    ],
  ],
  [
    "compared with the year before is the change, and in percent is that change",
    [
      ["ICE arrests in fiscal 2024", "113431"],
      ["compared with the year before?", "-57159 113431 170590"],
      ["in percent?", "-33.51 113431 170590"],
    ],
  ],
  [
    "of things that are called alike the one that is most like what the thread is about",
    [
      ["how many crossings since Biden's order", "42000"],
      ["per day?", "3200"],
      ["and before that?", "3900"],
    ],
  ],
  [
    "in total is of everybody",
    [
      ["criminals arrested by ICE in fiscal 2023", "74000"],
      ["total?", "170590"],
    ],
  ],
  [
    "a result that is printed of what the thread is about comes before a sum",
    [
      ["how big is the Graham bill", "175000000000"],
      ["how does that compare with ICE's annual budget", "20"],
    ],
  ],
  [
    "a goal is of its own time",
    [
      ["how many people does ICE hold in detention", "45000 38000"],
      ["and the goal?", "100000"],
    ],
  ],
  [
    "a question about something not held does not end the thread",
    [
      ["ICE arrests in FY2024", "113431"],
      ["how many bridges are there in Paris", "not_found"],
      ["and in FY2023?", "170590"],
    ],
  ],
  [
    "a new subject drops the old one and its year",
    [
      ["asylum grants in 2018", "17958"],
      ["how many ICE enforcement officers are there", "6000"],
      ["and in 2019?", "not_found"],
    ],
  ],
  [
    "a whole question in a thread is answered as it would be alone",
    [
      ["asylum grants in 2018", "17958"],
      ["How many people did ICE arrest in fiscal 2024?", "113431"],
    ],
  ],
  [
    "a group that is not held is refused, not passed over",
    [
      ["how many people are on the non-detained docket", "7600000 3300000"],
      ["and Germans?", "not_found"],
      ["and Hondurans?", "not_found"],
    ],
  ],
  [
    "another agency is refused, not passed over",
    [
      ["ICE arrests in FY2024", "113431"],
      ["and by the Border Patrol?", "not_found"],
    ],
  ],
  [
    "the most is asked over every year, not over the one last told",
    [
      ["asylum grants in 2018", "17958"],
      ["which year had the most?", "43113"],
    ],
  ],
  [
    "a choice is picked by its number",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["2", "231000"],
    ],
  ],
  [
    "a choice is picked by its number with a word before it",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["option 1", "52440"],
    ],
  ],
  [
    "a choice is picked by words that it alone has",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["all cases", "231000"],
    ],
  ],
  [
    "a picked choice is what the thread is about from then on",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["1", "52440"],
      ["and in 2022?", "36250"],
    ],
  ],
  [
    "a choice need not be made",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["granted asylum in 2019", "24109"],
    ],
  ],
  [
    "a number that stands before no choice picks nothing",
    [
      ["how many were ordered removed in fiscal 2023?", "clarify"],
      ["9", "not_found"],
    ],
  ],
];

describe("a thread", () => {
  test.each(THREADS)("%s", (_name, turns) => {
    const answers = askInThread(turns.map(([question]) => question));
    expect(answers.map(shown)).toEqual(turns.map(([, answer]) => answer));
  });

  test.each([
    "and in 2023?",
    "the year before",
    "says who?",
    "how old is that?",
    "how many fewer is that",
    "2",
  ])("%s means nothing at a thread's beginning", (question) => {
    expect(askAlone(question)).toMatchObject({ status: "not_found", values: [], nearest: [] });
  });

  test("says what it takes from before", () => {
    const [, measure, year] = askInThread([
      "ICE arrests in FY2024",
      "and in FY2023?",
      "and deportations in 2012?",
    ]);
    expect(measure?.assumptions).toEqual(["Taking “ICE arrests” from this thread."]);
    expect(year?.assumptions.join(" ")).not.toContain("from this thread");
    const [, carried] = askInThread(["ICE arrests in FY2024", "and at large?"]);
    expect(carried?.assumptions).toEqual(["Taking FY2024 from this thread."]);
  });

  test("forgets what nobody means any more", () => {
    const years = Array.from({ length: 30 }, (_, step) => `asylum grants in ${2014 + (step % 10)}`);
    const questions = ["ICE enforcement officers", ...years, "how many times is that in 2014"];
    const answers = askInThread(questions);
    expect(answers.at(-1)?.values[0]?.label).toContain("asylum");
  });

  test("is another's business: what one thread spoke of no other knows", () => {
    askInThread(["ICE arrests in FY2024", "and at large?"]);
    expect(askAlone("and in 2023?").status).toBe("not_found");
  });
});

describe("a relative date is counted from the day of asking", () => {
  test.each<readonly [string, string, string]>([
    ["How many people did ICE arrest last month?", "2025-03-20", "18000"],
    ["How many people did ICE arrest last month?", "2025-04-20", "not_found"],
    ["How many people did ICE arrest last month?", "2026-11-21", "not_found"],
    ["ICE at-large arrests in the last fiscal year", "2024-11-30", "33242"],
    ["ICE at-large arrests in the last fiscal year", "2024-09-30", "91497"],
    ["ICE at-large arrests in the last fiscal year", "2026-11-21", "not_found"],
    ["asylum grants last year", "2024-02-01", "43113"],
    ["asylum grants last year", "2026-02-01", "not_found"],
    ["asylum grants this year", "2026-02-01", "not_found"],
    ["ICE arrests yesterday", "2025-02-15", "not_found"],
    ["ICE arrests today", "2024-10-01", "not_found"],
  ])("%s on %s", (question, askedOn, answer) => {
    expect(shown(askAlone(question, askedOn as CalendarDate))).toBe(answer);
  });
});
