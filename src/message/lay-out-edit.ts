import { plain, quiet } from "./inline.ts";
import type { Block, Message } from "./message.ts";
import { WORDING } from "./wording.ts";

/** A file with a wrong column has a fault in each row; the first ones show what it is. */
const SHOWN = 8;

const line = (text: string): Block => ({ kind: "line", line: [plain(`– ${text}`)] });

/** For the people who keep the data: an edit cannot be used, and where its faults are, each a line. */
export const layOutBrokenEdit = (faults: readonly string[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.brokenEdit(faults.length))] },
    ...faults.slice(0, SHOWN).map(line),
    ...(faults.length > SHOWN
      ? [{ kind: "line", line: [quiet(WORDING.furtherFaults(faults.length - SHOWN))] } as const]
      : []),
  ],
});

/** For the people who keep the data: what was broken holds again. */
export const layOutMendedEdit = (): Message => ({
  blocks: [{ kind: "headline", line: [plain(WORDING.mendedEdit)] }],
});
