import type { Answer } from "../answer/answer.ts";
import { citationOf } from "../answer/cite.ts";
import { labelOf } from "../answer/say.ts";
import { type CalendarDate, readDay } from "../calendar/day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Fate, fateOf, stateOf } from "../catalog/figure-state.ts";
import type { Observation } from "../catalog/observation.ts";
import { formatQuantity, inLocale } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
import type { Change, Correction } from "../message/correction.ts";
import type { Message } from "../message/message.ts";
import type { Memory } from "../question/memory.ts";
import type { Rest, Telling } from "../store/telling.ts";
import { toldOf } from "./told-of.ts";

type Asking = (
  asked: { readonly text: string; readonly askedOn: CalendarDate; readonly locale: string | null },
  before: Memory | null,
) => { readonly answer: Answer; readonly message: Message };

export type Reviewing = {
  readonly catalog: Catalog;
  readonly wording: FigureWording;
  /** Asks a question again, as it was asked. */
  readonly ask: Asking;
};

/** What has become of a message that told figures, and what the ledger is to say of it from now on. */
export type Review = Correction & Pick<Telling, "told" | "rests">;

/** The held figures that an answer's numbers rest on, as they are. */
export const restsOf = ({ values }: Pick<Answer, "values">, catalog: Catalog): readonly Rest[] => {
  const ids = new Set(values.flatMap(({ figures }) => figures));
  return [...ids].flatMap((id) => {
    const held = catalog.figures.get(id);
    return held === undefined ? [] : [restOf(held, catalog)];
  });
};

const restOf = (held: Observation, catalog: Catalog): Rest => {
  const measure = catalog.measures.get(held.measure);
  const label = measure === undefined ? held.measure : labelOf({ measure, members: held.members }, catalog);
  return { ...stateOf(held), members: [...held.members], label, unit: measure?.unit ?? "" };
};

const whatOf = ({ label, period }: Rest): string => `${label}, ${period.label}`;

const changedTo = (rest: Rest, now: Observation, { catalog, wording }: Speaking): Change => {
  const fresh = restOf(now, catalog);
  const [what, other] = [whatOf(rest), whatOf(fresh)];
  return {
    key: `${rest.id} ${JSON.stringify(stateOf(now))}`,
    what,
    was: formatQuantity(rest, wording),
    now: { what: other === what ? null : other, says: formatQuantity(fresh, wording) },
    why: now.reason ?? null,
    citation: citationOf(now, catalog),
    isExplained: true,
  };
};

type Speaking = Pick<Reviewing, "catalog" | "wording">;

const changeOf = (rest: Rest, fate: Fate, speaking: Speaking): readonly Change[] => {
  const gone = { what: whatOf(rest), was: formatQuantity(rest, speaking.wording), now: null, citation: null };
  switch (fate.kind) {
    case "stands":
      return [];
    case "changed":
      return [changedTo(rest, fate.now, speaking)];
    case "withdrawn":
      return [{ ...gone, key: `${rest.id} withdrawn`, why: fate.reason, isExplained: true }];
    case "gone":
      return [{ ...gone, key: `${rest.id} gone`, why: null, isExplained: false }];
  }
};

/** The same things told of the same periods, whatever the numbers: then an answer is the one that it was. */
const isSameQuestion = (told: Telling["told"], again: Telling["told"]): boolean => {
  const things = (all: Telling["told"]): string =>
    JSON.stringify(all.map(({ label, period }) => `${label}, ${period}`).toSorted());
  return things(told) === things(again);
};

const askAgain = (telling: Told, { ask }: Reviewing): ReturnType<Asking> | null => {
  const askedOn = readDay(telling.askedOn);
  if (askedOn === null) return null;
  const again = ask({ text: telling.question, askedOn, locale: telling.locale }, telling.before);
  if (again.answer.status !== "answered") return null;
  return isSameQuestion(telling.told, toldOf(again.answer)) ? again : null;
};

/** Where the answer cannot be given again: its sentence with the new figure in it, or none. */
const mend = (headline: string, changes: readonly Change[]): string | null => {
  const isMendable = changes.every(({ was, now }) => now?.what === null && headline.includes(was));
  if (!isMendable) return null;
  return changes.reduce((text, { was, now }) => text.replace(was, () => now?.says ?? was), headline);
};

/** What was told, and all that is needed to ask for it again. */
export type Told = Pick<
  Telling,
  "question" | "askedOn" | "locale" | "before" | "headline" | "told" | "rests"
>;

/** Null where all that a message told still stands; else what is to be said of it, as it would be answered now. */
export const reviewTelling = (telling: Told, reviewing: Reviewing): Review | null => {
  const { catalog } = reviewing;
  const speaking = { catalog, wording: inLocale(reviewing.wording, telling.locale) };
  const [first, ...rest] = telling.rests.flatMap((one) => changeOf(one, fateOf(one, catalog), speaking));
  if (first === undefined) return null;
  const changes = [first, ...rest] as const;
  const again = askAgain(telling, reviewing);
  if (again === null) {
    const now = mend(telling.headline, changes);
    return { changes, headline: { was: telling.headline, now }, below: [], told: [], rests: [] };
  }
  return {
    changes,
    headline: { was: telling.headline, now: again.answer.headline },
    below: again.message.blocks.filter(({ kind }) => kind !== "headline"),
    told: toldOf(again.answer),
    rests: [...restsOf(again.answer, catalog)],
  };
};
