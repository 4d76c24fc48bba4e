import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { DATASETS, deskOver, emptyDataFolder, importInto, told } from "./import-into.ts";

const folders: ReturnType<typeof emptyDataFolder>[] = [];
afterAll(() => {
  for (const { remove } of folders) remove();
});

const deskWith = (path: string) => {
  const folder = emptyDataFolder();
  folders.push(folder);
  const { ok, lines } = importInto(folder.data, join(DATASETS, path));
  if (!ok) throw new Error(lines.join("\n"));
  return { desk: deskOver(folder.data), lines };
};

type Asked = readonly [question: string, value: number, unit: string];

describe("a long table of indicators with units", () => {
  const { desk, lines } = deskWith("indicators");

  test.each<Asked>([
    ["life expectancy in Norway in 2016", 82.4, "years"],
    ["What was the unemployment rate in the UK in 2015?", 5.3, "percent"],
    ["fish landings of South Korea in 2016", 1_400_000, "tonnes"],
    ["world fish landings 2015", 92_600_000, "tonnes"],
    ["Which country had the highest life expectancy in 2015?", 82.3, "years"],
  ])("%s: %d %s", (question, value, unit) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
  });

  test("cites the row's line and the number as it is printed, with its scale", () => {
    expect(told(desk, "fish landings of South Korea in 2016")).toMatchObject({
      line: 11,
      asPrinted: "1.4 million",
    });
  });

  test.each([
    "unemployment rate in Norway 2016",
    "life expectancy in France in 2015",
    "unemployment rate in the world in 2015",
  ])("%s is not held", (question) => {
    expect(told(desk, question).status).toBe("not_found");
  });

  test("says what became of each column, and which row had no value", () => {
    expect(lines).toEqual([
      "coastal-indicators: Indicators of coastal countries",
      "data/indicators.csv: 22 rows",
      "  Country: dimension country",
      "  ISO3: other names of Country",
      "  Indicator: what is measured",
      "  Year: the period",
      "  Value: numbers",
      "  Unit: units",
      "  Notes: left out: it holds notes",
      "measures",
      "  Life expectancy at birth (coastal-indicators.life-expectancy-at-birth): in years; stock",
      "  Fish landings (coastal-indicators.fish-landings): in tonnes, printed in millions; flow",
      "  Unemployment rate (coastal-indicators.unemployment-rate): in percent; stock",
      "dimensions",
      "  country: 4 members, 1 of them aggregates",
      "left out",
      "  indicators: no value in Value, row 7",
      "21 figures, 3 measures",
    ]);
  });
});

describe("a wide table of months, one column a measure", () => {
  const { desk, lines } = deskWith("weather");

  test.each<Asked>([
    ["average temperature at North Pier in March 2021", 3.2, "degrees Celsius"],
    ["precipitation at South Bay in June 2022", 71.5, "mm"],
    ["wind speed at Old Lighthouse in January 2022", 14.7, "km/h"],
  ])("%s: %d %s", (question, value, unit) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
  });

  test.each([
    "average temperature at North Pier in March 2023",
    "snowfall at South Bay in June 2022",
    "average temperature at East Quay in March 2021",
  ])("%s is not held", (question) => {
    expect(told(desk, question).status).toBe("not_found");
  });

  test("leaves out codes, places on a map, and a table that is not there", () => {
    expect(lines).toContain("  station_id: left out: its numbers are codes");
    expect(lines).toContain("  latitude: left out: it is a place on a map or in a list, not a figure");
    expect(lines).toContain("  stations: there is no file data/stations.csv");
  });
});

describe("a bare CSV file with years as columns", () => {
  const { desk } = deskWith("years/emissions-by-sector.csv");

  test.each<readonly [string, number]>([
    ["emissions from shipping in 2000", 14.8],
    ["aviation emissions 1995", 5],
    ["emissions in 2005", 42.9],
    ["which sector had the highest emissions in 2000", 19.8],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each(["emissions from shipping in 1992", "emissions from tourism in 2000"])(
    "%s is not held",
    (question) => {
      expect(told(desk, question).status).toBe("not_found");
    },
  );
});

describe("semicolons, decimal commas and a byte order mark", () => {
  const { desk } = deskWith("harvest");

  test.each<Asked>([
    ["apple harvest in the Upper Valley in 2020", 1234.5, "tonnes"],
    ["apple harvest 2021", 3510.75, "tonnes"],
    ["harvest in the lower valley 2022", 2502.5, "tonnes"],
    ["share of organic apples in Upper Valley 2021", 13.5, "percent"],
  ])("%s: %d %s", (question, value, unit) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
  });

  test("a cell that our own number reader would misread is cited in plain digits", () => {
    expect(told(desk, "apple harvest 2021").asPrinted).toBe("3510.75");
  });

  test("the harvest of a year whose cell is empty is not held", () => {
    expect(told(desk, "upper valley harvest 2022").status).toBe("not_found");
  });
});

describe("quarters, thousands and short codes for groups", () => {
  const { desk, lines } = deskWith("tourism");

  test.each<readonly [string, number]>([
    ["ferry passengers on the Island Line in Q1 2022", 41_000],
    ["female passengers on the Mainland Line in Q2 2022", 55_000],
    ["passengers on the mainland line in the second quarter of 2022", 105_000],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit: "passengers" });
  });

  test("a row of both sexes is the total, not a group", () => {
    expect(lines).toContain("  sex: 2 members");
  });

  test("what is on the web, or is not there, is left out by name", () => {
    expect(lines).toContain("  archive: it is not here but on the web");
    expect(lines).toContain("  route-map: there is no file data/map.geojson");
  });
});
