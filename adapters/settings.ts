import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { parseEnv } from "node:util";
import type { z } from "zod";
import {
  BOT_VARIABLES,
  botVariables,
  checkTogether,
  type DiscordSettings,
  discordOf,
  LOG_LEVELS,
  type SlackSettings,
  slackOf,
  text,
} from "./bot-settings.ts";

/** Every variable that is read, and what it is for; the README and .env.example name the same ones. */
export const VARIABLES = {
  DATA_DIR: "the folder with the data packages and the language pack",
  ARCHIVE_DIR: "the newsroom's own folder of article texts, for quotations",
  NO_COLOR: "any value: never print colours",
  FORCE_COLOR: "any value but 0: print colours even where the output is no terminal",
  TERM: "dumb: print no colours",
  DEBUG: "any value: write the details of an unexpected error to standard error",
  XDG_CACHE_HOME: "the folder in which large data packages are kept as they were read, for a quick start",
  XDG_STATE_HOME:
    "the folder in which the terminal keeps the questions typed before, and the bots their memory",
  ...BOT_VARIABLES,
} as const;

export type Settings = {
  readonly dataDir: string;
  /** Null: no archive, so no quotations. */
  readonly archiveDir: string | null;
  /** What the person asks for; "auto" leaves it to whether the output is a terminal. */
  readonly colour: "always" | "never" | "auto";
  readonly debug: boolean;
  /** Where large data packages are kept as they were read. */
  readonly cacheDir: string;
  /** Where the terminal may keep its history. */
  readonly stateDir: string;
  /** The file that the bots' memory is kept in. */
  readonly store: string;
  /** Null: no Slack bot. */
  readonly slack: SlackSettings | null;
  /** Null: no Discord bot. */
  readonly discord: DiscordSettings | null;
  /** Whether corrections are sent as soon as the data changes, or once somebody says so. */
  readonly corrections: "auto" | "confirmed";
  readonly logLevel: (typeof LOG_LEVELS)[number];
};

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  /** Each names its variable and never a secret's value. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;
/** What is not in the environment but on the machine: which folders exist, and where the person's own is. */
export type Machine = { readonly isFolder: (path: string) => boolean; readonly home: string };

const folder = (isFolder: Machine["isFolder"]) =>
  text.refine((path) => path === undefined || isFolder(path), {
    error: ({ input }) => `found ${JSON.stringify(input)}, expected a folder that exists`,
  });

const schemaOf = (machine: Machine) => {
  const own = {
    DATA_DIR: folder(machine.isFolder),
    ARCHIVE_DIR: folder(machine.isFolder),
    NO_COLOR: text,
    FORCE_COLOR: text,
    TERM: text,
    DEBUG: text,
    XDG_CACHE_HOME: text,
    XDG_STATE_HOME: text,
  } satisfies Record<Exclude<keyof typeof VARIABLES, keyof typeof BOT_VARIABLES>, z.ZodType>;
  return botVariables.extend(own).superRefine(checkTogether);
};

type Read = z.infer<ReturnType<typeof schemaOf>>;

/** no-color.org has the first word: who asked for no colours gets none, whatever a tool in between forces. */
const colourOf = ({ NO_COLOR, FORCE_COLOR, TERM }: Read): Settings["colour"] => {
  if (NO_COLOR !== undefined || FORCE_COLOR === "0" || FORCE_COLOR === "false") return "never";
  if (FORCE_COLOR !== undefined) return "always";
  return TERM === "dumb" ? "never" : "auto";
};

/** The XDG base directory specification has relative paths ignored. */
const stateDirOf = ({ XDG_STATE_HOME }: Read, home: string): string =>
  join(
    XDG_STATE_HOME !== undefined && isAbsolute(XDG_STATE_HOME)
      ? XDG_STATE_HOME
      : join(home, ".local", "state"),
    "nutgraf",
  );

const cacheDirOf = ({ XDG_CACHE_HOME }: Read, home: string): string =>
  join(
    XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(home, ".cache"),
    "nutgraf",
  );

/** Reads the environment: {DATA_DIR: "data"} → settings, or one problem for each variable that is wrong. */
export const readSettings = (environment: Environment, machine: Machine): ReadSettings => {
  const read = schemaOf(machine).safeParse(environment);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { ok: false, problems };
  }
  const stateDir = stateDirOf(read.data, machine.home);
  const settings: Settings = {
    dataDir: read.data.DATA_DIR ?? "data",
    archiveDir: read.data.ARCHIVE_DIR ?? null,
    colour: colourOf(read.data),
    debug: read.data.DEBUG !== undefined,
    cacheDir: cacheDirOf(read.data, machine.home),
    stateDir,
    store: read.data.STORE_URL?.slice("sqlite:".length) ?? join(stateDir, "store.sqlite"),
    slack: slackOf(read.data),
    discord: discordOf(read.data),
    corrections: read.data.CORRECTIONS === "auto" ? "auto" : "confirmed",
    logLevel: LOG_LEVELS.find((level) => level === read.data.LOG_LEVEL) ?? "info",
  };
  return { ok: true, settings };
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The variables in ./.env where there is one; the environment itself comes before them. */
const envFile = (): Environment => {
  try {
    return parseEnv(readFileSync(".env", "utf8"));
  } catch {
    return {};
  }
};

/** The settings of this process. The only place that reads the environment. */
export const processSettings = (): ReadSettings =>
  readSettings({ ...envFile(), ...process.env }, { isFolder, home: homedir() });
