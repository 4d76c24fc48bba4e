import { WORDING } from "./wording.ts";

/** Why Slack did not do what it was asked, sorted by what can be done about it. */
export type SlackFault =
  /** The bot is not there, or may not know of it. */
  | { readonly kind: "not_there" }
  | { readonly kind: "archived" }
  | { readonly kind: "restricted" }
  | { readonly kind: "missing_scope"; readonly scope: string }
  /** The message that was to be answered or changed is not there any more. */
  | { readonly kind: "gone" }
  /** The form of the message: another form may do. */
  | { readonly kind: "refused" }
  | { readonly kind: "too_long" }
  /** Nobody answers, or says why it does not. */
  | { readonly kind: "down" }
  | { readonly kind: "other" };

/** The error names of chat.postMessage and its siblings (docs.slack.dev/reference/methods), read on 2026-11-22. */
const KINDS: Readonly<Record<string, Exclude<SlackFault["kind"], "missing_scope">>> = {
  not_in_channel: "not_there",
  channel_not_found: "not_there",
  user_not_in_channel: "not_there",
  messages_tab_disabled: "not_there",
  cannot_dm_bot: "not_there",
  is_archived: "archived",
  restricted_action: "restricted",
  restricted_action_read_only_channel: "restricted",
  restricted_action_thread_only_channel: "restricted",
  restricted_action_non_threadable_channel: "restricted",
  restricted_action_thread_locked: "restricted",
  no_permission: "restricted",
  access_denied: "restricted",
  team_access_not_granted: "restricted",
  ekm_access_denied: "restricted",
  message_not_found: "gone",
  thread_not_found: "gone",
  cannot_reply_to_message: "gone",
  cant_update_message: "gone",
  edit_window_closed: "gone",
  invalid_blocks: "refused",
  invalid_blocks_format: "refused",
  invalid_arguments: "refused",
  msg_too_long: "too_long",
  msg_blocks_too_long: "too_long",
};

type Told = {
  readonly code?: unknown;
  readonly data?: { readonly error?: unknown; readonly needed?: unknown };
  readonly statusCode?: unknown;
  readonly message?: unknown;
};

const PLATFORM = "slack_webapi_platform_error";
/** A response_url is answered with 400 and the error's name for content that Slack does not take. */
const RESPOND = "slack_bolt_respond_error";
const BAD_REQUEST = 400;
const NOT_FOUND = 404;

const byName = (name: string): SlackFault => ({ kind: KINDS[name] ?? "other" });

/** What went wrong, from what Bolt or the Web API's client threw. */
export const faultOf = (error: unknown): SlackFault => {
  const { code, data, statusCode } = (error ?? {}) as Told;
  if (code === PLATFORM) {
    const name = String(data?.error);
    return name === "missing_scope"
      ? { kind: "missing_scope", scope: String(data?.needed ?? "") }
      : byName(name);
  }
  if (code === RESPOND) {
    if (statusCode === BAD_REQUEST) return { kind: "refused" };
    return { kind: statusCode === NOT_FOUND ? "gone" : "down" };
  }
  return { kind: typeof code === "string" && code.startsWith("slack_") ? "down" : "other" };
};

/** The name with which Slack itself refused a call; null: it was not Slack that refused. */
export const platformError = (error: unknown): string | null => {
  const { code, data } = (error ?? {}) as Told;
  return code === PLATFORM ? String(data?.error) : null;
};

/** The error's own words, for the log. Slack's errors carry no token. */
export const describeError = (error: unknown): string => {
  const { data, message } = (error ?? {}) as Told;
  return typeof data?.error === "string" ? data.error : String(message ?? error);
};

/** What a person is told who gets an answer another way. */
export const explainFault = (fault: SlackFault, bot: string, id: string): string => {
  switch (fault.kind) {
    case "not_there":
      return WORDING.cannotPost(bot);
    case "archived":
      return WORDING.archived;
    case "restricted":
      return WORDING.restricted;
    case "missing_scope":
      return WORDING.missingScope(fault.scope);
    case "gone":
      return WORDING.gone;
    case "refused":
    case "too_long":
    case "down":
    case "other":
      return WORDING.notTaken(id);
  }
};
