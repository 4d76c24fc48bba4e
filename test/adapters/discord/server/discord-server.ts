import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import { archive, edit, post, type Stage, startThread } from "./deeds.ts";
import { Gateway } from "./gateway.ts";
import { type Fault, RestServer } from "./http.ts";
import { createInteraction, type Interaction, type NewInteraction } from "./interactions.ts";
import { messagePayload } from "./payloads.ts";
import { type Limits, WIDE } from "./rate-limits.ts";
import type { RestState } from "./rest.ts";
import {
  type Account,
  addAccount,
  addPlace,
  createWorld,
  directPlace,
  type Place,
  type Posted,
} from "./world.ts";

export type ServerRules = {
  readonly token?: string;
  /** Privileged intents that are switched on; none unless a test says so. */
  readonly privileged?: number;
  readonly limits?: Limits;
  readonly heartbeatInterval?: number;
  readonly latency?: number;
};

/** A token in the form of Discord's own, good for nothing. */
export const TOKEN = `${Buffer.from("100000000000000000").toString("base64")}.Gtest0.${"x".repeat(38)}`;

type Said = {
  readonly by: Account;
  readonly in: Place;
  readonly content: string;
  readonly replyTo?: Posted;
  /** Whether a reply pings; people switch it off. */
  readonly ping?: boolean;
  readonly webhook?: boolean;
};

type Ran = {
  readonly by: Account;
  readonly in: Place;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly command?: string;
  readonly locale?: string;
};

const OPTION_TYPES = { string: 3, boolean: 5 } as const;

const optionsOf = (options: Ran["options"], focused: string | null) =>
  Object.entries(options).map(([name, value]) => ({
    name,
    type: OPTION_TYPES[typeof value as keyof typeof OPTION_TYPES],
    value,
    ...(name === focused ? { focused: true } : {}),
  }));

type Button = { readonly type: number; readonly custom_id?: string; readonly label?: string };

/** Every button of a message, in any depth. */
export const buttonsOf = (message: Posted): readonly Button[] => {
  const walk = (parts: readonly unknown[]): readonly Button[] =>
    parts.flatMap((part) => {
      const { type, components } = part as { type: number; components?: readonly unknown[] };
      return type === ComponentType.Button ? [part as Button] : walk(components ?? []);
    });
  return walk(message.components);
};

/** Discord on loopback, and the people who use it. Everything that a test does stands here. */
export class DiscordServer {
  readonly stage: Stage;
  readonly rest: RestServer;
  readonly gateway: Gateway;
  readonly state: RestState;
  /** Moves the world's clock on: tokens age, messages grow old. */
  #ahead = 0;
  #token: string;

  constructor(rules: ServerRules) {
    this.#token = rules.token ?? TOKEN;
    const world = createWorld(() => Date.now() + this.#ahead);
    this.gateway = new Gateway(world, {
      token: () => this.#token,
      privileged: rules.privileged ?? 0,
      heartbeatInterval: rules.heartbeatInterval ?? 41_250,
      latency: rules.latency ?? 0,
    });
    this.stage = { world, gateway: this.gateway };
    this.state = {
      ...this.stage,
      interactions: new Map(),
      commands: new Map(),
      address: () => `ws://127.0.0.1:${this.#port()}`,
      identifiesLeft: () => 1000,
    };
    this.rest = new RestServer(this.state, {
      token: () => this.#token,
      limits: rules.limits ?? WIDE,
      latency: rules.latency ?? 0,
    });
  }

  #port(): number {
    return (this.rest.server.address() as AddressInfo).port;
  }

  /** What DISCORD_API_URL is set to. */
  get url(): string {
    return `http://127.0.0.1:${this.#port()}/api`;
  }

  get token(): string {
    return this.#token;
  }

  get bot(): Account {
    return this.stage.world.bot;
  }

  async listen(): Promise<void> {
    this.rest.server.listen(0, "127.0.0.1");
    await once(this.rest.server, "listening");
    this.gateway.listenOn(this.rest.server, this.state.address());
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.rest.server.closeAllConnections();
    await new Promise((done) => this.rest.server.close(done));
  }

  person(name: string): Account {
    return addAccount(this.stage.world, name, false);
  }

  otherBot(name: string): Account {
    return addAccount(this.stage.world, name, true);
  }

  channel(name: string, change: Partial<Place> = {}): Place {
    return addPlace(this.stage.world, { type: ChannelType.GuildText, name, ...change });
  }

  direct(person: Account): Place {
    return directPlace(this.stage.world, person);
  }

  thread(parent: Place, name: string, owner: Account | null): Place {
    return startThread(this.stage, parent, { name, owner });
  }

  archives(thread: Place, locked = false): void {
    thread.locked = locked;
    archive(this.stage, thread, true);
  }

  /** "@Nutgraf" as a message carries it. */
  get mention(): string {
    return `<@${this.bot.id}>`;
  }

