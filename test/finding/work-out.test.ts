import { describe, expect, test } from "vitest";
import {
  sameUnit,
  workOutDifference,
  workOutMean,
  workOutPercentChange,
  workOutRatio,
  workOutShare,
  workOutSum,
} from "../../src/finding/work-out.ts";
import { reading, told } from "../fixtures/ferries.ts";

const [y20, y22, y23, night] = [told("p20"), told("p22"), told("p23"), told("p23-night")];

describe("arithmetic shows its sum, and every input", () => {
  test.each([
    ["a difference has a sign", workOutDifference(y23, y22), -212_000, "800000 - 1012000", "2022 to 2023"],
    [
      "and the other sign the other way",
      workOutDifference(y22, y23),
      212_000,
      "1012000 - 800000",
      "2022 to 2023",
    ],
    [
      "a percentage is of the earlier",
      workOutPercentChange(y22, y23),
      26.5,
      "(1012000 - 800000) / 800000",
      "2022 to 2023",
    ],
    ["a share is in percent", workOutShare(night, y23), 4.94, "50000 / 1012000", "2023"],
    ["a multiple is a number of times", workOutRatio(y23, y20), 3.37, "1012000 / 300000", "2020 to 2023"],
    ["a sum adds up", workOutSum([y22, y23]), 1_812_000, "800000 + 1012000", "2022 to 2023"],
    [
      "a mean divides by how many they are",
      workOutMean([y22, y23]),
      906_000,
      "(800000 + 1012000) / 2",
      "2022 to 2023",
    ],
    ["a sum of one is that one", workOutSum([y22]), 800_000, "800000", "2022"],
  ])("%s", (_name, result, ...[value, formula, period]) => {
    expect(result).toMatchObject({ value, formula, period: { label: period } });
    const inputs = result?.inputs.map((observation) => observation.value) ?? [];
    expect(inputs.every((input) => formula.includes(String(input)))).toBe(true);
    expect(inputs.length).toBe(
      formula.match(/\d{5,}/gu)?.filter((one, at, all) => all.indexOf(one) === at).length,
    );
  });
});

test.each([
  ["a percentage of nothing", workOutPercentChange(told("p22", { value: 0 }), y23)],
  ["a share of nothing", workOutShare(y22, told("p23", { value: 0 }))],
  ["a multiple of nothing", workOutRatio(y22, told("p23", { value: 0 }))],
])("%s is nothing to tell", (_name, result) => expect(result).toBeNull());

test("a change from something to nothing is a change all the same", () => {
  const none = told("p23", { value: 0 });
  expect(workOutDifference(y22, none).value).toBe(-800_000);
  expect(workOutPercentChange(y22, none)?.value).toBe(-100);
});

test("what is worked out from a rounded number is rounded", () => {
  expect(workOutShare(night, y23)?.qualifier).toBe("about");
  expect(workOutDifference(y22, y23).qualifier).toBe("exact");
});

test("a percentage pretends to no more than a hundredth", () => {
  expect(workOutShare(told("p22", { value: 1 }), told("p22", { value: 3 }))?.value).toBe(33.33);
});

test("the unit is that of the sum", () => {
  const units = [workOutDifference(y22, y23), workOutPercentChange(y22, y23), workOutRatio(y22, y23)];
  expect(units.map((result) => result?.unit)).toEqual(["passengers", "percent", "times"]);
});

test("things of different units are not taken from one another", () => {
  expect(sameUnit(reading("cancelled"), reading("suspended"))).toBe(true);
  expect(sameUnit(reading("passengers"), reading("tickets"))).toBe(false);
});
