import { type Message, RESTJSONErrorCodes } from "discord.js";
import type { Telling } from "../../src/desk.ts";
import { type Answered, askDesk, isHelp, record, takeOnce, toldTo } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { describeError, persist, refusalOf } from "./errors.ts";
import { DISCORD } from "./limits.ts";
import { onMessage, questionOf } from "./on-message.ts";
import { deliver, mayEmbed } from "./post.ts";
import { putChart } from "./put-chart.ts";
import { howMeant } from "./read-question.ts";
import { inPlace } from "./targets.ts";

/** The answer's message, where it may still be edited freely. */
const findAnswer = async (message: Message, told: Telling): Promise<Message | null> => {
  const channel = await message.client.channels.fetch(told.place);
  if (!channel?.isSendable()) return null;
  const answer = await channel.messages.fetch(told.message);
  return Date.now() - answer.createdTimestamp < DISCORD.freelyEditedFor ? answer : null;
};

/** True where the earlier answer now says the new one. */
const replaceAnswer = async (bot: Bot, message: Message, { told, answered }: Redone): Promise<boolean> => {
  try {
    const answer = await findAnswer(message, told);
    if (answer === null || !answer.channel.isSendable()) return false;
    const bodies = answered.bodies({ embeds: mayEmbed(answer.channel), above: null });
    const [body, ...more] = bodies;
    // What took several messages is not put back together.
    if (body === undefined || more.length > 0) return false;
    // The old answer's chart goes with it.
    await persist(() => answer.edit({ ...body, attachments: [] }));
    await record(bot, answered, { place: answer.channelId, message: answer.id });
    await putChart(bot, answered, (files) => answer.edit(files));
    return true;
  } catch (error) {
    const isOld =
      refusalOf(error) === RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached;
    bot.log.warn({ error: describeError(error), isOld }, "an answer could not be edited; it is given anew");
    return false;
  }
};

type Redone = { readonly told: Telling; readonly answered: Answered };

/** A question that was edited is answered as it now stands, in the answer it has, or anew where that is old. */
export const onEdit = async (bot: Bot, message: Message): Promise<void> => {
  // Discord also tells of previews that were unfolded and threads that were opened.
  if (message.editedTimestamp === null || message.partial) return;
  const me = message.client.user.id;
  if (message.author.bot || howMeant(message, me) !== "asks") return;
  const told = await toldTo(bot, message.id);
  if (told === null) return onMessage(bot, message);
  const question = questionOf(message, me);
  if (question.text === told.question || isHelp(question.text)) return;
  if (!(await takeOnce(bot, `${message.id}:${message.editedTimestamp}`))) return;
  const root = told.thread?.slice("discord:".length) ?? question.root;
  const answered = await askDesk(bot, { ...question, root, nonce: `${message.id}-e` });
  if (await replaceAnswer(bot, message, { told, answered })) return;
  const place = await message.client.channels.fetch(told.place).catch(() => null);
  const targets = [
    {
      name: "where it was answered",
      open: async () => (place?.isSendable() ? place : null),
      replyTo: told.message,
      above: null,
    },
    ...inPlace(message, null),
  ];
  await deliver(bot, answered, targets);
};
