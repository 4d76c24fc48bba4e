/** The value that a part of all is no larger than: (times, 0.5) is the median. */
export const quantile = (values: readonly number[], part: number): number => {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(part * inOrder.length))] ?? Number.NaN;
};

/** How long some work took, in milliseconds, and what came of it. */
export const timed = <Value>(work: () => Value): { readonly took: number; readonly value: Value } => {
  const began = performance.now();
  const value = work();
  return { took: performance.now() - began, value };
};

/** What this process holds of the machine's memory, in megabytes. */
export const residentMemory = (): number => process.memoryUsage().rss / 1e6;
