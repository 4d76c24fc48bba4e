/**
 * Slack's rules for blocks, each broken one as the message that Slack puts into response_metadata. From the pages of
 * docs.slack.dev/reference/block-kit and bolt-js issue 2509, read on 2026-11-22; written apart from the adapter's
 * own list of limits, so that the two do not share a mistake.
 */
type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const things = (value: unknown): readonly Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);
const lettersOf = (value: unknown): number => (typeof value === "string" ? value.length : 0);

const length = (value: unknown, most: number, at: string): readonly string[] => {
  if (typeof value !== "string") return [`must provide a string [json-pointer:${at}]`];
  if (value.length === 0) return [`must be more than 0 characters [json-pointer:${at}]`];
  return value.length > most ? [`must be less than ${most + 1} characters [json-pointer:${at}]`] : [];
};

const textObject = (value: unknown, most: number, at: string): readonly string[] => {
  if (!isThing(value)) return [`missing required field: text [json-pointer:${at}]`];
  const kinds = value.type === "plain_text" || value.type === "mrkdwn";
  return [
    ...(kinds ? [] : [`unsupported type: ${String(value.type)} [json-pointer:${at}]`]),
    ...length(value.text, most, `${at}/text`),
  ];
};

const plainText = (value: unknown, most: number, at: string): readonly string[] => [
  ...(isThing(value) && value.type === "plain_text" ? [] : [`must be plain_text [json-pointer:${at}]`]),
  ...textObject(value, most, at),
];

const button = (one: Thing, at: string): readonly string[] => [
  ...plainText(one.text, 75, `${at}/text`),
  ...(one.value === undefined ? [] : length(one.value, 2000, `${at}/value`)),
  ...(one.url === undefined ? [] : length(one.url, 3000, `${at}/url`)),
  ...length(one.action_id, 255, `${at}/action_id`),
  ...(one.style === undefined || one.style === "primary" || one.style === "danger"
    ? []
    : [`bad style [json-pointer:${at}/style]`]),
];

const interactive = (one: Thing, at: string): readonly string[] => {
  if (one.type === "button") return button(one, at);
  if (one.type === "plain_text_input") return [];
  return [`unsupported type: ${String(one.type)} [json-pointer:${at}]`];
};

const INLINE: Readonly<Record<string, readonly string[]>> = {
  text: ["text"],
  link: ["url"],
  user: ["user_id"],
  channel: ["channel_id"],
  emoji: ["name"],
  citation: ["url", "text", "index", "details"],
};

const inline = (one: Thing, at: string): readonly string[] => {
  const required = INLINE[String(one.type)];
  if (required === undefined) return [`unsupported type: ${String(one.type)} [json-pointer:${at}]`];
  const missing = required.filter((key) => one[key] === undefined);
  return [
    ...missing.map((key) => `missing required field: ${key} [json-pointer:${at}]`),
    ...("text" in one ? length(one.text, Number.POSITIVE_INFINITY, `${at}/text`) : []),
  ];
};

const SECTIONS = new Set([
  "rich_text_section",
  "rich_text_list",
  "rich_text_quote",
  "rich_text_preformatted",
]);

const richElement = (one: Thing, at: string): readonly string[] => {
  if (!SECTIONS.has(String(one.type))) return [`unsupported type: ${String(one.type)} [json-pointer:${at}]`];
  const inner = things(one.elements);
  if (inner.length === 0) return [`must have at least 1 element [json-pointer:${at}/elements]`];
  return inner.flatMap((element, at2) =>
    one.type === "rich_text_list"
      ? richElement(element, `${at}/elements/${at2}`)
      : inline(element, `${at}/elements/${at2}`),
  );
};

const rich = (block: Thing, at: string): readonly string[] => {
  const elements = things(block.elements);
  if (elements.length === 0) return [`must have at least 1 element [json-pointer:${at}/elements]`];
  return elements.flatMap((one, at2) => richElement(one, `${at}/elements/${at2}`));
};

const sectionBlock = (block: Thing, at: string): readonly string[] => {
  const fields = Array.isArray(block.fields) ? block.fields : [];
  return [
    ...(block.text === undefined && fields.length === 0
      ? [`missing required field: text [json-pointer:${at}]`]
      : []),
    ...(block.text === undefined ? [] : textObject(block.text, 3000, `${at}/text`)),
    ...(fields.length > 10 ? [`no more than 10 fields [json-pointer:${at}/fields]`] : []),
    ...fields.flatMap((field, at2) => textObject(field, 2000, `${at}/fields/${at2}`)),
    ...(isThing(block.accessory) ? interactive(block.accessory, `${at}/accessory`) : []),
  ];
};

const context = (block: Thing, at: string): readonly string[] => {
  const elements = things(block.elements);
  if (elements.length === 0 || elements.length > 10)
    return [`must have 1 to 10 elements [json-pointer:${at}/elements]`];
  return elements.flatMap((one, at2) => textObject(one, 3000, `${at}/elements/${at2}`));
};

