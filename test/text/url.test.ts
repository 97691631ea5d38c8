import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/text/url.ts";

describe("canonicalUrl", () => {
  it.each([
    ["host in capitals, default port", "HTTPS://WWW.Example.ORG:443/A", "https://www.example.org/A"],
    ["other port", "http://example.org:8080/a", "http://example.org:8080/a"],
    ["dot after the host", "https://example.org./a", "https://example.org/a"],
    ["fragment", "https://example.org/a#top", "https://example.org/a"],
    ["route in the fragment", "https://example.org/#/detail?id=3", "https://example.org/#/detail?id=3"],
    ["campaign", "https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"],
    ["apps", "https://example.org/a?from=timeline&isappinstalled=0&spm=a1.b2&scm=1", "https://example.org/a"],
    ["tracking beside what matters", "https://example.org/a?spm=1&id=2", "https://example.org/a?id=2"],
    ["order of parameters", "https://example.org/a?page=2&id=1", "https://example.org/a?id=1&page=2"],
    ["same name twice keeps its order", "https://example.org/a?t=2&t=1", "https://example.org/a?t=2&t=1"],
    ["empty query", "https://example.org/a?", "https://example.org/a"],
    ["index page", "https://example.org/zw/index.html", "https://example.org/zw/"],
    ["index page with a number", "https://example.org/zw/index_2.html", "https://example.org/zw/index_2.html"],
    ["Chinese path", "https://example.org/通知/1", "https://example.org/%E9%80%9A%E7%9F%A5/1"],
    ["escapes in small letters", "https://example.org/%e9%80%9a", "https://example.org/%E9%80%9A"],
    ["spaces around", "  https://example.org/a\n", "https://example.org/a"],
    ["dots in the path", "https://example.org/a/../b", "https://example.org/b"],
    ["no web address", "tag:example.org,2024:1", "tag:example.org,2024:1"],
    ["no address", "通知第1号", "通知第1号"],
  ])("%s", (_, url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it.each([
    ["https://example.org/a?id=1", "https://example.org/a?id=2"],
    ["https://example.org/a", "https://example.org/b"],
    ["https://example.org/a?srcid=1", "https://example.org/a?srcid=2"],
    ["https://example.org/a?pk_id=1", "https://example.org/a?pk_id=2"],
    ["https://example.org/a?fromDate=1", "https://example.org/a?fromDate=2"],
    ["https://mp.example.org/s?__biz=A&mid=1&idx=1&sn=x", "https://mp.example.org/s?__biz=A&mid=1&idx=2&sn=x"],
  ])("keeps apart %s and %s", (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  it("never throws and has nothing left to do on its own result", () => {
    const piece = fc.constantFrom(
      "/",
      "?",
      "#",
      "&",
      "=",
      ".",
      "%e9",
      "a",
      "utm_id=1",
      "index.html",
      ":80",
      "..",
      "甲",
      " ",
    );
    const url = fc.array(piece, { maxLength: 12 }).map((pieces) => `https://example.org/${pieces.join("")}`);
    fc.assert(
      fc.property(fc.oneof(url, fc.string()), (source) => {
        expect(canonicalUrl(canonicalUrl(source))).toBe(canonicalUrl(source));
      }),
    );
  });
});
