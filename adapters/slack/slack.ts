import type { webApi } from "@slack/bolt";
import type { ChatDesk, Log } from "../../src/desk.ts";
import type { Attempt } from "./to-contents.ts";

/** Who the bot is in its workspace. */
export type BotIdentity = {
  readonly team: string;
  /** As a member: what people mention. */
  readonly user: string;
  readonly name: string;
};

/** What every listener works with. */
export type Slack = {
  readonly client: webApi.WebClient;
  readonly bot: BotIdentity;
  readonly chat: ChatDesk;
  readonly log: Log;
  /** Where reported problems go; null: nowhere. */
  readonly deskChannel: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Which forms of a message this workspace's Slack takes, as far as it has shown. */
  readonly forms: { readonly first: () => Attempt; readonly refused: (attempt: Attempt) => void };
  /** What is being answered, by the message that asked; an edit waits for it. */
  readonly answering: Map<string, Promise<unknown>>;
  /** All that is being done; a stop waits for it. */
  readonly atWork: Set<Promise<unknown>>;
};

/** "slack:T1:U1" */
export const askerKey = ({ bot }: Slack, user: string): string => `slack:${bot.team}:${user}`;

/** "slack:T1:C1:1700000000.000100": a thread, or the message that asked; "slack:T1:D1": a direct conversation. */
export const placeKey = ({ bot }: Slack, channel: string, ts: string | null): string =>
  ["slack", bot.team, channel, ...(ts === null ? [] : [ts])].join(":");
