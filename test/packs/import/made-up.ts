import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "../../../src/desk.ts";
import { type DataFolder, deskOver, importInto } from "./import-into.ts";

export type MadeUpField = {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
};

/** A package of one table, as somebody would publish it, written for one test. */
export type MadeUp = {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly outlet?: string;
  readonly fields: readonly MadeUpField[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Writes the package, imports it into the data folder, and opens a desk over it. */
export const deskOn = ({ data, scratch }: DataFolder, made: MadeUp): Desk => {
  const { name, title, description = "", outlet = "Board of Made-Up Figures", fields, rows } = made;
  const folder = join(scratch, name);
  mkdirSync(folder);
  const resources = [{ name: "data", path: "data.csv", schema: { fields, missingValues: [""] } }];
  const descriptor = { name, title, description, sources: [{ title: outlet }], resources };
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify(descriptor));
  const lines = [fields.map((field) => field.name), ...rows].map((cells) => cells.join(","));
  writeFileSync(join(folder, "data.csv"), `${lines.join("\n")}\n`);
  const imported = importInto(data, folder);
  if (!imported.ok) throw new Error(imported.lines.join("\n"));
  return deskOver(data);
};
