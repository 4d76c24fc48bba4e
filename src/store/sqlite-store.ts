import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { KeyvStoreAdapter, StoredData } from "keyv";

/** The store that lives and dies with the process. */
export const IN_MEMORY = ":memory:";

/** Another process may be writing: so long, in milliseconds, is its turn waited for. */
const BUSY_TIMEOUT = 1_000;

/**
 * Write-ahead logging keeps the file whole when the process is killed at any moment (sqlite.org/wal.html);
 * `synchronous = NORMAL` may lose the last writes when the power fails, never the file. The log is brought into the
 * file when it is 32 MB long: that waits for the disk, and a person for it.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 8000;
  PRAGMA busy_timeout = ${BUSY_TIMEOUT};
  CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_expires ON entries (expires) WHERE expires IS NOT NULL;
`;

/** So many entries are read at once where all of a namespace are. */
const PAGE = 200;

/** No key of a namespace sorts behind it. */
const LAST_LETTER = "\u{10FFFF}";

type Statements = Readonly<
  Record<"get" | "set" | "add" | "claim" | "release" | "delete" | "clear" | "sweep" | "page", StatementSync>
>;

const prepare = (database: DatabaseSync): Statements => ({
  get: database.prepare("SELECT value FROM entries WHERE key = ? AND (expires IS NULL OR expires > ?)"),
  set: database.prepare("INSERT OR REPLACE INTO entries (key, value, expires) VALUES (?, ?, ?)"),
  add: database.prepare(
    `INSERT INTO entries (key, value, expires) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires
     WHERE entries.expires IS NOT NULL AND entries.expires <= ?`,
  ),
  claim: database.prepare(
    `INSERT INTO entries (key, value, expires) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires
     WHERE entries.value = excluded.value OR (entries.expires IS NOT NULL AND entries.expires <= ?)`,
  ),
  release: database.prepare("DELETE FROM entries WHERE key = ? AND value = ?"),
  page: database.prepare(
    `SELECT key, value FROM entries WHERE key > ? AND key < ? AND (expires IS NULL OR expires > ?)
     ORDER BY key LIMIT ${PAGE}`,
  ),
  delete: database.prepare("DELETE FROM entries WHERE key = ?"),
  clear: database.prepare("DELETE FROM entries WHERE substr(key, 1, length(?)) = ?"),
  sweep: database.prepare("DELETE FROM entries WHERE expires <= ?"),
});

/** Opens the file, or makes it. Throws where it cannot be written or is no SQLite file. */
export const openSqlite = (path: string): DatabaseSync => {
  if (path !== IN_MEMORY) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path);
  database.exec(SETTINGS);
  return database;
};

/**
 * Keyv's storage adapter over a SQLite file, one for each namespace. A `ttl` is in milliseconds, and so is
 * `now`, since 1970; what is past its time is not there.
 */
export class SqliteStore extends EventEmitter implements KeyvStoreAdapter {
  readonly opts = { dialect: "sqlite" } as const;
  namespace: string | undefined;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    super();
    this.#now = now;
    this.#database = database;
    this.#statements = prepare(database);
    this.#statements.sweep.run(now());
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#statements.get.get(key, this.#now());
    return row === undefined ? undefined : (row.value as StoredData<Value>);
  }

  async set(key: string, value: string, ttl?: number): Promise<boolean> {
    this.#statements.set.run(key, value, this.#expires(ttl));
    return true;
  }

  /** True for the one caller that put the key there; false where it was there already. One statement, so atomic. */
  async add(key: string, value: string, ttl: number): Promise<boolean> {
    const now = this.#now();
    return Number(this.#statements.add.run(key, value, now + ttl, now).changes) > 0;
  }

  /** True where the key is the owner's now, for so long: it was free, past its time, or the owner's before. */
  async claim(key: string, owner: string, ttl: number): Promise<boolean> {
    const now = this.#now();
    return Number(this.#statements.claim.run(key, owner, now + ttl, now).changes) > 0;
  }

  async release(key: string, owner: string): Promise<void> {
    this.#statements.release.run(key, owner);
  }

  /** Every entry of a namespace, by key; what is written meanwhile may or may not be among them. */
  async *iterator(namespace?: string): AsyncGenerator<[string, string]> {
    const prefix = namespace === undefined ? "" : `${namespace}:`;
    let after = prefix;
    for (;;) {
      const rows = this.#statements.page.all(after, `${prefix}${LAST_LETTER}`, this.#now());
      for (const { key, value } of rows) yield [String(key), String(value)];
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = String(last.key);
    }
  }

  async delete(key: string): Promise<boolean> {
    return Number(this.#statements.delete.run(key).changes) > 0;
  }

  /** Empties the namespace that Keyv set; all of the file where there is none. */
  async clear(): Promise<void> {
    const prefix = this.namespace === undefined ? "" : `${this.namespace}:`;
    this.#statements.clear.run(prefix, prefix);
  }

  async disconnect(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  #expires(ttl: number | undefined): number | null {
    return ttl === undefined ? null : this.#now() + ttl;
  }
}
