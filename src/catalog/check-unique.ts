import { foldName } from "./fold-name.ts";
import { entriesOf, type Fault, faultAt, type PackTables } from "./pack-tables.ts";
import type { TableName } from "./row-schemas.ts";

/** Something that may be said once only, and where it is said. */
type Claim = {
  /** What must not be claimed twice. */
  readonly key: string;
  /** Who claims it; the same owner may claim it again. Null: nobody may. */
  readonly owner: string | null;
  readonly field: string;
  readonly found: string;
  readonly pack: string;
  readonly table: TableName;
  readonly line: number;
};

const place = ({ pack, table, line }: Claim): string => `${pack}/${table}.csv, row ${line}`;

/** A fault for every claim of a key that an earlier claim has already taken. */
const taken = (claims: readonly Claim[], what: string): readonly Fault[] => {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const earlier = first.get(claim.key);
    if (earlier === undefined) {
      first.set(claim.key, claim);
      return [];
    }
    if (claim.owner !== null && claim.owner === earlier.owner) return [];
    const owned = earlier.owner === null ? "" : ` for ${earlier.owner}`;
    const expected = `${what}: it stands${owned} in ${place(earlier)}`;
    return [faultAt(claim, claim.field, { found: claim.found, expected })];
  });
};

const idClaims = (
  packs: readonly PackTables[],
  table: "sources" | "measures" | "periods" | "figures",
): readonly Claim[] =>
  entriesOf(packs, table).flatMap(({ read, ...at }) =>
    read.id === undefined ? [] : [{ ...at, key: read.id, owner: null, field: "id", found: read.id }],
  );

/** Two packs may know the same member, such as a country, as long as they call it the same. */
const memberClaims = (packs: readonly PackTables[]): readonly Claim[] =>
  entriesOf(packs, "members").flatMap(({ read: { dimension, id, name }, ...at }) => {
    if (dimension === undefined || id === undefined || name === undefined) return [];
    const key = `${dimension}=${id}`;
    return [{ ...at, key, owner: foldName(name), field: "id", found: id }];
  });

/** A member's own name belongs to it alone within its dimension. */
const memberNameClaims = (packs: readonly PackTables[]): readonly Claim[] =>
  entriesOf(packs, "members").flatMap(({ read: { dimension, id, name }, ...at }) => {
    if (dimension === undefined || id === undefined || name === undefined) return [];
    const key = `${dimension}=${foldName(name)}`;
    return [{ ...at, key, owner: `${dimension}=${id}`, field: "name", found: name }];
  });

/** Names from names.csv, in the room that their kind has: all measures share one, each dimension has its own. */
const nameClaims = (packs: readonly PackTables[]): readonly Claim[] => {
  const idsIn = (table: "measures" | "periods" | "sources"): ReadonlySet<string> =>
    new Set(entriesOf(packs, table).flatMap(({ read }) => read.id ?? []));
  const shared = idsIn("periods").union(idsIn("sources").difference(idsIn("measures")));
  return entriesOf(packs, "names").flatMap(({ read: { id, name }, ...at }) => {
    // A name may be shared by periods, as a surname by two terms of office, and by documents of one outlet.
    if (id === undefined || name === undefined || shared.has(id)) return [];
    const dimension = id.includes("=") ? id.slice(0, id.indexOf("=") + 1) : "";
    return [{ ...at, key: `${dimension}${foldName(name)}`, owner: id, field: "name", found: name }];
  });
};

const measureNameClaims = (packs: readonly PackTables[]): readonly Claim[] =>
  entriesOf(packs, "measures").flatMap(({ read: { id, name }, ...at }) =>
    id === undefined || name === undefined
      ? []
      : [{ ...at, key: foldName(name), owner: id, field: "name", found: name }],
  );

const termClaims = (packs: readonly PackTables[]): readonly Claim[] =>
  entriesOf(packs, "terms").flatMap(({ read: { term, means }, ...at }) =>
    term === undefined || means === undefined
      ? []
      : [{ ...at, key: foldName(term), owner: foldName(means), field: "term", found: term }],
  );

/** One document is preferred once for a measure; two rows would give two reasons. */
const preferenceClaims = (packs: readonly PackTables[]): readonly Claim[] =>
  entriesOf(packs, "preferences").flatMap(({ read: { measure, source }, ...at }) =>
    source === undefined || measure === undefined
      ? []
      : [{ ...at, key: `${measure ?? at.pack} ${source}`, owner: null, field: "source", found: source }],
  );

/** Every id, name and term that is given twice. */
export const checkUnique = (packs: readonly PackTables[]): readonly Fault[] => [
  ...taken(idClaims(packs, "sources"), "an id of its own"),
  // names.csv names measures and periods by bare ids, so one id cannot be both.
  ...taken([...idClaims(packs, "measures"), ...idClaims(packs, "periods")], "an id of its own"),
  ...taken(memberClaims(packs), "one name for one member"),
  ...taken(idClaims(packs, "figures"), "an id of its own"),
  ...taken(
    [...measureNameClaims(packs), ...memberNameClaims(packs), ...nameClaims(packs)],
    "a name that no other claims",
  ),
  ...taken(termClaims(packs), "one meaning for one term"),
  ...taken(preferenceClaims(packs), "one reason for one source"),
];
