import { expect, test } from "vitest";
import { citationOf, citationsOf } from "../../src/answer/cite.ts";
import { catalog, observation, told } from "../fixtures/ferries.ts";

test("a figure whose source is not held is no figure to tell", () => {
  const orphan = { ...observation("p22"), provenance: { ...observation("p22").provenance, source: "gone" } };
  expect(() => citationOf(orphan, catalog)).toThrow("figure p22 cites gone, which is not held");
});

test("each figure is cited once, in the order in which it is told", () => {
  const values = [told("p23", { alsoPrinted: [observation("p23-round")] }), told("p22"), told("p23")];
  expect(citationsOf(values, catalog).map(({ figure }) => figure)).toEqual(["p23", "p23-round", "p22"]);
});
