import { foldName } from "../../catalog/fold-name.ts";
import { entriesOf, type PackTables } from "../../catalog/pack-tables.ts";

/** Names and ids that the packs beside this one have taken: what is imported must not break them. */
export type Claims = {
  /** Folded name to id: of measures, and of members by "dimension=" before the name. */
  readonly names: ReadonlyMap<string, string>;
  /** Members' keys to their folded names. */
  readonly members: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
};

export const memberNameKey = (dimension: string, name: string): string => `${dimension}=${foldName(name)}`;

const dimensionOf = (id: string): string | null => (id.includes("=") ? id.slice(0, id.indexOf("=")) : null);

/** What is taken by the packs that are already there. */
export const collectClaims = (packs: readonly PackTables[]): Claims => {
  const members = entriesOf(packs, "members").flatMap(({ row }) => (row === null ? [] : [row]));
  const measures = entriesOf(packs, "measures").flatMap(({ row }) => (row === null ? [] : [row]));
  const names = entriesOf(packs, "names").flatMap(({ row }) => (row === null ? [] : [row]));
  return {
    names: new Map([
      ...names.map(({ id, name }) => {
        const dimension = dimensionOf(id);
        return [dimension === null ? foldName(name) : memberNameKey(dimension, name), id] as const;
      }),
      ...members.map(
        ({ dimension, id, name }) => [memberNameKey(dimension, name), `${dimension}=${id}`] as const,
      ),
      ...measures.map(({ id, name }) => [foldName(name), id] as const),
    ]),
    members: new Map(
      members.map(({ dimension, id, name }) => [`${dimension}=${id}`, foldName(name)] as const),
    ),
    ids: new Set([
      ...measures.map(({ id }) => id),
      ...entriesOf(packs, "sources").flatMap(({ read }) => read.id ?? []),
      ...entriesOf(packs, "periods").flatMap(({ read }) => read.id ?? []),
    ]),
  };
};
