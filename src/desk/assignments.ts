import { createHash } from "node:crypto";
import { layOutAssignment, layOutDeclined, layOutLateAnswer } from "../message/lay-out-assignment.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import type { Message } from "../message/message.ts";
import { WORDING } from "../message/wording.ts";
import type { Assignment, AssignmentState } from "../store/assignment.ts";
import type { Errand } from "../store/errand.ts";
import type { Store } from "../store/open-store.ts";
import type { Telling } from "../store/telling.ts";
import { askAgain } from "./ask-again.ts";
import { resumeCorrections, type Sending } from "./corrections.ts";
import type { Courier, DeskButton, DeskPost } from "./courier.ts";
import { toldOf } from "./told-of.ts";

/** Begin the names of what somebody at the desk may do with an assignment. */
export const [TAKE, DECLINE] = ["take:", "decline:"] as const;

const idOf = (asked: string): string => createHash("sha256").update(asked).digest("base64url").slice(0, 12);

const sayState = (state: AssignmentState): string | null => {
  switch (state.kind) {
    case "open":
      return null;
    case "taken":
      return WORDING.assignment.takenBy(state.by);
    case "declined":
      return WORDING.assignment.declinedBy(state.by, state.reason);
    case "answered":
      return WORDING.assignment.answered(state.headline);
  }
};

const buttonsFor = ({ id, state }: Assignment): readonly DeskButton[] => {
  const take = { label: WORDING.assignment.take, action: `${TAKE}${id}` };
  const decline = { label: WORDING.assignment.decline, action: `${DECLINE}${id}` };
  switch (state.kind) {
    case "open":
      return [take, decline];
    case "taken":
      return [decline];
    case "declined":
    case "answered":
      return [];
  }
};

const postOf = (assignment: Assignment): DeskPost => ({
  message: layOutAssignment({
    by: assignment.by,
    question: assignment.refusal.question,
    refusal: assignment.refusal.headline,
    nearest: assignment.nearest,
    state: sayState(assignment.state),
  }),
  buttons: buttonsFor(assignment),
});

/** The desk's channel of the platform that asked, or of another where that has none. */
const deskFor = (couriers: readonly Courier[], platform: string): Courier | null => {
  const desks = couriers.filter(({ hasDesk }) => hasDesk);
  return desks.find((one) => one.platform === platform) ?? desks[0] ?? null;
};

/** Sends a refused question to the desk, once, and says to whoever sent it what came of that. */
export const assign = async (
  sending: Sending,
  { asked, by }: { readonly asked: string; readonly by: string },
): Promise<Message> => {
  const { store, couriers, now } = sending;
  const id = idOf(asked);
  const known = await store.assignments.get(id);
  if (known !== null && known.post !== null) return layOutNotice(WORDING.assignment.known);
  const refusal = await store.tellings.get(asked);
  if (refusal === null) return layOutNotice(WORDING.decision.unknown);
  const courier = deskFor(couriers(), refusal.platform);
  if (courier === null) return layOutNotice(WORDING.assignment.noDesk);
  const again = askAgain(sending.desk, refusal);
  if (again?.answer.status === "answered") return layOutLateAnswer(refusal.question, again.message);
  const assignment: Assignment = {
    id,
    at: new Date(now()).toISOString(),
    by,
    refusal,
    nearest: [...(again?.answer.nearest ?? [])],
    state: { kind: "open" },
    post: null,
  };
  await store.assignments.set(id, assignment);
  const posted = await courier.toDesk(postOf(assignment), { id, again: known !== null });
  if (posted.kind === "failed") return layOutNotice(WORDING.assignment.notReached);
  const post = { platform: courier.platform, message: posted.message };
  await store.assignments.set(id, { ...assignment, post });
  return layOutNotice(WORDING.assignment.sent);
};

