import type { AnswerValue, Disagreement, Side } from "../answer/answer.ts";
import { sideNames } from "../answer/compose-disagreements.ts";
import { plain, quiet } from "./inline.ts";
import type { Block } from "./message.ts";
import { sayPublished, WORDING } from "./wording.ts";

const { disagreement: WORDS } = WORDING;

type Say = (value: AnswerValue) => string;

const rowOf = ({ value, citation, verdict }: Side, name: string, say: Say): readonly string[] => [
  name,
  sayPublished(citation.published),
  citation.attribution ?? "",
  ...(verdict === null ? [] : [WORDS.verdicts[verdict]]),
  say(value),
];

const line = (text: string): Block => ({ kind: "line", line: [quiet(text)] });

/** What only some of the sides' notes say, each under the name of its side. */
const scopes = (sides: readonly Side[], names: readonly string[]): readonly Block[] =>
  sides.flatMap(({ caveats }, at) =>
    caveats
      .filter((caveat) => !sides.every((side) => side.caveats.includes(caveat)))
      .map((caveat): Block => ({ kind: "line", line: [plain(WORDS.scope(names[at] ?? "", caveat))] })),
  );

/**
 * Sources that differ, side by side: who, when, according to whom and how much, then in what they differ besides, and
 * whom the desk prefers and why. `isAll`: the answer is about nothing else.
 */
export const layOutDisagreement = (
  { label, period, sides, differs, preferredFor }: Disagreement,
  say: Say,
  isAll: boolean,
): readonly Block[] => {
  const names = sideNames(sides);
  const { source, published, attribution, value } = WORDS.columns;
  const isJudged = sides.some(({ verdict }) => verdict !== null);
  const verdict = isJudged ? [WORDS.verdict] : [];
  return [
    ...(isAll ? [] : [line(WORDS.about(label, period.label))]),
    {
      kind: "table",
      columns: [source, published, attribution, ...verdict, value],
      rows: sides.map((side, at) => rowOf(side, names[at] ?? "", say)),
    },
    ...scopes(sides, names),
    ...(differs.length === 0 ? [] : [line(WORDS.differs(differs))]),
    line(preferredFor === null ? WORDS.open : WORDS.preferred(names[0] ?? "", preferredFor)),
  ];
};
