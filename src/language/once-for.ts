/**
 * Works a value out once for each object it is asked about, and remembers it for as long as that object lives:
 * a finder is built once for a list of words, and the list itself stays plain data.
 */
export const onceFor = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};
