/** What a person typed → Command. Pure: `today` is an argument. */
import { editDistance } from "../text/distance.ts";
import { fold } from "../text/shadow.ts";
import { type Lookup, parseComparison, parseLookup } from "./query.ts";

export type Command =
  | Lookup
  | { readonly name: "trend"; readonly lookup: Lookup }
  | { readonly name: "compare"; readonly lookups: readonly [Lookup, Lookup] }
  | { readonly name: "digest"; readonly which: DigestAction; readonly target: string; readonly page: number }
  | {
      readonly name: "digest";
      readonly which: "schedule";
      readonly cron: string;
      readonly timezone?: string | undefined;
    }
  | { readonly name: "watch"; readonly action: "list" }
  | { readonly name: "watch"; readonly action: "add"; readonly words: readonly string[]; readonly alone: boolean }
  | { readonly name: "watch"; readonly action: "remove"; readonly target: string }
  | { readonly name: "share"; readonly line: string }
  | { readonly name: "home" }
  | { readonly name: "subscribe" }
  | { readonly name: "unsubscribe" }
  | { readonly name: "feeds"; readonly action: "list"; readonly page: number }
  | { readonly name: "feeds"; readonly action: FeedAction; readonly target: string; readonly asPage: boolean }
  | { readonly name: "why"; readonly url: string }
  | { readonly name: "health" }
  | { readonly name: "help" }
  | { readonly name: "unknown"; readonly typed: string; readonly nearest?: string | undefined };

/** Reading: `preview` to `only`. The rest changes something. */
export type DigestAction =
  | ("preview" | "last" | "more" | "only")
  | ("now" | "pause" | "resume" | "settings" | "adjust" | "hide" | "show" | "mute" | "unmute");

export type FeedAction = "add" | "remove" | "pause" | "resume" | "test";

type Name =
  | ("policy" | "digest" | "feeds" | "subscribe" | "unsubscribe" | "watch" | "unwatch")
  | ("why" | "health" | "share" | "home" | "help");

/** Every way to call a command, folded; the first is the one that help shows. */
const NAMES: Readonly<Record<Name, readonly string[]>> = {
  policy: ["policy", "查", "查询", "政策", "举措"],
  digest: ["digest", "摘要", "日报"],
  feeds: ["feeds", "feed", "订阅源"],
  subscribe: ["subscribe", "订阅"],
  unsubscribe: ["unsubscribe", "退订", "取消订阅"],
  watch: ["watch", "关注"],
  unwatch: ["unwatch", "取消关注", "不再关注"],
  share: ["share", "分享"],
  home: ["home", "主页"],
  why: ["why", "为什么"],
  health: ["health", "状态", "运行状况"],
  help: ["help", "juyao", "帮助", "举要", "?"],
};

const FEED_ACTIONS: Readonly<Record<FeedAction | "list", readonly string[]>> = {
  list: ["list", "ls", "列表"],
  add: ["add", "添加", "新增"],
  remove: ["remove", "rm", "delete", "删除", "移除"],
  pause: ["pause", "暂停"],
  resume: ["resume", "恢复"],
  test: ["test", "测试"],
};

const DIGEST_ACTIONS: Readonly<Record<DigestAction | "schedule", readonly string[]>> = {
  preview: ["", "preview", "预览"],
  last: ["last", "上一份", "上次"],
  more: ["more", "更多", "全部"],
  now: ["now", "现在", "立即"],
  pause: ["pause", "暂停"],
  resume: ["resume", "恢复"],
  schedule: ["schedule", "时间"],
  only: ["only", "只看"],
  settings: ["settings", "设置"],
  adjust: ["adjust", "调整"],
  hide: ["hide", "隐藏"],
  show: ["show", "显示"],
  mute: ["mute", "不看"],
  unmute: ["unmute", "重新看"],
};

/** A slip of two keys in a word of four or more is forgiven, of one in a shorter one. */
function findNearest(typed: string): string | undefined {
  const names = Object.values(NAMES).flatMap((aliases) => aliases.filter((alias) => /^[a-z]/.test(alias)));
  const nearest = names
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!nearest || nearest.distance > (typed.length >= 4 ? 2 : 1)) return undefined;
  return `/${nearest.name}`;
}

const keyOf = <K extends string>(table: Readonly<Record<K, readonly string[]>>, word: string): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key].includes(word));

