import { join } from "node:path";
import { z } from "zod";
import {
  type HouseStyle,
  placesIn,
  readHouseStyle,
  STYLE_COUNTS,
  STYLE_KEYS,
  STYLE_PARTS,
  type StyleCount,
  type StylePart,
  type StyleRow,
  styleKey,
} from "../language/house-style.ts";
import type { Problem } from "./problem.ts";
import { readRows } from "./read-rows.ts";

const WORD = "word";

const isCount = (key: string): key is StyleCount => STYLE_COUNTS.some((count) => count === key);
const isPart = (key: string): key is StylePart => key in STYLE_PARTS;
const WHOLE = /^\d{1,9}$/u;

/** What is wrong with the text of a key; null: nothing. */
const faultOf = (row: StyleRow): string | null => {
  const key = styleKey(row);
  if (isCount(key)) return WHOLE.test(row.write) ? null : "a whole number in digits";
  if (!isPart(key)) return null;
  const expected: readonly string[] = STYLE_PARTS[key];
  const places = placesIn(row.write);
  const isWhole =
    expected.every((place) => places.includes(place)) && places.every((place) => expected.includes(place));
  if (isWhole) return null;
  const named = expected.map((place) => `{${place}}`).join(", ");
  return expected.length === 0 ? "a text without braces" : `a text with ${named}, and no other braces`;
};

const styleRow = z
  .object({ part: z.string().min(1, "a part"), key: z.string().min(1, "a key"), write: z.string() })
  .superRefine((row, context) => {
    if (row.part !== WORD && !STYLE_KEYS.includes(styleKey(row)))
      context.addIssue({ code: "custom", path: ["key"], message: "a key that the style has" });
    if (row.write === "") context.addIssue({ code: "custom", path: ["write"], message: "a text" });
    const fault = row.write === "" ? null : faultOf(row);
    if (fault !== null) context.addIssue({ code: "custom", path: ["write"], message: fault });
  });

const lackingIn = (rows: readonly StyleRow[], file: string): readonly Problem[] => {
  const given = new Set(rows.map(styleKey));
  return STYLE_KEYS.filter((key) => !given.has(key)).map((key) => ({
    file,
    row: null,
    field: null,
    found: null,
    expected: `a row for ${key.replace(".", ",")}`,
  }));
};

export type LoadedStyle = { readonly style: HouseStyle; readonly problems: readonly Problem[] };

/** Reads the table `style.csv` of a language pack: how this newsroom writes figures into copy. */
export const loadStyle = (folder: string, spelled: HouseStyle["spelled"]): LoadedStyle => {
  const file = join(folder, "style.csv");
  const { rows, problems } = readRows(file, styleRow);
  return {
    style: readHouseStyle(rows, spelled),
    problems: problems.length > 0 ? problems : lackingIn(rows, file),
  };
};
