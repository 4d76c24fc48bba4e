import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Package } from "datapackage";
import { describe, expect, test } from "vitest";
import { dataFolder, type Edits, swap } from "./pack-folder.ts";

// Frictionless' own JavaScript library reads the packs here: that they are Data Packages is not for us to say.
// It reads from disk and asks no network.

const DATA = join(import.meta.dirname, "..", "..", "data");

type Judged = { readonly problems: readonly string[]; readonly rows: Readonly<Record<string, number>> };

const messages = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [String(error)];
  const inner: unknown = Reflect.get(error, "errors");
  return Array.isArray(inner) && inner.length > 0 ? inner.flatMap(messages) : [error.message];
};

/** What the library says against a package: its descriptor, each cell of its tables, and its foreign keys. */
const judge = async (folder: string): Promise<Judged> => {
  const loaded = await Package.load(join(folder, "datapackage.json"), { strict: false });
  const read = loaded.resources.map(async (resource) => {
    try {
      const rows = await resource.read({ keyed: true });
      await resource.checkRelations();
      return { name: resource.name, rows: rows.length, problems: resource.errors.flatMap(messages) };
    } catch (error) {
      return {
        name: resource.name,
        rows: 0,
        problems: messages(error).map((problem) => `${resource.name}: ${problem}`),
      };
    }
  });
  const resources = await Promise.all(read);
  return {
    problems: [...loaded.errors.flatMap(messages), ...resources.flatMap(({ problems }) => problems)],
    rows: Object.fromEntries(resources.map(({ name, rows }) => [name, rows])),
  };
};

describe("Frictionless' own library", () => {
  const packs = readdirSync(DATA, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("datapackage.json"))
    .map((file) => join(file, ".."));

  test("is given every pack of the repository", () => {
    expect(packs).toContain("immigration-enforcement");
  });

  test.each(packs)("finds data/%s a valid Data Package, cell by cell and key by key", async (pack) => {
    const { problems, rows } = await judge(join(DATA, pack));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject({
      sources: expect.any(Number),
      measures: expect.any(Number),
      figures: expect.any(Number),
    });
    expect(Math.min(...Object.values(rows))).toBeGreaterThan(0);
  });

  test.each<readonly [what: string, edits: Edits, problem: RegExp]>([
    [
      "a day that is none",
      { "figures.csv": swap("2022-12-31", "2022-02-30") },
      /^figures: The value "2022-02-30" in column "period_end" is not type "date"/,
    ],
    [
      "a source that is not there",
      { "uncited.csv": swap("harbour-survey,4", "harbour,4") },
      /^uncited: .*[Ff]oreign key.*"source".* violation/,
    ],
    [
      "an id that is given twice",
      { "figures.csv": swap("crossings-2022-again", "crossings-2022") },
      /^figures: .*unique constraint violation/,
    ],
    ["a descriptor without resources", { "datapackage.json": swap('"resources"', '"tables"') }, /resources/],
  ])("would see %s", async (_what, edits, problem) => {
    const { problems } = await judge(join(dataFolder({ bridges: edits }), "bridges"));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});
