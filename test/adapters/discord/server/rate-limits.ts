/** A bucket lets `limit` requests through in `per` milliseconds; each major parameter has its own. */
export type Bucket = { readonly limit: number; readonly per: number };

export type Limits = {
  /** Posting messages to one channel. Discord's own is five in five seconds. */
  readonly messages: Bucket;
  readonly other: Bucket;
  /** Requests a second over all routes; what answers an interaction does not count. */
  readonly global: number;
};

export const WIDE: Limits = {
  messages: { limit: 1000, per: 1000 },
  other: { limit: 1000, per: 1000 },
  global: 10_000,
};

export type Allowance = {
  readonly headers: Readonly<Record<string, string>>;
  /** Null: let through. Else how many seconds to wait, and whose limit it is. */
  readonly limited: { readonly retryAfter: number; readonly global: boolean } | null;
};

type Window = { readonly start: number; readonly used: number };

const SECOND = 1000;

/** Counts requests as Discord does: by bucket, and all of them together. */
export const rateLimiter = (limits: Limits, now: () => number) => {
  const windows = new Map<string, Window>();

  const use = (key: string, { limit, per }: Bucket): { left: number; resetAfter: number } => {
    const known = windows.get(key);
    const window = known !== undefined && now() - known.start < per ? known : { start: now(), used: 0 };
    windows.set(key, { ...window, used: window.used + 1 });
    return { left: limit - window.used - 1, resetAfter: (window.start + per - now()) / SECOND };
  };

  return (route: string, major: string): Allowance => {
    const isInteraction = /^(?:\w+ )?\/(?:interactions|webhooks)\//u.test(route);
    if (!isInteraction) {
      const all = use("global", { limit: limits.global, per: SECOND });
      if (all.left < 0)
        return {
          headers: {
            "retry-after": all.resetAfter.toFixed(3),
            "x-ratelimit-global": "true",
            "x-ratelimit-scope": "global",
          },
          limited: { retryAfter: all.resetAfter, global: true },
        };
    }
    const bucket = route === "POST /channels/:id/messages" ? limits.messages : limits.other;
    const own = use(`${route} ${major}`, bucket);
    const headers = {
      "x-ratelimit-limit": String(bucket.limit),
      "x-ratelimit-remaining": String(Math.max(0, own.left)),
      "x-ratelimit-reset": (now() / SECOND + own.resetAfter).toFixed(3),
      "x-ratelimit-reset-after": own.resetAfter.toFixed(3),
      "x-ratelimit-bucket": Buffer.from(route).toString("hex").slice(0, 32),
    };
    if (own.left >= 0) return { headers, limited: null };
    return {
      headers: { ...headers, "retry-after": own.resetAfter.toFixed(3), "x-ratelimit-scope": "user" },
      limited: { retryAfter: own.resetAfter, global: false },
    };
  };
};
