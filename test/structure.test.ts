import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

type Import = { readonly file: string; readonly to: string };

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

const IMPORT =
  /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

/** What a file imports: a path from the root for our own files, the specifier as it stands for others. */
const importsOf = (file: string, code: string): readonly Import[] =>
  Array.from(code.matchAll(IMPORT), ([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? "";
    return { file, to: specifier.startsWith(".") ? join(dirname(file), specifier) : specifier };
  });

const code = new Map(
  [...sourceFiles("src"), ...sourceFiles("adapters")].map((file) => [
    file,
    readFileSync(join(ROOT, file), "utf8"),
  ]),
);
const imports = [...code].flatMap(([file, text]) => importsOf(file, text));
const shown = ({ file, to }: Import): string => `${file} imports ${to}`;

test("the reader of imports sees each way of writing one", () => {
  const text = `import { a } from "./a.ts";
import type { B,
  C } from "../b/b.ts";
export { d } from "./d.ts";
import "node:fs";
const e = await import("zod");
// import is a word, and "from" is too
`;
  expect(importsOf("src/x/y.ts", text).map(({ to }) => to)).toEqual([
    "src/x/a.ts",
    "src/b/b.ts",
    "src/x/d.ts",
    "node:fs",
    "zod",
  ]);
});

describe("imports only point towards the ground", () => {
  const LAYERS = [
    "src/calendar/",
    "src/language/",
    "src/catalog/",
    "src/question/",
    "src/retrieval/",
    "src/resolution/",
    "src/finding/",
    "src/answer/",
    "src/chart/",
    "src/copy/",
    "src/checking/",
    "src/message/",
    "src/ask.ts",
    "src/check.ts",
    "src/desk/",
    "src/desk.ts",
    "adapters/",
  ] as const;
  const DESK = LAYERS.indexOf("src/desk/");
  const layerOf = (file: string): number => LAYERS.findIndex((layer) => file.startsWith(layer));

  /** Rooms beside the way of a question: what they may look down on. The desk alone opens them. */
  const BESIDE: Readonly<Record<string, readonly string[]>> = {
    "src/packs/": ["src/calendar/", "src/language/", "src/catalog/"],
    "src/store/": ["src/calendar/", "src/language/", "src/catalog/", "src/question/", "src/message/"],
  };
  const besideOf = (file: string): string | undefined =>
    Object.keys(BESIDE).find((room) => file.startsWith(room));

  const isAllowed = ({ file, to }: Import): boolean => {
    if (!to.startsWith("src/") && !to.startsWith("adapters/")) return true;
    const [from, target] = [besideOf(file), besideOf(to)];
    if (from !== undefined)
      return from === target || (BESIDE[from] ?? []).some((room) => to.startsWith(room));
    if (target !== undefined) return layerOf(file) >= DESK && file.startsWith("src/");
    return layerOf(to) !== -1 && layerOf(to) <= layerOf(file);
  };

  test("in src and adapters", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter((one) => !isAllowed(one)).map(shown)).toEqual([]);
  });

  test("every file of src stands in a room that is known", () => {
    const lost = [...code.keys()].filter((file) => layerOf(file) === -1 && besideOf(file) === undefined);
    expect(lost).toEqual([]);
  });

  test.each([
    ["src/calendar/day.ts", "src/language/span.ts"],
    ["src/catalog/catalog.ts", "src/packs/problem.ts"],
    ["src/answer/answer.ts", "src/message/message.ts"],
    ["src/message/message.ts", "src/packs/problem.ts"],
    ["src/packs/load-packs.ts", "src/question/question.ts"],
    ["src/desk.ts", "adapters/settings.ts"],
    ["src/ask.ts", "src/desk.ts"],
    ["src/finding/finding.ts", "src/utils/helpers.ts"],
  ])("%s may not import %s", (file, to) => {
    expect(isAllowed({ file, to })).toBe(false);
  });
});

