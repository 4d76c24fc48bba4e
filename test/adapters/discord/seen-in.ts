import { readMarkdown, visibleText } from "./read-markdown.ts";
import { buttonsOf } from "./server/discord-server.ts";
import type { Posted } from "./server/world.ts";

/** All that is to be read in a message: its text, its embeds, and what stands on its buttons. */
export const seenIn = (message: Posted): string =>
  [
    message.content,
    ...message.embeds.flatMap(({ title, description, fields, footer }) => [
      title ?? "",
      description ?? "",
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text ?? "",
    ]),
  ]
    .map((text) => visibleText(readMarkdown(text)))
    .concat(buttonsOf(message).map(({ label }) => label ?? ""))
    .join("\n");
