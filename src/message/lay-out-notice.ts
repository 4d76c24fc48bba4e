import { plain } from "./inline.ts";
import type { Message } from "./message.ts";

/** One sentence. */
export const layOutNotice = (sentence: string): Message => ({
  blocks: [{ kind: "headline", line: [plain(sentence)] }],
});
