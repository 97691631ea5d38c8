import type { RequestListener } from "node:http";
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpFetch } from "../../src/io/http.ts";
import { createTestFetch, errorOf, startServer, type TestServer } from "./server.ts";

const PAGE = "工业和信息化部：着力提振制造业投资".repeat(20);
const ENCODED: Readonly<Record<string, readonly [encoding: string, body: Buffer]>> = {
  gzip: ["gzip", gzipSync(PAGE)],
  "x-gzip": ["X-GZIP", gzipSync(PAGE)],
  br: ["br", brotliCompressSync(PAGE)],
  zstd: ["zstd", zstdCompressSync(PAGE)],
  deflate: ["deflate", deflateSync(PAGE)],
  "deflate-raw": ["deflate", deflateRawSync(PAGE)],
  "gzip-twice": ["gzip, gzip", gzipSync(gzipSync(PAGE))],
  empty: ["gzip", Buffer.alloc(0)],
};
const CAP = 2 * 1024 * 1024;
const BOMBS: Readonly<Record<string, readonly [encoding: string, body: Buffer]>> = {
  "over-the-cap": ["gzip", gzipSync(Buffer.alloc(3_000_000, "a"))],
  "over-the-ratio": ["gzip", gzipSync(Buffer.alloc(1_500_000, "a"))],
  brotli: ["br", brotliCompressSync(Buffer.alloc(1_500_000, "a"))],
  nested: ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(3_000_000, "a")))],
};

const SOLVE = "<script>function set(v) { document.cookie = 'clear=' + v; location.reload(); } set(1 + 1)</script>";
const PAGES: Readonly<Record<string, string>> = {
  challenge: `<html><head><meta charset="utf-8">${SOLVE}</head><body>请稍候</body></html>`,
  unclosed: SOLVE.replace("</script>", ""),
  article: `<html><body><p>${"着力提振制造业投资。".repeat(40)}</p>${SOLVE}</body></html>`,
  forward: "<script>location.href = '/index.html'</script>",
  counter: "<script>document.cookie = 'seen=1'</script><p>暂无内容</p>",
};

const listener: RequestListener = (request, response) => {
  const [, kind = "", name = "", ...others] = (request.url ?? "").split(/[/?]/);
  const tail = others.join("/");
  const routes: Readonly<Record<string, () => unknown>> = {
    plain: () =>
      response.writeHead(200, { "content-type": "text/html; charset=gb2312" }).end(Buffer.from([0xd6, 0xd0])),
    echo: () => response.end(JSON.stringify(request.headers)),
    encoded: () => response.writeHead(200, { "content-encoding": ENCODED[name]?.[0] ?? "" }).end(ENCODED[name]?.[1]),
    bomb: () => response.writeHead(200, { "content-encoding": BOMBS[name]?.[0] ?? "" }).end(BOMBS[name]?.[1]),
    garbage: () => response.writeHead(200, { "content-encoding": name }).end("<rss>not what it says</rss>"),
    truncated: () => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PAGE).subarray(0, 60)),
    "endless-bomb": () => {
      response.writeHead(200, { "content-encoding": "gzip" });
      const gzip = createGzip();
      gzip.pipe(response);
      const block = Buffer.alloc(4 * 1024 * 1024, "a");
      const fill = () => {
        while (!response.destroyed && gzip.write(block));
      };
      gzip.on("drain", fill);
      fill();
    },
    long: () => response.end(Buffer.alloc(CAP + 1)),
    drip: () => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    },
    half: () => response.writeHead(200, { "content-length": "1000" }).write("x".repeat(10)),
    hang: () => undefined,
    reset: () => request.socket.resetAndDestroy(),
    "break-off": () => {
      response.writeHead(200, { "content-length": "1000" }).write("x");
      setTimeout(() => request.socket.destroy(), 10);
    },
    header: () => response.writeHead(200, { "x-long": "x".repeat(100_000) }).end(),
    status: () => response.writeHead(Number(name), { "retry-after": "120" }).end("no"),
    challenge: () => response.writeHead(503, { "cf-mitigated": "challenge" }).end(),
    amazon: () => response.writeHead(202, { "x-amzn-waf-action": "challenge" }).end(),
    accepted: () => response.writeHead(202, { "content-type": "text/html" }).end("<script>solve()</script>"),
    page: () => response.writeHead(200, { "content-type": "text/html" }).end(PAGES[name]),
    later: () => response.writeHead(429, { "retry-after": "Sun, 02 Jan 2022 00:01:00 GMT" }).end(),
    unchanged: () => response.writeHead(request.headers["if-none-match"] === '"v1"' ? 304 : 200).end(),
    loop: () => response.writeHead(302, { location: "/loop" }).end(),
    hop: () => response.writeHead(Number(name), { location: tail === "" ? "/plain" : `/hop/${tail}` }).end(),
    chain: () => response.writeHead(301, { location: name === "0" ? "/plain" : `/chain/${Number(name) - 1}` }).end(),
    away: () => response.writeHead(302, { location: decodeURIComponent(name) }).end(),
    chinese: () => response.writeHead(302, { location: Buffer.from("/中文", "utf8").toString("latin1") }).end(),
  };
  const route = routes[kind];
  if (route === undefined) response.end(decodeURI(request.url ?? ""));
  else route();
};

