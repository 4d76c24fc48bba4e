import type { CalendarDate } from "../calendar/day.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import type { Message } from "../message/message.ts";
import { WORDING } from "../message/wording.ts";
import type { Store } from "../store/open-store.ts";
import { answerAssignments, assign, DECLINE, decideAssignment, TAKE } from "./assignments.ts";
import type { Sending } from "./corrections.ts";
import type { Courier } from "./courier.ts";
import type { Log } from "./log.ts";
import type { Desk } from "./open-desk.ts";
import { confirmCorrections, SEND, seeToCorrections } from "./see-to-corrections.ts";

/** What somebody at the desk decided, below a message in its channel. */
export type Decision = {
  readonly action: string;
  /** Null where none was asked for. */
  readonly reason: string | null;
  /** The person, as the platform shows people. */
  readonly by: string;
  readonly on: { readonly platform: string; readonly message: string };
};

/** The words of a form that asks why. */
export type ReasonForm = { readonly title: string; readonly label: string };

export type Duty = {
  readonly couriers: readonly Courier[];
  /** Sent as soon as the data changes, or once somebody at the desk says so. */
  readonly corrections: "auto" | "confirmed";
  readonly today: () => CalendarDate;
};

/** What the desk does of itself, and what the people at it decide. Nothing here throws. */
export type Office = {
  /** Sends a question that was refused to the desk, by the message that asked, and says what came of it. */
  readonly assign: (asked: { readonly asked: string; readonly by: string }) => Promise<Message>;
  /** The form for an action that wants a reason; null: it wants none. */
  readonly reasonFor: (action: string) => ReasonForm | null;
  /** Does what was decided, and says what came of it. */
  readonly decide: (decision: Decision) => Promise<Message>;
  /** From now on messages can be written; what was begun before goes on, and what changed meanwhile is seen to. */
  readonly begin: (duty: Duty) => Promise<void>;
  /** Sees to what an edit of the data changes, and to what could not be done before. */
  readonly seeTo: () => Promise<void>;
  /** Goes on with what could not be done before; nothing where there is nothing. */
  readonly goOn: () => Promise<void>;
};

type Opening = { readonly desk: Desk; readonly store: Store; readonly log: Log };

const REASON: ReasonForm = {
  title: WORDING.assignment.reasonTitle,
  label: WORDING.assignment.reasonLabel,
};

const carryOut = async (sending: Sending, { action, by, reason }: Decision): Promise<Message> => {
  if (action.startsWith(SEND)) return confirmCorrections(sending, action.slice(SEND.length));
  if (action.startsWith(TAKE) || action.startsWith(DECLINE))
    return decideAssignment(sending, action, { by, reason });
  return layOutNotice(WORDING.decision.unknown);
};

/** Opens the office of a desk; until it begins, nothing can be written. */
export const openOffice = ({ desk, store, log }: Opening): Office => {
  let duty: Duty | null = null;
  const sending = ({ couriers, today }: Duty): Sending => ({
    desk,
    store,
    log,
    couriers: () => couriers,
    now: Date.now,
    today,
  });
  const explain = (error: unknown): string =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);

  let isDone = true;
  const seeTo = async (): Promise<void> => {
    if (duty === null) return;
    try {
      await answerAssignments(sending(duty));
      isDone = await seeToCorrections(sending(duty), duty.corrections);
    } catch (error) {
      isDone = false;
      log.error({ error: explain(error) }, "what an edit changes could not be seen to");
    }
  };
  const trying = async (work: (at: Sending) => Promise<Message>): Promise<Message> => {
    if (duty === null) return layOutNotice(WORDING.decision.failed);
    try {
      return await work(sending(duty));
    } catch (error) {
      log.error({ error: explain(error) }, "what the desk was asked to do failed");
      return layOutNotice(WORDING.decision.failed);
    }
  };
  return {
    assign: (asked) => trying((at) => assign(at, asked)),
    reasonFor: (action) => (action.startsWith(DECLINE) ? REASON : null),
    decide: async (decision) => {
      const said = await trying((at) => carryOut(at, decision));
      // Where a platform was away, or a sending under way, what was decided goes on with the next look.
      isDone = false;
      return said;
    },
    begin: (begun) => {
      duty = begun;
      return seeTo();
    },
    seeTo,
    goOn: async () => {
      if (!isDone) await seeTo();
    },
  };
};
