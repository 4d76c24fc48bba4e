import { describe, expect, test } from "vitest";
import { index, parse, retrieve } from "../fixtures/ferries.ts";

/** The first candidate in a line: what it is, and which words it leaves. */
const first = (text: string): string => {
  const [candidate] = retrieve(text);
  if (candidate === undefined) return "nothing";
  const members = candidate.members.map((key) => ` ${key}`).join("");
  const left = candidate.unexplained.map((concept) => concept.text).join(" ");
  return `${candidate.measure.id}${members}${left === "" ? "" : ` but ${left}`}`;
};

describe("the measure that the words mean, said in full", () => {
  test.each([
    ["how many riders were there in 2023", "passengers"],
    ["ferry passengers in 2023", "passengers"],
    ["how many people took a ferry in 2022", "passengers"],
    ["travellers on the ferry", "passengers"],
    ["ferries in service", "ferries"],
    ["boats in service", "ferries"],
    ["riders on the island line", "passengers line=island"],
    ["islanders among the riders", "passengers line=island"],
    ["riders on the night boat", "passengers line=night"],
    ["sailings called off in 2023", "cancelled"],
    ["the ferry's seamen", "crew"],
    ["riders of the port company", "passengers"],
    ["the fog limit", "fog-limit"],
  ])("%s", (text, expected) => {
    expect(first(text)).toBe(expected);
    expect(retrieve(text)[0]?.completeness).toBe(1);
  });
});

describe("the plain measure comes before its siblings", () => {
  test.each([
    ["passengers", "passengers", ["passengers", "passenger-rise", "island-share"]],
    ["ferry crew", "crew", ["crew", "passengers"]],
    ["share of passengers on the island line", "island-share", ["island-share", "passengers"]],
  ])("%s", (text, ...[expected, siblings]) => {
    expect(first(text).split(" ")[0]).toBe(expected);
    expect(retrieve(text).map(({ measure }) => measure.id)).toEqual(expect.arrayContaining(siblings));
  });
});

describe("a word that nothing accounts for is left over, by name", () => {
  test.each([
    ["riders on the moon", "passengers but moon"],
    ["riders in Paris", "passengers but Paris"],
    ["women among the riders", "passengers but women"],
    ["riders without tickets", "passengers but without tickets"],
    ["riders of the river company", "passengers but river company"],
    ["arrested riders", "passengers but arrested"],
  ])("%s", (text, expected) => expect(first(text)).toBe(expected));
});

describe("words that name nothing find nothing", () => {
  test.each(["", "how many", "what is the number of people in 2023", "bridges in Paris", "?", "2023"])(
    "%j",
    (text) => expect(retrieve(text)).toEqual([]),
  );
});

test("a member that the measure never has is no group of it, and stands in the way", () => {
  const [candidate] = retrieve("riders of the river company");
  expect(candidate?.conflicts).toEqual(["company=river"]);
  expect(retrieve("riders of the port company")[0]?.conflicts).toEqual([]);
});

test("two members of one dimension are a reading each", () => {
  const found = retrieve("riders on the island line and the night boat").filter(
    ({ measure, unexplained }) => measure.id === "passengers" && unexplained.length === 0,
  );
  expect(found.map(({ members }) => members)).toEqual([["line=island"], ["line=night"]]);
});

test("a word of the definition is soft: it narrows nothing and costs a little", () => {
  const [plain] = retrieve("ferry crew");
  const [soft] = retrieve("ferry crew of sailors");
  expect(soft?.soft.map(({ text }) => text)).toEqual(["sailors"]);
  expect(soft?.score).toBeLessThan(plain?.score ?? 0);
});

test("candidates come in order: fewest words left over, then best said", () => {
  const found = retrieve("ferry passengers on the moon");
  const left = found.map(({ unexplained }) => unexplained.length);
  expect(left).toEqual(left.toSorted((a, b) => a - b));
  const best = found.filter(({ unexplained }) => unexplained.length === left[0]).map(({ score }) => score);
  expect(best).toEqual(best.toSorted((a, b) => b - a));
  expect(found.length).toBeGreaterThan(3);
});

test("what is counted by, and named as such, is the dimension and no part of a name", () => {
  const question = parse("which company had the most riders");
  expect(question.operation.kind).toBe("ranking");
  expect(retrieve("which company had the most riders")[0]).toMatchObject({ unexplained: [] });
});

test("the index holds every measure and member by the words of their names", () => {
  expect([...index.measures.keys()]).toContain("pier-money");
  expect(index.membersByStem.get("night")?.map(({ key }) => key)).toEqual(["line=night"]);
  expect(index.measuresByStem.get("sail")?.map(({ measure }) => measure.id)).toEqual([
    "cancelled",
    "suspended",
  ]);
});

test("a word that few measures share weighs more than one that many do", () => {
  const name = index.measures.get("passengers")?.names.find((one) => one.name === "ferry passengers");
  const rare = index.measures.get("drills")?.names[0]?.weights.get("lifeboat") ?? 0;
  expect(rare).toBeGreaterThan(name?.weights.get("ferri") ?? 0);
});
