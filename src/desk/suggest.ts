import { labelOf } from "../answer/say.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { mapInTurns, type Turns } from "../language/turns.ts";
import { findTokens, type Token } from "../language/words.ts";

/** What is typed so far, and how many completions may be shown. */
export type Suggest = (typed: string, limit: number) => readonly string[];

/** Of a measure with thousands of figures, so many of the newest are enough to complete from. */
const NEWEST = 500;

type Named = {
  readonly measure: Measure;
  /** The words of its name, and of each name that people have for it. */
  readonly names: readonly (readonly Token[])[];
};

function* namedMeasures({ measures, names }: Catalog): Turns<readonly Named[]> {
  const others = Map.groupBy(names, ({ id }) => id);
  return yield* mapInTurns(measures.values(), (measure) => ({
    measure,
    names: [measure.name, ...(others.get(measure.id) ?? []).map(({ name }) => name)].map(findTokens),
  }));
}

/** A word is begun while it is typed: "arr" is on the way to "arrests"; one that is finished has its forms too. */
const begins = (typed: Token, word: Token): boolean =>
  word.key.startsWith(typed.key) || word.stem === typed.stem;

const isIn = (typed: Token, words: readonly Token[]): boolean => words.some((word) => begins(typed, word));

type Match = {
  readonly named: Named;
  /** How many of the typed words are in the name that fits best. */
  readonly hits: number;
  /** The share of that name that was typed: 1 is all of it. */
  readonly covered: number;
  /** The typed words that are not in it. */
  readonly rest: readonly Token[];
};

const matchOf = (typed: readonly Token[], named: Named): Match => {
  const matches = named.names.map((words) => {
    const rest = typed.filter((token) => !isIn(token, words));
    const said = words.filter((word) => typed.some((token) => begins(token, word)));
    return { named, hits: typed.length - rest.length, covered: said.length / words.length, rest };
  });
  const best = matches.toSorted((a, b) => b.hits - a.hits || b.covered - a.covered)[0];
  return best ?? { named, hits: 0, covered: 0, rest: typed };
};

/** "ICE arrests, FY2024": what is held of a measure, the newest first, as far as the other typed words allow. */
const heldOf = ({ named: { measure }, rest }: Match, catalog: Catalog): readonly string[] => {
  const figures = catalog.figures
    .of(measure.id)
    .toArray()
    .toSorted((a, b) => (a.timePeriod.start < b.timePeriod.start ? 1 : -1))
    .slice(0, NEWEST);
  const plainFirst = figures.toSorted((a, b) => a.members.length - b.members.length);
  const labels = plainFirst.map(
    ({ members, timePeriod }) => `${labelOf({ measure, members }, catalog)}, ${timePeriod.label}`,
  );
  return [...new Set(labels)].filter((label) => {
    const words = findTokens(label);
    return rest.every((token) => isIn(token, words));
  });
};

/** Completes what is being typed with what is held: measures first, then the periods and groups of one typed out. */
export function* buildSuggest(catalog: Catalog, starters: () => readonly string[]): Turns<Suggest> {
  const measures = yield* namedMeasures(catalog);
  return (typed, limit) => {
    if (typed.trim() === "") return starters().slice(0, limit);
    const words = findTokens(typed);
    const matches = measures
      .map((named) => matchOf(words, named))
      .filter(({ hits }) => hits > 0)
      .toSorted((a, b) => b.hits - a.hits || b.covered - a.covered);
    const [first] = matches;
    if (first === undefined) return [];
    const fitting = matches.filter(({ hits }) => hits === first.hits);
    const held = fitting.filter(({ covered }) => covered === 1).flatMap((match) => heldOf(match, catalog));
    return [...new Set([...fitting.map(({ named }) => named.measure.name), ...held])].slice(0, limit);
  };
}
