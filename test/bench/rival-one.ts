import { createRequire } from "node:module";
import Fuse from "fuse.js";
import { stemmer } from "stemmer";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { quantile, residentMemory, timed } from "./measure.ts";
import { QUESTIONS, RIVAL_SIZES, type Rival, SEED } from "./sizes.ts";
import { type Typed, typedQuestions } from "./typed-questions.ts";

// Another program over the same figures, in a process of its own: node rival-one.ts NAME MEASURES PLACES YEARS
// prints a line of JSON. Each is asked for its first find; what it finds for a question about nothing held is wrong.

export type Rivalled = { readonly memory: number; readonly p50: number; readonly right: number };

type Figure = { readonly id: number; readonly text: string; readonly value: number };
type Search = (question: string) => number | null;

const figuresOf = ({ measures, places, years, value }: Catalogue): readonly Figure[] =>
  measures.flatMap((measure, m) =>
    places.flatMap((place, p) =>
      years.map((year, y) => ({
        id: (m * places.length + p) * years.length + y,
        text: `${measure.name} ${place.name} ${year}`,
        value: value(m, p, y),
      })),
    ),
  );

const STOPS = new Set("how many were there in what was the number of did have".split(" "));

/** The words that tell, by their stems: the best that each of them is known to do with. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !STOPS.has(word))
    .map(stemmer)
    .join(" ");

const fuse = (figures: readonly Figure[]): Search => {
  const index = new Fuse(
    figures.map(({ text, value }) => ({ text: folded(text), value })),
    { keys: ["text"], ignoreLocation: true, threshold: 0.6 },
  );
  return (question) => index.search(folded(question), { limit: 1 })[0]?.item.value ?? null;
};

const require = createRequire(import.meta.url);

type Mini = {
  readonly addAll: (figures: readonly Figure[]) => void;
  readonly search: (text: string, options: object) => readonly { readonly id: number }[];
};

const minisearch = (figures: readonly Figure[]): Search => {
  // By `require`, as the packages that are measured beside ours are no part of what is checked.
  const MiniSearch = require("minisearch") as new (options: object) => Mini;
  const index = new MiniSearch({
    fields: ["text"],
    processTerm: (term: string) => stemmer(term.toLowerCase()),
  });
  index.addAll(figures);
  return (question) => {
    const [first] = index.search(folded(question), { fuzzy: 0.2, combineWith: "OR" });
    return first === undefined ? null : (figures[first.id]?.value ?? null);
  };
};

type Flex = {
  readonly add: (id: number, text: string) => void;
  readonly search: (text: string, options: object) => readonly number[];
};

const flexsearch = (figures: readonly Figure[]): Search => {
  const { Index } = require("flexsearch") as { readonly Index: new (options: object) => Flex };
  const index = new Index({ tokenize: "forward" });
  for (const { id, text } of figures) index.add(id, folded(text));
  return (question) => {
    const [first] = index.search(folded(question), { limit: 1, suggest: true });
    return first === undefined ? null : (figures[first]?.value ?? null);
  };
};

const BUILD: Readonly<Record<Rival, (figures: readonly Figure[]) => Search>> = {
  "fuse.js": fuse,
  minisearch,
  flexsearch,
};

const isRival = (name: string): name is Rival => name in RIVAL_SIZES;

const measure = (rival: Rival, catalogue: Catalogue): Rivalled => {
  const search = BUILD[rival](figuresOf(catalogue));
  const questions: readonly Typed[] = typedQuestions(catalogue, QUESTIONS[rival], SEED);
  const asked = questions.map(({ text, value: wanted }) => ({ wanted, ...timed(() => search(text)) }));
  return {
    memory: residentMemory(),
    p50: quantile(
      asked.map(({ took }) => took),
      0.5,
    ),
    right: asked.filter(({ wanted, value }) => wanted === value).length / asked.length,
  };
};

const main = (): void => {
  const [name = "", ...sizes] = process.argv.slice(2);
  if (!isRival(name)) throw new Error(`${name} is none of ${Object.keys(RIVAL_SIZES).join(", ")}`);
  const [measures = 0, places = 0, years = 0] = sizes.map(Number);
  const catalogue = makeCatalogue({ measures, places, years }, SEED);
  process.stdout.write(`${JSON.stringify(measure(name, catalogue))}\n`);
};

main();
