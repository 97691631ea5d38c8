import { describe, expect, test } from "vitest";
import { discoverFeeds } from "../../src/feed/discover.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const PAGE = "https://www.example.com/news/index.html";
const named = (html: string, url = PAGE) => discoverFeeds(html, url).filter(({ guess }) => !guess);
const urlsOf = (html: string) => named(html).map(({ url }) => url);

describe("links of the head", () => {
  test.each([
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "APPLICATION/RSS+XML; charset=utf-8",
  ])("%s", (type) => {
    expect(named(`<link rel="alternate" type="${type}" title=" 要闻  订阅" href="../feed-a">`)).toEqual([
      { url: "https://www.example.com/feed-a", title: "要闻 订阅", guess: false },
    ]);
  });

  test.each([
    ['<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">'],
    ['<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">'],
    ['<link rel="alternate" hreflang="en" href="/en/feed/">'],
    ['<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'],
    ['<link rel="stylesheet" type="text/css" href="/rss.css">'],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:void(0)">'],
    ['<link rel="alternate" type="application/rss+xml" href="https://user:secret@example.com/rss">'],
    ['<link rel="alternate" type="application/rss+xml">'],
  ])("%s is none", (html) => expect(urlsOf(html)).toEqual([]));

  test.each([
    ['<link rel="alternate" type="text/xml" title="RSS" href="/list">', "https://www.example.com/list"],
    ['<link rel="alternate" type="application/json" href="/feed.json">', "https://www.example.com/feed.json"],
    ['<link rel="home alternate" type="application/rss+xml" href="feed:https://a.example/x">', "https://a.example/x"],
    ['<base href="https://cdn.example/"><link rel=alternate type=application/rss+xml href=x>', "https://cdn.example/x"],
  ])("%s", (html, url) => expect(urlsOf(html)).toEqual([url]));
});

describe("links that look like feeds", () => {
  test.each([
    "/rss",
    "/rss.xml",
    "/rss/china.xml",
    "/feed/",
    "/news/atom.xml",
    "/index.php?feed=rss2",
    "/a.rss",
    "/feeds/posts/default",
  ])("%s", (href) => expect(urlsOf(`<a href="${href}">x</a>`)).toEqual([`https://www.example.com${href}`]));

  test("by their text", () => {
    expect(named('<a href="/channel/1.xml">RSS订阅</a>')).toEqual([
      { url: "https://www.example.com/channel/1.xml", title: "RSS订阅", guess: false },
    ]);
  });

  test.each([
    "/feedback",
    "/feedback/form",
    "/help/rss",
    "/rss.html",
    "/img/rss.png",
    "/carss.html",
    "/press/",
    "/fr/atomic",
    "mailto:rss@example.com",
  ])("%s is none", (href) => expect(urlsOf(`<a href="${href}">x</a>`)).toEqual([]));
});

test("the head comes first, nothing twice, guesses last", () => {
  const html =
    '<a href="/rss.xml#a">RSS</a><a href="/other/rss">RSS</a><link rel="alternate" type="application/rss+xml" href="/rss.xml">';
  const found = discoverFeeds(html, PAGE);
  expect(found.map(({ url, guess }) => [url.replace("https://www.example.com", ""), guess]).slice(0, 3)).toEqual([
    ["/rss.xml", false],
    ["/other/rss", false],
    ["/feed", true],
  ]);
  expect(new Set(found.map(({ url }) => url)).size).toBe(found.length);
});

test("a page without any still has usual places", () => {
  const found = discoverFeeds("", PAGE);
  expect(found.length).toBeGreaterThan(3);
  expect(found.every(({ guess, url }) => guess && url.startsWith("https://www.example.com/"))).toBe(true);
});

test("hostile pages take no more than their size", () => {
  const cost = cpuTimeOf(() => {
    for (const html of ["<a href=/rss>".repeat(10_000), "<div>".repeat(10_000), `<a href="${"/".repeat(100_000)}">`])
      discoverFeeds(html, PAGE);
  });
  expect(cost).toBeLessThan(2_000);
});
