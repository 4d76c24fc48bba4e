import type { TimeKind } from "../../catalog/observation.ts";
import { UNSTATED_UNIT } from "../../language/format.ts";
import type { ColumnWords } from "./column-words.ts";
import type { ForeignField, ForeignPackage } from "./foreign-package.ts";
import { expanded, headerText } from "./header-text.ts";
import type { MeasureMapping } from "./mapping.ts";
import { capitalised, joined, type Subject, withAcronyms } from "./name-table.ts";
import {
  findUnit,
  findUnitSuffix,
  PERCENT,
  readUnit,
  type UnitRead,
  unitToldIn,
  type WithUnit,
} from "./read-unit.ts";

/** What is said of a measure, wherever it is said: by a column's name and schema, or by an indicator's cell. */
export type Said = {
  readonly label: string;
  readonly title: string | null;
  readonly description: string | null;
  /** From a column of units; null where there is none. */
  readonly unit: string | null;
  /** Whether it stands by itself in its table. */
  readonly alone: boolean;
};

export type Naming = {
  readonly subject: Subject;
  readonly found: ForeignPackage;
  readonly words: ColumnWords;
  /** What is said of all numbers of the table: "numbers in thousands". */
  readonly scale: MeasureMapping["scale"];
};

const SENTENCE_END = /(?<=[\p{Ll}\p{N})])\.(?:\s|$)/u;
const PLURAL = /s$/u;
const PLURAL_WORD = /^\p{L}+(?<!s|u|i)s$|^\p{L}+sses$/u;
const WORD_BREAK = /[\s-]+/u;
const SHORT = /^[\p{Lu}\p{N}]{2,8}$/u;
const ENDED = /[.!?]$/u;
const ARTICLE = /^(?:the|a|an)\s+/i;
const CLAUSE =
  /[;,:(]|\s(?:where|which|that|relative to|computed|determined|estimated|based on|as a result)\s/iu;
/** A description of more words is a sentence, not a name. */
const NAME_WORDS = 12;
/** Of a name and a longer one from the description, the longer is taken up to so many words. */
const SHORT_NAME = 5;

/** The unit in a sentence, or in its first clause: "Anomalies in degrees Celsius relative to a base period". */
const unitIn = (sentence: string, words: ColumnWords): WithUnit => {
  const whole = findUnit(sentence, words);
  const known = whole.unit !== null || whole.scale !== undefined;
  return known ? whole : findUnit(sentence.split(CLAUSE, 1)[0] ?? "", words);
};

/** "Dwellings, of all kinds, on which work began" are no dwellings: what narrows them stands behind. */
const NARROWS = /\b(?:that|which|who|whom|whose|where|when)\b/iu;

/**
 * A name from a description: "Total carbon emissions from cement (million metric tons of C)". Null where it is prose, or
 * would lose what narrows it.
 */
const nameFrom = (description: string | null, words: ColumnWords): string | null => {
  const sentence = (description ?? "").split(SENTENCE_END, 1)[0] ?? "";
  const whole = unitIn(sentence.trim(), words).rest;
  const first = whole.split(CLAUSE, 1)[0] ?? "";
  if (NARROWS.test(whole.slice(first.length))) return null;
  const plain = first.replace(ARTICLE, "").trim();
  const count = plain.split(" ").length;
  return plain !== "" && count <= NAME_WORDS && !words.is("value", plain) ? capitalised(plain) : null;
};

const OF_WHICH = /^\((?:of which|thereof)\)\s*/i;

const BRACKETS = /\s*\((?<inner>[^)]*)\)$/u;

/** "Unemployed (Number)" and "Population, total" are what stands before. */
const withoutTotal = (text: string, words: ColumnWords): string => {
  const inner = BRACKETS.exec(text)?.groups?.inner ?? "";
  if (words.is("value", inner) || words.is("total", inner)) return text.replace(BRACKETS, "");
  const [head = "", ...tail] = text.split(", ");
  const rest = tail.join(", ");
  return words.is("value", rest) || words.is("total", rest) ? head : text;
};

