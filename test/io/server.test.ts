import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { createMetrics } from "../../src/io/metrics.ts";
import { type HttpServer, type Route, replyJson, startServer } from "../../src/io/server.ts";
import type { Log } from "../../src/ports.ts";
import { errorOf } from "./server.ts";

const HOST = "127.0.0.1";
const told: object[] = [];
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (fields) => void told.push(fields) };
const servers: HttpServer[] = [];

async function serve(routes: readonly Route[], port = 0): Promise<HttpServer> {
  const server = await startServer({ host: HOST, port }, { routes, log });
  servers.push(server);
  return server;
}

const get = (server: HttpServer, path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://${HOST}:${server.port}${path}`, init);

afterEach(async () => {
  told.length = 0;
  for (const server of servers.splice(0)) await server.stop();
});

describe("the server", () => {
  const PING: Route = { method: "GET", path: "/ping", answer: () => replyJson(200, { pong: true }) };

  it("answers its routes and nothing else", async () => {
    const server = await serve([PING]);
    const answer = await get(server, "/ping?x=1");
    expect([answer.status, answer.headers.get("content-type"), await answer.json()]).toEqual([
      200,
      "application/json; charset=utf-8",
      { pong: true },
    ]);
    const others = [
      await get(server, "/"),
      await get(server, "/ping/"),
      await get(server, "/ping", { method: "POST" }),
    ];
    expect(others.map(({ status }) => status)).toEqual([404, 404, 405]);
    const head = await get(server, "/ping", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("tells the cause of a failure to the log only", async () => {
    const answer = (): never => {
      throw new Error("token geheim");
    };
    const server = await serve([{ method: "GET", path: "/bad", answer }]);
    const reply = await get(server, "/bad");
    expect([reply.status, await reply.text()]).toEqual([500, "internal error\n"]);
    expect(told).toMatchObject([{ path: "/bad", cause: { message: "token geheim" } }]);
  });

  it("says which port is taken, and which cannot be had", async () => {
    const { port } = await serve([]);
    expect(await errorOf(startServer({ host: HOST, port }, { routes: [], log }))).toMatchObject({
      code: "port-in-use",
      detail: { host: HOST, port },
    });
    expect(await errorOf(startServer({ host: "192.0.2.1", port: 0 }, { routes: [], log }))).toMatchObject({
      code: "port-unavailable",
    });
  });

  it("stops at once, whoever is still connected, and twice as well", async () => {
    const hanging: Route = { method: "GET", path: "/hang", answer: () => new Promise(() => {}) };
    const server = await serve([PING, hanging]);
    const unanswered = expect(get(server, "/hang")).rejects.toThrow();
    const idle = connect(server.port, HOST);
    idle.on("error", () => {});
    await get(server, "/ping");
    const began = performance.now();
    await server.stop();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(500);
    await expect(get(server, "/ping")).rejects.toThrow();
    await unanswered;
    idle.destroy();
  });
});

describe("metrics", () => {
  const FACTS = { feeds: 5, failingFeeds: 2, articles: 19, measures: 110, deliveries: { sent: 3, failed: 1 } };

  it("are Prometheus text with what is known, the round's duration and requests by outcome", async () => {
    const metrics = createMetrics();
    metrics.observeRound(3);
    const fetch = metrics.countRequests(async (url) => {
      if (url.endsWith("gone")) throw new JuyaoError("http-gone");
      return { url, status: url.endsWith("same") ? 304 : 200, headers: {}, body: new Uint8Array() };
    });
    await fetch("https://me:geheim@a.test/?key=geheim");
    await fetch("https://a.test/same");
    await expect(fetch("https://a.test/gone")).rejects.toMatchObject({ code: "http-gone" });
    const { contentType, body } = await metrics.render(FACTS);
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = [
      ...["juyao_feeds 5", "juyao_feeds_failing 2", "juyao_articles 19", "juyao_measures 110"],
      ...['juyao_deliveries{state="sent"} 3', 'juyao_deliveries{state="pending"} 0'],
      ...['juyao_gather_round_seconds_bucket{le="2"} 0', 'juyao_gather_round_seconds_bucket{le="5"} 1'],
      ...['juyao_http_requests_total{outcome="ok"} 1', 'juyao_http_requests_total{outcome="not-modified"} 1'],
      'juyao_http_requests_total{outcome="http-gone"} 1',
    ];
    expect(body.split("\n")).toEqual(expect.arrayContaining(lines));
    expect(body).toContain("process_cpu_seconds_total");
    expect(body).not.toMatch(/geheim|a\.test/);
  });

  it("say nothing of a store that does not answer, rather than nought", async () => {
    const metrics = createMetrics();
    await metrics.render(FACTS);
    const { body } = await metrics.render(undefined);
    expect(body).not.toMatch(/^juyao_(?:feeds|articles|deliveries)\b.* \d/m);
    expect(body).toContain("process_cpu_seconds_total");
    expect((await metrics.render(FACTS)).body).toContain("juyao_feeds 5");
  });
});
