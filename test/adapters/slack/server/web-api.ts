import { type BlockRules, judgeBlocks } from "./block-rules.ts";
import { BOT, type Conversation, type Posted, TEAM, type Workspace } from "./workspace.ts";

/** Slack's answer to one call of the Web API. */
export type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };
export type Args = Readonly<Record<string, unknown>>;

export type Api = {
  readonly workspace: Workspace;
  /** What the bot token was granted. */
  readonly scopes: ReadonlySet<string>;
  readonly refused: BlockRules["refused"];
  /** Gives out the address of a socket, good for one connection. */
  readonly openSocket: () => string;
  /** Where the bytes of a file go. */
  readonly uploadUrl: (id: string) => string;
  /** Milliseconds for which a trigger is good. */
  readonly triggerLife: number;
};

const MINUTE = 60_000;
const fail = (error: string, more: Args = {}): Result => ({ ok: false, error, ...more });
const string = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const needs = (scope: string, { scopes }: Api): Result | null =>
  scopes.has(scope) ? null : fail("missing_scope", { needed: scope, provided: [...scopes].join(",") });

/** Lists come as JSON in a form's field or as they are in a JSON body. */
const listOf = (value: unknown): readonly unknown[] | undefined => {
  const read: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return Array.isArray(read) ? read : undefined;
};

const objectOf = (value: unknown): Args | undefined => {
  const read: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return typeof read === "object" && read !== null ? (read as Args) : undefined;
};

/** A conversation that the bot may know of: private ones only as a member; a person's id stands for the direct one. */
const conversationFor = (channel: string, { conversations }: Workspace): Conversation | undefined => {
  if (channel.startsWith("U"))
    return [...conversations.values()].find(({ kind, members }) => kind === "im" && members.has(channel));
  const found = conversations.get(channel);
  return found === undefined || (found.kind === "group" && !found.members.has(BOT.user)) ? undefined : found;
};

/** Whether the bot may post here, or Slack's error. */
const mayPost = (api: Api, args: Args): Conversation | Result => {
  const missing = needs("chat:write", api);
  if (missing !== null) return missing;
  const found = conversationFor(string(args.channel) ?? "", api.workspace);
  if (found === undefined) return fail("channel_not_found");
  if (found.archived) return fail("is_archived");
  const invited = found.members.has(BOT.user);
  if (!invited && !(found.kind === "channel" && api.scopes.has("chat:write.public")))
    return fail("not_in_channel");
  return found;
};

const isResult = (value: Conversation | Result): value is Result => "ok" in value;

const contentError = ({ refused }: Api, args: Args): Result | null => {
  const blocks = listOf(args.blocks);
  const text = string(args.text);
  if (blocks === undefined && text === undefined) return fail("no_text");
  if ((text ?? "").length > 40_000) return fail("msg_too_long");
  const verdict = judgeBlocks(blocks ?? [], { refused, most: 50 });
  if (verdict.error === null) return null;
  return fail(verdict.error, {
    response_metadata: { messages: verdict.messages.map((line) => `[ERROR] ${line}`) },
  });
};

/** A message as the Web API and events carry it. */
export const messageObject = (posted: Posted): Args => ({
  user: posted.user,
  type: "message",
  ts: posted.ts,
  ...(posted.bot ? { bot_id: BOT.bot, app_id: BOT.app } : { client_msg_id: `msg-${posted.ts}` }),
  text: posted.text,
  team: TEAM.id,
  ...(posted.thread_ts === undefined ? {} : { thread_ts: posted.thread_ts }),
  ...(posted.edited === undefined ? {} : { edited: posted.edited }),
  ...(posted.blocks === undefined
    ? {}
    : { blocks: posted.blocks.map((block, at) => ({ block_id: `b${at}`, ...(block as object) })) }),
});

const postMessage = (api: Api, args: Args): Result => {
  const found = mayPost(api, args);
  if (isResult(found)) return found;
  const wrong = contentError(api, args);
  if (wrong !== null) return wrong;
  const ts = api.workspace.nextTs();
  const posted: Posted = {
    channel: found.id,
    ts,
    user: BOT.user,
    bot: true,
    thread_ts: string(args.thread_ts),
    text: string(args.text) ?? "",
    blocks: listOf(args.blocks),
    edited: undefined,
    args,
  };
  api.workspace.messages.push(posted);
  return { ok: true, channel: found.id, ts, message: messageObject(posted) };
};

const update = (api: Api, args: Args): Result => {
  const found = mayPost(api, args);
  if (isResult(found)) return found;
  const posted = api.workspace.find(found.id, string(args.ts) ?? "");
  if (posted === undefined) return fail("message_not_found");
  if (posted.user !== BOT.user) return fail("cant_update_message");
  const wrong = contentError(api, args);
  if (wrong !== null) return wrong;
  posted.text = string(args.text) ?? "";
  posted.blocks = listOf(args.blocks);
  posted.edited = { user: BOT.user, ts: api.workspace.nextTs() };
  return { ok: true, channel: found.id, ts: posted.ts, text: posted.text, message: messageObject(posted) };
};

