import { AttachmentBuilder } from "discord.js";
import { illustrate } from "../../src/desk.ts";
import type { Answered } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { describeError } from "./errors.ts";

/** Discord's bound for the text of a picture, in characters. */
const ALT_TEXT = 1_024;

type Files = { readonly files: AttachmentBuilder[] };

/**
 * Puts the chart of an answer, and its table as CSV, below it in the same message, where it has one, or the files of
 * story work. The answer stands without them: what goes wrong is in the log only.
 */
export const putChart = async (
  bot: Bot,
  { reply }: Answered,
  add: (files: Files) => Promise<unknown>,
): Promise<void> => {
  if (reply?.kind === "story" && reply.files.length > 0) {
    const files = reply.files.map(
      ({ name, content }) => new AttachmentBuilder(Buffer.from(content), { name }),
    );
    await add({ files });
    return;
  }
  if (reply?.kind !== "answered") return;
  try {
    const drawn = await illustrate(reply.answer, reply.message);
    if (drawn === null) return;
    const { name, alt, png, csv } = drawn;
    const picture = new AttachmentBuilder(Buffer.from(png), {
      name: `${name}.png`,
      description: alt.slice(0, ALT_TEXT),
    });
    await add({ files: [picture, new AttachmentBuilder(Buffer.from(csv), { name: `${name}.csv` })] });
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, "a chart could not be put below its answer");
  }
};
