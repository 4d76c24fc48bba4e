/**
 * How this newsroom writes figures into copy: the keys of the language pack's table `style.csv`, each with the
 * places that its text must fill. What stands in braces is put in; none of it may be left out, so that no edit of
 * the style loses a number, a period or an attribution.
 */
export const STYLE_PARTS = {
  // One figure. By what kind of time it is counted over, or what kind of figure it is.
  "sentence.flow": ["label", "amount", "period"],
  "sentence.stock": ["label", "amount", "period"],
  "sentence.estimate": ["label", "amount", "period"],
  "sentence.goal": ["label", "amount", "period"],
  "sentence.proposal": ["label", "amount", "period"],
  "sentence.capacity": ["label", "amount", "period"],
  "sentence.threshold": ["label", "amount", "period"],
  // A number that we worked out.
  "derived.up": ["label", "amount", "before", "before_period", "after", "after_period"],
  "derived.down": ["label", "amount", "before", "before_period", "after", "after_period"],
  "derived.same": ["label", "before", "before_period", "after", "after_period"],
  "derived.above": ["label", "amount", "before", "before_period", "after", "after_period", "other"],
  "derived.below": ["label", "amount", "before", "before_period", "after", "after_period", "other"],
  "derived.rose": ["label", "amount", "period"],
  "derived.fell": ["label", "amount", "period"],
  "derived.share": ["label", "amount", "before", "before_period", "after", "after_period", "other"],
  "derived.ratio": ["label", "amount", "before", "before_period", "after", "after_period", "other"],
  "derived.sum": ["label", "amount", "period"],
  "derived.mean": ["label", "amount", "period"],
  "derived.other": ["label", "amount", "period"],
  // Several figures.
  "several.run": ["label", "before", "before_period", "after", "after_period"],
  "several.peak": ["run", "amount", "period"],
  "several.item": ["label", "amount", "period"],
  "several.ends": ["count", "low", "high"],
  "several.differing": ["clause", "amount", "attribution"],
  // Who says so, and where it stands.
  "attribution.said": ["who", "source"],
  "attribution.own": ["source"],
  "attribution.derived": ["sources"],
  "attribution.joined": ["first", "second"],
  // What a number that we worked out rests on.
  "origin.said": ["who", "source"],
  "origin.own": ["source"],
  "source.news_report": ["outlet", "published"],
  "source.official_report": ["outlet", "published"],
  "source.dataset": ["outlet", "published"],
  "source.alone": ["outlet", "published"],
  "published.printed": ["day"],
  "published.inferred": ["day"],
  "published.unknown": [],
  "verdict.supported": ["clause", "attribution"],
  "verdict.close": ["clause", "attribution"],
  "verdict.contradicted": ["clause", "attribution"],
  "verdict.unverifiable": ["clause", "attribution"],
  "citation.place": ["number"],
  "citation.row": ["number"],
  "citation.printed": ["printed"],
  "citation.said": ["who"],
  "table.what": [],
  "table.period": [],
  "table.figure": [],
  "table.source": [],
  // A period in a sentence, and by its name alone.
  "period.year": ["name"],
  "period.fiscal_year": ["name"],
  "period.quarter": ["name"],
  "period.month": ["name"],
  "period.day": ["name"],
  "period.partial_year": ["name"],
  "period.other": ["name"],
  "period_name.year": ["year"],
  "period_name.fiscal_year": ["year"],
  "period_name.quarter": ["label"],
  "period_name.month": ["month", "year"],
  "period_name.day": ["month", "day", "year"],
  "period_name.partial_year": ["label"],
  "period_name.other": ["label"],
  "number.percent": ["number"],
  "number.money": ["number"],
  "number.range": ["low", "high"],
  "hedge.about": ["amount"],
  "hedge.more_than": ["amount"],
  "hedge.at_least": ["amount"],
  "hedge.fewer_than": ["amount"],
  "hedge.less_than": ["amount"],
  "hedge.at_most": ["amount"],
  "hedge.nearly": ["amount"],
  "hedge.up_to": ["amount"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type StylePart = keyof typeof STYLE_PARTS;

/** Whole numbers of the style. */
export const STYLE_COUNTS = [
  /** Whole numbers below it are spelled out. */
  "number.spelled_below",
  /** From here on a number is written with a word ("7.6 million"), where that loses nothing of it … */
  "number.words_from",
  /** … with so many decimals. */
  "number.words_decimals",
  /** So many figures stand in a sentence; of more, the ends. */
  "several.listed",
] as const;
export type StyleCount = (typeof STYLE_COUNTS)[number];

export type StyleRow = { readonly part: string; readonly key: string; readonly write: string };

/** How copy is written, read and checked. */
export type HouseStyle = {
  readonly parts: Readonly<Record<StylePart, string>>;
  readonly counts: Readonly<Record<StyleCount, number>>;
  /** The months' names, from January, by themselves and before a day. */
  readonly months: readonly string[];
  readonly monthsWithDay: readonly string[];
  /** Loaded words with the neutral ones that are written in their place. */
  readonly words: ReadonlyMap<string, string>;
  /** Small numbers as words: 5 → "five". */
  readonly spelled: ReadonlyMap<number, string>;
};

const PLACE = /\{(\w+)\}/gu;

/** The places that a text fills: "{label} totaled {amount}" → label, amount. */
export const placesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(PLACE), ([, place = ""]) => place);

/** Puts texts into their places; a place without a text is left empty, and doubled blanks are closed up. */
export const fill = (text: string, texts: Readonly<Record<string, string>>): string =>
  text
    .replace(PLACE, (_whole, place: string) => texts[place] ?? "")
    .replaceAll(BLANKS, " ")
    .trim();
const BLANKS = /\s+/gu;

/** A row's own name: "sentence.flow". */
export const styleKey = ({ part, key }: Pick<StyleRow, "part" | "key">): string => `${part}.${key}`;

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1));

/** Keys that are neither a text with places nor a count: a name each. */
export const MONTH_PARTS = ["month", "month_with_day"] as const;

/** The style of rows that were checked before. */
export const readHouseStyle = (rows: readonly StyleRow[], spelled: HouseStyle["spelled"]): HouseStyle => {
  const written = new Map(rows.map((row) => [styleKey(row), row.write]));
  const textOf = (key: string): string => written.get(key) ?? "";
  const monthsOf = (part: string): readonly string[] => MONTHS.map((month) => textOf(`${part}.${month}`));
  const record = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
  return {
    parts: record(Object.keys(STYLE_PARTS) as StylePart[], textOf),
    counts: record(STYLE_COUNTS, (key) => Number(textOf(key))),
    months: monthsOf("month"),
    monthsWithDay: monthsOf("month_with_day"),
    words: new Map(rows.filter(({ part }) => part === "word").map(({ key, write }) => [key, write])),
    spelled,
  };
};

/** Every key that a style has to have. */
export const STYLE_KEYS: readonly string[] = [
  ...Object.keys(STYLE_PARTS),
  ...STYLE_COUNTS,
  ...MONTH_PARTS.flatMap((part) => MONTHS.map((month) => `${part}.${month}`)),
];
