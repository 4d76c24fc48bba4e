import { withOldStanding } from "../message/lay-out-correction.ts";
import type { Message } from "../message/message.ts";
import type { Errand, Step } from "../store/errand.ts";
import type { Store } from "../store/open-store.ts";
import type { Courier, Delivered, Letter } from "./courier.ts";

const stepOf = (delivered: Delivered): Step =>
  delivered.kind === "done"
    ? { state: "done", message: delivered.message }
    : { state: "failed", why: delivered.why };

const isOver = ({ state }: Step): boolean => state === "done" || state === "failed";

/** Nothing of it is left to do. */
export const isFinished = ({ revisions, reply, isEntered }: Errand): boolean =>
  isEntered && revisions.every(({ step }) => isOver(step)) && isOver(reply.step);

/** Every errand that has something left to do, the oldest first. */
export const openErrands = async ({ errands }: Store): Promise<readonly Errand[]> => {
  const open: Errand[] = [];
  for await (const [, errand] of errands.all()) if (!isFinished(errand)) open.push(errand);
  return open.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
};

/**
 * Writes into the ledger what the errand makes of it. It may be done again: an entry that was made anew meanwhile,
 * as after an edited question, is left as it is.
 */
export const enterLedger = async ({ errands, tellings }: Store, errand: Errand): Promise<Errand> => {
  if (errand.isEntered) return errand;
  for (const { replaces, telling } of errand.ledger) {
    const standing = await tellings.get(telling.asked);
    if ((standing?.toldAt ?? null) === replaces) await tellings.set(telling.asked, telling);
  }
  const entered = { ...errand, isEntered: true };
  await errands.set(errand.id, entered);
  return entered;
};

const letterOf = ({ place, thread, asker, audience }: Errand, message: string): Letter => ({
  place,
  thread,
  asker,
  audience,
  message,
});

/** The reply says so where a message still shows what it showed. */
const replyOf = ({ reply, revisions }: Errand): Message => {
  const stands = revisions.some(({ step }) => step.state === "failed" && step.why !== "message_gone");
  return stands ? withOldStanding(reply.content) : reply.content;
};

/**
 * Does what is left of an errand, each step once: it is written down before it is tried and when it is done, so
 * that whoever goes on after a fall knows where. Throws where the platform cannot be reached.
 */
export const runErrand = async (store: Store, courier: Courier, errand: Errand): Promise<Errand> => {
  let now = await enterLedger(store, errand);
  const keep = async (changed: Errand): Promise<void> => {
    now = changed;
    await store.errands.set(now.id, now);
  };
  for (const [at, { message, content, question, below }] of now.revisions.entries()) {
    if (isOver(now.revisions[at]?.step ?? { state: "due" })) continue;
    const mark = (step: Step): Errand => ({
      ...now,
      revisions: now.revisions.map((one, index) => (index === at ? { ...one, step } : one)),
    });
    await keep(mark({ state: "trying" }));
    await keep(mark(stepOf(await courier.revise(letterOf(now, message), content, { question, ...below }))));
  }
  if (isOver(now.reply.step)) return now;
  const again = now.reply.step.state === "trying";
  const mark = (step: Step): Errand => ({ ...now, reply: { ...now.reply, step } });
  await keep(mark({ state: "trying" }));
  const sending = { id: now.id, again };
  const delivered = await courier.reply(letterOf(now, now.message), replyOf(now), sending);
  const { entry } = now.reply;
  if (delivered.kind === "done" && entry !== null)
    await store.tellings.set(entry.asked, { ...entry, place: delivered.place, message: delivered.message });
  await keep(mark(stepOf(delivered)));
  return now;
};
