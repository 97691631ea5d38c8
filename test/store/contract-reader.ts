import { expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import type { Subject } from "./contract.ts";
import { deliver, makeChannel, makeRecord } from "./sample.ts";

const CHANNEL = makeChannel();
const LATER = "2026-03-05T00:00:00.000Z";

/** An article that a channel was told of. */
async function tell(store: Store, name: string): Promise<void> {
  await store.pending(CHANNEL);
  await store.archive(makeRecord(name, { measures: [{ headline: "压缩审批时限" }, { headline: "减免检测费用" }] }));
  await deliver(store, CHANNEL.id, `slot ${name}`, [name]);
}

function hiddenContract(subject: () => Subject): void {
  test("a hidden measure is left out for its channel only, until it is shown again", async () => {
    const { store } = subject();
    const other = makeChannel({ id: "slack:C9" });
    await store.archive(makeRecord("甲", { measures: [{ headline: "压缩审批时限" }, { headline: "减免检测费用" }] }));
    const wrong = { articleId: "甲", headline: "压缩审批时限" };
    const count = async (channel = CHANNEL) =>
      (await store.pending(channel)).flatMap(({ measures }) => measures).length;
    expect(await store.setHidden(CHANNEL.id, wrong, true)).toBe(true);
    expect(await store.setHidden(CHANNEL.id, wrong, true)).toBe(false);
    expect([await count(), await count(other)]).toEqual([1, 2]);
    expect(await store.listHidden(CHANNEL.id)).toEqual([wrong]);
    expect(await store.setHidden(CHANNEL.id, wrong, false)).toBe(true);
    expect(await count()).toBe(2);
    expect(await store.setHidden(CHANNEL.id, { articleId: "没有", headline: "x" }, true)).toBe(false);
  });

  test("an article whose measures are all hidden still counts as told: its reposts are no news", async () => {
    const { store } = subject();
    await tell(store, "甲");
    for (const headline of ["压缩审批时限", "减免检测费用"])
      await store.setHidden(CHANNEL.id, { articleId: "甲", headline }, true);
    expect(await store.deliveredSince(CHANNEL.id, "2026-01-01T00:00:00.000Z")).toMatchObject([{ measures: [] }]);
  });
}

function watchContract(subject: () => Subject): void {
  const watch = { channel: "slack:C1", user: "slack:U1", words: ["储能", "电价"], locale: "zh-CN", createdAt: LATER };

  test("a watch is kept once, listed, and removed", async () => {
    const { store } = subject();
    const added = await store.addWatch(watch);
    expect(await store.addWatch({ ...watch, user: "slack:U2" })).toEqual(added);
    await store.addWatch({ ...watch, channel: "slack:C2" });
    expect(await store.listWatches()).toMatchObject([watch, { channel: "slack:C2" }]);
    expect(await store.removeWatch(added.id)).toBe(true);
    expect(await store.removeWatch(added.id)).toBe(false);
    expect((await store.addWatch(watch)).id).not.toBe(added.id);
  });

  test("a channel with words is only told of measures that have them all, in whatever script", async () => {
    const { store } = subject();
    const words = makeChannel({ id: "watch 1", words: ["儲能", "電價"] });
    await store.archive(makeRecord("甲", { measures: [{ headline: "完善储能电价" }, { headline: "建设储能电站" }] }));
    await store.archive(makeRecord("乙", { measures: [{ headline: "调整电价" }] }));
    expect((await store.pending(words)).map(({ article, measures }) => [article.id, measures.length])).toEqual([
      ["甲", 1],
    ]);
  });
}

function revisionContract(subject: () => Subject): void {
  const changed = makeRecord("甲", {
    article: { text: "现在压缩检测时限。" },
    measures: [{ headline: "压缩检测时限" }],
  });

  test("what was told and has changed is listed, and its old text is kept", async () => {
    const { store, clock } = subject();
    await tell(store, "甲");
    const [before] = await store.deliveredSince(CHANNEL.id, "2026-01-01T00:00:00.000Z");
    clock.set(LATER);
    await store.archive(changed);
    const revised = await store.listRevised(CHANNEL.id, "2026-01-01T00:00:00.000Z");
    expect(revised).toMatchObject([{ revisedAt: LATER, withdrawn: false, delivery: { slot: "slot 甲" } }]);
    expect(revised[0]?.archived.measures).toHaveLength(1);
    expect(await store.listRevised(CHANNEL.id, "2026-03-06T00:00:00.000Z")).toEqual([]);
    expect(await store.listRevised("slack:C9", "2026-01-01T00:00:00.000Z")).toEqual([]);
    expect(await store.editions("甲")).toEqual([
      { title: before?.article.title, text: before?.article.text, replacedAt: LATER },
    ]);
  });

  test("of what nobody was told, no old text is kept and no change is listed", async () => {
    const { store, clock } = subject();
    await store.archive(makeRecord("甲"));
    clock.set(LATER);
    await store.archive(changed);
    expect([await store.editions("甲"), await store.listRevised(CHANNEL.id, "2026-01-01T00:00:00.000Z")]).toEqual([
      [],
      [],
    ]);
  });

  test("a page that is missing twice in a row is withdrawn; one that comes back in between is not", async () => {
    const { store } = subject();
    await tell(store, "甲");
    const unlooked = (before: string) => store.listUnlooked([CHANNEL.id], "2026-01-01T00:00:00.000Z", before);
    const withdrawn = async () =>
      (await store.listRevised(CHANNEL.id, "2026-01-01T00:00:00.000Z")).map((revised) => revised.withdrawn);
    expect(await unlooked("2030-01-01T00:00:00.000Z")).toEqual([{ articleId: "甲", url: expect.any(String) }]);
    for (const [day, there] of [
      [5, false],
      [6, true],
      [7, false],
    ] as const)
      await store.noteLook("甲", `2026-03-0${day}T00:00:00.000Z`, there);
    expect(await withdrawn()).toEqual([]);
    expect(await unlooked("2026-03-07T00:00:00.000Z")).toEqual([]);
    expect(await unlooked("2026-03-08T00:00:00.000Z")).toHaveLength(1);
    await store.noteLook("甲", "2026-03-08T00:00:00.000Z", false);
    expect(await withdrawn()).toEqual([true]);
    expect(await unlooked("2030-01-01T00:00:00.000Z")).toEqual([]);
  });
}

export function readerContract(subject: () => Subject): void {
  hiddenContract(subject);
  watchContract(subject);
  revisionContract(subject);
}
