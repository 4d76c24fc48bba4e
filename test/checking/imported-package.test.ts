import { afterAll, describe, expect, test } from "vitest";
import {
  deskOver,
  emptyDataFolder,
  hasShared,
  importInto,
  sharedDataset,
} from "../packs/import/import-into.ts";
import { judgeDraft, readMarkedDraft } from "./marked-draft.ts";

// Published packages that stand beside the repository where it is worked on, and nowhere else.
describe.skipIf(!hasShared)("a draft about packages that were imported as they stand", () => {
  const folder = emptyDataFolder();
  afterAll(folder.remove);

  test("is checked like any other", () => {
    for (const name of ["population", "gdp"])
      expect(importInto(folder.data, sharedDataset(name)).ok).toBe(true);
    const { outcomes, extra } = judgeDraft(deskOver(folder.data), readMarkedDraft("economy"), "2025-01-20");
    expect(outcomes.filter(({ verdict, got }) => verdict !== got)).toEqual([]);
    expect(extra).toEqual([]);
  }, 60_000);
});
