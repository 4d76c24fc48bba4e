import { linked, plain, quiet } from "./inline.ts";
import type { Block, Inline, Message } from "./message.ts";
import { WORDING } from "./wording.ts";

/** What a person says is wrong with an answer, for the people who keep the data. */
export type ProblemReport = {
  /** The person, as the platform shows people. */
  readonly by: string;
  readonly text: string;
  readonly question: string;
  readonly headline: string;
  /** The answer's address; null where the platform has none. */
  readonly link: string | null;
};

const line = (...inlines: readonly Inline[]): Block => ({ kind: "line", line: inlines });

export const layOutReport = ({ by, text, question, headline, link }: ProblemReport): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.report(by))] },
    line(quiet(WORDING.reportText), plain(text)),
    line(quiet(WORDING.reportQuestion), plain(question)),
    line(quiet(WORDING.reportAnswer), plain(headline)),
    ...(link === null ? [] : [line(linked(WORDING.reportWhere, link))]),
  ],
});
