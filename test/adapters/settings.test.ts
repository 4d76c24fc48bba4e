import { describe, expect, test } from "vitest";
import { type Environment, readSettings } from "../../adapters/settings.ts";

const machine = { isFolder: (path: string) => path === "/held", home: "/home/ada" };
const settingsOf = (environment: Environment) => {
  const read = readSettings(environment, machine);
  if (!read.ok) throw new Error(read.problems.join());
  return read.settings;
};

test("an empty environment is enough to start", () => {
  expect(settingsOf({})).toEqual({
    dataDir: "data",
    archiveDir: null,
    colour: "auto",
    debug: false,
    stateDir: "/home/ada/.local/state/nutgraf",
  });
});

test.each([
  [{ DATA_DIR: "/held" }, { dataDir: "/held" }],
  [{ DATA_DIR: "" }, { dataDir: "data" }],
  [{ ARCHIVE_DIR: "/held" }, { archiveDir: "/held" }],
  [{ ARCHIVE_DIR: " " }, { archiveDir: null }],
  [{ DEBUG: "1" }, { debug: true }],
  [{ XDG_STATE_HOME: "/state" }, { stateDir: "/state/nutgraf" }],
  [{ XDG_STATE_HOME: "relative/state" }, { stateDir: "/home/ada/.local/state/nutgraf" }],
])("%j is read as %j", (environment, expected) => {
  expect(settingsOf(environment)).toMatchObject(expected);
});

describe("colours", () => {
  test.each([
    [{ NO_COLOR: "1" }, "never"],
    [{ NO_COLOR: "" }, "auto"],
    [{ FORCE_COLOR: "1" }, "always"],
    [{ FORCE_COLOR: "0" }, "never"],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, "never"],
    [{ TERM: "dumb" }, "never"],
    [{ TERM: "dumb", FORCE_COLOR: "1" }, "always"],
    [{ TERM: "xterm-256color" }, "auto"],
  ])("%j: %s", (environment, colour) => {
    expect(settingsOf(environment).colour).toBe(colour);
  });
});

test("every variable that is wrong is named, with what was found and expected", () => {
  expect(readSettings({ DATA_DIR: "/gone", ARCHIVE_DIR: "/lost" }, machine)).toEqual({
    ok: false,
    problems: [
      'DATA_DIR: found "/gone", expected a folder that exists',
      'ARCHIVE_DIR: found "/lost", expected a folder that exists',
    ],
  });
});
