import { z } from "zod";
import type { Block, Message } from "../message/message.ts";
import { tellingSchema } from "./telling.ts";

const inline = z.object({
  text: z.string(),
  style: z.enum(["plain", "strong", "quiet", "struck"]),
  link: z.string().nullable(),
});
const line = z.array(inline);
/** Drawn from what we wrote ourselves; whoever draws it looks at it. */
const chart = z.custom<Extract<Block, { readonly kind: "chart" }>["chart"]>(
  (value) => typeof value === "object" && value !== null,
);

/** A message that is to be sent, as it comes back from the store. */
export const messageSchema: z.ZodType<Message> = z.object({
  blocks: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["headline", "line", "working", "caveat"]), line }),
      z.object({
        kind: z.literal("table"),
        columns: z.array(z.string()),
        rows: z.array(z.array(z.string())),
      }),
      z.object({ kind: z.literal("receipt"), lines: z.array(line) }),
      z.object({ kind: z.literal("quotation"), text: z.string(), found: z.boolean() }),
      z.object({ kind: z.literal("paste"), form: z.string(), text: z.string() }),
      z.object({
        kind: z.literal("choice"),
        number: z.number(),
        label: z.string(),
        question: z.string(),
      }),
      z.object({ kind: z.literal("chart"), chart }),
    ]),
  ),
});

/** Why a message could not be written, for good. */
export const OBSTACLES = [
  "too_old",
  "message_gone",
  "place_gone",
  "person_gone",
  "forbidden",
  "refused",
  /** It was being sent when the process ended, and the platform does not say whether it arrived. */
  "unknown",
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What may be pressed below a message of ours: a question, or something that the desk does. */
const belowSchema = z.object({
  followUps: z.array(z.object({ label: z.string(), question: z.string() })),
  actions: z.array(z.object({ label: z.string(), action: z.string() })),
});

/** One thing to be written: it is due, is being tried, is done, or cannot be. */
export const stepSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("due") }),
  z.object({ state: z.literal("trying") }),
  /** `message`: as the platform names what was written. */
  z.object({ state: z.literal("done"), message: z.string() }),
  z.object({ state: z.literal("failed"), why: z.enum(OBSTACLES) }),
]);
export type Step = Readonly<z.infer<typeof stepSchema>>;

/** What people are to be told in one thread: messages of ours to change, and a reply, each once. */
export const errandSchema = z.object({
  id: z.string(),
  /** What it belongs to: a run of corrections, or an assignment. */
  run: z.string(),
  platform: z.string(),
  /** An instant. */
  at: z.string(),
  place: z.string(),
  thread: z.string().nullable(),
  /** The message of ours that the reply belongs below. */
  message: z.string(),
  asker: z.string().nullable(),
  audience: z.enum(["everyone", "one"]),
  revisions: z.array(
    z.object({
      message: z.string(),
      question: z.string(),
      content: messageSchema,
      below: belowSchema.default({ followUps: [], actions: [] }),
      step: stepSchema,
    }),
  ),
  /** `entry`: what the ledger is to keep of the reply, once it is known where it stands; null: it tells no figure. */
  reply: z.object({
    content: messageSchema,
    step: stepSchema,
    entry: tellingSchema.nullable().default(null),
  }),
  /** Entries of the ledger as they are to stand, by the message that asked; `toldAt` of those that they replace. */
  ledger: z.array(z.object({ replaces: z.string().nullable(), telling: tellingSchema })),
  /** The ledger has them. */
  isEntered: z.boolean(),
});
export type Errand = Readonly<z.infer<typeof errandSchema>>;

/** What was confirmed to be sent, until the desk has heard how it went. */
export const runSchema = z.object({
  id: z.string(),
  /** Keys of the changes that are told. */
  changes: z.array(z.string()),
  at: z.string(),
  /** The desk's channels that heard of its end, by platform. */
  summaries: z.record(z.string(), stepSchema),
  isOpen: z.boolean(),
});
export type Run = Readonly<z.infer<typeof runSchema>>;
