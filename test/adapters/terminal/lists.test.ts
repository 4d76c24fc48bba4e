import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { readListsOptions } from "../../../adapters/terminal/lists-options.ts";
import { converse } from "../../../adapters/terminal/main.ts";
import { runLists } from "../../../adapters/terminal/run-lists.ts";
import { toScreen } from "../../../adapters/terminal/to-screen.ts";
import { openStore } from "../../../src/desk.ts";
import { openTestDesk, TEST_DAY } from "../../fixtures/test-desk.ts";

const desk = openTestDesk();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-lists-"));
  folders.push(folder);
  return folder;
};
const SCREEN = { width: 80, colour: false };

const openIn = (folder: string) =>
  openStore({ path: join(folder, "store.sqlite"), now: Date.now, setAside: () => undefined });

/** One sitting at the terminal; what it printed. */
const sit = async (folder: string, ...lines: readonly string[]): Promise<string> => {
  let said = "";
  const store = openIn(folder);
  await converse(desk, {
    lines: (async function* () {
      yield* lines;
    })(),
    output: new Writable({
      write: (chunk, _encoding, done) => {
        said += String(chunk);
        done();
      },
    }),
    screen: () => SCREEN,
    today: () => TEST_DAY as never,
    log: (detail) => {
      said += detail;
    },
    greets: false,
    prompt: () => undefined,
    store: () => store,
  });
  await store.close();
  return said;
};

const lists = async (folder: string, ...words: readonly string[]) => {
  const read = readListsOptions(words);
  if (read.kind !== "task") throw new Error(JSON.stringify(read));
  const store = openIn(folder);
  const shown: string[] = [];
  const complaints: string[] = [];
  const now = () => ({ day: TEST_DAY, at: "2026-11-21T12:00:00.000Z" });
  const status = await runLists(
    {
      story: { desk, store, now },
      show: async (message) => {
        shown.push(toScreen(message, SCREEN));
      },
      complain: (line) => complaints.push(line),
    },
    read.task,
  );
  await store.close();
  return { status, shown: shown.join("\n"), complaints };
};

describe("at the terminal", () => {
  test("an answer is copied, and kept on a list that the next sitting has too", async () => {
    const folder = newFolder();
    const first = await sit(folder, "copy", "ICE arrests in fiscal 2024?", "copy", "add to list Budget");
    expect(first).toContain("There is no figure there to copy.");
    expect(first).toContain("ICE arrests totaled 113,431 in fiscal year 2024, according to ICE");
    expect(first).toContain("Added to the list “Budget”, as number 1.");
    const next = await sit(
      folder,
      "list budget",
      "recheck list budget",
      "remove 1 from list budget",
      "lists",
    );
    expect(next).toContain("113,431 arrests");
    expect(next).toContain("again: 1 stands.");
    expect(next).toContain("Removed from the list “Budget”");
    expect(next).toMatch(/Budget +\d+ \w+ \d{4} +0/u);
  });

  test("what stands in a list can only be read", async () => {
    const said = await sit(newFolder(), "ICE arrests in fiscal 2024?", "add to list \u001b[2J");
    expect(said).not.toContain("\u001b");
  });
});

describe("npm run lists", () => {
  test("shows all, one, what changed, and writes the fact-check sheet", async () => {
    const folder = newFolder();
    await sit(folder, "ICE arrests in fiscal 2024?", "add to list Budget story", "add to list");
    const all = await lists(folder);
    expect(all.shown).toContain("2 lists:");
    const id = /\((?<id>[\w-]{16})\)/u.exec(all.shown)?.groups?.id ?? "";
    expect((await lists(folder, id)).shown).toContain("113,431 arrests");
    expect((await lists(folder, "budget", "story")).shown).toContain("1 figure on the list “Budget story”");
    const [csv, markdown] = [join(folder, "a.csv"), join(folder, "a.md")];
    const sheet = await lists(folder, "Budget story", "--recheck", "--csv", csv, "--markdown", markdown);
    expect([sheet.status, sheet.shown.trim()]).toEqual([
      0,
      "Checked the list “Budget story” again: 1 stands.",
    ]);
    expect(readFileSync(csv, "utf8").split("\n")[0]).toMatch(/^statement,what,figure,as printed,period,/u);
    expect(readFileSync(markdown, "utf8")).toContain("# Fact-check sheet: Budget story");
    expect((await lists(folder, "Budget story", "--remove", "1")).shown).toContain("Removed from");
    expect((await lists(folder, "Budget story")).shown).toContain("There is nothing on");
  });

  test("says which list there is not, and which file cannot be written", async () => {
    const folder = newFolder();
    const unknown = await lists(folder, "nope");
    expect([unknown.status, unknown.complaints.join()]).toEqual([
      2,
      expect.stringContaining('found "nope", expected the name or the id of a list'),
    ]);
    await sit(folder, "ICE arrests in fiscal 2024?", "add to list Budget");
    const unwritten = await lists(folder, "Budget", "--csv", join(folder, "no", "such", "a.csv"));
    expect([unwritten.status, unwritten.complaints.join()]).toEqual([
      2,
      expect.stringContaining("expected a file that can be written"),
    ]);
  });

  test.each([
    [["--recheck"], "a list is missing"],
    [["Budget", "--remove", "two"], "expected a number of the list"],
    [["Budget", "--remove", "0"], "expected a number of the list"],
    [["--nope"], "--nope"],
  ])("%j is a call that is wrong", (words, problem) => {
    expect(readListsOptions(words)).toMatchObject({
      kind: "wrong",
      problem: expect.stringContaining(problem),
    });
  });
});
