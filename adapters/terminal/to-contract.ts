import { type Answer, type Message, plainText } from "../../src/desk.ts";

/** A line of a batch names its question; a question on the command line has no name. */
export type QuestionId = string | number | null;

/** One answer as `ask --json` prints it. */
export type ContractAnswer = Pick<
  Answer,
  "status" | "kind" | "verdict" | "options" | "nearest" | "caveats"
> & {
  readonly id: QuestionId;
  readonly values: readonly (Omit<Answer["values"][number], "valueMax" | "figures" | "derived"> & {
    readonly derived: { readonly formula: string; readonly inputs: readonly string[] } | null;
  })[];
  readonly citations: readonly Omit<Answer["citations"][number], "title" | "url" | "kind" | "figure">[];
  readonly text: string;
};

type Told = { readonly id: QuestionId; readonly answer: Answer; readonly message: Message };

type Value = Answer["values"][number];

/** "Six or seven" is two numbers here: at least the one, up to the other. */
const ends = (one: Value): readonly Value[] =>
  one.valueMax === null
    ? [one]
    : [
        { ...one, qualifier: "at_least" },
        { ...one, value: one.valueMax, qualifier: "up_to" },
      ];

/** The keys of the contract in its order, and no others; the text is the whole message. */
export const toContract = ({ id, answer, message }: Told): ContractAnswer => ({
  id,
  status: answer.status,
  kind: answer.kind,
  values: answer.values.flatMap(ends).map(({ value, unit, label, qualifier, period, derived }) => ({
    value,
    unit,
    label,
    qualifier,
    period: { label: period.label, start: period.start, end: period.end },
    derived: derived && { formula: derived.formula, inputs: derived.inputs },
  })),
  verdict: answer.verdict,
  citations: answer.citations.map(({ source, outlet, published, paragraph, asPrinted, attribution }) => ({
    source,
    outlet,
    published: { date: published.date, basis: published.basis },
    paragraph,
    asPrinted,
    attribution,
  })),
  options: answer.options.map(({ label, question }) => ({ label, question })),
  nearest: answer.nearest,
  caveats: answer.caveats,
  text: plainText(message),
});

/** JSON leaves these as they are; some programs take them for the end of a line, some terminals for a command. */
const NOT_ON_A_LINE = /[\u007f-\u009f\u2028\u2029]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A value as JSON on one line that stays one line wherever it is read. */
export const toJsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(NOT_ON_A_LINE, escaped)}\n`;
