import { expect, test } from "vitest";
import type { Subject } from "./contract.ts";
import { makeCheck, makeFeed } from "./sample.ts";

export function feedContract(subject: () => Subject): void {
  test("a feed comes back as it was put, in the order of first putting", async () => {
    const { store } = subject();
    const first = makeFeed({ id: "z", topics: [], paused: true, kind: "page", addedBy: "slack:U1", workspace: "T1" });
    const second = makeFeed({ id: "a", topics: ["新能源汽车", "50%_\\", ""] });
    await store.putFeed(first);
    await store.putFeed(second);
    expect(await store.listFeeds()).toEqual([first, second]);
    const changed = { ...first, title: "改名", paused: false };
    await store.putFeed(changed);
    expect(await store.listFeeds()).toEqual([changed, second]);
  });

  test("a removed feed is gone with its check, and can be put again", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.putCheck(makeCheck());
    expect(await store.removeFeed("ministry")).toBe(true);
    expect(await store.removeFeed("ministry")).toBe(false);
    expect(await store.removeFeed("never")).toBe(false);
    expect(await store.listFeeds()).toEqual([]);
    expect(await store.listChecks()).toEqual([]);
    await store.putFeed(makeFeed());
    expect(await store.listFeeds()).toEqual([makeFeed()]);
    expect(await store.listChecks()).toEqual([]);
  });

  test("the check of a feed that was removed meanwhile is not kept", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.removeFeed("ministry");
    await store.putCheck(makeCheck());
    await store.putFeed(makeFeed());
    expect(await store.listChecks()).toEqual([]);
  });

  test("a check replaces the one before, absent fields included", async () => {
    const { store } = subject();
    const full = makeCheck({
      gatheredAt: "2026-03-02T01:00:01.000Z",
      etag: '"x"',
      lastModified: "Mon, 02 Mar 2026 01:00:00 GMT",
      failures: 3,
      failingSince: "2026-03-01T22:00:00.000Z",
      cause: "http-timeout",
    });
    await store.putCheck(full);
    expect(await store.listChecks()).toEqual([full]);
    await store.putCheck(makeCheck());
    expect(await store.listChecks()).toEqual([makeCheck()]);
  });
}
