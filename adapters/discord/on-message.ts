import { type Message, MessageType } from "discord.js";
import { askDesk, isHelp, type Question, takeOnce, toldTo } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { conversationOf } from "./conversation.ts";
import { describeError, persist } from "./errors.ts";
import { openThread } from "./open-thread.ts";
import { deliver } from "./post.ts";
import { howMeant, readQuestion } from "./read-question.ts";
import { targetsFor } from "./targets.ts";
import { WORDING } from "./wording.ts";

/** Bots, webhooks and what Discord itself says are nobody's questions. */
const isFromPerson = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

export const questionOf = (message: Message, bot: string): Question & { readonly goesOn: boolean } => {
  const { root, goesOn } = conversationOf(message, bot);
  return {
    text: readQuestion(message.content, bot, message.channel),
    asked: message.id,
    nonce: message.id,
    root,
    goesOn,
    asker: message.author.id,
    at: message.createdAt,
    isPrivate: false,
    locale: message.guild?.preferredLocale ?? null,
  };
};

/** A message that is to be answered, whoever is to do it. */
export const isQuestion = (message: Message): boolean =>
  isFromPerson(message) && howMeant(message, message.client.user.id) === "asks";

/** Asks and answers at once: the thread is opened while the desk is thinking. */
export const answerMessage = async (bot: Bot, message: Message): Promise<void> => {
  const question = questionOf(message, message.client.user.id);
  const isOpened = !question.goesOn && !isHelp(question.text);
  const thread = isOpened ? openThread(bot, message, question.text) : Promise.resolve(null);
  const answered = await askDesk(bot, question);
  await deliver(bot, answered, targetsFor(message, thread));
};

/** One line in reply, for what is no question. */
const say = async (bot: Bot, message: Message, text: string): Promise<void> => {
  try {
    await persist(() => message.reply({ content: text, nonce: message.id, enforceNonce: true }));
  } catch (error) {
    bot.log.warn({ channel: message.channelId, error: describeError(error) }, "a hint could not be written");
  }
};

/** A thread is told once that plain messages in it cannot be read; what pings the bot is told each time. */
const hint = async (bot: Bot, message: Message): Promise<void> => {
  const me = message.client.user.id;
  const isPing = message.mentions.users.has(me);
  const name = isPing ? message.id : `hint:${message.channelId}`;
  if ((await toldTo(bot, name)) !== null || !(await takeOnce(bot, name))) return;
  await say(bot, message, WORDING.hint(`<@${me}>`));
  if (isPing) return;
  await bot.chat.told({
    platform: "discord",
    place: message.channelId,
    message: message.id,
    thread: null,
    asked: `discord:${name}`,
    question: "",
    askedOn: "",
    toldAt: new Date().toISOString(),
    headline: "",
    told: [],
  });
};

/** An answer, or that there is none because we broke. */
const answerOrSay = async (bot: Bot, message: Message): Promise<void> => {
  try {
    await answerMessage(bot, message);
  } catch (error) {
    bot.log.error({ asked: message.id, error: describeError(error) }, "a message could not be answered");
    await say(bot, message, WORDING.busy);
  }
};

/** What is done about a message, once: an answer, a hint, or nothing. */
export const onMessage = async (bot: Bot, message: Message): Promise<void> => {
  if (!isFromPerson(message)) return;
  const me = message.client.user.id;
  switch (howMeant(message, me)) {
    case "asks":
      if (bot.isNew(message.id) && (await takeOnce(bot, message.id))) await answerOrSay(bot, message);
      return;
    case "role":
      if (bot.isNew(message.id) && (await takeOnce(bot, message.id)))
        await say(bot, message, WORDING.roleMention(`<@${me}>`));
      return;
    case "unreadable":
      return hint(bot, message);
    case "nothing":
      return;
  }
};
