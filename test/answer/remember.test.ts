import { describe, expect, test } from "vitest";
import { remember } from "../../src/answer/remember.ts";
import { type Memory, REMEMBERED_TURNS } from "../../src/question/memory.ts";
import { catalog, compose, find, parse } from "../fixtures/ferries.ts";

const memoryAfter = (text: string, before: Memory | null = null): Memory =>
  remember(before, { question: parse(text), finding: find(text), answer: compose(text), catalog });
const told = ({ turns }: Memory) =>
  turns.map(({ readings }) =>
    readings.map(({ measure, members, periods }) =>
      [measure, ...members, ...periods.map(({ label }) => label)].join(" "),
    ),
  );

describe("what a thread remembers", () => {
  test.each<readonly [string, readonly string[]]>([
    ["riders in 2022", ["passengers 2022"]],
    ["riders on the night boat", ["passengers line=night 2023"]],
    ["riders in 2023 and 2022", ["passengers 2022 2023"]],
    ["change in riders from 2019 to 2020", ["passengers 2019 2020"]],
    ["riders and tickets sold in 2022", ["passengers 2022", "tickets FY2022"]],
    ["is it true that 5 people took the ferry in 2022", ["passengers 2022"]],
    ["riders in 2018", ["passengers"]],
  ])("after %s", (text, expected) => expect(told(memoryAfter(text))).toEqual([expected]));

  test.each(["", "what do you hold on sailings"])("%j leaves what was told before", (text) => {
    const before = memoryAfter("riders in 2022");
    expect(memoryAfter(text, before).turns).toEqual(before.turns);
  });

  test.each(["riders in Paris", "pigeons", "sailings in 2023"])(
    "%j is remembered as refused, behind what was told before",
    (text) => {
      const before = memoryAfter("riders in 2022");
      const { turns } = memoryAfter(text, before);
      expect(turns.slice(0, -1)).toEqual(before.turns);
      expect([turns.at(-1)?.refused, turns.at(-1)?.readings]).toEqual([true, []]);
    },
  );

  test("the choices that were just offered, and no older ones", () => {
    const asked = memoryAfter("sailings in 2023");
    expect(asked.options.map(({ question }) => question)).toEqual(
      compose("sailings in 2023").options.map(({ question }) => question),
    );
    expect(memoryAfter("riders in 2022", asked).options).toEqual([]);
  });

  test("no more than the last few exchanges", () => {
    const years = ["2019", "2020", "2021", "2022", "2023", "2019"];
    const memory = years.reduce<Memory | null>(
      (before, year) => memoryAfter(`riders in ${year}`, before),
      null,
    );
    expect(memory?.turns).toHaveLength(REMEMBERED_TURNS);
    expect(memory && told(memory).at(-1)).toEqual(["passengers 2019"]);
  });

  test("plain data, that a store can keep", () => {
    const memory = memoryAfter("riders in 2022", memoryAfter("sailings in 2023"));
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  });

  test("what stood before stays as it was", () => {
    const before = memoryAfter("riders in 2022");
    const copy = structuredClone(before);
    memoryAfter("riders in 2023", before);
    expect(before).toEqual(copy);
  });
});
