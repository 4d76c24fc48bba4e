import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayCloseCodes, GatewayOpcodes } from "discord-api-types/v10";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { guildPayload, userPayload } from "./payloads.ts";
import type { World } from "./world.ts";

type Dispatch = { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown };

export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly sent: Dispatch[];
  socket: WebSocket | null;
  resumes: number;
};

/** What of an event a session with these intents gets; null: nothing. */
export type ForIntents = (intents: number) => unknown | null;

export type GatewayRules = {
  readonly token: () => string;
  /** Privileged intents that are switched on for the application. */
  readonly privileged: number;
  readonly heartbeatInterval: number;
  /** Milliseconds there and back; an event takes half of it. */
  readonly latency: number;
};

export type Faults = {
  /** A Resume is taken and never answered, so many times. */
  unansweredResumes: number;
  /** Heartbeats are not acknowledged. */
  zombie: boolean;
  /** New connections are refused at the door. */
  closed: boolean;
  /** Every Identify is answered by closing with this code. */
  refusesWith: number | null;
};

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** Up to GUILD_MESSAGE_POLLS and DIRECT_MESSAGE_POLLS, without the gaps. */
const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;
const SENDS_A_MINUTE = 120;
const MINUTE = 60_000;

const read = (data: RawData): { readonly op: number; readonly d: unknown } | null => {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
};

type Identify = { readonly token?: string; readonly intents?: number; readonly properties?: unknown };
type Resume = { readonly token?: string; readonly session_id?: string; readonly seq?: number };

/** A gateway on the same port as the REST server: Hello to RESUMED, with what can go wrong in between. */
export class Gateway {
  readonly sessions: Session[] = [];
  readonly faults: Faults = { unansweredResumes: 0, zombie: false, closed: false, refusesWith: null };
  /** What clients sent, by opcode, for tests that count. */
  readonly received: { readonly op: number; readonly d: unknown }[] = [];
  readonly #world: World;
  readonly #rules: GatewayRules;
  readonly #server = new WebSocketServer({ noServer: true });
  #address = "";

  constructor(world: World, rules: GatewayRules) {
    this.#world = world;
    this.#rules = rules;
  }

