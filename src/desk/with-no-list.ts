import { plain } from "../message/inline.ts";
import type { Message } from "../message/message.ts";
import { STORY } from "../message/story-wording.ts";
import type { Answered, Desk } from "./open-desk.ts";

/** "list budget", where there is no such list, was taken for a question: where that has no answer, both are said. */
export const withNoList = (
  desk: Pick<Desk, "readCommand">,
  said: string,
  { answer, message }: Pick<Answered, "answer" | "message">,
): Message => {
  const command = answer.status === "answered" ? null : desk.readCommand(said);
  if (command === null || !("isSure" in command) || command.isSure || command.name === null) return message;
  const none = { kind: "line", line: [plain(STORY.list.noneCalled(command.name))] } as const;
  return { blocks: [...message.blocks, none] };
};
