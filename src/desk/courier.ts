import type { AnswerOption } from "../answer/answer.ts";
import type { Message } from "../message/message.ts";
import type { Errand, Obstacle } from "../store/errand.ts";

/** Where a message of ours stands, and for whom. */
export type Letter = Pick<Errand, "place" | "thread" | "message" | "asker" | "audience">;

/** One sending, so that it can be told from another. */
export type Sending = {
  /** Of at most 20 letters and digits. */
  readonly id: string;
  /** It may have been sent before: the process ended before anybody knew. */
  readonly again: boolean;
};

export type Delivered =
  /** `message`: as the platform names it; `place`: where it stands. */
  | { readonly kind: "done"; readonly message: string; readonly place: string }
  | { readonly kind: "failed"; readonly why: Obstacle };

/** Something that may be pressed below a message in the desk's channel. */
export type DeskButton = { readonly label: string; readonly action: string };

/** A message to the desk's channel, with what may be done about it. */
export type DeskPost = { readonly message: Message; readonly buttons: readonly DeskButton[] };

/** What stands below an answer, with the question that it answers. */
export type BelowAnswer = {
  readonly question: string;
  readonly followUps: readonly AnswerOption[];
  readonly actions: readonly DeskButton[];
};

/**
 * How a platform's messages reach people who did not just ask. Each method throws where the platform cannot be
 * reached, and may then be called again; what cannot be done for good is an outcome.
 */
export type Courier = {
  readonly platform: string;
  /** False where no desk's channel is set. */
  readonly hasDesk: boolean;
  /** Puts new words in the place of an answer of ours, its buttons below; the same words twice change nothing. */
  readonly revise: (letter: Letter, message: Message, below: BelowAnswer) => Promise<Delivered>;
  /** Writes below a message of ours, in its thread; to the person alone where they alone saw it. */
  readonly reply: (letter: Letter, message: Message, sending: Sending) => Promise<Delivered>;
  /** Posts to the desk's channel. */
  readonly toDesk: (post: DeskPost, sending: Sending) => Promise<Delivered>;
  /** Changes what was posted there. */
  readonly changeAtDesk: (message: string, post: DeskPost) => Promise<Delivered>;
};
