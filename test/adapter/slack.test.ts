/** What only Slack has: who is answered where, dialogs, the App Home, and connections that come and go. */
import { afterEach, describe, expect, it } from "vitest";
import { type Block, type Document, type Form, type Reply, text } from "../../src/document.ts";
import type { JuyaoError } from "../../src/errors.ts";
import type { Host, Part, Request } from "../../src/platform.ts";
import { hostOf } from "./host.ts";
import { BOT_USER, type Message, readMessage } from "./slack-server.ts";
import { openSlackStage, type SlackStage, type StageOptions, toMeeting } from "./slack-stage.ts";

const say = (title: string, more: Partial<Document> = {}): Document => ({
  title,
  blocks: [{ type: "paragraph", inlines: [text(`${title}。`)] }],
  ...more,
});

const FORM: Form = {
  title: "设置",
  submit: "保存",
  command: "/digest settings",
  fields: [
    { kind: "text", name: "cron", label: "时间", value: "0 9 * * *", required: true },
    {
      kind: "choice",
      name: "topics",
      label: "主题",
      many: true,
      values: ["能源"],
      choices: ["能源", "工业"].map((value) => ({ label: value, value })),
    },
  ],
};

const stages: SlackStage[] = [];

interface World extends SlackStage {
  readonly asked: Request[];
  readonly lost: JuyaoError[];
  readonly removed: (readonly [channel: string, code: string])[];
}

type AnswerTo = (request: Request) => Reply | Promise<Reply>;

function hostFor(world: Omit<World, keyof SlackStage>, answer: AnswerTo, more: Partial<Host>): Host {
  const note = async (request: Request): Promise<Reply> => {
    world.asked.push(request);
    return answer(request);
  };
  return hostOf(note, {
    onLost: (failure) => void world.lost.push(failure),
    onRemoved: (channel, { code }) => void world.removed.push([channel, code]),
    ...more,
  });
}

async function open(
  answer: AnswerTo = () => say("答复"),
  more: Partial<Host> = {},
  options: StageOptions = {},
): Promise<World> {
  const stage = await openSlackStage(options);
  stages.push(stage);
  const world: World = { ...stage, asked: [], lost: [], removed: [] };
  await stage.adapter.start(hostFor(world, answer, more));
  return world;
}

afterEach(async () => {
  for (const { adapter, close, slack } of stages.splice(0)) {
    await adapter.stop();
    await close();
    expect(slack.complaints).toEqual([]);
  }
});

const until = (isSo: () => boolean): Promise<void> =>
  expect
    .poll(isSo, { interval: 2 })
    .toBe(true)
    .then(() => {});

const command = (slack: World["slack"], line: string, user = "U1") => {
  const [name = "", ...said] = line.split(" ");
  const url = slack.createResponseUrl("C1");
  const who = { user_id: user, channel_id: "C1", team_id: "T1", trigger_id: "trigger", response_url: url };
  return slack.deliver("slash_commands", { command: name, text: said.join(" "), ...who });
};

/** Presses the only button of a message. */
function press(slack: World["slack"], message: Message, user = "U1") {
  const [action] = message.blocks.flatMap(({ type, elements }) => (type === "actions" ? (elements ?? []) : []));
  return slack.deliver("interactive", {
    type: "block_actions",
    ...{ user: { id: user }, team: { id: "T1" }, trigger_id: "trigger", actions: [{ ...action, block_id: "b" }] },
    ...{ channel: { id: message.channel }, response_url: slack.createResponseUrl(message.channel, message) },
    container: { type: "message", is_ephemeral: message.ephemeral === true },
    message: { ts: message.ts, thread_ts: message.thread_ts },
  });
}

const inView = (slack: World["slack"], id: string, payload: object) =>
  slack.deliver("interactive", {
    ...{ user: { id: "U1" }, team: { id: "T1" }, trigger_id: "trigger", view: { ...slack.views.get(id), id } },
    ...payload,
  });

const withButton = (title: string, line: string): Document => {
  const { blocks } = say(title);
  return { title, blocks: [...blocks, { type: "actions", actions: [{ label: "下一页", command: line }] }] };
};

