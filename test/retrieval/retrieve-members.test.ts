import { expect, test } from "vitest";
import { retrieveMembers } from "../../src/retrieval/retrieve-members.ts";
import { index, parse } from "../fixtures/ferries.ts";

const members = (text: string): readonly string[] =>
  retrieveMembers(parse(text).concepts, index).map(({ key }) => key);

test.each<readonly [string, readonly string[]]>([
  ["riders on the island line", ["line=island"]],
  ["islanders", ["line=island"]],
  ["riders on the night boat", ["line=night"]],
  ["riders on the night boat and the island line", ["line=night", "line=island"]],
  ["riders of the Port Company", ["company=port"]],
  ["riders of the RIVER COMPANY", ["company=river"]],
])("%s names %j", (text, keys) => expect(members(text).toSorted()).toEqual(keys.toSorted()));

test.each(["riders of the company", "boats", "riders on the line", "night", "riders", "the port", ""])(
  "%j names no member: half a name is none",
  (text) => expect(members(text)).toEqual([]),
);
