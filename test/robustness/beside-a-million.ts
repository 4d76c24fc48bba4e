import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figuresIn, makeCatalogue, type Shape, writePack } from "../bench/catalogue.ts";
import type { Part, Score } from "./report.ts";
import { scoreOf } from "./report.ts";

/** The two shapes of a million made-up figures. */
const SHAPES: readonly Shape[] = [
  { measures: 250, places: 400, years: 10 },
  { measures: 4_000, places: 50, years: 5 },
];
const SEED = 1;

/** In percent: so much less may be right with others beside; no more may do harm. */
const MOST_LOST = 1;

export type Beside = {
  readonly title: string;
  readonly shape: Shape;
  readonly alone: Score;
  readonly beside: Score;
};

/** The packs with a million other figures beside them, in a folder that is gone afterwards. */
const withOthers = <Value>(data: string, shape: Shape, work: (data: string) => Value): Value => {
  const folder = mkdtempSync(join(tmpdir(), "beside-a-million-"));
  try {
    cpSync(data, folder, { recursive: true });
    writePack(folder, makeCatalogue(shape, SEED));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The same questions, asked of the packs alone and with a million other figures beside them. */
export const askBeside = (
  data: string,
  alone: readonly Part[],
  ask: (data: string) => readonly Part[],
): readonly Beside[] =>
  SHAPES.flatMap((shape) =>
    withOthers(data, shape, ask).map((part, at): Beside => {
      const same = alone[at];
      if (same === undefined) throw new Error(`${part.title} was not asked of the packs alone`);
      return { title: part.title, shape, alone: scoreOf(same), beside: scoreOf(part) };
    }),
  );

const sayScore = ({ right, harm }: Score): string => `${right.toFixed(2)}% right, ${harm.toFixed(2)}% harm`;

export const sayBeside = ({ title, shape, alone, beside }: Beside): string =>
  `${title}\n  alone ${sayScore(alone)}; beside ${figuresIn(shape)} others (${shape.measures} × ${shape.places} × ${shape.years}) ${sayScore(beside)}`;

/** What is lost with others beside, in a sentence; null where nothing is. */
export const lostBeside = (one: Beside): string | null =>
  one.beside.right < one.alone.right - MOST_LOST || one.beside.harm > one.alone.harm ? sayBeside(one) : null;
