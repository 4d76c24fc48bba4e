import { describe, expect, test } from "vitest";
import { english } from "./english.ts";

const read = english.readCommand;

describe("what the desk is told to do", () => {
  test.each([
    ["copy", { kind: "copy" }],
    ["Copy for story.", { kind: "copy" }],
    ["lists", { kind: "lists" }],
    ["add to list", { kind: "list_add", name: null, isSure: true }],
    ["Add to list Budget story", { kind: "list_add", name: "Budget story", isSure: true }],
    ["add to list “Budget  story”", { kind: "list_add", name: "Budget story", isSure: true }],
    ["list", { kind: "list_show", name: null, isSure: true }],
    ["list budget", { kind: "list_show", name: "budget", isSure: false }],
    ["list: budget", { kind: "list_show", name: "budget", isSure: true }],
    ["recheck", { kind: "list_recheck", name: null, isSure: true }],
    // A question, where no list is called so.
    ["recheck the arrests of 2024", { kind: "list_recheck", name: "the arrests of 2024", isSure: false }],
    ["recheck budget", { kind: "list_recheck", name: "budget", isSure: false }],
    ["recheck list budget", { kind: "list_recheck", name: "budget", isSure: true }],
    ["export list", { kind: "list_export", name: null, isSure: true }],
    ["remove 3", { kind: "list_remove", number: 3, name: null }],
    ["remove 3 from list budget", { kind: "list_remove", number: 3, name: "budget" }],
    ["remove 3 from the list", { kind: "list_remove", number: 3, name: null }],
  ])("%s", (said, command) => expect(read(said)).toEqual(command));

  test.each([
    "",
    "copy of the report on arrests",
    "listings in 2024",
    "lists of arrests by year",
    "export of wheat in 2020",
    "remove the goal",
    "remove 3 arrests",
    "how many people were added to list A?",
    "add arrests and removals",
  ])("“%s” is a question", (said) => expect(read(said)).toBeNull());
});
