import { describe, expect, test } from "vitest";
import { compose, observation } from "../fixtures/ferries.ts";

const headline = (text: string): string => compose(text).headline;

describe("what is said", () => {
  test.each([
    ["riders in 2022", "ferry passengers, 2022: 800,000 passengers."],
    ["riders on the night boat in 2023", "ferry passengers, night boat, 2023: about 50,000 passengers."],
    ["crew in 2023", "ferry crew, 2023: about 1,200 to 1,300 people."],
    ["pier repair money in 2024", "pier repair money, 2024: up to $2 million."],
    ["riders in 2022 and 2023", "ferry passengers: 2 figures held."],
    ["riders and tickets sold in 2022", "ferry passengers and tickets sold, side by side."],
    ["change in riders from 2019 to 2020", "ferry passengers, 2019 to 2020: down 600,000 passengers."],
    ["how many more riders in 2022 than in 2021", "ferry passengers, 2021 to 2022: up 300,000 passengers."],
    [
      "which year had the most riders",
      "Highest of those held: ferry passengers, 2023: 1,012,000 passengers.",
    ],
    ["which year had the fewest riders", "Lowest of those held: ferry passengers, 2020: 300,000 passengers."],
    ["total riders from 2019 to 2021", "ferry passengers, 2019 to 2021, added up: 1,700,000 passengers."],
    ["sailings in 2023", "That could mean 2 things. Which one?"],
    ["what do you hold on sailings", "2 measures held on that; the newest figure of each:"],
  ])("%s", (text, said) => expect(headline(text)).toBe(said));
});

describe("what is refused names the part that is not held", () => {
  test.each([
    ["riders in Paris", "I hold ferry passengers, but nothing on “Paris”."],
    ["pigeons in Paris", "I hold nothing on “pigeons” and “Paris”."],
    ["riders of the river company", "I hold ferry passengers, but not for River Company."],
    [
      "drills in 2019",
      "I hold lifeboat drills (February 2023, February 2024, and March 2024), but not for 2019.",
    ],
    ["riders on the night boat in 2019", "I hold ferry passengers, night boat (2023), but not for 2019."],
    ["the goal for lifeboat drills", "I hold lifeboat drills, but no goal."],
    ["how many dollars for lifeboat drills", "I hold lifeboat drills, but no amount of money for it."],
    ["", "Ask me for a figure in plain words: what, and for which year."],
    ["riders ".repeat(1_000), "That is too long for me to read as a question. Ask in a sentence or two."],
    ["and in 2022?", "I do not know which figure that refers to. Say what you mean, and for which year."],
    ["is it true that 5 people rode in Paris in 2018", "I cannot verify that."],
  ])("%s", (text, said) => {
    expect(headline(text)).toContain(said);
    expect(compose(text)).toMatchObject({ status: "not_found", values: [], citations: [] });
  });

  test("what is near is named with its age, and never with its number", () => {
    const { nearest } = compose("riders in 2018");
    expect(nearest).toEqual(["ferry passengers, 2024 (through August) (2 years 3 months ago)"]);
  });

  test("a claim that cannot be judged is unverifiable", () => {
    expect(compose("is it true that 5 people took the ferry in 2018")).toMatchObject({
      status: "not_found",
      kind: "claim",
      verdict: "unverifiable",
    });
  });
});

