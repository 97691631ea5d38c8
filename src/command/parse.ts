/** What a person typed → Command. Pure: `today` is an argument. */
import { findQueryPeriod, type QueryPeriod } from "../period/query.ts";
import { editDistance } from "../text/distance.ts";
import { fold } from "../text/shadow.ts";

export interface Lookup {
  readonly name: "lookup";
  /** What was typed, without the command's name. */
  readonly query: string;
  readonly words: readonly string[];
  readonly period?: QueryPeriod | undefined;
  /** 1, 2, … */
  readonly page: number;
}

export type Command =
  | Lookup
  | { readonly name: "digest"; readonly which: DigestAction }
  | {
      readonly name: "digest";
      readonly which: "schedule";
      readonly cron: string;
      readonly timezone?: string | undefined;
    }
  | { readonly name: "subscribe" }
  | { readonly name: "unsubscribe" }
  | { readonly name: "feeds"; readonly action: "list" }
  | { readonly name: "feeds"; readonly action: FeedAction; readonly target: string; readonly asPage: boolean }
  | { readonly name: "why"; readonly url: string }
  | { readonly name: "health" }
  | { readonly name: "help" }
  | { readonly name: "unknown"; readonly typed: string; readonly nearest?: string | undefined };

type DigestAction = "preview" | "last" | "more" | "now" | "pause" | "resume";

export type FeedAction = "add" | "remove" | "pause" | "resume";

type Name = "policy" | "digest" | "feeds" | "subscribe" | "unsubscribe" | "why" | "health" | "help";

/** Every way to call a command, folded; the first is the one that help shows. */
const NAMES: Readonly<Record<Name, readonly string[]>> = {
  policy: ["policy", "查", "查询", "政策", "举措"],
  digest: ["digest", "摘要", "日报"],
  feeds: ["feeds", "feed", "订阅源"],
  subscribe: ["subscribe", "订阅"],
  unsubscribe: ["unsubscribe", "退订", "取消订阅"],
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
};

const DIGEST_ACTIONS: Readonly<Record<DigestAction | "schedule", readonly string[]>> = {
  preview: ["", "preview", "预览"],
  last: ["last", "上一份", "上次"],
  more: ["more", "更多", "全部"],
  now: ["now", "现在", "立即"],
  pause: ["pause", "暂停"],
  resume: ["resume", "恢复"],
  schedule: ["schedule", "时间"],
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

function parseLookup(query: string, today: string): Lookup {
  const paged = /(?:^|\s)page:(\d{1,4})(?=\s|$)/.exec(query);
  const asked = paged ? query.replace(paged[0], "") : query;
  const period = findQueryPeriod(asked, { today });
  const rest = period ? `${asked.slice(0, period.span.start)} ${asked.slice(period.span.end)}` : asked;
  return { name: "lookup", query: asked.trim(), words: toWords(rest), period, page: Number(paged?.[1] ?? 1) };
}

function parseFeeds(rest: string): Command {
  const [word = "", ...targets] = rest.split(/\s+/);
  const action = word === "" ? "list" : keyOf(FEED_ACTIONS, fold(word));
  if (action === "list") return { name: "feeds", action };
  const asPage = action === "add" && targets[0] === "--page";
  const target = targets.slice(asPage ? 1 : 0).join(" ");
  if (!action || target === "") return { name: "unknown", typed: `feeds ${rest}`, nearest: "/feeds" };
  return { name: "feeds", action, target, asPage };
}

/** `schedule "0 9 * * 1-5" Asia/Shanghai`: an expression of five or six fields, in quotes or not, then a zone. */
const SCHEDULE =
  /^\S+\s+["“'‘]?((?:[\d*,/\-A-Za-z?#]+\s+){4,5}[\d*,/\-A-Za-z?#]+)["”'’]?(?:\s+([A-Za-z]+\/[\w/+-]+|UTC))?$/;

function parseDigest(rest: string): Command {
  const [word = ""] = rest.split(/\s+/);
  const which = keyOf(DIGEST_ACTIONS, fold(word));
  if (which === undefined) return { name: "unknown", typed: `digest ${rest}`, nearest: "/digest" };
  if (which !== "schedule") return { name: "digest", which };
  const [, cron, timezone] = SCHEDULE.exec(rest) ?? [];
  if (cron === undefined)
    return { name: "unknown", typed: `digest ${rest}`, nearest: '/digest schedule "0 9 * * 1-5"' };
  return { name: "digest", which, cron, timezone };
}

/** Reads a line such as `/policy 一季度`; the slash may be missing or full width. `today` is `2026-11-22`. */
export function parseCommand(line: string, context: { readonly today: string }): Command {
  const trimmed = line.trim();
  const [head = ""] = trimmed.split(/\s+/);
  const typed = fold(head).replace(/^\//, "");
  const rest = trimmed.slice(head.length).trim();
  switch (keyOf(NAMES, typed)) {
    case "policy":
      return parseLookup(rest, context.today);
    case "digest":
      return parseDigest(rest);
    case "feeds":
      return parseFeeds(rest);
    case "subscribe":
      return { name: "subscribe" };
    case "unsubscribe":
      return { name: "unsubscribe" };
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
  return command.name === "feeds" && command.action === "add";
}
