import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";

// Milliseconds. Processes and packs are started here, which take their time on a machine that does other things.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = join(import.meta.dirname, "..", "..", "..");
const CLI = join(ROOT, "adapters", "terminal", "data-cli.ts");

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the command as npm does, in the repository and with no variables but those that it is given. */
const run = async (
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> => {
  const options = { cwd: ROOT, env: variables };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [CLI, ...words], options)) };
  } catch (error) {
    if (error instanceof Error && "code" in error && "stdout" in error && "stderr" in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    }
    throw error;
  }
};

test("validate looks at ./data where nothing else is said, and ends with the counts", async () => {
  const { code, stdout, stderr } = await run(["validate"]);
  expect(stdout).toMatch(/^\d+ packs?, \d+ sources, \d+ measures, \d+ figures: no problems\n$/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("validate ends with 1 where the data is wrong", async () => {
  const { code, stdout } = await run(["validate"], { DATA_DIR: join(ROOT, "test", "packs") });
  expect(code).toBe(1);
  expect(stdout).toContain("test/packs/english/numbers.csv");
});

test("verify ends with 1 where receipts cannot stand", async () => {
  const { code, stdout } = await run(["verify", "--archive", "test/fixtures/bridges-archive"]);
  expect(code).toBe(1);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
    /^0 receipts right, 0 wrong; .* missing from the archive; /,
  );
});

const HARVEST = join("test", "fixtures", "datasets", "harvest");

test("import shows what it would do, and writes nothing without a yes", async () => {
  const into = mkdtempSync(join(tmpdir(), "data-cli-"));
  onTestFinished(() => rmSync(into, { recursive: true, force: true }));
  const { code, stdout, stderr } = await run(["import", HARVEST, "--into", into]);
  expect(code).toBe(1);
  expect(stdout).toContain("  Region: dimension region\n");
  expect(stderr).toBe("nothing is written without --yes where nobody can be asked\n");
  expect(readdirSync(into)).toEqual([]);
});

test("import --yes writes the pack, and says where", async () => {
  const into = mkdtempSync(join(tmpdir(), "data-cli-"));
  onTestFinished(() => rmSync(into, { recursive: true, force: true }));
  const { code, stdout, stderr } = await run(["import", HARVEST, "--into", into, "--yes"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.trimEnd().split("\n").at(-1)).toBe(`written: ${join(into, "apple-harvest")}`);
  expect(readdirSync(into)).toEqual(["apple-harvest"]);
});

test("import of what is no package ends with 1 and says why", async () => {
  const { code, stdout, stderr } = await run(["import", "nowhere"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    "nowhere: expected a folder with a datapackage.json, that file itself, or a CSV file\n",
  );
});

test.each<readonly [words: string, stderr: string]>([
  ["", "a command is missing: validate, verify --archive DIR, or import PATH\n"],
  ["chekc", "unknown command 'chekc'\n"],
  ["import", "missing required argument 'path'\n"],
  ["verify", "verify needs the articles' texts: --archive DIR, or ARCHIVE_DIR\n"],
  ["verify --archive nowhere", '--archive: found "nowhere", expected a folder that exists\n'],
  ["validate --data nowhere", '--data: found "nowhere", expected a folder that exists\n'],
  ["validate --data package.json", '--data: found "package.json", expected a folder that exists\n'],
])("data %s ends with 2 and one line that says why", async (words, stderr) => {
  expect(await run(words.split(" ").filter((word) => word !== ""))).toEqual({ code: 2, stdout: "", stderr });
});
