import type { Command } from "../language/commands.ts";
import { STORY } from "../message/story-wording.ts";
import { WORDING } from "../message/wording.ts";
import {
  addTo,
  isList,
  keyFor,
  type ListWork,
  removeFrom,
  removeFromNamed,
  showLists,
  workOn,
  workOnNamed,
} from "./list-work.ts";
import {
  ACTIONS,
  answeredTo,
  copyFor,
  copyLast,
  notice,
  type Pressed,
  type StoryDesk,
  type StoryReply,
  type Who,
} from "./story.ts";

const { list: WORDS } = STORY;

/** The list of a conversation where everybody saw the answer; of the person where they alone did. */
const ownOf = ({
  audience,
  conversation,
  person,
}: {
  readonly audience: "everyone" | "one";
  readonly conversation: string | null;
  readonly person: string | null;
}): string | null => (audience === "one" ? person : (conversation ?? person));

/** Adds what was answered to a message to the list of its conversation, or of a name. */
const addAnswered = async (
  story: StoryDesk,
  asked: string,
  { by, name }: { readonly by: string; readonly name: string | null },
): Promise<StoryReply> => {
  const answered = await answeredTo(story, asked);
  const telling = await story.store.tellings.get(asked);
  if (answered === null || telling === null) return notice(WORDING.decision.unknown);
  const key = keyFor(name, { thread: ownOf(telling), by });
  const added = await addTo(story, key, { ...answered, by });
  const named = { label: WORDS.addNamed, action: ACTIONS.addNamed + asked };
  return name === null ? { ...added, buttons: [...added.buttons, named] } : added;
};

const WORKS: readonly (readonly [prefix: string, work: ListWork])[] = [
  [ACTIONS.show, "show"],
  [ACTIONS.recheck, "recheck"],
  [ACTIONS.export, "export"],
];

const NUMBER = /^\s*\d{1,6}\s*$/u;

const pressedOnList = async (story: StoryDesk, { action, text }: Pressed): Promise<StoryReply> => {
  const list = await story.store.lists.get(action.slice(action.indexOf(":") + 1));
  if (list === null) return notice(WORDING.decision.unknown);
  if (action.startsWith(ACTIONS.remove))
    return NUMBER.test(text ?? "") ? removeFrom(story, list, Number(text)) : notice(WORDS.notANumber);
  const work = WORKS.find(([prefix]) => action.startsWith(prefix));
  return work === undefined ? notice(WORDING.decision.unknown) : workOn(story, list, work[1]);
};

/** Does what was pressed. Throws where the store cannot be reached. */
export const pressStory = async (story: StoryDesk, pressed: Pressed): Promise<StoryReply> => {
  const { action, by, text } = pressed;
  const about = action.slice(action.indexOf(":") + 1);
  if (action.startsWith(ACTIONS.copy)) return copyFor(story, about);
  if (action.startsWith(ACTIONS.add)) return addAnswered(story, about, { by, name: null });
  if (action.startsWith(ACTIONS.addNamed)) return addAnswered(story, about, { by, name: text ?? "" });
  return pressedOnList(story, pressed);
};

/** Adds what was answered last in the conversation. */
const addLast = async (story: StoryDesk, name: string | null, who: Who): Promise<StoryReply> => {
  const asked = who.thread === null ? null : await story.store.lastAsked.get(who.thread);
  return asked === null ? notice(WORDS.nothingToAdd) : addAnswered(story, asked, { by: who.by, name });
};

/** What is meant by it where such a list is: null where it is a question after all. */
export const settleCommand = async (
  story: Pick<StoryDesk, "store">,
  command: Command,
): Promise<Command | null> => {
  if (!("isSure" in command) || command.isSure || command.name === null) return command;
  return (await isList(story, command.name)) ? command : null;
};

/** Does what was said. Throws where the store cannot be reached. */
export const doCommand = (story: StoryDesk, command: Command, who: Who): Promise<StoryReply> => {
  switch (command.kind) {
    case "copy":
      return copyLast(story, who.thread);
    case "lists":
      return showLists(story);
    case "list_add":
      return addLast(story, command.name, who);
    case "list_show":
      return workOnNamed(story, keyFor(command.name, who), "show");
    case "list_recheck":
      return workOnNamed(story, keyFor(command.name, who), "recheck");
    case "list_export":
      return workOnNamed(story, keyFor(command.name, who), "export");
    case "list_remove":
      return removeFromNamed(story, keyFor(command.name, who), command.number);
  }
};
