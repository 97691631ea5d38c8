/** The index goes with the archive: in one transaction, through every change, and from a database of before it. */

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { createClock, makeFeed, makePeriod, makeRecord, searchHeadlines } from "./sample.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "juyao-index-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createClock();
const open = () => openStore({ url: join(folder, "juyao.db"), clock });
const withDatabase = <Result>(work: (database: DatabaseSync) => Result): Result => {
  const database = new DatabaseSync(join(folder, "juyao.db"));
  try {
    return work(database);
  } finally {
    database.close();
  }
};

/** Takes the database back to what the release before the index had. */
const REVERT = `
  drop table arrival;
  drop table holding;
  drop table workspace_grant;
  alter table channel drop column arrival_seq;
  drop trigger measure_index_delete;
  drop table measure_index;
  drop table character_index;
  drop table irregular_period;
  alter table measure add column shadow text not null default '';
  pragma foreign_keys = off;
  update measure_period set measure_seq = (select ordinal from measure where seq = measure_seq);
  update measure set seq = ordinal;
  delete from kysely_migration where name in ('0005-index', '0006-workspaces');
`;

test("a database of before the index is indexed when it is opened, newest first", async () => {
  const before = await open();
  await before.putFeed(makeFeed());
  const plan = makePeriod("2026-01-01", "2031-01-01");
  const measures = [
    { headline: "推進５Ｇ網絡建設", periods: [makePeriod("2026-04-01", "2026-07-01"), plan] },
    { headline: "扩大消费" },
  ];
  await before.archive(makeRecord("甲", { article: { publishedAt: "2026-03-31T20:00:00.000Z" }, measures }));
  await before.close();
  withDatabase((database) => database.exec(REVERT));
  const after = await open();
  expect(await searchHeadlines(after, { words: ["5g网络"] })).toEqual(["推進５Ｇ網絡建設"]);
  expect(await searchHeadlines(after, {})).toEqual(["推進５Ｇ網絡建設", "扩大消费"]);
  const day = { start: "2026-04-01", end: "2026-04-02" };
  expect(await searchHeadlines(after, { publishedIn: [day] })).toHaveLength(2);
  expect(await searchHeadlines(after, { about: [plan] })).toEqual(["推進５Ｇ網絡建設"]);
  expect((await after.search({ words: ["网络"], about: [], publishedIn: [], limit: 1 })).articles[0]?.measures).toEqual(
    [expect.objectContaining({ periods: [expect.objectContaining({ start: "2026-04-01" }), plan] })],
  );
  await after.close();
});

test("an article that changed is found by its new words only, and leaves nothing behind when it goes", async () => {
  const store = await open();
  await store.archive(makeRecord("甲", { measures: [{ headline: "建设泵站" }, { headline: "改造渠道" }] }));
  await store.archive(makeRecord("乙", { measures: [{ headline: "修建泵站" }] }));
  await store.archive(makeRecord("甲", { article: { title: "改" }, measures: [{ headline: "拆除泵站" }] }));
  expect(await searchHeadlines(store, { words: ["泵站"] })).toEqual(["拆除泵站", "修建泵站"]);
  expect(await searchHeadlines(store, { words: ["渠道"] })).toEqual([]);
  await store.close();
  withDatabase((database) => database.exec("pragma foreign_keys = on; delete from article where id = '甲'"));
  const rows = withDatabase((database) => database.prepare("select rowid from measure_index").all());
  expect(rows).toHaveLength(1);
});

test("what cannot be stored is not in the index either", async () => {
  const store = await open();
  const record = makeRecord("甲", { measures: [{ headline: "建设泵站" }, { headline: "改造渠道" }] });
  const [first, second] = record.measures;
  if (!first || !second) throw new Error("no measures");
  const fatal = { ...second, score: undefined as unknown as number };
  await expect(store.archive({ ...record, measures: [first, fatal] })).rejects.toThrow();
  expect(await searchHeadlines(store, { words: ["泵站"] })).toEqual([]);
  expect(await store.archive(record)).toBe("added");
  expect(await searchHeadlines(store, { words: ["泵站"] })).toEqual(["建设泵站"]);
  await store.close();
});