const postEphemeral = (api: Api, args: Args): Result => {
  const missing = needs("chat:write", api);
  if (missing !== null) return missing;
  const found = conversationFor(string(args.channel) ?? "", api.workspace);
  if (found === undefined) return fail("channel_not_found");
  if (found.archived) return fail("is_archived");
  if (!found.members.has(BOT.user)) return fail("not_in_channel");
  const user = string(args.user) ?? "";
  if (!found.members.has(user)) return fail("user_not_in_channel");
  const wrong = contentError(api, args);
  if (wrong !== null) return wrong;
  const ts = api.workspace.nextTs();
  api.workspace.ephemerals.push({
    channel: found.id,
    user,
    ts,
    thread_ts: string(args.thread_ts),
    text: string(args.text) ?? "",
    blocks: listOf(args.blocks),
    deleted: false,
  });
  return { ok: true, message_ts: ts };
};

const permalink = ({ workspace }: Api, args: Args): Result => {
  const found = conversationFor(string(args.channel) ?? "", workspace);
  if (found === undefined) return fail("channel_not_found");
  const ts = string(args.message_ts) ?? "";
  if (workspace.find(found.id, ts) === undefined) return fail("message_not_found");
  const link = `https://${TEAM.domain}.slack.example/archives/${found.id}/p${ts.replace(".", "")}`;
  return { ok: true, channel: found.id, permalink: link };
};

const replies = (api: Api, args: Args): Result => {
  const missing = needs("channels:history", api);
  if (missing !== null) return missing;
  const thread = string(args.ts);
  const found = api.workspace.messages.filter(
    ({ channel, ts, thread_ts }) => channel === args.channel && (ts === thread || thread_ts === thread),
  );
  if (found.length === 0) return fail("thread_not_found");
  const from = Number(string(args.cursor) ?? 0);
  const limit = Number(args.limit ?? 100);
  const next = from + limit < found.length ? String(from + limit) : "";
  const messages = found.slice(from, from + limit).map(messageObject);
  return { ok: true, messages, has_more: next !== "", response_metadata: { next_cursor: next } };
};

/** A trigger is good once and for three seconds. */
const takeTrigger = ({ workspace, triggerLife }: Api, args: Args): Result | null => {
  const trigger = workspace.triggers.get(string(args.trigger_id) ?? "");
  if (trigger === undefined) return fail("invalid_trigger_id");
  if (trigger.used) return fail("exchanged_trigger_id");
  if (Date.now() - trigger.at > triggerLife) return fail("expired_trigger_id");
  trigger.used = true;
  return null;
};

const viewError = ({ refused }: Api, view: Args | undefined): Result | null => {
  if (view === undefined) return fail("invalid_arguments");
  const title = objectOf(view.title);
  const titleLength = string(title?.text)?.length ?? 0;
  if (view.type === "modal" && (titleLength === 0 || titleLength > 24)) return fail("invalid_arguments");
  if ((string(view.private_metadata) ?? "").length > 3000) return fail("invalid_arguments");
  const { error, messages } = judgeBlocks(listOf(view.blocks) ?? [], { refused, most: 100 });
  return error === null ? null : fail("invalid_arguments", { response_metadata: { messages } });
};

const openView = (api: Api, args: Args): Result => {
  const view = objectOf(args.view);
  const wrong = viewError(api, view) ?? takeTrigger(api, args);
  if (wrong !== null) return wrong;
  const id = api.workspace.nextId("V");
  const opened = { id, ...view };
  api.workspace.views.set(id, { user: "", view: opened });
  return { ok: true, view: opened };
};

const publishView = (api: Api, args: Args): Result => {
  const view = objectOf(args.view);
  const wrong = viewError(api, view);
  if (wrong !== null) return wrong;
  if (view?.type !== "home") return fail("invalid_arguments");
  api.workspace.homes.set(string(args.user_id) ?? "", view);
  return { ok: true, view: { id: api.workspace.nextId("V"), ...view } };
};

/** docs.slack.dev/reference/methods/files.getUploadURLExternal */
const getUploadUrl = (api: Api, args: Args): Result => {
  const missing = needs("files:write", api);
  if (missing !== null) return missing;
  const [filename, length] = [string(args.filename), Number(args.length)];
  if (filename === undefined || !(length > 0)) return fail("invalid_arguments");
  if ((string(args.alt_text) ?? "").length > 1000) return fail("alt_txt_too_large");
  const id = api.workspace.nextId("F");
  const upload = { id, filename, length, altText: string(args.alt_text), bytes: null, shared: null };
  api.workspace.uploads.push(upload);
  return { ok: true, file_id: id, upload_url: api.uploadUrl(id) };
};

