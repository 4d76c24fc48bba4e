import { argv } from "node:process";
import { App, type Logger } from "@slack/bolt";
import { QUIET } from "../adapters/slack/server/quiet.ts";
import { APP_TOKEN, BOT_TOKEN } from "../adapters/slack/server/web-api.ts";

/** A bare Bolt bot that says back what it hears, for the bench: `node slack-echo.ts socket|http API_URL PORT SECRET`. */
const [, , transport, slackApiUrl = "", port = "0", signingSecret = ""] = argv;

const options = { token: BOT_TOKEN, clientOptions: { slackApiUrl }, logger: QUIET as Logger };
const app =
  transport === "socket"
    ? new App({ ...options, socketMode: true, appToken: APP_TOKEN })
    : new App({ ...options, signingSecret });

app.event("app_mention", async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts });
});
app.command("/figure", async ({ ack, command, client }) => {
  await ack();
  const { ts = "" } = await client.chat.postMessage({ channel: command.channel_id, text: command.text });
  await client.chat.postMessage({ channel: command.channel_id, text: command.text, thread_ts: ts });
});

await app.start({ port: Number(port), host: "127.0.0.1" });
