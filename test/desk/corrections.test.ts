import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type BelowAnswer,
  type CalendarDate,
  type ChatDesk,
  type Courier,
  type Desk,
  findDue,
  IN_MEMORY,
  openChatDesk,
  openDesk,
  openStore,
  plainText,
  type Sending,
  type Store,
  sendCorrections,
} from "../../src/desk.ts";
import { type Mail, newMail, writingCourier } from "../fixtures/couriers.ts";
import { copyData } from "../fixtures/data-copy.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

// Milliseconds. Processes and packs are started here, which take their time on a machine that does other things.
vi.setConfig({ testTimeout: 30_000 });

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

const openStoreFor = (): Store => {
  const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  stores.push(store);
  return store;
};

const data = copyData();
const deskNow = (): Desk => {
  const opened = openDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.desk;
};
const before = deskNow();

type Swap = readonly [from: string, to: string];
type Change = (text: string) => string;

/** The desk after an edit of figures.csv, which is put back. */
const after = (change: Change): Desk => {
  let standing = "";
  data.edit("figures.csv", (text) => {
    standing = text;
    return change(text);
  });
  try {
    return deskNow();
  } finally {
    data.edit("figures.csv", () => standing);
  }
};

const swapped =
  (...swaps: readonly Swap[]): Change =>
  (text) =>
    swaps.reduce((now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`${from} is not there`);
      return now.replace(from, to);
    }, text);

const edited = (...swaps: readonly Swap[]): Desk => after(swapped(...swaps));

const P19 =
  'p19,passengers,,900000,,exact,2019,2019-01-01,2019-12-31,printed,actual,harbour-post,2,"900,000",the port office,,current,,';
const P20 =
  'p20,passengers,,300000,,exact,2020,2020-01-01,2020-12-31,printed,actual,harbour-post,2,"300,000",the port office,,current,,';
const corrected = [P19, P19.replace("900000", "950000").replace("900,000", "950,000")] as const;
const withdrawn = [P19, P19.replace("current", "withdrawn")] as const;

type Told = { readonly at: string; readonly thread?: string; readonly audience?: "everyone" | "one" };

/** Asks, and enters the answer into the ledger as an adapter does. */
const tell = async (chat: ChatDesk, text: string, { at, thread, audience = "everyone" }: Told) => {
  const reply = await chat.ask({ text, askedOn: TEST_DAY, thread: thread ?? at, asker: "ada" });
  if (reply.kind !== "answered") throw new Error("not answered");
  await chat.told({
    ...reply.record,
    platform: "slack",
    place: "C1",
    message: at,
    thread: thread ?? at,
    asked: `asked ${at}`,
    asker: "ada",
    audience,
    toldAt: `2026-11-21T09:00:0${at.length}.000Z`,
  });
};

type Case = { readonly desk: Desk; readonly store: Store; readonly mail: Mail };
const sendingOf = (
  { desk, store, mail }: Case,
  courier: Courier = writingCourier("slack", mail),
): Sending => ({
  desk,
  store,
  log,
  couriers: () => [courier],
  now: Date.now,
  today: () => "2026-11-22" as CalendarDate,
});

const tellAll = async (
  asked: readonly (readonly [string, Told])[],
): Promise<{ store: Store; mail: Mail }> => {
  const store = openStoreFor();
  const chat = openChatDesk(before, store, log);
  for (const [text, told] of asked) await tell(chat, text, told);
  return { store, mail: newMail() };
};

const send = async (one: Case, courier?: Courier) => {
  const sending = sendingOf(one, courier);
  return sendCorrections(sending, await findDue(one.store, one.desk));
};

