import type { Telling } from "../store/telling.ts";

/** What the ledger keeps of an answer, whoever was told it and where. */
export type Recorded = Pick<
  Telling,
  "question" | "askedOn" | "locale" | "before" | "conversation" | "person" | "headline" | "told" | "rests"
>;
