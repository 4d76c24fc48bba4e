import { addDays, type CalendarDate } from "../../calendar/day.ts";
import { overlaps } from "../../calendar/period.ts";
import type { NamedPeriod } from "../reference-period.ts";
import type { Lexeme, Made } from "./lexeme.ts";
import { addUnits, type Today } from "./point.ts";
import { referenceMade, sinceMade, untilMade } from "./reference.ts";
import {
  has,
  type Match,
  namedOf,
  numberOf,
  pointsOf,
  type Reading,
  type Rule,
  rule,
  unitOf,
  wordOf,
} from "./rule.ts";

/** Of several periods with one name, the latest that had begun: asked in 2026, the second of two terms. */
const latestOf = (match: Match, { askedOn }: Today): NamedPeriod | null => {
  const named = namedOf(match).toSorted((one, other) => (one.period.start < other.period.start ? 1 : -1));
  return named.find(({ period }) => period.start <= askedOn) ?? named[0] ?? null;
};

/** A date behind a name must be its own: "the order that began June 5", not "the order in 2019". */
const keepsDate = (match: Match, { period }: NamedPeriod): boolean =>
  pointsOf(match).every((point) =>
    overlaps(point.period, { label: "", start: period.start, end: period.start }),
  );

const POSSESSIVE = /^['’] ?s$/u;

const isPossessive = (lexeme: Lexeme | null): boolean => lexeme !== null && POSSESSIVE.test(lexeme.text);

/** "A week before her limits end" counts from no term of hers: a name that only owns what follows is no time. */
const onlyOwns = ({ filled, after }: Match): boolean =>
  isPossessive(after) || (isPossessive(filled.at(-1)?.lexeme ?? null) && after !== null);

const withNamed =
  (read: (named: NamedPeriod, match: Match) => Made | null): Reading =>
  (match, today) => {
    const named = latestOf(match, today);
    if (named === null || onlyOwns(match) || !keepsDate(match, named)) return null;
    return read(named, match);
  };

const isEvent = ({ period }: NamedPeriod): boolean => period.start === period.end;

const since = withNamed(({ name, period }, match) => {
  if (has(match, "edge") && wordOf(match, "edge") !== "start") return null;
  return sinceMade({ start: period.start, label: `since ${name}` }, "day");
});

/** "Since the mayor signed his order": the order's day, and not the mayor's term. */
const ofLast =
  (read: Reading): Reading =>
  (match, today) =>
    read({ ...match, filled: match.filled.slice(-1) }, today);

const before = withNamed(({ name, period }) => untilMade(addDays(period.start, -1), `before ${name}`));

/** "Before and after the order", "on either side of it": up to the event, and from it on. */
const bothSides: Reading = (match, today) => {
  const [one, other] = [before(match, today), since(match, today)];
  if (one?.kind !== "reference" || other?.kind !== "reference") return null;
  return { kind: "references", references: [one.reference, other.reference] };
};

const sinceEnacted = ofLast(since);
const beforeEnacted = ofLast(before);

/** "And before the order?", which opens a question. */
const opening =
  (read: Reading): Reading =>
  (match, today) =>
    match.before === null ? read(match, today) : null;

/** "Until the order" ends where it begins; "until the Smith administration" needs a "began" to say so. */
const until = withNamed((named, match) =>
  isEvent(named) || has(match, "began")
    ? untilMade(addDays(named.period.start, -1), `until ${named.name}`)
    : null,
);

/** So many days, weeks or months that end before an event begins, or that begin with it. */
const stretchBeside = (start: CalendarDate, match: Match) => {
  const [unit, count] = [unitOf(match), numberOf(match, "count") ?? 1];
  return has(match, "before")
    ? { start: addUnits(start, unit, -count), end: addDays(start, -1) }
    : { start, end: addDays(addUnits(start, unit, count), -1) };
};

const beside = withNamed(({ id, name, period }, match) => {
  const count = numberOf(match, "count");
  if (count === null && has(match, "unit") && isPlural(match)) return null;
  const size = count === null || count === 1 ? unitOf(match) : `${count} ${unitOf(match)}s`;
  const label = `the ${size} ${has(match, "before") ? "before" : "after"} ${name}`;
  return referenceMade({
    kind: "beside_event",
    period: { label, ...stretchBeside(period.start, match) },
    event: id,
  });
});

const isPlural = ({ filled }: Match): boolean => filled.some(({ lexeme }) => lexeme.senses.has("plural"));

const itself: Reading = (match) => {
  const [first, ...others] = namedOf(match);
  if (first === undefined || !keepsDate(match, first)) return null;
  return referenceMade({ kind: "named", periods: [first, ...others] });
};

/** Periods that packs name: a term of office, an order, a war. */
export const NAMED_RULES: readonly Rule[] = [
  rule("named tenure? began?", itself),
  rule("under named tenure? began?", itself),
  rule("so_far under? named tenure?", itself),
  rule("named tenure? so_far", itself),
  rule("under? named began on point", itself),
  rule("since|after named tenure? began? to_now|so_far?", since),
  rule("since|after named enacted named", sinceEnacted),
  rule("before named enacted named", beforeEnacted),
  rule("since|after named began on? point", since),
  rule("since edge named tenure?", since),
  rule("before and|or after named tenure? began?", bothSides),
  // "And after" is one phrase, as in "2020 and after".
  rule("before onward named tenure? began?", bothSides),
  rule("around_event named tenure? began?", bothSides),
  rule("post ~dash ~named", since),
  rule("before named tenure? began?", before),
  rule("and_earlier named tenure? began?", opening(before)),
  rule("before named began on? point", before),
  rule("pre ~dash ~named", before),
  rule("through named began?", until),
  rule("count? unit before|after named tenure? began?", beside),
  rule("count? unit before|after named began on? point", beside),
];