const actions = (block: Thing, at: string): readonly string[] => {
  const elements = things(block.elements);
  if (elements.length === 0 || elements.length > 25)
    return [`must have 1 to 25 elements [json-pointer:${at}/elements]`];
  return elements.flatMap((one, at2) => interactive(one, `${at}/elements/${at2}`));
};

const tableCell = (cell: unknown, at: string): readonly string[] => {
  if (!isThing(cell)) return [`must be an object [json-pointer:${at}]`];
  if (cell.type === "raw_text") return length(cell.text, Number.POSITIVE_INFINITY, `${at}/text`);
  if (cell.type === "rich_text") return rich(cell, at);
  return cell.type === "raw_number" ? [] : [`unsupported type: ${String(cell.type)} [json-pointer:${at}]`];
};

const table = (block: Thing, at: string): readonly string[] => {
  const rows = Array.isArray(block.rows) ? (block.rows as readonly unknown[][]) : [];
  const settings = things(block.column_settings);
  const letters = rows
    .flat()
    .reduce<number>((sum, cell) => sum + (isThing(cell) ? lettersOf(cell.text) : 0), 0);
  return [
    ...(rows.length === 0 || rows.length > 100 ? [`must have 1 to 100 rows [json-pointer:${at}/rows]`] : []),
    ...rows.flatMap((row, at2) =>
      row.length > 20 ? [`no more than 20 cells [json-pointer:${at}/rows/${at2}]`] : [],
    ),
    ...(letters > 10_000 ? [`no more than 10000 characters in a table [json-pointer:${at}]`] : []),
    ...(settings.some(({ align }) => align === undefined)
      ? [`missing required field: align [json-pointer:${at}]`]
      : []),
    ...rows.flatMap((row, at2) => row.flatMap((cell, at3) => tableCell(cell, `${at}/rows/${at2}/${at3}`))),
  ];
};

const inputBlock = (block: Thing, at: string): readonly string[] => [
  ...plainText(block.label, 2000, `${at}/label`),
  ...(isThing(block.element)
    ? interactive(block.element, `${at}/element`)
    : [`missing element [json-pointer:${at}]`]),
];

const RULES: Readonly<Record<string, (block: Thing, at: string) => readonly string[]>> = {
  rich_text: rich,
  section: sectionBlock,
  context,
  actions,
  table,
  input: inputBlock,
  divider: () => [],
  header: (block, at) => plainText(block.text, 150, `${at}/text`),
};

const actionIds = (block: Thing): readonly string[] =>
  [...things(block.elements), ...(isThing(block.accessory) ? [block.accessory] : [])].flatMap(
    ({ action_id }) => (typeof action_id === "string" ? [action_id] : []),
  );

/** What a person reads in blocks, one string for each text, in order; a citation or link shows its text. */
export const visibleTexts = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(visibleTexts);
  if (!isThing(value)) return [];
  const { text, ...rest } = value;
  // Inline elements stand side by side.
  if (SECTIONS.has(String(value.type)) && value.type !== "rich_text_list")
    return [
      things(value.elements)
        .map((one) => String(one.text ?? one.user_id ?? ""))
        .join(""),
    ];
  const shown = typeof text === "string" ? [text] : visibleTexts(text);
  const inner = ["elements", "accessory", "fields", "rows", "blocks", "label", "element"].flatMap((key) =>
    visibleTexts(rest[key]),
  );
  return [...shown, ...inner];
};

export type BlockRules = {
  /** Kinds of inline elements and blocks that this workspace does not take. */
  readonly refused: ReadonlySet<string>;
  readonly most: number;
};

export type Verdict = { readonly error: string | null; readonly messages: readonly string[] };

const refusedIn = (value: unknown, refused: ReadonlySet<string>): boolean => {
  if (Array.isArray(value)) return value.some((one) => refusedIn(one, refused));
  if (!isThing(value)) return false;
  return refused.has(String(value.type)) || Object.values(value).some((one) => refusedIn(one, refused));
};

/** Slack's answer to blocks: null where it takes them. */
export const judgeBlocks = (blocks: readonly unknown[], { refused, most }: BlockRules): Verdict => {
  const known = things(blocks);
  const messages = [
    ...(blocks.length > most ? [`no more than ${most} items allowed [json-pointer:/blocks]`] : []),
    ...known.flatMap((block, at) => {
      const rule = RULES[String(block.type)];
      return rule === undefined
        ? [`unsupported type: ${String(block.type)} [json-pointer:/blocks/${at}/type]`]
        : rule(block, `/blocks/${at}`);
    }),
    ...(known.filter(({ type }) => type === "table").length > 1 ? ["only_one_table_allowed"] : []),
    ...known.flatMap((block) => {
      const ids = actionIds(block);
      return new Set(ids).size < ids.length ? ["action_id must be unique within a block"] : [];
    }),
    ...(refusedIn(blocks, refused) ? ["failed to match any allowed schemas"] : []),
  ];
  if (messages.length > 0) return { error: "invalid_blocks", messages };
  const letters = visibleTexts(blocks).reduce((sum, text) => sum + text.length, 0);
  if (letters > 13_200 || JSON.stringify(blocks).length > 40_000)
    return { error: "msg_blocks_too_long", messages: [] };
  return { error: null, messages: [] };
};
