import { beforeEach, describe, expect, it } from "vitest";
import { Config } from "../../src/config.ts";
import { JuyaoError } from "../../src/errors.ts";
import { feedNamed, rss } from "../flow/world.ts";
import { type Asking, ITEMS, startAsking } from "./asking.ts";

describe("an answer", () => {
  let { world, ask, app, clock, adapter } = {} as Asking;

  beforeEach(async () => {
    ({ world, ask, app, clock, adapter } = await startAsking());
  });

  it("looks up by word, by period, in either script, and says as what it read the period", async () => {
    expect(await ask("/policy 储能")).toContain("建设独立储能电站");
    expect(await ask("/policy 儲能電站")).toContain("建设独立储能电站");
    const quarter = await ask("/policy 一季度");
    expect(quarter).toContain("扩大有效投资");
    expect(quarter).toContain("按 2026 年一季度");
    expect(quarter).not.toContain("储能电站");
    expect(await ask("/policy Q1 2026", { locale: "en" })).toContain("read as Q1 2026");
  });

  it("finds what was published in a period that is named with its year", async () => {
    const day = "Fri, 06 Mar 2026 08:00:00 +0800";
    const item = `<item><title>通关提速</title><link>https://site.test/p.html</link><guid>p</guid><pubDate>${day}</pubDate><description>一是压缩通关时间。二是减免查验费用。</description></item>`;
    world.serve("https://a.test/rss.xml", `<rss version="2.0"><channel><title>源</title>${item}</channel></rss>`);
    await app.gather({ eager: true });
    expect(await ask("/policy 2026年3月")).toContain("压缩通关时间");
    expect(await ask("/policy 2026年4月")).not.toContain("压缩通关时间");
  });

  it("turns pages, each measure on one of them", async () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      id: `p${i}`,
      measures: [`建设第${i}座泵站`, `改造第${i}条渠道`],
    }));
    world.serve("https://a.test/rss.xml", rss(items));
    await app.gather({ eager: true });
    expect(await ask("/policy 座泵站")).not.toContain("after:");
    const first = await ask("/policy 第");
    const [next = ""] = /\/policy 第 after:[\w.]+/.exec(first) ?? [];
    const pages = [first, await ask(next)];
    expect(pages[1]).toContain(((await ask("/policy 第 page:2")).match(/建设第\d+座泵站/) ?? ["?"])[0]);
    const shown = pages.map((page) => page.match(/(?:建设第\d+座泵站|改造第\d+条渠道)/g) ?? []);
    expect(shown.flat()).toHaveLength(24);
    expect(new Set(shown.flat()).size).toBe(24);
  });

  it("says clearly that nothing was found, and what may help", async () => {
    const nothing = await ask("/policy 不存在的事");
    expect(nothing).toContain("没有找到与“不存在的事”有关的举措");
    expect(nothing).toContain("可以减少词语");
    expect(await ask("/policy")).toContain("想查什么");
  });

  it("previews a digest without marking anything", async () => {
    expect(await ask("/digest")).toContain("扩大有效投资");
    expect(await ask("/digest")).toContain("扩大有效投资");
    expect(await ask("/digest last")).toContain("还没有送出过摘要");
    expect(await ask("/digest more")).toContain("扩大有效投资");
  });

  it("shows the last digest again after it was posted", async () => {
    await app.start();
    expect(await ask("/digest")).toContain("今日无新举措");
    expect(await ask("/digest last")).toContain("扩大有效投资");
    await app.stop();
  });

  it("finishes at start what was claimed before and never sent", async () => {
    const { store } = app.answerParts;
    await store.claim({ channel: "test:c", slot: "before", at: "2026-11-20T00:30:00.000Z" });
    await app.start();
    expect(await store.unfinished("test:c")).toEqual([]);
    expect((await store.lastDelivery("test:c"))?.slot).toBe("before");
    await app.stop();
  });

  it("explains a mistyped command and an unknown one", async () => {
    expect(await ask("/polcy 储能")).toContain("/policy");
    expect(await ask("/天气")).toContain("/help");
  });

  it("tells why an article is as it is", async () => {
    const why = await ask("/why https://site.test/2.html");
    expect(why).toContain("建设独立储能电站");
    expect(why).toContain("源a");
    expect(await ask("/why https://nowhere.test/x")).toContain("404");
  });

  it("goes by a configuration that was read again", async () => {
    await app.start();
    world.serve("https://z.test/rss.xml", rss([{ id: "z", measures: ["新设海外仓", "简化通关手续"] }]));
    const config = Config.parse({
      feeds: [{ id: "z", url: "https://z.test/rss.xml", title: "源z" }],
      channels: [{ id: "test:z", cron: "15 7 * * *" }],
    });
    await app.reload(config);
    expect(await ask("/feeds")).toContain("源z");
    expect(await ask("/feeds")).not.toContain("源a");
    expect((await app.answerParts.channels()).map(({ id }) => id)).toEqual(["test:z"]);
    await app.gather({ eager: true });
    expect(await ask("/policy 海外仓")).toContain("新设海外仓");
    await app.stop();
  });

  describe("on the channel it is asked in", () => {
    const inNew = { channel: "test:new" };

    it("subscribes in one command, tells the next three times, and starts from now", async () => {
      const subscribed = await ask("/subscribe", inNew);
      expect(subscribed).toContain("已订阅");
      expect(subscribed.match(/09:00/g)).toHaveLength(3);
      expect(subscribed).toContain("只供预览");
      expect(subscribed).toContain("建设独立储能电站");
      expect(await ask("/digest now", inNew)).toContain("今日无新举措");
      world.serve(
        "https://a.test/rss.xml",
        rss([{ id: "9", title: "新消息", measures: ["新设海外仓", "简化通关手续"] }, ...ITEMS]),
      );
      clock.advance(1000);
      await app.gather({ eager: true });
      expect(await ask("/digest now", inNew)).toContain("摘要已送出");
      expect(adapter.posted.filter(({ channel }) => channel === "test:new")).toHaveLength(1);
      expect(await ask("/digest last", inNew)).toContain("新设海外仓");
    });

    it("changes the time, in words, and refuses what is none", async () => {
      await ask("/subscribe", inNew);
      const changed = await ask('/digest schedule "30 8 * * 1-5" America/New_York', inNew);
      expect(changed.match(/08:30/g)).toHaveLength(3);
      expect(changed).toContain("America/New_York");
      expect(await ask('/digest schedule "99 9 * * *"', inNew)).toContain("不明白时间");
      expect(await ask('/digest schedule "0 9 * * *" Mars/Base', inNew)).toContain("不明白时间");
    });

    it("pauses, resumes and unsubscribes", async () => {
      await ask("/subscribe", inNew);
      expect(await ask("/digest pause", inNew)).toContain("已暂停");
      expect(await ask("/digest resume", inNew)).toContain("已恢复");
      expect(await ask("/unsubscribe", inNew)).toContain("已退订");
      expect(await ask("/digest pause", inNew)).toContain("先用 /subscribe");
    });

    it("leaves what stands in the file to the file, and changes to admins", async () => {
      expect(await ask("/digest pause")).toContain("juyao.yaml");
      expect(await ask("/unsubscribe")).toContain("juyao.yaml");
      expect(await ask("/subscribe", { ...inNew, admin: false })).toContain("只有管理员");
      expect(await app.answerParts.channels()).toHaveLength(1);
    });
  });

  describe("on feeds", () => {
    it("adds one, brings its past into the archive at once, and never posts it", async () => {
      world.serve("https://b.test/feed", rss([{ id: "9", title: "外贸", measures: ["新设海外仓", "简化通关手续"] }]));
      expect(await ask("/feeds add https://b.test/feed")).toContain("收录 1 篇往期文章");
      expect(await ask("/policy 海外仓")).toContain("新设海外仓");
      expect(await ask("/digest")).not.toContain("海外仓");
      expect(await ask("/feeds")).toContain("测试源");
    });

    const page = (...links: string[]) =>
      `<html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join("")}</head><body></body></html>`;

    it("shows what a page offers, by its latest titles, before anything is added", async () => {
      world.serve("https://b.test/", page("/feed", "/gone"));
      world.serve("https://b.test/feed", rss([{ id: "9", title: "口岸通关再提速", measures: ["新设海外仓"] }]));
      const shown = await ask("/feeds add https://b.test/");
      expect(shown).toContain("口岸通关再提速");
      expect(shown).toContain("/feeds add https://b.test/feed");
      expect(shown).not.toContain("/gone");
      expect(await ask("/feeds")).not.toContain("b.test");
      expect(await ask("/feeds add https://b.test/feed")).toContain("已加入");
    });

    it("reads a list of articles where there is no feed, and looks at the usual places last", async () => {
      const rows = Array.from(
        { length: 12 },
        (_, i) =>
          `<li><a href="/news/2026/t2026110${i}.html">关于做好第${i + 1}批重点项目申报工作的通知</a><span>2026-11-${10 + i}</span></li>`,
      );
      world.serve(
        "https://c.test/list.html",
        `<html><body><div class="list"><ul>${rows.join("")}</ul></div></body></html>`,
      );
      const shown = await ask("/feeds add https://c.test/list.html");
      expect(shown).toContain("第12批重点项目");
      expect(shown).toContain("/feeds add --page https://c.test/list.html");
      expect(world.requests).not.toContain("https://c.test/rss.xml");
      expect(await ask("/feeds add --page https://c.test/list.html")).toContain("已加入");
      world.serve("https://d.test/", page());
      world.serve("https://d.test/rss.xml", rss([{ id: "8", title: "藏在常见位置", measures: ["新设海外仓"] }]));
      expect(await ask("/feeds add https://d.test/")).toContain("藏在常见位置");
    });

    it.each([
      ["the same again", "/feeds add https://a.test/rss.xml#x", "已经有了"],
      ["no URL", "/feeds add 某某局", "不是有效的网址"],
      ["a page that is neither", "/feeds add https://e.test/", "没有找到文章列表"],
      ["a feed of the file", "/feeds pause a", "juyao.yaml"],
      ["what is not there", "/feeds remove nix", "没有编号为 nix 的订阅源"],
    ])("refuses %s with what to do", async (_, line, sentence) => {
      world.serve("https://e.test/", "<html><body><p>维护中</p></body></html>");
      expect(await ask(line)).toContain(sentence);
    });

    it("pauses, resumes and removes what was added by hand, by id or title", async () => {
      world.serve("https://b.test/feed", rss([{ id: "9", measures: ["新设海外仓"] }]));
      await ask("/feeds add https://b.test/feed");
      expect(await ask("/feeds pause 测试源")).toContain("已暂停");
      expect(await ask("/feeds")).toContain("已暂停");
      expect(await ask("/feeds resume 测试源")).toContain("已恢复");
      expect(await ask("/feeds remove 测试源")).toContain("已移除");
      expect(await ask("/policy 海外仓")).toContain("新设海外仓");
    });

    it("lets everybody read and only admins change", async () => {
      expect(await ask("/feeds", { admin: false })).toContain("源a");
      expect(await ask("/feeds add https://b.test/feed", { admin: false })).toContain("只有管理员可以修改");
      expect(world.requests).not.toContain("https://b.test/feed");
    });

    it("tells the health of a feed in words, without the private part of its URL", async () => {
      const secret = feedNamed("s", { url: "https://s.test/feed?key=geheim", addedBy: "terminal:user" });
      await app.answerParts.store.putFeed(secret);
      world.serve(secret.url, new JuyaoError("http-forbidden", { detail: { host: "s.test" } }));
      await app.gather();
      const list = await ask("/feeds");
      expect(list).toContain("s.test 拒绝了访问");
      const at = "2026-11-20T00:00:00.000Z";
      await app.answerParts.store.putCheck({
        feedId: "s",
        checkedAt: at,
        nextAt: at,
        failures: 0,
        cause: "feed-silent",
      });
      expect(await ask("/feeds")).toContain("已多日没有");
      expect(list).not.toContain("geheim");
    });
  });
});
