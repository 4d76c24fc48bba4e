import type {
  BlockAction,
  ButtonAction,
  EnvelopedEvent,
  MessageShortcut,
  SlackViewAction,
  SlashCommand,
} from "@slack/bolt";
import type { AppHomeOpenedEvent, AppMentionEvent, GenericMessageEvent } from "@slack/types";
import { messageObject } from "./web-api.ts";
import {
  ASKER,
  BOT,
  type Conversation,
  type Ephemeral,
  type Posted,
  TEAM,
  type Workspace,
} from "./workspace.ts";

/** What Slack sends an app. The types are Bolt's own: a field that is missing does not compile. */
const TOKEN = "verification-token";
const NAMES: Readonly<Record<string, string>> = { [ASKER]: "ada" };
const nameOf = (user: string): string => NAMES[user] ?? "someone";

/** The envelope around every event. */
export const envelope = <Event extends { readonly type: string }>(event: Event, { nextId }: Workspace) => ({
  token: TOKEN,
  team_id: TEAM.id,
  context_team_id: TEAM.id,
  context_enterprise_id: null,
  api_app_id: BOT.app,
  event,
  type: "event_callback" as const,
  event_id: nextId("Ev"),
  event_time: Math.floor(Date.now() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: TEAM.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: "4-context",
});

const userBlocks = (text: string) => [
  {
    type: "rich_text" as const,
    block_id: "r1",
    elements: [{ type: "rich_text_section" as const, elements: [{ type: "text" as const, text }] }],
  },
];

const CHANNEL_TYPES = { channel: "channel", group: "group", im: "im" } as const;

const said = (posted: Posted) => ({
  user: posted.user,
  ts: posted.ts,
  client_msg_id: `msg-${posted.ts}`,
  text: posted.text,
  team: TEAM.id,
  blocks: userBlocks(posted.text),
  channel: posted.channel,
  event_ts: posted.ts,
  ...(posted.thread_ts === undefined ? {} : { thread_ts: posted.thread_ts }),
  ...(posted.edited === undefined ? {} : { edited: posted.edited }),
});

export const appMention = (posted: Posted): AppMentionEvent => ({ type: "app_mention", ...said(posted) });

export const messageEvent = (posted: Posted, { kind }: Conversation): GenericMessageEvent => ({
  type: "message",
  subtype: undefined,
  ...said(posted),
  channel_type: CHANNEL_TYPES[kind],
});

export const botMessageEvent = (posted: Posted, { kind }: Conversation) => ({
  type: "message" as const,
  subtype: "bot_message" as const,
  ...said(posted),
  bot_id: "B0OTHERBOT1",
  channel_type: CHANNEL_TYPES[kind],
});

export const messageChanged = (after: Posted, before: string, { kind }: Conversation) => ({
  type: "message" as const,
  subtype: "message_changed" as const,
  hidden: true as const,
  channel: after.channel,
  channel_type: CHANNEL_TYPES[kind],
  ts: after.edited?.ts ?? after.ts,
  event_ts: after.edited?.ts ?? after.ts,
  message: messageObject(after),
  previous_message: { ...messageObject(after), text: before },
});

export const homeOpened = (user: string, channel: string, eventTs: string): AppHomeOpenedEvent => ({
  type: "app_home_opened",
  user,
  channel,
  tab: "home",
  event_ts: eventTs,
});

export type EventPayload = EnvelopedEvent | ReturnType<typeof envelope>;

type Typed = {
  readonly command: string;
  readonly text: string;
  readonly user: string;
  readonly channel: Conversation;
};

export const slashCommand = (
  { command, text, user, channel }: Typed,
  given: { readonly responseUrl: string; readonly trigger: string },
): SlashCommand => ({
  token: TOKEN,
  team_id: TEAM.id,
  team_domain: TEAM.domain,
  channel_id: channel.id,
  channel_name: channel.kind === "im" ? "directmessage" : channel.name,
  user_id: user,
  user_name: nameOf(user),
  command,
  text,
  api_app_id: BOT.app,
  is_enterprise_install: "false",
  response_url: given.responseUrl,
  trigger_id: given.trigger,
});

type Pressed = {
  readonly user: string;
  readonly action: {
    readonly block_id: string;
    readonly action_id: string;
    readonly value: string;
    readonly text: string;
  };
  readonly given: { readonly responseUrl: string; readonly trigger: string; readonly ts: string };
};

const actionsOf = ({ action, given }: Pressed): ButtonAction[] => [
  {
    action_id: action.action_id,
    block_id: action.block_id,
    text: { type: "plain_text", text: action.text, emoji: false },
    value: action.value,
    type: "button",
    action_ts: given.ts,
  },
];

const pressed = (one: Pressed) => ({
  type: "block_actions" as const,
  user: { id: one.user, username: nameOf(one.user), name: nameOf(one.user), team_id: TEAM.id },
  api_app_id: BOT.app,
  token: TOKEN,
  trigger_id: one.given.trigger,
  team: { id: TEAM.id, domain: TEAM.domain },
  is_enterprise_install: false,
  state: { values: {} },
  actions: actionsOf(one),
});

type Where = { readonly channel: Conversation };

export const pressedOnMessage = (
  one: Pressed,
  posted: Posted,
  { channel }: Where,
): BlockAction<ButtonAction> => ({
  ...pressed(one),
  container: {
    type: "message",
    message_ts: posted.ts,
    channel_id: channel.id,
    is_ephemeral: false,
    ...(posted.thread_ts === undefined ? {} : { thread_ts: posted.thread_ts }),
  },
  channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
  message: { ...messageObject(posted), type: "message", ts: posted.ts },
  response_url: one.given.responseUrl,
});

/** A press on a message that only this person sees: Slack sends no message with it. */
export const pressedOnEphemeral = (
  one: Pressed,
  seen: Ephemeral,
  { channel }: Where,
): BlockAction<ButtonAction> => ({
  ...pressed(one),
  container: {
    type: "message",
    message_ts: seen.ts,
    channel_id: channel.id,
    is_ephemeral: true,
    ...(seen.thread_ts === undefined ? {} : { thread_ts: seen.thread_ts }),
  },
  channel: { id: channel.id, name: channel.name },
  response_url: one.given.responseUrl,
});

/** A press in the Home tab: it belongs to no channel and has no response_url. */
export const pressedAtHome = (one: Pressed): Omit<BlockAction<ButtonAction>, "response_url"> => ({
  ...pressed(one),
  container: { type: "view", view_id: "V0HOME00001" },
});

type Chosen = { readonly callback_id: string; readonly user: string; readonly channel: Conversation };

/** An entry of a message's menu that was chosen (docs.slack.dev/reference/interaction-payloads/shortcuts-…). */
export const messageShortcut = (
  { callback_id, user, channel }: Chosen,
  posted: Posted,
  given: { readonly responseUrl: string; readonly trigger: string; readonly ts: string },
): MessageShortcut => ({
  type: "message_action",
  callback_id,
  trigger_id: given.trigger,
  message_ts: posted.ts,
  response_url: given.responseUrl,
  message: { ...messageObject(posted), type: "message", ts: posted.ts },
  user: { id: user, name: nameOf(user), team_id: TEAM.id },
  channel: { id: channel.id, name: channel.name },
  team: { id: TEAM.id, domain: TEAM.domain },
  token: TOKEN,
  action_ts: given.ts,
  is_enterprise_install: false,
});

type Submitted = {
  readonly user: string;
  readonly view: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, { type: string; value: string }>>>>;
  readonly trigger: string;
};

const text = (value: unknown) => {
  const read = (value ?? { text: "" }) as { text: string };
  return { type: "plain_text" as const, text: read.text, emoji: true };
};

export const viewSubmission = ({ user, view, values, trigger }: Submitted): SlackViewAction => ({
  type: "view_submission",
  team: { id: TEAM.id, domain: TEAM.domain },
  user: { id: user, name: nameOf(user), ...{ username: nameOf(user) }, team_id: TEAM.id },
  api_app_id: BOT.app,
  token: TOKEN,
  trigger_id: trigger,
  view: {
    id: String(view.id),
    team_id: TEAM.id,
    type: "modal",
    blocks: view.blocks as never,
    private_metadata: String(view.private_metadata ?? ""),
    callback_id: String(view.callback_id),
    state: { values: values as never },
    hash: "1771126611.hash",
    title: text(view.title),
    clear_on_close: false,
    notify_on_close: false,
    close: text(view.close),
    submit: text(view.submit),
    previous_view_id: null,
    root_view_id: String(view.id),
    app_id: BOT.app,
    external_id: "",
    app_installed_team_id: TEAM.id,
    bot_id: BOT.bot,
  },
  response_urls: [],
  is_enterprise_install: false,
});
