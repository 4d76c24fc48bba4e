import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { itemsIn, listId } from "../../src/desk/story-lists.ts";
import {
  type ChatDesk,
  type Desk,
  IN_MEMORY,
  openChatDesk,
  openDesk,
  openStore,
  plainText,
  type Store,
  type StoryReply,
} from "../../src/desk.ts";
import { copyData } from "../fixtures/data-copy.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const data = copyData();
afterAll(() => rmSync(data.folder, { recursive: true }));

const deskNow = (): Desk => {
  const opened = openDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.desk;
};
const desk = deskNow();

const stores: Store[] = [];
const open = (path: string = IN_MEMORY): Store => {
  const store = openStore({ path, now: Date.now, setAside: () => undefined });
  stores.push(store);
  return store;
};
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

const said = ({ message }: Pick<StoryReply, "message">): string => plainText(message);

type Asking = { readonly thread?: string | null; readonly audience?: "everyone" | "one" };

const sit = (store: Store, over: Desk = desk) => {
  const chat: ChatDesk = openChatDesk(over, store, log);
  let count = 0;
  return {
    chat,
    /** Asks, has it told, and gives the key of the message that asked. */
    ask: async (text: string, { thread = "t1", audience = "everyone" }: Asking = {}): Promise<string> => {
      count += 1;
      const asked = `asked ${count}`;
      const reply = await chat.ask({ text, askedOn: TEST_DAY, thread, asker: "ada", asked });
      if (reply.kind !== "answered") throw new Error(`${text} was not answered`);
      const at = { platform: "slack", place: "C1", message: asked, thread, asked, audience };
      await chat.told({ ...reply.record, ...at, toldAt: "2026-11-21T12:00:00.000Z" });
      return asked;
    },
    press: (action: string, text: string | null = null, by = "ada") =>
      chat.press({ action, text, by, day: TEST_DAY }),
    says: async (text: string, thread: string | null = "t1"): Promise<StoryReply> => {
      const reply = await chat.ask({ text, askedOn: TEST_DAY, thread, asker: "ada", asked: "said" });
      if (reply.kind !== "story") throw new Error(`${text} was taken for a question`);
      return reply;
    },
  };
};

describe("a figure is added", () => {
  test("to the list of its thread, once", async () => {
    const { ask, press, says } = sit(open());
    const asked = await ask("ferry passengers in 2022");
    expect(said(await press(`add:${asked}`))).toBe("Added to this conversation's list, as number 1.");
    expect(said(await press(`add:${asked}`))).toContain("already, as number 1");
    expect(said(await says("list"))).toContain(
      "1, ferry passengers, 2022, The Harbour Post: 800,000 passengers",
    );
    expect(said(await says("list", "t2"))).toBe("There is nothing on this conversation's list yet.");
  });

  test("to a list of a name, however it is written, which everybody may look at", async () => {
    const { ask, press, says, chat } = sit(open());
    const asked = await ask("ferry passengers in 2022");
    expect(chat.formFor(`name:${asked}`)).not.toBeNull();
    expect(said(await press(`name:${asked}`, " Harbour   story "))).toBe(
      "Added to the list “Harbour story”, as number 1.",
    );
    expect(said(await says("list harbour STORY", "t9"))).toContain("1 figure on the list “Harbour story”");
    expect(said(await says("lists", null))).toContain("Harbour story");
  });

  test("in words, as the one that was told last in the thread", async () => {
    const { ask, says } = sit(open());
    await ask("ferry passengers in 2022");
    await ask("and in 2021?");
    expect(said(await says("add to list harbour"))).toContain("as number 1");
    expect(said(await says("list harbour"))).toContain("500,000 passengers");
    expect(said(await says("add to list", "t5"))).toContain("no figure there to add");
    expect(said(await says("copy"))).toContain("Ferry passengers totaled 500,000 in 2021");
  });

  test("of a private answer to the person's own list, and to no thread's", async () => {
    const { ask, press, says } = sit(open());
    const asked = await ask("ferry passengers in 2022", { thread: "t1", audience: "one" });
    await press(`add:${asked}`);
    expect(said(await says("list", "t1"))).toContain("There is nothing");
    expect(said(await says("list", null))).toContain("800,000 passengers");
  });

  test.each(["", "   ", "x".repeat(61)])("not under the name “%s”", async (name) => {
    const { ask, press, says } = sit(open());
    const asked = await ask("ferry passengers in 2022");
    expect(said(await press(`name:${asked}`, name))).toContain("at most 60 letters");
    expect(said(await says("lists"))).toContain("There is no list yet");
  });

  test("by many at once through two stores, and none is lost", async () => {
    const path = join(tmpdir(), `nutgraf-lists-${process.pid}.sqlite`);
    try {
      const [one, other] = [sit(open(path)), sit(open(path))];
      const years = [2019, 2020, 2021, 2022, 2023];
      const tasks = years.flatMap((year) =>
        ["ferry passengers", "island line passengers", "lifeboat drills"].map((what) => `${what} in ${year}`),
      );
      const added = await Promise.all(
        tasks.map(async (text, at) => {
          const { chat } = at % 2 === 0 ? one : other;
          const asked = `many ${at}`;
          const reply = await chat.ask({ text, askedOn: TEST_DAY, thread: asked, asker: "ada", asked });
          if (reply.kind !== "answered" || reply.actions.length === 0) return 0;
          const where = { platform: "slack", place: "C", message: asked, thread: asked, asked };
          await chat.told({ ...reply.record, ...where, toldAt: "2026-11-21T12:00:00.000Z" });
          await chat.press({ action: `name:${asked}`, text: "all", by: `p${at}`, day: TEST_DAY });
          return 1;
        }),
      );
      const count = added.reduce<number>((sum, one) => sum + one, 0);
      expect(count).toBeGreaterThan(6);
      expect(await itemsIn(open(path), listId({ kind: "named", name: "all" }))).toHaveLength(count);
    } finally {
      for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
    }
  });
});

