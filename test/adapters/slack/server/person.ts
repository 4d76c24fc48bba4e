import {
  appMention,
  botMessageEvent,
  envelope,
  homeOpened,
  messageChanged,
  messageEvent,
  messageShortcut,
  pressedAtHome,
  pressedOnEphemeral,
  pressedOnMessage,
  slashCommand,
  viewSubmission,
} from "./payloads.ts";
import type { Outcome, SlackServer } from "./slack-server.ts";
import { BOT, type Conversation, DIRECT, type Ephemeral, type Posted } from "./workspace.ts";

/** Somebody in the workspace, and what they can do there. */
export type Person = {
  readonly says: (text: string, where: Where) => Promise<Posted>;
  readonly edits: (posted: Posted, text: string) => Promise<void>;
  readonly runs: (text: string, channel: string) => Promise<Outcome>;
  readonly presses: (label: RegExp, on: Posted | Ephemeral) => Promise<Outcome>;
  readonly pressesAtHome: (label: RegExp) => Promise<Outcome>;
  readonly submits: (text: string) => Promise<Outcome>;
  /** Chooses "Look up this figure" in a message's menu. */
  readonly looksUp: (posted: Posted) => Promise<Outcome>;
  /** Chooses "Check figures" there. */
  readonly checks: (posted: Posted) => Promise<Outcome>;
  readonly opensHome: () => Promise<Outcome>;
};

export type Where = { readonly channel: string; readonly thread?: string };

/** How a delivery is to go wrong. */
export type Mishaps = {
  /** How many times each event comes, one right after the other. */
  readonly copies: number;
};

