import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/question/clean-text.ts";

describe("a text is read as a person would read it aloud", () => {
  test.each([
    ["controls go", "fer\u0000ri\u0007es", "ferries"],
    ["direction overrides go", "\u202eferries\u202c", "ferries"],
    ["zero-width marks go, also inside a number", "2\u200b0\u200d2\ufeff4", "2024"],
    ["soft hyphens go", "fer\u00adries", "ferries"],
    ["lone surrogates go", "\ud83dferries\udc4d", "ferries"],
    ["full-width letters and digits are plain ones", "ｆｅｒｒｉｅｓ ２０２４", "ferries 2024"],
    ["quotation marks go, apostrophes are straight ones", "the port’s “ferries”", "the port's ferries"],
    ["so do single ones around a word", "the port's ‘ferries’ sail", "the port's ferries sail"],
    ["the apostrophe of a plural stays", "the riders' tickets", "the riders' tickets"],
    ["blanks of all kinds are one blank", "ferries\u00a0\u2003 in  service", "ferries in service"],
    ["a quarter as tables write it is one date", "riders 2019-Q3 to 2020–q1", "riders 2019 Q3 to 2020 q1"],
    ["line breaks stay, once", "ferries\r\n\r\n\u2028in\tservice", "ferries\nin\nservice"],
    ["the ends are bare", " \n ferries \t", "ferries"],
    ["what is nothing but marks is nothing", "\u200b\u202e\u0000", ""],
  ])("%s", (_name, text, clean) => expect(cleanText(text)).toBe(clean));

  test.each(["déjà vu, 42%", "$2 million – at least", "naïve café", "ferries & riders (2024)?"])(
    "%s stays as it is",
    (text) => expect(cleanText(text)).toBe(text),
  );

  test("a clean text is clean: doing it twice changes nothing", () => {
    const once = cleanText(" “ｆｅｒ\u200bries”\r\n\u202e2024 ");
    expect(cleanText(once)).toBe(once);
  });
});
