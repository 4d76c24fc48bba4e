import { plain, quiet, strong } from "./inline.ts";
import type { Block, Message } from "./message.ts";
import { WORDING } from "./wording.ts";

export type Welcome = {
  readonly figures: number;
  readonly sources: number;
  readonly suggestions: readonly string[];
};

const suggested = (suggestions: readonly string[]): readonly Block[] =>
  suggestions.map((question) => ({ kind: "line", line: [plain(`– ${question}`)] }));

/** What a newcomer reads first: how much is held, and some questions to start from. */
export const layOutWelcome = ({ figures, sources, suggestions }: Welcome): Message => ({
  blocks: [
    { kind: "headline", line: [strong(WORDING.name), plain(WORDING.welcome(figures, sources))] },
    ...(suggestions.length === 0 ? [] : [{ kind: "line", line: [quiet(WORDING.forInstance)] } as const]),
    ...suggested(suggestions),
  ],
});

/** What can be typed besides a question. */
export const layOutHelp = (suggestions: readonly string[]): Message => ({
  blocks: [
    { kind: "headline", line: [plain(WORDING.help)] },
    ...suggested(suggestions),
    ...WORDING.commands.map(
      ([command, does]): Block => ({ kind: "line", line: [strong(command), plain(`: ${does}`)] }),
    ),
  ],
});
