import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { deliverByHttp, type HttpTarget, type Kind } from "./http-delivery.ts";
import { type SocketSide, socketSide } from "./socket-delivery.ts";
import { type Api, type Args, callMethod, type ResponseUrl, useResponseUrl } from "./web-api.ts";
import { buildWorkspace, type Workspace } from "./workspace.ts";

/** A call that came in, with the answer that it got. */
export type Call = {
  readonly method: string;
  readonly args: Args;
  readonly answer: Args;
  /** When it had come in whole, as performance.now() has it. */
  readonly at: number;
};

/** An answer that a test wants a method to give once. */
export type Trouble =
  | { readonly kind: "limited"; readonly retryAfter: number | null }
  | { readonly kind: "error"; readonly error: string; readonly more?: Args }
  | { readonly kind: "status"; readonly status: number }
  /** The connection breaks before an answer; nothing was done. */
  | { readonly kind: "broken" };

export type Outcome = {
  /** An answer came in time: 2xx, or an acknowledged envelope. */
  readonly ok: boolean;
  /** HTTP status, or null by socket. */
  readonly status: number | null;
  /** What the app answered within the acknowledgement. */
  readonly payload: unknown;
  readonly attempts: number;
};

export type ServerOptions = {
  readonly scopes: readonly string[];
  /** Kinds of blocks and elements that this Slack refuses. */
  readonly refused: readonly string[];
  readonly patience: number;
  readonly retryAfter: readonly number[];
  /** Milliseconds since 1970: the time of the workspace's messages. */
  readonly now: () => number;
};

export const GRANTED = [
  "app_mentions:read",
  "chat:write",
  "chat:write.public",
  "commands",
  "files:write",
  "im:history",
];

const DEFAULTS: ServerOptions = {
  scopes: GRANTED,
  refused: [],
  // Shorter than Slack's 3 s, 1 and 5 minutes, in the same order.
  patience: 3000,
  retryAfter: [0, 20, 50],
  now: Date.now,
};

