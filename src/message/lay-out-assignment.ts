import { plain, quiet } from "./inline.ts";
import type { Block, Inline, Message } from "./message.ts";
import { WORDING } from "./wording.ts";

/** A question for the desk, as it stands in its channel. */
export type Assigned = {
  readonly by: string;
  readonly question: string;
  /** The refusal, which names the part that failed. */
  readonly refusal: string;
  readonly nearest: readonly string[];
  /** How far the desk is with it; null: nobody has it yet. */
  readonly state: string | null;
};

const line = (...inlines: readonly Inline[]): Block => ({ kind: "line", line: inlines });

export const layOutAssignment = ({ by, question, refusal, nearest, state }: Assigned): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.assignment.asks(by))] },
    line(quiet(WORDING.reportQuestion), plain(question)),
    line(quiet(WORDING.reportAnswer), plain(refusal)),
    ...(nearest.length === 0 ? [] : [line(quiet(WORDING.assignment.nearest))]),
    ...nearest.map((label) => line(plain(`– ${label}`))),
    ...(state === null ? [] : [line(plain(state))]),
  ],
});

/** An answer that came later, for the thread that asked. */
export const layOutLateAnswer = (question: string, { blocks }: Message): Message => ({
  blocks: [
    line(quiet(WORDING.assignment.added)),
    line(quiet(WORDING.reportQuestion), plain(question)),
    ...blocks,
  ],
});

/** That the desk will not give it, for the thread that asked. */
export const layOutDeclined = (question: string, reason: string): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.assignment.declined)] },
    line(quiet(WORDING.reportQuestion), plain(question)),
    line(quiet(WORDING.correction.why), plain(reason)),
  ],
});

/** What is open, for the people who keep the data: age, question, who has it. */
export const layOutAssignments = (rows: readonly (readonly [string, string, string, string])[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.assignment.open(rows.length))] },
    ...(rows.length === 0 ? [] : [{ kind: "table", columns: WORDING.assignment.columns, rows } as const]),
  ],
});
