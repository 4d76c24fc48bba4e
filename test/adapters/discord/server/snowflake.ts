/** 1 January 2015: where Discord's ids begin to count milliseconds. */
const EPOCH = 1_420_070_400_000n;
const COUNTER_BITS = 22n;

/** Ids as Discord makes them: rising, and saying when they were made. */
export const snowflakes = (now: () => number): (() => string) => {
  let last = 0n;
  return () => {
    const earliest = (BigInt(now()) - EPOCH) << COUNTER_BITS;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
};

/** The moment that an id was made, in milliseconds since 1970. */
export const momentOf = (id: string): number => Number((BigInt(id) >> COUNTER_BITS) + EPOCH);
