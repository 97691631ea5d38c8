import { beforeEach, describe, expect, it } from "vitest";
import { type NoticeParts, tell, tellOfFeeds } from "../../src/flow/notice.ts";
import type { Check } from "../../src/model.ts";
import { createClock, createWorld, feedNamed, flowParts, type Recording, recordingAdapter, SILENT } from "./world.ts";

const AT = "2026-11-20T01:00:00.000Z";
const SECRET = feedNamed("a", { url: "https://a.test/rss?key=geheim" });

describe("notices", () => {
  let parts: NoticeParts;
  let adapter: Recording;
  const told = (): string[] =>
    adapter.posted.map(({ part }) => `${part.document.title} ${JSON.stringify(part.document.blocks)}`);
  const check = async (failures: number, cause: Check["cause"]): Promise<void> => {
    await parts.store.putCheck({ feedId: "a", checkedAt: AT, nextAt: AT, failures, cause });
    await tellOfFeeds(parts);
  };

  beforeEach(async () => {
    adapter = recordingAdapter();
    const { store, clock } = await flowParts(createWorld(), createClock());
    parts = {
      store,
      clock,
      log: SILENT,
      adapters: new Map([["test", adapter]]),
      adminChannel: "test:admin",
      locale: "zh-CN",
    };
    await store.putFeed(SECRET);
  });

  it("tell of a feed once it has failed for most of a day, once per cause, and when it is healed", async () => {
    await check(1, "http-timeout");
    expect(told()).toEqual([]);
    await check(5, "http-timeout");
    await check(6, "http-timeout");
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain("需要处理");
    expect(told()[0]).toContain("a.test 太久没有响应");
    await check(7, "http-dns");
    expect(told()).toHaveLength(2);
    await check(0, undefined);
    await check(0, undefined);
    expect(told()).toHaveLength(3);
    expect(told()[2]).toContain("恢复正常");
    expect(told().join()).not.toContain("geheim");
  });

  it("tell at once of what only a person can mend", async () => {
    await check(0, "feed-silent");
    expect(told()[0]).toContain("已多日没有");
  });

  it("go to the log alone where there is no admin channel, or it cannot be reached", async () => {
    const trouble = { key: "channel x", cause: "post-not-member", sentence: () => "请邀请机器人" } as const;
    await tell({ ...parts, adminChannel: undefined }, trouble);
    expect(told()).toEqual([]);
    adapter.onPost = () => {
      throw new Error("down");
    };
    await tell(parts, { ...trouble, key: "channel y" });
    expect(told()).toEqual([]);
  });
});
