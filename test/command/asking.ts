/** A whole bot that is only asked: one feed, one channel of the file, and what a person types. */
import { type App, createApp } from "../../src/app.ts";
import { Config } from "../../src/config.ts";
import { type Inline, type Reply, text } from "../../src/document.ts";
import type { Request } from "../../src/platform.ts";
import {
  createClock,
  createWorld,
  flowParts,
  INSTALLATION,
  type Item,
  type Recording,
  recordingAdapter,
  rss,
  SILENT,
  type TestClock,
  type World,
} from "../flow/world.ts";

export const FEED_URL = "https://a.test/rss.xml";

export const ITEMS: readonly Item[] = [
  { id: "1", title: "某厅部署2026年一季度工业工作", measures: ["扩大有效投资", "稳定外贸订单"] },
  { id: "2", title: "某市推进储能项目", measures: ["建设独立储能电站", "完善峰谷电价"] },
];

export interface Asking {
  readonly world: World;
  readonly clock: TestClock;
  readonly adapter: Recording;
  readonly app: App;
  /** An admin asks in the channel of the file, if nothing else is said. */
  reply(line: string, more?: Partial<Request>): Promise<Reply>;
  /** The same, as one text to search in. */
  ask(line: string, more?: Partial<Request>): Promise<string>;
}

export async function startAsking(adapter = recordingAdapter(), more: object = {}): Promise<Asking> {
  const world = createWorld();
  const clock = createClock();
  const { store } = await flowParts(world, clock);
  const config = Config.parse({
    feeds: [{ id: "a", url: FEED_URL, title: "源a" }],
    channels: [{ id: "test:c", from: "all", atStart: true }],
    ...more,
  });
  const app = createApp({
    ...{ config, store, clock, log: SILENT, fetch: world.fetch, chance: () => 0 },
    ...{ configFile: "juyao.yaml", samples: [], installation: INSTALLATION, onDeserted: () => {} },
    adapters: [adapter],
  });
  world.serve(FEED_URL, rss(ITEMS));
  await app.sync();
  await app.gather();
  const asked = { channel: "test:c", user: "test:u", admin: true, locale: "zh-CN" };
  const reply = (line: string, other: Partial<Request> = {}): Promise<Reply> =>
    app.answer({ ...asked, ...other, line });
  const told = (answer: Reply): string => `${answer.title}\n${tell(answer)}`;
  return { world, clock, adapter, app, reply, ask: async (line, other) => told(await reply(line, other)) };
}

const isWords = (inline: Inline | undefined): boolean => inline?.type === "text" || inline?.type === "strong";

/** Words marked in a sentence do not part it. */
function joinWords(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last && isWords(last) && isWords(inline)) joined.splice(-1, 1, text(last.value + inline.value));
    else joined.push(inline);
  }
  return joined;
}

/** An answer as one text to search in. */
export const tell = (answer: Reply): string =>
  JSON.stringify(answer, (key, value) => (key === "inlines" ? joinWords(value as Inline[]) : value));
