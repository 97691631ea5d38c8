/** What workspaces granted: sealed on the disk, and opened by no other key. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { createClock, makeChannel, makeFeed, makeRecord, pendingIds } from "./sample.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "juyao-grants-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = randomBytes(32);
const OTHER = randomBytes(32);
const TOKEN = "xoxb-2222-3333-geheimnis";
const file = () => join(folder, "juyao.db");
const open = (...sealKeys: Uint8Array[]) => openStore({ url: file(), clock: createClock(), sealKeys });
const change = (sql: string): void => {
  const database = new DatabaseSync(file());
  database.exec(sql);
  database.close();
};

test("a token comes back as it was put, and stands nowhere in the files", async () => {
  const store = await open(KEY);
  await store.putGrant("slack:T1", TOKEN);
  await store.putGrant("slack:T1", `${TOKEN}-2`);
  await store.putGrant("slack:T2", TOKEN);
  expect(await store.listGrants()).toMatchObject([
    { workspace: "slack:T1", secret: `${TOKEN}-2`, grantedAt: "2026-03-02T01:00:00.000Z" },
    { workspace: "slack:T2", secret: TOKEN },
  ]);
  // With the write-ahead log still there.
  expect(readdirSync(folder)).toContain("juyao.db-wal");
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(bytes.some((each) => each.includes("xoxb-") || each.includes("geheimnis"))).toBe(false);
  expect(await store.removeGrant("slack:T1")).toBe(true);
  expect(await store.removeGrant("slack:T1")).toBe(false);
  expect(await store.listGrants()).toHaveLength(1);
  await store.close();
});

test("the same token is sealed differently each time", async () => {
  const store = await open(KEY);
  for (const workspace of ["slack:T1", "slack:T2"]) await store.putGrant(workspace, TOKEN);
  await store.close();
  const database = new DatabaseSync(file());
  const sealed = database.prepare("select distinct sealed from workspace_grant").all();
  database.close();
  expect(sealed).toHaveLength(2);
});

test.each([
  ["another key", "select 1", OTHER],
  ["a changed byte", "update workspace_grant set sealed = substr(sealed, 1, 40) || 'AAAA' || substr(sealed, 45)", KEY],
  ["the seal of another workspace", "update workspace_grant set workspace = 'slack:T9'", KEY],
  ["half of it", "update workspace_grant set sealed = substr(sealed, 1, 20)", KEY],
  ["something else", "update workspace_grant set sealed = 'xoxb-plain'", KEY],
])("does not open with %s", async (_, sql, key) => {
  const store = await open(KEY);
  await store.putGrant("slack:T1", TOKEN);
  await store.close();
  change(sql);
  const again = await open(key);
  expect(await again.listGrants()).toMatchObject([{ secret: undefined }]);
  await again.close();
});

test("a former key opens, and what it opened is sealed with the new one", async () => {
  const store = await open(KEY);
  await store.putGrant("slack:T1", TOKEN);
  await store.close();
  for (const keys of [[OTHER, KEY], [OTHER]]) {
    const later = await open(...keys);
    expect(await later.listGrants()).toMatchObject([{ secret: TOKEN }]);
    await later.close();
  }
});

test("without a key nothing is kept, and one that is there can be taken away", async () => {
  const store = await open(KEY);
  await store.putGrant("slack:T1", TOKEN);
  await store.close();
  const keyless = await open();
  await expect(keyless.putGrant("slack:T1", TOKEN)).rejects.toMatchObject({ code: "secret-key-missing" });
  await expect(keyless.listGrants()).rejects.toMatchObject({ code: "secret-key-missing" });
  expect(await keyless.removeGrant("slack:T1")).toBe(true);
  await keyless.close();
});

test("a database of before belongs to the operator, and goes on where it was", async () => {
  const channel = makeChannel({ id: "slack:C1", from: "now" });
  const before = await open();
  await before.putFeed(makeFeed({ addedBy: "slack:U1", paused: true }));
  await before.archive(makeRecord("旧"));
  await before.seeChannel(channel.id);
  await before.archive(makeRecord("新"));
  await before.close();
  change(`drop table arrival; drop table holding; drop table workspace_grant;
    alter table channel drop column arrival_seq; update feed set workspace = 'default', paused = 1;
    delete from kysely_migration where name = '0006-workspaces'`);
  const after = await open();
  expect(await after.listFeeds("")).toMatchObject([{ paused: true, addedBy: "slack:U1", workspace: "" }]);
  expect(await pendingIds(after, channel)).toEqual(["新"]);
  // From here on the rule for several workspaces holds.
  await after.putFeed(makeFeed({ id: "a", url: "https://a.example", addedBy: "slack:T1/U1", workspace: "slack:T1" }));
  expect(await after.listFeeds("slack:T1")).toHaveLength(1);
  expect(await pendingIds(after, channel)).toEqual(["新"]);
  expect(await pendingIds(after, makeChannel({ id: "slack:T1/C1", from: "all" }))).toEqual([]);
  await after.close();
});
