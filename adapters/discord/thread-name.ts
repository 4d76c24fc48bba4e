import { clip } from "./buttons.ts";
import { DISCORD } from "./limits.ts";
import { WORDING } from "./wording.ts";

const SPACES = /\s+/gu;

/** A thread is called after its question, which Discord shows as it stands: "How many arrests in 2024?" */
export const threadName = (question: string): string => {
  const name = clip(question.replace(SPACES, " ").trim(), DISCORD.threadName);
  return name === "" ? WORDING.thread : name;
};
