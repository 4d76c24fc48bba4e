import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { SentFile } from "./deeds.ts";
import { type Limits, rateLimiter } from "./rate-limits.ts";
import { REFUSALS, type Refusal, Refused } from "./refusal.ts";
import { type Asked, type RestState, ROUTES } from "./rest.ts";

export type Recorded = {
  readonly method: string;
  /** "POST /channels/:id/messages" */
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
  readonly at: number;
};

/** What a test wants the next requests of a route to meet instead of being served. */
export type Fault = {
  readonly route: string;
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Serve it all the same and answer with the fault after that: the answer got lost. */
  readonly afterServing?: boolean;
  times: number;
};

export type HttpRules = {
  readonly token: () => string;
  readonly limits: Limits;
  /** Milliseconds that a request and its answer are on their way together: what a network does. */
  readonly latency: number;
};

const PREFIX = /^\/api\/v10/u;
const ID = /^\d{5,}$/u;

/** "/channels/123/messages" → its route and the ids in it. */
export const routeOf = (method: string, path: string): { route: string; params: readonly string[] } => {
  const params: string[] = [];
  const parts = path.split("/").map((part, at, all) => {
    const isToken = at === 3 && (all[1] === "webhooks" || all[1] === "interactions");
    if (!ID.test(part) && !isToken) return part;
    params.push(part);
    return isToken ? ":token" : ":id";
  });
  return { route: `${method} ${parts.join("/")}`, params };
};

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return {};
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return JSON.parse(bytes.toString("utf8"));
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const payload = form.get("payload_json");
  const files = [...form].flatMap(([name, part]): SentFile[] => {
    const number = /^files\[(\d+)\]$/u.exec(name)?.[1];
    return number === undefined || typeof part === "string"
      ? []
      : [{ number, filename: part.name, size: part.size }];
  });
  return {
    ...(typeof payload === "string" ? JSON.parse(payload) : {}),
    ...(files.length > 0 ? { files } : {}),
  };
};

type Reply = {
  readonly status: number;
  readonly body: unknown | null;
  readonly headers?: Readonly<Record<string, string>>;
};

const ofRefusal = ({ status, ...body }: Refusal): Reply => ({ status, body });

export class RestServer {
  readonly requests: Recorded[] = [];
  readonly faults: Fault[] = [];
  readonly server: Server;
  /** Told of each request as it comes, for who measures time. */
  onRequest: (request: Recorded) => void = () => undefined;
  readonly #state: RestState;
  readonly #rules: HttpRules;
  readonly #limit: ReturnType<typeof rateLimiter>;

  constructor(state: RestState, rules: HttpRules) {
    this.#state = state;
    this.#rules = rules;
    this.#limit = rateLimiter(rules.limits, Date.now);
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.writeHead(500, { "content-type": "application/json" });
        response.end(
          JSON.stringify({ message: String(error instanceof Error ? error.stack : error), code: 0 }),
        );
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    const path = decodeURIComponent(url.pathname.replace(PREFIX, ""));
    const { route, params } = routeOf(method, path);
    const body = await readBody(request);
    await this.#travel();
    const authorization = request.headers.authorization ?? null;
    const recorded = { method, route, path, body, authorization, at: Date.now() };
    this.requests.push(recorded);
    this.onRequest(recorded);
    const allowance = this.#limit(route, params[0] ?? "");
    const reply =
      allowance.limited === null
        ? this.#reply(route, authorization, { params, query: url.searchParams, body: body as never })
        : this.#limited(allowance.limited);
    await this.#travel();
    this.#write(response, { ...reply, headers: { ...allowance.headers, ...reply.headers } });
  }

  /** One way of two. */
  async #travel(): Promise<void> {
    if (this.#rules.latency > 0) await new Promise((done) => setTimeout(done, this.#rules.latency / 2));
  }

  #limited({ retryAfter, global }: { retryAfter: number; global: boolean }): Reply {
    const message = "You are being rate limited.";
    return { status: 429, body: { message, retry_after: retryAfter, global, code: 20028 } };
  }

  #reply(route: string, authorization: string | null, asked: Asked): Reply {
    const fault = this.faults.find((one) => one.route === route && one.times > 0);
    if (fault === undefined) return this.#answer(route, authorization, asked);
    fault.times -= 1;
    if (fault.afterServing) this.#answer(route, authorization, asked);
    return { status: fault.status, body: fault.body, ...(fault.headers ? { headers: fault.headers } : {}) };
  }

  #answer(route: string, authorization: string | null, asked: Asked): Reply {
    const isInteraction = /^\w+ \/(?:interactions|webhooks)\//u.test(route);
    if (!isInteraction && authorization !== `Bot ${this.#rules.token()}`)
      return ofRefusal(REFUSALS.unauthorized);
    const handler = ROUTES[route];
    if (handler === undefined) return ofRefusal(REFUSALS.notFound);
    try {
      const body = handler(this.#state, asked);
      return { status: body === null ? 204 : 200, body };
    } catch (error) {
      if (error instanceof Refused) return ofRefusal(error.refusal);
      throw error;
    }
  }

  #write(response: ServerResponse, { status, body, headers }: Reply): void {
    if (body === null) return void response.writeHead(status, headers).end();
    response.writeHead(status, { ...headers, "content-type": "application/json" });
    response.end(JSON.stringify(body));
  }
}
