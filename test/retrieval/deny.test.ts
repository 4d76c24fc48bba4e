import { describe, expect, test } from "vitest";
import { compose, retrieve } from "../fixtures/ferries.ts";

/** The first candidate: its measure, the groups it is of, and the one it leaves out. */
const first = (text: string) => {
  const [candidate] = retrieve(text);
  return [candidate?.measure.id, ...(candidate?.members ?? []), candidate?.allBut ?? "nothing"];
};

describe("a group that is denied is left out of the whole", () => {
  test.each([
    "how many riders were not on the island line in 2023",
    "riders who weren't islanders, 2023",
    "riders other than those on the island line in 2023",
    "how many people took the ferry in 2023, apart from islanders",
    "excluding the island line, riders in 2023",
    "riders in 2023 minus the island line: what's left?",
    "take the island line out of the riders of 2023 and what remains",
    "some of the riders of 2023 were islanders, but how many weren't",
  ])("%s", (text) => {
    expect(first(text)).toEqual(["passengers", "line=island"]);
    expect(compose(text).values).toMatchObject([
      {
        value: 749_000,
        label: "ferry passengers, all but “island line”",
        derived: { formula: "1012000 - 263000", inputs: ["p23", "p23-island"] },
      },
    ]);
  });
});

describe("what is worked out over what is left", () => {
  test.each<readonly [string, number, string]>([
    ["what share of the riders in 2023 were not islanders", 74.01, "749000 / 1012000"],
    ["how many more riders were not islanders in 2023 than in 2022", 149_000, "749000 - 600000"],
  ])("%s", (text, value, formula) =>
    expect(compose(text).values).toMatchObject([{ value, derived: { formula } }]),
  );

  test("a rounded part leaves a rounded rest", () => {
    expect(compose("how many riders were not on the night boat in 2023").values).toMatchObject([
      { value: 962_000, qualifier: "about" },
    ]);
  });
});

describe("no rest is told", () => {
  test.each([
    ["where the denial is of something else", "how many islanders did not take the ferry in 2023"],
    ["where the whole or the part is not held", "how many riders were not on the night boat in 2022"],
    [
      "where two things are denied",
      "how many riders in 2023 were not on the island line and not on the night boat",
    ],
    ["of what is no count", "the share that is not on the island line in 2023"],
    ["of a group that is not held", "how many riders in 2023 were not women"],
  ])("%s", (_name, text) => expect(compose(text).status).not.toBe("answered"));
});
