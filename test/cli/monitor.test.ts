/** What watches the bot, and what runs beside it. */
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { createRoutes, type Watched } from "../../src/cli/monitor.ts";
import { Config } from "../../src/config.ts";
import { JuyaoError } from "../../src/errors.ts";
import { createMetrics } from "../../src/io/metrics.ts";
import { type HttpServer, startServer } from "../../src/io/server.ts";
import type { Adapter } from "../../src/platform.ts";
import { lockStore } from "../../src/store/lock.ts";
import { createWorld, flowParts, INSTALLATION, recordingAdapter, rss, SILENT } from "../flow/world.ts";
import { newDataDir, runCli } from "./runtime.ts";

const failing = (name: string): Adapter => ({
  ...recordingAdapter(name),
  start: () => Promise.reject(new JuyaoError("post-token-refused")),
});

async function build(adapters: readonly Adapter[]) {
  const world = createWorld();
  world.serve("https://a.test/rss.xml?key=geheim", rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]));
  const { store, clock } = await flowParts(world);
  const config = Config.parse({
    feeds: [{ id: "a", url: "https://a.test/rss.xml?key=geheim", title: "源a" }],
    channels: [{ id: "test:c", from: "all" }],
  });
  const app = createApp({
    ...{ config, store, clock, adapters, log: SILENT, fetch: world.fetch, chance: () => 0 },
    ...{ configFile: "juyao.yaml", samples: [], installation: INSTALLATION, onDeserted: () => {} },
  });
  return { app, store };
}

describe("the server of the bot", () => {
  let server: HttpServer | undefined;

  afterEach(() => server?.stop());

  /** Asks for a path as the watcher does. */
  async function watch(watched: () => Watched | undefined) {
    server = await startServer(
      { host: "127.0.0.1", port: 0 },
      {
        routes: createRoutes(watched, createMetrics()),
        log: SILENT,
      },
    );
    const { port } = server;
    return async (path: string): Promise<[number, string]> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return [response.status, (await response.text()).trim()];
    };
  }

  it("is alive from the first moment, and ready when everything is, until it stops", async () => {
    let watched: Watched | undefined;
    const ask = await watch(() => watched);
    expect(await ask("/healthz")).toEqual([200, '{"alive":true}']);
    expect(await ask("/readyz")).toEqual([503, '{"ready":false,"unready":["starting"]}']);
    expect((await ask("/metrics"))[1]).toContain("process_cpu_seconds_total");
    const { app, store } = await build([recordingAdapter()]);
    watched = { app, store };
    expect(await ask("/readyz")).toEqual([503, '{"ready":false,"unready":["starting"]}']);
    await app.start();
    expect(await ask("/readyz")).toEqual([200, '{"ready":true,"unready":[]}']);
    const [status, numbers] = await ask("/metrics");
    expect(status).toBe(200);
    expect(numbers).toMatch(/^juyao_feeds 1$/m);
    expect(numbers).toMatch(/^juyao_measures 2$/m);
    expect(numbers).not.toMatch(/geheim|a\.test/);
    await app.stop();
    expect(await ask("/readyz")).toEqual([503, '{"ready":false,"unready":["stopping"]}']);
    expect((await ask("/healthz"))[0]).toBe(200);
  });

  it("names the adapter that is lost while the others go on, and the store that does not answer", async () => {
    const { app, store } = await build([failing("slack"), recordingAdapter()]);
    await app.start();
    const ask = await watch(() => ({ app, store }));
    expect(await ask("/readyz")).toEqual([503, '{"ready":false,"unready":["adapter slack"]}']);
    await store.close();
    expect(await ask("/readyz")).toEqual([503, '{"ready":false,"unready":["adapter slack","store"]}']);
    await app.stop();
  });

  it("gives up when no adapter is left", async () => {
    const { app } = await build([failing("slack"), failing("discord")]);
    await expect(app.start()).rejects.toMatchObject({ code: "post-token-refused" });
    await app.stop();
  });

  it("answers /health to everybody", async () => {
    const { app } = await build([]);
    const ask = { channel: "test:c", user: "test:u", admin: false, locale: "zh-CN" };
    for (const line of ["/health", "/状态"]) {
      expect(JSON.stringify(await app.answer({ ...ask, line }))).toContain("举要 1.2.3，已运行 1 小时");
    }
    await app.stop();
  });
});

describe("beside a running bot", () => {
  it("a second one is refused in one sentence, and the command line works", async () => {
    const DATA_DIR = newDataDir();
    const lock = await lockStore(join(DATA_DIR, "juyao.db"), new Date("2026-11-22T01:00:00.000Z"));
    const second = await runCli(["start"], { DATA_DIR });
    expect([second.exit, second.out]).toEqual([1, ""]);
    expect(second.err).toMatch(/^已有一个举要在用数据库 .*juyao\.db。.*\n$/);
    expect((await runCli(["start"], { DATA_DIR, LANG: "en" })).err).toContain("Another Juyao runs on the database");
    expect((await runCli(["feeds", "list"], { DATA_DIR })).exit).toBe(0);
    const health = JSON.parse((await runCli(["health", "--json"], { DATA_DIR })).out) as Record<string, unknown>;
    expect(health).toMatchObject({ version: expect.any(String), running: true, archive: { articles: 0 } });
    lock.release();
    expect((await runCli(["health"], { DATA_DIR })).out).toContain("机器人没有在运行");
  });

  it("a port that is taken is told in one sentence, and the store is free again", async () => {
    const DATA_DIR = newDataDir();
    const other = await startServer({ host: "127.0.0.1", port: 0 }, { routes: [], log: SILENT });
    const refused = await runCli(["start"], { DATA_DIR, PORT: String(other.port) });
    expect([refused.exit, refused.err.split("\n").length]).toEqual([1, 2]);
    expect(refused.err).toContain(`端口 ${other.port} 已被别的程序占用`);
    await other.stop();
    (await lockStore(join(DATA_DIR, "juyao.db"), new Date())).release();
  });
});
