import { foldName } from "../../catalog/fold-name.ts";
import type { Language } from "../../language/language.ts";
import { findTokens } from "../../language/words.ts";
import { type Claims, memberNameKey } from "./claims.ts";
import type { FoundDimension, FoundMember } from "./read-members.ts";
import { plainSpellings, slugOf } from "./slug.ts";

/** A member as it goes into the tables. */
export type NamedMember = {
  readonly dimension: string;
  readonly id: string;
  readonly name: string;
  readonly aggregate: boolean;
  readonly names: readonly string[];
};

export type Members = {
  readonly members: readonly NamedMember[];
  /** The member that a cell of a column stands for; null where it stands for the total. */
  readonly keyOf: (table: string, column: string, cell: string) => string | null;
  /** What the whole is called that the members are parts of: saying it narrows nothing. */
  readonly wholes: readonly string[];
};

const INITIALS = /^(?:\p{Lu}\.?){2,}$/u;

/**
 * Whether a name may stand by itself: no single letter, no word of grammar. A code that is spelt like a word
 * ("CAN") stays; it is read as one where it is typed in capitals.
 */
export const nameFilter = ({ phrases }: Language): ((name: string) => boolean) => {
  const isGrammar = (key: string): boolean =>
    (["stop", "empty", "negation"] as const).some((meaning) => phrases.get(meaning)?.entries.has(key));
  return (name) => {
    if (INITIALS.test(name)) return true;
    const keys = findTokens(name).map(({ key }) => key);
    return keys.length > 0 && name.length > 1 && !keys.every(isGrammar);
  };
};

const keyBetween = (...parts: readonly string[]): string => parts.join("\u0000");

type Own = { readonly dimension: string; readonly member: FoundMember };

/** One entry for each member of each dimension, however many tables have it; the second takes what the first lacks. */
const merged = (dimensions: readonly FoundDimension[]): readonly Own[] => {
  const all = dimensions.flatMap(({ id, members }) =>
    members.filter(({ total }) => !total).map((member) => ({ dimension: id, member })),
  );
  const groups = Map.groupBy(all, ({ dimension, member }) => memberNameKey(dimension, member.name));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group
      .flatMap(({ member }) => [member.name, ...member.names])
      .filter((name) => name !== first.member.name);
    return [{ dimension: first.dimension, member: { ...first.member, names: [...new Set(names)] } }];
  });
};

/** An id that no other member has: that of a pack beside this one where it knows the name, else one of its own. */
const idFor = ({ dimension, member }: Own, taken: ReadonlySet<string>, claims: Claims): string => {
  const known = claims.names.get(memberNameKey(dimension, member.name));
  const knownName = known === undefined ? undefined : claims.members.get(known);
  if (known !== undefined && knownName === foldName(member.name)) return known.slice(dimension.length + 1);
  const free = (id: string) => !taken.has(`${dimension}=${id}`) && !claims.members.has(`${dimension}=${id}`);
  const slug = slugOf(member.name);
  const ids = [slug, ...Array.from({ length: 1000 }, (_, index) => `${slug}-${index + 2}`)];
  return ids.find(free) ?? slug;
};

/** Names that one member alone claims, and no pack beside this one gives to another. */
const ownNames = (
  members: readonly NamedMember[],
  claims: Claims,
  isName: (name: string) => boolean,
): readonly NamedMember[] => {
  const own = new Map(members.map((one) => [memberNameKey(one.dimension, one.name), one] as const));
  const spelled = members.map((one) => {
    const all = [...one.names, ...[one.name, ...one.names].flatMap(plainSpellings)].filter(isName);
    return { ...one, names: [...new Map(all.map((name) => [foldName(name), name])).values()] };
  });
  const claimed = Map.groupBy(
    spelled.flatMap((one) => one.names.map((name) => memberNameKey(one.dimension, name))),
    (key) => key,
  );
  return spelled.map((one) => ({
    ...one,
    names: one.names.filter((name) => {
      const key = memberNameKey(one.dimension, name);
      const elsewhere = claims.names.get(key);
      return (
        claimed.get(key)?.length === 1 &&
        !own.has(key) &&
        (elsewhere === undefined || elsewhere === `${one.dimension}=${one.id}`)
      );
    }),
  }));
};

const wholesOf = (dimensions: readonly FoundDimension[]): readonly string[] => [
  ...new Set(
    dimensions.flatMap(({ members }) =>
      members.filter(({ total }) => total).flatMap(({ name, names }) => [name, ...names]),
    ),
  ),
];

/** Gives every member of the imported tables an id and the names that are its alone. */
export const registerMembers = (
  dimensions: readonly FoundDimension[],
  claims: Claims,
  isName: (name: string) => boolean,
): Members => {
  const taken = new Set<string>();
  const named = merged(dimensions).map((own): NamedMember => {
    const id = idFor(own, taken, claims);
    taken.add(`${own.dimension}=${id}`);
    const { name, names, aggregate } = own.member;
    return { dimension: own.dimension, id, name, aggregate, names };
  });
  const byName = new Map(
    named.map((one) => [memberNameKey(one.dimension, one.name), `${one.dimension}=${one.id}`]),
  );
  const keys = new Map(
    dimensions.flatMap(({ table, column, id, members }) =>
      members.map(
        ({ cell, name, total }) =>
          [
            keyBetween(table, column, cell),
            total ? null : (byName.get(memberNameKey(id, name)) ?? null),
          ] as const,
      ),
    ),
  );
  return {
    wholes: wholesOf(dimensions).filter(isName),
    members: ownNames(named, claims, isName),
    keyOf: (table, column, cell) => keys.get(keyBetween(table, column, cell)) ?? null,
  };
};
