import { writeFile } from "node:fs/promises";
import {
  exportList,
  findList,
  type Message,
  recheckList,
  removeFrom,
  type StoryDesk,
  type StoryList,
  showList,
  showLists,
} from "../../src/desk.ts";
import type { ListsTask } from "./lists-options.ts";
import type { ExitStatus } from "./run-command.ts";

export type ListsRun = {
  readonly story: StoryDesk;
  readonly show: (message: Message) => Promise<void>;
  /** Takes a line of what does not work. */
  readonly complain: (line: string) => void;
};

type OfList = Extract<ListsTask, { readonly kind: "list" }>;

const tryWriting = async (option: string, file: string, content: string): Promise<string | null> => {
  try {
    await writeFile(file, content);
    return null;
  } catch {
    return `${option}: found ${JSON.stringify(file)}, expected a file that can be written`;
  }
};

/** 0: done. 2: the call is wrong: there is no such list, or a file that cannot be written. */
export const runLists = async (run: ListsRun, task: ListsTask): Promise<ExitStatus> => {
  if (task.kind === "overview") {
    await run.show((await showLists(run.story)).message);
    return 0;
  }
  return runList(run, task);
};

/** Writes the files that the call asks for; true where each could be. */
const writeSheet = async (
  { story, show, complain }: ListsRun,
  list: StoryList,
  task: OfList,
): Promise<boolean> => {
  const { files, message } = await exportList(story, list);
  if (files.length === 0) await show(message);
  const wanted = [["--csv", task.csv] as const, ["--markdown", task.markdown] as const];
  const tried = wanted.map(async ([option, file], at) => {
    const content = files[at]?.content;
    return file === null || content === undefined ? null : tryWriting(option, file, content);
  });
  const unwritten = (await Promise.all(tried)).filter((line) => line !== null);
  for (const line of unwritten) complain(line);
  return unwritten.length === 0;
};

const showWork = async ({ story, show }: ListsRun, list: StoryList, task: OfList): Promise<void> => {
  const isBare = task.csv === null && task.markdown === null && task.remove === null;
  if (task.remove !== null) await show((await removeFrom(story, list, task.remove)).message);
  if (task.recheck) await show((await recheckList(story, list)).message);
  else if (isBare) await show((await showList(story, list)).message);
};

const runList = async (run: ListsRun, task: OfList): Promise<ExitStatus> => {
  const list = await findList(run.story, task.list);
  if (list === null) {
    const found = JSON.stringify(task.list);
    run.complain(`found ${found}, expected the name or the id of a list; lists shows them`);
    return 2;
  }
  await showWork(run, list, task);
  if (task.csv === null && task.markdown === null) return 0;
  return (await writeSheet(run, list, task)) ? 0 : 2;
};
