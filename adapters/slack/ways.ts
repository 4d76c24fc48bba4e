import { randomUUID } from "node:crypto";
import type { RespondFn } from "@slack/bolt";
import type { Block, KnownBlock } from "@slack/types";
import { escapeText } from "./escape-text.ts";
import { plainElement, rich, section } from "./rich-text.ts";
import { type Send, type Sent, sendDraft } from "./send-draft.ts";
import type { Slack } from "./slack.ts";
import type { SlackBlock } from "./slack-block.ts";
import { describeError, explainFault, faultOf, type SlackFault } from "./slack-fault.ts";
import type { Content, Draft } from "./to-contents.ts";

/** What is the same for everything we post: no previews of links, and "*" is a star. */
const PLAIN = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** Bolt's types know every block but the citation's; Slack is asked, and may refuse it. */
const blocksOf = ({ blocks }: Content): { blocks?: (KnownBlock | Block)[] } =>
  blocks.length === 0 ? {} : { blocks: [...blocks] as (KnownBlock | Block)[] };

/**
 * The same as the JSON that goes to Slack in a form's field (docs.slack.dev/apis/web-api: "a JSON-based array"), for a
 * call of the Web API: its client would first go through each block for tokens, to leave them out of its log.
 */
const blocksAsJson = ({ blocks }: Content): { blocks?: (KnownBlock | Block)[] } =>
  blocks.length === 0 ? {} : { blocks: JSON.stringify(blocks) as unknown as (KnownBlock | Block)[] };

/** Posts for everyone who can read the channel; in a thread where one is named. A person's id is their DM. */
export const postIn =
  ({ client }: Pick<Slack, "client">, channel: string, thread: string | null): Send =>
  async (content): Promise<Sent> => {
    const posted = await client.chat.postMessage({
      channel,
      text: content.text,
      ...blocksAsJson(content),
      ...PLAIN,
      ...(thread === null ? {} : { thread_ts: thread }),
    });
    return { channel: posted.channel ?? channel, ts: posted.ts ?? "" };
  };

/** Puts new words in the place of a message of ours. */
export const updateAt =
  ({ client }: Pick<Slack, "client">, channel: string, ts: string): Send =>
  async (content): Promise<Sent> => {
    // Without blocks, those that stood there would stay.
    const blocks = [...content.blocks] as (KnownBlock | Block)[];
    await client.chat.update({ channel, ts, text: content.text, blocks, parse: "none" });
    return { channel, ts };
  };

/** Shows it to one person, in the channel that they are looking at. */
export const showTo =
  ({ client }: Slack, channel: string, to: { readonly user: string; readonly thread: string | null }): Send =>
  async (content): Promise<Sent> => {
    await client.chat.postEphemeral({
      channel,
      user: to.user,
      text: content.text,
      ...blocksAsJson(content),
      ...(to.thread === null ? {} : { thread_ts: to.thread }),
    });
    return null;
  };

/** Answers what a person just did, for them alone; works where the bot is no member. */
export const respondWith =
  (respond: RespondFn, thread: string | null): Send =>
  async (content): Promise<Sent> => {
    await respond({
      response_type: "ephemeral",
      replace_original: false,
      text: content.text,
      ...blocksOf(content),
      ...PLAIN,
      ...(thread === null ? {} : { thread_ts: thread }),
    });
    return null;
  };

/** Words of ours above a message. */
export const above = (text: string): NonNullable<Draft["above"]> => {
  const block: SlackBlock = rich([section([plainElement(text)])]);
  return { blocks: [block], text: escapeText(text) };
};

/** A way to reach the person, and whether others see it. */
export type Way = { readonly send: Send; readonly draft: Draft };

export type Reached =
  | { readonly kind: "sent"; readonly sent: Sent }
  /** It came another way; why the first did not work has been explained there. */
  | ({ readonly kind: "otherwise" } & Failure)
  | ({ readonly kind: "lost" } & Failure);

const tryWay = async (
  slack: Slack,
  { send, draft }: Way,
): Promise<{ ok: true; sent: Sent } | { ok: false; error: unknown }> => {
  try {
    return { ok: true, sent: await sendDraft(slack, draft, send) };
  } catch (error) {
    return { ok: false, error };
  }
};

export type Failure = { readonly fault: SlackFault; readonly id: string };

/** Logs what Slack answered under an id. */
export const logFailure = ({ log }: Slack, error: unknown): Failure => {
  const failure = { fault: faultOf(error), id: randomUUID().slice(0, 8) };
  const detail = { id: failure.id, error: describeError(error), fault: failure.fault.kind };
  log.warn(detail, "Slack did not take a message; trying another way");
  return failure;
};

/** The same draft, which first says why it comes this way, and what can be done about it. */
export const explained = ({ bot }: Slack, draft: Draft, { fault, id }: Failure): Draft => ({
  ...draft,
  above: above(explainFault(fault, bot.name, id)),
});

/**
 * Tries one way after another until the person has the answer; each but the first says why it is not the first.
 * What went wrong is logged under the id that the person is told. Never throws.
 */
export const reach = async (slack: Slack, first: Way, others: readonly Way[]): Promise<Reached> => {
  const tried = await tryWay(slack, first);
  if (tried.ok) return { kind: "sent", sent: tried.sent };
  const failure = logFailure(slack, tried.error);
  for (const way of others) {
    const again = await tryWay(slack, { ...way, draft: explained(slack, way.draft, failure) });
    if (again.ok) return { kind: "otherwise", ...failure };
    slack.log.warn({ id: failure.id, error: describeError(again.error) }, "nor did that way work");
  }
  slack.log.error({ id: failure.id, error: describeError(tried.error) }, "an answer reached nobody");
  return { kind: "lost", ...failure };
};
