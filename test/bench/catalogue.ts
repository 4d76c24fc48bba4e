import { closeSync, cpSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createRandom, type Random } from "../robustness/random.ts";

/** How many of each a catalogue has: its figures are all combinations. */
export type Shape = { readonly measures: number; readonly places: number; readonly years: number };

export const figuresIn = ({ measures, places, years }: Shape): number => measures * places * years;

export type Named = { readonly id: string; readonly name: string };

/** A catalogue of measures, places and years, all of it made from a seed: figures of nothing and nowhere. */
export type Catalogue = {
  readonly measures: readonly Named[];
  readonly places: readonly Named[];
  readonly years: readonly number[];
  /** Names of the same kinds that it does not hold. */
  readonly unheldMeasures: readonly string[];
  readonly unheldPlaces: readonly string[];
  readonly value: (measure: number, place: number, year: number) => number;
};

const SUBJECTS =
  `apprentices bakeries barges beehives bicycles boats breweries bridges canals cars chapels cinemas
clinics colleges cottages cranes dairies dentists docks elevators farms ferries firefighters florists forests
foundries fountains galleries garages gardens glaciers greenhouses harbours hospitals hotels kennels kindergartens
lakes libraries lighthouses lorries markets mills mines monasteries museums nurses orchards parks pharmacies piers
ponds ports quarries railways ranches reservoirs restaurants rivers sawmills schools sculptors shipyards stables
stadiums surgeons taxis teachers theatres tractors trams tunnels vineyards warehouses windmills workshops zoos`
    .split(/\s+/u)
    .filter((word) => word !== "");

const QUALITIES =
  `abandoned accredited coastal commercial communal damaged elderly flooded foreign heated historic
idle illuminated inland insured isolated licensed mechanised military mobile municipal neglected northern organic
overseas portable private protected provincial refurbished registered relocated remote repaired rural seasonal
disused eastern electric enclosed floating imported lowland mountain narrow overgrown painted
partitioned restored salvaged scheduled secluded subsidised sunken sheltered southern specialised temporary thatched uninsured unlicensed urban vacant ventilated vintage western`
    .split(/\s+/u)
    .filter((word) => word !== "");

const STARTS =
  "Bar Bel Cal Cor Dun Elm Fal Gar Hal Ing Kel Lan Mar Nor Old Pem Quar Ros Sel Tor Ul Ver Wex Yar Zen";
const MIDDLES = "a e i o u an en in on un ar er ir or ur al el il";
const ENDS =
  "bridge combe dale fleet ford gate ham holt hurst ley minster mouth port stead thorpe ton wick worth";

/** Of places that are not held, so that none is a slip away from one that is. */
const OTHER_STARTS = "Ips Och Und Xan";

const words = (text: string): readonly string[] => text.split(" ");

const placeNames = (starts: string): readonly string[] =>
  words(starts).flatMap((start) =>
    words(MIDDLES).flatMap((middle) => words(ENDS).map((end) => `${start}${middle}${end}`)),
  );

const MEASURE_NAMES: readonly string[] = QUALITIES.flatMap((quality) =>
  SUBJECTS.map((subject) => `${quality} ${subject}`),
);

const LAST_YEAR = 2024;
const SPARE = 40;

/** As many again as are held are drawn to ask about in vain. */
const drawn = (names: readonly string[], count: number, random: Random) => {
  const all = random.sample(names, count + SPARE);
  return { held: all.slice(0, count), unheld: all.slice(count) };
};

const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

/** A number that nobody could guess, from its place in the catalogue. */
const valueAt = (seed: number, index: number): number => {
  const mixed = Math.imul(index + 1, 0x9e3779b1) ^ seed;
  return 1_000 + ((Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0) % 9_000_000);
};

export const makeCatalogue = (shape: Shape, seed: number): Catalogue => {
  const random = createRandom(seed, JSON.stringify(shape));
  const measures = drawn(MEASURE_NAMES, shape.measures, random);
  const places = random.sample(placeNames(STARTS), shape.places);
  return {
    measures: measures.held.map((name, at) => ({ id: `m${at}`, name: capitalised(name) })),
    places: places.map((name, at) => ({ id: `p${at}`, name })),
    years: Array.from({ length: shape.years }, (_, at) => LAST_YEAR - shape.years + 1 + at),
    unheldMeasures: measures.unheld,
    unheldPlaces: random.sample(placeNames(OTHER_STARTS), SPARE),
    value: (measure, place, year) => valueAt(seed, (measure * shape.places + place) * shape.years + year),
  };
};

const TABLES = ["sources", "measures", "members", "names", "terms", "periods", "figures", "uncited"];

const smallTables = ({ measures, places }: Catalogue): Readonly<Record<string, string>> => ({
  sources: `id,outlet,title,byline,url,published,published_basis,kind,note,archive
made-up,Office of Made-up Statistics,Tables of nothing,,,2025-01-31,printed,dataset,,
`,
  measures: [
    "id,name,measured_property,population,unit,definition,kind_of_time,stat_type,base_measure,members,not_to_be_confused_with",
    ...measures.map(
      ({ id, name }) =>
        `${id},${name},count,everything,${name.split(" ").at(-1)},Counted by hand.,flow,value,,,`,
    ),
    "",
  ].join("\n"),
  members: ["dimension,id,name", ...places.map(({ id, name }) => `place,${id},${name}`), ""].join("\n"),
  names: "id,name\n",
  terms: "term,means\n",
  periods: "id,name,start,end\n",
  uncited: "source,paragraph,as_printed,reason\n",
});

const FIGURE_COLUMNS =
  "id,measure,members,value,value_max,qualifier,period_label,period_start,period_end,period_basis,kind,source,paragraph,as_printed,attribution,caveat,status,supersedes,derived_from";

const BLOCK = 20_000;

const writeFigures = (file: string, { measures, places, years, value }: Catalogue): void => {
  const descriptor = openSync(file, "w");
  let lines = [FIGURE_COLUMNS];
  const flush = (): void => {
    writeSync(descriptor, `${lines.join("\n")}\n`);
    lines = [];
  };
  let row = 0;
  for (const [m, { id: measure }] of measures.entries())
    for (const [p, { id: place }] of places.entries())
      for (const [y, year] of years.entries()) {
        const number = value(m, p, y);
        row += 1;
        lines.push(
          `${measure}-${place}-${year},${measure},place=${place},${number},,exact,${year},${year}-01-01,${year}-12-31,printed,actual,made-up,${row},${number},,,current,,`,
        );
        if (lines.length >= BLOCK) flush();
      }
  if (lines.length > 0) flush();
  closeSync(descriptor);
};

/** Writes the catalogue as a pack into a data folder, beside the language pack and whatever else is there. */
export const writePack = (data: string, catalogue: Catalogue): void => {
  const pack = join(data, "made-up");
  mkdirSync(pack, { recursive: true });
  const resources = TABLES.map((name) => ({ name, path: `${name}.csv` }));
  writeFileSync(
    join(pack, "datapackage.json"),
    `${JSON.stringify({ name: "made-up", title: "A made-up catalogue", resources }, null, 2)}\n`,
  );
  for (const [table, text] of Object.entries(smallTables(catalogue)))
    writeFileSync(join(pack, `${table}.csv`), text);
  writeFigures(join(pack, "figures.csv"), catalogue);
};

/** A data folder with nothing in it but the language pack and the catalogue. */
export const writeData = (data: string, catalogue: Catalogue): void => {
  cpSync(join("data", "english"), join(data, "english"), { recursive: true });
  writePack(data, catalogue);
};