/** docs.slack.dev/reference/methods/files.completeUploadExternal */
const completeUpload = (api: Api, args: Args): Result => {
  const missing = needs("files:write", api);
  if (missing !== null) return missing;
  const named = (listOf(args.files) ?? []).map((file) => string((file as Args).id));
  const uploads = api.workspace.uploads.filter(({ id, bytes }) => named.includes(id) && bytes !== null);
  if (named.length === 0 || uploads.length < named.length) return fail("file_not_found");
  const found = conversationFor(string(args.channel_id) ?? "", api.workspace);
  if (found === undefined || !found.members.has(BOT.user)) return fail("not_in_channel");
  const thread_ts = string(args.thread_ts);
  if (thread_ts !== undefined && api.workspace.find(found.id, thread_ts) === undefined)
    return fail("invalid_thread_ts");
  for (const upload of uploads) upload.shared = { channel: found.id, thread_ts };
  return { ok: true, files: uploads.map(({ id, filename }) => ({ id, title: filename })) };
};

const authTest = (): Result => ({
  ok: true,
  url: `https://${TEAM.domain}.slack.example/`,
  team: TEAM.domain,
  user: BOT.name,
  team_id: TEAM.id,
  user_id: BOT.user,
  bot_id: BOT.bot,
  is_enterprise_install: false,
});

const METHODS: Readonly<Record<string, (api: Api, args: Args) => Result>> = {
  "auth.test": authTest,
  "chat.postMessage": postMessage,
  "chat.update": update,
  "chat.postEphemeral": postEphemeral,
  "chat.getPermalink": permalink,
  "conversations.replies": replies,
  "files.completeUploadExternal": completeUpload,
  "files.getUploadURLExternal": getUploadUrl,
  "views.open": openView,
  "views.publish": publishView,
};

export const BOT_TOKEN = "xoxb-test-0000-1111";
export const APP_TOKEN = "xapp-1-A0APP-0000";

/** Who calls: the bot, with the app's own token only for opening a socket. */
const authError = (method: string, token: string | null): Result | null => {
  if (token === null || token === "") return fail("not_authed");
  if (method === "apps.connections.open") {
    if (token === BOT_TOKEN) return fail("not_allowed_token_type");
    return token === APP_TOKEN ? null : fail("invalid_auth");
  }
  return token === BOT_TOKEN ? null : fail("invalid_auth");
};

/** One call of the Web API, as Slack would answer it with HTTP 200. */
export const callMethod = (api: Api, call: { method: string; args: Args; token: string | null }): Result => {
  const { method, args, token } = call;
  const wrong = authError(method, token);
  if (wrong !== null) return wrong;
  if (method === "apps.connections.open") return { ok: true, url: api.openSocket() };
  return METHODS[method]?.(api, args) ?? fail("unknown_method", { req_method: method });
};

/** A response_url: five uses in thirty minutes (docs.slack.dev/interactivity/handling-user-interaction). */
export type ResponseUrl = {
  readonly channel: string;
  readonly user: string;
  readonly at: number;
  /** The ephemeral message that it may replace or delete. */
  readonly about: string | null;
  uses: number;
};

const ephemeralFor = ({ ephemerals }: Workspace, ts: string | null) =>
  ephemerals.find((one) => one.ts === ts && !one.deleted);

const respondPrivately = (api: Api, { channel, user }: ResponseUrl, args: Args): void => {
  api.workspace.ephemerals.push({
    channel,
    user,
    ts: api.workspace.nextTs(),
    thread_ts: string(args.thread_ts),
    text: string(args.text) ?? "",
    blocks: listOf(args.blocks),
    deleted: false,
  });
};

const respondPublicly = (api: Api, { channel }: ResponseUrl, args: Args): void => {
  api.workspace.messages.push({
    channel,
    ts: api.workspace.nextTs(),
    user: BOT.user,
    bot: true,
    thread_ts: string(args.thread_ts),
    text: string(args.text) ?? "",
    blocks: listOf(args.blocks),
    edited: undefined,
    args,
  });
};

/** What a response_url answers, as HTTP status and body. */
export const useResponseUrl = (api: Api, url: ResponseUrl, args: Args): { status: number; body: string } => {
  if (url.uses >= 5 || Date.now() - url.at > 30 * MINUTE) return { status: 404, body: "used_url" };
  url.uses += 1;
  const about = ephemeralFor(api.workspace, url.about);
  if (args.delete_original === true) {
    if (about !== undefined) about.deleted = true;
    return { status: 200, body: "ok" };
  }
  const wrong = contentError(api, args);
  if (wrong !== null) return { status: 400, body: String(wrong.error) };
  if (args.replace_original === true && about !== undefined) {
    about.text = string(args.text) ?? "";
    about.blocks = listOf(args.blocks);
  } else if (args.response_type === "in_channel") respondPublicly(api, url, args);
  else respondPrivately(api, url, args);
  return { status: 200, body: "ok" };
};
