import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type LiveDesk, openLiveDesk, plainText, type Reloaded } from "../../src/desk.ts";
import { makeCatalogue, writeData } from "../bench/catalogue.ts";
import { copyData, type DataCopy } from "../fixtures/data-copy.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

type Following = {
  readonly data: DataCopy;
  readonly live: LiveDesk;
  readonly told: readonly Reloaded[];
  /** Waits for what comes of the next edit. */
  readonly next: () => Promise<Reloaded>;
  readonly ask: (text: string) => string;
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const follow = async (): Promise<Following> => {
  const data = copyData();
  const opened = await openLiveDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { live } = opened;
  const told: Reloaded[] = [];
  let hear: (reloaded: Reloaded) => void = () => undefined;
  stops.push(
    live.watch(async (reloaded) => {
      told.push(reloaded);
      hear(reloaded);
    }),
  );
  return {
    data,
    live,
    told,
    next: () =>
      new Promise((resolve) => {
        hear = resolve;
      }),
    ask: (text) => plainText(live.desk.askAlone({ text, askedOn: TEST_DAY }).message),
  };
};

const QUESTION = "ferry passengers in 2019?";
const corrected = (text: string): string =>
  text.replace("900000,,exact,2019", "950000,,exact,2019").replace('"900,000"', '"950,000"');

describe("the data of a running desk", () => {
  test("is answered from as it was edited, within five seconds of the save", async () => {
    const { data, next, ask } = await follow();
    expect(ask(QUESTION)).toContain("900,000 passengers");
    data.edit("names.csv", (text) => text);
    expect(await next()).toEqual({ kind: "renewed", mended: false });
    const saved = Date.now();
    data.edit("figures.csv", corrected);
    expect(await next()).toEqual({ kind: "renewed", mended: false });
    expect(Date.now() - saved).toBeLessThan(5_000);
    expect(ask(QUESTION)).toContain("950,000 passengers");
  }, 30_000);

  test("stays in force where an edit breaks it, is told where the fault is, and goes on when that is mended", async () => {
    const { data, next, ask, told } = await follow();
    data.edit("figures.csv", (text) => text.replace("900000,,exact,2019", "nine,,exact,2019"));
    const broken = await next();
    expect(broken).toMatchObject({
      kind: "broken",
      problems: [{ row: 2, field: "value", found: "nine" }],
    });
    expect(ask(QUESTION)).toContain("900,000 passengers");
    data.edit("figures.csv", (text) => corrected(text.replace("nine,,exact,2019", "900000,,exact,2019")));
    expect(await next()).toEqual({ kind: "renewed", mended: true });
    expect(ask(QUESTION)).toContain("950,000 passengers");
    expect(told).toHaveLength(2);
  }, 30_000);

  test("is loaded while questions are answered", async () => {
    const { data, next, ask } = await follow();
    const renewed = next();
    let isRenewed = false;
    const done = renewed.then(() => {
      isRenewed = true;
    });
    data.edit("figures.csv", corrected);
    let answered = 0;
    while (!isRenewed) {
      ask(QUESTION);
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await done;
    expect(answered).toBeGreaterThan(20);
  }, 30_000);
});

test("data that never held is no desk", async () => {
  const data = copyData();
  data.edit("figures.csv", (text) => text.replace("900000,,exact,2019", "nine,,exact,2019"));
  expect(await openLiveDesk({ data: data.folder, archive: null })).toMatchObject({ ok: false });
});

test("large tables are read apart at the first start too, and kept as they are for the next", async () => {
  const data = mkdtempSync(join(tmpdir(), "large-"));
  const cache = join(data, "cache");
  const catalogue = makeCatalogue({ measures: 100, places: 100, years: 10 }, 1);
  writeData(data, catalogue);
  const [name, place, year] = [catalogue.measures[3]?.name, catalogue.places[5]?.name, catalogue.years[2]];
  for (const start of ["first", "next"]) {
    const opened = await openLiveDesk({ data, archive: null, cache });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { answer } = opened.live.desk.ask(
      { text: `${name} in ${place} in ${year}`, askedOn: TEST_DAY },
      null,
    );
    expect(answer.values[0]?.value, start).toBe(catalogue.value(3, 5, 2));
    expect(readdirSync(cache)).toHaveLength(1);
  }
  rmSync(data, { recursive: true });
}, 60_000);