describe("a command in Slack", () => {
  it("is acknowledged before the core has answered, and answered to the one who asked", async () => {
    let answerNow = (_: Reply): void => {};
    const { slack, asked } = await open(() => new Promise((resolve) => (answerNow = resolve)));
    expect(await command(slack, "/policy 一季度")).toMatchObject({ payload: {} });
    await until(() => asked.length === 1);
    expect(slack.messages).toEqual([]);
    answerNow(say("共 3 条"));
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ channel: "C1", ephemeral: true, text: "共 3 条\n共 3 条。" });
    expect(asked[0]).toEqual({
      channel: "slack:C1",
      user: "slack:U1",
      direct: "slack:U1",
      admin: false,
      locale: "zh-CN",
      line: "/policy 一季度",
    });
  });

  it("is answered to all where the answer is shared", async () => {
    const { slack } = await open(() => say("分享", { shared: true }));
    await command(slack, "/share /policy 储能");
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ ephemeral: false });
  });

  it.each([
    ["/juyao", "/help"],
    ["/juyao policy 储能", "/policy 储能"],
    ["/juyao 查 储能", "/查 储能"],
    ["/feeds", "/feeds"],
  ])("%s is the line %s", async (typed, line) => {
    const { slack, asked } = await open();
    await command(slack, typed);
    await until(() => asked.length === 1);
    expect(asked[0]?.line).toBe(line);
  });

  it("comes from an admin only where Slack says so, in the language of the person", async () => {
    const { slack, asked } = await open();
    slack.users.set("U2", { is_owner: true, locale: "en-GB" });
    slack.meet("users.info", toMeeting({ kind: "reset", when: "before" }));
    await command(slack, "/subscribe", "U3");
    await command(slack, "/subscribe", "U2");
    await command(slack, "/subscribe", "U2");
    await until(() => asked.length === 3);
    expect(asked.map(({ admin, locale }) => [admin, locale])).toEqual(
      expect.arrayContaining([
        [false, "zh-CN"],
        [true, "en-GB"],
        [true, "en-GB"],
      ]),
    );
    const inquiries = slack.calls.filter(({ method, args }) => method === "users.info" && args.user === "U2");
    expect(inquiries.length).toBeLessThanOrEqual(2);
  });

  it("is answered although the first try is lost", async () => {
    const { slack } = await open();
    slack.meet("", toMeeting({ kind: "reset", when: "before" }));
    await command(slack, "/policy");
    await until(() => slack.messages.length === 1);
  });

  it("gets an answer that is too long for one message in several", async () => {
    const blocks = Array.from({ length: 80 }, (_, i) => ({ type: "note" as const, inlines: [text(`第${i}条`)] }));
    const { slack } = await open(() => ({ title: "很长", blocks }));
    await command(slack, "/digest more");
    await until(() => slack.messages.length === 2);
    expect(slack.messages.map(readMessage).join("")).toContain("第79条");
  });
});

describe("a button in Slack", () => {
  it("of an answer runs its command, and the page takes the place of the last one", async () => {
    const { slack, asked } = await open(({ line }) => withButton(line, "/policy 储能 page:2"));
    await command(slack, "/policy 储能");
    await until(() => slack.messages.length === 1);
    await press(slack, slack.messages[0] as Message);
    await until(() => readMessage(slack.messages[0] as Message).includes("page:2"));
    expect(slack.messages).toHaveLength(1);
    expect(asked[1]).toMatchObject({ line: "/policy 储能 page:2", channel: "slack:C1" });
  });

  it("of a digest is answered beside it, in its thread, to the one who pressed it", async () => {
    const { slack, adapter, channel } = await open();
    const document = withButton("摘要", "/digest more");
    const part: Part = {
      key: "k",
      ordinal: 2,
      total: 2,
      document,
      since: new Date().toISOString(),
      again: false,
      parent: "1.0",
    };
    await adapter.post(channel, part);
    await press(slack, slack.messages[0] as Message);
    await until(() => slack.messages.length === 2);
    expect(slack.messages[1]).toMatchObject({ ephemeral: true, thread_ts: "1.0" });
    expect(readMessage(slack.messages[0] as Message)).toContain("摘要");
  });
});