let server: TestServer;
let canary: TestServer;
let http: HttpFetch;

beforeAll(async () => {
  server = await startServer(listener);
  canary = await startServer((_request, response) => response.end("secret"));
  http = createTestFetch([server.host]);
});
afterAll(async () => {
  await http.close();
  await Promise.all([server.close(), canary.close()]);
});

const get = (path: string) => http.fetch(`${server.url}${path}`);
/** By a way out of its own, as one that knows nothing of what the host answered before. */
const failureOf = async (path: string) => {
  const other = createTestFetch([server.host], { maxBytes: CAP, now: () => Date.UTC(2022, 0, 2) });
  try {
    return await errorOf(other.fetch(`${server.url}${path}`));
  } finally {
    await other.close();
  }
};
const textOf = async (path: string) => Buffer.from((await get(path)).body).toString("utf8");

describe("results", () => {
  test("bytes and headers come as they are", async () => {
    const result = await get("/plain");
    expect(result).toMatchObject({ url: `${server.url}/plain`, status: 200 });
    expect(result.headers["content-type"]).toBe("text/html; charset=gb2312");
    expect([...result.body]).toEqual([0xd6, 0xd0]);
  });

  test.each(Object.keys(ENCODED))("content encoding %s is undone", async (name) => {
    expect(await textOf(`/encoded/${name}`)).toBe(name === "empty" ? "" : PAGE);
  });

  test("asks conditionally; 304 is a result", async () => {
    const asked = await http.fetch(`${server.url}/echo`, {
      etag: '"v1"',
      lastModified: "Sat, 01 Jan 2022 00:00:00 GMT",
    });
    expect(JSON.parse(Buffer.from(asked.body).toString())).toMatchObject({
      "user-agent": "juyao-test",
      "if-none-match": '"v1"',
      "if-modified-since": "Sat, 01 Jan 2022 00:00:00 GMT",
    });
    const result = await http.fetch(`${server.url}/unchanged`, { etag: '"v1"' });
    expect([result.status, result.body.length]).toEqual([304, 0]);
  });

  test("redirects are followed to the fifth", async () => {
    expect((await get("/chain/4")).url).toBe(`${server.url}/plain`);
    expect(await errorOf(get("/chain/5"))).toMatchObject({ code: "http-redirects" });
  });

  test.each([
    ["301", true],
    ["308/301", true],
    ["302", false],
    ["301/307", false],
    ["303/301", false],
  ])("redirects of %s: moved for good is %s", async (statuses, moved) => {
    expect(await get(`/hop/${statuses}`)).toHaveProperty("movedTo", moved ? `${server.url}/plain` : undefined);
  });

  test("what was not redirected has not moved", async () => {
    expect((await get("/plain")).movedTo).toBeUndefined();
  });

  test.each(["article", "forward", "counter"])("a page (%s) is no challenge for having scripts", async (name) => {
    expect(await textOf(`/page/${name}`)).toBe(PAGES[name]);
  });

  test("a redirect to an address in raw UTF-8 arrives", async () => {
    expect(await textOf("/chinese")).toBe("/中文");
  });
});

