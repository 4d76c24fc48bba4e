import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/desk.ts";
import { readPrintedNumber } from "../../src/language/find-quantities.ts";
import { loadPacks } from "../../src/packs/load-packs.ts";
import { english } from "../language/english.ts";
import { askAlone, askInThread, desk, readLines } from "./newsroom.ts";

const loaded = loadPacks(join(import.meta.dirname, "..", "..", "data"), (asPrinted) =>
  readPrintedNumber(asPrinted, english.numbers),
);
if (!loaded.ok) throw new Error("the packs do not load");
const { catalog } = loaded;

const lines = readLines(join(import.meta.dirname, "newsroom.jsonl"));
const alone = lines.filter(({ thread }) => thread === undefined);
const replies = [
  ...alone.map(({ question, now }) => ({ question, answer: askAlone(question, now) })),
  ...[...Map.groupBy(lines, ({ thread }) => thread)]
    .filter(([thread]) => thread !== undefined)
    .flatMap(([, turns]) =>
      askInThread(turns.map(({ question }) => question)).map((answer, at) => ({
        question: `${turns[0]?.thread}: ${turns[at]?.question}`,
        answer,
      })),
    ),
];
const figures = desk
  .topics()
  .flatMap(({ measure, figures: held }) => held.map((figure) => ({ measure, figure })));
const figureById = new Map(figures.map(({ figure }) => [figure.id, figure]));

const questionsWhere = (isBad: (answer: Answer) => boolean): readonly string[] =>
  replies
    .filter(({ answer }) => isBad(answer))
    .map(({ question, answer }) => `${question} -> ${answer.headline}`);

describe("every answer", () => {
  test("has values only where it is answered", () => {
    expect(questionsWhere(({ status, values }) => (status === "answered") !== values.length > 0)).toEqual([]);
  });

  test("cites a source where it shows a value, and none where it does not", () => {
    expect(questionsWhere(({ values, citations }) => values.length > 0 !== citations.length > 0)).toEqual([]);
  });

  test("cites for each plain value a figure that holds it, for the same period", () => {
    const isUncited = ({ values, citations }: Answer): boolean =>
      values
        .filter(({ derived }) => derived === null)
        .some(
          ({ value, period }) =>
            !citations.some(({ figure: id }) => {
              const figure = figureById.get(id);
              return (
                Math.abs(figure?.value ?? 0) === Math.abs(value) && figure?.timePeriod.label === period.label
              );
            }),
        );
    expect(questionsWhere(isUncited)).toEqual([]);
  });

  test("names for each worked-out value its formula and its inputs, and cites each of them", () => {
    const derived = replies.filter(({ answer }) => answer.values.some((value) => value.derived !== null));
    expect(derived.length).toBeGreaterThan(15);
    const isBare = ({ values, citations }: Answer): boolean =>
      values.some(
        (value) =>
          value.derived !== null &&
          (value.derived.formula === "" ||
            value.derived.inputs.length === 0 ||
            !value.derived.inputs.every((id) => citations.some(({ figure }) => figure === id))),
      );
    expect(questionsWhere(isBare)).toEqual([]);
  });

  test("works out nothing that its inputs do not stand in", () => {
    const lacksInput = ({ values }: Answer): boolean =>
      values.some(
        ({ derived }) =>
          derived !== null &&
          !derived.inputs.every((id) => derived.formula.includes(String(figureById.get(id)?.value))),
      );
    expect(questionsWhere(lacksInput)).toEqual([]);
  });

  test("tells no value twice", () => {
    const repeats = ({ values }: Answer): boolean =>
      new Set(values.map(({ value, label, period }) => `${value} ${label} ${period.label}`)).size <
      values.length;
    expect(questionsWhere(repeats)).toEqual([]);
  });

  test("has a verdict where it is a claim, and nowhere else", () => {
    expect(questionsWhere(({ kind, verdict }) => (verdict !== null) !== (kind === "claim"))).toEqual([]);
  });

  test("says something, in a sentence that ends", () => {
    expect(questionsWhere(({ headline }) => !/[.?!:;]$/u.test(headline.trim()))).toEqual([]);
  });

  test("offers choices where it asks back, and asks nothing of who was answered", () => {
    expect(questionsWhere(({ status, options }) => status === "clarify" && options.length === 0)).toEqual([]);
    expect(questionsWhere(({ status, options }) => status === "answered" && options.length > 0)).toEqual([]);
  });

  test("is dated where its source is, and says on what the date rests", () => {
    const isBaseless = ({ citations }: Answer): boolean =>
      citations.some(({ published }) => (published.date === null) !== (published.basis === "unknown"));
    expect(questionsWhere(isBaseless)).toEqual([]);
  });

  test("never names a figure among the nearest ones: a refusal has no number in it", () => {
    const tells = ({ nearest }: Answer): boolean =>
      nearest.some((label) =>
        figures.some(
          ({ figure }) => figure.value > 9999 && label.includes(figure.value.toLocaleString("en")),
        ),
      );
    expect(questionsWhere(tells)).toEqual([]);
  });
});

const offered = [...new Set(replies.flatMap(({ answer }) => answer.options.map(({ question }) => question)))];

describe("every choice that is offered", () => {
  test("there are choices to test", () => expect(offered.length).toBeGreaterThan(30));

  test.each(offered)("is answered as it stands: %s", (question) => {
    const answer = askAlone(question);
    expect([answer.status, answer.headline]).toEqual(["answered", answer.headline]);
  });

  test("is as good when it is picked by its number", () => {
    const asked = "how many were ordered removed in fiscal 2023?";
    const { options } = askAlone(asked);
    const picked = options.map((_, at) => askInThread([asked, String(at + 1)])[1]);
    expect(options.length).toBeGreaterThan(1);
    expect(picked).toEqual(options.map(({ question }) => askInThread([asked, question])[1]));
  });
});

/** A figure as a person would ask for it: the measure, the group, the period, and that it is a goal where it is. */
const asked = figures.map(({ measure, figure }) => {
  const groups = figure.members.map((key) => catalog.members.get(key)?.name ?? key);
  const hasCount = figures.some(
    (other) =>
      other.measure === measure &&
      other.figure.kind === "actual" &&
      other.figure.timePeriod.label === figure.timePeriod.label,
  );
  const kind = hasCount && figure.kind !== "actual" ? [figure.kind] : [];
  return { figure, question: [measure.name, ...groups, figure.timePeriod.label, ...kind].join(", ") };
});

describe("every figure that is held", () => {
  test.each(asked.map(({ figure, question }) => [figure.id, question, figure] as const))(
    "%s is found by its own name: %s",
    (_id, question, figure) => {
      const { status, headline, citations } = askAlone(question);
      expect([status, headline]).toEqual(["answered", headline]);
      const told = figureById.get(citations[0]?.figure ?? "");
      expect(told).toMatchObject({
        measure: figure.measure,
        members: figure.members,
        kind: figure.kind,
        timePeriod: figure.timePeriod,
      });
      expect(Math.abs((told?.value ?? 0) - figure.value)).toBeLessThanOrEqual(0.025 * figure.value);
    },
  );
});

test("a goal beside a count is never told as one", () => {
  const { values, headline } = askAlone("the detention goal");
  expect(values.map(({ label }) => label)).toEqual(["People held in ICE detention (goal)"]);
  expect(headline).toContain("(goal)");
});
