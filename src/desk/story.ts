import type { CalendarDate } from "../calendar/day.ts";
import { layOutCopy, layOutNoCopy, type WithFiles } from "../message/lay-out-copy.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import { STORY } from "../message/story-wording.ts";
import { WORDING } from "../message/wording.ts";
import type { Store } from "../store/open-store.ts";
import { askAgain } from "./ask-again.ts";
import type { DeskButton } from "./courier.ts";
import type { ReasonForm } from "./office.ts";
import type { Answered, Desk } from "./open-desk.ts";
import type { Recorded } from "./recorded.ts";

/** What story work needs. */
export type StoryDesk = {
  readonly desk: Desk;
  readonly store: Store;
  /** The day and the instant at which it is done: "2026-11-22", "2026-11-22T09:30:00.000Z". */
  readonly now: () => { readonly day: string; readonly at: string };
};

/** Who does it, and in which conversation; null: in none. */
export type Who = { readonly by: string; readonly thread: string | null };

/** Something that was pressed below an answer or a list. */
export type Pressed = {
  readonly by: string;
  /** The day on which it was pressed. */
  readonly day: CalendarDate;
  readonly action: string;
  /** What was written into its form; null where it has none. */
  readonly text: string | null;
};

/** What comes of it, for who did it alone. */
export type StoryReply = WithFiles & { readonly buttons: readonly DeskButton[] };

export const notice = (sentence: string, buttons: readonly DeskButton[] = []): StoryReply => ({
  message: layOutNotice(sentence),
  files: [],
  buttons,
});

/** Begin the names of what may be done: with an answer, by the message that asked; with a list, by its id. */
export const ACTIONS = {
  copy: "copy:",
  add: "add:",
  addNamed: "name:",
  show: "show:",
  recheck: "recheck:",
  export: "export:",
  remove: "remove:",
} as const;

const { list: WORDS } = STORY;

/** The buttons of story work below an answer to the message `asked`. */
export const storyButtons = (asked: string): readonly DeskButton[] => [
  { label: STORY.copy.button, action: ACTIONS.copy + asked },
  { label: WORDS.add, action: ACTIONS.add + asked },
];

/** The form that an action asks for; null: none. */
export const storyForm = (action: string): ReasonForm | null => {
  if (action.startsWith(ACTIONS.addNamed)) return { title: WORDS.nameTitle, label: WORDS.nameLabel };
  if (action.startsWith(ACTIONS.remove)) return { title: WORDS.removeTitle, label: WORDS.removeLabel };
  return null;
};

/** An answer that was given before, as it is given now; null where nobody knows of it any more. */
export const answeredTo = async (
  { desk, store }: StoryDesk,
  asked: string,
): Promise<(Answered & { readonly recorded: Recorded }) | null> => {
  const recorded = await store.tellings.get(asked);
  const again = recorded === null ? null : askAgain(desk, recorded);
  return recorded === null || again === null ? null : { ...again, recorded };
};

/** Copy of what was answered to a message, as it is answered now. */
export const copyFor = async (story: StoryDesk, asked: string): Promise<StoryReply> => {
  const answered = await answeredTo(story, asked);
  if (answered === null) return notice(WORDING.decision.unknown);
  const { answer, recorded } = answered;
  const copy = story.desk.copyOf(answer);
  if (copy === null) return { message: layOutNoCopy(), files: [], buttons: [] };
  const now = answer.headline;
  const changed = now === recorded.headline ? null : { was: recorded.headline, now };
  return { ...layOutCopy(copy, { caveats: answer.caveats, changed }), buttons: [] };
};

/** Copy of what was answered last in a conversation. */
export const copyLast = async (story: StoryDesk, thread: string | null): Promise<StoryReply> => {
  const asked = thread === null ? null : await story.store.lastAsked.get(thread);
  return asked === null ? { message: layOutNoCopy(), files: [], buttons: [] } : copyFor(story, asked);
};
