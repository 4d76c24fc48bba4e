import {
  type ListedCheck,
  type ListedFigure,
  layOutList,
  layOutLists,
  layOutRecheck,
} from "../message/lay-out-list.ts";
import { layOutNotice } from "../message/lay-out-notice.ts";
import { STORY } from "../message/story-wording.ts";
import { WORDING } from "../message/wording.ts";
import type { StoryItem, StoryList } from "../store/story-list.ts";
import type { DeskButton } from "./courier.ts";
import { factSheet } from "./fact-sheet.ts";
import type { Answered } from "./open-desk.ts";
import { type Rechecked, recheck } from "./recheck.ts";
import type { Recorded } from "./recorded.ts";
import { ACTIONS, notice, type StoryDesk, type StoryReply, type Who } from "./story.ts";
import {
  addItem,
  allLists,
  collect,
  itemsIn,
  type ListKey,
  listId,
  MOST_LETTERS,
  openList,
  readName,
} from "./story-lists.ts";

const { list: WORDS } = STORY;

/** How a list is spoken of. */
export const sayList = ({ name }: StoryList): string => (name === null ? WORDS.own : WORDS.named(name));

const listButtons = ({ id }: StoryList): readonly DeskButton[] => [
  { label: WORDS.recheck, action: ACTIONS.recheck + id },
  { label: WORDS.export, action: ACTIONS.export + id },
  { label: WORDS.remove, action: ACTIONS.remove + id },
];

const periodOf = ({ told }: StoryItem): string => {
  const [first, last] = [told[0]?.period ?? "", told.at(-1)?.period ?? ""];
  return first === last ? first : WORDING.span(first, last);
};

const listedFigure = (item: StoryItem): ListedFigure => ({
  what: [...new Set(item.told.map(({ label }) => label))].join("; "),
  period: periodOf(item),
  says: item.says.length === 1 ? (item.says[0] ?? "") : WORDS.figures(item.says.length),
  source: [...new Set(item.cited.map(({ outlet }) => outlet))].join("; "),
});

/** The list of that name, or of the conversation or the person; null where nothing was ever added to it. */
const known = ({ store }: Pick<StoryDesk, "store">, key: ListKey): Promise<StoryList | null> =>
  store.lists.get(listId(key));

/** A list's name as it was said, or the list at hand. */
export const keyFor = (name: string | null, { thread, by }: Who): ListKey =>
  name === null ? { kind: "own", of: thread ?? by } : { kind: "named", name };

/** A list that is to be looked at; where there is none of that name, what there is. */
const lookUp = async (
  story: StoryDesk,
  key: ListKey,
): Promise<{ readonly list: StoryList } | { readonly reply: StoryReply }> => {
  const list = await known(story, key);
  if (list !== null) return { list };
  if (key.kind === "own") return { reply: { message: layOutList(WORDS.own, []), files: [], buttons: [] } };
  const names = (await allLists(story.store)).flatMap(({ name }) => name ?? []);
  return { reply: notice(WORDS.unknown(key.name, names)) };
};

/** Adds an answer to a list, which is made where there is none. */
export const addTo = async (
  story: StoryDesk,
  key: ListKey,
  adding: Pick<Answered, "answer"> & { readonly recorded: Recorded; readonly by: string },
): Promise<StoryReply & { readonly list: StoryList | null }> => {
  const name = key.kind === "named" ? readName(key.name) : "";
  if (name === null) return { ...notice(WORDS.badName(MOST_LETTERS)), list: null };
  const { at } = story.now();
  const { answer, recorded, by } = adding;
  const item = collect(story.desk, recorded, { answer, by, at });
  if (item === null) return { ...notice(WORDS.nothingToAdd), list: null };
  const list = await openList(story.store, key.kind === "named" ? { ...key, name } : key, { by, at });
  const isNew = await addItem(story.store, list.id, item);
  const items = await itemsIn(story.store, list.id);
  const number = items.findIndex(({ id }) => id === item.id) + 1;
  const said = isNew ? WORDS.added(number, sayList(list)) : WORDS.there(number, sayList(list));
  return { ...notice(said, [{ label: WORDS.show, action: ACTIONS.show + list.id }]), list };
};

