import type { CalendarDate } from "../calendar/day.ts";
import type { CalendarWords } from "./calendar-words.ts";
import { BOUND_RULES } from "./periods/bound-rules.ts";
import { inheritBasis, inheritYear, quarterOfYearSaid } from "./periods/inherit-basis.ts";
import { lexCalendar, type NamedPhrase } from "./periods/lex-calendar.ts";
import type { Lexeme, Made } from "./periods/lexeme.ts";
import { markShortYears } from "./periods/mark-short-years.ts";
import { MONTH_RULES } from "./periods/month-rules.ts";
import { absorbOwnDates, joinNamedAroundDates, yearsFromNamed } from "./periods/named-dates.ts";
import { NAMED_RULES } from "./periods/named-rules.ts";
import { PART_RULES } from "./periods/part-rules.ts";
import type { Today } from "./periods/point.ts";
import { withinMade } from "./periods/reference.ts";
import { reduce, ruleBook } from "./periods/rule.ts";
import { settleMonths } from "./periods/settle-months.ts";
import { settleRates } from "./periods/settle-rates.ts";
import { settleSeasons } from "./periods/settle-seasons.ts";
import { THREAD_RULES } from "./periods/thread-rules.ts";
import { YEAR_RULES } from "./periods/year-rules.ts";
import type { PeriodMention, ReferencePeriod } from "./reference-period.ts";

export type { NamedPhrase } from "./periods/lex-calendar.ts";

export type PeriodContext = {
  readonly askedOn: CalendarDate;
  /** 1 to 12; fiscal years are named after the year they end in. */
  readonly fiscalYearStartMonth: number;
  readonly named: readonly NamedPhrase[];
  readonly words: CalendarWords;
};

const YEARS = ruleBook(YEAR_RULES);
const MONTHS = ruleBook(MONTH_RULES);
const PARTS = ruleBook(PART_RULES);
const REFERENCES = ruleBook([...BOUND_RULES, ...NAMED_RULES, ...THREAD_RULES]);

const referencesOf = ({ made, senses }: Lexeme): readonly ReferencePeriod[] => {
  const month = senses.get("month");
  if (made.kind === "nothing" && month !== undefined)
    return [{ kind: "recurring_month", month: Number(month) }];
  if (made.kind === "references") return made.references;
  return [referenceMadeOf(made)].filter((reference) => reference !== null);
};

const referenceMadeOf = (made: Made): ReferencePeriod | null => {
  if (made.kind === "reference") return made.reference;
  if (made.kind !== "point") return null;
  const within = withinMade(made.point);
  return within.kind === "reference" ? within.reference : null;
};

/**
 * Every period of a text, left to right, none overlapping but where one phrase names two: years, then the months and days in them, then
 * parts of those, then what is said of them ("since", "through"); each step reads what the one before made.
 * "and since FY2022?" → [{ reference: { kind: "since", start: "2021-10-01", … }, text: "since FY2022", at: [4, 16] }].
 */
export const findPeriods = (text: string, context: PeriodContext): readonly PeriodMention[] => {
  const { named, words, askedOn, fiscalYearStartMonth } = context;
  const today: Today = { askedOn, fiscalYearStartMonth };
  const lexemes = settleMonths(text, settleSeasons(settleRates(lexCalendar(text, words, named))));
  const years = inheritBasis(reduce(markShortYears(lexemes, today), YEARS, today), today);
  const months = quarterOfYearSaid(inheritYear(reduce(years, MONTHS, today)));
  const dated = absorbOwnDates(joinNamedAroundDates(text, named)(months));
  const parts = reduce(yearsFromNamed(dated, named), PARTS, today);
  return reduce(parts, REFERENCES, today).flatMap((lexeme) =>
    referencesOf(lexeme).map((reference) => ({
      reference,
      text: text.slice(...lexeme.at),
      at: lexeme.at,
    })),
  );
};
