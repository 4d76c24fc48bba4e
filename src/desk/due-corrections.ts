import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Change } from "../message/correction.ts";
import type { Store } from "../store/open-store.ts";
import type { Telling } from "../store/telling.ts";
import type { Desk } from "./open-desk.ts";
import type { Review } from "./review.ts";

/** A message that told figures which have changed since. */
export type DueMessage = { readonly telling: Telling; readonly review: Review };

/** Messages that are read together: those who follow the thread hear of all of them at once. */
export type DueThread = {
  readonly platform: string;
  readonly place: string;
  readonly thread: string | null;
  readonly messages: readonly [DueMessage, ...DueMessage[]];
};

/** All that has to be corrected as the data stands. */
export type Due = {
  /** Names these changes: the same for the same ones. */
  readonly id: string;
  readonly changes: readonly Change[];
  readonly threads: readonly DueThread[];
};

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 12);

/** A private message is a thread of its own. */
const threadKey = ({ platform, place, thread, message, audience, asked }: Telling): string =>
  JSON.stringify([platform, place, audience === "one" ? asked : (thread ?? message)]);

/** Looking at so many entries of the ledger takes a moment, in which others have their turn. */
const AT_ONCE = 100;

const dueMessages = async ({ tellings }: Store, desk: Desk): Promise<readonly DueMessage[]> => {
  const due: DueMessage[] = [];
  let seen = 0;
  for await (const [, telling] of tellings.all()) {
    const review = telling.rests.length === 0 ? null : desk.review(telling);
    if (review !== null) due.push({ telling, review });
    seen += 1;
    if (seen % AT_ONCE === 0) await nextTurn();
  }
  return due.toSorted((a, b) => (a.telling.toldAt < b.telling.toldAt ? -1 : 1));
};

const changesIn = (messages: readonly DueMessage[]): readonly Change[] => [
  ...new Map(
    messages.flatMap(({ review }) => review.changes.map((change) => [change.key, change] as const)),
  ).values(),
];

const threadsOf = (messages: readonly DueMessage[]): readonly DueThread[] =>
  [...Map.groupBy(messages, ({ telling }) => threadKey(telling)).values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const { platform, place, thread } = first.telling;
    return [{ platform, place, thread, messages: [first, ...rest] as const }];
  });

const dueOf = (messages: readonly DueMessage[]): Due => {
  const changes = changesIn(messages);
  const id = hashOf(JSON.stringify(changes.map(({ key }) => key).toSorted()));
  return { id, changes, threads: threadsOf(messages) };
};

/** Holds the ledger against what is held now. Throws where the store cannot be read. */
export const findDue = async (store: Store, desk: Desk): Promise<Due> =>
  dueOf(await dueMessages(store, desk));

/** Of what is due, the messages that one of these changes is about. */
export const onlyAbout = ({ threads }: Due, keys: ReadonlySet<string>): Due =>
  dueOf(
    threads.flatMap(({ messages }) =>
      messages.filter(({ review }) => review.changes.some(({ key }) => keys.has(key))),
    ),
  );

/** Of what is due, the messages of which the data says why each figure changed. */
export const onlyExplained = ({ threads }: Due): Due =>
  dueOf(
    threads.flatMap(({ messages }) =>
      messages.filter(({ review }) => review.changes.every(({ isExplained }) => isExplained)),
    ),
  );

export const countMessages = ({ threads }: Due): number =>
  threads.reduce((sum, { messages }) => sum + messages.length, 0);

/** Names a thread's errand within a run. */
export const errandId = (run: string, { messages: [{ telling }] }: DueThread): string =>
  hashOf(`${run} ${threadKey(telling)}`);
