import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Kind } from "./http-delivery.ts";
import { BOT } from "./workspace.ts";

/** An envelope that was acknowledged, or that never was (attempts used up). */
export type Acknowledged = { readonly acked: boolean; readonly payload: unknown; readonly attempts: number };

const TYPES = { event: "events_api", command: "slash_commands", interactive: "interactive" } as const;

export type SocketSide = {
  /** An address that is good for one connection. */
  readonly openSocket: () => string;
  readonly deliver: (kind: Kind, payload: object) => Promise<Acknowledged>;
  /** Says that the connection will be closed, as Slack does every few hours. */
  readonly disconnect: (reason: "warning" | "refresh_requested" | "link_disabled") => void;
  /** Breaks every connection without a word. */
  readonly drop: () => void;
  readonly connections: () => number;
  readonly connected: () => Promise<void>;
  readonly stop: () => void;
};

type Waiting = (payload: unknown) => void;

export type SocketRules = {
  readonly host: () => string;
  /** Milliseconds until an envelope that is not acknowledged is sent again, and how often it is. */
  readonly patience: number;
  readonly resends: number;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Slack's side of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode) on an HTTP server's upgrades. */
export const socketSide = (server: Server, rules: SocketRules): SocketSide => {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  const waiting = new Map<string, Waiting>();
  let turn = 0;
  const pings = setInterval(() => {
    for (const socket of open) socket.ping("Ping from applink");
  }, 5000);
  pings.unref();

  const greet = (socket: WebSocket): void => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown };
      waiting.get(envelope_id)?.(payload);
    });
    const debug_info = { host: "applink", build_number: 1, approximate_connection_time: 18060 };
    const connection_info = { app_id: BOT.app };
    socket.send(JSON.stringify({ type: "hello", num_connections: open.size, debug_info, connection_info }));
  };

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? "/", "http://host").searchParams.get("ticket") ?? "";
    if (!tickets.delete(ticket)) {
      stream.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, greet);
  });

  /** Each envelope goes to one of the connections. */
  const nextSocket = (): WebSocket | undefined => {
    const all = [...open];
    turn += 1;
    return all[turn % Math.max(1, all.length)];
  };

  const attempt = async (envelope: object, id: string): Promise<{ acked: boolean; payload: unknown }> => {
    const socket = nextSocket();
    if (socket === undefined) {
      await pause(rules.patience);
      return { acked: false, payload: undefined };
    }
    const answer = new Promise<{ acked: boolean; payload: unknown }>((resolve) => {
      waiting.set(id, (payload) => resolve({ acked: true, payload }));
      setTimeout(() => resolve({ acked: false, payload: undefined }), rules.patience).unref();
    });
    socket.send(JSON.stringify(envelope));
    return answer;
  };

  const deliver: SocketSide["deliver"] = async (kind, payload) => {
    const envelope_id = randomUUID();
    const accepts_response_payload = kind !== "event";
    const first = { envelope_id, type: TYPES[kind], payload, accepts_response_payload };
    for (let sent = 0; sent <= rules.resends; sent += 1) {
      const again = sent === 0 ? {} : { retry_attempt: sent, retry_reason: "timeout" };
      const { acked, payload: answer } = await attempt({ ...first, ...again }, envelope_id);
      if (acked) return { acked, payload: accepts_response_payload ? answer : undefined, attempts: sent + 1 };
    }
    return { acked: false, payload: undefined, attempts: rules.resends + 1 };
  };

  const connected = async (): Promise<void> => {
    while (open.size === 0) await pause(10);
  };

  return {
    openSocket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://${rules.host()}/link/?ticket=${ticket}&app_id=${BOT.app}`;
    },
    deliver,
    disconnect: (reason) => {
      const debug_info = { host: "applink" };
      for (const socket of open) socket.send(JSON.stringify({ type: "disconnect", reason, debug_info }));
    },
    drop: () => {
      for (const socket of open) socket.terminate();
    },
    connections: () => open.size,
    connected,
    stop: () => {
      clearInterval(pings);
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
};
