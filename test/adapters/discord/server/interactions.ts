import {
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { asBody, type Body, checkMessage, checkText, lengthOf } from "./check-message.ts";
import { edit, post, type Stage } from "./deeds.ts";
import { fullMemberPayload, isoOf, messagePayload, placeOfInteraction, userPayload } from "./payloads.ts";
import { refuse, refuseForm } from "./refusal.ts";
import {
  type Account,
  isAllowed,
  type Place,
  type Posted,
  permissionsIn,
  USUAL_PERMISSIONS,
} from "./world.ts";

/** How long an interaction waits for its first answer, and how long it can be answered to after that. */
export const FIRST_ANSWER = 3000;
export const TOKEN_LIFE = 15 * 60_000;

export type Modal = {
  readonly title: string;
  readonly customId: string;
  readonly components: readonly Body[];
};

/** Somebody used a command, a button, a form: what the bot made of it. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly by: Account;
  readonly place: Place;
  readonly message: Posted | null;
  readonly at: number;
  /** The kind of the first answer; null: not answered. */
  answeredWith: InteractionResponseType | null;
  answeredAfter: number | null;
  /** Set by a deferral, and then no longer to be changed. */
  ephemeral: boolean;
  original: Posted | null;
  readonly followUps: Posted[];
  choices: readonly { readonly name: string; readonly value: string }[] | null;
  modal: Modal | null;
};

export type NewInteraction = Pick<Interaction, "type" | "by" | "place" | "message"> & {
  readonly data: Body;
  readonly locale: string;
};

export const createInteraction = ({ world, gateway }: Stage, made: NewInteraction): Interaction => {
  const id = world.id();
  const interaction: Interaction = {
    ...made,
    id,
    token: `token-of-${id}`,
    at: world.now(),
    answeredWith: null,
    answeredAfter: null,
    ephemeral: false,
    original: null,
    followUps: [],
    choices: null,
    modal: null,
  };
  const payload = interactionPayload({ world, gateway }, interaction, made);
  gateway.dispatch("INTERACTION_CREATE", () => payload);
  return interaction;
};

const interactionPayload = ({ world }: Stage, { id, token }: Interaction, made: NewInteraction) => {
  const { type, by, place, message, data, locale } = made;
  const isDirect = place.guild === null;
  const who = isDirect
    ? { user: userPayload(by) }
    : {
        member: fullMemberPayload(world, by, USUAL_PERMISSIONS),
        guild_id: world.guild,
        guild_locale: "en-US",
        guild: { id: world.guild, locale: "en-US", features: [] },
      };
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    ...who,
    channel_id: place.id,
    channel: placeOfInteraction(world, place),
    locale,
    app_permissions: String(permissionsIn(world, place)),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: { "0": isDirect ? "0" : world.guild },
    context: isDirect ? 1 : 0,
    attachment_size_limit: 10_485_760,
    data,
    ...(message === null ? {} : { message: messagePayload(message) }),
  };
};

const sends = (stage: Stage, interaction: Interaction, body: Body): Posted => {
  const embedLinks = isAllowed(stage.world, interaction.place, PermissionFlagsBits.EmbedLinks);
  checkMessage(body, embedLinks);
  const given = typeof body.flags === "number" ? body.flags : 0;
  return post(stage, interaction.place, {
    author: stage.world.bot,
    content: String(body.content ?? ""),
    embeds: (body.embeds ?? []) as Posted["embeds"],
    components: (body.components ?? []) as Posted["components"],
    flags: given,
    answers: { interaction: interaction.id, by: interaction.by },
  });
};

const readChoices = (data: Body): NonNullable<Interaction["choices"]> => {
  const choices = (data.choices ?? []) as NonNullable<Interaction["choices"]>;
  if (choices.length > 25) refuseForm(["data", "choices"], "Must be 25 or fewer in length.");
  for (const [at, { name, value }] of choices.entries()) {
    if (lengthOf(name) < 1 || lengthOf(name) > 100) refuseForm(["data", "choices", at, "name"], "1 to 100");
    if (lengthOf(value) > 100)
      refuseForm(["data", "choices", at, "value"], "Must be 100 or fewer in length.");
  }
  return choices;
};