describe("adapters", () => {
  /** An adapter knows the front door, its own folder, and what stands in adapters/ itself, the settings. */
  const isAllowed = ({ file, to }: Import): boolean => {
    if (to.startsWith("src/")) return to === "src/desk.ts";
    if (!to.startsWith("adapters/")) return true;
    const own = dirname(file);
    return own === "adapters" || dirname(to) === own || dirname(to) === "adapters";
  };

  test("import the front door, their own folder and the settings", () => {
    const theirs = imports.filter(({ file }) => file.startsWith("adapters/"));
    expect(theirs.length).toBeGreaterThan(10);
    expect(theirs.filter((one) => !isAllowed(one)).map(shown)).toEqual([]);
  });

  test.each([
    ["adapters/terminal/main.ts", "src/message/message.ts"],
    ["adapters/slack/main.ts", "adapters/discord/limits.ts"],
  ])("%s may not import %s", (file, to) => {
    expect(isAllowed({ file, to })).toBe(false);
  });
});

describe("third-party packages stay behind their fence", () => {
  const FENCES: Readonly<Record<string, readonly string[]>> = {
    "fuse.js": ["src/retrieval/"],
    // Where untrusted bytes enter.
    zod: ["src/packs/", "src/catalog/", "src/store/", "adapters/"],
    "node:sqlite": ["src/store/"],
    pino: ["adapters/"],
    "csv-parse": ["src/packs/"],
    "csv-stringify": ["src/answer/"],
    "mdast-util-": ["src/copy/"],
    "hast-util-": ["src/copy/"],
    vega: ["src/chart/"],
    "vega-lite": ["src/chart/"],
    "@resvg/": ["src/chart/"],
    keyv: ["src/store/"],
    "@keyv/": ["src/store/"],
    "@slack/": ["adapters/slack/"],
    "discord.js": ["adapters/discord/"],
    "@discordjs/": ["adapters/discord/"],
    commander: ["adapters/"],
  };
  const isPackage = (to: string, name: string): boolean =>
    name.endsWith("/") || name.endsWith("-") ? to.startsWith(name) : to === name || to.startsWith(`${name}/`);
  const isOutside = ({ file, to }: Import): boolean =>
    Object.entries(FENCES).some(
      ([name, within]) => isPackage(to, name) && !within.some((folder) => file.startsWith(folder)),
    );

  test("in src and adapters", () => {
    expect(imports.some(({ to }) => to === "zod")).toBe(true);
    expect(imports.filter(isOutside).map(shown)).toEqual([]);
  });

  test.each([
    ["src/question/parse.ts", "fuse.js"],
    ["src/language/words.ts", "zod"],
    ["src/catalog/catalog.ts", "csv-parse/sync"],
    ["adapters/terminal/main.ts", "@slack/bolt"],
    ["src/desk.ts", "keyv"],
    ["adapters/slack/main.ts", "discord.js"],
  ])("%s may not import %s", (file, to) => {
    expect(isOutside({ file, to })).toBe(true);
  });
});

describe("the environment", () => {
  const readsEnvironment = (text: string): boolean =>
    /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[|\benv\b[^;]*from\s*"(?:node:)?process"|\bimport\.meta\.env\b/.test(
      text,
    );

  test("is read in adapters/settings.ts and nowhere else", () => {
    const readers = [...code].filter(([, text]) => readsEnvironment(text)).map(([file]) => file);
    expect(readers).toEqual(["adapters/settings.ts"]);
  });

  test.each([
    "const dir = process.env.DATA_DIR;",
    'const dir = process["env"].DATA_DIR;',
    'import { argv, env } from "node:process";',
  ])("is seen to be read by %s", (text) => {
    expect(readsEnvironment(text)).toBe(true);
  });
});

describe("the top level", () => {
  const AGREED = new Set([
    "src",
    "adapters",
    "data",
    "test",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "README.md",
    "LICENSE",
  ]);
  /** Made by npm and by running the bot; git ignores them. */
  const LOCAL = new Set(["node_modules", "state"]);

  test("has the agreed names, and dot-files", () => {
    const names = readdirSync(ROOT).filter((name) => !name.startsWith(".") && !LOCAL.has(name));
    expect(names.filter((name) => !AGREED.has(name))).toEqual([]);
    expect([...AGREED].filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });
});

test("no folder of src and adapters is called a drawer for anything", () => {
  const drawers = [...code.keys()].filter((file) =>
    /(?:^|\/)(?:utils?|helpers?|common|misc|index)\b/.test(file),
  );
  expect(drawers.map((file) => relative("", file))).toEqual([]);
});
