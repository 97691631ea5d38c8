import { beforeEach, describe, expect, it } from "vitest";
import type { Action, Document, Form, Reply } from "../../src/document.ts";
import { recordingAdapter, rss } from "../flow/world.ts";
import { type Asking, FEED_URL, ITEMS, startAsking, tell } from "./asking.ts";

const actionsOf = (reply: Reply): Action[] =>
  "blocks" in reply ? reply.blocks.flatMap((block) => (block.type === "actions" ? block.actions : [])) : [];

/** The command of the button whose label begins so. */
const press = (reply: Reply, label: string): string =>
  actionsOf(reply).find((action) => action.label.startsWith(label))?.command ?? `no button ${label}`;

const NEW = { channel: "test:new" };

describe("/digest on a channel that was subscribed", () => {
  let { ask, reply, app, world, clock, adapter } = {} as Asking;
  const edited: string[] = [];

  beforeEach(async () => {
    edited.length = 0;
    const recording = recordingAdapter();
    const edit = async (_: unknown, part: { readonly document: Document }): Promise<void> =>
      void edited.push(JSON.stringify(part.document));
    ({ ask, reply, app, world, clock, adapter } = await startAsking({ ...recording, edit }));
    await ask("/subscribe", NEW);
    const items = ITEMS.map((item) => ({ ...item, id: `new-${item.id}` }));
    world.serve(FEED_URL, rss(items));
    clock.advance(1000);
    await app.gather({ eager: true });
    await ask("/digest now", NEW);
  });

  it("hides a measure from the digest itself, in the message too, and shows it again", async () => {
    const digest = adapter.posted.at(-1)?.part.document as Document;
    const adjust = await reply(press(digest, "调整"), NEW);
    expect(JSON.stringify(adjust)).toContain("稳定外贸订单");
    const hidden = await reply(press(adjust, "隐藏 1"), NEW);
    expect(hidden.title).toMatch(/^已隐藏：/);
    const headline = hidden.title.slice("已隐藏：".length);
    expect(edited.at(-1)).not.toContain(headline);
    expect(await ask("/digest last", NEW)).not.toContain(headline);
    expect(await ask("/digest more", NEW)).not.toContain(headline);
    expect(await ask("/digest adjust", NEW)).toContain(`/digest show`);
    const shown = await reply(press(hidden, "恢复"), NEW);
    expect(shown.title).toBe(`已恢复：${headline}`);
    expect(edited.at(-1)).toContain(headline);
    expect(await ask("/digest last", NEW)).toContain(headline);
    expect(await ask("/digest hide nix.1", NEW)).toContain("/digest adjust");
  });

  it("mutes a source for the channel, and takes it back", async () => {
    const muted = await reply(press(await reply("/digest adjust", NEW), "不看"), NEW);
    expect(muted.title).toBe("本频道不再看“源a”。");
    world.serve(FEED_URL, rss([{ id: "9", measures: ["新设海外仓", "简化通关手续"] }]));
    await app.gather({ eager: true });
    expect(await ask("/digest", NEW)).toContain("今日无新举措");
    expect((await reply(press(muted, "恢复"), NEW)).title).toBe("本频道又能看到“源a”了。");
    expect(await ask("/digest", NEW)).toContain("新设海外仓");
    expect(await ask("/digest mute nix", NEW)).toContain("没有编号为 nix 的订阅源");
  });

  it("is adjusted by admins only", async () => {
    for (const line of ["/digest adjust", "/digest hide x.1", "/digest mute a", "/digest settings", "/digest now"])
      expect(await ask(line, { ...NEW, admin: false })).toContain("只有管理员");
    expect(await ask("/digest adjust", { ...NEW, admin: false, user: "test:boss" })).toContain("只有管理员");
  });

  it("asks for its settings in a form, and says when the next digests come", async () => {
    const form = (await reply("/digest settings", NEW)) as Form;
    expect(form.fields.map(({ name }) => name)).toEqual(["times", "timezone", "days", "limit"]);
    expect(form.fields[0]).toMatchObject({ value: "9:00" });
    const fill = (answers: Record<string, string[]>) => ask(form.command, { ...NEW, answers });
    const saved = await fill({ times: ["8:30 18：05"], timezone: ["Europe/Berlin"], days: ["work"], limit: ["１２"] });
    expect(saved).toMatch(/设置已保存.*08:30.*18:05|设置已保存.*18:05.*08:30/s);
    expect(await app.answerParts.store.listChannels()).toMatchObject([
      { crons: ["30 8 * * *", "5 18 * * *"], timezone: "Europe/Berlin", workdays: true, limit: 12 },
    ]);
    expect(await fill({ times: ["0 7 * * 1; 0 9 * * 5"] })).toContain("设置已保存");
    expect(await fill({ times: ["25:00"] })).toContain("不明白时间“25:00”");
    expect(await fill({ timezone: ["Mars/Base"] })).toContain("不明白时间“Mars/Base”");
    expect(await fill({ limit: ["0"] })).toContain("1 到 500");
    expect(await ask("/digest settings")).toContain("juyao.yaml");
  });
});

