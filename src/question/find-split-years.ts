import type { Period } from "../calendar/period.ts";
import { splitYear, splitYearName } from "../calendar/split-year.ts";
import type { PeriodMention, ReferencePeriod } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import type { Vocabulary } from "./vocabulary.ts";

type SplitYear = { readonly period: Period; readonly text: string; readonly at: Span };

const WRITTEN = /(?<![\d/.-])(?<first>\d{4}|\d{2})(?<sign>[/–-])(?<next>\d{4}|\d{2})(?![\d/]|-\d)/gu;
const SHORT = 2;

/** "2015-16", "2015/2016", held or not, and "15/16" where a year of that name is held: the newest such. */
const yearNamed = (groups: Readonly<Record<string, string>>, { splitYears }: Vocabulary): Period | null => {
  const { first = "", sign = "", next = "" } = groups;
  if (first.length > SHORT) {
    const name = `${first}${sign}${next}`;
    const [known] = splitYears.values();
    return (
      splitYears.get(splitYearName(name) ?? "") ?? (known === undefined ? null : splitYear(name, known.start))
    );
  }
  if (next.length > SHORT) return null;
  const named = [...splitYears].filter(([name]) => name.endsWith(`${first}/${next}`));
  return named.at(-1)?.[1] ?? null;
};

const findYears = (text: string, vocabulary: Vocabulary): readonly SplitYear[] =>
  [...text.matchAll(WRITTEN)].flatMap((match) => {
    const period = yearNamed(match.groups ?? {}, vocabulary);
    const at = [match.index, match.index + match[0].length] as const;
    return period === null ? [] : [{ period, text: match[0], at }];
  });

const within = (period: Period): ReferencePeriod => ({
  kind: "within",
  period,
  grain: "span",
  basis: "unstated",
  relative: false,
});

const mentionOf = ({ period, text, at }: SplitYear): PeriodMention => ({
  reference: within(period),
  text,
  at,
});

/** "FY 2015/16", "financial year 2015/16": the words that say what sort of year it is go with it. */
const withSort = (text: string, year: SplitYear, { sort }: Words): SplitYear => {
  const before = sort.exec(text.slice(0, year.at[0]))?.[0] ?? "";
  const at = [year.at[0] - before.length, year.at[1]] as const;
  return { ...year, at, text: text.slice(...at) };
};

/** "Since 2015/16": from that year on. */
const sinceMention = (text: string, { period, at }: SplitYear, opener: number): PeriodMention => {
  const span = [at[0] - opener, at[1]] as const;
  const label = text.slice(...span);
  return {
    reference: { kind: "since", start: period.start, label, grain: "year", basis: "unstated" },
    text: label,
    at: span,
  };
};

type Words = {
  readonly to: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly between: RegExp;
  readonly since: RegExp;
  readonly sort: RegExp;
};

const wordsOf = ({ language }: Vocabulary): Words => {
  const phrases = (...meanings: readonly string[]): readonly string[] =>
    language.calendar.rows.filter(({ meaning }) => meanings.includes(meaning)).map(({ phrase }) => phrase);
  const openers = phrases("between", "from", "since").map(RegExp.escape).join("|");
  return {
    to: new Set([...phrases("to", "through"), "-", "–"]),
    and: new Set(phrases("and")),
    sort: new RegExp(`(?<=^|\\s)(?:${phrases("fiscal").map(RegExp.escape).join("|")})\\s+$`, "iu"),
    since: new RegExp(`(?<=^|\\s)(?:${phrases("since").map(RegExp.escape).join("|")})\\s+$`, "iu"),
    between: new RegExp(`(?:^|\\s)(?:${openers})\\s*$`, "iu"),
  };
};

/** "From 2015/16 to 2018/19": one stretch of years; "2015/16 and 2018/19" are two. */
const isRange = (text: string, [one, other]: readonly [SplitYear, SplitYear], words: Words): boolean => {
  const joint = text.slice(one.at[1], other.at[0]).trim().toLowerCase();
  return words.to.has(joint) || (words.and.has(joint) && words.between.test(text.slice(0, one.at[0])));
};

/** Where figures call their years "2015/16", the years of a question that are called so, and the runs of them. */
export const findSplitYears = (text: string, vocabulary: Vocabulary): readonly PeriodMention[] => {
  if (vocabulary.splitYears.size === 0) return [];
  const words = wordsOf(vocabulary);
  const years = findYears(text, vocabulary).map((year) => withSort(text, year, words));
  const mentions: PeriodMention[] = [];
  for (let at = 0; at < years.length; at += 1) {
    const [one, other] = [years[at], years[at + 1]];
    if (one === undefined) break;
    if (other === undefined || !isRange(text, [one, other], words)) {
      const opener = words.since.exec(text.slice(0, one.at[0]))?.[0] ?? "";
      mentions.push(opener === "" ? mentionOf(one) : sinceMention(text, one, opener.length));
      continue;
    }
    const span = [one.at[0], other.at[1]] as const;
    const label = `${one.period.label} to ${other.period.label}`;
    const period = { label, start: one.period.start, end: other.period.end };
    const ends = [one.period, other.period] as const;
    mentions.push({
      reference: { kind: "range", period, grain: "span", basis: "unstated", ends },
      text: text.slice(...span),
      at: span,
    });
    at += 1;
  }
  return mentions;
};
