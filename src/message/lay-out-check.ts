import type { CheckedNumber, CheckReport } from "../checking/report.ts";
import { plain, quiet, strong } from "./inline.ts";
import { layOutReceipts } from "./lay-out-receipts.ts";
import type { Block, Inline, Message } from "./message.ts";
import type { Receipt } from "./receipt.ts";
import { WORDING } from "./wording.ts";

/** "(The Courier, paragraph 6)": the receipt in short; in full it stands below. */
const places = ({ citations }: CheckedNumber): readonly Inline[] => {
  const shown = citations.map(
    ({ outlet, kind, paragraph }) => `${outlet}, ${WORDING.place(kind, paragraph)}`,
  );
  return shown.length === 0 ? [] : [quiet(` (${[...new Set(shown)].join("; ")})`)];
};

const numberLine = (number: CheckedNumber): Block => ({
  kind: "line",
  line: [strong(WORDING.title(number.asPrinted)), plain(` ${number.sentence}`), ...places(number)],
});

const cut = ({ readUpTo }: CheckReport): readonly Block[] =>
  readUpTo === null
    ? []
    : [
        {
          kind: "caveat",
          line: [quiet(WORDING.caveat), plain(WORDING.cutOff(readUpTo.paragraph, readUpTo.of))],
        },
      ];

/** The summary, the worst first; each number in the order of the draft; and the documents they stand in. */
export const layOutCheck = (report: CheckReport, receipts: readonly Receipt[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(report.headline)] },
    ...report.numbers.map(numberLine),
    ...layOutReceipts(
      report.numbers.flatMap(({ citations }) => citations),
      receipts,
    ),
    ...cut(report),
  ],
});
