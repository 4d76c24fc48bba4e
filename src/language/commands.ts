/** What a reporter may tell the desk to do, besides asking. */
export const COMMAND_MEANINGS = [
  "copy",
  "lists",
  "list_add",
  "list_show",
  "list_recheck",
  "list_export",
  "list_remove",
  // Between a number and the name of its list: "remove 3 from list budget".
  "of_list",
] as const;
export type CommandMeaning = (typeof COMMAND_MEANINGS)[number];

/**
 * What may stand behind a phrase: nothing; the name of a list, or nothing; only the name of a list that there is,
 * as anything else makes it a question ("list arrests by year"); a number.
 */
export const COMMAND_NAMES = ["none", "any", "known", "number"] as const;

export type CommandRow = {
  readonly phrase: string;
  readonly meaning: CommandMeaning;
  readonly name: (typeof COMMAND_NAMES)[number];
};

/** A command as it was said. `name` null: of the list at hand. `isSure` false: a question where there is no such list. */
export type Command =
  | { readonly kind: "copy" }
  | { readonly kind: "lists" }
  | {
      readonly kind: "list_add" | "list_show" | "list_recheck" | "list_export";
      readonly name: string | null;
      readonly isSure: boolean;
    }
  | { readonly kind: "list_remove"; readonly number: number; readonly name: string | null };

const BLANKS = /\s+/gu;
const END = /[\s.!?]+$/u;
const QUOTED = /^["“'‘](?<name>.+)["”'’]$/u;
const NUMBERED = /^(?<number>\d{1,6})(?:\s+(?<rest>.*))?$/u;

/** What is said, behind a phrase that it begins with; null where it begins otherwise. */
const behind = (said: string, phrase: string): string | null => {
  if (said.slice(0, phrase.length).toLowerCase() !== phrase) return null;
  const rest = said.slice(phrase.length);
  return rest === "" || rest.startsWith(" ") || phrase.endsWith(":") ? rest.trim() : null;
};

const nameOf = (rest: string): string | null =>
  rest === "" ? null : (QUOTED.exec(rest)?.groups?.name ?? rest);

const remove = (rest: string, rows: readonly CommandRow[]): Command | null => {
  const { number, rest: more = "" } = NUMBERED.exec(rest)?.groups ?? {};
  if (number === undefined) return null;
  if (more === "") return { kind: "list_remove", number: Number(number), name: null };
  for (const { phrase, meaning } of rows) {
    const name = meaning === "of_list" ? behind(more, phrase) : null;
    if (name !== null) return { kind: "list_remove", number: Number(number), name: nameOf(name) };
  }
  return null;
};

const readAs = ({ meaning, name }: CommandRow, rest: string, rows: readonly CommandRow[]): Command | null => {
  switch (meaning) {
    case "copy":
    case "lists":
      return rest === "" ? { kind: meaning } : null;
    case "list_remove":
      return remove(rest, rows);
    case "of_list":
      return null;
    case "list_add":
    case "list_show":
    case "list_recheck":
    case "list_export":
      if (name === "none" && rest !== "") return null;
      return { kind: meaning, name: nameOf(rest), isSure: rest === "" || name !== "known" };
  }
};

/** Reads commands; null: what was said is a question. */
export const commandReader = (rows: readonly CommandRow[]): ((said: string) => Command | null) => {
  const longestFirst = rows.toSorted((a, b) => b.phrase.length - a.phrase.length);
  return (said) => {
    const line = said.replaceAll(BLANKS, " ").trim();
    const bare = line.replace(END, "");
    for (const row of longestFirst) {
      const rest = behind(bare, row.phrase);
      const command = rest === null ? null : readAs(row, rest, longestFirst);
      if (command !== null) return command;
    }
    return null;
  };
};
