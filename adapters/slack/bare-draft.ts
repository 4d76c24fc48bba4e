import type { Message } from "../../src/desk.ts";
import type { Draft } from "./to-contents.ts";

/** A message of ours that nothing can be asked from. */
export const bareDraft = (message: Message): Draft => ({
  message,
  offerValue: () => null,
  below: { followUps: [], share: null, report: null },
  above: null,
});
