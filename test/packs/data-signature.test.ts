import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataSignature } from "../../src/packs/data-signature.ts";
import { copyData } from "../fixtures/data-copy.ts";

test("differs when a file was written, touched, came or went, and only then", async () => {
  const { folder, edit } = copyData();
  const names = join(folder, "ferries", "names.csv");
  const seen = [await dataSignature(folder)];
  const look = async (): Promise<void> => {
    seen.push(await dataSignature(folder));
    expect(await dataSignature(folder)).toBe(seen.at(-1));
  };
  edit("names.csv", (text) => `${text}passengers,riders\n`);
  await look();
  utimesSync(names, 1, 1);
  await look();
  rmSync(names);
  await look();
  writeFileSync(join(folder, "ferries", "notes.txt"), "");
  await look();
  expect(new Set(seen).size).toBe(5);
});

test("a file that is being written is not looked at, and a folder that is gone is none", async () => {
  const { folder } = copyData();
  const before = await dataSignature(folder);
  writeFileSync(join(folder, "ferries", ".figures.csv.part"), "id");
  expect(await dataSignature(folder)).toBe(before);
  expect(await dataSignature(join(folder, "nowhere"))).toBe("");
});
