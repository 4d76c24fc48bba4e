import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { Writable } from "node:stream";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { VARIABLES } from "../adapters/settings.ts";
import { readAskOptions } from "../adapters/terminal/ask-options.ts";
import { converse } from "../adapters/terminal/main.ts";
import { type CalendarDate, openDesk } from "../src/desk.ts";

const README = readFileSync("README.md", "utf8");
const packageJson: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));

/** The fenced blocks of the README, without their fences. */
const fences = [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].map(([, kind = "", text = ""]) => ({
  kind,
  lines: text.trimEnd().split("\n"),
}));
const exchange = fences.find(({ kind, lines }) => kind === "text" && lines[0]?.startsWith("> "));
const tree = fences.find(({ kind, lines }) => kind === "text" && lines[0]?.startsWith("src/"));
const commands = fences.flatMap(({ kind, lines }) => (kind === "sh" ? lines : []));

/** "  desk.ts   the front door" under "src/" → "src/desk.ts" */
const treePaths = (lines: readonly string[]): readonly string[] => {
  let parent = "";
  return lines.map((line) => {
    const name = line.trim().split(/\s+/u)[0] ?? "";
    if (!line.startsWith(" ")) parent = name;
    return line.startsWith(" ") ? `${parent}${name}` : name;
  });
};

describe("the commands of the README", () => {
  const BUILT_IN: Readonly<Record<string, string>> = { "npm start": "start", "npm test": "test" };
  const scriptOf = (command: string): string | undefined =>
    BUILT_IN[command] ?? /^npm run (?:--silent )?([\w:-]+)/u.exec(command)?.[1];

  test("there are some", () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  test.each(commands.filter((command) => command !== "npm ci"))("%s is a script", (command) => {
    expect(Object.keys(packageJson.scripts)).toContain(scriptOf(command));
  });

  test.each(commands.filter((command) => command.includes(" ask -- ")))("%s can be called so", (command) => {
    const words = [...(command.split(" ask -- ")[1] ?? "").matchAll(/"([^"]*)"|(\S+)/gu)];
    expect(readAskOptions(words.map(([, quoted, bare]) => quoted ?? bare ?? "")).kind).toBe("options");
  });

  test.each(Object.entries(packageJson.scripts))("the script %s runs a file that exists", (_name, script) => {
    const file = /^node (\S+)/u.exec(script)?.[1];
    expect(file === undefined || existsSync(file)).toBe(true);
  });

  test.each([...README.matchAll(/^\| `(--[a-z]+)/gmu)].map(([, option = ""]) => option))(
    "%s is an option of ask",
    (option) => {
      const help = readAskOptions(["--help"]);
      expect(help.kind === "help" && help.text).toContain(option);
    },
  );
});

describe("the folder tree of the README", () => {
  const paths = treePaths(tree?.lines ?? []);

  test.each(paths)("%s exists", (path) => {
    expect(existsSync(path)).toBe(true);
  });

  const onDisk = ["src", "adapters"].flatMap((root) =>
    readdirSync(root)
      .map((name) => `${root}/${name}`)
      .filter((path) => statSync(path).isDirectory() && readdirSync(path).length > 0)
      .map((path) => `${path}/`),
  );
  test.each(onDisk)("%s is named", (path) => {
    expect(paths).toContain(path);
  });
});

describe("the settings", () => {
  test.each(Object.keys(VARIABLES))("%s is in the README and in .env.example", (variable) => {
    expect(README).toMatch(new RegExp(`^\\| \`${variable}\` *\\|`, "mu"));
    expect(Object.keys(parseEnv(readFileSync(".env.example", "utf8")))).toContain(variable);
  });

  test(".env.example names no other variable, and sets none", () => {
    const example = parseEnv(readFileSync(".env.example", "utf8"));
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
    expect(Object.values(example).filter((value) => value !== "")).toEqual([]);
  });
});

test("every link of the README to a file leads somewhere", () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)]+)\)/gu)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

test("the exchange of the README is what the bot says", async () => {
  const questions = (exchange?.lines ?? []).filter((line) => line.startsWith("> "));
  expect(questions.length).toBeGreaterThan(0);
  const opened = openDesk({ data: "data", archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  let said = "";
  await converse(opened.desk, {
    lines: (async function* () {
      for (const question of questions) {
        said += `${question}\n`;
        yield question.slice(2);
      }
    })(),
    output: new Writable({
      write: (chunk, _encoding, done) => {
        said += String(chunk);
        done();
      },
    }),
    screen: () => ({ width: 90, colour: false }),
    today: () => "2026-11-21" as CalendarDate,
    log: (detail) => {
      throw new Error(detail);
    },
    greets: false,
    prompt: () => undefined,
  });
  expect(said.trimEnd().split("\n")).toEqual(exchange?.lines);
});