  listenOn(server: Server, address: string): void {
    this.#address = address;
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.faults.closed) socket.destroy();
      else this.#server.handleUpgrade(request, socket, head, (client) => this.#greet(client));
    });
  }

  /** Sends an event to each session that its intents allow, and keeps it for a Resume. */
  dispatch(t: string, forIntents: ForIntents): void {
    for (const session of this.sessions) {
      const d = forIntents(session.intents);
      if (d !== null) this.#push(session, t, d);
    }
  }

  /** The same event again, with a number of its own, as happens where a session is replayed too far. */
  repeatLast(t: string): void {
    for (const session of this.sessions) {
      const last = session.sent.findLast((dispatch) => dispatch.t === t);
      if (last !== undefined) this.#push(session, t, last.d);
    }
  }

  get connected(): readonly Session[] {
    return this.sessions.filter(({ socket }) => socket !== null);
  }

  /** Ends each connection without a word; the sessions stay to be resumed. */
  drop(): void {
    for (const { socket } of this.connected) socket?.terminate();
  }

  close(code: number): void {
    for (const { socket } of this.connected) socket?.close(code);
  }

  askToReconnect(): void {
    this.#toAll({ op: GatewayOpcodes.Reconnect, d: null });
  }

  invalidate(resumable: boolean): void {
    if (!resumable) for (const session of this.sessions) session.sent.splice(0);
    this.#toAll({ op: GatewayOpcodes.InvalidSession, d: resumable });
    if (!resumable) this.forget();
  }

  /** As after a long absence: no session can be resumed any more. */
  forget(): void {
    this.sessions.splice(0);
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #toAll(payload: unknown): void {
    for (const { socket } of this.connected) socket?.send(JSON.stringify(payload));
  }

  #push(session: Session, t: string, d: unknown): void {
    const dispatch: Dispatch = { op: GatewayOpcodes.Dispatch, t, s: session.sent.length + 1, d };
    session.sent.push(dispatch);
    const { socket } = session;
    const send = (): void => socket?.send(JSON.stringify(dispatch));
    if (this.#rules.latency > 0) setTimeout(send, this.#rules.latency / 2);
    else send();
  }

  #greet(client: WebSocket): void {
    let session: Session | null = null;
    let sends: readonly number[] = [];
    client.send(
      JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#rules.heartbeatInterval } }),
    );
    client.on("close", () => {
      if (session?.socket === client) session.socket = null;
    });
    client.on("message", (data) => {
      const now = Date.now();
      sends = [...sends.filter((at) => at > now - MINUTE), now];
      if (sends.length > SENDS_A_MINUTE) return client.close(GatewayCloseCodes.RateLimited);
      const payload = read(data);
      if (payload === null) return client.close(GatewayCloseCodes.DecodeError);
      this.received.push(payload);
      session = this.#take(client, session, payload);
    });
  }

  #take(client: WebSocket, session: Session | null, { op, d }: { op: number; d: unknown }): Session | null {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        if (!this.faults.zombie) client.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
        return session;
      case GatewayOpcodes.Identify:
        return this.#identify(client, session, d as Identify);
      case GatewayOpcodes.Resume:
        return this.#resume(client, session, d as Resume);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        if (session === null) client.close(GatewayCloseCodes.NotAuthenticated);
        return session;
      default:
        client.close(GatewayCloseCodes.UnknownOpcode);
        return session;
    }
  }

  #identify(client: WebSocket, before: Session | null, { token, intents, properties }: Identify) {
    const refused = this.#refusalOf(before, token, intents);
    if (refused !== null || properties === undefined) {
      client.close(refused ?? GatewayCloseCodes.DecodeError);
      return null;
    }
    const session: Session = {
      id: this.#world.id(),
      intents: intents ?? 0,
      sent: [],
      socket: client,
      resumes: 0,
    };
    this.sessions.push(session);
    this.#push(session, "READY", this.#ready(session));
    this.#push(session, "GUILD_CREATE", guildPayload(this.#world));
    return session;
  }

  #refusalOf(before: Session | null, token?: string, intents?: number): number | null {
    if (before !== null) return GatewayCloseCodes.AlreadyAuthenticated;
    if (this.faults.refusesWith !== null) return this.faults.refusesWith;
    if (token !== this.#rules.token()) return GatewayCloseCodes.AuthenticationFailed;
    if (intents === undefined || (intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
    const missing = intents & PRIVILEGED & ~this.#rules.privileged;
    return missing === 0 ? null : GatewayCloseCodes.DisallowedIntents;
  }

  #ready(session: Session) {
    return {
      v: 10,
      user: { ...userPayload(this.#world.bot), email: null, verified: true, mfa_enabled: false, flags: 0 },
      user_settings: {},
      private_channels: [],
      relationships: [],
      presences: [],
      guilds: [{ id: this.#world.guild, unavailable: true }],
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: this.#address,
      application: { id: this.#world.bot.id, flags: 0 },
      shard: [0, 1],
      geo_ordered_rtc_regions: [],
      auth: {},
      _trace: [],
    };
  }

  #resume(client: WebSocket, before: Session | null, { token, session_id, seq }: Resume): Session | null {
    if (this.faults.unansweredResumes > 0) {
      this.faults.unansweredResumes -= 1;
      return null;
    }
    if (before !== null) client.close(GatewayCloseCodes.AlreadyAuthenticated);
    else if (token !== this.#rules.token()) client.close(GatewayCloseCodes.AuthenticationFailed);
    const session = this.sessions.find(({ id }) => id === session_id);
    if (session === undefined || seq === undefined) {
      client.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return null;
    }
    if (seq > session.sent.length) {
      client.close(GatewayCloseCodes.InvalidSeq);
      return null;
    }
    session.socket?.terminate();
    session.socket = client;
    session.resumes += 1;
    for (const dispatch of session.sent.slice(seq)) client.send(JSON.stringify(dispatch));
    this.#push(session, "RESUMED", { _trace: [] });
    return session;
  }
}
