import { argv } from "node:process";
import { Client, Events, GatewayIntentBits } from "discord.js";

// The least that a bot on discord.js does: it says what it was told. `discord-bench.ts` runs it as a process of its
// own, with the token, the API's address, and what to do: "reply" in place, or open a "thread" first.
const [, , token, api, way] = argv;

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  allowedMentions: { parse: [] },
  rest: { api: api ?? "" },
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  if (way === "reply") await message.reply(message.content);
  else await (await message.startThread({ name: "echo" })).send(message.content);
});
client.once(Events.ClientReady, () => process.stdout.write("ready\n"));
await client.login(token ?? "");