type Label = { readonly text: string; readonly read: UnitRead };

const labelFrom = ({ label, title }: Said, words: ColumnWords): Label => {
  const whole = (title ?? label).replace(OF_WHICH, "");
  const titled = findUnit(withoutTotal(whole, words), words);
  const unread = titled.unit === null && titled.scale === undefined;
  const suffix = findUnitSuffix(headerText(titled.rest), words);
  return { text: suffix.rest, read: unread ? suffix : titled };
};

const isGeneric = (text: string, words: ColumnWords): boolean =>
  words.is("value", text) || text.split(" ").every((word) => words.is("value", word));

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(" ");

const holds = (one: string, other: string): boolean => {
  const all = wordsOf(one).map((word) => word.replace(PLURAL, ""));
  return wordsOf(other).every((word) => all.includes(word.replace(PLURAL, "")));
};

const genericName = (text: string, said: Said, { subject, words }: Naming): readonly string[] => {
  const described = nameFrom(said.description, words);
  if (said.alone) return [subject.name, ...subject.names, ...(described === null ? [] : [described])];
  const whole = `${subject.name} ${text.toLowerCase()}`;
  return described === null ? [whole] : [described, whole];
};

/** "Price" of a table on gold is the gold price; on gold prices it is what the table is about. */
const plainName = (text: string, said: Said, { subject, words }: Naming): readonly string[] => {
  const described = nameFrom(said.description, words);
  const withText = (name: string) => (holds(name, text) ? name : `${name} ${text.toLowerCase()}`);
  const all = [subject.name, ...subject.names].map(withText);
  const named = holds(subject.name, text) ? [...all, text] : all;
  if (described === null) return named;
  return said.alone ? [...named, described] : [described, ...named];
};

/** "PC_GDP", "USD_CAP": the code of a column, which nobody says. */
const CODE = /^\p{Lu}[\p{Lu}\p{N}]*(?:_[\p{Lu}\p{N}]+)+$/u;
const IN = /^in\s+/iu;
const IN_BRACKETS = /\s*\([^)]*\)/gu;
/** "Spending by countries" is spending. */
const BY = /\sby\s.*$/iu;

/** What a code stands for: "% of GDP" of drug spending is "drug spending, % of GDP". Null where nothing says. */
const codedName = (said: Said, { subject, words }: Naming): readonly string[] | null => {
  const plain = (said.description ?? "").replace(IN, "").replace(IN_BRACKETS, "").trim();
  const described = findUnit(plain, words).rest || plain;
  const count = described.split(" ").length;
  if (said.title !== null || !CODE.test(said.label) || described === "" || count > NAME_WORDS) return null;
  const about = subject.name.replace(BY, "");
  const named = nameFrom(described, words);
  return [`${about}, ${described}`, `${about} ${named ?? described}`];
};

/** What a measure is called: by its own label, or by what its table is about where the label says nothing of it. */
const ownName = (text: string, said: Said, naming: Naming): readonly string[] => {
  const { words } = naming;
  const coded = codedName(said, naming);
  if (coded !== null) return coded;
  if (isGeneric(text, words)) return genericName(text, said, naming);
  const plain = text.split(" ").every((word) => words.is("plain", word) || words.is("value", word));
  if (plain || words.is("plain", text)) return plainName(text, said, naming);
  const described = nameFrom(said.description, words);
  const both = described === null ? [text] : [described, text];
  const exacter = described !== null && said.title === null && holds(described, text);
  const short = (described ?? "").split(" ").length <= SHORT_NAME;
  const ordered = exacter && short ? both : both.toReversed();
  const { name } = naming.subject;
  const [head = ""] = text.split(", ", 1);
  return [
    ...ordered,
    ...(head === text ? [] : [head]),
    ...(words.is("filler", name) ? [] : [joined(name, text.toLowerCase())]),
  ];
};

