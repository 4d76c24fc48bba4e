import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { loadPacks } from "../../src/packs/load-packs.ts";
import { describeProblem } from "../../src/packs/problem.ts";
import { dataFolder, type Edits, readFixtureNumber, swap } from "./pack-folder.ts";

const load = (packs: Readonly<Record<string, Edits>>): Catalog => {
  const loaded = loadPacks(dataFolder(packs), readFixtureNumber);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
  return loaded.catalog;
};

/** Each problem as it is shown, without the folder that the test made up. */
const problemsOf = (packs: Readonly<Record<string, Edits>>): readonly string[] => {
  const folder = dataFolder(packs);
  const loaded = loadPacks(folder, readFixtureNumber);
  if (loaded.ok) return [];
  return loaded.problems.map((problem) => describeProblem(problem).replace(`${relative("", folder)}/`, ""));
};

describe("a pack that is whole", () => {
  test("is held with its sources, measures, members, periods and figures", () => {
    const catalog = load({ bridges: {} });
    expect(catalog.packs).toEqual([
      { name: "bridges", title: "Bridges, an invented subject for tests", scope: [] },
    ]);
    expect([...catalog.sources.keys()]).toEqual(["harbour-survey", "river-report"]);
    expect(catalog.sources.get("river-report")?.published).toEqual({ date: null, basis: "unknown" });
    expect(catalog.measures.get("crossings-decline")).toMatchObject({
      baseMeasure: "bridge-crossings",
      statType: "percent_decrease",
      timeKind: "flow",
    });
    expect(catalog.members.get("bridge=old")).toEqual({
      id: "bridge=old",
      pack: "bridges",
      dimension: "bridge",
      name: "Old Bridge",
      aggregate: false,
    });
    expect(catalog.names).toContainEqual({ id: "bridge=old", name: "the stone one" });
    expect(catalog.terms).toContainEqual({ term: "lorries", means: "vehicles" });
    expect(catalog.periods.at(1)).toEqual({
      id: "mayor-two",
      name: "second mayor",
      period: { label: "second mayor", start: "2020-01-01", end: null },
    });
    expect(catalog.fiscalYearStartMonth).toBe(7);
  });

  test("gives each figure with its provenance", () => {
    expect(load({ bridges: {} }).figures.get("crossings-2023")).toEqual({
      id: "crossings-2023",
      pack: "bridges",
      measure: "bridge-crossings",
      members: [],
      value: 3_800_000,
      valueMax: null,
      qualifier: "exact",
      timePeriod: { label: "2023", start: "2023-01-01", end: "2023-12-31" },
      periodBasis: "printed",
      kind: "actual",
      provenance: {
        source: "harbour-survey",
        paragraph: 2,
        asPrinted: "3,800,000",
        attribution: "Harbour Authority",
      },
      caveats: ["Counted by hand."],
      status: "current",
      supersedes: null,
      derivedFrom: [],
    });
  });

  test("does not tell figures that are withdrawn or superseded", () => {
    const { figures } = load({ bridges: {} });
    expect(figures.get("money-gone")).toBeUndefined();
    expect(figures.get("open-first")).toBeUndefined();
    expect([...figures.of("bridges-open")].map(({ id }) => id)).toEqual(["open-then"]);
    expect([...figures.of("repair-money")].map(({ id }) => id)).toEqual(["money-2024"]);
  });

  test("may leave out the tables that are optional", () => {
    const gone = () => null;
    const unlist = (text: string) => {
      const descriptor = JSON.parse(text);
      const kept = ["sources", "measures", "members", "figures"];
      return JSON.stringify({
        name: descriptor.name,
        resources: descriptor.resources.filter(({ name }: { name: string }) => kept.includes(name)),
      });
    };
    const catalog = load({
      bridges: {
        "names.csv": gone,
        "terms.csv": gone,
        "periods.csv": gone,
        "uncited.csv": gone,
        "datapackage.json": unlist,
      },
    });
    expect(catalog.names).toEqual([]);
    expect(catalog.packs).toEqual([{ name: "bridges", title: "bridges", scope: [] }]);
    expect(catalog.fiscalYearStartMonth).toBe(10);
  });

  test("may be saved by a spreadsheet: byte order mark, CRLF, empty rows at the end", () => {
    const saved = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")},,,\r\n\r\n`;
    expect(load({ bridges: { "periods.csv": saved } }).periods).toHaveLength(2);
  });
});

