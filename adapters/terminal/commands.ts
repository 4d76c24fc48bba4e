const COMMANDS = ["help", "sources", "topics"] as const;
export type Command = (typeof COMMANDS)[number];
const LEAVING = ["quit", "exit"];

const bare = (line: string): string => line.trim().toLowerCase();

/** A line that is nothing but a command; null: it is a question. "Sources" → sources, "sources on x" → null. */
export const readCommand = (line: string): Command | null =>
  COMMANDS.find((command) => command === bare(line)) ?? null;

/** "quit", "Exit" */
export const isLeaving = (line: string): boolean => LEAVING.includes(bare(line));
