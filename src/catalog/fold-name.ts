const BETWEEN_WORDS = /[\s\p{Pd}]+/gu;

/** Two names are one name if they differ in case, spaces or hyphens only: "At-large  arrests" → "at large arrests". */
export const foldName = (name: string): string => name.toLowerCase().replace(BETWEEN_WORDS, " ").trim();