describe("a dialog in Slack", () => {
  it("opens at once, shows the answer when it is there, and its buttons act in it", async () => {
    let answerNow = (_: Reply): void => {};
    const answer: AnswerTo = ({ line }) =>
      line.startsWith("/feeds add") ? new Promise((resolve) => (answerNow = resolve)) : say("已添加");
    const { slack, asked } = await open(answer, { opensDialog: (line) => line === "/feeds add https://a.example" });
    await command(slack, "/feeds add https://a.example");
    await until(() => slack.views.size === 1 && asked.length === 1);
    const [id = ""] = slack.views.keys();
    expect(JSON.stringify(slack.views.get(id))).toContain("正在处理");
    answerNow(withButton("找到一个", "/feeds confirm 1"));
    await until(() => JSON.stringify(slack.views.get(id)).includes("找到一个"));
    const action = { type: "button", action_id: "run:0", value: "/feeds confirm 1" };
    await inView(slack, id, { type: "block_actions", actions: [action], container: { type: "view" } });
    await until(() => JSON.stringify(slack.views.get(id)).includes("已添加"));
    expect(asked[1]).toMatchObject({ line: "/feeds confirm 1", channel: "slack:C1" });
    expect(slack.messages).toEqual([]);
  });

  it("asks what a form asks, and runs its command with the answers", async () => {
    const { slack, asked } = await open(({ answers }) => (answers ? say("已保存") : FORM));
    await command(slack, "/digest settings");
    await until(() => slack.views.size === 1);
    const [id = ""] = slack.views.keys();
    expect(slack.views.get(id)).toMatchObject({ title: { text: "设置" }, submit: { text: "保存" } });
    const values = {
      cron: { answer: { type: "plain_text_input", value: "0 7 * * *" } },
      topics: { answer: { type: "checkboxes", selected_options: [{ value: "工业" }] } },
    };
    const view = { ...slack.views.get(id), id, state: { values } };
    const { payload } = await inView(slack, id, { type: "view_submission", view });
    expect(payload).toMatchObject({ response_action: "update" });
    await until(() => JSON.stringify(slack.views.get(id)).includes("已保存"));
    expect(asked[1]).toMatchObject({ line: "/digest settings", answers: { cron: ["0 7 * * *"], topics: ["工业"] } });
  });

  it("that came too late is offered again", async () => {
    const { slack } = await open(() => FORM);
    slack.meet("views.open", () => ({ ok: false, error: "expired_trigger_id" }));
    await command(slack, "/digest settings");
    await until(() => slack.messages.length === 1);
    await press(slack, slack.messages[0] as Message);
    await until(() => slack.views.size === 1);
  });

  it("shows the App Home to whoever opens it", async () => {
    const { slack, asked } = await open(() => say("本工作区"));
    const event = { type: "app_home_opened", user: "U1", tab: "home", channel: "D1" };
    await slack.deliver("events_api", { type: "event_callback", team_id: "T1", event });
    await until(() => slack.views.has("U1"));
    expect(asked[0]).toMatchObject({ line: "/home", channel: "slack:U1", user: "slack:U1" });
    expect(slack.views.get("U1")).toMatchObject({ type: "home" });
  });
});

describe("a message that nobody heard of", () => {
  const part: Part = {
    key: "k",
    ordinal: 1,
    total: 1,
    document: say("摘要"),
    since: new Date().toISOString(),
    again: false,
  };

  it("is not sent again while the channel cannot be looked through", async () => {
    const { slack, adapter, channel } = await open();
    slack.meet("chat.postMessage", toMeeting({ kind: "reset", when: "after" }));
    slack.meet("conversations.history", toMeeting({ kind: "rate-limit", seconds: 60 }));
    const error = await adapter.post(channel, part).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: "post-rate-limited", retryAfterMs: 60_000 });
    // The core waits and tries the same part again; it cannot know that this one is in doubt.
    await adapter.post(channel, part);
    expect(slack.messages).toHaveLength(1);
    slack.meet("conversations.history", () => ({ ok: false, error: "missing_scope", needed: "channels:history" }));
    await expect(adapter.post(channel, { ...part, again: true })).rejects.toMatchObject({
      code: "adapter-scope-missing",
      detail: { scope: "channels:history" },
    });
    expect(slack.messages).toHaveLength(1);
  });

  it("is looked for to the end of the history", async () => {
    const { slack, adapter, channel } = await open();
    await adapter.post(channel, part);
    slack.meet("conversations.history", () => ({ ok: true, messages: [], response_metadata: { next_cursor: "next" } }));
    await adapter.post(channel, { ...part, again: true });
    expect(slack.messages).toHaveLength(1);
    expect(slack.calls.at(-1)).toMatchObject({ args: { cursor: "next" } });
  });

  it("to a person is looked for among the messages of that person", async () => {
    const { slack, adapter } = await open();
    slack.meet("chat.postMessage", toMeeting({ kind: "reset", when: "after" }));
    await adapter.post("slack:U1", part);
    expect(slack.messages).toHaveLength(1);
  });

  it("is known by its block where the metadata is withheld", async () => {
    const { slack, adapter, channel } = await open();
    await adapter.post(channel, part);
    Object.assign(slack.messages[0] as object, { metadata: undefined });
    await adapter.post(channel, { ...part, again: true });
    expect(slack.messages).toHaveLength(1);
  });

  it("that timed out is not sent again at once: it may be on its way", async () => {
    const { slack, adapter, channel } = await open(undefined, {}, { pace: { callMs: 80 } });
    slack.meet("chat.postMessage", () => "silence");
    await expect(adapter.post(channel, part)).rejects.toMatchObject({ code: "post-failed" });
    expect(slack.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
    await adapter.post(channel, { ...part, again: true });
    expect(slack.messages).toHaveLength(1);
  });
});

