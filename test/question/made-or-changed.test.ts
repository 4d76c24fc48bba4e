import { describe, expect, test } from "vitest";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { vocabulary } from "../fixtures/ferries.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const read = (text: string) => parseQuestion({ text, askedOn: TEST_DAY }, vocabulary);

describe("what is grown, and what has grown", () => {
  test.each([
    ["how much rice did Vietnam grow in 2010", "lookup"],
    ["tonnes of rice grown in Africa in 2012", "lookup"],
    ["how much did rice production grow in 2010", "change"],
    ["by how many tonnes did rice production grow between 2000 and 2020", "change"],
    ["by what percentage did ridership grow between 2000 and 2019", "change"],
    ["how many percentage points did it grow in 2010", "change"],
    ["rice production has grown since 2012 by how much", "change"],
  ])("%s: %s", (text, kind) => {
    expect(read(text).operation.kind).toBe(kind);
  });
});

describe("a number behind “per” is no claim", () => {
  test.each([
    ["sinkings per 100,000 people in 2010", 100_000],
    ["sinkings in 2010", null],
    ["is it true that riders fell by 40%", null],
  ])("%s: %s", (text, amount) => {
    expect(read(text).perAmount).toBe(amount);
  });
});
