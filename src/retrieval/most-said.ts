/**
 * Of all that some word names, those that the most telling words do: a word says the more, the fewer share it. Each
 * list holds what one word names. Up to `most` of them, in the order in which they come up; all, where they are few.
 */
export const mostSaid = <Entry>(lists: readonly (readonly Entry[])[], most: number): readonly Entry[] => {
  const weights = new Map<Entry, number>();
  for (const entries of lists)
    for (const entry of entries) weights.set(entry, (weights.get(entry) ?? 0) + 1 / entries.length);
  if (weights.size <= most) return [...weights.keys()];
  const least = Float64Array.from(weights.values()).sort().at(-most) ?? 0;
  const above = [...weights].filter(([, weight]) => weight > least).length;
  let level = most - above;
  return [...weights].flatMap(([entry, weight]) => {
    if (weight === least) level -= 1;
    return weight > least || (weight === least && level >= 0) ? [entry] : [];
  });
};
