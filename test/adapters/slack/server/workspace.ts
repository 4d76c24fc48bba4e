/** The state behind the test server: who is there, which conversations there are, and what was said in them. */
export type Conversation = {
  readonly id: string;
  readonly name: string;
  readonly kind: "channel" | "group" | "im";
  readonly members: Set<string>;
  archived: boolean;
};

export type Posted = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  thread_ts: string | undefined;
  text: string;
  blocks: readonly unknown[] | undefined;
  edited: { readonly user: string; readonly ts: string } | undefined;
  readonly args: Readonly<Record<string, unknown>>;
};

/** What one person alone sees. */
export type Ephemeral = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly thread_ts: string | undefined;
  text: string;
  blocks: readonly unknown[] | undefined;
  deleted: boolean;
};

export const TEAM = { id: "T0TEST00001", domain: "newsroom" } as const;
export const BOT = { user: "U0BOT000001", bot: "B0BOT000001", app: "A0APP000001", name: "nutgraf" } as const;
export const ASKER = "U0ASKER0001";
export const OTHER = "U0OTHER0001";
/** The bot is in the desk and the newsroom, not in the lobby (public) or the vault (private); the attic is archived. */
export const DESK = "C0DESK00001";
export const NEWSROOM = "C0NEWS00001";
export const LOBBY = "C0LOBBY0001";
export const VAULT = "G0VAULT0001";
export const ATTIC = "C0ATTIC0001";
export const DIRECT = "D0DIRECT001";

const conversation = (id: string, kind: Conversation["kind"], members: readonly string[]): Conversation => ({
  id,
  name: id.toLowerCase(),
  kind,
  members: new Set(members),
  archived: id === ATTIC,
});

/** Rising and never twice, as Slack's are: seconds and microseconds. */
const timestamps = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
  };
};

/** A file on its way: an address was given out for it, then its bytes came, then it was shared. */
export type Upload = {
  readonly id: string;
  readonly filename: string;
  /** In bytes, as announced. */
  readonly length: number;
  readonly altText: string | undefined;
  bytes: Uint8Array | null;
  shared: { readonly channel: string; readonly thread_ts: string | undefined } | null;
};

export type Workspace = {
  readonly uploads: Upload[];
  readonly conversations: Map<string, Conversation>;
  readonly messages: Posted[];
  readonly ephemerals: Ephemeral[];
  /** Triggers by id: when each was given out, and whether it was used. */
  readonly triggers: Map<string, { readonly at: number; used: boolean }>;
  readonly homes: Map<string, unknown>;
  readonly views: Map<string, { readonly user: string; readonly view: Readonly<Record<string, unknown>> }>;
  readonly nextTs: () => string;
  readonly nextId: (prefix: string) => string;
  readonly find: (channel: string, ts: string) => Posted | undefined;
};

/** `now`: milliseconds since 1970, which messages are stamped with. */
export const buildWorkspace = (now: () => number = Date.now): Workspace => {
  let ids = 0;
  const everyone = [BOT.user, ASKER, OTHER];
  const all = [
    conversation(DESK, "channel", everyone),
    conversation(NEWSROOM, "channel", everyone),
    conversation(LOBBY, "channel", [ASKER, OTHER]),
    conversation(VAULT, "group", [ASKER]),
    conversation(ATTIC, "channel", everyone),
    conversation(DIRECT, "im", [BOT.user, ASKER]),
  ];
  const messages: Posted[] = [];
  return {
    conversations: new Map(all.map((one) => [one.id, one])),
    messages,
    ephemerals: [],
    triggers: new Map(),
    uploads: [],
    homes: new Map(),
    views: new Map(),
    nextTs: timestamps(now),
    nextId: (prefix) => {
      ids += 1;
      return `${prefix}${String(ids).padStart(9, "0")}`;
    },
    find: (channel, ts) => messages.find((one) => one.channel === channel && one.ts === ts),
  };
};
