const CHECK = /^\s*check:\s*/iu;

/** "check: 113,431 were …" → the draft behind the colon; null: it is a question. */
export const readCheck = (text: string): string | null => (CHECK.test(text) ? text.replace(CHECK, "") : null);

/** A draft as it is sent to be checked. */
export const asCheck = (draft: string): string => `check: ${draft}`;
