import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/io/environment.ts";
import { createLog, maskSecrets } from "../../src/io/log.ts";

describe("readEnvironment", () => {
  it("puts the data into data/ unless told otherwise", () => {
    expect(readEnvironment({}, "/app")).toMatchObject({
      configFile: join("/app", "config", "juyao.yaml"),
      database: join("data", "juyao.db"),
      logLevel: undefined,
    });
    expect(readEnvironment({ DATA_DIR: "/var/juyao", LOG_LEVEL: "DEBUG" }, "/app")).toMatchObject({
      database: join("/var/juyao", "juyao.db"),
      logLevel: "debug",
    });
  });

  it.each([
    ["sqlite:/var/x.db", "/var/x.db"],
    ["sqlite:///var/x.db", "/var/x.db"],
    ["file:x.db", "x.db"],
    ["x.db", "x.db"],
  ])("reads %s as a file", (url, database) => {
    expect(readEnvironment({ DATABASE_URL: url }, "/app").database).toBe(database);
  });

  it("reads proxies in lower case too", () => {
    const variables = { https_proxy: "http://proxy.example:3128", no_proxy: "localhost" };
    expect(readEnvironment(variables, "/app").proxy).toEqual({ https: "http://proxy.example:3128", no: "localhost" });
  });

  it("serves nothing without PORT, and only this machine unless HOST says more", () => {
    expect(readEnvironment({ HOST: "0.0.0.0" }, "/app").address).toBeUndefined();
    expect(readEnvironment({ PORT: "8080" }, "/app").address).toEqual({ host: "127.0.0.1", port: 8080 });
    expect(readEnvironment({ HOST: "0.0.0.0", PORT: "0" }, "/app").address).toEqual({ host: "0.0.0.0", port: 0 });
    for (const port of ["http", "-1", "65536", "80.5"]) {
      expect(() => readEnvironment({ PORT: port }, "/app")).toThrow(expect.objectContaining({ code: "config-port" }));
    }
  });

  it("says that PostgreSQL comes later", () => {
    expect(() => readEnvironment({ DATABASE_URL: "postgres://u:p@db/juyao" }, "/app")).toThrow(
      expect.objectContaining({ code: "database-unsupported" }),
    );
  });

  it("reads a key of 32 bytes in base64 or in hexadecimal digits, and no other", () => {
    const key = Buffer.alloc(32, 0xab);
    for (const text of [key.toString("base64"), key.toString("base64url"), key.toString("hex")])
      expect(readEnvironment({ JUYAO_SECRET_KEY: text }, "/app").sealKeys.map((each) => Buffer.from(each))).toEqual([
        key,
      ]);
    const both = { JUYAO_SECRET_KEY: key.toString("hex"), JUYAO_SECRET_KEY_PREVIOUS: key.toString("base64") };
    expect(readEnvironment(both, "/app").sealKeys).toHaveLength(2);
    expect(readEnvironment(both, "/app").secrets).toContain(key.toString("hex"));
    for (const text of ["geheim", key.toString("hex").slice(2), "a".repeat(32), `${"a".repeat(40)} ab=`, "请输入密钥"])
      expect(() => readEnvironment({ JUYAO_SECRET_KEY: text }, "/app")).toThrow(
        expect.objectContaining({ code: "config-secret-key", detail: { variable: "JUYAO_SECRET_KEY" } }),
      );
  });

  it("reads a secret from the file its twin names, and masks it", () => {
    const file = join(mkdtempSync(join(tmpdir(), "juyao-")), "proxy");
    writeFileSync(file, "http://user:geheim@proxy.example:3128\n");
    const environment = readEnvironment({ HTTPS_PROXY_FILE: file }, "/app");
    expect(environment.proxy.https).toBe("http://user:geheim@proxy.example:3128");
    expect(environment.secrets).toContain("http://user:geheim@proxy.example:3128");
    expect(() => readEnvironment({ HTTPS_PROXY_FILE: `${file}x` }, "/app")).toThrow(
      expect.objectContaining({ code: "file-unreadable" }),
    );
  });
});

describe("the log", () => {
  it("masks secrets and the private parts of URLs, also inside a cause", () => {
    const lines: string[] = [];
    const log = createLog({ level: "info", secrets: ["xoxb-geheim"], human: false, write: (line) => lines.push(line) });
    const cause = new Error("GET https://me:pw@site.example/rss?key=abc failed with xoxb-geheim");
    log.warn({ feed: "a", cause }, "feed not read");
    expect(lines.join("")).toContain("site.example/rss");
    expect(lines.join("")).not.toMatch(/geheim|me:pw|key=abc/);
  });

  it("leaves other text alone", () => {
    const invite = "https://discord.com/oauth2/authorize?client_id=1&permissions=2";
    expect(maskSecrets(invite, [])).toBe(invite);
    expect(maskSecrets("余 3 条？https://a.example/b", [])).toBe("余 3 条？https://a.example/b");
  });

  it("writes short lines for people at a terminal", () => {
    const lines: string[] = [];
    const log = createLog({ level: "info", secrets: [], human: true, write: (line) => lines.push(line) });
    log.info({ feeds: 5 }, "ready");
    log.debug({}, "not said");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("ready · feeds 5");
  });
});
