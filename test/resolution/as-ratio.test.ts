import { expect, test } from "vitest";
import { compose } from "../fixtures/ferries.ts";

test.each([
  ["how many cancelled sailings per suspended sailing in 2023", 1.67, "150 / 90"],
  ["for every suspended sailing in 2023, how many cancelled sailings", 1.67, "150 / 90"],
  ["for each cancelled sailing in 2023, how many suspended sailings were there", 0.6, "90 / 150"],
])("%s", (text, value, formula) =>
  expect(compose(text).values).toMatchObject([{ value, derived: { formula } }]),
);

test("so many per day are of no other measure", () => {
  expect(compose("cancelled sailings per day in 2023").values).not.toMatchObject([{ unit: "times" }]);
});
