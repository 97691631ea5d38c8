/** Reads the text of `config/juyao.yaml` and tells all its mistakes at once, each with file, line and key. */
import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { en, zhCN } from "zod/locales";
import { Config } from "./config.ts";

/** Sentences for what zod cannot say by itself. */
const SENTENCES = {
  adapter: { "zh-CN": "前缀不是已有的平台；可用的有：", en: "does not begin with a platform Juyao has; there are: " },
  channel: {
    "zh-CN": "应写成“平台:频道”，例如 terminal:console",
    en: "must be platform:channel, such as terminal:console",
  },
  cron: { "zh-CN": '不是有效的 cron 表达式，例如 "0 9 * * 1-5"', en: 'is not a cron expression; try "0 9 * * 1-5"' },
  duplicate: { "zh-CN": "与前面的重复，请改成不同的值", en: "repeats an earlier one; give it another value" },
  from: { "zh-CN": "应为 now、all、last 20 或 since 2026-11-01", en: "must be now, all, last 20 or since 2026-11-01" },
  id: { "zh-CN": "只能用字母、数字和 . _ -", en: "may hold only letters, digits and . _ -" },
  key: { "zh-CN": "没有这个配置项，请检查拼写", en: "is not a key Juyao knows; check the spelling" },
  missing: { "zh-CN": "缺少这一项，请补上", en: "is missing; add it" },
  quiet: { "zh-CN": "应写成 22:00-07:00", en: "must be written 22:00-07:00" },
  timezone: { "zh-CN": "不是有效的时区，例如 Asia/Shanghai", en: "is not a time zone; try Asia/Shanghai" },
  url: { "zh-CN": "不是以 http:// 或 https:// 开头的网址", en: "is not a URL that begins with http:// or https://" },
} as const;

type Sentence = keyof typeof SENTENCES;
type Path = readonly PropertyKey[];

/** What the schema cannot know by itself. */
export interface ConfigContext {
  /** For messages: how the file is to be named. */
  readonly file: string;
  readonly isCron: (expression: string) => boolean;
  /** Names of the platforms there are. */
  readonly adapters: readonly string[];
}

export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  /** `feeds[0].url` */
  readonly key: string;
  readonly message: string;
}

export type ConfigReading =
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config?: undefined; readonly problems: readonly ConfigProblem[] };

interface Mistake {
  readonly path: Path;
  readonly message: string;
}

const formatKey = (path: Path): string =>
  path.reduce<string>((key, part) => {
    if (typeof part === "number") return `${key}[${part}]`;
    return key === "" ? String(part) : `${key}.${String(part)}`;
  }, "");

/** The strings at `key` of a list of the raw file, each with its path. The file may hold anything there. */
function stringsAt(data: unknown, list: string, key: string): { path: Path; value: string }[] {
  const items: unknown = (data as Record<string, unknown> | null)?.[list];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, i) => {
    const value = (item as Record<string, unknown> | null)?.[key];
    if (Array.isArray(value)) {
      return value.flatMap((one: unknown, k) =>
        typeof one === "string" ? [{ path: [list, i, key, k], value: one }] : [],
      );
    }
    return typeof value === "string" ? [{ path: [list, i, key], value }] : [];
  });
}

/** Mistakes that show only between values, or only to the context. */
function findMistakes(data: unknown, context: ConfigContext, say: (sentence: Sentence) => string): Mistake[] {
  const found: Mistake[] = [];
  const gather = (data as { gather?: { cron?: unknown } } | null)?.gather?.cron;
  const crons = [...stringsAt(data, "channels", "cron"), ...stringsAt(data, "channels", "weekly")];
  if (typeof gather === "string") crons.push({ path: ["gather", "cron"], value: gather });
  for (const { path, value } of crons) if (!context.isCron(value)) found.push({ path, message: say("cron") });
  for (const { path, value } of stringsAt(data, "channels", "id")) {
    const [adapter, channel] = value.split(":");
    if (channel && adapter && !context.adapters.includes(adapter)) {
      found.push({ path, message: say("adapter") + context.adapters.join(", ") });
    }
  }
  for (const [list, key] of [
    ["feeds", "id"],
    ["feeds", "url"],
    ["channels", "id"],
    ["topics", "name"],
  ] as const) {
    const seen = new Set<string>();
    for (const { path, value } of stringsAt(data, list, key)) {
      if (seen.has(value)) found.push({ path, message: say("duplicate") });
      seen.add(value);
    }
  }
  return found;
}

function toMistakes(issue: z.core.$ZodIssue, say: (sentence: Sentence) => string): Mistake[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: say("key") }));
  }
  const sentence = issue.code === "custom" ? (issue.params?.rule as Sentence | undefined) : undefined;
  return [{ path: issue.path, message: sentence ? say(sentence) : issue.message }];
}

/** Never throws: mistakes come back as problems, in the order of their lines. */
export function readConfig(source: string, context: ConfigContext): ConfigReading {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const toProblem = (offset: number | undefined, { path, message }: Mistake): ConfigProblem => ({
    file: context.file,
    line: offset === undefined ? 1 : lines.linePos(offset).line,
    key: formatKey(path),
    message,
  });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => toProblem(error.pos[0], { path: [], message: error.message })) };
  }
  const locale = isMap(document.contents) && document.get("locale") === "en" ? "en" : "zh-CN";
  const say = (sentence: Sentence): string => SENTENCES[sentence][locale];
  /** Offset of the value at this path, or of the nearest thing around it that is there. */
  const offsetOf = (path: Path): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return undefined;
  };
  const data: unknown = document.toJS() ?? {};
  const { localeError } = locale === "en" ? en() : zhCN();
  const result = Config.safeParse(data, {
    error: (issue) => (issue.input === undefined ? say("missing") : localeError(issue)),
  });
  const mistakes = findMistakes(data, context, say);
  if (result.success && mistakes.length === 0) return { config: result.data, problems: [] };
  if (!result.success) mistakes.push(...result.error.issues.flatMap((issue) => toMistakes(issue, say)));
  return {
    problems: mistakes
      .map((mistake) => toProblem(offsetOf(mistake.path), mistake))
      .sort((a, b) => a.line - b.line || a.key.localeCompare(b.key)),
  };
}
