import { onceFor } from "../language/once-for.ts";
import type { Catalog } from "./catalog.ts";

const namesById = onceFor(({ names }: Catalog) => Map.groupBy(names, ({ id }) => id));

/** What people call a document's outlet beside what it calls itself: "the Post". A measure of the same id has the names. */
export const calledLike = (source: string, catalog: Catalog): readonly string[] =>
  catalog.measures.has(source) ? [] : (namesById(catalog).get(source) ?? []).map(({ name }) => name);