describe("/digest only", () => {
  it("offers the topics there are, and shows one of them", async () => {
    const topics = [
      { name: "能源", words: ["储能", "电价"] },
      { name: "外贸", words: ["外贸"] },
    ];
    const { reply, ask } = await startAsking(undefined, { topics });
    const choice = await reply("/digest only");
    expect(actionsOf(choice).map(({ label }) => label)).toEqual(["能源", "外贸"]);
    const energy = await ask(press(choice, "能源"));
    expect(energy).toContain("建设独立储能电站");
    expect(energy).not.toContain("外贸订单");
  });
});

describe("/watch", () => {
  it("is added by anybody, where the answer shall come, and removed by who made it or an admin", async () => {
    const { ask, app } = await startAsking();
    const user = { admin: false, user: "test:u1", direct: "test:@u1" };
    expect(await ask("/watch", user)).toContain("还没有关注的词");
    expect(await ask("/watch 储能 电价", user)).toContain("已关注“储能 电价”");
    await ask("/watch me 外贸", user);
    expect(await app.answerParts.store.listWatches()).toMatchObject([
      { channel: "test:c", words: ["储能", "电价"] },
      { channel: "test:@u1", words: ["外贸"] },
    ]);
    expect(await ask("/watch", user)).toContain("/unwatch 2");
    expect(await ask("/unwatch 储能 电价", { admin: false, user: "test:u2" })).toContain("只有管理员");
    expect(await ask("/unwatch 储能 电价")).toContain("不再关注");
    expect(await ask("/unwatch 2", user)).toContain("不再关注“外贸”");
    expect(await ask("/unwatch 2", user)).toContain("没有关注");
    expect(await ask(`/watch ${"储能".repeat(31)}`, user)).toContain("60 个字以内");
  });
});

describe("other answers for the chats", () => {
  it("share what may be read with the channel, without buttons, and nothing that changes anything", async () => {
    const { reply, ask } = await startAsking();
    const found = await reply("/policy 储能");
    const shared = (await reply(press(found, "分享"), { admin: false })) as Document;
    expect(shared.shared).toBe(true);
    expect(tell(shared)).toContain("建设独立储能电站");
    expect(actionsOf(shared)).toEqual([]);
    expect(await ask("/share /digest now")).toContain("没有");
    expect(found).not.toHaveProperty("shared");
  });

  it("ask for the address of a feed, and offer what can be done with each", async () => {
    const { reply, ask, world } = await startAsking();
    expect(await reply("/feeds add")).toMatchObject({ command: "/feeds add", fields: [{ name: "url" }] });
    world.serve("https://b.test/feed", rss([{ id: "9", measures: ["新设海外仓"] }]));
    expect(await ask("/feeds add", { answers: { url: [" https://b.test/feed "] } })).toContain("已加入");
    const feeds = await reply("/feeds");
    expect(await ask(press(feeds, "测试"))).toContain("读取正常");
    expect(await ask(press(feeds, "暂停"))).toContain("已暂停");
    expect(await ask(press(await reply("/feeds"), "恢复"))).toContain("已恢复");
    expect(actionsOf(await reply("/feeds", { admin: false }))).toEqual([]);
    expect(await ask(press(feeds, "移除"))).toContain("已移除");
  });

  it("know the admins of the configuration, the examples of an empty look-up, and what was meant", async () => {
    const { reply, ask } = await startAsking(undefined, {
      admins: ["test:boss"],
      topics: [{ name: "能源", words: ["电"] }],
    });
    expect(await ask("/subscribe", { ...NEW, admin: false, user: "test:boss" })).toContain("已订阅");
    expect(actionsOf(await reply("/policy")).map(({ command }) => command)).toContain("/policy 能源");
    expect(press(await reply("/polcy"), "/policy")).toBe("/policy");
    expect(await ask("/home")).toContain("订阅源 1 个");
  });
});
