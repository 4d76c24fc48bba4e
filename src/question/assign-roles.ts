import { baseRole, type Read, type Stretch } from "./base-role.ts";
import { asideRanges } from "./find-asides.ts";
import { framesByToken } from "./find-frames.ts";
import { type Surface, spansOf } from "./find-surface.ts";
import { correctionRanges, exclusionRanges, inclusionRanges, indifferentRanges } from "./find-taken-back.ts";
import type { Role } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

const within = (index: number, ranges: readonly Stretch[]): boolean =>
  ranges.some(({ from, to }) => from <= index && index < to);

export type Assigned = {
  readonly roles: readonly Role[];
  /** Tokens outside the question proper: its periods and numbers count only where it has none itself. */
  readonly isAside: (index: number) => boolean;
  readonly isExcluded: (index: number) => boolean;
};

/** They are what they are, wherever they stand. */
const READ: readonly Role[] = ["period", "quantity", "stop"];

/** What each word of the question does in it. */
export const assignRoles = (
  surface: Surface,
  vocabulary: Pick<Vocabulary, "periodWords" | "subjectStems" | "headWords">,
): Assigned => {
  const { periodWords, subjectStems, headWords } = vocabulary;
  const { tokens, frames, quantities } = surface;
  const framesAt = framesByToken(frames, tokens.length);
  const words = { periodWords, subjectStems, headWords };
  const read: Read = { ...surface, ...words, framesAt, numbers: spansOf(quantities) };
  const base = read.tokens.map((_, index) => baseRole(index, read));
  const asides = asideRanges(read, base);
  const exclusions = [...exclusionRanges(read), ...correctionRanges(read)];
  const inclusions = inclusionRanges(read);
  const indifferent = indifferentRanges(read);
  const isAside = (index: number): boolean => within(index, asides);
  const isExcluded = (index: number): boolean => within(index, exclusions);
  const around = (role: Role, index: number): Role => {
    if (isExcluded(index) || within(index, indifferent)) return "excluded";
    if (within(index, inclusions)) return role === "content" ? "included" : "excluded";
    return isAside(index) && role !== "empty" ? "aside" : role;
  };
  const roles = base.map((role, index) => (READ.includes(role) ? role : around(role, index)));
  return { roles, isAside, isExcluded };
};
