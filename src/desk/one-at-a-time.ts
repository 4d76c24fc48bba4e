/** Runs what has the same key one after the other, in the order of asking; what has another key goes beside it. */
export const oneAtATime = (): (<Value>(key: string, work: () => Promise<Value>) => Promise<Value>) => {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    // The map would keep every thread that ever was.
    settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
};