describe("what is said of lists that are not there:", () => {
  test("a name that nobody gave, with those that there are", async () => {
    const { ask, press, says } = sit(open());
    await press(`name:${await ask("ferry passengers in 2022")}`, "Harbour");
    expect(said(await says("recheck list Budget"))).toBe("There is no list “Budget”. There are “Harbour”.");
    expect(said(await says("list: Budget"))).toContain("There is no list “Budget”");
  });

  test("a question that begins with “list” stays one", async () => {
    const { chat } = sit(open());
    const ask = (text: string) =>
      chat.ask({ text, askedOn: TEST_DAY, thread: null, asker: "ada", asked: "x" });
    const series = await ask("list ferry passengers by year");
    expect(series.kind === "answered" && series.answer.status).toBe("answered");
    const neither = await ask("list budget");
    expect(said(neither)).toContain("There is no list “budget” either.");
    expect(await chat.isForOne("list budget")).toBe(false);
    expect(await chat.isForOne("lists")).toBe(true);
  });

  test("a button of a list that is gone", async () => {
    expect(said(await sit(open()).press("recheck:gone"))).toContain("do not know any more");
  });
});

test("a figure is removed by its number, and only by one of the list's", async () => {
  const { ask, press, says, chat } = sit(open());
  await press(`add:${await ask("ferry passengers in 2022")}`);
  await press(`add:${await ask("ferry passengers in 2021")}`);
  const list = listId({ kind: "own", of: "t1" });
  expect(chat.formFor(`remove:${list}`)).not.toBeNull();
  for (const wrong of ["0", "3", "two", "", "-1"])
    expect(said(await press(`remove:${list}`, wrong))).toMatch(/no number/u);
  expect(said(await press(`remove:${list}`, " 1 "))).toContain("Removed from this conversation's list");
  expect(said(await says("list"))).toContain("1, ferry passengers, 2021");
  expect(said(await says("remove 1"))).toContain("500,000");
  expect(said(await says("list"))).toContain("There is nothing");
});

