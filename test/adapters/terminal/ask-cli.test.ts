import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { contractSchema } from "../../fixtures/contract.ts";

// Milliseconds. Processes and packs are started here, which take their time on a machine that does other things.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), "ask-"));
afterAll(() => rmSync(folder, { recursive: true }));

const QUESTION = "How many people did ICE arrest in fiscal 2024?";

/** The program as it is called, with nothing in its environment that this machine happens to hold. */
const run = (file: string, words: readonly string[], input = "") => {
  const env = { HOME: folder };
  const ran = spawnSync(process.execPath, [file, ...words], { encoding: "utf8", env, input });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
};
const ask = (...words: readonly string[]) => run("adapters/terminal/ask-cli.ts", words);
const batchFile = (text: string): string => {
  const file = join(folder, "batch.jsonl");
  writeFileSync(file, text);
  return file;
};

describe("a call that is wrong", () => {
  test.each([
    [[]],
    [[""]],
    [["--jsn", "x"]],
    [["--now", "2023-02-29", "x"]],
    [["--json", "--batch", join(folder, "gone")]],
    [["--json", "--batch", folder]],
  ])("ask %j ends with status 2 and one line on standard error", (words) => {
    const { status, out, err } = ask(...words);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^[^\n]+\n$/u);
  });
});

test("an answer for a person carries the figure and its source, and no colours", () => {
  const { status, out, err } = ask(QUESTION);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toContain("113,431");
  expect(out).toContain("The Washington Times");
  expect(out).not.toContain("\u001b");
});

test("an answer for a program is one object on one line", () => {
  const { status, out } = ask("--json", "--now", "2026-11-21", QUESTION);
  expect(status).toBe(0);
  expect(out).toMatch(/^[^\n]+\n$/u);
  const answer = contractSchema.parse(JSON.parse(out));
  expect(answer.values[0]?.value).toBe(113431);
  expect(answer.text).toContain("113,431");
});

test("a batch leaves out nothing but what is wrong, and says what that is", () => {
  const lines = [{ id: "a", question: QUESTION }, { id: "b", question: "" }, { question: "?" }];
  const file = batchFile(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  const { status, out, err } = ask("--json", "--batch", file);
  expect(status).toBe(2);
  expect(err).toMatch(/^line 3: [^\n]+\n$/u);
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => contractSchema.parse(JSON.parse(line)));
  expect(answers).toMatchObject([
    { id: "a", status: "answered" },
    { id: "b", status: "not_found" },
  ]);
});

describe("npm start, with questions piped in", () => {
  test("answers each as one conversation, without greeting or prompt, and ends", () => {
    const { status, out, err } = run("adapters/start.ts", [], `${QUESTION}\n\nand the year before?`);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("113,431");
    expect(out).toContain("170,590");
    expect(out).not.toMatch(/^> |Nutgraf holds/mu);
  });

  test("ends at once where there is nothing to answer", () => {
    expect(run("adapters/start.ts", [])).toEqual({ status: 0, out: "", err: "" });
  });
});

describe("a data package that is broken", () => {
  test.each(["adapters/start.ts", "adapters/terminal/ask-cli.ts"])("%s names each problem", (file) => {
    const env = { HOME: folder, DATA_DIR: folder };
    const ran = spawnSync(process.execPath, [file, "x"], { encoding: "utf8", env, input: "x\n" });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(/expected /u);
    expect(ran.stderr).not.toMatch(/^\s+at /mu);
  });
});
