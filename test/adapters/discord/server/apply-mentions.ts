import { asBody, type Body } from "./check-message.ts";
import type { Account, Posted, World } from "./world.ts";

export type Pinged = Pick<Posted, "mentions" | "mentionRoles" | "mentionsEveryone">;

const idsIn = (content: string, pattern: RegExp): readonly string[] =>
  Array.from(content.matchAll(pattern), ([, id = ""]) => id);

type Allowed = { readonly parse: readonly string[] | null; readonly named: Body };

const allows = ({ parse, named }: Allowed, kind: "users" | "roles", id: string): boolean => {
  if (parse === null || parse.includes(kind)) return true;
  const ids = named[kind];
  return Array.isArray(ids) && ids.includes(id);
};

/**
 * Who is pinged by a message: the mentions in its content (embeds never ping) as far as its allowed_mentions let
 * them. Without the field all of them are, and who is replied to, as in resources/message.
 */
export const applyMentions = (world: World, body: Body, replyTo: Posted | null): Pinged => {
  const content = typeof body.content === "string" ? body.content : "";
  const named = asBody(body.allowed_mentions);
  const given = body.allowed_mentions !== undefined;
  const allowed: Allowed = { parse: given ? ((named.parse as string[] | undefined) ?? []) : null, named };
  const users = idsIn(content, /<@!?(\d+)>/gu).filter((id) => allows(allowed, "users", id));
  const repliedTo = !given || named.replied_user === true ? (replyTo?.author ?? null) : null;
  const mentioned = [...new Set([...users, ...(repliedTo === null ? [] : [repliedTo.id])])];
  return {
    mentions: mentioned.flatMap((id): Account | readonly Account[] => world.accounts.get(id) ?? []),
    mentionRoles: idsIn(content, /<@&(\d+)>/gu).filter((id) => allows(allowed, "roles", id)),
    mentionsEveryone:
      /@(?:everyone|here)\b/u.test(content) && (allowed.parse === null || allowed.parse.includes("everyone")),
  };
};
