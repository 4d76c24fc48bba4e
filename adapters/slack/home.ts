import type { HomeView, KnownBlock } from "@slack/types";
import { type Block, layOutHoldings, type Message, shortenMessage } from "../../src/desk.ts";
import { offersFor } from "./button-value.ts";
import { waysToAsk } from "./help.ts";
import { OURS, SLACK } from "./limits.ts";
import { askerKey, type Slack } from "./slack.ts";
import type { SlackBlock } from "./slack-block.ts";
import { toBlocks } from "./to-blocks.ts";
import { askButton, clip, NOTHING_BELOW, type Offer } from "./to-buttons.ts";
import { WORDING } from "./wording.ts";

const header = (text: string): SlackBlock => ({
  type: "header",
  text: { type: "plain_text", text, emoji: false },
});

/** The Home tab opens no cards behind citations; a link says the same. */
const OUTFIT = { dialect: "linked", offerValue: () => null, below: NOTHING_BELOW } as const;

const shown = (message: Message): readonly SlackBlock[] => toBlocks(message, OUTFIT);

/** Here each document is one line; how its date is known in full is said below the answers that rest on it. */
const inOneLine = ({ blocks }: Message): Message => ({
  blocks: blocks.map((block) =>
    block.kind === "receipt" ? { ...block, lines: block.lines.slice(0, 1) } : block,
  ),
});

const paragraphs = (blocks: readonly Block[]): readonly SlackBlock[] => shown({ blocks });

/** Questions below one another, each with its button: a button by itself would show only the beginning. */
const questions = (title: string, offers: readonly Offer[], from: number): readonly SlackBlock[] => {
  const sections = offers.map(
    ({ label, value }, at): SlackBlock => ({
      type: "section",
      text: { type: "plain_text", text: clip(label, SLACK.text), emoji: false },
      accessory: askButton({ label: WORDING.ask, value }, from + at),
    }),
  );
  return sections.length === 0 ? [] : [header(title), ...sections];
};

const fitsView = (message: Message): boolean => {
  const blocks = shown(message);
  return blocks.length < SLACK.viewBlocks / 2 && JSON.stringify(blocks).length <= OURS.blocksAsJson;
};

export type HomeParts = {
  readonly bot: string;
  readonly recent: readonly Offer[];
  readonly suggested: readonly Offer[];
  readonly holdings: Message;
};

/** The Home tab: the person's own questions first, then how to ask, then what is held. */
export const homeView = ({ bot, recent, suggested, holdings }: HomeParts): HomeView => {
  const blocks = [
    ...questions(WORDING.homeRecent, recent, 0),
    ...questions(WORDING.homeTry, suggested, recent.length),
    header(WORDING.homeHow),
    ...paragraphs(waysToAsk(bot)),
    { type: "divider" } as const,
    header(WORDING.homeHeld),
    ...shown(shortenMessage(inOneLine(holdings), fitsView)),
  ];
  return { type: "home", blocks: blocks.slice(0, SLACK.viewBlocks) as KnownBlock[] };
};

const asOptions = (texts: readonly string[]) => texts.map((question) => ({ label: question, question }));

/** Somebody opened the Home tab: it is drawn for them. */
export const onHomeOpened = async (slack: Slack, user: string): Promise<void> => {
  const { chat, bot, client } = slack;
  const asked = await chat.recentQuestions(askerKey(slack, user));
  const recent = await offersFor(asOptions(asked.slice(0, OURS.recentQuestions)), chat);
  const suggested = await offersFor(asOptions(chat.desk.suggestions().slice(0, OURS.suggestions)), chat);
  const holdings = layOutHoldings(chat.desk.topics(), chat.desk.sources());
  const view = homeView({ bot: bot.name, recent, suggested, holdings });
  await client.views.publish({ user_id: user, view });
};
