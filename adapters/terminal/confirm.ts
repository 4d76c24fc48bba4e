import { createInterface } from "node:readline/promises";

const YES = /^y(?:es)?$/i;

/** The person's yes to a question; null where there is nobody to ask. */
export const confirm = async (question: string): Promise<boolean | null> => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return YES.test((await asking.question(`${question} (y/N) `)).trim());
  } finally {
    asking.close();
  }
};
