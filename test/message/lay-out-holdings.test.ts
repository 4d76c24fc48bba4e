import { expect, test } from "vitest";
import { layOutHelp, layOutWelcome } from "../../src/message/lay-out-help.ts";
import { layOutHoldings, layOutSources, layOutTopics } from "../../src/message/lay-out-holdings.ts";
import { plainText } from "../../src/message/plain-text.ts";
import { fakeDesk } from "../fixtures/fake-desk.ts";

test("a source is named with its date and how the date is known", () => {
  expect(plainText(layOutSources(fakeDesk.sources())).split("\n")).toEqual([
    "I hold 1 source:",
    "The Harbour Post, “Ferries fill up”, by Ada Quay, published 20 December 2024 (inferred)",
    "The date is taken from the tide table beside it.",
  ]);
});

test("a topic is named with its oldest and newest period, however its figures are ordered", () => {
  expect(plainText(layOutTopics(fakeDesk.topics())).split("\n")).toEqual([
    "I hold 1 topic:",
    "ferry passengers, FY2019 to FY2024: 2",
  ]);
});

test("the oldest figure is the one whose days are the longest past, whenever they began", () => {
  const [topic] = fakeDesk.topics();
  if (topic === undefined) throw new Error("no topic");
  const [, ...others] = topic.periods;
  const upTo = { label: "up to March 2025", start: "0001-01-01" as never, end: "2025-03-31" as never };
  const periods = [upTo, ...others];
  const [said] = plainText(layOutHoldings([{ ...topic, periods }], fakeDesk.sources())).split("\n");
  expect(said).toContain("The oldest speaks of FY2019, the newest of up to March 2025.");
});

test("a newcomer is told in one line what is held", () => {
  const text = plainText(layOutWelcome({ figures: 121, sources: 5, suggestions: ["How many?"] }));
  expect(text.split("\n")[0]).toBe(
    "Nutgraf holds 121 figures from 5 sources. Ask in plain words, or type help.",
  );
  expect(text).toContain("– How many?");
});

test.each(["topics", "sources", "quit"])("help names %s", (command) => {
  expect(plainText(layOutHelp([]))).toContain(`${command}: `);
});
