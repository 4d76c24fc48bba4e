import { createHash } from "node:crypto";
import { formsOf } from "../copy/forms-of.ts";
import type { Store } from "../store/open-store.ts";
import type { StoryItem, StoryList } from "../store/story-list.ts";
import type { Answered, Desk } from "./open-desk.ts";
import type { Recorded } from "./recorded.ts";

/** A list by its name, or a conversation's own, or, where there is none, a person's. */
export type ListKey =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "own"; readonly of: string };

const BLANKS = /\s+/gu;
/** Letters of a name; more is a sentence. */
export const MOST_LETTERS = 60;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** A name as it is kept: "  budget   story " → "budget story"; null where there is nothing of one, or too much. */
export const readName = (said: string): string | null => {
  const name = said.replaceAll(BLANKS, " ").trim();
  return name === "" || name.length > MOST_LETTERS ? null : name;
};

/** The same for the same name, however it is written. */
export const listId = (key: ListKey): string =>
  hashOf(key.kind === "named" ? `name ${key.name.normalize("NFKC").toLowerCase()}` : `own ${key.of}`);

export type Adding = { readonly by: string; readonly at: string };

/** The list, made where there is none. */
export const openList = async ({ lists }: Store, key: ListKey, { by, at }: Adding): Promise<StoryList> => {
  const id = listId(key);
  const known = await lists.get(id);
  if (known !== null) return known;
  const made = { id, name: key.kind === "named" ? key.name : null, at, by };
  await lists.set(id, made);
  return made;
};

export const allLists = async ({ lists }: Store): Promise<readonly StoryList[]> => {
  const all: StoryList[] = [];
  for await (const [, list] of lists.all()) all.push(list);
  return all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** In the order in which they were added. */
export const itemsIn = async (store: Store, list: string): Promise<readonly StoryItem[]> => {
  const items: StoryItem[] = [];
  for await (const [, item] of store.itemsOf(list).all()) items.push(item);
  return items.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
};

/** An answer as it is collected. Null where it has no figure. */
export const collect = (
  desk: Desk,
  recorded: Recorded,
  { answer, by, at }: Pick<Answered, "answer"> & Adding,
): StoryItem | null => {
  const copy = desk.copyOf(answer);
  if (copy === null) return null;
  const { question, askedOn, locale, before, headline, told, rests } = recorded;
  return {
    // The same figures told again are the same figures; what was asked to have them is no part of it.
    id: hashOf(JSON.stringify(told)),
    at,
    by,
    question,
    askedOn,
    locale,
    before,
    headline,
    told,
    rests,
    statement: formsOf({ ...copy, table: null }).plain,
    says: [...desk.say(answer)],
    cited: answer.citations.map((citation) => ({ ...citation })),
    caveats: [...answer.caveats],
  };
};

/** Adds it to a list: false where it stands there already, as it was added first. */
export const addItem = async (store: Store, list: string, item: StoryItem): Promise<boolean> => {
  const items = store.itemsOf(list);
  if ((await items.get(item.id)) !== null) return false;
  await items.set(item.id, item);
  return true;
};
