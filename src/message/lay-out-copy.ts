import type { Copy } from "../copy/copy.ts";
import { type CopyForms, formsOf } from "../copy/forms-of.ts";
import { plain, quiet, strong } from "./inline.ts";
import { layOutNotice } from "./lay-out-notice.ts";
import type { Block, Message } from "./message.ts";
import { STORY } from "./story-wording.ts";

/** A text file that goes with a message. */
export type MessageFile = { readonly name: string; readonly content: string };

/** A message with the files that stand beside it. */
export type WithFiles = { readonly message: Message; readonly files: readonly MessageFile[] };

export type LaidOutCopy = {
  /** What a careful editor would want said beside the figure: not pasted, and not forgotten. */
  readonly caveats: readonly string[];
  /** The answer's sentence as it was told and as it is now; null where it is the same. */
  readonly changed: { readonly was: string; readonly now: string } | null;
};

const { copy: WORDS } = STORY;

/** Letters of all forms together. What is longer would fill a chat's screen several times over. */
const MOST_LETTERS = 3_500;

const lettersOf = ({ plain: text, markdown, html }: CopyForms): number =>
  text.length + markdown.length + html.length;

const pastes = ({ plain: text, markdown, html, citation }: CopyForms): readonly Block[] => [
  { kind: "paste", form: WORDS.plain, text },
  { kind: "paste", form: WORDS.markdown, text: markdown },
  { kind: "paste", form: WORDS.html, text: html },
  { kind: "paste", form: WORDS.citation, text: citation },
];

/** All of the copy, however long its table is. */
export const layOutPastes = (copy: Copy): Message => ({ blocks: pastes(formsOf(copy)) });

/** There was nothing to copy. */
export const layOutNoCopy = (): Message => layOutNotice(WORDS.nothing);

const filesOf = ({ plain: text, markdown, html }: CopyForms): readonly MessageFile[] => [
  { name: "copy.txt", content: text },
  { name: "copy.md", content: markdown },
  { name: "copy.html", content: html },
];

const line = (text: string): Block => ({ kind: "line", line: [quiet(text)] });

/**
 * Copy to be pasted: each form in a block of its own, then what to mind. A long table stands in files beside the
 * message; the sentence, which has everyone who says so, stands in the message always.
 */
export const layOutCopy = (copy: Copy, { caveats, changed }: LaidOutCopy): WithFiles => {
  const rows = copy.table?.rows.length ?? 0;
  const whole = formsOf(copy);
  const isLong = copy.table !== null && lettersOf(whole) > MOST_LETTERS;
  const shown = isLong ? formsOf({ ...copy, table: null }) : whole;
  return {
    message: {
      blocks: [
        { kind: "headline", line: [strong(WORDS.intro)] },
        ...(changed === null
          ? []
          : [line(WORDS.changed), line(changed.was), { kind: "line", line: [plain(changed.now)] } as const]),
        ...pastes(shown),
        ...(isLong ? [line(WORDS.beside(rows))] : []),
        ...(caveats.length === 0 ? [] : [line(WORDS.mind)]),
        ...caveats.map((caveat): Block => ({ kind: "caveat", line: [plain(caveat)] })),
      ],
    },
    files: isLong ? filesOf(whole) : [],
  };
};
