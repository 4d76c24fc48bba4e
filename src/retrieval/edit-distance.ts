/**
 * How many slips of the finger part two words: a letter more, less or other, or two neighbours swapped
 * (optimal string alignment). "childern" → "children" is 1.
 */
export const editDistance = (a: string, b: string): number => {
  let twoAgo: number[] = [];
  let oneAgo = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (oneAgo[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (oneAgo[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (twoAgo[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    twoAgo = oneAgo;
    oneAgo = current;
  }
  return oneAgo[b.length] ?? 0;
};
