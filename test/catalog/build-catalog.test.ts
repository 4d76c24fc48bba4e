import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../src/catalog/build-catalog.ts";
import type { Entry, PackTables } from "../../src/catalog/pack-tables.ts";
import { ROW_SCHEMAS, type RowOf } from "../../src/catalog/row-schemas.ts";

const none = {
  sources: [],
  measures: [],
  members: [],
  names: [],
  terms: [],
  periods: [],
  figures: [],
  preferences: [],
  uncited: [],
};

const entry = (line: number, row: RowOf<"measures">): Entry<"measures"> => ({
  pack: "boats",
  table: "measures",
  line,
  read: row,
  row,
});

const boats = (measures: readonly Entry<"measures">[]): PackTables => ({
  pack: "boats",
  title: "Boats",
  fiscalYearStartMonth: null,
  scope: [],
  tables: { ...none, measures },
});

const row = ROW_SCHEMAS.measures.parse({
  id: "boats-seen",
  name: "boats seen",
  measured_property: "count",
  population: "boats",
  unit: "boats",
  definition: "Boats that were seen.",
  kind_of_time: "flow",
  stat_type: "value",
  base_measure: "",
  members: "",
  not_to_be_confused_with: "",
});

describe("the catalog", () => {
  test("of no packs holds nothing", () => {
    expect(buildCatalog([])).toMatchObject({ ok: true, catalog: { packs: [], fiscalYearStartMonth: 10 } });
  });

  test("has a measure that no figure counts yet", () => {
    const built = buildCatalog([boats([entry(2, row)])]);
    expect(built.ok && [...built.catalog.measures.keys()]).toEqual(["boats-seen"]);
    expect(built.ok && built.catalog.figures.of("boats-seen").toArray()).toEqual([]);
  });

  test("says in which table and line a fault is", () => {
    const confused = { ...row, not_to_be_confused_with: ["boats-seen", "boats-lost"] };
    expect(buildCatalog([boats([entry(7, confused)])])).toEqual({
      ok: false,
      faults: [
        {
          pack: "boats",
          table: "measures",
          line: 7,
          field: "not_to_be_confused_with",
          found: "boats-seen",
          expected: "other measures",
        },
        {
          pack: "boats",
          table: "measures",
          line: 7,
          field: "not_to_be_confused_with",
          found: "boats-lost",
          expected: "the id of a measure in measures.csv",
        },
      ],
    });
  });

  test("does not change what it was given", () => {
    const packs = Object.freeze([boats(Object.freeze([entry(2, Object.freeze(row))]))]);
    expect(() => buildCatalog(packs)).not.toThrow();
  });
});
