import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/day.ts";
import { findPeriods, type NamedPhrase } from "../../src/language/find-periods.ts";
import type { PeriodMention, ReferencePeriod } from "../../src/language/reference-period.ts";
import { EVEN, growthOf } from "../fixtures/growth.ts";
import { english } from "./english.ts";

const named = (id: string, [start, end]: readonly [string, string | null], phrases: readonly string[]) => {
  const period = { label: id, start: start as CalendarDate, end: end as CalendarDate | null };
  return phrases.map((phrase): NamedPhrase => ({ phrase, period: { id, name: id, period } }));
};

const NAMED: readonly NamedPhrase[] = [
  ...named("the order", ["2024-06-05", "2024-06-05"], ["the order", "biden's order", "executive order"]),
  ...named("biden", ["2021-01-20", "2025-01-20"], ["biden"]),
  ...named("trump 1", ["2017-01-20", "2021-01-20"], ["trump"]),
  ...named("trump 2", ["2025-01-20", null], ["trump", "trump's second term"]),
];

const find = (text: string, askedOn = "2026-11-21"): readonly PeriodMention[] =>
  findPeriods(text, {
    askedOn: askedOn as CalendarDate,
    fiscalYearStartMonth: 10,
    named: NAMED,
    words: english.calendar,
  });

/** A reference in one line, so that a table of them can be read. */
const shown = (reference: ReferencePeriod): string => {
  switch (reference.kind) {
    case "within": {
      const { period, basis, relative } = reference;
      return `${period.label}${basis === "unstated" ? "" : ` ${basis}`}${relative ? " relative" : ""}`;
    }
    case "range":
      return `${reference.ends[0].label} > ${reference.ends[1].label}${reference.basis === "unstated" ? "" : ` ${reference.basis}`}`;
    case "partial":
      return `${reference.period.label} ${reference.basis} ${reference.until?.year ?? "?"}-${reference.until?.month ?? "?"}`;
    case "since":
      return `${reference.label}: ${reference.start}`;
    case "until":
      return `${reference.label}: ${reference.end}`;
    case "beside_event":
      return `${reference.event}: ${reference.period.start} to ${reference.period.end}`;
    case "named":
      return `named ${reference.periods.map(({ id }) => id).join(", ")}`;
    case "recurring_month":
      return `every month ${reference.month}`;
    case "recurring_quarter":
      return `every Q${reference.quarter}`;
    case "shift":
      return `${reference.grain} ${reference.by}`;
    case "beside_same":
      return `${reference.side} same ${reference.days}`;
    case "same_in":
      return `same in ${reference.year}`;
    case "same":
    case "latest":
    case "now":
      return reference.kind;
  }
};

const read = (text: string, askedOn?: string): readonly string[] =>
  find(text, askedOn).map(({ reference }) => shown(reference));

