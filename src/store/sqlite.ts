/** Kysely over the built-in `node:sqlite`: one connection, taken in turns, so that concurrent transactions never mix. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { JuyaoError } from "../errors.ts";
import { toJuyaoError } from "./fault.ts";
import type { Database } from "./schema.ts";

/** A wait inside SQLite holds the event loop, and with it the very transaction that may be waited for: keep it short. */
const HELD_WAIT_MS = 50;
const PAUSE_MS = 10;

/** Runs `work` again while another process or connection holds the lock, for `patienceMs` at the most. */
async function retryWhileLocked<Result>(
  work: () => Result,
  patienceMs: number,
  mayRetry: () => boolean = () => true,
): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (fault) {
      const error: JuyaoError = toJuyaoError(fault);
      if (error.code !== "store-locked" || !mayRetry() || performance.now() >= deadline) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

/**
 * Opens a file (its folder is made if missing) or `:memory:`. Throws `store-unreadable`, `store-locked`, `store-full`.
 * `patienceMs`: how long to wait for another process.
 */
export async function openDatabase(path: string, patienceMs: number): Promise<DatabaseSync> {
  return retryWhileLocked(() => {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    // The timeout is set before anything else is said to the file: switching to WAL already needs a lock.
    const database = new DatabaseSync(path, { timeout: HELD_WAIT_MS });
    try {
      database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
      return database;
    } catch (fault) {
      database.close();
      throw fault;
    }
  }, patienceMs);
}

type Parameters = readonly SQLInputValue[];

/** Statements that are kept: more than are asked for again and again. */
const KEPT = 64;

class Connection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  /** By their text, those used last at the end. What is thrown away holds memory until the garbage is collected. */
  readonly #statements = new Map<string, StatementSync>();
  readonly #patienceMs: number;

  constructor(database: DatabaseSync, patienceMs: number) {
    this.#database = database;
    this.#patienceMs = patienceMs;
  }

  /** True between begin and commit. A full disk ends a transaction by itself. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // Inside a transaction only the failed statement would be repeated, not what was read before it.
    return retryWhileLocked(
      () => this.#run<Row>(query),
      this.#patienceMs,
      () => !this.#database.isTransaction,
    );
  }

  #prepare(text: string): StatementSync {
    const statement = this.#statements.get(text) ?? this.#database.prepare(text);
    this.#statements.delete(text);
    this.#statements.set(text, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > KEPT && oldest !== undefined) this.#statements.delete(oldest);
    return statement;
  }

  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    const statement = this.#prepare(query.sql);
    const parameters = query.parameters as Parameters;
    if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
    // The index numbers rows of its own beyond what a JavaScript number holds; the last one is read with the changes.
    statement.setReadBigInts(true);
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  /** Runs one statement that returns nothing for each row of its parameters. */
  async runEach(text: string, rows: readonly Parameters[]): Promise<void> {
    const run = (): void => {
      const statement = this.#prepare(text);
      // See `#run`.
      statement.setReadBigInts(true);
      for (const row of rows) statement.run(...row);
    };
    return retryWhileLocked(run, this.#patienceMs, () => false);
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, nothing here streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("streaming is not supported");
  }
}

class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: Connection;
  /** Settles when the connection is free; each one who asks waits for the one before. */
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: DatabaseSync, patienceMs: number) {
    this.#database = database;
    this.#connection = new Connection(database, patienceMs);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    // A plain begin that reads first and writes later is refused when another process wrote in between.
    const begin = accessMode === "read only" ? "begin" : "begin immediate";
    await this.#connection.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#connection.inTransaction) await this.#connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy(): Promise<void> {
    await this.acquireConnection();
    this.#database.close();
    this.#release();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite can; Kysely says no out of caution. A migration that is cut off must leave nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Runs one statement that returns nothing for each row of its parameters, within a transaction. Kysely itself would take
 * longer over each row than the database does.
 */
export const runEach = (trx: Database, text: string, rows: readonly Parameters[]): Promise<void> =>
  trx.getExecutor().provideConnection((connection) => (connection as Connection).runEach(text, rows));

/** The dialect over an open database; closing the Kysely instance closes it. */
export function createSqliteDialect(database: DatabaseSync, patienceMs: number): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver(database, patienceMs),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
