import type { Telling } from "../../src/desk.ts";
import { answerQuestion, type Posed, prepareAnswer, writeLedger } from "./answer-question.ts";
import { helpDraft, isHelp } from "./help.ts";
import { type EventMessage, type Heard, readEvent } from "./read-event.ts";
import { sendDraft } from "./send-draft.ts";
import { placeKey, type Slack } from "./slack.ts";
import { faultOf } from "./slack-fault.ts";
import { above, postIn, reach, showTo, updateAt } from "./ways.ts";
import { WORDING } from "./wording.ts";

/** In a channel the answer opens a thread; in a direct conversation talk goes on below, unless in a thread. */
const threadOf = ({ isDirect, thread, ts }: Heard): string | null => (isDirect ? thread : (thread ?? ts));

const posedBy = (slack: Slack, heard: Heard): Posed => ({
  text: heard.text,
  asked: placeKey(slack, heard.channel, heard.ts),
  user: heard.user,
  at: Number(heard.ts),
  conversation: placeKey(slack, heard.channel, threadOf(heard)),
});

const answerHeard = async (slack: Slack, heard: Heard): Promise<void> => {
  const place = { channel: heard.channel, thread: threadOf(heard) };
  if (isHelp(heard.text)) {
    const draft = await helpDraft(slack);
    const alone = showTo(slack, place.channel, { user: heard.user, thread: place.thread });
    await reach(slack, { send: postIn(slack, place.channel, place.thread), draft }, [{ send: alone, draft }]);
    return;
  }
  await answerQuestion(slack, { posed: posedBy(slack, heard), place, above: null, ownWays: [] });
};

/** Our answer to a question that was edited says the new answer in the place of the old one. */
const answerAnew = async (slack: Slack, heard: Heard, telling: Telling): Promise<void> => {
  const posed = { ...posedBy(slack, heard), asked: telling.asked };
  const prepared = await prepareAnswer(slack, posed, false);
  const draft = { ...prepared.draft, above: above(WORDING.edited) };
  try {
    await sendDraft(slack, draft, updateAt(slack, telling.place, telling.message));
  } catch (error) {
    if (faultOf(error).kind !== "gone") throw error;
    await answerHeard(slack, heard);
    return;
  }
  const place = { channel: telling.place, thread: telling.thread };
  await writeLedger(slack, prepared, {
    posed,
    place,
    message: telling.message,
    audience: "everyone",
  });
};

const onEdit = async (slack: Slack, heard: Heard, editedAt: string): Promise<void> => {
  const asked = placeKey(slack, heard.channel, heard.ts);
  if (!(await slack.chat.take(`${asked}:edited:${editedAt}`))) return;
  await slack.answering.get(asked);
  const telling = await slack.chat.toldFor(asked);
  if (telling === null) await answerHeard(slack, heard);
  else if (telling.question !== heard.text) await answerAnew(slack, heard, telling);
};

/** A post that may be for us; the same post comes as `app_mention` and as `message`, and each may come again. */
export const onMessage = async (slack: Slack, event: EventMessage): Promise<void> => {
  const read = readEvent(event, slack.bot);
  switch (read.kind) {
    case "ignored":
      return;
    case "edited":
      return onEdit(slack, read.heard, read.editedAt);
    case "asked": {
      const { heard } = read;
      if (await slack.chat.take(placeKey(slack, heard.channel, heard.ts))) await answerHeard(slack, heard);
    }
  }
};
