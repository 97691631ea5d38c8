/** What people do in Discord and what they get to see, with the real SDK against a server of our own. */
import { afterEach, describe, expect, it } from "vitest";
import type { Document, Form, Reply } from "../../src/document.ts";
import type { Host, Suggest } from "../../src/platform.ts";
import type { Answered } from "./discord-server.ts";
import { type DiscordStage, openStage, say, until } from "./discord-stage.ts";

const COMMAND = 2;
const PRESS = 3;
const COMPLETION = 4;
const FORM = 5;
const EPHEMERAL = 64;

const ADD: Form = {
  ...{ title: "添加订阅源", submit: "添加", command: "/feeds add" },
  fields: [
    { kind: "text", name: "url", label: "网址", hint: "RSS 或列表页", value: "", required: true },
    {
      ...{ kind: "choice", name: "days", label: "哪些天", many: false, values: ["all"] },
      choices: [
        { label: "每天", value: "all" },
        { label: "工作日", value: "work" },
      ],
    },
  ],
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** The core, when it is slow. */
const slowly = (reply: Reply, ms = 100): Host["answer"] => {
  return async () => {
    await sleep(ms);
    return reply;
  };
};

let stage: DiscordStage;
const open = async (host?: Partial<Host>): Promise<DiscordStage> => {
  stage = await openStage(host);
  await stage.start();
  return stage;
};
afterEach(async () => {
  await stage.close();
  expect(stage.server.complaints).toEqual([]);
});

const first = async (answered: Answered): Promise<{ type: number; data: Record<string, unknown> }> => {
  await until(() => answered.callbacks.length > 0);
  const { type = 0, data = {} } = answered.callbacks[0] ?? {};
  return { type, data };
};

const options = (values: Record<string, string>, focused = "") =>
  Object.entries(values).map(([name, value]) => ({ type: 3, name, value, ...(name === focused && { focused: true }) }));

describe("a slash command", () => {
  it.each([
    [
      "policy",
      { source: "国家能源局", period: "2026年一季度", query: "储能" },
      "/policy 储能 2026年一季度 from:国家能源局",
    ],
    ["policy", {}, "/policy"],
    ["digest", { action: "now" }, "/digest now"],
    [
      "digest",
      { action: "schedule", timezone: "Asia/Shanghai", time: "0 9 * * 1-5" },
      '/digest schedule "0 9 * * 1-5" Asia/Shanghai',
    ],
    ["feeds", { action: "add", target: " https://a.example/rss\n" }, "/feeds add https://a.example/rss"],
    ["juyao", {}, "/juyao"],
    ["juyao", { line: "why https://a.example/1" }, "why https://a.example/1"],
  ])("/%s is the line that one would have typed", async (name, values, line) => {
    const { server, asked } = await open();
    const answered = server.interact(COMMAND, { name, options: options(values) });
    expect(await first(answered)).toMatchObject({ type: 4, data: { flags: EPHEMERAL | (1 << 15) } });
    expect(asked).toEqual([
      {
        ...{ channel: "discord:400000000000000001", user: "discord:300000000000000001" },
        direct: "discord:@300000000000000001",
        ...{ admin: true, locale: "zh-CN", line },
      },
    ]);
  });

  it.each([
    ["0", false],
    ["8", true],
    ["32", true],
    ["2251799813685247", true],
    ["2147483648", false],
  ])("comes from an admin by the permissions %s: %s", async (permissions, admin) => {
    const { server, asked } = await open();
    const member = { user: { id: "300000000000000001", username: "a", discriminator: "0" }, permissions, roles: [] };
    await first(server.interact(COMMAND, { name: "health" }, { member }));
    expect(asked[0]?.admin).toBe(admin);
  });

  it("is answered in a direct message as well, where nobody is an admin", async () => {
    const { server, asked } = await open();
    const user = { id: "300000000000000002", username: "b", discriminator: "0" };
    await first(server.interact(COMMAND, { name: "health" }, { member: undefined, guild_id: undefined, user }));
    expect(asked[0]).toMatchObject({ user: "discord:300000000000000002", admin: false });
  });

  it("is announced when the answer takes long, and then answered", async () => {
    const { server } = await open({ answer: slowly(say("慢")) });
    const answered = server.interact(COMMAND, { name: "health" });
    expect(await first(answered)).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    await until(() => answered.edits.length === 1);
    expect(JSON.stringify(answered.edits)).toContain("慢");
  });

  it("is answered to all where the answer is for all, announced or not", async () => {
    const { server } = await open({ answer: async () => say("看", { shared: true }) });
    expect(await first(server.interact(COMMAND, { name: "health" }))).toMatchObject({ data: { flags: 1 << 15 } });
    await stage.close();
    const slow = await open({ answer: slowly(say("看", { shared: true })) });
    const answered = slow.server.interact(COMMAND, { name: "health" });
    await until(() => answered.followed.length === 1);
    expect(answered.followed[0]).toMatchObject({ flags: 1 << 15 });
    expect(JSON.stringify(answered.edits)).toContain("已发到频道");
  });

  it("is answered with as many messages as it takes", async () => {
    const items = Array.from({ length: 60 }, (_, i) => ({
      inlines: [{ type: "text", value: `${i}${"长".repeat(200)}` } as const],
    }));
    const long: Document = { title: "长", blocks: [{ type: "list", ordered: true, items }] };
    const { server } = await open({ answer: async () => long });
    const answered = server.interact(COMMAND, { name: "digest", options: options({ action: "more" }) });
    await until(() => answered.followed.length === 3);
    const all = JSON.stringify([answered.callbacks, answered.followed]);
    for (const i of items.keys()) expect(all).toContain(`${i}长`);
    expect(answered.followed.every(({ flags }) => flags === (EPHEMERAL | (1 << 15)))).toBe(true);
  });

  it.each(["reset", "server-error", "garbage"] as const)(
    "is answered once when Discord's answer is lost (%s)",
    async (kind) => {
      const { server, logged } = await open();
      server.troubles.push({ kind, when: "after" });
      const answered = server.interact(COMMAND, { name: "health" });
      await first(answered);
      await sleep(20);
      expect(answered.callbacks).toHaveLength(1);
      expect(logged.join()).not.toMatch(/could not|too late/);
    },
  );
});

describe("a button", () => {
  const long = `/feeds add --page https://a.example/${"栏目".repeat(60)}`;
  const actions = [
    { label: "更多", command: "/policy 储能 page:2" },
    { label: "添加", command: long },
    { label: "移除", command: "/feeds remove a", danger: true },
  ];
  const withButtons = say("按", { blocks: [{ type: "actions", actions }] });

  async function show() {
    const { server, asked } = await open({ answer: async () => withButtons });
    const shown = await first(server.interact(COMMAND, { name: "feeds" }));
    const { components = [] } = shown.data as {
      components: { components?: { custom_id: string; style: number }[] }[];
    };
    return { server, asked, message: shown.data, buttons: components.flatMap((row) => row.components ?? []) };
  }

  it("runs its command as if typed, however long, and red where it takes away", async () => {
    const { server, asked, message, buttons } = await show();
    expect(buttons.map(({ style }) => style)).toEqual([2, 2, 4]);
    for (const { custom_id } of buttons) {
      await first(server.interact(PRESS, { custom_id, component_type: 2 }, { message }));
    }
    expect(asked.slice(1).map(({ line }) => line)).toEqual(actions.map(({ command }) => command));
  });

  it("changes what one person sees in place, and answers beside what all see", async () => {
    const { server, message, buttons } = await show();
    const press = { custom_id: buttons[0]?.custom_id, component_type: 2 };
    expect(await first(server.interact(PRESS, press, { message }))).toMatchObject({ type: 7 });
    const posted = { ...message, flags: 1 << 15 };
    expect(await first(server.interact(PRESS, press, { message: posted }))).toMatchObject({ type: 4 });
  });

  it("whose command is nowhere any more helps", async () => {
    const { server, asked } = await open();
    await first(server.interact(PRESS, { custom_id: "0#gone", component_type: 2 }, { message: { components: [] } }));
    expect(asked[0]?.line).toBe("/juyao");
  });
});

describe("a form", () => {
  it("opens at once and comes back with its answers", async () => {
    const { server, asked } = await open({ answer: async ({ answers }) => (answers ? say("已添加") : ADD) });
    const opened = await first(server.interact(COMMAND, { name: "feeds", options: options({ action: "add" }) }));
    expect(opened).toMatchObject({
      type: 9,
      data: {
        custom_id: "/feeds add",
        title: "添加订阅源",
        components: [
          { type: 18, label: "网址", description: "RSS 或列表页", component: { type: 4, required: true } },
          { type: 18, label: "哪些天", component: { type: 3, max_values: 1, options: [{ default: true }, {}] } },
        ],
      },
    });
    const components = [
      { type: 18, component: { type: 4, custom_id: "url", value: "https://a.example" } },
      { type: 18, component: { type: 3, custom_id: "days", values: ["work"] } },
    ];
    const sent = server.interact(FORM, { custom_id: "/feeds add", components });
    expect(await first(sent)).toMatchObject({ type: 4 });
    expect(asked[1]).toMatchObject({
      line: "/feeds add",
      answers: { url: ["https://a.example"], days: ["work"] },
    });
  });

  it("is waited for longer, and offered by a button when it comes too late", async () => {
    const opensDialog = (line: string): boolean => line === "/feeds add";
    const inTime = await open({ answer: slowly(ADD, 60), opensDialog });
    const data = { name: "feeds", options: options({ action: "add" }) };
    expect(await first(inTime.server.interact(COMMAND, data))).toMatchObject({ type: 9 });
    await stage.close();
    const { server } = await open({ answer: slowly(ADD, 130), opensDialog });
    const late = server.interact(COMMAND, data);
    expect(await first(late)).toMatchObject({ type: 5 });
    await until(() => late.edits.length === 1);
    expect(JSON.stringify(late.edits)).toContain('"custom_id":"0:/feeds add"');
  });

  it("is offered by a button after another form, which Discord would not open", async () => {
    const { server } = await open({ answer: async () => ADD });
    const again = await first(server.interact(FORM, { custom_id: "/feeds add", components: [] }));
    expect(again).toMatchObject({ type: 4 });
    expect(JSON.stringify(again)).toContain("0:/feeds add");
  });
});

describe("what is typed", () => {
  const WORDS: Record<Parameters<Suggest>[0], string[]> = {
    period: Array.from({ length: 20 }, (_, i) => `期${i}`),
    topic: ["储能", "长".repeat(120)],
    issuer: ["国家能源局"],
    feed: ["能源网"],
  };
  const suggest: Suggest = async (subject, typed) =>
    WORDS[subject].filter((word) => word.startsWith(typed)).map((word) => ({ label: word, value: word }));
  const typing = (name: string, option: string, value: string) =>
    stage.server.interact(COMPLETION, { name, options: options({ [option]: value }, option) });
  const choicesOf = async (answered: Answered) =>
    (await first(answered)).data.choices as { name: string; value: string }[];

  it("is completed by the subject of the option", async () => {
    await open({ suggest });
    const value = (word: string) => [{ name: word, value: word }];
    expect(await choicesOf(typing("policy", "source", "国家"))).toEqual(value("国家能源局"));
    expect(await choicesOf(typing("feeds", "target", "能"))).toEqual(value("能源网"));
    expect(await choicesOf(typing("policy", "period", "期19"))).toEqual(value("期19"));
    expect(await choicesOf(typing("health", "none", ""))).toEqual([]);
  });

  it("is completed word by word in a query, within the limits", async () => {
    await open({ suggest });
    expect(await choicesOf(typing("policy", "query", "电网 储"))).toEqual([{ name: "电网 储能", value: "电网 储能" }]);
    const all = await choicesOf(typing("policy", "query", ""));
    expect(all.map(({ value }) => value)).toEqual(expect.arrayContaining(["期0", "储能", "国家能源局"]));
    expect(all.every(({ name, value }) => name.length <= 100 && value.length <= 100)).toBe(true);
    expect(all.length).toBeLessThanOrEqual(25);
  });
});

describe("a stop", () => {
  it("waits for what is being answered, but not for ever", async () => {
    const { server, adapter } = await open({ answer: slowly(say("慢"), 70) });
    const answered = server.interact(COMMAND, { name: "health" });
    await first(answered);
    await adapter.stop();
    expect(answered.edits).toHaveLength(1);
    await stage.close();
    const endless = await open({ answer: () => new Promise(() => {}) });
    await first(endless.server.interact(COMMAND, { name: "health" }));
    const began = performance.now();
    await endless.adapter.stop();
    expect(performance.now() - began).toBeLessThan(600);
  });
});
