import type { Block, Message } from "../../src/desk.ts";
import { offersFor } from "./button-value.ts";
import { OURS } from "./limits.ts";
import type { Slack } from "./slack.ts";
import type { Draft } from "./to-contents.ts";
import { WORDING } from "./wording.ts";

/** A mention without a question, and the word itself. */
const HELP = /^(?:help|\?)?$/iu;
export const isHelp = (text: string): boolean => HELP.test(text.trim());

/** "/figure QUESTION: posts your question here …", one line for each way to ask. */
export const waysToAsk = (bot: string): readonly Block[] =>
  WORDING.ways(bot).map(([way, does]) => ({
    kind: "line",
    line: [
      { text: way, style: "strong", link: null },
      { text: ` ${does}`, style: "plain", link: null },
    ],
  }));

/** How to ask in Slack, with some questions to press. */
export const helpDraft = async ({ chat, bot }: Slack): Promise<Draft> => {
  const suggestions = chat.desk.suggestions().slice(0, OURS.suggestions);
  const followUps = await offersFor(
    suggestions.map((question) => ({ label: question, question })),
    chat,
  );
  const message: Message = {
    blocks: [
      { kind: "headline", line: [{ text: WORDING.help, style: "plain", link: null }] },
      ...waysToAsk(bot.name),
    ],
  };
  const below = { followUps, share: null, report: null };
  return { message, offerValue: () => null, below, above: null };
};
