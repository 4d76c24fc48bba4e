import type { APIApplicationCommand } from "discord-api-types/v10";
import { asBody, type Body, lengthOf } from "./check-message.ts";
import { refuseForm } from "./refusal.ts";

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHAT_INPUT = 1;
const MOST_OPTIONS = 25;
const MOST_CHARACTERS = 8000;

const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? value.map(asBody) : []);

const checkNamed = (
  { name, description }: Body,
  path: readonly (string | number)[],
  described: boolean,
): number => {
  if (typeof name !== "string" || !NAME.test(name)) refuseForm([...path, "name"], "Command name is invalid");
  if (described && String(name) !== String(name).toLowerCase())
    refuseForm([...path, "name"], "must be lower case");
  const said = typeof description === "string" ? description : "";
  if (described && (lengthOf(said) < 1 || lengthOf(said) > 100))
    refuseForm([...path, "description"], "Must be between 1 and 100 in length.");
  return lengthOf(String(name) + said);
};

const checkCommand = (command: Body, at: number): void => {
  const isChat = (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  const options = list(command.options);
  if (options.length > MOST_OPTIONS)
    refuseForm([at, "options"], `Must be ${MOST_OPTIONS} or fewer in length.`);
  if (isChat ? false : String(command.description ?? "") !== "")
    refuseForm([at, "description"], "Only chat input commands have one");
  const own = isChat ? checkNamed(command, [at], true) : 0;
  const total = options.reduce((sum, option, n) => sum + checkNamed(option, [at, "options", n], true), own);
  if (total > MOST_CHARACTERS) refuseForm([at], `Must be ${MOST_CHARACTERS} or fewer characters in all.`);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true))
    refuseForm([at, "options"], "Required options must be placed before non-required options");
};

/** The whole set of an application's commands, as PUT replaces it. */
export const checkCommands = (
  body: unknown,
  { application, id }: { readonly application: string; readonly id: () => string },
): readonly APIApplicationCommand[] => {
  const commands = list(body);
  for (const [at, command] of commands.entries()) checkCommand(command, at);
  return commands.map(
    (command) =>
      ({
        ...command,
        id: id(),
        application_id: application,
        version: id(),
      }) as unknown as APIApplicationCommand,
  );
};
