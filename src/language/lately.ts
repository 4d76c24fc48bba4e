/**
 * Remembers the last text and what was made of it: the steps of one question each take its text apart anew. What
 * is made must not be changed by anyone.
 */
export const lately = <Value>(make: (text: string) => Value): ((text: string) => Value) => {
  let last: { readonly text: string; readonly value: Value } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) };
    return last.value;
  };
};
