import type { Random } from "./random.ts";
import {
  CONTRACTIONS,
  FILLERS_AFTER,
  FILLERS_BEFORE,
  FILLERS_WITHIN,
  POLITE_AFTER,
  POLITE_BEFORE,
  PREAMBLES,
} from "./small-talk.ts";
import { withTypos } from "./typos.ts";

/** Other ways of writing a question that means the same; none where the change does not fit it. */
export type Clothes = {
  readonly kind: string;
  readonly dress: (question: string, random: Random) => readonly string[];
};

/** How many are drawn, where there are many ways. */
const PREAMBLED = 3;
const POLITE = 2;
const TYPED = 3;

const LAST_MARKS = /[\s?.!,;:]+$/u;
const MARKS = /(?<!\d)[,.;:!?()"“”](?!\w)|[,;:!?()"“”](?!\w)|(?<=\s)["“(]/gu;
const SENTENCE = /^ \p{Lu}/u;
const COMMAS = /,(?!\d)/gu;
const FIRST_LETTERS = /(?<![\p{L}\p{M}\d'’])\p{L}/gu;
const HOW_MANY = /\bhow (many|much|big)\b/iu;
const QUESTION_WORD = /^(?:how|what|which|who|where|when)\b/iu;
/** A name or an abbreviation, which keeps its capitals when something is put before it. */
const LOWER_FIRST = /^\p{Lu}(?=\p{Ll}+ )/u;

const bare = (question: string): string => question.replace(LAST_MARKS, "");
const oneSpaced = (text: string): string => text.replace(/\s+/gu, " ").trim();
const other = (question: string, variants: readonly string[]): readonly string[] => [
  ...new Set(variants.filter((variant) => variant !== question)),
];

const punctuate = (question: string): readonly string[] => [
  oneSpaced(question.replaceAll(MARKS, " ")),
  `${bare(question)}??`,
  `${bare(question)}...`,
  `${bare(question)}.`,
  `${bare(question)} ?`,
  question.replaceAll(COMMAS, ""),
];

const capitalised = (like: string, text: string): string =>
  like[0] === like[0]?.toUpperCase() ? `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}` : text;

/** "What's" → "What is", and the reverse; "Whats" and the typesetter's apostrophe besides. */
const contract = (question: string): readonly string[] =>
  CONTRACTIONS.flatMap(([short, long]) => {
    const from = (text: string): RegExp => new RegExp(`\\b${text.replaceAll("'", "['’]?")}\\b`, "iu");
    const to = (text: string) => (found: string) => capitalised(found, text);
    if (from(short).test(question))
      return [long, short.replace("'", "’"), short.replace("'", "")].map((text) =>
        question.replace(from(short), to(text)),
      );
    return from(long).test(question) ? [question.replace(from(long), to(short))] : [];
  });

/** A sentence of thanks comes after a full stop, a word of it follows as it is. */
const followed = (question: string, words: string): string =>
  LAST_MARKS.test(question) || !SENTENCE.test(words) ? `${question}${words}` : `${question}.${words}`;

const fill = (question: string, random: Random): readonly string[] => {
  const within = `${random.pick(FILLERS_WITHIN)},`;
  return [
    `${random.pick(FILLERS_BEFORE)}${QUESTION_WORD.test(question) ? question.replace(LOWER_FIRST, (first) => first.toLowerCase()) : question}`,
    `${bare(question)}${random.pick(FILLERS_AFTER)}`,
    question.replace(HOW_MANY, (found) => `${found}, ${within}`),
  ];
};

const typed =
  (slips: number) =>
  (question: string, random: Random): readonly string[] =>
    Array.from({ length: TYPED }, () => withTypos(question, slips, random) ?? question);

/** A period at the very end: "in 2019", "for fiscal 2024", "since 2019"; or a year that stands there bare. */
const LAST_PERIOD =
  /[\s,]+((?:(?:in|for|during|since) )?(?:(?:the )?(?:fiscal|financial)(?: year)? |FY ?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?(?:19|20)\d\d|(?:in |for )?FY ?\d\d)[?.! ]*$/iu;
const TWO_PARTS =
  /[.!?:;] |\b(?:between|from|than|vs|versus|to|and|through|thru|of|or|by|like)$|\d{4}|\bFY ?\d/iu;
const OPENING = /^(?:is it true that|is it right that|true or false:) /iu;

/** "How many got asylum in 2019?" → "In 2019, how many got asylum?"; only where one period closes one sentence. */
const turn = (question: string): readonly string[] => {
  const period = LAST_PERIOD.exec(question)?.[1];
  if (period === undefined) return [];
  const opening = OPENING.exec(question)?.[0] ?? "";
  const rest = question.replace(LAST_PERIOD, "").slice(opening.length);
  if (rest === "" || TWO_PARTS.test(rest)) return [];
  const asked = QUESTION_WORD.test(rest) ? rest.replace(LOWER_FIRST, (first) => first.toLowerCase()) : rest;
  if (opening !== "") return [`${opening}${period} ${asked}?`];
  const colon = /^since /iu.test(period) ? [] : [`${period.replace(/^(?:in|for|during) /iu, "")}: ${asked}`];
  return [capitalised("A", `${period}, ${asked}?`), ...colon];
};

export const CLOTHES: readonly Clothes[] = [
  {
    kind: "preamble",
    dress: (question, random) => random.sample(PREAMBLES, PREAMBLED).map((words) => `${words} ${question}`),
  },
  {
    kind: "politeness",
    dress: (question, random) => [
      ...random.sample(POLITE_BEFORE, POLITE).map((words) => `${words}${question}`),
      ...random.sample(POLITE_AFTER, POLITE).map((words) => followed(question, words)),
    ],
  },
  {
    kind: "case",
    dress: (question) => [
      question.toLowerCase(),
      question.toUpperCase(),
      question.toLowerCase().replaceAll(FIRST_LETTERS, (letter) => letter.toUpperCase()),
    ],
  },
  { kind: "punctuation", dress: punctuate },
  { kind: "contraction", dress: contract },
  { kind: "filler", dress: fill },
  { kind: "word order", dress: turn },
  { kind: "one typo", dress: typed(1) },
  { kind: "two typos", dress: typed(2) },
];

/** Every variant of a question by a kind of change, each another text than the question's own. */
export const variantsBy = ({ dress }: Clothes, question: string, random: Random): readonly string[] =>
  other(question, dress(question, random));
