import { describe, expect, test } from "vitest";
import type { Told, Verdict } from "../../src/finding/finding.ts";
import { harshest, judge, kindest } from "../../src/finding/judge.ts";
import { findQuantities } from "../../src/language/find-quantities.ts";
import type { Quantity } from "../../src/language/quantity.ts";
import { told, vocabulary } from "../fixtures/ferries.ts";

const said = (text: string): Quantity => {
  const [quantity] = findQuantities(text, vocabulary.language.numbers);
  if (quantity === undefined) throw new Error(`no number in "${text}"`);
  return quantity;
};
const held = (value: number, change: Partial<Told> = {}): Told => told("p22", { value, ...change });

describe("a number that was said, against 113,431", () => {
  test.each<readonly [string, Verdict]>([
    ["113,431", "supported"],
    ["about 113,000", "supported"],
    ["113,000", "supported"],
    ["113.4 thousand", "supported"],
    ["113k", "supported"],
    ["more than 110,000", "supported"],
    ["over 113,000", "supported"],
    ["at least 113,431", "supported"],
    ["fewer than 120,000", "supported"],
    ["nearly 115,000", "supported"],
    ["between 110,000 and 120,000", "supported"],
    ["113,432", "close"],
    ["112,000", "close"],
    ["114,000", "close"],
    ["more than 114,000", "close"],
    ["fewer than 113,000", "close"],
    ["at least 113,432", "close"],
    ["about 118,000", "close"],
    ["120,000", "contradicted"],
    ["about 120,000", "contradicted"],
    ["more than 150,000", "contradicted"],
    ["fewer than 100,000", "contradicted"],
    ["nearly 200,000", "contradicted"],
    ["0", "contradicted"],
    ["113 million", "contradicted"],
    ["11,343", "contradicted"],
  ])("%s is %s", (text, verdict) => expect(judge(said(text), held(113_431)).verdict).toBe(verdict));
});

describe("a rounding is honest only where it is near", () => {
  test.each<readonly [string, number, Verdict]>([
    ["100,000", 113_431, "contradicted"],
    ["7.6 million", 7_640_000, "supported"],
    ["7.6 million", 7_660_000, "close"],
    ["8 million", 7_600_000, "contradicted"],
    ["64%", 63.67, "supported"],
    ["64%", 66, "close"],
    ["2%", 1.6, "contradicted"],
    ["1", 1.4, "contradicted"],
    ["0", 0, "supported"],
    ["1", 0, "contradicted"],
  ])("%s of %d is %s", (text, value, verdict) =>
    expect(judge(said(text), held(value)).verdict).toBe(verdict),
  );
});

test("a hedge that the source prints as well is the source's own", () => {
  expect(judge(said("more than 7.6 million"), held(7_600_000, { qualifier: "more_than" })).verdict).toBe(
    "supported",
  );
  expect(judge(said("fewer than 6,000"), held(6_000, { qualifier: "fewer_than" })).verdict).toBe("supported");
});

test("a fall is said by its size: a drop of 57,159 is a change of -57,159", () => {
  const judgement = judge(said("57,159"), held(-57_159));
  expect(judgement).toMatchObject({ verdict: "supported", off: 0 });
  expect(judgement.against.value).toBe(-57_159);
});

test("how far off it is, is said in percent of what is held, with a sign", () => {
  expect(judge(said("120"), held(100)).off).toBeCloseTo(20);
  expect(judge(said("80"), held(100)).off).toBeCloseTo(-20);
  expect(judge(said("5"), held(0)).off).toBeNull();
});

describe("several verdicts", () => {
  const verdicts = (...given: readonly Verdict[]) =>
    given.map((verdict) => ({ quantity: null, against: held(1), verdict, off: null }));

  test("one number need be right about one figure only", () => {
    expect(kindest(verdicts("contradicted", "supported", "close"))?.verdict).toBe("supported");
    expect(kindest([])).toBeUndefined();
  });

  test("a claim of several numbers stands only where all of them do", () => {
    expect(harshest(verdicts("supported", "close", "contradicted"))).toBe("contradicted");
    expect(harshest(verdicts("supported", "close"))).toBe("close");
    expect(harshest(verdicts("supported"))).toBe("supported");
  });

  test("a claim of none cannot be verified", () => expect(harshest([])).toBe("unverifiable"));
});
