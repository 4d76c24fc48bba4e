import { expect, test } from "vitest";
import { toContract, toJsonLine } from "../../../adapters/terminal/to-contract.ts";
import { plainText } from "../../../src/message/plain-text.ts";
import { ANSWERS, CLARIFY, DERIVED, layOut } from "../../fixtures/answers.ts";
import { contractSchema } from "../../fixtures/contract.ts";

test.each(ANSWERS)("%s has the contract's keys and no others", (_name, answer) => {
  const message = layOut(answer, []);
  const object = JSON.parse(toJsonLine(toContract({ id: "q1", answer, message })));
  expect(contractSchema.parse(object)).toEqual(object);
  expect(object.text).toBe(plainText(message));
});

test("a question that has no name gets no name", () => {
  const message = layOut(CLARIFY, []);
  expect(toContract({ id: null, answer: CLARIFY, message })).toMatchObject({
    id: null,
    options: [{ question: "How many ferry passengers in FY2024?" }, { label: "ferry crews" }],
  });
});

test("a sum keeps its formula and its inputs", () => {
  const message = layOut(DERIVED, []);
  expect(toContract({ id: null, answer: DERIVED, message }).values[0]?.derived).toEqual({
    formula: "(113000 - 170000) / 170000",
    inputs: ["ferry-fy2024", "ferry-fy2023"],
  });
});

test("of a printed range both ends are told, each as the bound that it is", () => {
  const [value] = DERIVED.values;
  if (value === undefined) throw new Error("the fixture has no value");
  const ranged = { ...DERIVED, values: [{ ...value, value: 6, valueMax: 7 }] };
  const { values } = toContract({ id: null, answer: ranged, message: layOut(ranged, []) });
  expect(values.map((one) => [one.value, one.qualifier])).toEqual([
    [6, "at_least"],
    [7, "up_to"],
  ]);
});

test.each(["a\nb", "a\r\nb", "a\u2028b", "a\u0085b", "a\u009b31mb", "a\u001b[2Jb"])(
  "%j stays on one line, and comes back as it was",
  (text) => {
    const line = toJsonLine({ text });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u);
    expect(JSON.parse(line)).toEqual({ text });
  },
);