describe("a year is said on a calendar or on none", () => {
  test.each([
    ["2023", ["2023"]],
    ["the year 2023", ["2023"]],
    ["2023's total", ["2023"]],
    ["calendar year 2024, CY2024, calendar 2024", ["2024 calendar", "2024 calendar", "2024 calendar"]],
    ["FY2024, FY24, fy 24, FY '24, FY-24", Array(5).fill("FY2024 fiscal")],
    ["fiscal 2024, fiscal year 2024, Financial Year 2024", Array(3).fill("FY2024 fiscal")],
    ["the 2024 fiscal year", ["FY2024 fiscal"]],
    ["the fiscal year that ended in September 2023", ["FY2023 fiscal"]],
    ["fiscal year ending September 2023, fiscal year ended 2023", ["FY2023 fiscal", "FY2023 fiscal"]],
    ["the year to September 2023", ["FY2023 fiscal"]],
    ["the year ending June 2023", ["July 2022 > June 2023"]],
    ["the fiscal year that ended in June 2023", ["June 2023"]],
    ["Feb '24", ["February 2024"]],
    ["so far in FY2024, as of April", ["FY2024 through April fiscal 2024-4"]],
    ["fiscal 2023 and 2024", ["FY2023 fiscal", "FY2024 fiscal"]],
    ["FY23 and 24", ["FY2023 fiscal", "FY2024 fiscal"]],
    ["the 2023 and 2024 fiscal years", ["FY2023 fiscal", "FY2024 fiscal"]],
    ["FY2024 and calendar 2023", ["FY2024 fiscal", "2023 calendar"]],
    ["in 2022, 2023 and 2024", ["2022", "2023", "2024"]],
    ["prior year, FY23", ["year -1", "FY2023 fiscal"]],
    ["2019 people", ["2019"]],
    ["2024 $175 billion", ["2024"]],
    ["in 2024 per day", ["2024"]],
    ["how many more than 2022", ["2022"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("two digits are a year where they can be nothing else", () => {
  test.each([
    ["'24", ["2024"]],
    ["in 14", ["2014"]],
    ["how many in 23 vs 24?", ["2023", "2024"]],
    ["asylum granted 14 15 16", ["2014", "2015", "2016"]],
    ["14, 15 and 16 grants", ["2014", "2015", "2016"]],
    ["2014-24", ["2014 > 2024"]],
    ["FY23-24", ["FY2023 > FY2024 fiscal"]],
    ["15 people", []],
    ["in 12 states", []],
    ["in 14-day periods", []],
    ["in 14 days", []],
    ["ages 14 15 16", []],
    ["is it 10 or 20?", []],
    ["in 64", []],
    ["Title 42", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("months, quarters, seasons and days", () => {
  test.each([
    ["Feb 2025, february of 2025, 2025-02, 02/2025, Feb. 2025", Array(5).fill("February 2025")],
    ["Feb and March 2025", ["February 2025", "March 2025"]],
    ["October of FY2024", ["October 2023"]],
    ["Q1 2024, first quarter of 2024, 2024 Q1", ["Q1 2024", "Q1 2024", "Q1 2024"]],
    ["third quarter of every year", ["every Q3"]],
    ["Q3 of each year from 2021 to 2023", ["every Q3", "2021 > 2023"]],
    ["every Q2", ["every Q2"]],
    ["the share of 2022 that fell in the third quarter", ["2022", "Q3 2022"]],
    ["in the third quarter of the game in 2022", ["2022"]],
    ["the third quarter of every town", []],
    ["summer 2023, July to September", ["July 2023 > September 2023"]],
    ["the second quarter of 2023 (April to June)", ["April 2023 > June 2023"]],
    ["the lockdown quarter, 2020 Q2", ["Q2 2020"]],
    ["84% full in 2024", ["2024"]],
    ["Q1 FY2024", ["Q1 FY2024 fiscal"]],
    ["first half of 2024, H2 2024", ["H1 2024", "H2 2024"]],
    ["summer 2024, the fall of 2024", ["summer 2024", "fall 2024"]],
    ["June 5, 2024; 5 June 2024; 2024-06-05; 6/5/2024", Array(4).fill("June 5, 2024")],
    ["the 5th of June 2024, June 5th 2024", ["June 5, 2024", "June 5, 2024"]],
    ["the week of June 5, 2024", ["the week of June 3, 2024"]],
    ["June 6", ["June 6, 2026 relative"]],
    // The fixture knows an order of that day.
    ["June 5", ["June 5, 2024"]],
    ["February", ["every month 2"]],
    [
      "in may, since march, May, of march",
      ["every month 5", "since March 2026: 2026-03-01", "every month 5", "every month 3"],
    ],
    ["march 2025, may 3", ["March 2025", "May 3, 2026 relative"]],
    ["what about march?", ["every month 3"]],
    ["and may?", ["every month 5"]],
    ["may i ask", []],
    ["they may march", []],
    ["May I ask", []],
    ["the march on washington", []],
    ["did arrests fall", []],
    ["in the second half", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("a day that the calendar does not have is no day", () => {
    expect(read("June 31, 2024")).not.toContain("June 31, 2024");
    expect(read("2024-13-01")).not.toContain("January 1, 2024");
  });

  test("a day without its year is the latest that is not after the day of asking", () => {
    expect(read("June 6", "2024-06-06")).toEqual(["June 6, 2024 relative"]);
    expect(read("June 6", "2024-06-05")).toEqual(["June 6, 2023 relative"]);
  });
});

describe("parts of a period", () => {
  test.each([
    ["late 2020", "2020-09-01", "2020-12-31"],
    ["early 2021", "2021-01-01", "2021-04-30"],
    ["mid-2023", "2023-05-01", "2023-08-31"],
    ["end of 2020", "2020-12-01", "2020-12-31"],
    ["the start of 2020", "2020-01-01", "2020-01-31"],
    ["the end of fiscal 2024", "2024-09-01", "2024-09-30"],
    ["late last year", "2025-09-01", "2025-12-31"],
    ["early June 2024", "2024-06-01", "2024-06-10"],
    ["the early 1990s", "1990-01-01", "1993-04-30"],
    ["the last three months of 2024", "2024-10-01", "2024-12-31"],
  ])("%s is %s to %s", (text, start, end) => {
    expect(find(text).map(({ reference }) => reference)).toMatchObject([
      { kind: "within", period: { start, end } },
    ]);
  });
});

describe("bounded on one side or on both", () => {
  test.each([
    ["2014-2024, 2014–2024, 2014 to 2024, 2014 through 2024", Array(4).fill("2014 > 2024")],
    ["from 2017 through 2020", ["2017 > 2020"]],
    ["each year between 2017 and 2020", ["2017 > 2020"]],
    ["between FY2021 and FY2023", ["FY2021 > FY2023 fiscal"]],
    ["from FY2023 to 2024", ["FY2023 > FY2024 fiscal"]],
    ["from late 2020 to fiscal 2024", ["late 2020 > FY2024"]],
    ["between feb 2025 and feb 2024", ["February 2025 > February 2024"]],
    ["March to May 2024", ["March 2024 > May 2024"]],
    ["June 5 to June 12, 2024", ["June 5, 2024 > June 12, 2024"]],
    ["the 1990s, the '90s", ["1990 > 1999", "1990 > 1999"]],
    ["since 2019", ["since 2019: 2019-01-01"]],
    ["since late 2020", ["since late 2020: 2020-09-01"]],
    ["since fiscal 2022", ["since FY2022: 2021-10-01"]],
    ["since June 5, 2024", ["since June 5, 2024: 2024-06-05"]],
    ["after 2019, post-2019", ["after 2019: 2020-01-01", "after 2019: 2020-01-01"]],
    ["from 2019 on, 2019 onwards, 2019 or later", Array(3).fill("since 2019: 2019-01-01")],
    ["2019-present, from 2019 to now, since 2019 to date", Array(3).fill("since 2019: 2019-01-01")],
    ["2019 on average", ["2019"]],
    ["until April 2024", ["through April 2024: 2024-04-30"]],
    ["through April, thru april, up to April", Array(3).fill("through April 2026: 2026-04-30")],
    ["before 2020, prior to 2020, pre-2020", Array(3).fill("before 2020: 2019-12-31")],
    ["2019 and earlier", ["through 2019: 2019-12-31"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a year may be cut short, and may be said to be whole", () => {
  test.each([
    ["FY24 thru april", ["FY2024 through April fiscal 2024-4"]],
    ["thru april of FY24", ["FY2024 through April fiscal 2024-4"]],
    ["FY2024 through December", ["FY2024 through December fiscal 2023-12"]],
    ["2024 (through April)", ["2024 through April unstated 2024-4"]],
    ["2024 through April 2024", ["2024 through April unstated 2024-4"]],
    ["the first seven months of fiscal 2024", ["FY2024 through April fiscal 2024-4"]],
    ["so far in 2024, 2024 so far, 2024 to date, 2024 ytd", Array(4).fill("2024 so far unstated ?-?")],
    ["so far this year, YTD", ["2026 so far unstated ?-?", "2026 so far unstated ?-?"]],
    ["full year 2024, all of 2024, the whole of 2024", ["2024", "2024", "2024"]],
    ["the full twelve months of FY2024", ["FY2024 fiscal"]],
    ["January to December 2024", ["2024 calendar"]],
    ["calendar year 2024, January to December, not the fiscal year", ["2024 calendar"]],
    ["October 2023 through September 2024", ["FY2024 fiscal"]],
    ["FY2024, not just through April", ["FY2024 fiscal", "through April 2026: 2026-04-30"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("what is cut short ends where it is cut", () => {
    expect(find("FY24 thru april")).toMatchObject([
      { reference: { grain: "fiscal_year", period: { start: "2023-10-01", end: "2024-04-30" } } },
    ]);
  });
});

describe("counted from the day of asking", () => {
  test.each([
    ["last month, this month, next month", "2025-03-15", ["February 2025", "March 2025", "April 2025"]],
    ["last year, this year, next year", "2025-03-15", ["2024", "2025", "2026"]],
    ["last month", "2025-01-31", ["December 2024"]],
    ["last fiscal year", "2024-12-23", ["FY2024 fiscal"]],
    ["the last fiscal year", "2024-09-30", ["FY2023 fiscal"]],
    ["this fiscal year, the current fiscal year", "2024-12-23", ["FY2025 fiscal", "FY2025 fiscal"]],
    ["last quarter", "2025-03-15", ["Q4 2024"]],
    ["yesterday", "2025-03-01", ["February 28, 2025"]],
    ["last week", "2024-06-05", ["the week of May 27, 2024"]],
    ["a year ago, two years ago", "2025-03-15", ["2024", "2023"]],
    ["three months ago", "2025-03-15", ["December 2024"]],
    ["last summer, last february", "2025-03-15", ["summer 2024", "February 2025"]],
    ["february of last year", "2025-03-15", ["February 2024"]],
  ])("%s, asked on %s", (text, askedOn, expected) => {
    expect(read(text, askedOn)).toEqual(expected.map((label) => `${label} relative`));
  });

  test.each([
    ["in the past year", "2024-03-16", "2025-03-15"],
    ["over the last year", "2024-03-16", "2025-03-15"],
    ["the last four years", "2021-03-16", "2025-03-15"],
    ["over the last 6 months", "2024-09-16", "2025-03-15"],
    ["the past decade", "2015-03-16", "2025-03-15"],
  ])("%s runs up to today", (text, start, end) => {
    expect(find(text, "2025-03-15").map(({ reference }) => reference)).toMatchObject([
      { kind: "within", grain: "span", relative: true, period: { start, end } },
    ]);
  });

  test.each([
    "now",
    "currently",
    "at present",
    "these days",
    "as of today",
    "right now",
    "today",
    "at the moment",
  ])("%s is now", (text) => {
    expect(find(text)).toMatchObject([{ reference: { kind: "now", day: "2026-11-21" } }]);
  });

  test.each(["latest", "newest", "most recent", "last known", "current", "the latest fiscal year"])(
    "%s is the latest",
    (text) => {
      expect(read(text)).toEqual(["latest"]);
    },
  );
});

describe("counted from the period the thread spoke of", () => {
  test.each([
    ["and the year before?", ["year -1"]],
    ["previous year, prior year, a year earlier", ["year -1", "year -1", "year -1"]],
    ["the following year, the next year, the year after", ["year 1", "year 1", "year 1"]],
    ["two years earlier, the year before that", ["year -2", "year -1"]],
    ["the month before, the previous fiscal year", ["month -1", "fiscal_year -1"]],
    ["that year, the same period, that month, at that time", Array(4).fill("same")],
    ["how many then?", ["same"]],
    ["then how many", []],
    ["and in the two weeks before it?", ["before same 14"]],
    ["two weeks before that", ["before same 14"]],
    ["since then", ["after same null"]],
    ["after that, how many", ["after same null"]],
    ["after that order of magnitude", []],
    ["the year before 2019", ["2018"]],
    ["a year before FY2024", ["FY2023 fiscal"]],
    ["that year-by-year table", []],
    ["arrests a year, 5 a day, on a given day", []],
    ["each year, every month, by fiscal year", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("periods that a pack names", () => {
  test.each([
    ["biden", ["named biden"]],
    ["under Biden", ["named biden"]],
    ["in the Trump years", ["named trump 1, trump 2"]],
    ["during the trump years 2017 thru 2020", ["named trump 1, trump 2", "2017 > 2020"]],
    ["trump's second term so far", ["named trump 2"]],
    ["since Biden took office", ["since biden: 2021-01-20"]],
    ["since the start of the Biden administration", ["since biden: 2021-01-20"]],
    ["before Biden took over, pre-Biden", ["before biden: 2021-01-19", "before biden: 2021-01-19"]],
    ["since the order, after the order", ["since the order: 2024-06-05", "since the order: 2024-06-05"]],
    ["since bidens order", ["since the order: 2024-06-05"]],
    ["since Biden signed his executive order", ["since the order: 2024-06-05"]],
    ["before Biden issued the order", ["before the order: 2024-06-04"]],
    ["before the order came out", ["before the order: 2024-06-04"]],
    ["Biden’s order", ["named the order"]],
    ["in the two weeks before the order", ["the order: 2024-05-22 to 2024-06-04"]],
    ["the 2 wks before the June 5 order", ["the order: 2024-05-22 to 2024-06-04"]],
    ["the month after the order", ["the order: 2024-06-05 to 2024-07-04"]],
    ["since Biden's order began on June 5", ["since the order: 2024-06-05"]],
    ["After Biden's June 2024 order took effect, crossings", ["since the order: 2024-06-05"]],
    ["the June 5 executive order", ["named the order"]],
    ["in the days before order was kept", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("of two terms, since means the one that had begun", () => {
    expect(read("since Trump took office", "2020-05-01")).toEqual(["since trump 1: 2017-01-20"]);
    expect(read("since Trump took office", "2026-05-01")).toEqual(["since trump 2: 2025-01-20"]);
  });

  test("a date that is not the order's own stays a date", () => {
    expect(read("the June 2022 order")).toEqual(["June 2022"]);
  });
});

describe("a year stays one beside punctuation", () => {
  test.each([
    ["granted in 2018: all three", ["2018"]],
    ["2018: how many", ["2018"]],
    ["2018; 2019, (2020) \u2018 2021… 2022—all", ["2018", "2019", "2020", "2021", "2022"]],
    ["year:2018", ["2018"]],
    ["FY24: 5; FY '25: 6", ["FY2024 fiscal", "FY2025 fiscal"]],
    ["Feb 2025: how many", ["February 2025"]],
    ["8:30, 2018:30, 10:2018, 2018:2019", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("fall and spring are seasons, and verbs", () => {
  test.each([
    ["fall 2019, fall of 2019, the fall of 2019", ["fall 2019", "fall 2019", "fall 2019"]],
    ["spring '24, spring of 2024", ["spring 2024", "spring 2024"]],
    ["since the fall of 2019", ["since fall 2019: 2019-09-01"]],
    ["in the fall in 2020, during fall in 2020", ["fall 2020", "fall 2020"]],
    ["last fall, this spring", ["fall 2025 relative", "spring 2026 relative"]],
    ["next spring, next fall", ["spring 2027 relative", "fall 2027 relative"]],
    ["fall 2019 to spring 2020", ["fall 2019 > spring 2020"]],
    ["between spring 2020 and fall 2021", ["spring 2020 > fall 2021"]],
    ["by how many did grants fall from 2019 to 2020", ["2019 > 2020"]],
    ["did grants fall 2019 to 2020, or fall 2019-2020", ["2019 > 2020", "2019 > 2020"]],
    ["did they fall between 2019 and 2020", ["2019 > 2020"]],
    ["grants fall in 2020", ["2020"]],
    ["the fall in 2020, a fall in 2020", ["2020", "2020"]],
    ["did arrests fall in fiscal 2024", ["FY2024 fiscal"]],
    ["did it fall last year", ["2025 relative"]],
    ["how far did it fall by 2020", ["2020"]],
    ["arrests spring from 2019", ["2019"]],
    ["they march in 2024, they may in 2024", ["2024", "2024"]],
    ["in march in 2024, march of 2024", ["March 2024", "March 2024"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a rate is no stretch, and its bound is read by itself", () => {
  test.each([
    ["fell to 3,200 a day after the order", ["since the order: 2024-06-05"]],
    ["3,200 per day after the order", ["since the order: 2024-06-05"]],
    ["two a day after the order", ["since the order: 2024-06-05"]],
    ["42k a month after the order", ["since the order: 2024-06-05"]],
    ["2000 a day after the order", ["since the order: 2024-06-05"]],
    ["2,500 border crossings a day after the order", ["since the order: 2024-06-05"]],
    ["per day after the order, each day after the order", Array(2).fill("since the order: 2024-06-05")],
    ["3,300 a day since the order", ["since the order: 2024-06-05"]],
    ["3,300 a day since", []],
    ["100 a week before the order", ["before the order: 2024-06-04"]],
    ["3,200 a day before 2024", ["before 2024: 2023-12-31"]],
    ["3,200 a day in the two weeks before the order", ["the order: 2024-05-22 to 2024-06-04"]],
    ["the day after the order", ["the order: 2024-06-05 to 2024-06-05"]],
    ["a week before the order", ["the order: 2024-05-29 to 2024-06-04"]],
    ["was it a month after the order", ["the order: 2024-06-05 to 2024-07-04"]],
    ["in 2024 a week after the order", ["2024", "the order: 2024-06-05 to 2024-06-11"]],
    ["113,431 a year earlier, 113,431 a year before?", ["year -1", "year -1"]],
    ["3,200 a month ago", ["October 2026 relative"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a stretch set against a bound is counted back from it", () => {
  test.each([
    ["after the order compared with the two weeks before", "week -2"],
    ["after the order vs the 2 weeks before?", "week -2"],
    ["after the order versus the week before", "week -1"],
    ["after the order, and the 14 days before", "day -14"],
    ["after the order vs the month before", "month -1"],
    ["after the order against the previous two weeks", "week -2"],
    ["after the order vs the prior 14 days", "day -14"],
  ])("%s", (text, shift) => {
    expect(read(text)).toEqual(["since the order: 2024-06-05", shift]);
  });

  test("with nothing to set it against, it ends today", () => {
    expect(read("in the previous two weeks")).toEqual(["the past 2 weeks relative"]);
  });
});

describe("years are paired and cut in many ways", () => {
  test.each([
    ["FY 2023-24, fiscal 2023-2024, between FY23 and FY24", Array(3).fill("FY2023 > FY2024 fiscal")],
    ["FY2023/24, FY23/24, fiscal 2023/2024", Array(3).fill("FY2023 > FY2024 fiscal")],
    ["2023/24, 2023/2024", ["2023 > 2024", "2023 > 2024"]],
    ["2019/24", ["2019"]],
    ["FY23 vs FY24, FY23 v. FY24", ["FY2023", "FY2024", "FY2023", "FY2024"].map((year) => `${year} fiscal`)],
    ["2022→2023, 2022 -> 2023, 2022=>2023", Array(3).fill("2022 > 2023")],
    ["FY22→FY23", ["FY2022 > FY2023 fiscal"]],
    ["2022 > 2023", ["2022", "2023"]],
    ["2022 and 2023 each, 2022 vs. 2023", ["2022", "2023", "2022", "2023"]],
    ["from '14 to '24, 2014 thru 2024", ["2014 > 2024", "2014 > 2024"]],
    ["in the years 2015, 2016 and 2017", ["2015", "2016", "2017"]],
    ["2014 through April 2024", ["2014 > April 2024"]],
    ["since the start of 2022", ["since the start of 2022: 2022-01-01"]],
    ["as of the end of 2020, end-2020, end-of-2020", Array(3).fill("the end of 2020")],
    ["year-end 2020, by year's end 2020", ["the end of 2020", "the end of 2020"]],
    ["end-FY2024", ["the end of FY2024 fiscal"]],
    ["does it end in 2020, did it end 2020", ["2020", "2020"]],
    ["the last full fiscal year, the last complete fiscal year", Array(2).fill("FY2026 fiscal relative")],
    ["last full year", ["2025 relative"]],
    ["the most recent full fiscal year, the latest full year", ["latest", "latest"]],
    ["for the whole of 2023, the full year 2023", ["2023", "2023"]],
    ["the full year before", ["year -1"]],
    ["calendar-year 2024, CY24, Jan-Dec 2024", Array(3).fill("2024 calendar")],
    ["Oct 2023 - Sept 2024, the 12 months to September 2024", ["FY2024 fiscal", "FY2024 fiscal"]],
    ["the 3 months through June 2024", ["April 2024 > June 2024"]],
    ["Feb '25, 2/2025, 02-2025", Array(3).fill("February 2025")],
    ["14-2024, 5-2025", ["2024", "2025"]],
    ["in 2014, 15 and 16", ["2014", "2015", "2016"]],
    ["in 2014 15 people", ["2014"]],
    ["this time last year, at this time two years ago", ["November 2025 relative", "November 2024 relative"]],
    ["this period 2024", ["2024"]],
    ["at this time, nowadays, to this day", ["now", "now", "now"]],
    ["in 2024 so far", ["2024 so far unstated ?-?"]],
    ["the last month of FY2024, the last day of 2024", ["September 2024", "December 31, 2024"]],
    ["the last quarter of 2024", ["the last quarter of 2024"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what only looks like a period is none", () => {
  test.each([
    "how many may stay",
    "you may",
    "May I ask",
    "hi, May I ask",
    "it may be",
    "they march",
    "people march to the border",
    "may second that",
    "the second one",
    "on sat and sun",
    "one",
    "over 65",
    "under 18",
    "24/7",
    "9/11",
    "since 9/11",
    "a quarter of the docket",
    "the last quarter of the docket",
    "the last one",
    "top 10",
    "then what",
    "in recent months",
    "complete figures",
    "in the end",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("what it stands beside is read", () => {
    expect(read("you may, in May 2024")).toEqual(["May 2024"]);
    expect(read("a quarter of the docket in 2024")).toEqual(["2024"]);
    expect(read("9/11/2001")).toEqual(["September 11, 2001"]);
  });
});

describe("numbers that are amounts are no years", () => {
  test.each([
    "2,500 per day",
    "of the 42,000",
    "$2019",
    "2019%",
    "2019 percent",
    "2019 million",
    "2019.5",
    "2000 a day",
    "2000 per day",
    "x2023",
    "#2023",
    "2023k",
    "the 6pm bulletin",
    "24/7",
    "population",
    "",
  ])("%j", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("where it was read", () => {
  test.each([
    ["and since “FY24” thru april, please", ["FY24"]],
    ["the full twelve months of FY2024?", ["full twelve months of FY2024"]],
    ["  in  Feb   2025.", ["Feb   2025"]],
    ["ice ARRESTS FEB 2025", ["FEB 2025"]],
  ])("%s", (text, expected) => {
    const mentions = find(text);
    expect(mentions.map((mention) => mention.text).slice(0, 1)).toEqual(expected);
    for (const { at, text: found } of mentions) expect(text.slice(...at)).toBe(found);
  });

  test("mentions stand in order and never overlap", () => {
    const text =
      "since 2019, in FY24 thru april, two weeks before the June 5 order, last year and the year before";
    const spans = find(text).map(({ at }) => at);
    expect(spans.length).toBeGreaterThan(3);
    for (const [index, [start]] of spans.entries()) {
      expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
    }
  });
});

describe("the time of reading grows with the text", () => {
  test.each([
    "word ",
    "1",
    "14 ",
    "1,",
    "2024-",
    "the ",
    "June 5 ",
    "the order June 5 ",
    "2014 to ",
    "last four ",
    "- ",
  ])("ten times as many of %j take about ten times as long", (part) => {
    expect(growthOf(part, find)).toBeLessThan(EVEN);
  });
});
