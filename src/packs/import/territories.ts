import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { foldText } from "../../language/normalise.ts";
import type { Problem } from "../problem.ts";
import { readRows } from "../read-rows.ts";
import { withoutAccents } from "./slug.ts";

/** A territory, or a group of them, with everything that it is called. The first name is what we call it. */
export type Territory = {
  readonly code: string;
  readonly kind: "current" | "former" | "group";
  readonly names: readonly [string, ...string[]];
};

export type Territories = {
  readonly byCode: (code: string) => Territory | null;
  readonly byName: (name: string) => Territory | null;
  /** By what stands before a comma or bracket: "Egypt, Arab Rep." */
  readonly byShortened: (name: string) => Territory | null;
};

const require = createRequire(import.meta.url);
const codesSchema = z.array(z.tuple([z.string(), z.string()]).rest(z.string()));
const namesSchema = z.object({ countries: z.record(z.string(), z.union([z.string(), z.array(z.string())])) });

const rowSchema = z.object({
  kind: z.enum(["current", "former", "group"], "one of current, former, group"),
  code: z.string().min(1, "a code"),
  name: z.string().min(1, "a name"),
});
type Row = z.infer<typeof rowSchema>;

const BRACKETED = /^(?<outer>.*?)\s*\((?<inner>[^)]+)\)$/;
const LETTERS = /\p{Ll}/u;
const AND = /\s*&\s*/g;
const SAINT = /\bst\.?\s/g;
const ARTICLE = /^the\s|,\s*the$|\s*\(the\)$/g;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const COMMA_OR_BRACKET = /[,(]/u;

/** One key for all ways of writing a name: "St. Kitts & Nevis" and "Saint Kitts and Nevis". */
const keyOf = (name: string): string =>
  withoutAccents(foldText(name))
    .replace(AND, " and ")
    .replace(ARTICLE, "")
    .replace(SAINT, "saint ")
    .replace(NO_LETTER, " ")
    .trim();

/** "Myanmar (Burma)" is two names. */
const unbracket = (name: string): readonly string[] => {
  const parts = BRACKETED.exec(name)?.groups;
  return parts === undefined ? [name] : [parts.outer ?? name, parts.inner ?? name];
};

const isAcronym = (name: string): boolean => !LETTERS.test(name);

/** The shortest that is still a name comes first; "A - B" is how CLDR keeps two of one name apart. */
const isPlain = (name: string): boolean => !isAcronym(name) && !name.includes(" - ") && !name.includes(",");

const inOrder = (names: readonly string[]): readonly string[] => [
  ...names.filter(isPlain),
  ...names.filter((name) => !isPlain(name)),
];

const ALPHA_2 = /^[A-Z]{2}$/;

/** What CLDR and ISO 3166 call the territory of a two-letter code. */
const namesFrom = (code: string, listed: readonly string[], rows: readonly Row[]): readonly string[] => {
  const short = new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "none" });
  const long = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const known = ALPHA_2.test(code) ? [short.of(code), long.of(code)] : [];
  const written = [...known.filter((name) => name !== undefined).flatMap(unbracket), ...listed];
  const spelled = written.map((name) => name.replace(AND, " and "));
  return [...new Set([...inOrder(spelled), ...rows.map(({ name }) => name)])];
};

const build = (rows: readonly Row[]): Territories => {
  const codes = codesSchema.parse(require("i18n-iso-countries/codes.json"));
  const { countries } = namesSchema.parse(require("i18n-iso-countries/langs/en.json"));
  const own = Map.groupBy(rows, ({ code }) => code);
  const listed = new Map(codes.map(([two, three]) => [two, three] as const));
  const all = [...new Set([...listed.keys(), ...own.keys()])].flatMap((code): readonly Territory[] => {
    const [first, ...rest] = namesFrom(code, [countries[code] ?? []].flat(), own.get(code) ?? []);
    if (first === undefined) return [];
    return [{ code, kind: own.get(code)?.[0]?.kind ?? "current", names: [first, ...rest] }];
  });
  const byCode = new Map(
    all.flatMap((one) => [one.code, listed.get(one.code) ?? one.code].map((code) => [code, one] as const)),
  );
  const claims = Map.groupBy(
    all.flatMap((one) => one.names.map((name) => ({ key: keyOf(name), one }))),
    ({ key }) => key,
  );
  const byName = new Map(
    [...claims].flatMap(([key, claimed]) => {
      const [one, ...others] = new Set(claimed.map((claim) => claim.one));
      return one === undefined || others.length > 0 ? [] : [[key, one] as const];
    }),
  );
  return {
    byCode: (code) => byCode.get(code.toUpperCase()) ?? null,
    byName: (name) => byName.get(keyOf(name)) ?? null,
    byShortened: (name) => {
      const short = byName.get(keyOf(name.split(COMMA_OR_BRACKET, 1)[0] ?? name));
      return short?.kind === "group" ? null : (short ?? null);
    },
  };
};

export type LoadedTerritories =
  | { readonly ok: true; readonly territories: Territories }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The territories of ISO 3166 by CLDR's names, with the everyday names of the language pack's own table. */
export const loadTerritories = (folder: string): LoadedTerritories => {
  const { rows, problems } = readRows(join(folder, "territories.csv"), rowSchema);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, territories: build(rows) };
};
