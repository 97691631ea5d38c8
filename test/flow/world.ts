/** A small web of its own, a clock that stands still, and what a flow needs besides. */
import { JuyaoError } from "../../src/errors.ts";
import type { GatherParts } from "../../src/flow/gather.ts";
import type { Installation } from "../../src/flow/health.ts";
import type { Channel, Feed } from "../../src/model.ts";
import type { Adapter, Part } from "../../src/platform.ts";
import type { Clock, Fetch, Log, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { fillerOf } from "../filler.ts";
import { fitsWithin } from "../fits.ts";

export const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const INSTALLATION: Installation = {
  version: "1.2.3",
  runningSince: async () => "2026-11-20T00:00:00.000Z",
  disk: async () => ({ free: 5e9, total: 10e9 }),
};

export interface World {
  readonly fetch: Fetch;
  readonly requests: string[];
  /** Serves a body under a URL, or fails with an error. */
  serve(url: string, body: string | JuyaoError, headers?: Record<string, string>): void;
}

export function createWorld(): World {
  const pages = new Map<string, { body: string | JuyaoError; headers: Record<string, string> }>();
  const requests: string[] = [];
  return {
    requests,
    serve: (url, body, headers = {}) => void pages.set(url, { body, headers }),
    fetch: async (url, options) => {
      requests.push(url);
      const page = pages.get(url);
      if (!page) throw new JuyaoError("http-not-found", { detail: { host: new URL(url).host } });
      if (page.body instanceof JuyaoError) throw page.body;
      const { headers } = page;
      if (headers.etag && headers.etag === options?.etag) return { url, status: 304, headers, body: new Uint8Array() };
      return { url, status: 200, headers, body: new TextEncoder().encode(page.body) };
    },
  };
}

export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function createClock(start = "2026-11-20T01:00:00.000Z"): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}

export const feedNamed = (id: string, more: Partial<Feed> = {}): Feed => ({
  id,
  kind: "feed",
  url: `https://${id}.test/rss.xml`,
  title: `源${id}`,
  topics: [],
  timezone: "Asia/Shanghai",
  paused: false,
  addedBy: "config",
  workspace: "",
  ...more,
});

export const channelNamed = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  addedBy: "config",
  crons: ["0 9 * * *"],
  workdays: false,
  notTopics: [],
  sources: [],
  notSources: [],
  sayNothing: false,
  timezone: "Asia/Shanghai",
  topics: [],
  locale: "zh-CN",
  minScore: 0,
  limit: 100,
  from: "all",
  atStart: false,
  paused: false,
  ...more,
});

export interface Item {
  readonly id: string;
  readonly title?: string;
  /** Items of a list; each becomes a measure. */
  readonly measures?: readonly string[];
  readonly summary?: string;
  /** As the feed writes it; none if left out. */
  readonly date?: string | undefined;
  /** Seed of its filler, if it tells the story of another. */
  readonly story?: string | undefined;
}

const ORDINALS = ["一", "二", "三", "四", "五", "六"];
/** `filler` is the seed of the words around the measures; articles with one seed are reposts of one another. */
export const fullText = ({ id, measures = [] }: Item, filler = id): string =>
  [`<p>${fillerOf(filler, 240)}。</p>`, ...measures.map((line, i) => `<p>${ORDINALS[i]}是${line}。</p>`)].join("");

interface RssOptions {
  readonly full?: boolean;
  readonly filler?: string | undefined;
}

export function rss(items: readonly Item[], { full = true, filler }: RssOptions = {}): string {
  const entries = items.map((item) => {
    const link = `https://site.test/${item.id}.html`;
    const body = full
      ? `<content:encoded><![CDATA[${fullText(item, item.story ?? filler)}]]></content:encoded>`
      : `<description>${item.summary ?? ""}</description>`;
    const date = item.date === undefined ? "" : `<pubDate>${item.date}</pubDate>`;
    return `<item><title>${item.title ?? `标题${item.id}`}</title><link>${link}</link><guid>${item.id}</guid>${date}${body}</item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>测试源</title>${entries.join("")}</channel></rss>`;
}

export interface FlowParts extends GatherParts {
  readonly clock: TestClock;
}

export async function flowParts(world: World, clock = createClock(), url = ":memory:"): Promise<FlowParts> {
  const store: Store = await openStore({ url, clock });
  return {
    store,
    fetch: world.fetch,
    clock,
    log: SILENT,
    assign: () => [],
    concurrency: 4,
    backfill: 3,
    roundMs: 1_800_000,
    chance: () => 0,
  };
}

export interface Recording extends Adapter {
  readonly posted: { channel: string; part: Part }[];
  /** Called before a part is recorded; may throw. */
  onPost: (part: Part) => void;
  /** Called after a part is recorded, before the answer; may throw: processed, but the answer is lost. */
  afterPost: (part: Part) => void;
}

/** Records what it is told to post; the same key twice is shown once, as every adapter promises. */
export function recordingAdapter(name = "test", fits = fitsWithin(1000, 100_000)): Recording {
  const posted: Recording["posted"] = [];
  const recording: Recording = {
    name,
    chat: true,
    fits,
    posted,
    onPost: () => {},
    afterPost: () => {},
    start: async () => {},
    stop: async () => {},
    post: async (channel, part) => {
      recording.onPost(part);
      if (!posted.some((other) => other.channel === channel && other.part.key === part.key))
        posted.push({ channel, part });
      recording.afterPost(part);
      return { channel, messageId: `m${posted.length}` };
    },
  };
  return recording;
}