const ACRONYM_BEHIND = /(?<long>\p{Lu}?[\p{L}-]+(?: [\p{L}-]+){1,6}) \((?<short>[\p{Lu}\p{N}&-]{2,10})\)/gu;
const ACRONYM_BEFORE = /(?<short>\b[\p{Lu}\p{N}&-]{2,10}) \((?<long>\p{L}[\p{L}-]*(?: [\p{L}-]+){1,6})\)/gu;

const initials = (text: string): string =>
  text
    .split(WORD_BREAK)
    .map((word) => word.charAt(0))
    .join("")
    .toUpperCase();

/** The last words of a phrase whose initials an acronym is: "the Consumer Price Index", "CPI". */
const spelledBy = (long: string, short: string): string | null => {
  const tail = long.split(" ").slice(-short.length).join(" ");
  return initials(tail) === short.toUpperCase() ? tail : null;
};

/** Short and long forms that the package itself gives for one another: "GDP (Gross Domestic Product)". */
const pairsIn = (found: ForeignPackage, said: Said): readonly (readonly [string, string])[] => {
  const texts = [found.title, found.description, said.title, said.description].filter(
    (text) => text !== null,
  );
  const bracketed = texts.flatMap((text) =>
    [...text.matchAll(ACRONYM_BEHIND), ...text.matchAll(ACRONYM_BEFORE)].flatMap(({ groups }) => {
      const long = spelledBy(groups?.long ?? "", groups?.short ?? "");
      return long === null ? [] : [[groups?.short ?? "", long] as const];
    }),
  );
  const shorts = found.keywords.filter((keyword) => SHORT.test(keyword));
  const listed = shorts.flatMap((short) =>
    found.keywords
      .filter((long) => long.includes(" ") && initials(long) === short)
      .map((long) => [short, long] as const),
  );
  return [...bracketed, ...listed];
};

