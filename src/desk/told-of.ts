import type { Answer } from "../answer/answer.ts";
import type { Telling } from "../store/telling.ts";

/** What the ledger keeps of an answer's numbers: each with the held figures that it rests on. */
export const toldOf = ({ values }: Answer): Telling["told"] =>
  values.map(({ figures, value, unit, label, period }) => ({
    figures: [...figures],
    value,
    unit,
    label,
    period: period.label,
  }));
