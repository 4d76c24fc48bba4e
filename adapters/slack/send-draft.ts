import type { Slack } from "./slack.ts";
import { faultOf } from "./slack-fault.ts";
import { ATTEMPTS, type Attempt, type Content, type Draft, toContents } from "./to-contents.ts";

/** Where a message went: null where Slack names none, as behind a response_url. */
export type Sent = { readonly channel: string; readonly ts: string } | null;
export type Send = (content: Content) => Promise<Sent>;

/** The next form to try after this one was refused; null where there is none, or where the form is not to blame. */
const nextAttempt = (attempt: Attempt, error: unknown): Attempt | null => {
  const rest = ATTEMPTS.slice(ATTEMPTS.indexOf(attempt) + 1);
  switch (faultOf(error).kind) {
    case "refused":
      return rest[0] ?? null;
    case "too_long":
      return rest.find(({ room }) => room < attempt.room) ?? rest.at(-1) ?? null;
    default:
      return null;
  }
};

type Accepted = { readonly sent: Sent; readonly attempt: Attempt; readonly rest: readonly Content[] };

/** The first message of the draft, in the first form that is taken. */
const sendFirst = async (draft: Draft, send: Send, attempt: Attempt): Promise<Accepted> => {
  const [first, ...rest] = toContents(draft, attempt);
  try {
    return { sent: await send(first), attempt, rest };
  } catch (error) {
    const next = nextAttempt(attempt, error);
    if (next === null) throw error;
    return sendFirst(draft, send, next);
  }
};

const hasCitation = (draft: Draft, attempt: Attempt): boolean =>
  JSON.stringify(toContents(draft, attempt)).includes('"type":"citation"');

/**
 * Sends a draft in the fullest form that Slack takes, in as many messages as it needs, and says where the first of
 * them is. Throws what Slack answers where no form is to blame.
 */
export const sendDraft = async ({ forms }: Pick<Slack, "forms">, draft: Draft, send: Send): Promise<Sent> => {
  const began = forms.first();
  const { sent, attempt, rest } = await sendFirst(draft, send, began);
  // A Slack that does not know citations is not to be offered one with every answer.
  if (began.dialect === "cited" && attempt.dialect === "linked" && hasCitation(draft, began))
    forms.refused(began);
  for (const content of rest) await send(content);
  return sent;
};

/** Remembers, for as long as the bot runs, that a form was refused for what it is. */
export const rememberForms = (): Slack["forms"] => {
  let from = 0;
  return {
    first: () => ATTEMPTS[from] ?? ATTEMPTS[0],
    refused: (attempt) => {
      from = Math.max(from, ATTEMPTS.indexOf(attempt) + 1);
    },
  };
};
