/** People of several workspaces ask the same bot: each sees and changes what belongs to its own. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Request } from "../../src/platform.ts";
import { rss } from "../flow/world.ts";
import { type Asking, FEED_URL, ITEMS, startAsking } from "./asking.ts";

const of = (workspace: string, more: Partial<Request> = {}): Partial<Request> => ({
  ...{ channel: `test:${workspace}/C1`, user: `test:${workspace}/U1`, direct: `test:${workspace}/U1` },
  ...more,
});
const A = of("T1");
const B = of("T2");
const SOURCE = "https://b.test/feed";

describe("an answer to a workspace", () => {
  let { world, ask, app, clock, adapter } = {} as Asking;

  const bring = async (items: Parameters<typeof rss>[0], url = SOURCE): Promise<void> => {
    world.serve(url, rss(items));
    clock.advance(1000);
    await app.gather({ eager: true });
  };

  beforeEach(async () => {
    ({ world, ask, app, clock, adapter } = await startAsking());
    world.serve(SOURCE, rss([{ id: "9", title: "外贸", measures: ["新设海外仓", "简化通关手续"] }]));
  });

  it("knows the feeds of the file, which are everybody's and nobody's to change", async () => {
    expect(await ask("/feeds", A)).toContain("源a");
    expect(await ask("/policy 储能", A)).toContain("建设独立储能电站");
    expect(await ask("/feeds pause a", A)).toContain("不能在这里修改");
    expect(await ask("/feeds remove a", A)).not.toContain("juyao.yaml");
  });

  it("shows a feed, and what it brings, only where it was added", async () => {
    await ask("/feeds add https://b.test/feed", A);
    expect(await ask("/feeds", A)).toContain("b.test");
    expect(await ask("/policy 海外仓", A)).toContain("新设海外仓");
    expect(await ask("/why https://site.test/9.html", A)).toContain("测试源");
    for (const other of [B, {}]) {
      expect(await ask("/feeds", other)).not.toContain("b.test");
      expect(await ask("/feeds pause 测试源", other)).toContain("没有编号为");
      expect(await ask("/feeds remove 测试源", other)).toContain("没有编号为");
      expect(await ask("/feeds test 测试源", other)).toContain("没有编号为");
      expect(await ask("/policy 海外仓", other)).toContain("没有找到");
      expect(await ask("/policy 仓", other)).toContain("没有找到");
      expect(await ask("/policy 来自:测试源", other)).toContain("没有找到");
      expect(await ask("/policy trend 海外仓", other)).toContain("没有找到");
      expect(await ask("/why https://site.test/9.html", other)).not.toContain("测试源");
    }
    expect(await ask("/health", A)).toContain("3 篇");
    expect(await ask("/health", B)).toContain("2 篇");
  });

  it("reads once what two workspaces added, and gives each its past", async () => {
    await ask("/feeds add https://b.test/feed", A);
    expect(await ask("/feeds add https://b.test/feed", A)).toContain("已经有了");
    expect(await ask("/feeds add https://b.test/feed", B)).toContain("收录 1 篇往期文章、2 条举措");
    expect(await ask("/policy 海外仓", B)).toContain("新设海外仓");
    const before = world.requests.length;
    await app.gather({ eager: true });
    expect(world.requests.slice(before).filter((url) => url === SOURCE)).toHaveLength(1);
    await ask("/feeds remove 测试源", A);
    expect(await ask("/feeds", B)).toContain("b.test");
    expect(await ask("/feeds", A)).not.toContain("b.test");
  });

  it("posts to a channel what its workspace's feeds bring", async () => {
    await ask("/feeds add https://b.test/feed", A);
    for (const channel of [A, B]) await ask("/subscribe", channel);
    await bring([{ id: "10", title: "口岸", measures: ["压缩通关时间", "减免查验费用"] }]);
    await bring([{ id: "11", title: "电价", measures: ["完善分时电价", "扩大直供范围"] }, ...ITEMS], FEED_URL);
    for (const channel of [A, B]) await ask("/digest now", channel);
    const posted = (id: string) => JSON.stringify(adapter.posted.filter(({ channel }) => channel === id));
    expect(posted("test:T1/C1")).toContain("压缩通关时间");
    expect(posted("test:T1/C1")).toContain("完善分时电价");
    expect(posted("test:T2/C1")).not.toContain("压缩通关时间");
    expect(posted("test:T2/C1")).toContain("完善分时电价");
  });

  it("tells a watch of its workspace's feeds only", async () => {
    await app.start();
    await ask("/feeds add https://b.test/feed", A);
    for (const asker of [A, B]) await ask("/watch 通关", asker);
    expect(await ask("/watch", B)).toContain("通关");
    expect(await ask("/unwatch 1", B)).toContain("没有");
    await bring([{ id: "10", title: "口岸", measures: ["压缩通关时间", "减免查验费用"] }]);
    const { store } = app.answerParts;
    const pendingOf = async (id: string, postTo: string) => {
      const [channel] = await app.answerParts.channels();
      if (!channel) throw new Error("no channel");
      return store.pending({ ...channel, id, postTo, from: "now", words: ["通关"] });
    };
    expect(await pendingOf("watch 1", "test:T1/C1")).toHaveLength(1);
    expect(await pendingOf("watch 2", "test:T2/C1")).toHaveLength(0);
    await app.stop();
  });

  it("shows and changes channels of that workspace only, and keeps the disk to the operator", async () => {
    await ask("/subscribe", A);
    expect(await ask("/health", A)).toContain("test:T1/C1");
    expect(await ask("/health", B)).not.toContain("test:T1/C1");
    expect(await ask("/health", B)).not.toContain("磁盘");
    expect(await ask("/health")).toContain("磁盘");
    const { store } = app.answerParts;
    await store.changeNotice("channel test:T1/C1", "post-not-member");
    await store.changeNotice("workspace test:T9", "post-not-installed");
    expect(await ask("/health", A)).toContain("不在频道");
    for (const other of ["不在频道", "test:T9"]) expect(await ask("/health", B)).not.toContain(other);
    expect(await ask("/health")).toContain("test:T9");
    expect(await ask("/digest pause", B)).toContain("先用 /subscribe");
    expect(await ask("/digest settings", { ...A, admin: false })).toContain("只有管理员");
  });

  it("counts as admins those whom the configuration names, each in the workspace it is named with", async () => {
    const asking = await startAsking(undefined, { admins: ["test:T1/U1"] });
    expect(await asking.ask("/subscribe", { ...A, admin: false })).toContain("已订阅");
    const stranger = { ...of("T2"), user: "test:T2/U1", admin: false };
    expect(await asking.ask("/subscribe", stranger)).toContain("只有管理员");
  });
});
