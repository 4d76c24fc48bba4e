import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Desk, openDesk } from "../../src/desk.ts";
import { makeCatalogue, writePack } from "../bench/catalogue.ts";
import { askAll } from "../robustness/converse.ts";
import { readQuestions } from "../robustness/question.ts";

/**
 * The words of the catalogue of a million figures, over one year of its ten: what is understood hangs on the
 * names that are held, and not on how many years each has.
 */
const SHAPE = { measures: 250, places: 400, years: 1 };

const open = (data: string): Desk => {
  const opened = openDesk({ data, archive: null });
  if (!opened.ok) throw new Error(`${data} does not load`);
  return opened.desk;
};

const questions = readQuestions(join(import.meta.dirname, "newsroom.jsonl")) ?? [];
const HARM = ["wrong", "false"];

const countOf = (desk: Desk) => {
  const asked = askAll(desk, questions);
  return {
    correct: asked.filter(({ judgement }) => judgement === "correct").length / asked.length,
    harm: asked.filter(({ judgement }) => HARM.includes(judgement)).length,
  };
};

test("nothing is lost in understanding with a hundred thousand other figures beside", () => {
  const data = mkdtempSync(join(tmpdir(), "beside-others-"));
  cpSync("data", data, { recursive: true });
  writePack(data, makeCatalogue(SHAPE, 1));
  const [alone, beside] = [countOf(open("data")), countOf(open(data))];
  expect(questions.length).toBeGreaterThan(300);
  expect(beside.correct).toBeGreaterThanOrEqual(alone.correct - 0.01);
  expect(beside.harm).toBeLessThanOrEqual(alone.harm);
});
