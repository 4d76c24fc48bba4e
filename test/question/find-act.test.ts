import { describe, expect, test } from "vitest";
import { parse } from "../fixtures/ferries.ts";

const act = (text: string): string => parse(text).act.kind;

describe("what the person wants done", () => {
  test.each([
    "how many riders in 2023",
    "riders in 2023?",
    "riders 2023",
    "what was the number of riders in 2023",
    "which year had the most riders",
    "percent change in riders from 2022 to 2023",
    "how many of the 1,012,000 riders took the night boat",
    "did riders take the night boat",
    "show me riders by year",
    "what is the fog limit",
  ])("%s asks for a figure", (text) => expect(act(text)).toBe("figure"));

  test.each([
    "is it true that 1 million people took the ferry in 2023",
    "1 million people took the ferry in 2023, right?",
    "the ferry had 1,012,000 riders in 2023",
    "did 1 million people take the ferry in 2023",
    "did riders fall in 2023",
    "fact check: riders doubled in 2023",
    "Claim: 44 ferries are in service.",
    "Is it true that 2023 had the most riders?",
  ])("%s asks whether it is so", (text) => expect(act(text)).toBe("claim"));

  test.each([
    "who says that 44 ferries are in service",
    "source for the 1,012,000 riders?",
    "where does the 1 million figure come from",
    "riders in 2023, source?",
    "says who?",
    "where did you get that",
  ])("%s asks who says so, and not whether it is so", (text) => expect(act(text)).toBe("source"));

  test.each(["how old is that?", "how old is that number", "when was that published"])(
    "%s asks how old it is",
    (text) => expect(parse(text).act).toEqual({ kind: "source", age: true }),
  );

  test.each([
    "what do you hold on sailings",
    "what figures do you have on ferries",
    "what can I ask about riders",
  ])("%s asks what is held", (text) => expect(act(text)).toBe("topic"));
});
