import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { Kysely } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import type { Store } from "../../src/ports.ts";
import { migrate } from "../../src/store/migrations.ts";
import { createStore, openStore } from "../../src/store/open.ts";
import type { Tables } from "../../src/store/schema.ts";
import { createSqliteDialect, openDatabase } from "../../src/store/sqlite.ts";
import { storeContract } from "./contract.ts";
import { createClock, makeChannel, makeFeed, makeRecord, pendingIds } from "./sample.ts";

// Every transaction waits for the disk; files in memory behave the same, but for a power cut, and never wait.
const MEMORY_FOLDER = "/dev/shm";
const folder = mkdtempSync(join(existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir(), "juyao-store-"));
let count = 0;
const nextFile = (): string => join(folder, `${++count}`, "juyao.db");
const nextFolderFile = (): string => {
  const file = nextFile();
  mkdirSync(join(file, ".."));
  return file;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = createClock();
const open = (url: string): Promise<Store> => openStore({ url, clock, patienceMs: 60 });
const withDatabase = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

storeContract("SQLite file", (given) => openStore({ url: nextFile(), clock: given }));

test("a store in memory works and leaves no file", async () => {
  const store = await open(":memory:");
  expect(await store.archive(makeRecord("甲"))).toBe("added");
  expect(await pendingIds(store, makeChannel())).toEqual(["甲"]);
  await store.close();
  expect(existsSync(":memory:")).toBe(false);
});

describe("a file that cannot serve", () => {
  test("a database of a later version is refused and left as it is", async () => {
    const file = nextFile();
    await (await open(file)).close();
    withDatabase(file, "insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')");
    await expect(open(file)).rejects.toMatchObject({ code: "store-newer" });
    withDatabase(file, "delete from kysely_migration where name = '9999-later'");
    await (await open(file)).close();
  });

  test("a text file, another program's database, a folder, a file in place of a folder", async () => {
    const text = nextFolderFile();
    writeFileSync(text, "这不是数据库。".repeat(100));
    await expect(open(text)).rejects.toMatchObject({ code: "store-unreadable" });
    const foreign = nextFolderFile();
    withDatabase(foreign, "create table bookmark (url text)");
    await expect(open(foreign)).rejects.toMatchObject({ code: "store-unreadable" });
    await expect(open(folder)).rejects.toMatchObject({ code: "store-unreadable" });
    await expect(open(join(text, "juyao.db"))).rejects.toMatchObject({ code: "store-unreadable" });
  });

  test("a damaged database", async () => {
    const file = nextFile();
    await (await open(file)).close();
    writeFileSync(file, new Uint8Array(4096).fill(7), { flag: "r+" });
    await expect(open(file)).rejects.toMatchObject({ code: "store-unreadable" });
  });

  test("another kind of database", async () => {
    await expect(open("postgres://localhost/juyao")).rejects.toMatchObject({ code: "database-unsupported" });
    expect(existsSync("postgres:")).toBe(false);
  });
});

describe("a full disk", () => {
  test("what does not fit is refused whole, and the store goes on once there is room", async () => {
    const database = await openDatabase(nextFile(), 60);
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, 60) });
    await migrate(db);
    const store = createStore(db, clock);
    await store.archive(makeRecord("甲"));
    const pages = Number(database.prepare("pragma page_count").get()?.page_count);
    database.exec(`pragma max_page_count = ${pages + 4}`);
    const measures = Array.from({ length: 200 }, (_, index) => ({ headline: `举措${index}`.repeat(50) }));
    await expect(store.archive(makeRecord("乙", { measures }))).rejects.toMatchObject({ code: "store-full" });
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
    expect(await store.findArticle("https://ministry.example/乙.html")).toBeUndefined();
    database.exec(`pragma max_page_count = ${pages + 1000}`);
    expect(await store.archive(makeRecord("乙", { measures }))).toBe("added");
    expect(await store.countArchive()).toEqual({ articles: 2, measures: 201 });
    await store.close();
  });

  test("where the database ended the transaction by itself, the cause is still told", async () => {
    const database = await openDatabase(":memory:", 60);
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, 60) });
    const work = db.transaction().execute(async () => {
      database.exec("rollback");
      throw new JuyaoError("store-full");
    });
    await expect(work).rejects.toMatchObject({ code: "store-full" });
    await db.destroy();
  });
});

describe("two at one file", () => {
  test("several open a fresh file at once", async () => {
    const file = nextFile();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: file, clock })));
    await Promise.all(stores.map((store, index) => store.putFeed(makeFeed({ id: `f${index}` }))));
    expect(await stores[0]?.listFeeds()).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });

  test("concurrent writers lose nothing, and a slot has one owner", async () => {
    const file = nextFile();
    const one = await openStore({ url: file, clock });
    const two = await openStore({ url: file, clock });
    const names = Array.from({ length: 25 }, (_, index) => `文${index}`);
    const both = [one, two].flatMap((store, side) =>
      names.map((name) => store.archive(makeRecord(name, { feedId: `f${side}` }))),
    );
    const results = await Promise.all(both);
    expect(results.filter((result) => result === "added")).toHaveLength(25);
    const claims = await Promise.all(
      [one, two, one, two].map((store) => store.claim({ channel: "c", slot: "s", at: "2026-03-02T01:00:00.000Z" })),
    );
    expect(claims.filter((delivery) => delivery !== undefined)).toHaveLength(1);
    expect(await two.countArchive()).toEqual({ articles: 25, measures: 25 });
    expect(await pendingIds(one, makeChannel())).toHaveLength(25);
    await one.close();
    await two.close();
  });

  test("who cannot get the lock says so, and reading goes on", async () => {
    const file = nextFile();
    const store = await open(file);
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    await expect(store.archive(makeRecord("甲"))).rejects.toMatchObject({ code: "store-locked" });
    expect(await store.countArchive()).toEqual({ articles: 0, measures: 0 });
    other.exec("rollback");
    other.close();
    expect(await store.archive(makeRecord("甲"))).toBe("added");
    await store.close();
  });
});

describe("an abrupt end", () => {
  test("a process that dies while archiving leaves what it finished, whole, and nothing of the rest", async () => {
    const file = nextFile();
    const writer = fileURLToPath(new URL("./dying-writer.ts", import.meta.url));
    const child = spawnSync(process.execPath, [writer, file], { encoding: "utf8" });
    expect(child.stderr.replace(/.*(ExperimentalWarning|--trace-warnings).*\n/g, "")).toBe("");
    expect(child.signal).toBe("SIGKILL");
    const store = await open(file);
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
    expect((await store.seenEntries("ministry", ["entry-前", "entry-中"])).size).toBe(1);
    expect(await store.archive(makeRecord("中"))).toBe("added");
    await store.close();
  });

  test("closing waits for what was begun, and may be done twice", async () => {
    const file = nextFile();
    const store = await open(file);
    const begun = store.archive(makeRecord("甲"));
    await Promise.all([begun, store.close()]);
    await store.close();
    const again = await open(file);
    expect(await again.countArchive()).toEqual({ articles: 1, measures: 1 });
    await again.close();
  });
});
