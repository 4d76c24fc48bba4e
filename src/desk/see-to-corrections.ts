import { layOutDue, layOutSent } from "../message/lay-out-correction.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import type { Message } from "../message/message.ts";
import { WORDING } from "../message/wording.ts";
import { resumeCorrections, type Sending, type SentOrNot, sendCorrections } from "./corrections.ts";
import type { DeskPost } from "./courier.ts";
import { countMessages, type Due, findDue, onlyExplained } from "./due-corrections.ts";

/** Begins the name of the action that confirms what was shown. */
export const SEND = "corrections:";

const offer = (due: Due): DeskPost => ({
  message: layOutDue(due.changes, { messages: countMessages(due), threads: due.threads.length }),
  buttons: [{ label: WORDING.correction.send, action: `${SEND}${due.id}` }],
});

/** Shows the desk what there is to send; the same is not shown anew with each edit and each start. */
const offerDue = async ({ store, couriers, log }: Sending, due: Due): Promise<void> => {
  if (due.threads.length === 0 || !(await store.take(`offer:${due.id}`))) return;
  const desks = couriers().filter(({ hasDesk }) => hasDesk);
  const messages = countMessages(due);
  if (desks.length === 0)
    log.warn({ messages }, "figures that were told have changed: npm run corrections shows and sends it");
  await Promise.all(desks.map((courier) => courier.toDesk(offer(due), { id: due.id, again: false })));
};

/**
 * Goes on with what was begun, and sees to what the data as it stands makes of what was told: sends it where that
 * is wanted as soon as the data changes and the data says why, and shows the desk the rest. False where something
 * waits that could not be sent just now.
 */
export const seeToCorrections = async (sending: Sending, how: "auto" | "confirmed"): Promise<boolean> => {
  const { store, desk, log } = sending;
  let result = await resumeCorrections(sending);
  const due = await findDue(store, desk);
  const explained = onlyExplained(due);
  if (how === "confirmed" || explained.threads.length === 0) await offerDue(sending, due);
  else {
    result = await sendCorrections(sending, explained);
    log.info({ result: result.kind, messages: countMessages(explained) }, "corrections were sent");
    await offerDue(sending, await findDue(store, desk));
  }
  return result.kind === "sent";
};

const saySent = (result: SentOrNot): Message => {
  switch (result.kind) {
    case "sent":
      return layOutSent(result.counts);
    case "waiting":
      return layOutNotice(WORDING.correction.waiting(result.platforms));
    case "busy":
      return layOutNotice(WORDING.correction.busy);
  }
};

/** Sends what was shown under this id; where the data has changed since, nothing, and the desk is shown that. */
export const confirmCorrections = async (sending: Sending, id: string): Promise<Message> => {
  const due = await findDue(sending.store, sending.desk);
  if (due.threads.length === 0) return layOutNotice(WORDING.correction.nothingDue);
  if (due.id === id) return saySent(await sendCorrections(sending, due));
  await offerDue(sending, due);
  return layOutNotice(WORDING.correction.otherDue);
};
