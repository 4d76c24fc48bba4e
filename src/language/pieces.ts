import { lately } from "./lately.ts";
import { foldText } from "./normalise.ts";
import type { Span } from "./span.ts";

/**
 * The smallest part of a text that a phrase is made of: a run of letters, a run of digits, or one sign.
 * "FY24’s" is "fy", "24", "'", "s".
 */
export type Piece = {
  readonly kind: "letters" | "digits" | "sign";
  /** Folded: lower case, straight quotes, plain hyphens. */
  readonly text: string;
  readonly at: Span;
  /** Whether it touches the piece before it, with no space between. */
  readonly glued: boolean;
};

const PIECE = /(\p{N}+)|([\p{L}\p{M}]+)|\S/gu;

const kindOf = (match: RegExpExecArray): Piece["kind"] => {
  if (match[1] !== undefined) return "digits";
  return match[2] === undefined ? "sign" : "letters";
};

export const splitPieces: (text: string) => readonly Piece[] = lately((text) => {
  let end = -1;
  return Array.from(foldText(text).matchAll(PIECE), (match): Piece => {
    const at: Span = [match.index, match.index + match[0].length];
    const glued = at[0] === end;
    end = at[1];
    return { kind: kindOf(match), text: match[0], at, glued };
  });
});

/** A hyphen that joins the words beside it ("at-large"), not a dash that parts them ("at large - more"). */
export const isJoiningHyphen = (pieces: readonly Piece[], index: number): boolean => {
  const piece = pieces[index];
  if (piece === undefined || piece.text !== "-") return false;
  return piece.glued || pieces[index + 1]?.glued === true;
};