export const showList = async (story: StoryDesk, list: StoryList): Promise<StoryReply> => {
  const items = await itemsIn(story.store, list.id);
  const buttons = items.length === 0 ? [] : listButtons(list);
  return { message: layOutList(sayList(list), items.map(listedFigure)), files: [], buttons };
};

/** One held figure, told as it stood: its change says all that there is to say. */
const isSaidByChange = ({ told, rests }: StoryItem, changes: number): boolean =>
  changes === 1 && told.length === 1 && rests.length === 1;

const listedCheck = ({ item, state, changes, now }: Rechecked, at: number): ListedCheck => ({
  number: at + 1,
  headline: item.headline,
  question: item.question,
  state,
  changes: changes.map(({ what, was, now: is, why }) => ({ what, was, now: is?.says ?? null, why })),
  now: isSaidByChange(item, changes.length) ? null : (now?.headline ?? null),
});

/** Asks for every figure of a list again, and says what has changed since. */
export const recheckList = async (story: StoryDesk, list: StoryList): Promise<StoryReply> => {
  const checked = await recheck(story.desk, await itemsIn(story.store, list.id));
  const buttons = checked.length === 0 ? [] : listButtons(list);
  return { message: layOutRecheck(sayList(list), checked.map(listedCheck)), files: [], buttons };
};

/** The fact-check sheet of a list, checked again as it is written. */
export const exportList = async (story: StoryDesk, list: StoryList): Promise<StoryReply> => {
  const checked = await recheck(story.desk, await itemsIn(story.store, list.id));
  if (checked.length === 0) return showList(story, list);
  const files = factSheet(list.name ?? WORDS.own, checked, story.now().day);
  return { message: layOutNotice(WORDS.sheetHere(sayList(list))), files, buttons: [] };
};

export const removeFrom = async (story: StoryDesk, list: StoryList, number: number): Promise<StoryReply> => {
  const items = await itemsIn(story.store, list.id);
  const item = items[number - 1];
  if (item === undefined) return notice(WORDS.noNumber(number, sayList(list), items.length));
  await story.store.itemsOf(list.id).remove(item.id);
  const buttons = [{ label: WORDS.show, action: ACTIONS.show + list.id }];
  return notice(WORDS.removed(item.headline, sayList(list)), buttons);
};

/** Every list. A conversation's own has no name, and goes by its id. */
export const showLists = async ({ store }: StoryDesk): Promise<StoryReply> => {
  const lists = await allLists(store);
  const listed = await Promise.all(
    lists.map(async ({ id, name, at }) => ({
      name: name ?? `${WORDS.ownShort} (${id})`,
      at,
      count: (await itemsIn(store, id)).length,
    })),
  );
  return { message: layOutLists(listed), files: [], buttons: [] };
};

/** What is done with a list. */
export type ListWork = "show" | "recheck" | "export";

/** Does it with a list, once that is known. */
export const workOn = (story: StoryDesk, list: StoryList, work: ListWork): Promise<StoryReply> => {
  switch (work) {
    case "show":
      return showList(story, list);
    case "recheck":
      return recheckList(story, list);
    case "export":
      return exportList(story, list);
  }
};

/** Does it with the list of a name, or the one at hand. */
export const workOnNamed = async (story: StoryDesk, key: ListKey, work: ListWork): Promise<StoryReply> => {
  const found = await lookUp(story, key);
  return "list" in found ? workOn(story, found.list, work) : found.reply;
};

/** Removes by number from the list of a name, or the one at hand. */
export const removeFromNamed = async (
  story: StoryDesk,
  key: ListKey,
  number: number,
): Promise<StoryReply> => {
  const found = await lookUp(story, key);
  return "list" in found ? removeFrom(story, found.list, number) : found.reply;
};

/** The list of a name, or of the id that an overview gives; null where there is none. */
export const findList = async (
  { store }: Pick<StoryDesk, "store">,
  said: string,
): Promise<StoryList | null> =>
  (await store.lists.get(listId({ kind: "named", name: readName(said) ?? said }))) ?? store.lists.get(said);

/** Whether there is a list of that name. */
export const isList = async (story: Pick<StoryDesk, "store">, name: string): Promise<boolean> =>
  (await known(story, { kind: "named", name })) !== null;
