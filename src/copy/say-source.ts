import type { Citation } from "../answer/answer.ts";
import { readDay } from "../calendar/day.ts";
import { fill } from "../language/house-style.ts";
import { sayDay } from "./say-period.ts";
import type { Styled } from "./styled.ts";

/** When a document came out, and whether that is printed on it: "on Dec. 20, 2024", "around …", "(undated)". */
export const sayPublished = ({ published: { date, basis } }: Citation, { style }: Styled): string => {
  const day = date === null ? null : readDay(date);
  if (day === null) return style.parts["published.unknown"];
  const key = basis === "printed" ? "published.printed" : "published.inferred";
  return fill(style.parts[key], { day: sayDay(day, style) });
};

/** "The Post, from the agency's numbers" names the outlet itself. */
const isOwn = ({ attribution, outlet }: Citation): boolean =>
  attribution === null || attribution.startsWith(outlet);

type Form = "attribution" | "origin";

/** Who said it and where it stands: "according to ICE, as reported by The Post on Dec. 20, 2024". */
const sayWho = (citation: Citation, form: Form, styled: Styled): string => {
  const { parts } = styled.style;
  const { attribution, outlet, kind } = citation;
  const published = sayPublished(citation, styled);
  if (isOwn(citation)) {
    const named = attribution ?? outlet;
    const source = fill(parts["source.alone"], {
      outlet: named.includes(", ") ? `${named},` : named,
      published,
    });
    return fill(parts[`${form}.own`], { source });
  }
  const source = fill(parts[`source.${kind}`], { outlet, published });
  return fill(parts[`${form}.said`], { who: attribution ?? "", source });
};

const eachOnce = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The same by their names alone, as a table has it. */
export const nameSources = (citations: readonly Citation[], styled: Styled): string =>
  joinAll(
    citations.map((citation) => sayWho(citation, "origin", styled)),
    styled,
  );

const joinAll = (texts: readonly string[], { style }: Styled): string =>
  eachOnce(texts).reduce(
    (first, second) => (first === "" ? second : fill(style.parts["attribution.joined"], { first, second })),
    "",
  );

/**
 * Who says a figure, every one of them, once each. A number that we worked out is said to be ours, from the figures
 * of whoever printed them.
 */
export const sayAttribution = (
  citations: readonly Citation[],
  isDerived: boolean,
  styled: Styled,
): string => {
  const { parts } = styled.style;
  const form = isDerived ? "origin" : "attribution";
  const joined = joinAll(
    citations.map((citation) => sayWho(citation, form, styled)),
    styled,
  );
  return isDerived ? fill(parts["attribution.derived"], { sources: joined }) : joined;
};
