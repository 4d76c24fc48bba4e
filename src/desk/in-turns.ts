import { setImmediate as nextTurn } from "node:timers/promises";
import type { Turns } from "../language/turns.ts";

/** Drives work to its end, and lets everybody else have a turn between each two of its own. */
export const inTurns = async <Value>(turns: Turns<Value>): Promise<Value> => {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
    await nextTurn();
  }
};
