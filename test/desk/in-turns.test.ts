import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTurns } from "../../src/desk/in-turns.ts";
import { openInTurns } from "../../src/desk/open-desk.ts";
import { type Desk, openLiveDesk } from "../../src/desk.ts";
import { atOnce } from "../../src/language/turns.ts";
import { makeCatalogue, writeData } from "../bench/catalogue.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const catalogue = makeCatalogue({ measures: 100, places: 100, years: 10 }, 1);
const [name, place, year] = [catalogue.measures[3]?.name, catalogue.places[5]?.name, catalogue.years[2]];
const value = catalogue.value(3, 5, 2);
const QUESTION = `${name} in ${place} in ${year}`;

const valueIn = (desk: Desk, text: string): number | undefined =>
  desk.ask({ text, askedOn: TEST_DAY }, null).answer.values[0]?.value;

let folders = { data: "", archive: null, cache: "" };
beforeAll(() => {
  const data = mkdtempSync(join(tmpdir(), "turns-"));
  writeData(data, catalogue);
  folders = { data, archive: null, cache: join(data, "cache") };
  atOnce(openInTurns(folders));
}, 60_000);
afterAll(() => rmSync(folders.data, { recursive: true }));

describe("loading a hundred thousand figures", () => {
  test("lets others have a turn at every stop, and there are many", async () => {
    let [others, isDone] = [0, false];
    const counting = (async () => {
      for (; !isDone; others += 1) await nextTurn();
    })();
    let stops = 0;
    const counted = function* () {
      const turns = openInTurns(folders);
      for (let turn = turns.next(); ; turn = turns.next()) {
        if (turn.done === true) return turn.value;
        stops += 1;
        yield;
      }
    };
    const opened = await inTurns(counted());
    isDone = true;
    await counting;
    expect(stops).toBeGreaterThan(500);
    expect(others).toBeGreaterThanOrEqual(stops);
    expect(opened.ok && valueIn(opened.desk, QUESTION)).toBe(value);
  }, 60_000);

  test("again leaves the old data in force until all of the new is there", async () => {
    const opened = await openLiveDesk(folders);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { desk, watch } = opened.live;
    const asked = `Zyxxwv in ${place} in ${year}`;
    const { promise: renewed, resolve } = Promise.withResolvers<void>();
    const stop = watch(async () => resolve());
    appendFileSync(join(folders.data, "made-up", "names.csv"), "m3,Zyxxwv\n");
    let isRenewed = false;
    const waiting = renewed.then(() => {
      isRenewed = true;
    });
    const told: (number | undefined)[] = [];
    while (!isRenewed) {
      told.push(valueIn(desk, asked));
      expect(valueIn(desk, QUESTION)).toBe(value);
      await nextTurn();
    }
    await waiting;
    await stop();
    const changes = told.filter((one, at) => one !== told[at - 1] || at === 0);
    expect([[undefined], [undefined, value]]).toContainEqual(changes);
    expect(told.length).toBeGreaterThan(500);
    expect(valueIn(desk, asked)).toBe(value);
  }, 120_000);
});
