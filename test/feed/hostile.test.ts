/** A fifth of a megabyte of what breaks parsers: each must end soon, in a feed or in `feed-not-a-feed`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { type ParsedFeed, parseFeed } from "../../src/feed/parse.ts";

const CONTEXT = { url: "https://example.org/rss.xml", timezone: "Asia/Shanghai" };
const SIZE = 200_000;
/** A normal feed of this size takes 10 ms; quadratic work takes half a minute. */
const MAX_MS = 1000;

const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));
const rss = (body: string): string => `<rss version="2.0"><channel><title>t</title>${body}</channel></rss>`;
const described = (text: string): string => rss(`<item><title>甲</title><description>${text}</description></item>`);
const count = (piece: (i: number) => string): string => Array.from({ length: SIZE / 10 }, (_, i) => piece(i)).join("");

/** Name, text, entries that are read; undefined where it is no feed. */
const HOSTILE: readonly (readonly [string, string, number | undefined])[] = [
  ["open tags in a CDATA section", described(`<![CDATA[${fill("<div ")}]]>`), 1],
  ["open tags in a title", rss(`<item><title><![CDATA[${fill("<div ")}]]></title></item>`), 1],
  ["scripts never closed", described(`<![CDATA[${fill("<script>")}]]>`), 1],
  ["scripts closed once", described(`<![CDATA[${fill("<script>")}</script>]]>`), 1],
  ["scripts", described(`<![CDATA[${fill("<script></script>")}]]>`), 1],
  ["comments in a title", rss(`<item><title><![CDATA[${fill("<!--")}]]></title><guid>1</guid></item>`), 1],
  ["brackets in a CDATA section", described(`<![CDATA[<${fill("]")}]]>`), 1],
  ["CDATA sections", described(fill("<![CDATA[]]>")), 1],
  ["CDATA sections never closed", described(fill("<![CDATA[")), 1],
  ["CDATA sections that run on", `${rss(fill("<item><guid>1</guid><![CDATA[</item>"))}]]>`, 5000],
  ["ampersands", described(fill("&")), 1],
  ["entities", described(fill("&nbsp;")), 1],
  ["entities nobody knows", described(count((i) => `&e${i};`)), 1],
  ["less-than signs", fill("<"), undefined],
  ["deep nesting", rss(fill("<a>")), 0],
  ["deep nesting in an item", rss(`<item>${fill("<a>")}`), 0],
  ["deep nesting in a description", described(fill("<b>")), 1],
  ["descriptions in descriptions", rss(`<item>${fill("<description>")}`), 1],
  ["items without end tags", rss(fill("<item>")), 0],
  ["empty items", rss(fill("<item/>")), 0],
  ["titles in one item", rss(`<item>${fill("<title>a</title>")}</item>`), 1],
  ["titles in the head", rss(fill("<title>a</title>")), 0],
  ["links in the head", `<feed>${fill("<link href='a'/>")}</feed>`, 0],
  ["attributes", rss(`<item ${count((i) => `a${i}="b" `)}><guid>1</guid></item>`), 1],
  ["an attribute", rss(`<item a="${fill("x")}"><guid>1</guid></item>`), 1],
  ["quotes never closed", rss(fill('<a b="')), 0],
  ["a name", `<${fill("a")}>`, undefined],
  ["comments", rss(fill("<!---->")), 0],
  ["comments never closed", rss(fill("<!--")), 0],
  ["instructions never closed", rss(fill("<?")), 0],
  ["document types", fill("<!DOCTYPE a ["), undefined],
  ["namespaces", `<rss xmlns="${fill("/")}"><item><guid>1</guid></item></rss>`, 1],
  ["long bases", `<rss xml:base="http://a/${"b/".repeat(2000)}">${fill("<item><link>c</link></item>")}</rss>`, 5000],
  ["a date", rss(`<item><guid>1</guid><pubDate>${fill(" ")}x</pubDate></item>`), 1],
  ["a parameter list", rss(`<item><guid>https://a.example/?${fill("a&amp;")}</guid></item>`), 1],
  ["base64", `<feed><entry><content mode="base64">${fill("QUJD")}=</content></entry></feed>`, 1],
  ["spaces", fill(" "), undefined],
  ["zero bytes", fill("\0"), undefined],
  ["JSON lists", `{"items":${fill("[")}`, undefined],
  ["JSON objects", `{"items":[${fill("{},")}{}]}`, 0],
  ["JSON braces", fill("{"), undefined],
];

async function outcomeOf(source: string): Promise<ParsedFeed | string> {
  try {
    return await parseFeed(source, CONTEXT);
  } catch (error) {
    // With a cause it would be a crash that was caught, not a text that is no feed.
    if (error instanceof JuyaoError && error.cause === undefined) return error.code;
    throw error;
  }
}

describe("parseFeed under attack", () => {
  it.each(HOSTILE)("%s", async (_, source, entries) => {
    const start = performance.now();
    const outcome = await outcomeOf(source);
    expect(performance.now() - start).toBeLessThan(MAX_MS);
    if (entries === undefined) expect(outcome).toBe("feed-not-a-feed");
    else expect((outcome as ParsedFeed).entries).toHaveLength(entries);
  });

  it("keeps a title short enough to be shown and stored", async () => {
    const feed = await parseFeed(rss(`<item><title>${fill("长")}</title></item>`), CONTEXT);
    expect(feed.entries[0]?.title.length).toBeLessThan(5000);
  });

  it("expands no entity", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};">`).join("");
    const doctype = `<!DOCTYPE rss [<!ENTITY e0 "哈哈"><!ENTITY x SYSTEM "file:///etc/hostname">${levels}]>`;
    const feed = await parseFeed(doctype + described("&e30;&x;"), CONTEXT);
    expect(feed.entries[0]?.summary).toBe("&e30;&x;");
  });
});

const PIECES = ["<rss>", "<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "-->", "&", "&amp;"];
const MORE = [
  "<feed>",
  "<entry>",
  "</entry>",
  "<link href='",
  "'",
  '"',
  ">",
  "</",
  "<?xml ",
  "甲",
  "\ud83d",
  " ",
  "{",
  '"items":[',
  "]",
];

describe("parseFeed", () => {
  it("ends in a feed or a JuyaoError, whatever it is given", async () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 4 })), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        const outcome = await outcomeOf(pieces.join(""));
        if (typeof outcome === "string") expect(outcome).toBe("feed-not-a-feed");
        else
          for (const entry of outcome.entries) {
            expect(entry.id).not.toBe("");
            expect(`${entry.title}${entry.summary}${entry.content}`.isWellFormed()).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });

  it.each(["rdf-with-odd-prefixes.xml", "cut-inside-cdata.xml", "dates-of-many-kinds.xml", "atom-xml-base.xml"])(
    "keeps the whole entries of %s, wherever it is cut",
    async (name) => {
      const source = readFileSync(join(import.meta.dirname, "fixture", name), "utf8");
      const { entries } = await parseFeed(source, CONTEXT);
      for (let end = 0; end < source.length; end++) {
        const outcome = await outcomeOf(source.slice(0, end));
        if (typeof outcome === "string") continue;
        expect(outcome.entries).toEqual(entries.slice(0, outcome.entries.length));
        const whole = source.slice(0, end).split(/<\/(?:item|entry)>/).length - 1;
        expect(outcome.entries.length).toBe(whole);
      }
    },
  );
});
