import type { WithFiles } from "../message/lay-out-copy.ts";
import { layOutCopy, layOutNoCopy } from "../message/lay-out-copy.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import { WORDING } from "../message/wording.ts";
import type { Store } from "../store/open-store.ts";
import { askAgain } from "./ask-again.ts";
import type { DeskButton } from "./courier.ts";
import type { Desk } from "./open-desk.ts";

/** Begin the names of what a reporter may do with an answer, by the message that asked. */
export const COPY = "copy:";

/** Something that was pressed below an answer. */
export type Pressed = {
  readonly action: string;
  /** What was written into its form; null where it has none. */
  readonly text: string | null;
  /** Who pressed, "slack:T1:U1". */
  readonly by: string;
};

/** What comes of it, for who pressed alone. */
export type StoryReply = WithFiles & { readonly buttons: readonly DeskButton[] };

/** What story work needs. */
export type StoryDesk = { readonly desk: Desk; readonly store: Store };

export const notice = (sentence: string): StoryReply => ({
  message: layOutNotice(sentence),
  files: [],
  buttons: [],
});

/** The buttons of story work below an answer to the message `asked`. */
export const storyButtons = (asked: string): readonly DeskButton[] => [
  { label: WORDING.copy.button, action: `${COPY}${asked}` },
];

/** Copy of what was answered to a message, as it is answered now. */
export const copyFor = async ({ desk, store }: StoryDesk, asked: string): Promise<StoryReply> => {
  const telling = await store.tellings.get(asked);
  if (telling === null) return notice(WORDING.decision.unknown);
  const again = askAgain(desk, telling);
  const copy = again === null ? null : desk.copyOf(again.answer);
  if (again === null || copy === null) return { message: layOutNoCopy(), files: [], buttons: [] };
  const now = again.answer.headline;
  const changed = now === telling.headline ? null : { was: telling.headline, now };
  return { ...layOutCopy(copy, { caveats: again.answer.caveats, changed }), buttons: [] };
};

/** Does what was pressed. Throws where the store cannot be reached. */
export const pressStory = async (story: StoryDesk, { action }: Pressed): Promise<StoryReply> => {
  if (action.startsWith(COPY)) return copyFor(story, action.slice(COPY.length));
  return notice(WORDING.decision.unknown);
};
