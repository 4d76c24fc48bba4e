import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figureWriter } from "../../src/catalog/figure-columns.ts";
import { figuresIn } from "../../src/catalog/figures.ts";
import { readPrintedNumber } from "../../src/language/find-quantities.ts";
import { loadCatalog } from "../../src/packs/load-catalog.ts";
import { digestOf, keepPrepared, readPrepared } from "../../src/packs/prepared-figures.ts";
import { makeCatalogue, writeData } from "../bench/catalogue.ts";
import { catalog } from "../fixtures/ferries.ts";
import { english } from "../language/english.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "prepared-"));

const streamed = () => {
  const writer = figureWriter();
  for (const one of catalog.figures.all()) writer.add(one);
  return { columns: writer.finish(), told: [] };
};

const fileIn = (cache: string): string => join(cache, readdirSync(cache)[0] ?? "");

describe("figures that were prepared", () => {
  test("are the same when they are read again", () => {
    const cache = folder();
    keepPrepared(cache, "key", streamed());
    const again = readPrepared(cache, "key");
    expect(again?.columns).toEqual(streamed().columns);
    expect([...figuresIn(again?.columns ?? streamed().columns).all()]).toEqual([...catalog.figures.all()]);
  });

  test("are those of their key alone", () => {
    const cache = folder();
    keepPrepared(cache, "key", streamed());
    expect(readPrepared(cache, "another")).toBeNull();
    expect(readPrepared(join(cache, "nowhere"), "key")).toBeNull();
  });

  test("take the place of older ones, and leave nothing half-written behind", () => {
    const cache = folder();
    keepPrepared(cache, "old", streamed());
    keepPrepared(cache, "new", streamed());
    expect(readdirSync(cache)).toEqual(["figures-new.bin"]);
  });

  test.each([0.001, 0.1, 0.5, 0.9, 0.9999])(
    "cut off at %f of them they are as if there were none",
    (part) => {
      const cache = folder();
      keepPrepared(cache, "key", streamed());
      const file = fileIn(cache);
      truncateSync(file, Math.floor(part * readFileSync(file).length));
      expect(readPrepared(cache, "key")).toBeNull();
    },
  );

  test("a folder that cannot be written is left", () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    expect(() => keepPrepared(file, "key", streamed())).not.toThrow();
  });
});

test("another byte makes another digest", () => {
  const file = join(folder(), "a.csv");
  writeFileSync(file, "a");
  const before = digestOf([file]);
  expect(digestOf([file])).toBe(before);
  writeFileSync(file, "b");
  expect(digestOf([file])).not.toBe(before);
});

test("a large pack is kept, read again, and read anew where it has changed or what was kept is broken", () => {
  const [data, cache] = [folder(), folder()];
  writeData(data, makeCatalogue({ measures: 80, places: 100, years: 10 }, 1));
  const figures = join(data, "made-up", "figures.csv");
  let blocks = 0;
  const load = () => {
    blocks = 0;
    const loaded = loadCatalog(data, {
      readNumber: (text) => readPrintedNumber(text, english.numbers),
      progress: () => {
        blocks += 1;
      },
      cache,
    });
    if (!loaded.ok) throw new Error("it does not load");
    return { value: loaded.catalog.figures.get("m0-p0-2024")?.value, isRead: blocks > 0 };
  };
  const first = load();
  expect(first.isRead).toBe(true);
  expect(load()).toEqual({ ...first, isRead: false });
  truncateSync(fileIn(cache), 1_000);
  expect(load()).toEqual(first);
  expect(load().isRead).toBe(false);
  const text = readFileSync(figures, "utf8");
  writeFileSync(figures, text.replaceAll(`,${first.value},`, ",7,"));
  expect(load()).toEqual({ value: 7, isRead: true });
});