type Button = {
  readonly block_id: string;
  readonly action_id: string;
  readonly value: string;
  readonly text: string;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every button of a message's blocks. */
export const buttonsOf = (blocks: readonly unknown[] | undefined): readonly Button[] =>
  (blocks ?? []).filter(isObject).flatMap((block, at) => {
    const elements = Array.isArray(block.elements) ? block.elements.filter(isObject) : [];
    const accessory = isObject(block.accessory) ? [block.accessory] : [];
    return [...elements, ...accessory]
      .filter(({ type }) => type === "button")
      .map((one) => ({
        block_id: String(block.block_id ?? `b${at}`),
        action_id: String(one.action_id),
        value: String(one.value ?? ""),
        text: String((one.text as { text: string }).text),
      }));
  });

const buttonCalled = (label: RegExp, blocks: readonly unknown[] | undefined): Button => {
  const buttons = buttonsOf(blocks);
  const found = buttons.find(({ text }) => label.test(text));
  if (found === undefined)
    throw new Error(`no button ${label}; there are ${buttons.map(({ text }) => text).join(" | ")}`);
  return found;
};

const isEphemeral = (on: Posted | Ephemeral): on is Ephemeral => "deleted" in on;

/** A person of the server's workspace. A mention in a channel comes as `app_mention` and as `message`, as it does. */
export const personIn = (server: SlackServer, user: string, mishaps: Mishaps = { copies: 1 }): Person => {
  const { workspace } = server;
  const conversation = (id: string): Conversation => {
    const found = workspace.conversations.get(id);
    if (found === undefined) throw new Error(`no conversation ${id}`);
    return found;
  };
  const deliverEvents = async (events: readonly { readonly type: string }[]): Promise<void> => {
    const envelopes = events.map((event) => envelope(event, workspace));
    const copies = Array.from({ length: mishaps.copies }, () => envelopes).flat();
    await Promise.all(copies.map((one) => server.deliver("event", one)));
  };
  const eventsFor = (posted: Posted): readonly { readonly type: string }[] => {
    const where = conversation(posted.channel);
    const mentioned = posted.text.includes(`<@${BOT.user}>`) && where.kind !== "im";
    return [...(mentioned ? [appMention(posted)] : []), messageEvent(posted, where)];
  };
  const given = (about: { channel: string; about: string | null }) => ({
    responseUrl: server.giveResponseUrl({ ...about, user }),
    trigger: server.giveTrigger(),
    ts: workspace.nextTs(),
  });

  const choosesInMenu = (callbackId: string, posted: Posted) => {
    const payload = messageShortcut(
      { callback_id: callbackId, user, channel: conversation(posted.channel) },
      posted,
      given({ channel: posted.channel, about: null }),
    );
    return server.deliver("interactive", payload);
  };

  return {
    says: async (text, { channel, thread }) => {
      const posted: Posted = {
        channel,
        ts: workspace.nextTs(),
        user,
        bot: false,
        thread_ts: thread,
        text,
        blocks: undefined,
        edited: undefined,
        args: {},
      };
      workspace.messages.push(posted);
      await deliverEvents(eventsFor(posted));
      return posted;
    },
    edits: async (posted, text) => {
      const before = posted.text;
      posted.text = text;
      posted.edited = { user, ts: workspace.nextTs() };
      const where = conversation(posted.channel);
      const mentioned = text.includes(`<@${BOT.user}>`) && where.kind !== "im";
      await deliverEvents([
        ...(mentioned ? [appMention(posted)] : []),
        messageChanged(posted, before, where),
      ]);
    },
    runs: (text, channel) => {
      const where = conversation(channel);
      const payload = slashCommand(
        { command: "/figure", text, user, channel: where },
        given({ channel, about: null }),
      );
      return server.deliver("command", payload);
    },
    presses: (label, on) => {
      const action = buttonCalled(label, on.blocks);
      const about = isEphemeral(on) ? on.ts : null;
      const one = { user, action, given: given({ channel: on.channel, about }) };
      const where = { channel: conversation(on.channel) };
      const payload = isEphemeral(on) ? pressedOnEphemeral(one, on, where) : pressedOnMessage(one, on, where);
      return server.deliver("interactive", payload);
    },
    pressesAtHome: (label) => {
      const home = workspace.homes.get(user) as { blocks: readonly unknown[] } | undefined;
      const action = buttonCalled(label, home?.blocks);
      const one = { user, action, given: given({ channel: DIRECT, about: null }) };
      return server.deliver("interactive", pressedAtHome(one));
    },
    submits: (text) => {
      const [opened] = [...workspace.views.values()].slice(-1);
      if (opened === undefined) throw new Error("no view is open");
      const inputs = (opened.view.blocks as readonly Record<string, unknown>[]).filter(
        ({ type }) => type === "input",
      );
      const values = Object.fromEntries(
        inputs.map(({ block_id, element }) => [
          String(block_id),
          {
            [String((element as { action_id: string }).action_id)]: { type: "plain_text_input", value: text },
          },
        ]),
      );
      const payload = viewSubmission({ user, view: opened.view, values, trigger: server.giveTrigger() });
      return server.deliver("interactive", payload);
    },
    looksUp: (posted) => choosesInMenu("look_up", posted),
    checks: (posted) => choosesInMenu("check_figures", posted),
    opensHome: () =>
      server.deliver("event", envelope(homeOpened(user, DIRECT, workspace.nextTs()), workspace)),
  };
};

/** Another bot's post, which must not be answered. */
export const otherBotSays = async (server: SlackServer, text: string, where: Where): Promise<void> => {
  const { workspace } = server;
  const posted: Posted = {
    channel: where.channel,
    ts: workspace.nextTs(),
    user: "U0OTHERBOT1",
    bot: true,
    thread_ts: where.thread,
    text,
    blocks: undefined,
    edited: undefined,
    args: {},
  };
  workspace.messages.push(posted);
  const found = workspace.conversations.get(where.channel);
  if (found === undefined) throw new Error(`no conversation ${where.channel}`);
  const mention = { ...appMention(posted), bot_id: "B0OTHERBOT1" };
  await server.deliver("event", envelope(mention, workspace));
  await server.deliver("event", envelope(botMessageEvent(posted, found), workspace));
};