describe("one thing wrong", () => {
  test.each<readonly [what: string, file: string, edit: (text: string) => string | null, problem: string]>([
    [
      "an impossible day",
      "figures.csv",
      swap("2022-12-31", "2022-02-30"),
      'bridges/figures.csv, row 2, period_end: found "2022-02-30", expected a real day such as 2024-09-30',
    ],
    [
      "a period that ends before it starts",
      "figures.csv",
      swap("2023-01-01,2023-12-31", "2023-12-31,2023-01-01"),
      'bridges/figures.csv, row 4, period_end: found "2023-01-01", expected a day not before period_start, 2023-12-31',
    ],
    [
      "a named period that ends before it starts",
      "periods.csv",
      swap("2019-12-31", "2015-12-31"),
      'bridges/periods.csv, row 2, end: found "2015-12-31", expected a day not before its start, 2016-01-01',
    ],
    [
      "a value with separators",
      "figures.csv",
      swap(",3800000,", ',"3,800,000",'),
      'bridges/figures.csv, row 4, value: found "3,800,000", expected a plain number such as 113431 or 0.5',
    ],
    [
      "a value that is not the one printed",
      "figures.csv",
      swap(",3800000,", ",3800001,"),
      'bridges/figures.csv, row 4, as_printed: found "3,800,000", expected a number that reads as value, 3800001: it reads as 3800000',
    ],
    [
      "the upper end of a range left out",
      "figures.csv",
      swap("6,7,about", "6,,about"),
      'bridges/figures.csv, row 6, as_printed: found "six or seven", expected a number that reads as value_max, none: it reads as 6 to 7',
    ],
    [
      "a printed number that no one can read",
      "figures.csv",
      swap("50%", "by half or so"),
      'bridges/figures.csv, row 5, as_printed: found "by half or so", expected a number that reads as 50',
    ],
    [
      "money counted in crossings",
      "figures.csv",
      swap("money-2024,repair-money", "money-2024,bridge-crossings"),
      'bridges/figures.csv, row 9, as_printed: found "$175 million", expected a number in the measure\'s unit, crossings: it reads as usd',
    ],
    [
      "a qualifier that there is not",
      "figures.csv",
      swap("more_than", "over"),
      'bridges/figures.csv, row 2, qualifier: found "over", expected one of exact, about, more_than, at_least, fewer_than, at_most, nearly, up_to',
    ],
    [
      "a paragraph 0",
      "figures.csv",
      swap("harbour-survey,1,", "harbour-survey,0,"),
      'bridges/figures.csv, row 2, paragraph: found "0", expected a whole number from 1',
    ],
    [
      "an empty cell that is required",
      "sources.csv",
      swap("The Harbour Post", ""),
      'bridges/sources.csv, row 2, outlet: found "", expected a value: this cell may not be empty',
    ],
    [
      "a publication day that is missing though it is said to be printed",
      "sources.csv",
      swap("2024-03-01", ""),
      'bridges/sources.csv, row 2, published: found "", expected a day, or "unknown" as published_basis',
    ],
    [
      "a publication day whose basis is unknown",
      "sources.csv",
      swap("2024-03-01,printed", "2024-03-01,unknown"),
      'bridges/sources.csv, row 2, published_basis: found "unknown", expected printed or inferred, as a day is given, or no day',
    ],
    [
      "an archive file outside the archive folder",
      "sources.csv",
      swap("bridges.txt", "../bridges.txt"),
      'bridges/sources.csv, row 2, archive: found "../bridges.txt", expected a file\'s name, without folders',
    ],
    [
      "a link that is no web address",
      "sources.csv",
      swap("https://example.org/bridges", "javascript:alert(1)"),
      'bridges/sources.csv, row 2, url: found "javascript:alert(1)", expected a web address such as https://example.org/page',
    ],
    [
      "a figure of an unknown measure",
      "figures.csv",
      swap("crossings-2022,bridge-crossings", "crossings-2022,bridge-crossing"),
      'bridges/figures.csv, row 2, measure: found "bridge-crossing", expected the id of a measure in measures.csv',
    ],
    [
      "a figure of an unknown source",
      "figures.csv",
      swap("printed,actual,harbour-survey,2", "printed,actual,harbor-survey,2"),
      'bridges/figures.csv, row 4, source: found "harbor-survey", expected the id of a source in sources.csv',
    ],
    [
      "a figure of an unknown member",
      "figures.csv",
      swap("bridge=old", "bridge=lost"),
      'bridges/figures.csv, row 6, members: found "bridge=lost", expected a member of members.csv, written dimension=id',
    ],
    [
      "a member without its dimension",
      "figures.csv",
      swap("bridge=old", "old"),
      'bridges/figures.csv, row 6, members: found "old", expected member keys such as "dimension=id", with "; " between two',
    ],
    [
      "two members of one dimension",
      "figures.csv",
      swap("bridge=old", "bridge=old; bridge=new"),
      'bridges/figures.csv, row 6, members: found "bridge=old", expected one member of a dimension, beside bridge=new',
    ],
    [
      "a member that contradicts the measure's own",
      "figures.csv",
      swap("open-then,bridges-open,,", "open-then,bridges-open,authority=rivers,"),
      'bridges/figures.csv, row 8, members: found "authority=rivers", expected one member of a dimension, beside authority=harbour',
    ],
    [
      "an unknown base measure",
      "measures.csv",
      swap("percent_decrease,bridge-crossings", "percent_decrease,crossings"),
      'bridges/measures.csv, row 4, base_measure: found "crossings", expected the id of a measure in measures.csv',
    ],
    [
      "a plain value with a base measure",
      "measures.csv",
      swap("stock,value,,", "stock,value,bridge-crossings,"),
      'bridges/measures.csv, row 3, base_measure: found "bridge-crossings", expected no base measure for a plain value',
    ],
    [
      "confusion with an unknown measure",
      "measures.csv",
      swap(",,bridges-open\n", ",,bridges-shut\n"),
      'bridges/measures.csv, row 2, not_to_be_confused_with: found "bridges-shut", expected the id of a measure in measures.csv',
    ],
    [
      "a name for nothing",
      "names.csv",
      swap("bridge=old", "bridge=lost"),
      'bridges/names.csv, row 5, id: found "bridge=lost", expected the id of a measure, a period or a source, or a member\'s "dimension=id"',
    ],
    [
      "a name that two measures claim, spelled a little differently",
      "names.csv",
      swap("working bridges", "Cars  over-the bridges"),
      'bridges/names.csv, row 4, name: found "Cars  over-the bridges", expected a name that no other claims: it stands for bridge-crossings in bridges/names.csv, row 2',
    ],
    [
      "a name that is another measure's own",
      "names.csv",
      swap("working bridges", "Repair money"),
      'bridges/names.csv, row 4, name: found "Repair money", expected a name that no other claims: it stands for repair-money in bridges/measures.csv, row 5',
    ],
    [
      "a term that means two things",
      "terms.csv",
      swap("trucks,vehicles", "Lorries,wagons"),
      'bridges/terms.csv, row 3, term: found "Lorries", expected one meaning for one term: it stands for vehicles in bridges/terms.csv, row 2',
    ],
    [
      "an id that is given twice",
      "figures.csv",
      swap("crossings-2022-again", "crossings-2022"),
      'bridges/figures.csv, row 3, id: found "crossings-2022", expected an id of its own: it stands in bridges/figures.csv, row 2',
    ],
    [
      "an id with a space",
      "figures.csv",
      swap("old-bridge-2023", "old bridge 2023"),
      'bridges/figures.csv, row 6, id: found "old bridge 2023", expected an id: letters, digits and hyphens, no space, ";" or "="',
    ],
    [
      "a figure that rests on one that is withdrawn",
      "figures.csv",
      swap("crossings-2022; crossings-2023", "money-gone"),
      'bridges/figures.csv, row 5, derived_from: found "money-gone", expected figures that may still be told: it is withdrawn',
    ],
    [
      "a figure that rests on one that is superseded",
      "figures.csv",
      swap("crossings-2022; crossings-2023", "open-first; crossings-2023"),
      'bridges/figures.csv, row 5, derived_from: found "open-first", expected figures that may still be told: it is superseded by open-then',
    ],
    [
      "a figure that rests on one that was never held",
      "figures.csv",
      swap("crossings-2022; crossings-2023", "crossings-2022; crossings-1950"),
      'bridges/figures.csv, row 5, derived_from: found "crossings-1950", expected the id of a figure in figures.csv',
    ],
    [
      "a figure that supersedes one that was never held",
      "figures.csv",
      swap("current,open-first,", "current,open-zero,"),
      'bridges/figures.csv, row 8, supersedes: found "open-zero", expected the id of a figure in figures.csv',
    ],
    [
      "a remark on a source that there is not",
      "uncited.csv",
      swap("harbour-survey,4", "harbour,4"),
      'bridges/uncited.csv, row 4, source: found "harbour", expected the id of a source in sources.csv',
    ],
    [
      "a row with a comma too many",
      "terms.csv",
      swap("trucks,vehicles", "trucks,vehicles,wheels"),
      'bridges/terms.csv, row 3: found "Invalid Record Length: columns length is 2, got 3 on line 3", expected as many cells as the header has, and quotes around a cell with a comma in it',
    ],
    [
      "a month that there is not",
      "datapackage.json",
      swap('"fiscalYearStartMonth": 7', '"fiscalYearStartMonth": 13'),
      'bridges/datapackage.json, nutgraf.fiscalYearStartMonth: found "13", expected a month, 1 to 12',
    ],
    [
      "a table that the descriptor does not list",
      "datapackage.json",
      swap('"path": "terms.csv"', '"path": "figures.csv"'),
      "bridges/datapackage.json, resources: expected a resource with the path terms.csv",
    ],
    [
      "a table that the descriptor lists and that is gone",
      "terms.csv",
      () => null,
      'bridges/datapackage.json, resources: found "terms.csv", expected resources whose files exist',
    ],
  ])("%s is the one problem shown", (_what, ...[file, edit, problem]) => {
    expect(problemsOf({ bridges: { [file]: edit } })).toEqual([problem]);
  });
});

