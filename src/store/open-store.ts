import { z } from "zod";
import type { Memory } from "../question/memory.ts";
import { type Assignment, assignmentSchema } from "./assignment.ts";
import { type Errand, errandSchema, type Run, runSchema } from "./errand.ts";
import { memorySchema } from "./memory-schema.ts";
import { openShelf, type Shelf, type ShelfOptions } from "./shelf.ts";
import { openSqlite, SqliteStore } from "./sqlite-store.ts";
import { itemSchema, listSchema, type StoryItem, type StoryList } from "./story-list.ts";
import { type Telling, tellingSchema } from "./telling.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long each kind of thing is kept, in milliseconds. */
const KEPT_FOR = { conversation: 7 * DAY, delivery: DAY, question: 30 * DAY, text: 30 * DAY } as const;

/** All that is remembered between two questions. Everything in it throws where the store cannot be reached. */
export type Store = {
  /** What a thread remembers, by the thread's key; forgotten after a week. */
  readonly conversations: Shelf<Memory>;
  /** The ledger, by the key of the message that asked. */
  readonly tellings: Shelf<Telling>;
  /** What people are to be told, in the order in which it came about. */
  readonly errands: Shelf<Errand>;
  /** Questions that were sent to the desk, by a short id. */
  readonly assignments: Shelf<Assignment>;
  /** Lists of figures for a story, by a short id without a colon. */
  readonly lists: Shelf<StoryList>;
  /** The figures of one list, each by itself: whoever adds one at the same moment loses nobody else's. */
  readonly itemsOf: (list: string) => Shelf<StoryItem>;
  /** The message that asked last in a conversation and was answered with a figure. */
  readonly lastAsked: Shelf<string>;
  /** Runs of corrections. */
  readonly runs: Shelf<Run>;
  /** A person's last questions, the newest first. */
  readonly questions: Shelf<readonly string[]>;
  /** Texts too long for a button, by a short id. */
  readonly texts: Shelf<string>;
  /** True for the first who takes a delivery within 24 hours, whoever else tries at the same moment. */
  readonly take: (delivery: string) => Promise<boolean>;
  /** True where the name is the owner's for so many milliseconds; the owner may claim it again before they end. */
  readonly claim: (name: string, owner: string, ttl: number) => Promise<boolean>;
  readonly release: (name: string, owner: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** A SQLite file, made where there is none, or IN_MEMORY. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of a value that was set aside: it was of another version, or broken. */
  readonly setAside: (key: string, why: string) => void;
};

/** Opens the store. Throws where the file cannot be written or is none of ours. */
export const openStore = ({ path, now, setAside }: StoreOptions): Store => {
  const database = openSqlite(path);
  const deliveries = new SqliteStore(database, now);
  const shelf = <Value>(options: Omit<ShelfOptions<Value>, "setAside">): Shelf<Value> =>
    openShelf(new SqliteStore(database, now), { ...options, setAside });
  return {
    conversations: shelf({
      name: "conversations",
      version: 1,
      schema: memorySchema,
      ttl: KEPT_FOR.conversation,
    }),
    tellings: shelf({ name: "tellings", version: 1, schema: tellingSchema, ttl: null }),
    errands: shelf({ name: "errands", version: 1, schema: errandSchema, ttl: null }),
    assignments: shelf({ name: "assignments", version: 1, schema: assignmentSchema, ttl: null }),
    lists: shelf({ name: "lists", version: 1, schema: listSchema, ttl: null }),
    itemsOf: (list) => shelf({ name: `list-items:${list}`, version: 1, schema: itemSchema, ttl: null }),
    lastAsked: shelf({ name: "last-asked", version: 1, schema: z.string(), ttl: KEPT_FOR.conversation }),
    runs: shelf({ name: "runs", version: 1, schema: runSchema, ttl: null }),
    questions: shelf({
      name: "questions",
      version: 1,
      schema: z.array(z.string()).readonly(),
      ttl: KEPT_FOR.question,
    }),
    texts: shelf({ name: "texts", version: 1, schema: z.string(), ttl: KEPT_FOR.text }),
    take: (delivery) => deliveries.add(`deliveries:${delivery}`, "{}", KEPT_FOR.delivery),
    claim: (name, owner, ttl) => deliveries.claim(`claims:${name}`, owner, ttl),
    release: (name, owner) => deliveries.release(`claims:${name}`, owner),
    close: () => deliveries.disconnect(),
  };
};
