import { describe, expect, test } from "vitest";
import { asked, openTestDesk } from "../fixtures/test-desk.ts";
import { createRandom } from "../robustness/random.ts";

const desk = openTestDesk();

/**
 * No question may take longer than so many plain ones, whatever it holds: a plain one takes about half a millisecond
 * on a quiet machine, and fifty are the bar. What grows by the square takes thousands.
 */
const MOST = 100;
const PLAIN = "How many people did ICE arrest in fiscal 2024?";
/** Milliseconds; below this a plain question's time is mostly the clock's. */
const LEAST = 0.5;
/** The best of so many counts: the first still waits for the compiler. */
const TRIES = 6;

/** What this thread works, and not the time for which another program has the processor. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const timeOf = (text: string): number => {
  const times = Array.from({ length: TRIES }, () => {
    const start = worked();
    desk.ask(asked(text), null);
    return worked() - start;
  });
  return Math.min(...times);
};

/** How many plain questions a text takes as long as, both measured in the same run. */
const inPlainOnes = (text: string): number => {
  for (let warm = 0; warm < 20; warm += 1) desk.ask(asked(PLAIN), null);
  return timeOf(text) / Math.max(LEAST, timeOf(PLAIN));
};

const LENGTH = 3_990;
const filled = (unit: string, length = LENGTH): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe("no question takes long, whatever it holds", () => {
  test.each([
    "a ",
    "or ",
    "and ",
    "the of ",
    "how many ",
    "1,",
    "1/2/",
    "1,000 ",
    "7.6 million ",
    "hundred thousand million ",
    "2024 ",
    "2015-16 ",
    "June 5, 2024 ",
    "january february march ",
    "since 2020 and before 2021 ",
    "FY24 Q1 ",
    "ICE arrests in fiscal 2024? ",
    "arests dportations detaned ",
    "what share of the docket were arrests in 2024 ",
    "by year ",
    "a: ",
    " 'a",
    "'a' ",
    "(",
    "-",
    "% ",
    "?",
    "U.S.",
    "x",
    "9",
    "e\u0301",
    "😀",
    "\n",
  ])("%j over and over", (unit) => {
    expect(inPlainOnes(filled(unit))).toBeLessThan(MOST);
  });

  test("ten thousand words", () => {
    expect(inPlainOnes("how many arrests ".repeat(3_400))).toBeLessThan(MOST);
  });

  test("words that nobody knows, as many as a question may have", () => {
    const random = createRandom(1, "words");
    const letters = [..."abcdefghijklmnoprstuw"];
    const word = (): string => Array.from({ length: 3 }, () => random.pick(letters)).join("");
    expect(inPlainOnes(Array.from({ length: 490 }, word).join(" "))).toBeLessThan(MOST);
  });
});

const PARTS = [
  ..."how many,arrests,in,2024,ICE,and,or,not,since,before,asylum,removals,(,),?,!,.,1,000,percent,of,the".split(
    ",",
  ),
  ..."detained|more than|FY24|Q3|which year|highest|by year|compared with|7.6 million|June 5|'|\"|-|/|:|é|数|\u200b".split(
    "|",
  ),
];

describe("made-up questions end in an answer or a refusal, and soon", () => {
  test.each(Array.from({ length: 60 }, (_, at) => at))("made-up question %i", (at) => {
    const random = createRandom(1, `slow ${at}`);
    const text = Array.from({ length: 1 + random.below(400) }, () => random.pick(PARTS)).join(
      random.pick([" ", "", ", "]),
    );
    expect(desk.ask(asked(text), null).answer.headline).not.toBe("");
    expect(inPlainOnes(text)).toBeLessThan(MOST);
  });
});
