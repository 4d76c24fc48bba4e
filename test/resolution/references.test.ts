import { describe, expect, test } from "vitest";
import type { ReferencePeriod } from "../../src/language/reference-period.ts";
import { sortReferences } from "../../src/resolution/references.ts";
import { parse } from "../fixtures/ferries.ts";

const shown = (references: readonly ReferencePeriod[]): readonly string[] =>
  references.map((reference) => ("period" in reference ? reference.period.label : reference.kind));
const sorted = (text: string) => {
  const { selecting, agreeing, touching } = sortReferences(parse(text));
  return { selecting: shown(selecting), agreeing: shown(agreeing), touching: shown(touching) };
};

describe("what each period of a question does in it", () => {
  test.each<readonly [string, readonly string[]]>([
    ["riders in 2023", ["2023"]],
    ["riders in 2022 and 2023", ["2022", "2023"]],
    ["riders in 2023, not 2022", ["2023"]],
    ["I wrote about 2019 last week. How many riders in 2023?", ["2023"]],
    ["riders in 2023 against the year before", ["2023", "shift"]],
    ["riders", []],
  ])("%s asks for %j", (text, selecting) => expect(sorted(text)).toMatchObject({ selecting, agreeing: [] }));

  test("a name beside a year must agree with it, and asks for nothing itself", () => {
    expect(sorted("riders in 2023, since the great storm").selecting).toEqual(["2023", "since"]);
    expect(sorted("did Mayor Reed have 900,000 riders in 2019")).toEqual({
      selecting: ["2019"],
      agreeing: ["named"],
      touching: [],
    });
  });

  test("a name alone is a time that figures may touch", () => {
    expect(sorted("did Mayor Reed have 900,000 riders")).toEqual({
      selecting: [],
      agreeing: [],
      touching: ["named"],
    });
  });

  test("the day of an event, said twice, is one day", () => {
    expect(sorted("riders since the great storm of March 10, 2023").selecting).toHaveLength(1);
  });
});
