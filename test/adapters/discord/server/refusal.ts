/** An answer of Discord's REST API that says no: its status, its own code, and what was wrong by field. */
export type Refusal = {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly errors?: Readonly<Record<string, unknown>>;
};

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const refusal = (status: number, code: number, message: string): Refusal => ({ status, code, message });

/** Codes and words as in Discord's table of JSON error codes. */
export const REFUSALS = {
  unauthorized: refusal(401, 0, "401: Unauthorized"),
  notFound: refusal(404, 0, "404: Not Found"),
  unknownChannel: refusal(404, 10003, "Unknown Channel"),
  unknownGuild: refusal(404, 10004, "Unknown Guild"),
  unknownMessage: refusal(404, 10008, "Unknown Message"),
  unknownUser: refusal(404, 10013, "Unknown User"),
  unknownWebhook: refusal(404, 10015, "Unknown Webhook"),
  unknownInteraction: refusal(404, 10062, "Unknown interaction"),
  alreadyAcknowledged: refusal(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: refusal(403, 50001, "Missing Access"),
  notYours: refusal(403, 50005, "Cannot edit a message authored by another user"),
  emptyMessage: refusal(400, 50006, "Cannot send an empty message"),
  closedToBots: refusal(403, 50007, "Cannot send messages to this user"),
  missingPermissions: refusal(403, 50013, "Missing Permissions"),
  archived: refusal(400, 50083, "Thread is archived"),
  oldEdits: refusal(
    429,
    30046,
    "Maximum number of edits to messages older than 1 hour reached. Try again later.",
  ),
  cannotReply: refusal(400, 160002, "Cannot reply without permission to read message history"),
  threadExists: refusal(400, 160004, "A thread has already been created for this message"),
  threadLocked: refusal(400, 160005, "Thread is locked"),
  tooManyThreads: refusal(400, 160006, "Maximum number of active threads reached"),
} as const;

export const refuse: (which: keyof typeof REFUSALS) => never = (which) => {
  throw new Refused(REFUSALS[which]);
};

/** 50035 with the place of the fault, as {"embeds": {"0": {"_errors": […]}}}. */
export const refuseForm: (path: readonly (string | number)[], message: string) => never = (path, message) => {
  const found = { _errors: [{ code: "INVALID", message }] };
  const errors = path.toReversed().reduce<Record<string, unknown>>((inner, key) => ({ [key]: inner }), found);
  throw new Refused({
    status: 400,
    code: 50035,
    message: `Invalid Form Body: ${path.join(".")}: ${message}`,
    errors,
  });
};
