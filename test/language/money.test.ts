import { expect, test } from "vitest";
import { formatQuantity } from "../../src/language/format.ts";
import { currencyOf, isDollar, isMoney, moneyName } from "../../src/language/money.ts";
import { figureWording } from "../../src/language/number-words.ts";
import { loadLanguage } from "../../src/packs/load-language.ts";

const loaded = loadLanguage("data/english");
if (!loaded.ok) throw new Error("the language pack does not load");
const wording = figureWording(loaded.language.numbers);

test.each([
  [1340, "cad", "CA$1,340"],
  [72.5, "usd per barrel", "$72.5 per barrel"],
  [3_400_000_000, "eur", "€3.4 billion"],
  [-12, "gbp", "-£12"],
  [1340, "sek", "SEK 1,340"],
  [1340, "cups", "1,340 cups"],
])("%d %s is written %s", (value, unit, text) => {
  expect(formatQuantity({ value, valueMax: null, qualifier: "exact", unit }, wording)).toBe(text);
});

test("money is known by its currency, and dollars by their sign", () => {
  expect(["cad", "usd per barrel", "percent", "people", "xyz"].map(currencyOf)).toEqual([
    "CAD",
    "USD",
    null,
    null,
    null,
  ]);
  expect(["aud", "eur", "people"].map(isDollar)).toEqual([true, false, false]);
  expect([isMoney("eur per tonne"), isMoney("tonnes")]).toEqual([true, false]);
  expect(moneyName("cad")).toBe("Canadian Dollar");
});
