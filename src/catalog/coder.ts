/** Values that many rows share, each kept once: a row holds its number. */
export type Coder<Value> = {
  readonly values: readonly Value[];
  readonly codeOf: (value: Value) => number;
  /** The number of a value that some row has; undefined where none has it. */
  readonly known: (value: Value) => number | undefined;
};

/** `keyOf` tells two values apart. */
export const coder = <Value>(keyOf: (value: Value) => string, first: readonly Value[] = []): Coder<Value> => {
  const values = [...first];
  const codes = new Map(values.map((value, code) => [keyOf(value), code] as const));
  return {
    values,
    codeOf: (value) => {
      const key = keyOf(value);
      const known = codes.get(key);
      if (known !== undefined) return known;
      codes.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
    known: (value) => codes.get(keyOf(value)),
  };
};