/** Quotes, book-title marks and commas part words; nobody looks for them. */
const toWords = (query: string): string[] => query.split(/[\s,，、;；"“”'‘’《》]+/u).filter((word) => word !== "");

/** `page:2` anywhere in a line. */
function takePage(line: string): { readonly rest: string; readonly page: number } {
  const paged = /(?:^|\s)page:(\d{1,4})(?=\s|$)/.exec(line);
  return { rest: (paged ? line.replace(paged[0], "") : line).trim(), page: Math.max(1, Number(paged?.[1] ?? 1)) };
}

const POLICY_ACTIONS: Readonly<Record<"trend" | "compare", readonly string[]>> = {
  trend: ["trend", "趋势", "走势"],
  compare: ["compare", "对比", "比较"],
};

/** A look-up that begins with one of these words and has nothing that they could mean looks for the word. */
function parsePolicy(line: string, today: string): Command {
  const [word = ""] = line.split(/\s+/);
  const action = keyOf(POLICY_ACTIONS, fold(word));
  const rest = line.slice(word.length).trim();
  if (action === "trend" && rest !== "") return { name: "trend", lookup: parseLookup(rest, today) };
  const lookups = action === "compare" ? parseComparison(rest, today) : undefined;
  return lookups ? { name: "compare", lookups } : parseLookup(line, today);
}

function parseFeeds(line: string): Command {
  const { rest, page } = takePage(line);
  const [word = "", ...targets] = rest.split(/\s+/);
  const action = word === "" ? "list" : keyOf(FEED_ACTIONS, fold(word));
  if (action === "list") return { name: "feeds", action, page };
  const asPage = action === "add" && targets[0] === "--page";
  const target = targets.slice(asPage ? 1 : 0).join(" ");
  if (!action || (target === "" && action !== "add"))
    return { name: "unknown", typed: `feeds ${rest}`, nearest: "/feeds" };
  return { name: "feeds", action, target, asPage };
}

/** `schedule "0 9 * * 1-5" Asia/Shanghai`: an expression of five or six fields, in quotes or not, then a zone. */
const SCHEDULE =
  /^\S+\s+["“'‘]?((?:[\d*,/\-A-Za-z?#]+\s+){4,5}[\d*,/\-A-Za-z?#]+)["”'’]?(?:\s+([A-Za-z]+\/[\w/+-]+|UTC))?$/;

/** What must be named: a measure, a source. */
const WITH_TARGET: readonly string[] = ["hide", "show", "mute", "unmute"];

function parseDigest(line: string): Command {
  const { rest, page } = takePage(line);
  const [word = ""] = rest.split(/\s+/);
  const which = keyOf(DIGEST_ACTIONS, fold(word));
  if (which === undefined) return { name: "unknown", typed: `digest ${rest}`, nearest: "/digest" };
  const target = rest.slice(word.length).trim();
  if (WITH_TARGET.includes(which) && target === "")
    return { name: "unknown", typed: `digest ${rest}`, nearest: "/digest adjust" };
  if (which !== "schedule") return { name: "digest", which, target, page };
  const [, cron, timezone] = SCHEDULE.exec(rest) ?? [];
  if (cron === undefined)
    return { name: "unknown", typed: `digest ${rest}`, nearest: '/digest schedule "0 9 * * 1-5"' };
  return { name: "digest", which, cron, timezone };
}

/** Words that send what is found to the asker alone. */
const ALONE: readonly string[] = ["me", "我", "私信"];

function parseWatch(rest: string): Command {
  const [first = "", ...others] = toWords(rest);
  if (first === "") return { name: "watch", action: "list" };
  if (FEED_ACTIONS.remove.includes(fold(first)) && others.length > 0)
    return { name: "watch", action: "remove", target: others.join(" ") };
  const alone = ALONE.includes(fold(first)) && others.length > 0;
  return { name: "watch", action: "add", words: alone ? others : [first, ...others], alone };
}

/** Reads a line such as `/policy 一季度`; the slash may be missing or full width. `today` is `2026-11-22`. */
export function parseCommand(line: string, context: { readonly today: string }): Command {
  const trimmed = line.trim();
  const [head = ""] = trimmed.split(/\s+/);
  const typed = fold(head).replace(/^\//, "");
  const rest = trimmed.slice(head.length).trim();
  switch (keyOf(NAMES, typed)) {
    case "policy":
      return parsePolicy(rest, context.today);
    case "digest":
      return parseDigest(rest);
    case "feeds":
      return parseFeeds(rest);
    case "subscribe":
      return { name: "subscribe" };
    case "unsubscribe":
      return { name: "unsubscribe" };
    case "watch":
      return parseWatch(rest);
    case "unwatch":
      return rest === "" ? { name: "watch", action: "list" } : { name: "watch", action: "remove", target: rest };
    case "share":
      return { name: "share", line: rest };
    case "home":
      return { name: "home" };
    case "why":
      return rest === "" ? { name: "unknown", typed: "why", nearest: "/why URL" } : { name: "why", url: rest };
    case "health":
      return { name: "health" };
    case "help":
      return { name: "help" };
    default:
      if (typed === "") return { name: "help" };
      return { name: "unknown", typed: head, nearest: findNearest(typed) };
  }
}

/** True for a line that is best answered in a dialog: it asks for more than fits a line. */
export function opensDialog(line: string): boolean {
  const command = parseCommand(line, { today: "2000-01-01" });
  if (command.name === "feeds") return command.action === "add";
  return command.name === "digest" && command.which === "settings";
}
