const PAUSE = 5;
const LONGEST = 8000;

/** Waits until something is there, looking again and again; says what it waited for where it does not come. */
export const waitFor = async <Value>(
  what: string,
  look: () => Value | null | undefined | false,
  longest = LONGEST,
): Promise<Value> => {
  const until = performance.now() + longest;
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error(`waited for ${what}, which did not come`);
    await new Promise((done) => setTimeout(done, PAUSE));
  }
};

/** Lets everything that is under way come to its end, to see what does not happen. */
export const settle = (milliseconds = 150): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));
