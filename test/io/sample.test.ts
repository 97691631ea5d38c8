import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withSamples } from "../../src/io/sample.ts";

const root = mkdtempSync(join(tmpdir(), "juyao-"));
mkdirSync(join(root, "a.example", "news"), { recursive: true });
writeFileSync(join(root, "a.example", "news", "1.html"), "<p>甲</p>");
writeFileSync(join(root, "secret.txt"), "geheim");
const fetch = withSamples(root, async (url) => ({
  url,
  status: 200,
  headers: { from: "web" },
  body: new Uint8Array(),
}));

describe("the demo's way out", () => {
  it("serves files under hosts that cannot exist, and lets everything else through", async () => {
    const page = await fetch("https://a.example/news/1.html");
    expect(new TextDecoder().decode(page.body)).toBe("<p>甲</p>");
    expect(page.headers["content-type"]).toBe("text/html");
    expect((await fetch("https://a.test/news/1.html")).headers.from).toBe("web");
    expect((await fetch("https://a.example.com/")).headers.from).toBe("web");
  });

  it.each([
    "https://a.example/%2e%2e/secret.txt",
    "https://a.example/..%2fsecret.txt",
    "https://a.example/none.html",
    "https://a.example/",
  ])("never leaves its folder: %s", async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({ code: "http-not-found", detail: { host: "a.example" } });
  });
});
