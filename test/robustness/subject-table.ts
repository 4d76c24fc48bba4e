import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

/** One figure of a table of countries and years. */
export type Cell = {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly value: number;
};

/** What is counted, read from the table itself and not through anything of ours. */
export type SubjectTable = {
  readonly subject: "population" | "gdp";
  readonly cells: readonly Cell[];
  readonly at: (code: string, year: number) => number | null;
  /** The figures of one country or group, by year. */
  readonly of: (code: string) => readonly Cell[];
  /** The figures of one year, of countries only, the largest first. */
  readonly ranked: (year: number) => readonly Cell[];
  readonly firstYear: number;
  readonly lastYear: number;
};

/** Codes that stand for a group of countries, by region, income, lending or age. */
const GROUPS = new Set(
  `AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN LDC LIC LMC LMY
  LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC WLD`.split(/\s+/u),
);

export const isGroup = (code: string): boolean => GROUPS.has(code);

const row = z.object({
  "Country Name": z.string(),
  "Country Code": z.string(),
  Year: z.coerce.number(),
  Value: z.string(),
});

const by = <Key>(cells: readonly Cell[], key: (cell: Cell) => Key): ReadonlyMap<Key, readonly Cell[]> =>
  Map.groupBy(cells, key);

export const readSubjectTable = (subject: SubjectTable["subject"], path: string): SubjectTable => {
  const rows: unknown = parse(readFileSync(path), { columns: true, bom: true });
  const cells = z
    .array(row)
    .parse(rows)
    .filter(({ Value }) => Value !== "")
    .map((read) => ({
      code: read["Country Code"],
      name: read["Country Name"],
      year: read.Year,
      value: Number(read.Value),
    }));
  const [byCode, byYear] = [by(cells, ({ code }) => code), by(cells, ({ year }) => year)];
  const of = (code: string): readonly Cell[] => byCode.get(code) ?? [];
  const years = [...byYear.keys()];
  return {
    subject,
    cells,
    of,
    at: (code, year) => of(code).find((cell) => cell.year === year)?.value ?? null,
    ranked: (year) =>
      (byYear.get(year) ?? []).filter(({ code }) => !isGroup(code)).toSorted((a, b) => b.value - a.value),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
  };
};
