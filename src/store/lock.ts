/** One bot a database: a lock that dies with its process, while the command line reads and writes beside it. */
import { existsSync, realpathSync } from "node:fs";
import { JuyaoError } from "../errors.ts";
import { toJuyaoError } from "./fault.ts";
import { openDatabase } from "./sqlite.ts";

export interface StoreLock {
  /** May be called twice. */
  release(): void;
}

/** Long enough for two that open the lock file at the same moment. */
const PATIENCE_MS = 1000;

/**
 * The lock is a transaction held open on a second SQLite file: the operating system ends it with the process, whatever
 * ended that, and it holds between containers that share a volume. The file itself stays: removing it while another
 * process opens it would give two processes a lock each.
 */
function lockFileOf(database: string): string | undefined {
  if (database === ":memory:") return undefined;
  return `${existsSync(database) ? realpathSync(database) : database}.lock`;
}

type LockFile = Awaited<ReturnType<typeof openDatabase>>;

/** False if another process holds it. */
function hold(file: LockFile): boolean {
  try {
    file.exec("begin exclusive");
    return true;
  } catch (fault) {
    if (toJuyaoError(fault).code === "store-locked") return false;
    throw fault;
  }
}

const inUse = (database: string): JuyaoError => new JuyaoError("store-in-use", { detail: { file: database } });

/**
 * Writes down since when the lock is held. What others shall read must be committed, and that ends the lock: then it
 * must be taken anew (true), unless somebody was faster. On a full disk the lock goes on without a note (false).
 */
function noteSince(file: LockFile, since: Date): boolean {
  try {
    file.exec("create table if not exists bot (since text not null); delete from bot");
    file.prepare("insert into bot values (?)").run(since.toISOString());
    file.exec("commit");
    return true;
  } catch (fault) {
    if (toJuyaoError(fault).code !== "store-full") throw fault;
    return !file.isTransaction;
  }
}

/**
 * Makes this process the bot of a database (its path as `openStore` takes it); `since` is what `findBot` tells others.
 * Throws `store-in-use` if another process is, `store-unreadable` or `store-full` if the folder cannot be written.
 */
export async function lockStore(database: string, since: Date): Promise<StoreLock> {
  const path = lockFileOf(database);
  if (path === undefined) return { release: () => {} };
  const file = await openLock(path);
  try {
    if (!hold(file)) throw inUse(database);
    if (noteSince(file, since) && !hold(file)) throw inUse(database);
  } catch (fault) {
    file.close();
    throw toJuyaoError(fault).with({ file: database });
  }
  return {
    release: () => {
      if (file.isOpen) file.close();
    },
  };
}

async function openLock(path: string): Promise<LockFile> {
  try {
    return await openDatabase(path, PATIENCE_MS);
  } catch (fault) {
    throw toJuyaoError(fault).with({ file: path });
  }
}

/** Since when a bot runs on this database; undefined if none does. */
export async function findBot(database: string): Promise<string | undefined> {
  const path = lockFileOf(database);
  if (path === undefined || !existsSync(path)) return undefined;
  const file = await openLock(path);
  try {
    if (hold(file)) return undefined;
    const row = file.prepare("select since from bot").get();
    return typeof row?.since === "string" ? row.since : undefined;
  } finally {
    file.close();
  }
}
