import { foldName } from "../../catalog/fold-name.ts";
import type { Claims } from "./claims.ts";
import type { ForeignPackage } from "./foreign-package.ts";
import { headerText } from "./header-text.ts";
import type { Mapping, MeasureMapping } from "./mapping.ts";
import { slugOf } from "./slug.ts";

/** A measure as it goes into the tables, and where in the mapping it comes from. */
export type NamedMeasure = {
  readonly id: string;
  readonly mapping: MeasureMapping;
  readonly tables: readonly string[];
};

export type Measures = {
  readonly measures: readonly NamedMeasure[];
  readonly idOf: (table: string, key: string) => string;
};

type Place = { readonly table: string; readonly key: string; readonly mapping: MeasureMapping };

const placesOf = ({ tables }: Mapping): readonly Place[] =>
  Object.entries(tables).flatMap(([table, { measures }]) =>
    Object.entries(measures).map(([key, mapping]) => ({ table, key, mapping })),
  );

const sameUnit = (one: MeasureMapping, other: MeasureMapping): boolean =>
  one.unit === other.unit && one.scale === other.scale;

/** Tables that count the same by month and by year are one measure, if they count it in one unit. */
const together = (places: readonly Place[]): readonly (readonly Place[])[] =>
  [...Map.groupBy(places, ({ mapping }) => foldName(mapping.name)).values()].flatMap((group) => {
    const [first] = group;
    const alike = group.filter(({ mapping }) => first !== undefined && sameUnit(mapping, first.mapping));
    const once = new Set(alike.map(({ table }) => table)).size === alike.length;
    return alike.length === group.length && once ? [group] : group.map((place) => [place]);
  });

type Naming = { readonly found: ForeignPackage; readonly claims: Claims; readonly mayMerge: boolean };

/** What stands in brackets behind a name that is taken may be so long, in characters. */
const LONGEST = 40;

const nameFor = (
  { mapping, table, key }: Place,
  isFree: (name: string) => boolean,
  { found }: Naming,
): string => {
  const { name } = mapping;
  const beside = [found.outlet, headerText(table), found.title, `${headerText(table)}, ${headerText(key)}`];
  const told = beside.filter((text) => foldName(text) !== foldName(name) && text.length <= LONGEST);
  const more = [name, ...told.map((text) => `${name} (${text})`)];
  const numbered = Array.from({ length: 50 }, (_, index) => `${name} (${found.name} ${index + 2})`);
  return [...more, ...numbered].find(isFree) ?? name;
};

const idFor = (name: string, isFree: (id: string) => boolean, { found }: Naming): string => {
  const slug = slugOf(name);
  const first = slug === found.name ? slug : `${found.name}.${slug}`;
  return (
    [
      first,
      `${found.name}.${slug}`,
      ...Array.from({ length: 50 }, (_, index) => `${first}-${index + 2}`),
    ].find(isFree) ?? first
  );
};

type Registered = NamedMeasure & { readonly places: readonly Place[] };

const register = (groups: readonly (readonly Place[])[], naming: Naming): readonly Registered[] => {
  const { claims } = naming;
  const names = new Set<string>();
  const ids = new Set<string>();
  return groups.flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const name = nameFor(
      first,
      (one) => !names.has(foldName(one)) && !claims.names.has(foldName(one)),
      naming,
    );
    const id = idFor(name, (one) => !ids.has(one) && !claims.ids.has(one), naming);
    names.add(foldName(name));
    ids.add(id);
    const all = places.flatMap(({ mapping }) => mapping.names);
    return [
      {
        id,
        places,
        tables: places.map(({ table }) => table),
        mapping: { ...first.mapping, name, names: [...new Set(all)].filter((one) => one !== name) },
      },
    ];
  });
};

/** A name that two measures claim is neither's; a measure's own name comes before another's further one. */
const ownNames = (
  measures: readonly Registered[],
  claims: Claims,
  isName: (name: string) => boolean,
): readonly Registered[] => {
  const own = new Set(measures.map(({ mapping }) => foldName(mapping.name)));
  const claimed = Map.groupBy(
    measures.flatMap(({ mapping }) => [...new Set(mapping.names.map(foldName))]),
    (name) => name,
  );
  return measures.map((one) => {
    const free = one.mapping.names.filter((name) => {
      const key = foldName(name);
      return isName(name) && !own.has(key) && !claims.names.has(key) && claimed.get(key)?.length === 1;
    });
    return {
      ...one,
      mapping: { ...one.mapping, names: [...new Map(free.map((name) => [foldName(name), name])).values()] },
    };
  });
};

/** Gives every measure of the imported tables an id and the names that are its alone. */
export const registerMeasures = (
  mapping: Mapping,
  naming: Naming,
  isName: (name: string) => boolean,
): Measures => {
  const places = placesOf(mapping);
  const groups = naming.mayMerge ? together(places) : places.map((place) => [place]);
  const registered = ownNames(register(groups, naming), naming.claims, isName);
  const ids = new Map(
    registered.flatMap(({ id, places: own }) =>
      own.map(({ table, key }) => [`${table}\u0000${key}`, id] as const),
    ),
  );
  return {
    measures: registered,
    idOf: (table, key) => {
      const id = ids.get(`${table}\u0000${key}`);
      if (id === undefined) throw new Error(`table ${table} has no measure ${key}`);
      return id;
    },
  };
};
