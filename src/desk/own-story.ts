import type { Command } from "../language/commands.ts";
import { layOutNoCopy, layOutPastes } from "../message/lay-out-copy.ts";
import { STORY } from "../message/story-wording.ts";
import { doCommand, settleCommand } from "./do-story.ts";
import { addTo, keyFor } from "./list-work.ts";
import type { Answered } from "./open-desk.ts";
import type { Recorded } from "./recorded.ts";
import { notice, type StoryDesk, type StoryReply, type Who } from "./story.ts";

/** The answer before, where one person asks and nobody else reads along. */
export type AnswerBefore = Pick<Answered, "answer"> & { readonly recorded: Recorded };

const copyBefore = ({ desk }: StoryDesk, before: AnswerBefore | null): StoryReply => {
  const copy = before === null ? null : desk.copyOf(before.answer);
  return { message: copy === null ? layOutNoCopy() : layOutPastes(copy), files: [], buttons: [] };
};

/**
 * Story work of one person who sits by themselves, on the answer before; null where what they said is a question after
 * all. Throws where the store cannot be reached.
 */
export const doOwnStory = async (
  story: StoryDesk,
  said: Command,
  { before, ...who }: Who & { readonly before: AnswerBefore | null },
): Promise<StoryReply | null> => {
  const command = await settleCommand(story, said);
  switch (command?.kind) {
    case undefined:
      return null;
    case "copy":
      return copyBefore(story, before);
    case "list_add":
      return before === null
        ? notice(STORY.list.nothingToAdd)
        : addTo(story, keyFor(command.name, who), { ...before, by: who.by });
    case "lists":
    case "list_show":
    case "list_recheck":
    case "list_export":
    case "list_remove":
      return doCommand(story, command, who);
  }
};
