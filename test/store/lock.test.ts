import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { findBot, lockStore } from "../../src/store/lock.ts";
import { openStore } from "../../src/store/open.ts";
import { createClock, makeFeed } from "./sample.ts";

const SINCE = "2026-03-02T01:00:00.000Z";
const newDatabase = (): string => join(mkdtempSync(join(tmpdir(), "juyao-")), "juyao.db");
const children: ChildProcess[] = [];

function spawnHolder(database: string, errors: "inherit" | "ignore"): ChildProcess {
  const holder = fileURLToPath(new URL("./lock-holder.ts", import.meta.url));
  const child = spawn(process.execPath, [holder, database], { stdio: ["ignore", "pipe", errors] });
  children.push(child);
  return child;
}

/** Another process that holds the lock. */
async function holdElsewhere(database: string): Promise<ChildProcess> {
  const child = spawnHolder(database, "inherit");
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await end(child);
});

it("refuses a second bot while the first lives, and dies with it", async () => {
  const database = newDatabase();
  const child = await holdElsewhere(database);
  await expect(lockStore(database, new Date())).rejects.toMatchObject({
    code: "store-in-use",
    detail: { file: database },
  });
  expect(await findBot(database)).toBe(SINCE);
  await end(child);
  expect(await findBot(database)).toBeUndefined();
  const lock = await lockStore(database, new Date());
  lock.release();
});

it("outlives being looked at by its own process", async () => {
  const database = newDatabase();
  const lock = await lockStore(database, new Date(SINCE));
  expect(await findBot(database)).toBe(SINCE);
  // A lock of the system would be gone by now, had the look closed the file under it.
  const child = spawnHolder(database, "ignore");
  expect(await once(child, "exit")).toEqual([1, null]);
  lock.release();
});

it("leaves the store to others, who read and write beside it", async () => {
  const database = newDatabase();
  const lock = await lockStore(database, new Date(SINCE));
  const store = await openStore({ url: database, clock: createClock(), patienceMs: 0 });
  await store.putFeed(makeFeed());
  expect(await store.listFeeds()).toHaveLength(1);
  await store.close();
  lock.release();
});

it("is one lock by whatever name the file is reached, and free once it is released", async () => {
  const database = newDatabase();
  await (await openStore({ url: database, clock: createClock() })).close();
  const alias = join(mkdtempSync(join(tmpdir(), "juyao-")), "alias.db");
  symlinkSync(database, alias);
  const lock = await lockStore(alias, new Date(SINCE));
  await expect(lockStore(database, new Date())).rejects.toMatchObject({ code: "store-in-use" });
  lock.release();
  lock.release();
  const next = await lockStore(database, new Date());
  next.release();
});

it("is had by one of two that start at the same moment", async () => {
  const database = newDatabase();
  const attempts = await Promise.allSettled([1, 2, 3].map(() => lockStore(database, new Date(SINCE))));
  const locks = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
  expect(locks).toHaveLength(1);
  for (const lock of locks) lock.release();
});

it("needs none for a database in memory", async () => {
  const locks = [await lockStore(":memory:", new Date()), await lockStore(":memory:", new Date())];
  for (const lock of locks) lock.release();
  expect(await findBot(":memory:")).toBeUndefined();
});

it("knows of no bot where none ever ran, and makes no file to find out", async () => {
  expect(await findBot(newDatabase())).toBeUndefined();
});

it.skipIf(process.getuid?.() === 0)("says what it cannot write", async () => {
  const folder = mkdtempSync(join(tmpdir(), "juyao-"));
  chmodSync(folder, 0o500);
  await expect(lockStore(join(folder, "juyao.db"), new Date())).rejects.toMatchObject({ code: "store-unreadable" });
});
