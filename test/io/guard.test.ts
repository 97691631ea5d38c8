import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "../../src/io/guard.ts";
import { createTestFetch, errorOf, startServer, type TestServer } from "./server.ts";

const SPECIAL = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "192.0.0.192",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "203.0.113.9",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1",
  "2001:db8::1",
  "2002:7f00:1::",
  "4000::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "no address",
];

test.each(SPECIAL)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
test.each(["8.8.8.8", "114.114.114.114", "223.5.5.5", "172.32.0.1", "2400:3200::1", "2606:4700::1111"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

describe("at dial time", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer((_request, response) => response.end("inside"));
  });
  afterAll(() => server.close());
  const port = () => server.host.split(":")[1];

  test.each(["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.1.", "[::1]", "[::ffff:127.0.0.1]"])(
    "http://%s/ is refused",
    async (host) => {
      const http = createTestFetch([]);
      expect(await errorOf(http.fetch(`http://${host}:${port()}/`))).toMatchObject({ code: "url-private" });
      await http.close();
    },
  );

  test("a name is refused if any of its addresses is private", async () => {
    const http = createTestFetch([], {
      resolve: async () => [
        { address: "223.5.5.5", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
    });
    expect(await errorOf(http.fetch(`http://mixed.example:${port()}/`))).toMatchObject({ code: "url-private" });
    await http.close();
  });

  test("the address that was checked is the one dialled: a name is resolved once a connection", async () => {
    let asked = 0;
    const http = createTestFetch([], {
      resolve: async () => {
        asked++;
        return [{ address: "127.0.0.1", family: 4 }];
      },
    });
    for (const path of ["/1", "/2"]) {
      const error = await errorOf(http.fetch(`http://rebind.example:${port()}${path}`));
      expect(error).toMatchObject({ code: "url-private" });
    }
    expect(asked).toBe(2);
    await http.close();
  });

  test("nothing of this touched the server", () => expect(server.connections()).toBe(0));

  test("an exception holds for its host and port only", async () => {
    const http = createTestFetch([`Intranet.example:${port()}`], {
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    });
    const result = await http.fetch(`http://intranet.example:${port()}/`);
    expect(Buffer.from(result.body).toString()).toBe("inside");
    for (const url of [`http://other.example:${port()}/`, "http://intranet.example/", `${server.url}/`]) {
      expect(await errorOf(http.fetch(url))).toMatchObject({ code: "url-private" });
    }
    await http.close();
  });
});

describe("through a proxy", () => {
  let proxy: TestServer;
  beforeAll(async () => {
    proxy = await startServer((request, response) => response.end(`proxied ${request.url}`));
  });
  afterAll(() => proxy.close());

  test("the proxy is asked, but never for a private address", async () => {
    const http = createTestFetch([], { proxy: { http: proxy.url, no: "direct.example" } });
    const result = await http.fetch("http://news.example/list");
    expect(Buffer.from(result.body).toString()).toBe("proxied http://news.example/list");
    for (const host of ["10.0.0.1", "localhost", "a.localhost", "[::1]", "169.254.169.254"]) {
      expect(await errorOf(http.fetch(`http://${host}/`))).toMatchObject({ code: "url-private" });
    }
    expect(proxy.seen).toHaveLength(1);
    await http.close();
  });

  test("hosts of NO_PROXY go direct, under the guard", async () => {
    const http = createTestFetch([], {
      proxy: { http: proxy.url, no: "example.org, .direct.example" },
      resolve: async () => [{ address: "10.0.0.1", family: 4 }],
    });
    expect(await errorOf(http.fetch("http://www.direct.example/"))).toMatchObject({ code: "url-private" });
    await http.close();
  });
});