export type SlackServer = {
  /** For clientOptions.slackApiUrl. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly calls: readonly Call[];
  /** The next so many calls of a method, once they have come. */
  readonly nextCalls: (method: string, count: number) => Promise<readonly Call[]>;
  readonly socket: SocketSide;
  /** Where events go by HTTP; null: by socket. */
  readonly deliverTo: (target: { readonly url: string; readonly secret: string } | null) => void;
  readonly deliver: (kind: Kind, payload: object) => Promise<Outcome>;
  /** The next calls of a method run into these, one each. */
  readonly trouble: (method: string, ...troubles: readonly Trouble[]) => void;
  /** Every call of every method runs into this, until it is lifted with null. */
  readonly outage: (trouble: Trouble | null) => void;
  readonly giveResponseUrl: (about: Omit<ResponseUrl, "at" | "uses">) => string;
  readonly giveTrigger: () => string;
  /** Each call takes so many milliseconds longer. */
  readonly slow: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** The one file of a multipart body. */
const fileOf = async (request: IncomingMessage, body: Buffer): Promise<Uint8Array | null> => {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const file = [...form.values()].find((part) => typeof part !== "string");
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
};

/** JSON or a form, as the caller says; a JSON value in a form's field stays a string. */
const argsOf = (request: IncomingMessage, body: string): Args => {
  if ((request.headers["content-type"] ?? "").startsWith("application/json")) return JSON.parse(body || "{}");
  return Object.fromEntries(new URLSearchParams(body));
};

const UPLOADS = "/upload/v1/";

const tokenOf = (request: IncomingMessage, args: Args): string | null => {
  const [, bearer] = /^Bearer (.+)$/u.exec(request.headers.authorization ?? "") ?? [];
  return bearer ?? (typeof args.token === "string" ? args.token : null);
};

const answerTrouble = (trouble: Trouble, response: ServerResponse): Args => {
  switch (trouble.kind) {
    case "limited": {
      const wait = trouble.retryAfter === null ? {} : { "retry-after": String(trouble.retryAfter) };
      response.writeHead(429, { "content-type": "application/json", ...wait });
      response.end(JSON.stringify({ ok: false, error: "ratelimited" }));
      return { ok: false, error: "ratelimited" };
    }
    case "error": {
      const answer = { ok: false, error: trouble.error, ...trouble.more };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
      return answer;
    }
    case "status":
      response.writeHead(trouble.status);
      response.end("<html>upstream</html>");
      return { ok: false, status: trouble.status };
    case "broken":
      response.destroy();
      return { ok: false, broken: true };
  }
};

/** A Slack of one workspace on a free loopback port; see the control object for what a test can have it do. */
export const openSlackServer = async (changes: Partial<ServerOptions> = {}): Promise<SlackServer> => {
  const options = { ...DEFAULTS, ...changes };
  const workspace = buildWorkspace(options.now);
  const calls: Call[] = [];
  const waiting = new Set<(call: Call) => void>();
  const record = (call: Call): void => {
    calls.push(call);
    for (const hear of waiting) hear(call);
  };
  const troubles = new Map<string, Trouble[]>();
  const responseUrls = new Map<string, ResponseUrl>();
  let [outage, slowness]: [Trouble | null, number] = [null, 0];
  let target: HttpTarget | null = null;

  const answerCall = (method: string, request: IncomingMessage, args: Args) => {
    const answer = callMethod(api, { method, args, token: tokenOf(request, args) });
    const headers = { "content-type": "application/json", "x-oauth-scopes": options.scopes.join(",") };
    return { answer, headers };
  };

  const serveApi = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const at = performance.now();
    const method = (request.url ?? "").replace(/^\/api\//u, "").replace(/\?.*$/u, "");
    const { token: _token, ...args } = argsOf(request, body) as Record<string, unknown>;
    const trouble = troubles.get(method)?.shift() ?? outage;
    if (trouble !== null && trouble !== undefined) {
      record({ method, args, answer: answerTrouble(trouble, response), at });
      return;
    }
    const { answer, headers } = answerCall(method, request, args);
    record({ method, args, answer, at });
    response.writeHead(200, headers);
    response.end(JSON.stringify(answer));
  };

  const serveResponseUrl = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const at = performance.now();
    const url = responseUrls.get(request.url ?? "");
    const args = argsOf(request, body);
    const result = url === undefined ? { status: 404, body: "no_such_url" } : useResponseUrl(api, url, args);
    record({ method: "response_url", args, answer: result, at });
    response.writeHead(result.status, { "content-type": "text/plain" });
    response.end(result.body);
  };

  const serveUpload = async (
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<void> => {
    const id = (request.url ?? "").slice(UPLOADS.length);
    const upload = workspace.uploads.find((one) => one.id === id);
    const bytes = await fileOf(request, body);
    const isRight = upload !== undefined && bytes !== null && bytes.length === upload.length;
    if (isRight) upload.bytes = bytes;
    response.writeHead(isRight ? 200 : 400, { "content-type": "text/plain" });
    response.end(isRight ? `OK - ${bytes.length}` : "wrong length");
  };

  const server = createServer((request, response) => {
    bytesOf(request)
      .then(async (bytes) => {
        if (slowness > 0) await new Promise((resolve) => setTimeout(resolve, slowness));
        if ((request.url ?? "").startsWith(UPLOADS)) return serveUpload(request, response, bytes);
        const body = bytes.toString("utf8");
        if ((request.url ?? "").startsWith("/commands/")) serveResponseUrl(request, response, body);
        else serveApi(request, response, body);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = socketSide(server, {
    host: () => host,
    patience: options.patience,
    resends: options.retryAfter.length,
  });
  const api: Api = {
    workspace,
    scopes: new Set(options.scopes),
    refused: new Set(options.refused),
    openSocket: socket.openSocket,
    uploadUrl: (id) => `http://${host}${UPLOADS}${id}`,
    triggerLife: 3000,
  };

  const deliver = async (kind: Kind, payload: object): Promise<Outcome> => {
    if (target === null) {
      const { acked, payload: answer, attempts } = await socket.deliver(kind, payload);
      return { ok: acked, status: null, payload: answer, attempts };
    }
    const { status, body, attempts } = await deliverByHttp(kind, payload, target);
    return { ok: status >= 200 && status < 300, status, payload: body === "" ? undefined : body, attempts };
  };

  return {
    apiUrl: `http://${host}/api/`,
    workspace,
    calls,
    nextCalls: (method, count) =>
      new Promise((resolve) => {
        const heard: Call[] = [];
        const hear = (call: Call): void => {
          if (call.method === method) heard.push(call);
          if (heard.length < count) return;
          waiting.delete(hear);
          resolve(heard);
        };
        waiting.add(hear);
      }),
    socket,
    deliverTo: (where) => {
      const { patience, retryAfter } = options;
      target = where === null ? null : { ...where, patience, retryAfter };
    },
    deliver,
    trouble: (method, ...more) => troubles.set(method, [...(troubles.get(method) ?? []), ...more]),
    outage: (trouble) => {
      outage = trouble;
    },
    giveResponseUrl: (about) => {
      const path = `/commands/${workspace.nextId("T")}`;
      responseUrls.set(path, { ...about, at: Date.now(), uses: 0 });
      return `http://${host}${path}`;
    },
    giveTrigger: () => {
      const id = workspace.nextId("Tr");
      workspace.triggers.set(id, { at: Date.now(), used: false });
      return id;
    },
    slow: (milliseconds) => {
      slowness = milliseconds;
    },
    stop: async () => {
      socket.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