const swapWords = (text: string, from: string, to: string): readonly string[] => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(from)}(?![\\p{L}\\p{N}])`, "iu");
  return pattern.test(text) ? [text.replace(pattern, () => to)] : [];
};

const otherForms = (names: readonly string[], said: Said, { found, words }: Naming): readonly string[] =>
  names.flatMap((name) => [
    ...pairsIn(found, said).flatMap(([short, long]) => [
      ...swapWords(name, short, long),
      ...swapWords(name, long, short),
    ]),
    expanded(name, words),
    expanded(name.toLowerCase(), words),
    ...words.valuesOf("everyday", name),
  ]);

/** A running total or an annual rate is a level: its months do not add up to a year. */
const RUNNING =
  /(?<!\bnot )\b(?:annuali[sz]ed|annual rate|rolling|running total|cumulative|year[ -]to[ -]date|moving)\b/iu;
const EACH = /\bper\b/iu;
/** "Persons killed", "Goals scored", "Permits issued": what was done to so many, in the time that is told. */
const DONE = /^\p{L}*s\s(?:.*\s)?\p{L}+ed(?:\s(?:for|against|by|in|at)\b.*)?$/iu;

const timeKindOf = (
  texts: readonly string[],
  { said, unit }: { readonly said: Said; readonly unit: string },
  words: ColumnWords,
): TimeKind => {
  const [name = ""] = texts;
  const told = [name, said.title, said.description].filter((text) => text !== null);
  if (unit === PERCENT || words.has("stock", name) || EACH.test(unit)) return "stock";
  if (told.some((text) => RUNNING.test(text))) return "stock";
  const own = [...told, headerText(said.label), ...(said.alone ? texts : [])];
  return own.some((text) => words.has("flow", text)) || DONE.test(name) ? "flow" : "stock";
};

/** "Average salary", "Median price of …": a mean already, which the plain count is told before. */
const MEAN = /^(?:the )?(?:average|avg|mean|median)\b/iu;

const statTypeOf = (name: string, unit: string, words: ColumnWords): MeasureMapping["stat_type"] => {
  if (MEAN.test(name)) return "mean";
  return unit === PERCENT && saysShare(name, words) ? "share" : "value";
};

/** The words that a description adds, without what merely says where the numbers come from. */
const definitionOf = (names: readonly string[], said: Said, { found }: Naming): string => {
  const described = [said.title, said.description].filter((text) => text !== null && text !== "");
  const all = [...new Set([names[0] ?? found.title, ...described])];
  return all.map((text) => (ENDED.test(text ?? "") ? text : `${text}.`)).join(" ");
};

const unitOf = (said: Said, label: Label, words: ColumnWords): UnitRead => {
  const own = said.unit === null ? { unit: null, scale: undefined } : readUnit(said.unit, words);
  const sentences = (said.description ?? "").split(SENTENCE_END);
  const [first = ""] = sentences;
  const told = sentences.map((sentence) => unitToldIn(sentence.trim(), words));
  const all = [own, label.read, unitIn(first, words), ...told];
  const unit = all.find((one) => one.unit !== null)?.unit ?? said.unit;
  const scale = all.find((one) => one.scale !== undefined)?.scale;
  return { unit, scale };
};

/** A column's own name, where it is no single word that its title makes more exact. */
const rawNames = ({ label, title }: Said, { text }: Label): readonly string[] => {
  const raw = headerText(label);
  return [...(title === null || raw.includes(" ") ? [raw] : []), text];
};

/** What a measure is called, in what unit it is counted, and whether it is a stock or a flow. */
export const nameMeasure = (said: Said, naming: Naming): MeasureMapping => {
  const { words, found } = naming;
  const label = labelFrom(said, words);
  const text = capitalised(withAcronyms(expanded(label.text, words), found));
  const [own = text, ...others] = ownName(text, said, naming);
  // What stands alone in its table is what the table is about.
  const about = said.alone ? [naming.subject.name, ...naming.subject.names] : [];
  const raw = [own, ...others, ...(isGeneric(text, words) ? [] : rawNames(said, label)), ...about];
  const names = [...new Set([...raw, ...otherForms([own, ...others], said, naming)])].filter(
    (name) => name !== own,
  );
  const told = unitOf(said, label, words);
  const { unit } = told;
  const counted =
    unit ?? unitToldIn(own, words).unit ?? nounIn(withoutTotal(own, words), words) ?? UNSTATED_UNIT;
  const isCount = unit === null && counted !== PERCENT && !EACH.test(own) && !saysShare(own, words);
  const scale = told.scale ?? (isCount ? naming.scale : undefined);
  return {
    name: own,
    names,
    unit: counted,
    kind_of_time: timeKindOf([own, ...names], { said, unit: counted }, words),
    stat_type: statTypeOf(own, counted, words),
    definition: definitionOf([own], said, naming),
    ...(scale === undefined ? {} : { scale }),
  };
};

/** A rate is a value by itself; "share of …" and "% of …" are parts of something. */
const saysShare = (name: string, words: ColumnWords): boolean =>
  name.split(" ").some((word) => words.valueOf("counted", word) === PERCENT);

/** What stands behind the thing that is counted, and tells which. */
const BEHIND_NOUN = /(?<=s)\s(?:with|without|who|that|having)\s.*$/u;

/** A count whose name is the plural of what it counts is in those: "Passengers". */
const nounIn = (name: string, words: ColumnWords): string | null => {
  if (saysShare(name, words)) return PERCENT;
  // "Holdings with dairy cows" are holdings.
  const all = name.toLowerCase().replace(BEHIND_NOUN, "").split(" ");
  const last = all.at(-1) ?? "";
  // "Goals scored" are goals: what was done to them stands behind.
  const noun = DONE.test(name) ? (all.find((word) => PLURAL_WORD.test(word)) ?? last) : last;
  const people = words.valueOf("counted", name) ?? words.valueOf("counted", noun);
  const plural = PLURAL_WORD.test(noun) && !words.is("stock", noun) && !words.is("plain", noun);
  return people ?? (plural ? noun : null);
};

export const saidOfField = (field: ForeignField, alone: boolean): Said => ({
  label: field.name,
  title: field.title,
  description: field.description,
  unit: field.unit,
  alone,
});