describe("several things wrong", () => {
  test("are all shown, also in one row and over several files", () => {
    const problems = problemsOf({
      bridges: {
        "figures.csv": (text) =>
          swap(
            "3800000,,exact,2023,2023-01-01,2023-12-31",
            "3800001,,xact,2023,2023-13-01,2023-12-31",
          )(swap("7600000,,more_than", "7600000,7000000,more_than")(text)),
        "terms.csv": swap("term,means", "term,sense"),
        "sources.csv": swap("news_report", "rumour"),
      },
    });
    expect(problems).toEqual([
      'bridges/sources.csv, row 2, kind: found "rumour", expected one of news_report, official_report, dataset',
      "bridges/terms.csv, row 1, means: expected a column of this name",
      'bridges/terms.csv, row 1, sense: found "sense", expected only the columns term, means',
      'bridges/figures.csv, row 4, period_start: found "2023-13-01", expected a real day such as 2024-09-30',
      'bridges/figures.csv, row 4, qualifier: found "xact", expected one of exact, about, more_than, at_least, fewer_than, at_most, nearly, up_to',
      'bridges/figures.csv, row 2, value_max: found "7000000", expected more than value, 7600000, or empty',
      'bridges/figures.csv, row 2, as_printed: found "7.6 million", expected a number that reads as value_max, 7000000: it reads as 7600000',
      'bridges/figures.csv, row 4, as_printed: found "3,800,000", expected a number that reads as value, 3800001: it reads as 3800000',
    ]);
  });

  test.each<readonly [file: string, edit: (text: string) => string | null, problems: readonly string[]]>([
    [
      "measures.csv",
      () => null,
      [
        'bridges/datapackage.json, resources: found "measures.csv", expected resources whose files exist',
        "bridges/measures.csv: expected this file: a pack has sources.csv, measures.csv, figures.csv",
      ],
    ],
    [
      "sources.csv",
      () => "",
      ['bridges/sources.csv: found "an empty file", expected a readable CSV file with a header line'],
    ],
    [
      "sources.csv",
      swap("Ann Lee", 'Ann "Lee'),
      [
        'bridges/sources.csv: found "Invalid Opening Quote: a quote is found on field \\"byline\\" at line 2, value is \\"Ann \\"", expected a readable CSV file with a header line',
      ],
    ],
  ])("a %s that cannot be read does not make each reference into it look broken", (file, edit, problems) => {
    expect(problemsOf({ bridges: { [file]: edit } })).toEqual(problems);
  });

  test("a bad cell does not make the references to its row look broken", () => {
    expect(problemsOf({ bridges: { "measures.csv": swap("flow,value", "stream,value") } })).toEqual([
      'bridges/measures.csv, row 2, kind_of_time: found "stream", expected one of stock, flow, rule',
    ]);
  });

  test("a file that was not saved as UTF-8 is told so, cell by cell", () => {
    expect(problemsOf({ bridges: { "sources.csv": swap("Ann Lee", "Ren\uFFFDe Lee") } })).toEqual([
      'bridges/sources.csv, row 2, byline: found "Ren\uFFFDe Lee", expected text saved as UTF-8',
    ]);
  });

  test("figures that supersede each other are told so", () => {
    const circle = swap("12,,,corrected,,", "12,,,corrected,open-then,");
    expect(problemsOf({ bridges: { "figures.csv": circle } })).toEqual([
      'bridges/figures.csv, row 7, supersedes: found "open-then", expected an older figure: these supersede each other',
      'bridges/figures.csv, row 8, supersedes: found "open-first", expected an older figure: these supersede each other',
    ]);
  });

  test("a figure that is superseded twice is told so", () => {
    const twice = swap("50%,,,current,,", "50%,,,current,open-first,");
    expect(problemsOf({ bridges: { "figures.csv": twice } })).toEqual([
      'bridges/figures.csv, row 8, supersedes: found "open-first", expected a figure that is superseded once: crossings-drop supersedes it too',
    ]);
  });
});