describe("a figure that was told and changes", () => {
  test("is struck through beside the new one where it was told, and the thread hears what and why", async () => {
    const told = await tellAll([
      ["ferry passengers in 2019?", { at: "1" }],
      ["crew?", { at: "2" }],
    ]);
    const desk = edited(corrected);
    const result = await send({ ...told, desk });
    expect(result).toEqual({ kind: "sent", counts: { revised: 1, answered: 0, threads: 1, lost: [] } });
    const [revised] = told.mail.revised.get("1") ?? [];
    expect(revised).toContain("~~900,000~~ 950,000 passengers");
    expect(revised).toContain("Corrected on 22 November 2026.");
    expect(revised).toContain("prints “950,000”");
    const [reply] = told.mail.replied.get("1") ?? [];
    expect(reply).toContain("Correction: a figure that was told here has changed.");
    expect(reply).toContain("ferry passengers, 2019: ~~900,000 passengers~~ 950,000 passengers");
    expect([...told.mail.revised.keys()]).toEqual(["1"]);
    expect(told.mail.desk).toEqual([
      "Corrections sent: 1 message edited, 0 answered where no edit was possible, 1 thread told.",
    ]);
  });

  test("keeps what may be asked and done below it", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const below: BelowAnswer[] = [];
    const courier = writingCourier("slack", told.mail);
    const revise: Courier["revise"] = (letter, content, beside) => {
      below.push(beside);
      return courier.revise(letter, content, beside);
    };
    await send({ ...told, desk: edited(corrected) }, { ...courier, revise });
    expect(below[0]?.question).toBe("ferry passengers in 2019?");
    expect(below[0]?.followUps.map(({ label }) => label)).toContain("And in 2020?");
    expect(below[0]?.actions.map(({ label }) => label)).toEqual(["Copy for story", "Add to list"]);
  });

  test("reaches what was worked out from it, as it would be worked out now", async () => {
    const told = await tellAll([["change in ferry passengers from 2019 to 2020 in percent?", { at: "1" }]]);
    await send({ ...told, desk: edited(corrected) });
    const [revised] = told.mail.revised.get("1") ?? [];
    expect(revised).toContain("66.7%");
    expect(revised).toContain("68.4%");
    expect(told.mail.replied.get("1")?.[0]).toContain("With that: ");
  });

  test("reaches a follow-up as it was meant in its thread", async () => {
    const told = await tellAll([
      ["ferry passengers in 2020?", { at: "1", thread: "t" }],
      ["and in 2019?", { at: "2", thread: "t" }],
    ]);
    await send({ ...told, desk: edited(corrected) });
    expect([...told.mail.revised.keys()]).toEqual(["2"]);
    expect(told.mail.revised.get("2")?.[0]).toContain("~~900,000~~ 950,000");
  });

  test("is told once in a thread in which several messages told it", async () => {
    const told = await tellAll([
      ["ferry passengers in 2019?", { at: "1", thread: "t" }],
      ["ferry passengers 2019 please", { at: "2", thread: "t" }],
      ["ferry passengers in 2019?", { at: "3", thread: "u" }],
    ]);
    await send({ ...told, desk: edited(corrected) });
    expect([...told.mail.revised.keys()].toSorted()).toEqual(["1", "2", "3"]);
    expect([...told.mail.replied.keys()].toSorted()).toEqual(["2", "3"]);
  });

  test("is told to a person alone who alone saw it, with their question", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1", audience: "one" }]]);
    const result = await send({ ...told, desk: edited(corrected) });
    expect(result).toMatchObject({ counts: { revised: 0, answered: 1 } });
    expect(told.mail.revised.size).toBe(0);
    expect(told.mail.replied.get("to ada")?.[0]).toContain("Asked: ferry passengers in 2019?");
  });

  test("that is withdrawn is struck through with the reason that the pack gives", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const why = "The port office counted crew as passengers.";
    // Every row has the column of reasons, and one has a reason.
    const withReasons: Change = (text) =>
      swapped(withdrawn)(text)
        .trimEnd()
        .split("\n")
        .map((row, at) => row + (at === 0 ? ",reason" : `,${row === withdrawn[1] ? why : ""}`))
        .join("\n");
    const desk = after(withReasons);
    await send({ ...told, desk });
    expect(told.mail.revised.get("1")?.[0]).toMatch(/^~~.*900,000.*~~ \(withdrawn\)/u);
    expect(told.mail.replied.get("1")?.[0]).toContain(
      "ferry passengers, 2019: ~~900,000 passengers~~ (withdrawn)",
    );
    expect(told.mail.replied.get("1")?.[0]).toContain(`Why: ${why}`);
  });

  test("that another supersedes is the other", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const later = P19.replace("p19,", "p19-b,")
      .replace("900000", "950000")
      .replace("900,000", "950,000")
      .replace(",current,,", ",current,p19,");
    await send({ ...told, desk: edited([P19, `${P19}\n${later}`]) });
    expect(told.mail.revised.get("1")?.[0]).toContain("~~900,000~~ 950,000 passengers");
  });
});

describe("nothing is sent", () => {
  test.each([
    ["where all of it stands", []],
    ["of a row that only got another id", [[P19, P19.replace("p19,", "p-2019,")]]],
    [
      "of a caveat that is worded anew",
      [[P19, P19.replace("the port office,,", "the port office,Dogs too.,")]],
    ],
    [
      "of a figure that nobody was told",
      [[P20, P20.replace("300000", "310000").replace("300,000", "310,000")]],
    ],
  ] as const)("%s", async (_name, swaps) => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const desk = edited(...swaps);
    expect((await findDue(told.store, desk)).threads).toEqual([]);
    await send({ ...told, desk });
    expect(told.mail).toEqual(newMail());
  });

  test("twice: what was corrected is what the ledger has, until it changes again", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const desk = edited(corrected);
    await send({ ...told, desk });
    await send({ ...told, desk });
    expect(told.mail.revised.get("1")).toHaveLength(1);
    expect(told.mail.replied.get("1")).toHaveLength(1);
    await send({ ...told, desk: before });
    expect(told.mail.replied.get("1")?.[1]).toContain("~~950,000 passengers~~ 900,000 passengers");
  });
});

