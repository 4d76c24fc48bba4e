import type { Citation } from "../answer/answer.ts";
import { fill } from "../language/house-style.ts";
import type { CopyLine, CopyPiece } from "./copy.ts";
import { sayPublished } from "./say-source.ts";
import type { Styled } from "./styled.ts";

const plain = (text: string): CopyPiece => ({ text, link: null });

const sayPlace = ({ kind, paragraph }: Citation, { style: { parts } }: Styled): string =>
  fill(parts[kind === "dataset" ? "citation.row" : "citation.place"], { number: String(paragraph) });

/** "paragraph 6 prints “113,431”; paragraph 7 prints “170,590”, attributed to ICE": of one attribution. */
const sayPrinted = (cited: readonly Citation[], styled: Styled): string => {
  const { parts } = styled.style;
  const printed = cited.map(
    (citation) =>
      `${sayPlace(citation, styled)} ${fill(parts["citation.printed"], { printed: citation.asPrinted })}`,
  );
  const attribution = cited[0]?.attribution ?? null;
  const said = attribution === null ? "" : `, ${fill(parts["citation.said"], { who: attribution })}`;
  return `${printed.join("; ")}${said}`;
};

const documentLine = (cited: readonly [Citation, ...Citation[]], styled: Styled): CopyLine => {
  const [first] = cited;
  const { outlet, title, url } = first;
  const name: CopyLine =
    title === null
      ? [{ text: outlet, link: url }]
      : [plain(`${outlet}, `), { text: `“${title}”`, link: url }];
  const address = url === null ? [] : [plain(`, ${url}`)];
  const bySpeaker = [...Map.groupBy(cited, ({ attribution }) => attribution).values()];
  const printed = bySpeaker.map((said) => sayPrinted(said, styled)).join("; ");
  return [...name, plain(`, ${sayPublished(first, styled)}: ${printed}`), ...address, plain(".")];
};

/** A line for each document, in the order in which they are cited. */
export const sayCitation = (citations: readonly Citation[], styled: Styled): readonly CopyLine[] =>
  [...Map.groupBy(citations, ({ source }) => source).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [documentLine([first, ...rest], styled)],
  );
