import type { Courier } from "../src/desk.ts";

/** A bot that was started. */
export type Running = {
  /** Takes no more questions, finishes those at hand, and lets go of the platform. Never throws. */
  readonly stop: () => Promise<void>;
  /** Rejects with a StartProblem where the bot cannot go on: its token was taken back, say. Never resolves. */
  readonly lost?: Promise<never>;
  /** Writes where nobody just asked: to the desk's channel, and to those who were told something. */
  readonly courier?: Courier;
};

/** Why a bot cannot run, in one line for the person who starts it: what, where, and what to do. No secret in it. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
