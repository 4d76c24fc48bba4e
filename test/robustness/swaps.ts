import type { Topic } from "../../src/desk.ts";
import { addedPeriods, otherPeriods } from "./other-periods.ts";
import {
  ADJECTIVES,
  AGENCIES,
  NATIONALITIES,
  PERSONS,
  PLACES,
  POPULATIONS,
  QUALIFIERS,
  SECTORS,
} from "./strangers.ts";

/** A question that is answered right, and what its answer rests on. */
export type Subject = {
  readonly text: string;
  /** The evaluation's word for what sort of question it is. */
  readonly kind: string;
  readonly isClaim: boolean;
  readonly unit: string;
  /** Whether its answer is what was counted, and no goal, proposal or threshold. */
  readonly isActual: boolean;
  readonly topics: readonly Topic[];
};

/** One part of a question changed for one that is not held; none where the question has no such part. */
export type Swap = { readonly kind: string; readonly swap: (subject: Subject) => readonly string[] };

/** What closes a claim or a sentence; a qualifier goes before it. */
const TAIL =
  /(?:[,.]? (?:is (?:that|this) (?:right|correct|true)|true or false|true|right|correct|yes|pls|please))?[\s?.!]*$/iu;

/** An aside at the end, to which a qualifier would belong instead of to the question. */
const ASIDE = /, (?:not|all|the|just|before|when)\b|\(|\btable\b/iu;

/** "How many got asylum?", "under 18" → "How many got asylum under 18?"; as it was where an aside closes it. */
const withPhrase = (text: string, phrase: string): string =>
  ASIDE.test(text) ? text : text.replace(TAIL, (tail) => ` ${phrase}${tail || "?"}`);

const COUNTS_OF_PEOPLE = ["people", "arrests", "removals", "crossings"];
const COUNTS = [...COUNTS_OF_PEOPLE, "cases", "officers", "countries", "days"];

const isRule = ({ topics }: Subject): boolean => topics.some(({ measure }) => measure.timeKind === "rule");
const isOfPeople = (subject: Subject): boolean =>
  !isRule(subject) && subject.topics.every(({ measure }) => COUNTS_OF_PEOPLE.includes(measure.unit));

/** Everyone that the held figures are about, as people call them, where last named: first may be an aside. */
const EVERYONE =
  /\b(?:undocumented |illegal |alien |unaccompanied |migrant )*(people|ppl|persons|migrants|immigrants|illegals|noncitizens|detainees|kids|children|minors|asylum seekers|mexicans|convicted criminals)\b(?!.*\b(?:people|ppl|persons|migrants|immigrants|illegals|kids|children|minors)\b)/isu;
const CHILDREN = /\b(?:kids|children|childern|minors|uac)\b/iu;

const replaced = (text: string, pattern: RegExp, others: readonly string[]): readonly string[] =>
  pattern.test(text) ? others.map((other) => text.replace(pattern, other)) : [];

const OTHER_PERSON: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=\b(?:since|under) )bidens?\b(?!'|’)/iu, PERSONS.biden],
  [/\bbiden(?=['’]?s (?:\S+ )*order\b)/iu, PERSONS.biden],
  [/\bhoman\b/iu, PERSONS.homan],
  [/\b(?:lindsey )?graham(?=['’]?s\b)/iu, PERSONS.graham],
  [/\bjd vance\b/iu, PERSONS.vance],
];

/** What was done becomes what was meant to be done. */
const PLANNED: readonly (readonly [RegExp, string])[] = [
  [/\bdid ICE (?=arrest|make|do|pick up|deport)/iu, "did ICE plan to "],
  [/\bdoes ICE have\b/iu, "does ICE plan to have"],
  [/\b(?:at[- ]large )?arrests\b/iu, "planned $&"],
  [/\b(?:deportations|removals)\b/iu, "planned $&"],
  [/\bdetainees\b/iu, "planned $&"],
  [/(?<!not )\basylum grants\b/iu, "planned $&"],
  [/\bwere (?=granted|ordered|allowed)/iu, "were planned to be "],
  [/\b(?:got|won) asylum\b/iu, "were projected to get asylum"],
];

/** What was meant to be done becomes what was done. */
const DONE: readonly (readonly [RegExp, string])[] = [
  [/\bgoal for\b/iu, "actual count in"],
  [
    /\bdid (JD Vance) say the deportations would start with\b/iu,
    "of deportations did $1 say were carried out",
  ],
  [
    /\bnew ICE money in the continuing resolution\b/iu,
    "ICE money spent so far from the continuing resolution",
  ],
];

const turned = (text: string, turns: readonly (readonly [RegExp, string])[]): readonly string[] =>
  turns.flatMap(([from, to]) => (from.test(text) ? [text.replace(from, to)] : []));

/** A lookup: a change or a share in another unit might be fairly worked out. */
const isPlain = ({ kind, isClaim }: Subject): boolean => !isClaim && kind.startsWith("lookup");

const otherUnits = (subject: Subject): readonly string[] => {
  if (!isPlain(subject)) return [];
  const { text, unit } = subject;
  const units = ["in euros", "per household", ...(COUNTS.includes(unit) ? ["in dollars", "in percent"] : [])];
  return units.map((other) =>
    withPhrase(text, unit === "usd" && other === "in euros" ? "in euros, not dollars" : other),
  );
};

const addedQualifiers = (subject: Subject): readonly string[] => {
  const { text } = subject;
  if (!isOfPeople(subject)) return [];
  const excluded = CHILDREN.test(text) ? ["under 18", "with college degrees"] : [];
  const without = /mexican/iu.test(text) ? [...excluded, "excluding Mexicans", "born in Cuba"] : excluded;
  const phrases = QUALIFIERS.filter((phrase) => !without.includes(phrase)).map((phrase) =>
    withPhrase(text, phrase),
  );
  const everyone = EVERYONE.exec(text)?.[0];
  const adjectives = ADJECTIVES.filter((word) => !(/mexican/iu.test(text) && /^[CM]/u.test(word)));
  return everyone === undefined
    ? phrases
    : [...phrases, ...adjectives.map((word) => text.replace(everyone, `${word} ${everyone}`))];
};

const addedPlaces = (subject: Subject): readonly string[] =>
  isRule(subject) || /nationwide|united states|southwest|san diego/iu.test(subject.text)
    ? []
    : PLACES.map((place) => withPhrase(subject.text, place));

const NATIONALITY = /\bmexicans\b/iu;

export const SWAPS: readonly Swap[] = [
  { kind: "another period", swap: ({ text, topics }) => otherPeriods(text, topics) },
  {
    kind: "a period added",
    swap: (subject) => (isRule(subject) ? [] : addedPeriods(subject.text, subject.topics)),
  },
  { kind: "another agency", swap: ({ text }) => replaced(text, /\bICE(?=s?\b|['’]s)/iu, AGENCIES) },
  {
    kind: "another nationality",
    swap: ({ text }) => replaced(text, NATIONALITY, NATIONALITIES),
  },
  {
    kind: "another place",
    swap: (subject) => [
      ...replaced(subject.text, /\bsan diego\b/iu, SECTORS),
      ...replaced(subject.text, /\bsouthern (?:border|boarder)\b/iu, [
        "northern border",
        "Canadian border",
        "Polish border",
      ]),
      ...replaced(subject.text, /\bin the southwest\b/iu, ["in the northeast", "in Florida", "at airports"]),
      ...addedPlaces(subject),
    ],
  },
  {
    kind: "another person",
    swap: ({ text }) => OTHER_PERSON.flatMap(([pattern, others]) => replaced(text, pattern, others)),
  },
  {
    kind: "another population",
    swap: (subject) => (isOfPeople(subject) ? replaced(subject.text, EVERYONE, POPULATIONS) : []),
  },
  { kind: "another unit", swap: otherUnits },
  {
    kind: "planned for done",
    swap: (subject) => (subject.isClaim || !subject.isActual ? [] : turned(subject.text, PLANNED)),
  },
  { kind: "done for planned", swap: (subject) => (subject.isActual ? [] : turned(subject.text, DONE)) },
  { kind: "a qualifier added", swap: addedQualifiers },
];
