import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { toMessages } from "../../adapters/discord/to-message.ts";
import { toBlocks } from "../../adapters/slack/to-blocks.ts";
import { NOTHING_BELOW } from "../../adapters/slack/to-buttons.ts";
import { type Desk, formsOf, openDesk, plainText, validateData } from "../../src/desk.ts";
import { copyQuarrel } from "../fixtures/quarrel-data.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const folder = copyQuarrel();
afterAll(() => rmSync(folder, { recursive: true }));

const open = (): Desk => {
  const opened = openDesk({ data: folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.desk;
};
const desk = open();
const ask = (text: string) => desk.ask({ text, askedOn: TEST_DAY }, null);
const headline = (text: string): string => ask(text).answer.headline;
const said = (text: string): string => plainText(ask(text).message);

const OPEN = "flour milled in 2020";
const SETTLED = "mill workers in 2020";

describe("sources that differ on one thing and period", () => {
  test("are both told, across packs, and no mean of them", () => {
    const { answer } = ask(OPEN);
    expect(answer.headline).toBe(
      "flour milled, 2020: sources differ. The Mill Gazette: 121,500 tonnes; Grain Office: about 150,000 tonnes.",
    );
    expect(answer.values.map(({ value }) => value)).toEqual([121_500, 150_000]);
    expect(answer.citations.map(({ source }) => source)).toEqual(["mill-gazette", "grain-office"]);
  });

  test("stand side by side with what they differ in", () => {
    const text = said(OPEN);
    for (const part of [
      "The Mill Gazette, published 3 February 2021, the millers' guild: 121,500 tonnes",
      "Grain Office, published 15 January 2022 (inferred): about 150,000 tonnes",
      "The Mill Gazette: Rye is left out.",
      "when they were published",
      "who says so",
      "how exact they are",
      "whether it was counted or estimated",
      "how the period is known",
      "The desk prefers none of them.",
    ])
      expect(text).toContain(part);
  });

  test("are led by whom the desk prefers, with why, and the other beside it", () => {
    expect(headline(SETTLED)).toBe(
      "mill workers, 2020: 4,100 people. That is the figure of Guild of Millers, which the desk prefers; The Mill Gazette has about 5,000 people.",
    );
    expect(said(SETTLED)).toContain("The desk prefers Guild of Millers: It counts names on a payroll");
    expect(ask(SETTLED).answer.values[0]?.value).toBe(4100);
  });

  test("are named beside what was worked out from one of them", () => {
    expect(said("how did flour milled change from 2019 to 2020?")).toContain(
      "On flour milled, 2020, sources differ:",
    );
  });

  test.each([
    [
      "5,000 millers worked in 2020",
      "contradicted",
      "Contradicted by Guild of Millers; supported by The Mill Gazette.",
    ],
    [
      "4,100 millers worked in 2020",
      "supported",
      "Supported by Guild of Millers; contradicted by The Mill Gazette.",
    ],
    [
      "the mills ground 150,000 tonnes of flour in 2020",
      "supported",
      "Contradicted by The Mill Gazette; supported by Grain Office.",
    ],
    ["the mills ground 300,000 tonnes of flour in 2020", "contradicted", "Contradicted by what is held."],
  ])("is it true that %s: %s", (claim, verdict, begins) => {
    const { answer } = ask(`is it true that ${claim}?`);
    expect(answer.verdict).toBe(verdict);
    expect(answer.headline.startsWith(begins)).toBe(true);
    expect(answer.caveats.join(" ")).not.toContain("fits another figure: mill workers, 2020");
  });

  test("are both in the copy, each with who says so", () => {
    const copy = desk.copyOf(ask(OPEN).answer);
    expect(copy && formsOf(copy).plain.split("\n")[0]).toBe(
      "Flour milled totaled 121,500 tonnes in 2020, according to the millers' guild, as reported by The Mill Gazette on Feb. 3, 2021; another figure held for the same period is about 150,000 tonnes, according to Grain Office around Jan. 15, 2022.",
    );
  });

  test("are said of a draft's number that only one of them bears out", () => {
    const { report } = desk.check(
      { text: "The valley had 5,000 mill workers in 2020.", askedOn: TEST_DAY },
      () => true,
    );
    expect(report.numbers[0]?.sentence).toBe(
      "matches. mill workers, 2020: about 5,000 people. Sources differ: Guild of Millers has 4,100 people. The desk prefers Guild of Millers.",
    );
    expect(report.numbers[0]?.citations.map(({ source }) => source)).toEqual(["mill-gazette", "payroll"]);
  });

  test("are shown on Slack and on Discord with both numbers, both sources and the reason", () => {
    const { message } = ask(SETTLED);
    const slack = JSON.stringify(
      toBlocks(message, { dialect: "linked", offerValue: () => null, below: NOTHING_BELOW }),
    );
    const buttons = { choices: [], followUps: [], rest: [] };
    const discord = JSON.stringify(
      toMessages(message, { tone: "answered", embeds: true, buttons, above: null }),
    );
    for (const shown of [slack, discord])
      for (const part of [
        "4,100 people",
        "about 5,000 people",
        "Guild of Millers",
        "The Mill Gazette",
        "payroll",
      ])
        expect(shown).toContain(part);
  });
});

describe("a preference that cannot be used is named by file, row and field:", () => {
  const file = join(folder, "mills", "preferences.csv");
  const before = readFileSync(file, "utf8");
  const faults = (row: string): string => {
    writeFileSync(file, `${before.trimEnd()}\n${row}\n`);
    const { lines } = validateData(folder);
    writeFileSync(file, before);
    return lines.join("\n");
  };

  test.each([
    ["weavers,payroll,Because.", 'row 3, measure: found "weavers", expected the id of a measure'],
    ["flour,rumour,Because.", 'row 3, source: found "rumour", expected the id of a source'],
    ["flour,mill-gazette,", 'row 3, reason: found ""'],
    ["workers,payroll,Twice.", "expected one reason for one source"],
  ])("%s", (row, fault) => expect(faults(row)).toContain(fault));

  test("a row without a measure is for all of its pack, and comes behind the others", () => {
    writeFileSync(file, `measure,source,reason\n,mill-gazette,Our own paper.\n${before.split("\n")[1]}\n`);
    const again = open().ask({ text: SETTLED, askedOn: TEST_DAY }, null).answer;
    const other = open().ask({ text: OPEN, askedOn: TEST_DAY }, null).answer;
    writeFileSync(file, before);
    expect(again.values[0]?.value).toBe(4100);
    expect(other.headline).toContain("That is the figure of The Mill Gazette, which the desk prefers");
  });
});
