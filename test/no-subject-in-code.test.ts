import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { readTable } from "../src/packs/read-table.ts";

// "No subject in the code": what a data package talks about stands in the package or nowhere.
//
// A subject's words are all words of its members' names, names and terms that are one word, and the words that
// at least three longer ones share. Of these, words that the language pack knows, or that TypeScript's and
// Node's own type declarations use, are plain English or plain programming ("order", "child", "case").

const ROOT = join(import.meta.dirname, "..");
const DATA = join(ROOT, "data");

/** Words that a pack gives to its subject though they belong to everyone, each with its reason. */
const EVERYONES: Readonly<Record<string, string>> = {
  missed: "what a thread that was down has not seen; hearings are missed in the pack",
  stuck: "what a connection is, and those who wait in the pack",
  slip: "what a finger does at a keyboard, and those who get away do in the pack",
  judge: 'what the desk does with a claim; those who sit in court are the pack\'s "judges"',
};

const LETTERS = /\p{L}+/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/u;
/** Short words are too often part of something else; agencies' initials are looked for as they are written. */
const SHORTEST = 4;

const files = (folder: string, ending: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(ending))
        .map((file) => join(folder, file))
    : [];

/** Every word in lower case, identifiers taken apart: "deriveChange" is "derive" and "change". */
const wordsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(LETTERS), ([word]) => word.split(HUMP))
    .flat()
    .map((word) => word.toLowerCase());

const COMMENT_OR_STRING =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Comments may give an example of any subject; code and what it prints may not. */
const withoutComments = (code: string): string =>
  code.replace(COMMENT_OR_STRING, (_whole, string: string | undefined) => string ?? " ");

const cells = (file: string, columns: readonly string[]): readonly string[] =>
  existsSync(file)
    ? readTable(file).rows.flatMap(({ cells: row }) => columns.map((column) => row[column] ?? ""))
    : [];

const packs = readdirSync(DATA)
  .map((name) => join(DATA, name))
  .filter((folder) => existsSync(join(folder, "datapackage.json")));

const memberNames = packs.flatMap((pack) => cells(join(pack, "members.csv"), ["name"]));
const otherNames = packs.flatMap((pack) => [
  ...cells(join(pack, "names.csv"), ["name"]),
  ...cells(join(pack, "measures.csv"), ["name", "unit"]),
  ...cells(join(pack, "terms.csv"), ["term", "means"]),
  ...cells(join(pack, "periods.csv"), ["name"]),
]);

const isOneWord = (text: string): boolean => /^\p{L}+$/u.test(text);

/** In a long name there are words of any kind; one that comes back is what the names are about. */
const ENOUGH_NAMES = 3;

const sharedWords = (names: readonly string[]): readonly string[] => {
  const words = names.flatMap((name) => [...new Set(wordsIn(name))]);
  return [...Map.groupBy(words, (word) => word)]
    .filter(([, times]) => times.length >= ENOUGH_NAMES)
    .map(([word]) => word);
};

const subjectNames = [...memberNames, ...otherNames.filter(isOneWord), ...sharedWords(otherNames)];

/** Agencies and programmes that go by their initials, which are looked for as they are written. */
const initials = new Set(
  [...memberNames, ...otherNames].flatMap((name) => name.match(/\b\p{Lu}{3,}\b/gu) ?? []),
);

const english = files(join(DATA, "english"), ".csv").flatMap((file) => wordsIn(readFileSync(file, "utf8")));

const programming = [
  ...files(join(ROOT, "node_modules", "@types", "node"), ".d.ts"),
  ...files(join(ROOT, "node_modules", "@typescript"), ".d.ts"),
].flatMap((file) => wordsIn(readFileSync(file, "utf8")));

const plain = new Set([...english, ...programming]);
const subject = new Set(
  subjectNames
    .flatMap(wordsIn)
    .filter((word) => word.length >= SHORTEST && !plain.has(word) && !(word in EVERYONES)),
);

/** The subject's words that stand in a file's code, each once. */
const subjectWordsIn = (code: string): readonly string[] => {
  const bare = withoutComments(code);
  const words = wordsIn(bare).filter((word) => subject.has(word));
  const written = Array.from(bare.matchAll(LETTERS), ([word]) => word).filter((word) => initials.has(word));
  return [...new Set([...words, ...written])];
};

describe("the code knows no subject", () => {
  const code = [...files(join(ROOT, "src"), ".ts"), ...files(join(ROOT, "adapters"), ".ts")];

  test("in what it is called, says and does", () => {
    const found = code
      .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, "utf8") }))
      .map(({ file, text }) => ({ file, words: [...subjectWordsIn(file), ...subjectWordsIn(text)] }));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ words }) => words.length > 0)).toEqual([]);
  });

  test("there is plain English and plain programming to compare with", () => {
    expect(plain).toContain("million");
    expect(plain).toContain("iterator");
  });

  // What must be seen, and what must not, with the pack that comes with the repository.
  test.each<readonly [code: string, words: readonly string[]]>([
    ['const unit = "arrests";', ["arrests"]],
    ["const asylumCases = 3;", ["asylum"]],
    ['if (agency === "DHS") return 1;', ["DHS"]],
    ["const countDeportations = () => 1;", ["deportations"]],
    ["const title = `figures on Guatemala`;", ["guatemala"]],
    ['const link = "https://example.org"; const who = "Biden";', ["biden"]],
    ["// ICE arrests, say\nconst order = 1;", []],
    ["/** agency=ice: arrests */\nconst child = people.map((person) => person.case);", []],
    ["const service = notice.slice(1);", []],
  ])("%s has the subject's words %j", (code, words) => {
    expect(subjectWordsIn(code)).toEqual(words);
  });

  test("what is everyone's is no longer than it need be", () => {
    const all = new Set(subjectNames.flatMap(wordsIn));
    expect(Object.keys(EVERYONES).filter((word) => !all.has(word))).toEqual([]);
  });
});
