import { expect, test } from "vitest";
import { correctSpelling } from "../../src/question/correct-spelling.ts";

const slips: Readonly<Record<string, string>> = { feries: "ferries", ridders: "riders" };
const spell = (word: string): string | null => slips[word.toLowerCase()] ?? null;

test.each([
  ["a slip is mended where it stands", "how many feries?", "how many ferries?"],
  ["so are several, with what stands between them", "Feries, (ridders) 2024!", "ferries, (riders) 2024!"],
  ["what is no slip stays as it was typed", "HOW many  riders…", "HOW many  riders…"],
  ["nothing stays nothing", "", ""],
])("%s", (_name, typed, mended) => expect(correctSpelling(typed, spell).text).toBe(mended));

test("what was changed is said, word by word", () => {
  expect(correctSpelling("Feries for ridders", spell).corrections).toEqual([
    { from: "Feries", to: "ferries" },
    { from: "ridders", to: "riders" },
  ]);
  expect(correctSpelling("ferries for riders", spell).corrections).toEqual([]);
});
