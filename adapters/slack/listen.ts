import { randomUUID } from "node:crypto";
import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { onHomeOpened } from "./home.ts";
import { CHECK, onCheck } from "./on-check.ts";
import { COMMAND, onCommand } from "./on-command.ts";
import { onAskDesk, onDeskPress, onReason, REASON_VIEW } from "./on-desk.ts";
import { LOOK_UP, onLookUp } from "./on-look-up.ts";
import { onMessage } from "./on-message.ts";
import { firstPresses, onPress, readPress } from "./on-press.ts";
import { onStoryForm, onStoryPress, STORY_VIEW } from "./on-story.ts";
import type { EventMessage } from "./read-event.ts";
import { readText } from "./read-text.ts";
import { onReport, onReportPress, REPORT_VIEW } from "./report.ts";
import type { Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";
import { ACTION } from "./to-buttons.ts";
import { WORDING } from "./wording.ts";

/** The parts of Bolt's App that are listened to. */
export type Listened = Pick<App, "event" | "command" | "action" | "view" | "shortcut" | "error">;

const ASK_ACTION = new RegExp(`^${ACTION.ask}\\d+$`, "u");

type Guard = (what: string, work: () => Promise<unknown>) => Promise<void>;

/** A fault of ours in one listener is logged under an id and stays there. */
const guarding =
  ({ log, atWork }: Slack): Guard =>
  async (what, work) => {
    const done = work().catch((error: unknown) => {
      const stack = error instanceof Error ? error.stack : describeError(error);
      log.error({ id: randomUUID().slice(0, 8), what, error: stack }, "a listener failed");
    });
    atWork.add(done);
    await done;
    atWork.delete(done);
  };

const listenToEvents = (app: Listened, slack: Slack, guard: Guard): void => {
  app.event("app_mention", ({ event }) => guard("a mention", () => onMessage(slack, event as EventMessage)));
  app.event("message", ({ event }) => guard("a message", () => onMessage(slack, event as EventMessage)));
  app.event("app_home_opened", ({ event }) =>
    guard("the Home tab", async () => {
      if (event.tab === "home") await onHomeOpened(slack, event.user);
    }),
  );
};

/** What the answer said, for a report about it; Slack sends no message along that only one person sees. */
const answerText = ({ message }: BlockAction): string => readText(message?.text ?? WORDING.seenAlone);

const listenToButtons = (app: Listened, slack: Slack, guard: Guard): void => {
  const isFirst = firstPresses(slack.now);
  const questions = new RegExp(`${ASK_ACTION.source}|^${ACTION.share}$`, "u");
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: questions },
    async ({ ack, body, action, respond }) => {
      await ack();
      const press = readPress(body, action);
      if (isFirst(press)) await guard("a button", () => onPress(slack, press, respond));
    },
  );
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: ACTION.askDesk },
    async ({ ack, body, action, respond }) => {
      await ack();
      const press = readPress(body, action);
      if (isFirst(press)) await guard("a question for the desk", () => onAskDesk(slack, press, respond));
    },
  );
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: new RegExp(`^${ACTION.story}\\d+$`, "u") },
    async ({ ack, body, action, respond }) => {
      await ack();
      const press = readPress(body, action);
      const by = { trigger: body.trigger_id, respond };
      if (isFirst(press)) await guard("story work", () => onStoryPress(slack, press, by));
    },
  );
  const decisions = new RegExp(`^${ACTION.desk}\\d+$`, "u");
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: decisions },
    async ({ ack, body, action, respond }) => {
      await ack();
      const press = readPress(body, action);
      const by = { trigger: body.trigger_id, respond };
      if (isFirst(press)) await guard("a decision's button", () => onDeskPress(slack, press, by));
    },
  );
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: ACTION.report },
    async ({ ack, body, action }) => {
      await ack();
      const press = readPress(body, action);
      const by = { trigger: body.trigger_id, headline: answerText(body) };
      if (isFirst(press)) await guard("a report's button", () => onReportPress(slack, press, by));
    },
  );
};

const listenToMenus = (app: Listened, slack: Slack, guard: Guard): void => {
  const menus = { [LOOK_UP]: onLookUp, [CHECK]: onCheck };
  for (const [callbackId, onChosen] of Object.entries(menus))
    app.shortcut({ type: "message_action", callback_id: callbackId }, async ({ ack, shortcut, respond }) => {
      await ack();
      await guard("a shortcut", async () => {
        if (shortcut.type === "message_action") await onChosen(slack, shortcut, respond);
      });
    });
};

/**
 * Has every kind of thing that Slack sends answered. Each is acknowledged before any work is done: Slack waits
 * three seconds, and what it hears nothing about comes again or is shown as broken.
 */
export const listen = (app: Listened, slack: Slack): void => {
  const guard = guarding(slack);
  listenToEvents(app, slack, guard);
  listenToButtons(app, slack, guard);
  app.command(COMMAND, async ({ ack, command, respond }) => {
    await ack();
    await guard("a command", () => onCommand(slack, command, respond));
  });
  listenToMenus(app, slack, guard);
  app.view(REPORT_VIEW, async ({ ack, view, body }) => {
    await ack();
    await guard("a report", () => onReport(slack, view, { user: body.user.id, name: body.user.name }));
  });
  app.view(STORY_VIEW, async ({ ack, view, body }) => {
    await ack();
    await guard("a form of story work", () => onStoryForm(slack, view, body.user.id));
  });
  app.view(REASON_VIEW, async ({ ack, view, body }) => {
    await ack();
    await guard("a reason", () => onReason(slack, view, { user: body.user.id, name: body.user.name }));
  });
  app.error(async (error) => {
    slack.log.error({ id: randomUUID().slice(0, 8), error: error.stack ?? String(error) }, "Bolt failed");
  });
};