/** What the desk sees of an assignment is how it stands. A desk that cannot be reached sees it later, or not. */
const showAtDesk = async ({ couriers, log }: Sending, assignment: Assignment): Promise<void> => {
  const { post } = assignment;
  const courier = couriers().find(({ platform }) => platform === post?.platform);
  if (post === null || courier === undefined) return;
  try {
    await courier.changeAtDesk(post.message, postOf(assignment));
  } catch (error) {
    log.warn({ error: String(error) }, "the desk's channel could not be brought up to date");
  }
};

const errandFor = (
  { id, refusal }: Assignment,
  about: {
    readonly what: string;
    readonly content: Message;
    readonly entry: Telling | null;
    readonly at: string;
  },
): Errand => ({
  id: idOf(`${about.what} ${id}`),
  run: `assignment ${id}`,
  platform: refusal.platform,
  at: about.at,
  place: refusal.place,
  thread: refusal.thread,
  message: refusal.message,
  asker: refusal.asker,
  audience: refusal.audience,
  revisions: [],
  reply: { content: about.content, step: { state: "due" }, entry: about.entry },
  ledger: [],
  isEntered: true,
});

/** Has it told, once, however often it is tried. */
const tellOnce = async ({ store }: Sending, errand: Errand): Promise<void> => {
  if ((await store.errands.get(errand.id)) === null) await store.errands.set(errand.id, errand);
};

type Deciding = { readonly by: string; readonly reason: string | null };

/** Somebody takes an assignment, or declines it, of which the thread that asked hears with the reason. */
export const decideAssignment = async (
  sending: Sending,
  action: string,
  { by, reason }: Deciding,
): Promise<Message> => {
  const { store, now } = sending;
  const isTaken = action.startsWith(TAKE);
  const found = await store.assignments.get(action.slice(action.indexOf(":") + 1));
  if (found === null) return layOutNotice(WORDING.decision.unknown);
  const { kind } = found.state;
  if (kind === "declined" || kind === "answered" || (isTaken && kind === "taken"))
    return layOutNotice(sayState(found.state) ?? WORDING.assignment.known);
  const at = new Date(now()).toISOString();
  const state: AssignmentState = isTaken
    ? { kind: "taken", by, at }
    : { kind: "declined", by, reason: reason ?? "", at };
  const settled = { ...found, state };
  await store.assignments.set(found.id, settled);
  await showAtDesk(sending, settled);
  if (state.kind === "declined") {
    const content = layOutDeclined(found.refusal.question, state.reason);
    await tellOnce(sending, errandFor(found, { what: "declined", content, entry: null, at }));
    await resumeCorrections(sending);
  }
  return layOutNotice(isTaken ? WORDING.assignment.taken : WORDING.assignment.declineSent);
};

/** Every assignment that nobody has answered or declined, the oldest first. */
export const openAssignments = async ({ assignments }: Store): Promise<readonly Assignment[]> => {
  const open: Assignment[] = [];
  for await (const [, one] of assignments.all())
    if (one.state.kind === "open" || one.state.kind === "taken") open.push(one);
  return open.toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** Tells each thread whose question the data answers now; true where there was one. */
export const answerAssignments = async (sending: Sending): Promise<boolean> => {
  const { store, desk, now } = sending;
  let isAnswered = false;
  for (const open of await openAssignments(store)) {
    const again = askAgain(desk, open.refusal);
    if (again?.answer.status !== "answered") continue;
    isAnswered = true;
    const { answer, message } = again;
    const at = new Date(now()).toISOString();
    const entry: Telling = {
      ...open.refusal,
      asked: `${open.refusal.asked} answered`,
      toldAt: at,
      headline: answer.headline,
      told: toldOf(answer),
      rests: [...desk.restsOf(answer)],
    };
    const content = layOutLateAnswer(open.refusal.question, message);
    await tellOnce(sending, errandFor(open, { what: "answered", content, entry, at }));
    const state: AssignmentState = { kind: "answered", headline: answer.headline, at };
    await store.assignments.set(open.id, { ...open, state });
    await showAtDesk(sending, { ...open, state });
  }
  return isAnswered;
};
