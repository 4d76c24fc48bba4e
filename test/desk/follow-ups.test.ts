import { describe, expect, test } from "vitest";
import { asked, openTestDesk, TEST_DAY } from "../fixtures/test-desk.ts";

const desk = openTestDesk();
const followUps = (text: string): readonly string[] => {
  const { answer } = desk.ask(asked(text), null);
  return desk.followUps(answer, TEST_DAY).map(({ question }) => question);
};

describe("what may be asked next", () => {
  test.each([
    "How many people did ICE arrest in fiscal 2024?",
    "How many people are on the non-detained docket?",
    "how many unaccompanied children since 2019",
    "by how much did ICE arrests fall from 2023 to 2024?",
  ])("after “%s” each is answered as it stands", (text) => {
    for (const question of followUps(text)) {
      expect([question, desk.ask(asked(question), null).answer.status]).toEqual([question, "answered"]);
    }
  });

  test("after a figure is the year beside it, and the change", () => {
    expect(followUps("How many people did ICE arrest in fiscal 2024?")).toEqual([
      "ICE arrests, FY2023",
      "Change in ICE arrests from FY2023 to FY2024",
    ]);
  });

  test.each(["what is the price of milk", "and then?", ""])(
    "after the refusal of “%s” is nothing",
    (text) => {
      expect(followUps(text)).toEqual([]);
    },
  );
});

describe("completing what is typed", () => {
  test("nothing typed: questions to start from", () => {
    expect(desk.suggest("", 25)).toEqual(desk.suggestions());
  });

  test.each([
    ["ice arr", "ICE arrests"],
    ["arrest", "ICE arrests"],
    ["ICE arrests", "ICE arrests, FY2024"],
    ["ICE arrests FY2023", "ICE arrests, FY2023"],
  ])("“%s” is on the way to “%s”", (typed, whole) => {
    expect(desk.suggest(typed, 25)).toContain(whole);
  });

  test.each([["zzzz"], ["🧀"], ["a".repeat(5000)]])("“%s” leads nowhere", (typed) => {
    expect(desk.suggest(typed, 25)).toEqual([]);
  });

  test("a figure that was completed is answered", () => {
    for (const whole of desk.suggest("ICE arrests", 25).filter((one) => one.includes(", "))) {
      expect([whole, desk.ask(asked(whole), null).answer.status]).toEqual([whole, "answered"]);
    }
  });

  test("never more than the platform takes", () => {
    expect(desk.suggest("a", 4).length).toBeLessThanOrEqual(4);
  });
});
