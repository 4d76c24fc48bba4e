import type { Log } from "./log.ts";

/** A store that takes longer, in milliseconds, counts as down: the person is waiting. */
const PATIENCE = 1_000;

const within = async <Value>(work: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the store took more than ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export type Tried<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

/** Tries the store; where it is down that is logged, and said by the caller. */
export const tryStore = async <Value>(
  log: Log,
  what: string,
  work: () => Promise<Value>,
): Promise<Tried<Value>> => {
  try {
    return { ok: true, value: await within(work()) };
  } catch (error) {
    log.error({ error: String(error) }, `the store failed: ${what}`);
    return { ok: false };
  }
};
