/** Every file of `fixture/` is a trap named by its name; what is read of it stands here, and one without is a failure. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../src/feed/parse.ts";
import { decodeBytes } from "../../src/text/decode.ts";
import { EXPECTED } from "./expected.ts";

const FIXTURES = join(import.meta.dirname, "fixture");
const CONTEXT = { url: "https://example.org/rss.xml", timezone: "Asia/Shanghai" };

describe("parseFeed", () => {
  it.each(readdirSync(FIXTURES))("%s", async (name) => {
    const kind = name.endsWith(".json") ? "json" : "xml";
    const { text } = decodeBytes(readFileSync(join(FIXTURES, name)), { kind });
    const expected = EXPECTED[name];
    if (expected === "feed-not-a-feed")
      await expect(parseFeed(text, CONTEXT)).rejects.toMatchObject({ code: expected });
    else expect(await parseFeed(text, CONTEXT)).toEqual(expected);
  });

  it("has a fixture for every expectation", () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(Object.keys(EXPECTED).sort());
  });
});

const rssOf = (items: string): string => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;

async function idOf(item: string): Promise<string | undefined> {
  return (await parseFeed(rssOf(`<item>${item}</item>`), CONTEXT)).entries[0]?.id;
}

describe("Entry.id", () => {
  const GUID = "<guid isPermaLink='false'>t-1</guid>";
  const LINK = "<link>https://example.org/a?id=1</link>";
  it.each([
    ["guid, other title and date", `${GUID}<title>旧</title>`, `${GUID}<title>新</title><pubDate>2024-03-05</pubDate>`],
    ["guid, other link", `${GUID}${LINK}`, `${GUID}<link>https://example.net/b</link>`],
    ["link, other title", `${LINK}<title>旧</title>`, `${LINK}<title>新</title>`],
    ["link, tracked", LINK, "<link>https://EXAMPLE.org:443/a?utm_source=rss&amp;id=1&amp;spm=1.2#top</link>"],
    ["tracked guid", "<guid>https://example.org/a?utm_id=1</guid>", "<guid>https://example.org/a?utm_id=2</guid>"],
    ["neither, other date", "<title>甲</title>", "<title>甲</title><pubDate>2024-03-05</pubDate>"],
  ])("stays: %s", async (_, one, other) => {
    expect(await idOf(one)).toBeTruthy();
    expect(await idOf(one)).toBe(await idOf(other));
  });

  it.each([
    ["guid", `${GUID}${LINK}`, `<guid>t-2</guid>${LINK}`],
    ["link", LINK, "<link>https://example.org/a?id=2</link>"],
    ["title, where there is nothing else", "<title>甲</title>", "<title>乙</title>"],
  ])("differs by %s", async (_, one, other) => {
    expect(await idOf(one)).not.toBe(await idOf(other));
  });

  it("of any length is a key of bounded length", async () => {
    expect((await idOf(`<guid>${"x".repeat(100_000)}</guid>`))?.length).toBeLessThan(100);
  });
});
