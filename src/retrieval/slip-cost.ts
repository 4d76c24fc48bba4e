/** Keys that lie side by side on the usual keyboard, row by row. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;

/**
 * What each slip of the finger costs, beside 1 for a letter too many. Swapped neighbours, doubled and left-out
 * letters and neighbouring keys are what people mistype; any other letter in the place of one is more often
 * another word. Measured with generated typing mistakes in `npm run robustness`.
 */
export const SLIPS = {
  swapped: 0.8,
  doubled: 0.85,
  missing: 0.9,
  neighbour: 0.95,
  extra: 1,
  other: 1.2,
} as const;

const PLACES: ReadonlyMap<string, readonly [row: number, column: number]> = new Map(
  ROWS.flatMap((keys, row) => [...keys].map((letter, column) => [letter, [row, column] as const] as const)),
);

const areNeighbours = (one: string, other: string): boolean => {
  const [a, b] = [PLACES.get(one), PLACES.get(other)];
  if (a === undefined || b === undefined) return false;
  return Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
};

const replaced = (typed: string, meant: string): number => {
  if (typed === meant) return 0;
  return areNeighbours(typed, meant) ? SLIPS.neighbour : SLIPS.other;
};

type Row = readonly number[];

type Step = {
  readonly typed: string;
  readonly meant: string;
  readonly at: number;
  readonly above: Row;
  readonly twoAbove: Row;
};

const FAR = Number.POSITIVE_INFINITY;

/** The cheapest way to have typed the first letters of `typed` for the first `column` letters of `meant`. */
const cheapest = ({ typed, meant, at, above, twoAbove }: Step, column: number, before: number): number => {
  const letter = typed[at - 1] ?? "";
  const wanted = meant[column - 1] ?? "";
  const swapped = at > 1 && column > 1 && letter === meant[column - 2] && typed[at - 2] === wanted;
  const extra = letter === typed[at - 2] ? SLIPS.doubled : SLIPS.extra;
  return Math.min(
    (above[column - 1] ?? FAR) + replaced(letter, wanted),
    (above[column] ?? FAR) + extra,
    before + SLIPS.missing,
    swapped ? (twoAbove[column - 2] ?? FAR) + SLIPS.swapped : FAR,
  );
};

const nextRow = (step: Step): Row => {
  const row = [step.at * SLIPS.extra];
  for (let column = 1; column <= step.meant.length; column += 1)
    row.push(cheapest(step, column, row[column - 1] ?? FAR));
  return row;
};

/**
 * What the slips cost that make one word of another (weighted optimal string alignment): "childern" for
 * "children" 0.8, "arests" for "arrests" 0.9, 0 for the same word.
 */
export const slipCost = (typed: string, meant: string): number => {
  let twoAbove: Row = [];
  let above: Row = Array.from({ length: meant.length + 1 }, (_, column) => column * SLIPS.missing);
  for (let at = 1; at <= typed.length; at += 1) {
    const row = nextRow({ typed, meant, at, above, twoAbove });
    twoAbove = above;
    above = row;
  }
  return above[meant.length] ?? FAR;
};
