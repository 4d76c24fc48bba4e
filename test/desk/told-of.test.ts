import { expect, test } from "vitest";
import { toldOf } from "../../src/desk/told-of.ts";
import { asked, openTestDesk } from "../fixtures/test-desk.ts";

const desk = openTestDesk();
const figuresOf = (question: string): readonly (readonly string[])[] =>
  toldOf(desk.ask(asked(question), null).answer).map(({ figures }) => figures);

test("a number that was told is kept with the figure that it is", () => {
  const { answer } = desk.ask(asked("How many people did ICE arrest in fiscal 2024?"), null);
  const [told] = toldOf(answer);
  expect(told).toMatchObject({ value: 113431, unit: "arrests", period: "FY2024" });
  expect(told?.figures).toEqual(answer.citations.map(({ figure }) => figure));
});

test("one that was worked out, with all that went into it", () => {
  const [change] = figuresOf("arrests change from fiscal 2023 to 2024");
  const years = figuresOf("ICE arrests by year").flat();
  expect(change).toHaveLength(2);
  expect(change?.toSorted()).toEqual(years.toSorted());
});

test.each(["what is the price of a ticket to Mars?", "hello"])("%s tells no number", (question) => {
  expect(figuresOf(question)).toEqual([]);
});