describe("what cannot be done", () => {
  const failing = (mail: Mail, why: "too_old" | "place_gone" | "message_gone", also: boolean): Courier =>
    writingCourier("slack", mail, (what) =>
      what === "revise" || (also && what === "reply") ? { kind: "failed", why } : null,
    );

  test("an edit that comes too late is a reply that says so", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const result = await send({ ...told, desk: edited(corrected) }, failing(told.mail, "too_old", false));
    expect(result).toMatchObject({ counts: { revised: 0, answered: 1, lost: [] } });
    expect(told.mail.replied.get("1")?.[0]).toContain("still shows the old figure");
  });

  test("a channel that is gone is a line of the summary", async () => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    await send({ ...told, desk: edited(corrected) }, failing(told.mail, "place_gone", true));
    expect(told.mail.desk[0]).toContain(
      "– slack C1, “ferry passengers in 2019?”: the channel or thread is gone",
    );
  });

  test("a platform that is down waits, and goes on where it was", async () => {
    const asked = Array.from(
      { length: 4 },
      (_, at) => ["ferry passengers in 2019?", { at: "x".repeat(at + 1) }] as const,
    );
    const told = await tellAll(asked);
    const desk = edited(corrected);
    let isDown = false;
    const courier = writingCourier("slack", told.mail, (what, message) => {
      if (what === "reply" && message === "xx") isDown = true;
      if (isDown) throw new Error("ECONNREFUSED");
      return null;
    });
    expect(await send({ ...told, desk }, courier)).toMatchObject({ kind: "waiting", platforms: ["slack"] });
    const up = writingCourier("slack", told.mail);
    expect(await send({ ...told, desk }, up)).toMatchObject({ kind: "sent" });
    expect([...told.mail.revised.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect([...told.mail.replied.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(told.mail.desk).toHaveLength(1);
  });
});

test("a process that ends at any step is followed by one that goes on, and nobody is told twice", async () => {
  const asked = ["1", "22", "333"].map((at) => ["ferry passengers in 2019?", { at }] as const);
  const desk = edited(corrected);
  // Each sending falls at another of the steps: what it has written down then is all that the next one knows.
  for (let falls = 1; ; falls += 1) {
    const told = await tellAll(asked);
    let steps = 0;
    const fall = (): void => {
      steps += 1;
      if (steps === falls) throw new Error("killed");
    };
    const falling: Store = {
      ...told.store,
      ...Object.fromEntries(
        (["errands", "runs", "tellings"] as const).map((name) => {
          const shelf = told.store[name];
          const set = async (key: string, value: never): Promise<void> => {
            fall();
            await shelf.set(key, value);
          };
          return [name, { ...shelf, set }];
        }),
      ),
    };
    const first = send({ ...told, store: falling, desk });
    const isOver = await first.then(
      ({ kind }) => kind === "sent" && steps < falls,
      () => false,
    );
    await send({ ...told, desk });
    expect([...told.mail.revised.keys()].toSorted()).toEqual(["1", "22", "333"]);
    // An edit that is made again is the same edit; a reply would be another.
    expect([...told.mail.revised.values()].map((texts) => new Set(texts).size)).toEqual([1, 1, 1]);
    expect([...told.mail.replied.values()].map(({ length }) => length)).toEqual([1, 1, 1]);
    if (isOver) {
      expect(falls).toBeGreaterThan(15);
      return;
    }
  }
}, 30_000);

test("only one process sends at a time", async () => {
  const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
  const desk = edited(corrected);
  const both = await Promise.all([send({ ...told, desk }), send({ ...told, desk })]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["busy", "sent"]);
  expect(told.mail.replied.get("1")).toHaveLength(1);
});

describe("the desk", () => {
  const begin = async (desk: Desk, corrections: "auto" | "confirmed") => {
    const told = await tellAll([["ferry passengers in 2019?", { at: "1" }]]);
    const chat = openChatDesk(desk, told.store, log);
    const courier = writingCourier("slack", told.mail);
    await chat.office.begin({ couriers: [courier], corrections, today: () => TEST_DAY });
    return { ...told, chat, desk };
  };

  test("is shown once what there is to send, and it is sent on its word", async () => {
    const { chat, mail, desk, store } = await begin(edited(corrected), "confirmed");
    await chat.office.seeTo();
    expect(mail.desk).toEqual([
      "1 figure that was told has changed: 1 message in 1 thread to correct.\nferry passengers, 2019: ~~900,000 passengers~~ 950,000 passengers\n[Send the corrections]",
    ]);
    const { id } = await findDue(store, desk);
    const on = { platform: "slack", message: "m" };
    const said = await chat.office.decide({ action: `corrections:${id}`, reason: null, by: "Ada", on });
    expect(plainText(said)).toContain("1 message edited");
    expect(mail.replied.get("1")).toHaveLength(1);
    const again = await chat.office.decide({ action: `corrections:${id}`, reason: null, by: "Ada", on });
    expect(plainText(again)).toContain("there is nothing to correct");
  });

  test("need not be asked where corrections are sent at once", async () => {
    const { mail } = await begin(edited(corrected), "auto");
    expect(mail.replied.get("1")).toHaveLength(1);
    expect(mail.desk).toHaveLength(1);
  });

  test("is asked all the same about a row that is gone and nothing says why", async () => {
    const { mail } = await begin(edited([`${P19}\n`, ""]), "auto");
    expect(mail.replied.size).toBe(0);
    expect(mail.desk[0]).toContain("the row is gone and nothing says why");
    expect(mail.desk[0]).toContain("[Send the corrections]");
  });
});
