import type { Citation } from "../answer/answer.ts";
import { documentName, plain, quiet } from "./inline.ts";
import type { Block, Inline } from "./message.ts";
import type { Receipt } from "./receipt.ts";
import { sayPublished, WORDING } from "./wording.ts";

const documentLine = ({ outlet, title, url, published }: Citation): readonly Inline[] => [
  quiet(WORDING.source),
  ...documentName(outlet, title, url),
  plain(`, ${sayPublished(published)}`),
];

/** The numbers cited from one attribution, by paragraph: "paragraph 6 prints “113,431”, attributed to …". */
const printedLine = (citations: readonly Citation[]): readonly Inline[] => {
  const places = [...Map.groupBy(citations, ({ paragraph }) => paragraph)].map(([paragraph, cited]) =>
    WORDING.printed(WORDING.place(cited[0]?.kind ?? "news_report", paragraph), [
      ...new Set(cited.map(({ asPrinted }) => asPrinted)),
    ]),
  );
  const attribution = citations[0]?.attribution ?? null;
  const said = attribution === null ? [] : [plain(`, ${WORDING.attribution(attribution)}`)];
  // A piece for each place, so that a platform with little room can leave out the middle ones.
  return [...places.map((place, at) => plain(at === 0 ? place : `; ${place}`)), ...said];
};

const quotation = (citation: Citation, receipts: ReadonlyMap<string, Receipt>): readonly Block[] => {
  const receipt = receipts.get(citation.figure);
  switch (receipt?.state) {
    case "found":
      return [{ kind: "quotation", text: receipt.sentence, found: true }];
    case "missing": {
      const text = WORDING.quotationMissing(citation.paragraph, citation.asPrinted);
      return [{ kind: "quotation", text, found: false }];
    }
    case "no_archive":
    case undefined:
      return [];
  }
};

const firstOfEachText = (quotations: readonly Block[]): readonly Block[] => [
  ...new Map(quotations.map((block) => [block.kind === "quotation" ? block.text : block, block])).values(),
];

/**
 * One receipt for each document cited, in the order in which they are cited first, each followed by what the
 * archive has of it. A document that several numbers rest on is named once; each number keeps its paragraph.
 */
export const layOutReceipts = (
  citations: readonly Citation[],
  receipts: readonly Receipt[],
): readonly Block[] => {
  const byFigure = new Map(receipts.map((receipt) => [receipt.figure, receipt]));
  return [...Map.groupBy(citations, ({ source }) => source).values()].flatMap((cited) => {
    const lines = [...Map.groupBy(cited, ({ attribution }) => attribution).values()].map(printedLine);
    const first = cited[0];
    const block: Block = { kind: "receipt", lines: first ? [documentLine(first), ...lines] : lines };
    return [block, ...firstOfEachText(cited.flatMap((citation) => quotation(citation, byFigure)))];
  });
};
