import { Keyv, type KeyvStoreAdapter } from "keyv";
import { z } from "zod";

/** One kind of thing that is kept, by key. Both throw where the store cannot be reached. */
export type Shelf<Value> = {
  /** Null where nothing is kept, or where what is kept is of another version or broken: that is set aside. */
  readonly get: (key: string) => Promise<Value | null>;
  readonly set: (key: string, value: Value) => Promise<void>;
  /** True where something was there. */
  readonly remove: (key: string) => Promise<boolean>;
  /** All that is kept, by key; what is of another version or broken is set aside. */
  readonly all: () => AsyncIterable<readonly [key: string, value: Value]>;
};

export type ShelfOptions<Value> = {
  readonly name: string;
  /** Raised when the form of the values changes in a way that the schema cannot tell. */
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  /** Milliseconds; null: for good. */
  readonly ttl: number | null;
  /** Told of a value that was set aside. */
  readonly setAside: (key: string, why: string) => void;
};

const envelope = z.object({ version: z.number(), value: z.unknown() });

const readEnvelope = <Value>(
  kept: unknown,
  { version, schema }: ShelfOptions<Value>,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string } => {
  const opened = envelope.safeParse(kept);
  if (!opened.success) return { ok: false, why: "no version stands on it" };
  if (opened.data.version !== version)
    return { ok: false, why: `version ${opened.data.version}, expected ${version}` };
  const read = schema.safeParse(opened.data.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, why: z.prettifyError(read.error) };
};

/** So many of a namespace's last writes are remembered: the threads that are talked in just now. */
const REMEMBERED = 200;

/** JSON, and what it was last written from: what comes back letter for letter need not be taken apart. */
const rememberingJson = () => {
  const written = new Map<string, unknown>();
  return {
    serialize: (data: unknown): string => {
      const text = JSON.stringify(data);
      written.set(text, data);
      const [oldest] = written.keys();
      if (written.size > REMEMBERED && oldest !== undefined) written.delete(oldest);
      return text;
    },
    deserialize: <Data>(text: string): Data => (written.get(text) ?? JSON.parse(text)) as Data,
  };
};

/** A namespace of the store, whose values are checked when they come back from other hands. */
export const openShelf = <Value>(store: KeyvStoreAdapter, options: ShelfOptions<Value>): Shelf<Value> => {
  const keyv = new Keyv({
    store,
    namespace: options.name,
    throwOnErrors: true,
    // Keyv's own also carries buffers; what is kept here is plain JSON, and this takes a fraction of the time.
    ...rememberingJson(),
    ...(options.ttl === null ? {} : { ttl: options.ttl }),
  });
  // Keyv emits each error besides throwing it; unheard, the emitted one would end the process.
  keyv.on("error", () => undefined);
  const own = new WeakMap<object, Value>();
  const open = (key: string, kept: unknown): Value | null => {
    const known = typeof kept === "object" && kept !== null ? own.get(kept) : undefined;
    if (known !== undefined) return known;
    const read = readEnvelope(kept, options);
    if (read.ok) return read.value;
    options.setAside(`${options.name}:${key}`, read.why);
    return null;
  };
  return {
    get: async (key) => {
      const kept: unknown = await keyv.get(key);
      return kept === undefined || kept === null ? null : open(key, kept);
    },
    all: async function* () {
      const { iterator } = keyv;
      if (iterator === undefined) throw new Error("this store cannot say all that it keeps");
      for await (const [key, kept] of iterator(options.name)) {
        const value = open(key, kept);
        if (value !== null) yield [key, value] as const;
      }
    },
    remove: (key) => keyv.delete(key),
    set: async (key, value) => {
      const kept = { version: options.version, value };
      own.set(kept, value);
      await keyv.set(key, kept);
    },
  };
};