const readModal = (data: Body): Modal => {
  const components = (data.components ?? []) as readonly Body[];
  const title = checkText(data.title, 45, ["data", "title"]);
  const customId = checkText(data.custom_id, 100, ["data", "custom_id"]);
  if (title === "" || customId === "") refuseForm(["data"], "A form has a title and a custom_id");
  if (components.length < 1 || components.length > 5) refuseForm(["data", "components"], "1 to 5");
  for (const [at, component] of components.entries()) {
    const path = ["data", "components", at];
    if (component.type === ComponentType.Label) {
      checkText(component.label, 45, [...path, "label"]);
      checkText(component.description, 100, [...path, "description"]);
      const input = asBody(component.component);
      checkText(input.custom_id, 100, [...path, "component", "custom_id"]);
      checkText(input.placeholder, 100, [...path, "component", "placeholder"]);
    } else if (component.type !== ComponentType.TextDisplay && component.type !== ComponentType.ActionRow)
      refuseForm([...path, "type"], "must be a label, a text or a row");
  }
  return { title, customId, components };
};

const DEFERRED_REPLY = InteractionResponseType.DeferredChannelMessageWithSource;

const take = (stage: Stage, interaction: Interaction, { type, data }: { type: number; data: Body }): void => {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.original = sends(stage, interaction, data);
      interaction.ephemeral = (interaction.original.flags & MessageFlags.Ephemeral) !== 0;
      return;
    case DEFERRED_REPLY:
      interaction.ephemeral = ((Number(data.flags) || 0) & MessageFlags.Ephemeral) !== 0;
      return;
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.original = interaction.message;
      return;
    case InteractionResponseType.UpdateMessage: {
      const { message } = interaction;
      if (message === null) refuseForm(["type"], "There is no message to update");
      edit(stage, message, data as never);
      interaction.original = message;
      return;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = readChoices(data);
      return;
    case InteractionResponseType.Modal:
      if (interaction.type === InteractionType.ModalSubmit) refuseForm(["type"], "A form cannot open a form");
      interaction.modal = readModal(data);
      return;
    default:
      refuseForm(["type"], "Unknown kind of answer");
  }
};

/** POST interactions/{id}/{token}/callback: dead after three seconds, and once only. */
export const answer = (stage: Stage, interaction: Interaction | undefined, body: Body): void => {
  if (interaction === undefined) refuse("unknownInteraction");
  if (interaction.answeredWith !== null) refuse("alreadyAcknowledged");
  const after = stage.world.now() - interaction.at;
  if (after > FIRST_ANSWER) refuse("unknownInteraction");
  const type = Number(body.type);
  take(stage, interaction, { type, data: asBody(body.data) });
  interaction.answeredWith = type;
  interaction.answeredAfter = after;
};

const alive = (stage: Stage, interaction: Interaction | undefined): Interaction => {
  if (interaction === undefined || interaction.answeredWith === null) return refuse("unknownWebhook");
  if (stage.world.now() - interaction.at > TOKEN_LIFE) refuse("unknownWebhook");
  return interaction;
};

const isLoading = ({ answeredWith, original }: Interaction): boolean =>
  answeredWith === DEFERRED_REPLY && original === null;

/** After a deferral the first message fills the loading one, and stays as private as the deferral was. */
const fill = (stage: Stage, interaction: Interaction, body: Body): Posted => {
  const flags = (Number(body.flags) || 0) & ~MessageFlags.Ephemeral;
  const kept = interaction.ephemeral ? MessageFlags.Ephemeral : 0;
  interaction.original = sends(stage, interaction, { ...body, flags: flags | kept });
  return interaction.original;
};

export const editOriginal = (stage: Stage, found: Interaction | undefined, body: Body): Posted => {
  const interaction = alive(stage, found);
  if (isLoading(interaction)) return fill(stage, interaction, body);
  const { original } = interaction;
  if (original === null) return refuse("unknownMessage");
  checkMessage({ content: original.content, embeds: original.embeds, ...body }, true);
  edit(stage, original, body as never);
  return original;
};

export const followUp = (stage: Stage, found: Interaction | undefined, body: Body): Posted => {
  const interaction = alive(stage, found);
  if (isLoading(interaction)) return fill(stage, interaction, body);
  const sent = sends(stage, interaction, body);
  interaction.followUps.push(sent);
  return sent;
};

export const original = (stage: Stage, found: Interaction | undefined): Posted =>
  alive(stage, found).original ?? refuse("unknownMessage");

export const deleteOriginal = (stage: Stage, found: Interaction | undefined): void => {
  const interaction = alive(stage, found);
  const { original: message } = interaction;
  if (message === null && !isLoading(interaction)) refuse("unknownMessage");
  if (message === null) return;
  message.channel.messages.splice(message.channel.messages.indexOf(message), 1);
};

export const answeredAt = ({ at, answeredAfter }: Interaction): string => isoOf(at + (answeredAfter ?? 0));
