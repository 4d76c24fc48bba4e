import type { RespondFn, SlashCommand } from "@slack/bolt";
import { answerQuestion, type Posed, type Prepared, prepareAnswer, writeLedger } from "./answer-question.ts";
import { escapeText } from "./escape-text.ts";
import { helpDraft, isHelp } from "./help.ts";
import { OURS } from "./limits.ts";
import { readText } from "./read-text.ts";
import { plainElement, rich, section } from "./rich-text.ts";
import type { Sent } from "./send-draft.ts";
import { sendFiles } from "./send-files.ts";
import { placeKey, type Slack } from "./slack.ts";
import { clip } from "./to-buttons.ts";
import type { Content } from "./to-contents.ts";
import { explained, logFailure, postIn, reach, respondWith } from "./ways.ts";
import { WORDING } from "./wording.ts";

export const COMMAND = "/figure";

const PRIVATE = /^private\b/iu;

/** What was typed behind the command. */
export type CommandText =
  | { readonly kind: "help" }
  | { readonly kind: "private"; readonly question: string }
  | { readonly kind: "public"; readonly question: string };

/** "private how many …?" → {private, "how many …?"}; nothing, "help", and "private" alone ask for help. */
export const readCommandText = (typed: string): CommandText => {
  const text = readText(typed);
  if (isHelp(text)) return { kind: "help" };
  if (!PRIVATE.test(text)) return { kind: "public", question: text };
  const question = text.replace(PRIVATE, "").trim();
  return isHelp(question) ? { kind: "help" } : { kind: "private", question };
};

export type Person = { readonly user: string; readonly name: string };

/** The question under the name of the person who asked; a mention, so that they follow the thread. */
export const questionContent = ({ user, name }: Person, question: string): Content => {
  const shown = clip(question, OURS.shownQuestion);
  return {
    text: escapeText(`${name}${WORDING.asks}${shown}`),
    blocks: [
      rich([
        section([{ type: "user", user_id: user }, plainElement(WORDING.asks)]),
        { type: "rich_text_quote", elements: [plainElement(shown)] },
      ]),
    ],
  };
};

export type Asked = {
  readonly person: Person;
  readonly channel: string;
  readonly question: string;
  readonly at: number;
};

type Key = { readonly asked: string; readonly conversation: string | null };

const posed = ({ person, question, at }: Asked, { asked, conversation }: Key): Posed => ({
  text: question,
  asked,
  user: person.user,
  at,
  conversation,
});

/** A private question has no message, and leans on nothing. */
const aloneKey = (slack: Slack, { person, channel, at }: Asked): Key => ({
  asked: placeKey(slack, channel, `${person.user}:${at}`),
  conversation: null,
});

/** The ledger also has what one person alone was shown; Slack gives such a message no name. */
const enterPrivately = (slack: Slack, asked: Asked, prepared: Prepared): Promise<void> =>
  writeLedger(slack, prepared, {
    posed: posed(asked, aloneKey(slack, asked)),
    place: { channel: asked.channel, thread: null },
    message: "",
    audience: "one",
  });

/** Shows the answer to the person alone, with a button to share it. */
export const answerPrivately = async (
  slack: Slack,
  asked: Asked,
  by: { readonly respond: RespondFn; readonly thread: string | null },
): Promise<void> => {
  const prepared = await prepareAnswer(slack, posed(asked, aloneKey(slack, asked)), true);
  const { draft, files } = prepared;
  const alone = { send: postIn(slack, asked.person.user, null), draft };
  const reached = await reach(slack, { send: respondWith(by.respond, by.thread), draft }, [alone]);
  await sendFiles(slack, asked.person.user, files);
  if (reached.kind !== "lost") await enterPrivately(slack, asked, prepared);
};

type Posted = { readonly ok: true; readonly root: Sent } | { readonly ok: false; readonly error: unknown };

const postQuestion = async (slack: Slack, { person, channel, question }: Asked): Promise<Posted> => {
  try {
    const root = await postIn(slack, channel, null)(questionContent(person, question));
    return { ok: true, root };
  } catch (error) {
    return { ok: false, error };
  }
};

/**
 * Posts the question under the name of who asked, and the answer in its thread; where it may not post, the answer
 * goes to the person alone, with what can be done about that. True where others can read it.
 */
export const answerPublicly = async (slack: Slack, asked: Asked, respond: RespondFn): Promise<boolean> => {
  const posted = await postQuestion(slack, asked);
  if (!posted.ok || posted.root === null) {
    const failure = logFailure(slack, posted.ok ? null : posted.error);
    const prepared = await prepareAnswer(slack, posed(asked, aloneKey(slack, asked)), true);
    const { draft } = prepared;
    const way = { send: respondWith(respond, null), draft: explained(slack, draft, failure) };
    const reached = await reach(slack, way, [{ send: postIn(slack, asked.person.user, null), draft }]);
    if (reached.kind !== "lost") await enterPrivately(slack, asked, prepared);
    return false;
  }
  const { channel, ts } = posted.root;
  const key = placeKey(slack, channel, ts);
  const reached = await answerQuestion(slack, {
    posed: posed(asked, { asked: key, conversation: key }),
    place: { channel, thread: ts },
    above: null,
    ownWays: [respondWith(respond, null)],
  });
  return reached.kind === "sent";
};

/** `/figure …`, acknowledged by the caller. */
export const onCommand = async (slack: Slack, command: SlashCommand, respond: RespondFn): Promise<void> => {
  if (!(await slack.chat.take(`slack:command:${command.trigger_id}`))) return;
  const read = readCommandText(command.text);
  const person = { user: command.user_id, name: command.user_name };
  const asked = { person, channel: command.channel_id, at: slack.now() / 1000 };
  switch (read.kind) {
    case "help": {
      const draft = await helpDraft(slack);
      await reach(slack, { send: respondWith(respond, null), draft }, []);
      return;
    }
    case "private":
      return answerPrivately(slack, { ...asked, question: read.question }, { respond, thread: null });
    case "public":
      if (await slack.chat.isForOne(read.question))
        return answerPrivately(slack, { ...asked, question: read.question }, { respond, thread: null });
      await answerPublicly(slack, { ...asked, question: read.question }, respond);
  }
};
