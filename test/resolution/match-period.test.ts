import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/day.ts";
import type { ReferencePeriod } from "../../src/language/reference-period.ts";
import { homogeneous, type MatchContext, matchPeriod } from "../../src/resolution/match-period.ts";
import { measure, parse, series } from "../fixtures/ferries.ts";

const JULY = 7;
/** How a look at a measure matches, where nothing else is asked for: what is not named here is off. */
const context = (id: string): MatchContext =>
  ({ timeKind: measure(id).timeKind, fiscalStartMonth: JULY }) as MatchContext;

const held = (
  id: string,
  reference: ReferencePeriod,
  change: Partial<MatchContext> = {},
): readonly string[] =>
  matchPeriod(reference, series(id), { ...context(id), ...change }).map(({ period }) => period.label);

/** The held periods that a said one means, read as it would be in a question. */
const found = (id: string, said: string, askedOn = "2026-11-21"): readonly string[] => {
  const [period, ...more] = parse(`riders ${said}`, askedOn as CalendarDate).periods;
  if (period === undefined || more.length > 0) throw new Error(`"${said}" is not one period`);
  return held(id, period.reference);
};

describe("a count over a year or a month (a flow)", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["passengers", "in 2023", ["2023"]],
    ["passengers", "in 2018", []],
    ["passengers", "in FY2023", []],
    ["passengers", "in 2024", ["2024 (through August)"]],
    ["passengers", "through August 2024", ["2024 (through August)"]],
    ["passengers", "in March 2023", []],
    ["passengers", "on May 5, 2023", []],
    ["passengers", "since 2021", ["2021", "2022", "2023", "2024 (through August)"]],
    ["passengers", "since 2025", []],
    ["passengers", "from 2020 to 2022", ["2020", "2021", "2022"]],
    ["passengers", "between 2022 and 2030", ["2022", "2023", "2024 (through August)"]],
    ["passengers", "from 2009 to 2012", []],
    ["tickets", "in FY2023", ["FY2023"]],
    ["tickets", "in 2023", ["FY2023"]],
    ["tickets", "in calendar 2023", []],
    ["drills", "in February 2024", ["February 2024"]],
    ["drills", "in February", ["February 2023", "February 2024"]],
    ["drills", "in April", []],
    ["drills", "in 2024", []],
  ])("%s %s: %j", (id, said, expected) => expect(found(id, said)).toEqual(expected));

  test.each<readonly [string, string, string, readonly string[]]>([
    ["last year is the year before the day of asking", "last year", "2024-05-01", ["2023"]],
    ["and no other", "last year", "2026-11-21", []],
    ["this year may be a year that has just begun", "this year", "2024-05-01", ["2024 (through August)"]],
  ])("%s", (_name, said, ...[askedOn, expected]) =>
    expect(found("passengers", said, askedOn)).toEqual(expected),
  );

  test("a part of a year will not do where the whole is asked for", () => {
    const [stated] = parse("riders in the full year 2024").periods;
    expect(stated?.reference.kind).toBe("within");
    if (stated !== undefined) expect(held("passengers", stated.reference, { fullPeriod: true })).toEqual([]);
  });
});

describe("a level at a time (a stock)", () => {
  test.each<readonly [string, readonly string[]]>([
    ["in 2022", ["late 2022"]],
    ["in 2024", ["March 2024"]],
    ["in March 2024", ["March 2024"]],
    ["in 2023", []],
    ["in FY2024", []],
    ["in May 2024", []],
  ])("ferries %s: %j", (said, expected) => expect(found("ferries", said)).toEqual(expected));

  test("the latest is the newest that is held, whatever its age", () => {
    expect(held("ferries", { kind: "latest" })).toEqual(["March 2024"]);
  });

  test("now is no day but the one of asking", () => {
    const now = (day: string) => held("ferries", { kind: "now", day: day as CalendarDate });
    expect(now("2024-03-15")).toEqual(["March 2024"]);
    expect(now("2024-04-01")).toEqual([]);
  });
});

describe("a rule holds from when it begins until it is changed", () => {
  test.each<readonly [string, readonly string[]]>([
    ["in June 2023", ["from June 2023"]],
    ["in 2023", ["from June 2023"]],
    ["in 2025", ["from June 2023"]],
    ["in 2022", []],
    ["in May 2023", []],
    ["since 2023", ["from June 2023"]],
  ])("the fog limit %s: %j", (said, expected) => expect(found("fog-limit", said)).toEqual(expected));
});

test.each<readonly [string, ReferencePeriod]>([
  ["the year before", { kind: "shift", grain: "year", by: -1 }],
  ["that year", { kind: "same" }],
  ["the two weeks before it", { kind: "beside_same", side: "before", days: 14 }],
])("%s means nothing by itself", (_name, reference) => expect(held("passengers", reference)).toEqual([]));

test("a run is of one shape: months are no part of a run of years", () => {
  const mixed = [...series("passengers"), ...series("drills")];
  const run = homogeneous(mixed, { fiscalStartMonth: JULY, timeKind: "flow" });
  expect(run.map(({ period }) => period.label)).toEqual([
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024 (through August)",
  ]);
});

describe("what is to be done with a run of years", () => {
  const run = (said: string, change: Partial<MatchContext>): readonly string[] => {
    const [stated] = parse(`riders ${said}`).periods;
    return stated === undefined ? [] : held("passengers", stated.reference, change);
  };

  test("a change has two ends, and both must be held", () => {
    expect(run("from 2020 to 2022", { endsMatter: true })).toEqual(["2020", "2022"]);
    expect(run("from 2018 to 2022", { endsMatter: true })).toEqual([]);
    expect(run("from 2020 to 2030", { endsMatter: true })).toEqual([]);
  });

  test("a printed growth is of its own stretch and of no part of it", () => {
    expect(run("from 2018 to 2022", { wholeOnly: true })).toEqual([]);
  });
});

test("of nothing held nothing is found", () => {
  const said = ["in 2023", "since 2019", "from 2019 to 2022", "through August 2024"];
  const references = said.flatMap((period) => parse(`riders ${period}`).periods);
  expect(references).toHaveLength(said.length);
  for (const { reference } of references)
    expect(matchPeriod(reference, [], context("passengers"))).toEqual([]);
  expect(matchPeriod({ kind: "latest" }, [], context("passengers"))).toEqual([]);
});
