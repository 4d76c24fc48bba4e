import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../../adapters/terminal/write-files.ts";
import { openTestDesk, TEST_DAY } from "../../fixtures/test-desk.ts";

const desk = openTestDesk();
const reply = (text: string) => desk.ask({ text, askedOn: TEST_DAY }, null);
const folder = mkdtempSync(join(tmpdir(), "nutgraf-files-"));
const SERIES = "asylum grants by year since 2014";

test("a series is written as a picture and as a table", async () => {
  const [chart, csv] = [join(folder, "a.png"), join(folder, "a.csv")];
  expect(await writeFiles(reply(SERIES), { chart, csv })).toEqual([]);
  expect(readFileSync(chart).toString("latin1", 1, 4)).toBe("PNG");
  expect(readFileSync(csv, "utf8").split("\n").filter(Boolean)).toHaveLength(12);
});

test("one figure has no chart, and a refusal has no figures; that is said and is no fault", async () => {
  const lookup = await writeFiles(reply("ICE arrests in FY2024"), {
    chart: join(folder, "b.png"),
    csv: null,
  });
  expect(lookup).toEqual([{ line: expect.stringContaining("--chart: nothing was drawn"), isFault: false }]);
  const refusal = await writeFiles(reply("price of milk"), { chart: null, csv: join(folder, "b.csv") });
  expect(refusal).toEqual([{ line: expect.stringContaining("--csv: nothing was written"), isFault: false }]);
});

test("a file that cannot be written is named", async () => {
  const chart = join(folder, "nowhere", "a.png");
  const [unwritten] = await writeFiles(reply(SERIES), { chart, csv: null });
  expect(unwritten?.isFault).toBe(true);
  expect(unwritten?.line).toContain("nowhere/a.png");
});
