import { figuresIn, type Shape } from "./catalogue.ts";

/** The two shapes of a million figures, and the same in small. */
export const SIZES: readonly Shape[] = [
  { measures: 10, places: 20, years: 5 },
  { measures: 100, places: 100, years: 10 },
  { measures: 400, places: 50, years: 5 },
  { measures: 250, places: 400, years: 10 },
  { measures: 4_000, places: 50, years: 5 },
];

/** The other programs look through every figure; each is asked at the sizes that it can bear. */
export const RIVAL_SIZES = {
  "fuse.js": [
    { measures: 10, places: 20, years: 5 },
    { measures: 50, places: 40, years: 5 },
  ],
  minisearch: [
    { measures: 10, places: 20, years: 5 },
    { measures: 100, places: 100, years: 10 },
  ],
  flexsearch: [
    { measures: 10, places: 20, years: 5 },
    { measures: 100, places: 100, years: 10 },
  ],
} as const satisfies Record<string, readonly Shape[]>;

export type Rival = keyof typeof RIVAL_SIZES;

/** How many questions each is asked: who takes seconds for one is asked few. */
export const QUESTIONS = { ours: 200, "fuse.js": 10, minisearch: 60, flexsearch: 200 } as const;

export const SEED = 1;

/** In a hurry, nothing of a million and nothing that takes seconds a question. */
export const isQuick = (shape: Shape): boolean => figuresIn(shape) <= 100_000;
export const isQuickRival = (rival: Rival, shape: Shape): boolean =>
  figuresIn(shape) <= (rival === "fuse.js" ? 1_000 : 100_000);
