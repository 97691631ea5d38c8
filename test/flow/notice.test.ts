import { beforeEach, describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { type NoticeParts, tell, tellOfAdapter, tellOfDisk, tellOfFeeds } from "../../src/flow/notice.ts";
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

  it("tell of a disk that fills up, and of an adapter that is lost, and when they are mended", async () => {
    const free = (bytes: number) => tellOfDisk(parts, { free: bytes, total: 100e9 });
    for (const bytes of [50e9, 0.2e9, 0.1e9, 50e9]) await free(bytes);
    await tellOfDisk(parts, undefined);
    expect(told().map((notice) => notice.split(" ")[0])).toEqual(["需要处理", "已恢复"]);
    expect(told()[0]).toContain("200 MB");
    const lost = new JuyaoError("post-token-refused", { detail: { channel: "slack" } });
    for (const failure of [undefined, lost, lost, undefined]) await tellOfAdapter(parts, "slack", failure);
    expect(told().slice(2).join()).toMatch(/与 slack 的连接断了.*令牌.*与 slack 的连接恢复了/);
    expect(told()).toHaveLength(4);
  });

  it("that could not be posted are tried again while the trouble lasts", async () => {
    adapter.onPost = () => {
      throw new Error("down");
    };
    await check(5, "http-timeout");
    adapter.onPost = () => {};
    await check(6, "http-timeout");
    await check(7, "http-timeout");
    expect(told()).toHaveLength(1);
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