describe("what stands beside it", () => {
  const beside = (text: string): string => [...compose(text).assumptions, ...compose(text).caveats].join(" ");

  test.each([
    ["its own caveat", "riders in 2023", "Dogs are counted too."],
    ["another print of it", "riders in 2023", "Also printed as 1 million: Port Office, paragraph 1."],
    [
      "another source that disagrees",
      "tickets sold in FY2023",
      "The Harbour Post (paragraph 7) prints 900,000 tickets",
    ],
    ["a year cut short", "riders in 2024", "2024 (through August) is not a whole year"],
    ["that it is a goal", "goal for ferries in service", "This is a goal, not a count."],
    ["that it is a proposal", "pier repair money", "This is a proposal, not a count."],
    [
      "that nobody named a period",
      "riders on the night boat",
      "No period was named; the only one that I hold is 2023 (2 years 11 months ago).",
    ],
    [
      "which year was taken",
      "tickets sold in 2022",
      "Taking FY2022, which runs from July 1, 2021 to June 30, 2022.",
    ],
    [
      "which year it was counted from",
      "change in riders in 2023",
      "No second period was named; counted from 2022.",
    ],
    [
      "that it went the other way",
      "how many more riders in 2020 than in 2019",
      "It went down, not the way the question has it.",
    ],
    [
      "our sum beside the printed one",
      "percent change in riders from 2022 to 2023",
      "worked out from its figures it is 26.5%",
    ],
    [
      "that it rests on rounded numbers",
      "what share of riders in 2023 were on the night boat",
      "Worked out from rounded figures",
    ],
    [
      "what was left out of a sum",
      "total riders since 2022",
      "2024 (through August) is not a whole year and was left out.",
    ],
    [
      "whose number it is instead",
      "is it true that 800,000 people took the ferry in 2023",
      "800,000 fits another figure: ferry passengers, 2022 (800,000 passengers).",
    ],
  ])("%s: %s", (_name, text, said) => expect(beside(text)).toContain(said));

  test("nothing where nothing need be said", () => expect(beside("riders in 2022")).toBe(""));

  test("nothing twice", () => {
    const { caveats, assumptions } = compose("total riders from 2019 to 2023");
    for (const said of [caveats, assumptions]) expect(new Set(said).size).toBe(said.length);
  });
});

describe("what it rests on", () => {
  test("a value has its source, paragraph, print, who said it and how its date is known", () => {
    expect(compose("riders in 2022").citations).toEqual([
      {
        source: "harbour-post",
        outlet: "The Harbour Post",
        title: "Ferries fill up",
        url: "https://harbour.example/ferries",
        published: { date: "2024-09-10", basis: "printed" },
        kind: "news_report",
        paragraph: 2,
        asPrinted: "800,000",
        attribution: "the port office",
        figure: "p22",
      },
    ]);
  });

  test("a source without a date says that it has none", () => {
    expect(compose("cancelled sailings in 2023").citations[0]?.published).toEqual({
      date: null,
      basis: "unknown",
    });
  });

  test("a worked-out value names its inputs and cites each of them once", () => {
    const { values, citations } = compose("change in riders from 2019 to 2020");
    expect(values[0]?.derived).toEqual({
      formula: "300000 - 900000",
      inputs: ["p20", "p19"],
      working: "difference",
    });
    expect(citations.map(({ figure }) => figure)).toEqual(["p20", "p19"]);
  });

  test("a figure in two sources cites both", () => {
    expect(compose("riders in 2023").citations.map(({ figure }) => figure)).toEqual(["p23", "p23-round"]);
  });

  test("every citation is of a figure that is held, as it is printed", () => {
    for (const text of ["riders by year", "tickets sold", "what do you hold?", "sailings cancelled in 2023"])
      for (const { figure, asPrinted } of compose(text).citations)
        expect(observation(figure).provenance.asPrinted).toBe(asPrinted);
  });
});

describe("choices", () => {
  test("each reading is one, as a question that it alone answers", () => {
    const { options } = compose("sailings in 2023");
    expect(options.map(({ question }) => question)).toEqual([
      "cancelled sailings, 2023",
      "suspended sailings, 2023",
    ]);
    expect(options.map(({ question }) => compose(question).values.map(({ value }) => value))).toEqual([
      [150],
      [90],
    ]);
  });

  test("a refusal offers what is held instead, the newest first, no more than five", () => {
    const { options } = compose("riders in 2018");
    expect(options.map(({ label }) => label)).toEqual([
      "ferry passengers, 2024 (through August)",
      "ferry passengers, 2023",
      "ferry passengers, 2022",
      "ferry passengers, 2021",
      "ferry passengers, 2020",
    ]);
  });

  test("who was answered is offered none", () => expect(compose("riders in 2022").options).toEqual([]));
});

describe("the kind of answer is what was done", () => {
  test.each([
    ["riders in 2022", "lookup"],
    ["riders by year", "series"],
    ["riders and tickets sold in 2022", "comparison"],
    ["change in riders from 2019 to 2020", "comparison"],
    ["total riders from 2019 to 2021", "derived"],
    ["what share of riders in 2023 were on the night boat", "derived"],
    ["which year had the most riders", "ranking"],
    ["is it true that riders fell from 2019 to 2020", "claim"],
    ["source for cancelled sailings?", "source"],
    ["what do you hold on sailings", "topic"],
  ])("%s: %s", (text, kind) => expect(compose(text).kind).toBe(kind));
});
