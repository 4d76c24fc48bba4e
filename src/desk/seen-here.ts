/** So many deliveries of this process are remembered; platforms repeat one within minutes. */
const REMEMBERED = 10_000;

/** True for a delivery that this process has not seen; what the store knows of others comes on top. */
export const seenHere = (): ((delivery: string) => boolean) => {
  const seen = new Set<string>();
  return (delivery) => {
    if (seen.has(delivery)) return false;
    seen.add(delivery);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return true;
  };
};
