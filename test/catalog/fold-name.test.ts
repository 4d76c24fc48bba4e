import { expect, test } from "vitest";
import { foldName } from "../../src/catalog/fold-name.ts";

test.each([
  ["At-large  Arrests", "at large arrests"],
  [" old–bridge\u00A0tolls ", "old bridge tolls"],
  ["tolls", "tolls"],
])("“%s” is the same name as “%s”", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test.each([
  ["bridge", "bridges"],
  ["old bridge", "oldbridge"],
])("“%s” is another name than “%s”", (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});
