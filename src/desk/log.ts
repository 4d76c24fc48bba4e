/** Where faults are written that a person who runs the bot must see. */
export type Log = {
  readonly info: (detail: Readonly<Record<string, unknown>>, what: string) => void;
  readonly warn: (detail: Readonly<Record<string, unknown>>, what: string) => void;
  readonly error: (detail: Readonly<Record<string, unknown>>, what: string) => void;
};