  says({ by, in: place, content, replyTo, ping = true, webhook = false }: Said): Posted {
    const { world } = this.stage;
    const named = Array.from(content.matchAll(/<@!?(\d+)>/gu), ([, id = ""]) => world.accounts.get(id));
    const mentioned = [...named, replyTo !== undefined && ping ? replyTo.author : undefined];
    return post(this.stage, place, {
      author: by,
      content,
      replyTo: replyTo ?? null,
      mentions: [...new Set(mentioned)].filter((account) => account !== undefined),
      mentionRoles: Array.from(content.matchAll(/<@&(\d+)>/gu), ([, id = ""]) => id),
      mentionsEveryone: /@(?:everyone|here)\b/u.test(content),
      nonce: by.bot ? null : world.id(),
      webhook: webhook ? world.id() : null,
    });
  }

  edits(message: Posted, content: string): void {
    edit(this.stage, message, { content });
  }

  runs({ by, in: place, options, command = "figure", locale = "en-US" }: Ran): Interaction {
    const data = { id: this.#commandId(command), name: command, type: ApplicationCommandType.ChatInput };
    return this.#interacts({
      type: InteractionType.ApplicationCommand,
      by,
      place,
      message: null,
      locale,
      data: { ...data, options: optionsOf(options, null) },
    });
  }

  /** Chooses a command in a message's menu. */
  choosesOn(by: Account, message: Posted, command: string): Interaction {
    return this.#interacts({
      type: InteractionType.ApplicationCommand,
      by,
      place: message.channel,
      message: null,
      locale: "en-US",
      data: {
        id: this.#commandId(command),
        name: command,
        type: ApplicationCommandType.Message,
        target_id: message.id,
        resolved: { messages: { [message.id]: messagePayload(message) } },
      },
    });
  }

  types({ by, in: place, options, command = "figure", locale = "en-US" }: Ran): Interaction {
    const data = { id: this.#commandId(command), name: command, type: ApplicationCommandType.ChatInput };
    const focused = Object.keys(options).at(-1) ?? null;
    return this.#interacts({
      type: InteractionType.ApplicationCommandAutocomplete,
      by,
      place,
      message: null,
      locale,
      data: { ...data, options: optionsOf(options, focused) },
    });
  }

  /** Presses the button with these words on it. */
  presses(by: Account, message: Posted, label: string): Interaction {
    const button = buttonsOf(message).find((one) => one.label === label);
    if (button?.custom_id === undefined)
      throw new Error(
        `no button “${label}” among ${buttonsOf(message)
          .map((one) => one.label)
          .join(", ")}`,
      );
    return this.#interacts({
      type: InteractionType.MessageComponent,
      by,
      place: message.channel,
      message,
      locale: "en-US",
      data: { component_type: ComponentType.Button, custom_id: button.custom_id, id: 2 },
    });
  }

  /** Fills in the form that an interaction opened, every field with the same text, and sends it. */
  submits(opened: Interaction, text: string): Interaction {
    const { modal } = opened;
    if (modal === null) throw new Error("no form was opened");
    const components = modal.components.flatMap((component) => {
      const input = component.component as { custom_id?: string } | undefined;
      if (input?.custom_id === undefined) return [];
      const value = { type: ComponentType.TextInput, custom_id: input.custom_id, value: text, id: 2 };
      return [{ type: ComponentType.Label, id: 1, component: value }];
    });
    return this.#interacts({
      type: InteractionType.ModalSubmit,
      by: opened.by,
      place: opened.place,
      message: opened.message,
      locale: "en-US",
      data: { custom_id: modal.customId, components },
    });
  }

  #commandId(name: string): string {
    const command = [...this.state.commands.values()].flat().find((one) => one.name === name);
    if (command === undefined) throw new Error(`no command ${name} is registered`);
    return command.id;
  }

  #interacts(made: NewInteraction): Interaction {
    const interaction = createInteraction(this.stage, made);
    this.state.interactions.set(interaction.id, interaction);
    return interaction;
  }

  /** What stands in a place for everyone to see, in order. */
  standing(place: Place): readonly Posted[] {
    return place.messages.filter(({ flags }) => (flags & MessageFlags.Ephemeral) === 0);
  }

  /** What the bot has said anywhere, private answers too. */
  said(): readonly Posted[] {
    return [...this.stage.world.places.values()]
      .flatMap(({ messages }) => messages)
      .filter(({ author }) => author === this.bot)
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  threadOf(message: Posted): Place | null {
    return this.stage.world.places.get(message.id) ?? null;
  }

  fault(fault: Omit<Fault, "times"> & { readonly times?: number }): void {
    this.rest.faults.push({ ...fault, times: fault.times ?? 1 });
  }

  /** A route's next requests meet a rate limit of so many seconds. */
  limits(route: string, seconds: number, times = 1): void {
    this.fault({
      route,
      status: 429,
      body: { message: "You are being rate limited.", retry_after: seconds, global: false },
      headers: { "retry-after": String(seconds), "x-ratelimit-scope": "user", "x-ratelimit-remaining": "0" },
      times,
    });
  }

  passes(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** The token is reset in the portal: nothing that had the old one gets in any more. */
  resetsToken(): void {
    this.#token = `${this.#token}-new`;
  }
}

export const startDiscordServer = async (rules: ServerRules = {}): Promise<DiscordServer> => {
  const server = new DiscordServer(rules);
  await server.listen();
  return server;
};