describe("a message whose blocks Slack does not take", () => {
  it("comes as plain text, once, and says all of it", async () => {
    const { slack, adapter, channel } = await open();
    const blocks: Block[] = [
      { type: "heading", level: 3, inlines: [{ type: "link", value: "方案 <!channel>", url: "https://a.example/1" }] },
      {
        type: "list",
        ordered: true,
        start: 3,
        items: [{ inlines: [text("扩大供给")], children: [{ inlines: [text("建设平台")] }] }],
      },
      { type: "actions", actions: [{ label: "更多", command: "/digest more" }] },
    ];
    const part = { key: "k", ordinal: 1, total: 1, document: { title: "摘要", blocks }, again: false };
    slack.meet("chat.postMessage", () => ({ ok: false, error: "msg_blocks_too_long" }));
    await adapter.post(channel, { ...part, since: new Date().toISOString() });
    expect(slack.messages.map((message) => message.text)).toEqual([
      "摘要\n\n方案 &lt;!channel&gt; https://a.example/1\n3. 扩大供给\n  ◦ 建设平台",
    ]);
    expect(slack.messages[0]?.blocks).toEqual([]);
  });
});

describe("life with Slack", () => {
  const failsWith = async (
    credentials: NonNullable<StageOptions["credentials"]>,
    meet: (slack: SlackStage["slack"]) => void = () => {},
  ) => {
    const stage = await openSlackStage({ credentials });
    stages.push(stage);
    meet(stage.slack);
    return stage.adapter.start(hostOf(async () => say(""))).catch((cause: unknown) => cause);
  };

  it.each([
    {
      error: "invalid_auth",
      method: "auth.test",
      code: "adapter-token-refused",
      detail: { variable: "SLACK_BOT_TOKEN" },
    },
    {
      error: "invalid_auth",
      method: "apps.connections.open",
      code: "adapter-token-refused",
      detail: { variable: "SLACK_APP_TOKEN" },
    },
    { error: "missing_scope", method: "apps.connections.open", code: "adapter-scope-missing", detail: {} },
  ])("does not begin where $method ends in $error", async ({ error, method, code, detail }) => {
    const failure = await failsWith({}, (slack) => slack.meet(method, () => ({ ok: false, error })));
    expect(failure).toMatchObject({ code, detail: { adapter: "slack", ...detail } });
  });

  it("does not begin without a token, and names the variable", async () => {
    const failure = await failsWith({ SLACK_APP_TOKEN: undefined });
    expect(failure).toMatchObject({ code: "adapter-no-token", detail: { variable: "SLACK_APP_TOKEN" } });
  });

  it("begins without Slack, and is there once Slack is", async () => {
    const stage = await openSlackStage({ pace: { startMs: 20 } });
    stages.push(stage);
    for (let i = 0; i < 10; i++) stage.slack.meet("auth.test", toMeeting({ kind: "server-error", when: "before" }));
    await stage.adapter.start(hostOf(async () => say("答复")));
    await until(() => stage.slack.sockets.size === 1);
  });

  it("opens the next connection as soon as Slack announces to take this one away", async () => {
    const { slack } = await open();
    const [first] = slack.sockets;
    first?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    await until(() => slack.sockets.size > 0 && ![...slack.sockets].includes(first as never));
    await command(slack, "/policy");
    await until(() => slack.messages.length === 1);
  });

  it("comes back after a connection breaks, and after the next cannot be opened at once", async () => {
    const { slack } = await open();
    slack.meet("apps.connections.open", toMeeting({ kind: "server-error", when: "before" }));
    const [first] = slack.sockets;
    first?.terminate();
    await until(() => slack.sockets.size > 0 && ![...slack.sockets].includes(first as never));
    await command(slack, "/policy");
    await until(() => slack.messages.length === 1);
  });

  it("says that it is lost when the token is revoked, and tries no more", async () => {
    const { slack, lost } = await open();
    slack.refuse("token_revoked");
    for (const socket of slack.sockets) socket.terminate();
    await until(() => lost.length === 1);
    const { length } = slack.calls;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(slack.calls).toHaveLength(length);
    expect(lost[0]).toMatchObject({ code: "adapter-token-refused" });
  });

  it.each(["app_uninstalled", "tokens_revoked"])("says that it is lost on %s", async (type) => {
    const { slack, lost } = await open();
    await slack.deliver("events_api", { type: "event_callback", team_id: "T1", event: { type } });
    await until(() => lost.length === 1);
  });

  it("tells of channels that it was removed from, and of no others", async () => {
    const { slack, removed } = await open();
    const tell = (event: object) => slack.deliver("events_api", { type: "event_callback", team_id: "T1", event });
    await tell({ type: "member_left_channel", user: "U9", channel: "C1" });
    await tell({ type: "member_left_channel", user: BOT_USER, channel: "C1" });
    await tell({ type: "channel_left", channel: "C2" });
    await tell({ type: "channel_archive", channel: "C3" });
    await until(() => removed.length === 3);
    expect(removed).toEqual([
      ["slack:C1", "post-not-member"],
      ["slack:C2", "post-not-member"],
      ["slack:C3", "post-channel-gone"],
    ]);
  });
});