describe("several packs", () => {
  test("are held as one, and may know the same members", () => {
    const renamed: Edits = {
      "sources.csv": (text) =>
        text.replaceAll("survey", "survey-two").replaceAll("river-report,", "river-report-two,"),
      "measures.csv": (text) =>
        text
          .replaceAll(/bridge-crossings|bridges-open|crossings-decline|repair-money/g, "$&-two")
          .replaceAll(/,(bridge crossings|open bridges|decline in crossings|repair money),/g, ",two $1,"),
      "names.csv": () => "id,name\nbridge=old,the stone one\n",
      "periods.csv": () => "id,name,start,end\nmayor-three,third mayor,2024-01-01,\n",
      "figures.csv": () =>
        `id,measure,members,value,value_max,qualifier,period_label,period_start,period_end,period_basis,kind,source,paragraph,as_printed,attribution,caveat,status,supersedes,derived_from
open-two,bridges-open-two,,13,,exact,2021,2021-01-01,2021-12-31,printed,actual,harbour-survey-two,4,13,,,current,,open-then
`,
      "uncited.csv": () => "source,paragraph,as_printed,reason\n",
    };
    const catalog = load({ bridges: {}, rivers: renamed });
    expect(catalog.packs.map(({ name }) => name)).toEqual(["bridges", "rivers"]);
    expect(catalog.members.size).toBe(4);
    expect(catalog.members.get("bridge=old")?.pack).toBe("bridges");
    expect(catalog.figures.get("open-two")?.pack).toBe("rivers");
  });

  test("may not claim the same ids", () => {
    const problems = problemsOf({ bridges: {}, copy: {} });
    expect(problems).toContain(
      'copy/figures.csv, row 2, id: found "crossings-2022", expected an id of its own: it stands in bridges/figures.csv, row 2',
    );
    expect(problems).toContain(
      'copy/sources.csv, row 2, id: found "harbour-survey", expected an id of its own: it stands in bridges/sources.csv, row 2',
    );
    expect(problems.filter((problem) => problem.includes("members.csv"))).toEqual([]);
  });

  test("may not count fiscal years in two ways", () => {
    const problems = problemsOf({
      bridges: {},
      copy: { "datapackage.json": swap('"fiscalYearStartMonth": 7', '"fiscalYearStartMonth": 4') },
    });
    expect(problems).toContain(
      'copy/datapackage.json, nutgraf.fiscalYearStartMonth: found "4", expected 7, as the pack bridges has it: one desk counts one kind of fiscal year',
    );
  });
});

test.each([
  ["a folder that is not there", "no-such-folder", "no-such-folder: expected a folder with data packages"],
  [
    "a folder without packs",
    "src/packs",
    "src/packs: expected at least one folder with a datapackage.json in it",
  ],
])("%s is a problem, not an empty desk", (_what, folder, problem) => {
  const loaded = loadPacks(folder, readFixtureNumber);
  expect(loaded.ok ? [] : loaded.problems.map(describeProblem)).toEqual([problem]);
});
