import { expect, test } from "vitest";
import { partsOf, TURNS, terminalTurns, textOf } from "./conversation.ts";

const turns = terminalTurns();

test("the scripted conversation has every sort of answer in it", () => {
  expect(turns).toHaveLength(TURNS.length);
  expect(TURNS).toHaveLength(12);
  const kinds = new Set(turns.map(({ answer }) => `${answer.status} ${answer.kind}`));
  for (const kind of [
    "answered lookup",
    "answered derived",
    "answered claim",
    "answered source",
    "answered series",
    "answered ranking",
  ])
    expect(kinds).toContain(kind);
  expect(turns.filter(({ answer }) => answer.status === "not_found").length).toBeGreaterThanOrEqual(2);
  expect(turns.some(({ answer }) => answer.assumptions.length > 0)).toBe(true);
});

test.each(turns.map((turn) => [turn.question, turn] as const))(
  "“%s”: every part stands in the text",
  (_, turn) => {
    const text = textOf(turn);
    for (const part of partsOf(turn)) expect(text).toContain(part);
  },
);
