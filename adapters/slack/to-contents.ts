import { type Block, type Message, plainText, shortenMessage } from "../../src/desk.ts";
import { escapeText } from "./escape-text.ts";
import { OURS } from "./limits.ts";
import type { Dialect, SlackBlock } from "./slack-block.ts";
import { fitsMessage, type Outfit, toBlocks } from "./to-blocks.ts";
import { type Below, NOTHING_BELOW } from "./to-buttons.ts";

/** What is to be said in one place, before it is known in which form Slack takes it. */
export type Draft = {
  readonly message: Message;
  readonly offerValue: Outfit["offerValue"];
  readonly below: Below;
  /** Who asked, or why the answer comes this way: above the message. */
  readonly above: { readonly blocks: readonly SlackBlock[]; readonly text: string } | null;
};

/** One message as the Web API takes it; no blocks where the text is all. */
export type Content = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/** A form to try: a dialect, or text alone, and how much may stand in one message. */
export type Attempt = { readonly dialect: Dialect | "text"; readonly room: number };

/** From the fullest form to the one that no Slack has ever refused. */
export const ATTEMPTS: readonly [Attempt, ...Attempt[]] = [
  { dialect: "cited", room: OURS.blocksAsJson },
  { dialect: "linked", room: OURS.blocksAsJson },
  { dialect: "simple", room: OURS.blocksAsJson },
  { dialect: "simple", room: OURS.textAlone },
  { dialect: "text", room: OURS.textAlone },
];

type Fits = (message: Message) => boolean;

type Render = (message: Message, below: Below) => readonly SlackBlock[];

/** What is looked at to see whether it fits is what is sent then, and is not made twice. */
const renderer = (offerValue: Outfit["offerValue"], dialect: Dialect): Render => {
  let last: { readonly of: Message; readonly below: Below; readonly blocks: readonly SlackBlock[] } | null =
    null;
  return (message, below) => {
    if (last?.of !== message || last.below !== below)
      last = { of: message, below, blocks: toBlocks(message, { dialect, offerValue, below }) };
    return last.blocks;
  };
};

/** Nothing but text where there are no blocks. */
const rendererFor = ({ offerValue }: Draft, { dialect }: Attempt): Render =>
  dialect === "text" ? () => [] : renderer(offerValue, dialect);

const fitsAttempt =
  ({ below }: Draft, { dialect, room }: Attempt, render: Render): Fits =>
  (message) =>
    dialect === "text"
      ? escapeText(plainText(message)).length <= room
      : fitsMessage(message, render(message, below), room);

/** Where even what must stay is too much for one message, it goes on in further ones. */
const pages = (message: Message, fits: Fits): readonly Message[] => {
  if (fits(message)) return [message];
  const done: Message[] = [];
  let page: readonly Block[] = [];
  for (const block of message.blocks) {
    const longer = [...page, block];
    if (page.length > 0 && !fits({ blocks: longer })) {
      done.push({ blocks: page });
      page = [block];
    } else page = longer;
  }
  return [...done, { blocks: page }];
};

const withAbove = (text: string, above: Draft["above"]): string =>
  above === null || above.text === "" ? text : `${above.text}\n${text}`;

/** A draft in one form: one message as a rule, more where sources and caveats alone are too long for one. */
export const toContents = (draft: Draft, attempt: Attempt): readonly [Content, ...Content[]] => {
  const render = rendererFor(draft, attempt);
  const fits = fitsAttempt(draft, attempt, render);
  const messages = pages(shortenMessage(draft.message, fits), fits);
  const contents = messages.map((message, at): Content => {
    const isLast = at === messages.length - 1;
    const above = at === 0 ? draft.above : null;
    const text = withAbove(escapeText(plainText(message)), above);
    if (attempt.dialect === "text") return { text, blocks: [] };
    const blocks = render(message, isLast ? draft.below : NOTHING_BELOW);
    return { text, blocks: [...(above?.blocks ?? []), ...blocks] };
  });
  const [first, ...rest] = contents;
  return [first ?? { text: "", blocks: [] }, ...rest];
};
