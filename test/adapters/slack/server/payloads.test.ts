import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  appMention,
  envelope,
  messageEvent,
  pressedOnEphemeral,
  pressedOnMessage,
  slashCommand,
  viewSubmission,
} from "./payloads.ts";
import { ASKER, buildWorkspace, DESK, DIRECT, type Ephemeral, type Posted } from "./workspace.ts";

// The server of these tests and the bot could agree with each other and with nothing else: so the shape of what it
// sends is held against payloads recorded from the real Slack. They are not part of this project.
const RECORDED = join(import.meta.dirname, "../../../../../shared/payloads");
const present = existsSync(RECORDED);
if (!present) process.stderr.write(`skipped: no recorded payloads in ${RECORDED}\n`);

type Recording = Readonly<Record<string, unknown>>;
const recording = (file: string, key: string): Recording =>
  JSON.parse(readFileSync(join(RECORDED, file), "utf8"))[key];

/** What people wrote and chose differs; below these the shape is not Slack's but theirs. */
const THEIRS = new Set([
  "event.blocks",
  "message.blocks",
  "view.blocks",
  "view.state.values",
  "state.values",
]);

/** "event.user", "authorizations[].team_id": where each value stands. */
const pathsOf = (value: unknown, at = ""): readonly string[] => {
  if (typeof value !== "object" || value === null || THEIRS.has(at)) return [at];
  if (Array.isArray(value))
    return value.length === 0 ? [at] : value.flatMap((one) => pathsOf(one, `${at}[]`));
  const inner = Object.entries(value).filter(([, one]) => one !== undefined);
  if (inner.length === 0) return [at];
  return inner.flatMap(([key, one]) => pathsOf(one, at === "" ? key : `${at}.${key}`));
};

const workspace = buildWorkspace();
const desk = workspace.conversations.get(DESK)!;
const direct = workspace.conversations.get(DIRECT)!;
const posted = (channel: string): Posted => ({
  channel,
  ts: workspace.nextTs(),
  user: ASKER,
  bot: false,
  thread_ts: undefined,
  text: "how many",
  blocks: undefined,
  edited: undefined,
  args: {},
});
const ours: Posted = { ...posted(DESK), bot: true, thread_ts: "1.0", blocks: [{ type: "divider" }] };
const seen: Ephemeral = { ...posted(DESK), thread_ts: "1.0", deleted: false };
const press = {
  user: ASKER,
  action: { block_id: "b", action_id: "a", value: "v", text: "t" },
  given: { responseUrl: "https://hooks.example", trigger: "1", ts: "1.0" },
};
const view = {
  id: "V1",
  callback_id: "report",
  blocks: [],
  title: { text: "a" },
  close: { text: "b" },
  submit: { text: "c" },
};

/** Ours, the recorded ones of that kind, and keys that are Slack's by its documents though no recording has them. */
type Row = {
  readonly kind: string;
  readonly sent: object;
  readonly recorded: readonly (readonly [file: string, key: string])[];
  readonly documented: readonly string[];
};

const ROWS: readonly Row[] = [
  {
    kind: "app_mention",
    sent: envelope(appMention(posted(DESK)), workspace),
    recorded: [
      ["modals-slack.json", "mention"],
      ["member-joined-channel-slack.json", "mention"],
      ["actions-reactions-slack.json", "mention"],
    ],
    documented: ["context_team_id", "context_enterprise_id"],
  },
  {
    kind: "message in a channel",
    sent: envelope(messageEvent(posted(DESK), desk), workspace),
    recorded: [["channel-mention-slack.json", "mention"]],
    documented: [
      "context_team_id",
      "context_enterprise_id",
      "event_id",
      "event_time",
      "event_context",
      "is_ext_shared_channel",
      "authorizations[].enterprise_id",
      "authorizations[].team_id",
      "authorizations[].is_enterprise_install",
    ],
  },
  {
    kind: "direct message",
    sent: envelope(messageEvent(posted(DIRECT), direct), workspace),
    recorded: [
      ["dm-slack-direct.json", "directDM"],
      ["dm-slack-direct.json", "followUp"],
    ],
    documented: ["event_context"],
  },
  {
    kind: "slash command",
    sent: slashCommand(
      { command: "/figure", text: "how many", user: ASKER, channel: desk },
      { responseUrl: "https://hooks.example", trigger: "1" },
    ),
    recorded: [
      ["slash-commands-slack.json", "slashCommand"],
      ["slash-commands-slack.json", "slashCommandWithArgs"],
    ],
    documented: [],
  },
  {
    kind: "button of a message",
    sent: pressedOnMessage(press, ours, { channel: desk }),
    recorded: [
      ["modals-slack.json", "action"],
      ["actions-reactions-slack.json", "action"],
    ],
    documented: ["actions[].value"],
  },
  {
    kind: "button of an ephemeral message",
    sent: pressedOnEphemeral(press, seen, { channel: desk }),
    recorded: [["modals-slack.json", "ephemeralAction"]],
    documented: ["actions[].value"],
  },
  {
    kind: "modal that is sent off",
    sent: viewSubmission({ user: ASKER, view, values: {}, trigger: "1" }),
    recorded: [
      ["modals-slack.json", "viewSubmission"],
      ["modals-slack.json", "ephemeralViewSubmission"],
      ["slash-commands-slack.json", "viewSubmission"],
    ],
    documented: [],
  },
];

/** In recordings of one kind of workspace or one kind of element, and in no others. */
const ELSEWHERE = new Set([
  "enterprise",
  "enterprise_id",
  "event.enterprise",
  "actions[].style",
  "message.parent_user_id",
  "context_enterprise_id",
]);

describe.skipIf(!present)("what the server sends is of the recorded shape:", () => {
  test.each(ROWS)("$kind", ({ sent, recorded, documented }) => {
    const mine = new Set(pathsOf(sent));
    const theirs = new Set(recorded.flatMap(([file, key]) => pathsOf(recording(file, key))));
    expect([...theirs].filter((path) => !mine.has(path) && !ELSEWHERE.has(path))).toEqual([]);
    expect([...mine].filter((path) => !theirs.has(path) && !documented.includes(path))).toEqual([]);
  });
});