describe("failures have a code", () => {
  test.each([
    [400, "http-refused"],
    [401, "http-forbidden"],
    [403, "http-forbidden"],
    [404, "http-not-found"],
    [410, "http-gone"],
    [412, "http-forbidden"],
    [429, "http-rate-limited"],
    [451, "http-forbidden"],
    [500, "http-server"],
    [502, "http-server"],
    [503, "http-rate-limited"],
    [521, "http-forbidden"],
    [302, "http-refused"],
    [304, "http-server"],
  ])("status %i is %s", async (status, code) => {
    const error = await failureOf(`/status/${status}?token=secret`);
    expect(error).toMatchObject({ code, detail: { host: server.host, status } });
    expect(error).toHaveProperty("retryAfterMs", code === "http-rate-limited" ? 120_000 : undefined);
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  test.each([
    ["/challenge", "http-forbidden"],
    ["/amazon", "http-forbidden"],
    ["/accepted", "http-forbidden"],
    ["/page/challenge", "http-forbidden"],
    ["/page/unclosed", "http-forbidden"],
    ["/loop", "http-redirects"],
    ["/garbage/gzip", "http-server"],
    ["/garbage/deflate", "http-server"],
    ["/garbage/br", "http-server"],
    ["/garbage/zstd", "http-server"],
    ["/garbage/compress", "http-server"],
    ["/garbage/gzip,gzip,gzip", "http-server"],
    ["/truncated", "http-server"],
    ["/endless-bomb", "http-too-large"],
    ["/long", "http-too-large"],
    ["/header", "http-too-large"],
    ["/reset", "http-unreachable"],
    ["/break-off", "http-unreachable"],
    ["/bomb/over-the-cap", "http-too-large"],
    ["/bomb/over-the-ratio", "http-too-large"],
    ["/bomb/brotli", "http-too-large"],
    ["/bomb/nested", "http-too-large"],
  ])("%s is %s", async (path, code) => {
    expect(await failureOf(path)).toMatchObject({ code, detail: { host: server.host } });
  });

  test("a Retry-After may be a date", async () => {
    expect(await failureOf("/later")).toMatchObject({ code: "http-rate-limited", retryAfterMs: 60_000 });
  });

  test("nobody listens", async () => {
    const gone = await startServer(() => {});
    await gone.close();
    const other = createTestFetch([gone.host]);
    expect(await errorOf(other.fetch(gone.url))).toMatchObject({ code: "http-unreachable" });
    await other.close();
  });

  test("a name that does not resolve", async () => {
    const unknown = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
    const other = createTestFetch([], { resolve: () => Promise.reject(unknown) });
    expect(await errorOf(other.fetch("http://nowhere.example/"))).toMatchObject({ code: "http-dns" });
    await other.close();
  });

  test.concurrent.each([
    ["/hang", { headers: 60 }],
    ["/half", { body: 60 }],
    ["/drip", { whole: 150 }],
    ["/hang", { whole: 60 }],
  ])("%s ends after %o", async (path, timeouts) => {
    const hasty = createTestFetch([server.host], { timeouts });
    expect(await errorOf(hasty.fetch(`${server.url}${path}`))).toMatchObject({ code: "http-timeout" });
    await hasty.close();
  });

  test.each(["", "not a url", "ftp://example.org/", "file:///etc/passwd", "http://user:secret@example.org/"])(
    "%j is no URL to fetch",
    async (url) => {
      const error = await errorOf(http.fetch(url));
      expect(error).toMatchObject({ code: "url-invalid" });
      expect(JSON.stringify(error)).not.toContain("secret");
    },
  );
});

describe("the guard holds on every hop", () => {
  test("a redirect to a private port is refused and the port never touched", async () => {
    const error = await errorOf(get(`/away/${encodeURIComponent(`${canary.url}/x`)}`));
    expect(error).toMatchObject({ code: "url-private" });
    expect(canary.connections()).toBe(0);
  });

  test.each(["file:///etc/passwd", "gopher://127.0.0.1/", "http://a:b@example.org/"])(
    "a redirect to %s is refused",
    async (location) => {
      const error = await errorOf(get(`/away/${encodeURIComponent(location)}`));
      expect(error).toMatchObject({ code: "url-invalid" });
    },
  );
});

describe("ends", () => {
  test("a caller's abort is thrown as its own reason", async () => {
    const reason = new Error("stopping");
    const abort = new AbortController();
    const pending = errorOf(http.fetch(`${server.url}/hang`, { signal: abort.signal }));
    setTimeout(() => abort.abort(reason), 20);
    expect(await pending).toBe(reason);
    expect(await errorOf(http.fetch(`${server.url}/plain`, { signal: abort.signal }))).toBe(reason);
  });

  test("close ends what is under way and can be called twice", async () => {
    const other = createTestFetch([server.host]);
    const pending = errorOf(other.fetch(`${server.url}/hang`));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await other.close();
    await other.close();
    expect(await pending).toMatchObject({ code: "http-unreachable" });
  });
});
