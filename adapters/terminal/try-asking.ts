import { randomUUID } from "node:crypto";
import type { Asked, Conversation, Desk, Replied } from "../../src/desk.ts";

export type Tried =
  | { readonly ok: true; readonly replied: Replied }
  /** We broke; that is never "not held". The id stands in the message and beside the detail. */
  | { readonly ok: false; readonly sentence: string; readonly detail: string };

/** A fault that nobody expected, as one line for a person and the detail for who mends it. */
export const describeFault = (error: unknown): { readonly sentence: string; readonly detail: string } => {
  const id = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { sentence: `I could not answer just now (error ${id}).`, detail: `error ${id}: ${stack}` };
};

/** What is printed of a fault that ends the program: one line, and the detail for who asked for it. */
export const faultLines = (error: unknown, debug: boolean): readonly string[] => {
  const { sentence, detail } = describeFault(error);
  return debug ? [sentence, ...detail.split("\n")] : [sentence];
};

/** Asks, and turns a fault into a value, so that one bad question does not end the conversation. */
export const tryAsking = (desk: Desk, asked: Asked, previous: Conversation | null): Tried => {
  try {
    return { ok: true, replied: desk.ask(asked, previous) };
  } catch (error) {
    return { ok: false, ...describeFault(error) };
  }
};
