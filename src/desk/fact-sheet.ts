import { asCsv } from "../answer/answer-as-csv.ts";
import { type SheetPart, sheetAsMarkdown } from "../copy/sheet-as-markdown.ts";
import type { MessageFile } from "../message/lay-out-copy.ts";
import { STORY } from "../message/story-wording.ts";
import { sayDay, WORDING } from "../message/wording.ts";
import type { StoryItem } from "../store/story-list.ts";
import type { Rechecked } from "./recheck.ts";

const { list: WORDS } = STORY;

type Cited = StoryItem["cited"];

const each = (cited: Cited, cell: (one: Cited[number]) => string | null): string =>
  [...new Set(cited.map(cell).filter((text) => text !== null && text !== ""))].join("; ");

/** What a figure is, and where it stands: the columns that both forms of the sheet have. */
const figureCells = ({ told, says, cited }: StoryItem): readonly (readonly string[])[] =>
  told.map(({ figures, label, period }, at) => {
    const own = cited.filter(({ figure }) => figures.includes(figure));
    return [
      label,
      says[at] ?? "",
      each(own, ({ asPrinted }) => asPrinted),
      period,
      each(own, ({ outlet }) => outlet),
      each(own, ({ title }) => title),
      each(own, ({ url }) => url),
      each(own, ({ published: { date } }) => date),
      each(own, ({ published: { basis } }) => basis),
      each(own, ({ kind, paragraph }) => WORDING.place(kind, paragraph)),
      each(own, ({ attribution }) => attribution),
    ];
  });

/** The old beside the new: "ICE arrests, FY2024: 113,431 arrests → 114,000 arrests". */
const changesIn = ({ changes, now }: Rechecked): string => {
  if (changes.length === 0) return now?.headline ?? "";
  return changes
    .map(({ what, was, now: is }) => `${what}: ${was} → ${is?.says ?? WORDING.correction.withdrawn}`)
    .join("; ");
};

const whyOf = ({ changes }: Rechecked): string => changes.flatMap(({ why }) => why ?? []).join(" ");

const csvRows = (checked: Rechecked, day: string): readonly (readonly string[])[] => {
  const { item, state } = checked;
  const beside = [item.caveats.join(" "), day, WORDS.states[state].one, changesIn(checked), whyOf(checked)];
  return figureCells(item).map((cells) => [item.statement, ...cells, ...beside]);
};

const partOf = (checked: Rechecked, day: string): SheetPart => {
  const { item, state } = checked;
  const said = [WORDS.checkedOn(sayDay(day), WORDS.states[state].one), changesIn(checked), whyOf(checked)];
  return {
    statement: item.statement,
    figures: { columns: WORDS.figureColumns, rows: figureCells(item) },
    notes: item.caveats,
    checked: said.filter((text) => text !== "").join(" "),
  };
};

const NAME = /[^\p{L}\p{N}]+/gu;
const EDGES = /^-|-$/gu;

/** The fact-check sheet of a list as it was checked on a day: as CSV for a spreadsheet, and as Markdown to be read. */
export const factSheet = (
  name: string,
  checked: readonly Rechecked[],
  day: string,
): readonly MessageFile[] => {
  const rows = checked.flatMap((one) => csvRows(one, day));
  const file = name.toLowerCase().replaceAll(NAME, "-").replaceAll(EDGES, "") || "list";
  const columns = [WORDS.statement, ...WORDS.figureColumns, ...WORDS.besideColumns];
  const line = WORDS.sheetLine(rows.length, sayDay(day));
  const parts = checked.map((one) => partOf(one, day));
  return [
    { name: `${file}.csv`, content: asCsv([columns, ...rows]) },
    { name: `${file}.md`, content: sheetAsMarkdown(WORDS.sheetTitle(name), line, parts) },
  ];
};