describe("checked again after the data changed", () => {
  const store = open;
  const changed = (): Desk => {
    const other = copyData();
    other.edit(
      "figures.csv",
      (text) =>
        `${text
          .replace(
            'p22,passengers,,800000,,exact,2022,2022-01-01,2022-12-31,printed,actual,harbour-post,2,"800,000"',
            'p22,passengers,,810000,,exact,2022,2022-01-01,2022-12-31,printed,actual,harbour-post,2,"810,000"',
          )
          .replace(/^(cancelled-23,.*),current,,$/mu, "$1,withdrawn,,")
          .replace(/^suspended-23,.*\n/mu, "")
          .trimEnd()}\ndrills-apr24,drills,,15,,exact,April 2024,2024-04-01,2024-04-30,printed,actual,port-report,3,15,,,current,,\n`,
    );
    const opened = openDesk({ data: other.folder, archive: null });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    return opened.desk;
  };

  const collect = async (kept: Store): Promise<void> => {
    const { ask, press } = sit(kept);
    for (const text of [
      "ferry passengers in 2022",
      "ferry passengers in 2021",
      "cancelled sailings in 2023",
      "suspended sailings in 2023",
      "latest lifeboat drills",
    ])
      await press(`name:${await ask(text)}`, "harbour");
  };

  test("each says what has become of it, the old beside the new", async () => {
    const kept = store();
    await collect(kept);
    const before = said(await sit(kept).says("recheck list harbour"));
    expect(before).toBe("Checked the list “harbour” again: 5 stand.");
    const after = said(await sit(kept, changed()).says("recheck list harbour"));
    expect(after).toContain(
      "Checked the list “harbour” again: 1 was withdrawn, 1 is gone from the data, 1 was corrected, 1 has a newer one, and 1 stands.",
    );
    for (const part of [
      "800,000 passengers",
      "810,000 passengers",
      "cancelled sailings, 2023: ",
      "(withdrawn)",
      "Now: lifeboat drills, April 2024: 15 drills.",
    ])
      expect(after).toContain(part);
    expect(after).not.toContain("500,000");
  });

  test("its fact-check sheet has every figure with where it stands, as CSV and as Markdown", async () => {
    const kept = store();
    await collect(kept);
    const { files, message } = await sit(kept, changed()).says("export list harbour");
    expect(said({ message })).toContain("in the files beside this");
    const [csv, markdown] = files;
    expect(files.map(({ name }) => name)).toEqual(["harbour.csv", "harbour.md"]);
    const rows: readonly Record<string, string>[] = parse(csv?.content ?? "", { columns: true });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      statement:
        "Ferry passengers totaled 800,000 in 2022, according to the port office, as reported by The Harbour Post on Sept. 10, 2024.",
      figure: "800,000 passengers",
      "as printed": "800,000",
      period: "2022",
      source: "The Harbour Post",
      title: "Ferries fill up",
      address: "https://harbour.example/ferries",
      date: "2024-09-10",
      "date known": "printed",
      place: "paragraph 2",
      attribution: "the port office",
      "checked on": TEST_DAY,
      state: "was corrected",
      now: "ferry passengers, 2022: 800,000 passengers → 810,000 passengers",
    });
    expect(rows.map(({ state }) => state)).toEqual([
      "was corrected",
      "stands",
      "was withdrawn",
      "is gone from the data",
      "has a newer one",
    ]);
    for (const part of [
      "# Fact-check sheet: harbour",
      "## 1",
      "| ferry passengers | 800,000 passengers |",
      "was corrected",
    ])
      expect(markdown?.content).toContain(part);
  });
});

test("a list of hundreds is shown, checked and exported whole", async () => {
  const store = open();
  const { ask, press, says } = sit(store);
  await press(`name:${await ask("ferry passengers in 2022")}`, "long");
  const id = listId({ kind: "named", name: "long" });
  const [first] = await itemsIn(store, id);
  if (first === undefined) throw new Error("nothing was added");
  for (let at = 0; at < 400; at += 1)
    await store.itemsOf(id).set(`copy-${at}`, { ...first, id: `copy-${at}` });
  expect(said(await says("list long"))).toContain("401 figures on the list “long”");
  expect(said(await says("recheck list long"))).toContain("401 stand");
  const { files } = await says("export list long");
  expect(parse(files[0]?.content ?? "", { columns: true })).toHaveLength(401);
});
