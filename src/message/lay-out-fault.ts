import { plain, quiet } from "./inline.ts";
import type { Message } from "./message.ts";
import { WORDING } from "./wording.ts";

/** We broke, and that is said as such; the id leads to the log. */
export const layOutFault = (id: string): Message => ({
  blocks: [{ kind: "headline", line: [plain(WORDING.fault(id))] }],
});

/** The same message, which says that what was said before could not be looked up. */
export const withoutMemory = ({ blocks }: Message): Message => ({
  blocks: [...blocks, { kind: "caveat", line: [quiet(WORDING.caveat), plain(WORDING.noMemory)] }],
});
