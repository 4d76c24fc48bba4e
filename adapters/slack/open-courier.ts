import type { Courier, Log } from "../../src/desk.ts";
import type { SlackSettings } from "../bot-settings.ts";
import { openClient } from "./connect.ts";
import { slackCourier } from "./courier.ts";
import { rememberForms } from "./send-draft.ts";

/** A courier by itself, for a process in which no bot runs. */
export const openSlackCourier = (settings: SlackSettings, log: Log): Courier =>
  slackCourier({
    client: openClient(settings, log),
    forms: rememberForms(),
    deskChannel: settings.deskChannel,
    log,
  });
