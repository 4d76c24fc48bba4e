import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { refuse, refuseForm } from "./refusal.ts";

/** What a bot sends, as far as it is looked at; everything else is taken as it comes. */
export type Body = Readonly<Record<string, unknown>>;

/** Sizes from Discord's documents: resources/message and components/reference, read 2026-11-22. */
const MOST = {
  content: 2000,
  embeds: 10,
  embedText: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  rows: 5,
  buttons: 5,
  components: 40,
  displayed: 4000,
  customId: 100,
  label: 80,
  url: 512,
  nonce: 25,
  fileText: 1024,
} as const;

type Path = readonly (string | number)[];

export const lengthOf = (text: string): number => [...text].length;

export const asBody = (value: unknown): Body =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Body) : {};
const asList = (value: unknown): readonly Body[] => (Array.isArray(value) ? value.map(asBody) : []);

/** The text at a path, checked against its greatest length; "" where there is none. */
export const checkText = (value: unknown, most: number, path: Path): string => {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return refuseForm(path, "Could not interpret as string.");
  if (lengthOf(value) > most) return refuseForm(path, `Must be ${most} or fewer in length.`);
  return value;
};

const checkSome = (value: unknown, most: number, path: Path): string => {
  const text = checkText(value, most, path);
  return text === "" ? refuseForm(path, "This field is required") : text;
};

const checkFields = (fields: readonly Body[], path: Path): number => {
  if (fields.length > MOST.fields)
    refuseForm([...path, "fields"], `Must be ${MOST.fields} or fewer in length.`);
  return fields.reduce((sum, { name, value }, at) => {
    const place = [...path, "fields", at];
    const said = [
      checkSome(name, MOST.fieldName, [...place, "name"]),
      checkSome(value, MOST.fieldValue, [...place, "value"]),
    ];
    return sum + lengthOf(said.join(""));
  }, 0);
};

const checkEmbed = (embed: Body, at: number): number => {
  const path: Path = ["embeds", at];
  const texts = [
    checkText(embed.title, MOST.title, [...path, "title"]),
    checkText(embed.description, MOST.description, [...path, "description"]),
    checkText(asBody(embed.footer).text, MOST.footer, [...path, "footer", "text"]),
    checkText(asBody(embed.author).name, MOST.author, [...path, "author", "name"]),
  ];
  return lengthOf(texts.join("")) + checkFields(asList(embed.fields), path);
};

const checkEmbeds = (embeds: readonly Body[]): void => {
  if (embeds.length > MOST.embeds) refuseForm(["embeds"], `Must be ${MOST.embeds} or fewer in length.`);
  const total = embeds.reduce((sum, embed, at) => sum + checkEmbed(embed, at), 0);
  if (total > MOST.embedText) refuseForm(["embeds"], `Embed size exceeds maximum size of ${MOST.embedText}`);
};

const LINK_STYLE = 5;

const checkButton = (button: Body, path: Path, ids: Set<string>): void => {
  const label = checkText(button.label, MOST.label, [...path, "label"]);
  if (label === "" && button.emoji === undefined) refuseForm(path, "A button must have a label or emoji");
  if (button.style === LINK_STYLE) {
    const url = checkSome(button.url, MOST.url, [...path, "url"]);
    if (!/^(?:https?|discord):\/\//u.test(url)) refuseForm([...path, "url"], "Not a well formed URL.");
    return;
  }
  const id = checkSome(button.custom_id, MOST.customId, [...path, "custom_id"]);
  if (ids.has(id)) refuseForm([...path, "custom_id"], "Component custom id cannot be duplicated");
  ids.add(id);
};

const checkRow = (row: Body, path: Path, ids: Set<string>): void => {
  const parts = asList(row.components);
  if (parts.length === 0 || parts.length > MOST.buttons)
    refuseForm([...path, "components"], `Must be between 1 and ${MOST.buttons} in length.`);
  for (const [at, part] of parts.entries()) {
    const here = [...path, "components", at];
    if (part.type === ComponentType.Button) checkButton(part, here, ids);
    else if (part.type === ComponentType.StringSelect) checkSome(part.custom_id, MOST.customId, here);
    else refuseForm(here, 'Value of field "type" must be one of (2, 3).');
  }
};

const allParts = (parts: readonly Body[]): readonly Body[] =>
  parts.flatMap((part) => [
    part,
    ...allParts(asList(part.components)),
    ...(part.accessory === undefined ? [] : [asBody(part.accessory)]),
  ]);

/** The newer components: text displays and containers instead of content and embeds. */
const checkNewComponents = (body: Body, parts: readonly Body[]): void => {
  if (body.content || asList(body.embeds).length > 0)
    refuseForm(
      ["content"],
      "The 'content' and 'embeds' fields cannot be used with MessageFlags.IS_COMPONENTS_V2",
    );
  const all = allParts(parts);
  if (all.length > MOST.components)
    refuseForm(["components"], `Must be ${MOST.components} or fewer in length.`);
  const displayed = all.map(({ content }) => (typeof content === "string" ? content : "")).join("");
  if (lengthOf(displayed) > MOST.displayed)
    refuseForm(["components"], `The total displayable text cannot exceed ${MOST.displayed}`);
  const ids = new Set<string>();
  for (const [at, row] of all.entries()) {
    if (row.type === ComponentType.ActionRow) checkRow(row, ["components", at], ids);
  }
};

const checkRows = (rows: readonly Body[]): void => {
  if (rows.length > MOST.rows) refuseForm(["components"], `Must be ${MOST.rows} or fewer in length.`);
  const ids = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (row.type !== ComponentType.ActionRow)
      refuseForm(["components", at, "type"], 'Value of field "type" must be one of (1,).');
    checkRow(row, ["components", at], ids);
  }
};

const checkMentions = (allowed: Body): void => {
  const parse = Array.isArray(allowed.parse) ? allowed.parse : [];
  for (const kind of ["users", "roles"]) {
    const named = allowed[kind];
    if (parse.includes(kind) && Array.isArray(named) && named.length > 0)
      refuseForm(["allowed_mentions"], `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
  }
};

/** Refuses what Discord refuses of a message; `embedLinks` false: embeds are dropped without a word. */
export const checkMessage = (body: Body, embedLinks: boolean): void => {
  const parts = asList(body.components);
  const flags = typeof body.flags === "number" ? body.flags : 0;
  checkText(body.content, MOST.content, ["content"]);
  checkText(body.nonce === undefined ? undefined : String(body.nonce), MOST.nonce, ["nonce"]);
  checkMentions(asBody(body.allowed_mentions));
  checkEmbeds(asList(body.embeds));
  asList(body.attachments).forEach(({ description }, at) => {
    checkText(description, MOST.fileText, ["attachments", at, "description"]);
  });
  const isNew = (flags & MessageFlags.IsComponentsV2) !== 0;
  if (isNew) checkNewComponents(body, parts);
  else checkRows(parts);
  const shown = embedLinks ? asList(body.embeds).length : 0;
  if (!body.content && shown === 0 && parts.length === 0) refuse("emptyMessage");
};
