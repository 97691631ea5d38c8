import { afterAll, beforeAll, expect, test } from "vitest";
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";
import { createPoliteness } from "../../src/io/politeness.ts";
import { createTestFetch, errorOf, startServer, type TestServer } from "./server.ts";

let server: TestServer;
let running = 0;
let most = 0;

beforeAll(async () => {
  server = await startServer((_request, response) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      response.end("ok");
    }, 10);
  });
});
afterAll(() => server.close());

const forever = new AbortController().signal;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("one request at a time to a host, with a pause between, in order", async () => {
  const http = createTestFetch([server.host], { hostPauseMs: 30 });
  const startedAt = performance.now();
  await Promise.all(["/1", "/2", "/3"].map((path) => http.fetch(`${server.url}${path}`)));
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(85);
  expect(most).toBe(1);
  expect(server.seen).toEqual(["/1", "/2", "/3"]);
  await http.close();
});

test("so many hosts at once, and no more", async () => {
  const politeness = createPoliteness({ concurrency: 2, hostPauseMs: 0 });
  let now = 0;
  let peak = 0;
  const task = async () => {
    peak = Math.max(peak, ++now);
    await sleep(5);
    now--;
  };
  await Promise.all(["a", "b", "c", "d", "a", "b"].map((host) => politeness.run(host, forever, task)));
  expect(peak).toBe(2);
});

test("a host in its pause does not hold up others", async () => {
  const politeness = createPoliteness({ concurrency: 1, hostPauseMs: 10_000 });
  const abort = new AbortController();
  await politeness.run("slow", abort.signal, async () => {});
  const waiting = errorOf(politeness.run("slow", abort.signal, async () => {}));
  expect(await politeness.run("quick", forever, async () => "done")).toBe("done");
  abort.abort(new Error("enough"));
  expect(await waiting).toMatchObject({ message: "enough" });
});

test("a host that asks to be left alone is not asked again, by those who wait either", async () => {
  const asking = await startServer((_request, response) => response.writeHead(429, { "retry-after": "60" }).end());
  const http = createTestFetch([asking.host, server.host]);
  const errors = await Promise.all(["/1", "/2"].map((path) => errorOf(http.fetch(`${asking.url}${path}`))));
  errors.push(await errorOf(http.fetch(`${asking.url}/3`)));
  for (const error of errors) expect(error).toMatchObject({ code: "http-rate-limited", detail: { host: asking.host } });
  const [asked = 0, second = 0, third = 0] = errors.map((error) => (error as JuyaoError).retryAfterMs);
  expect(asked).toBe(60_000);
  expect(second).toBeGreaterThan(50_000);
  expect(third).toBeLessThanOrEqual(second);
  expect(asking.seen).toEqual(["/1"]);
  expect((await http.fetch(server.url)).status).toBe(200);
  await http.close();
  await asking.close();
});

test("it is asked again once the time is over", async () => {
  const politeness = createPoliteness({ concurrency: 1, hostPauseMs: 0 });
  const limited = () => Promise.reject(new JuyaoError("http-rate-limited", { retryAfterMs: 20 }));
  await errorOf(politeness.run("a", forever, limited));
  const unrun = errorOf(politeness.run("a", forever, async () => "too early"));
  expect(await unrun).toMatchObject({ code: "http-rate-limited" });
  await sleep(25);
  expect(await politeness.run("a", forever, async () => "next")).toBe("next");
});

test("a host that was silent three times in a row is left alone; any answer counts", async () => {
  const politeness = createPoliteness({ concurrency: 1, hostPauseMs: 0 });
  let runs = 0;
  const endWith = (code: ErrorCode) =>
    errorOf(politeness.run("a", forever, () => Promise.reject(new JuyaoError(code, { detail: { run: ++runs } }))));
  for (const code of ["http-timeout", "http-timeout", "http-not-found", "http-timeout", "http-timeout"] as const) {
    await endWith(code);
  }
  expect(await endWith("http-timeout")).toMatchObject({ detail: { run: 6 } });
  expect(await endWith("http-timeout")).toMatchObject({ code: "http-timeout", detail: { host: "a" } });
  expect(runs).toBe(6);
});

test("a failed task gives its turn away", async () => {
  const politeness = createPoliteness({ concurrency: 1, hostPauseMs: 0 });
  await errorOf(politeness.run("a", forever, () => Promise.reject(new Error("failed"))));
  expect(await politeness.run("a", forever, async () => "next")).toBe("next");
});
