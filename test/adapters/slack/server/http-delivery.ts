import { createHmac } from "node:crypto";

/** What the app answered, and how often it was asked; status 0: no answer in time, or no connection. */
export type Delivered = { readonly status: number; readonly body: string; readonly attempts: number };

export type HttpTarget = {
  readonly url: string;
  readonly secret: string;
  /** Milliseconds: how long Slack waits for an answer, and before each further delivery of an event. */
  readonly patience: number;
  readonly retryAfter: readonly number[];
};

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body` (docs.slack.dev, Verifying requests from Slack). */
export const signatureOf = (body: string, timestamp: number, secret: string): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;

export type Kind = "event" | "command" | "interactive";

export const encodeBody = (kind: Kind, payload: object): { type: string; body: string } => {
  switch (kind) {
    case "event":
      return { type: "application/json", body: JSON.stringify(payload) };
    case "command":
      return {
        type: "application/x-www-form-urlencoded",
        body: new URLSearchParams(payload as Record<string, string>).toString(),
      };
    case "interactive":
      return {
        type: "application/x-www-form-urlencoded",
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      };
  }
};

type Request = { readonly url: string; readonly headers: Record<string, string>; readonly body: string };

const send = async (
  { url, headers, body }: Request,
  patience: number,
): Promise<Omit<Delivered, "attempts">> => {
  try {
    const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patience) });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: "" };
  }
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const REASON = "http_timeout";

/** Delivers one payload, signed; an event that is not answered 2xx in time comes again, as Slack has it. */
export const deliverByHttp = async (kind: Kind, payload: object, target: HttpTarget): Promise<Delivered> => {
  const { type, body } = encodeBody(kind, payload);
  const attempt = async (retry: number): Promise<Delivered> => {
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      "content-type": type,
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": signatureOf(body, timestamp, target.secret),
      ...(retry === 0 ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": REASON }),
    };
    const answer = await send({ url: target.url, headers, body }, target.patience);
    const wait = target.retryAfter[retry];
    const done = answer.status >= 200 && answer.status < 300;
    if (done || kind !== "event" || wait === undefined) return { ...answer, attempts: retry + 1 };
    await pause(wait);
    return attempt(retry + 1);
  };
  return attempt(0);
};
