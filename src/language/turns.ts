/**
 * Work that is done in turns, each of them some milliseconds at the most: whoever drives it may let others have theirs
 * in between. What is large is gone through so many rows or names a turn, so that no turn grows with it.
 */
export type Turns<Value> = Generator<void, Value, void>;

/** All turns at once. */
export const atOnce = <Value>(turns: Turns<Value>): Value => {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
};

/** So many names are split into words, or rows read, in a turn: some ten microseconds for each. */
export const NAMES_A_TURN = 100;

/** Maps some values a turn. */
export function* mapInTurns<From, To>(values: Iterable<From>, map: (value: From) => To): Turns<To[]> {
  const mapped: To[] = [];
  for (const value of values) {
    if (mapped.length % NAMES_A_TURN === NAMES_A_TURN - 1) yield;
    mapped.push(map(value));
  }
  return mapped;
}
