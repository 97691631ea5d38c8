/** What each fixture reads as: a feed found at https://example.org/rss.xml, dates without a zone in Asia/Shanghai. */
import type { ParsedFeed } from "../../src/feed/parse.ts";

export const EXPECTED: Readonly<Record<string, ParsedFeed | "feed-not-a-feed">> = {
  "atom-alternates-of-many-types.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [{ id: "urn:x:1", url: "https://example.org/1", title: "甲" }],
  },
  "atom-every-element-prefixed.xml": {
    kind: "atom",
    title: "示例省统计局",
    entries: [{ id: "urn:x:1", url: "https://example.org/1", title: "甲", publishedAt: "2024-03-05T10:00:00.000Z" }],
  },
  "atom-one-bad-date.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [
      { id: "urn:x:1", url: "https://example.org/1", title: "甲" },
      { id: "urn:x:2", url: "https://example.org/2", title: "乙", publishedAt: "2024-03-05T02:00:00.000Z" },
    ],
  },
  "atom-plain-text-title.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [{ id: "urn:x:1", url: "https://example.org/1", title: "产量 <b> 与价格", summary: "a &lt; b" }],
  },
  "atom-xhtml-with-prefix.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [
      { id: "urn:x:1", url: "https://example.org/1", title: "一季度运行", content: "<div><p>产值 &lt; 预期</p></div>" },
    ],
  },
  "atom-xml-base.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [
      { id: "urn:x:1", url: "https://example.org/a/news/1.html", title: "甲" },
      { id: "urn:x:2", url: "https://example.org/other/2.html", title: "乙" },
    ],
  },
  "atom03-issued-and-modified.xml": {
    kind: "atom",
    title: "示例日报",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "甲",
        publishedAt: "2024-03-05T02:00:00.000Z",
        content: "<p>正文</p>",
      },
    ],
  },
  "cdata-never-closed-in-one-item.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知", summary: "<p>甲</p>" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "第2号通知", summary: "<p>乙</p>" },
    ],
  },
  "cdf-channel.xml": {
    kind: "rss",
    title: "示例频道",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "甲",
        publishedAt: "2024-03-05T10:00:00.000Z",
        summary: "摘要",
      },
    ],
  },
  "comment-and-cdata-around-text.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "关于节能的通知" }],
  },
  "control-characters.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "通知", summary: "一二三" }],
  },
  "cut-inside-cdata.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知", summary: "<p>甲</p>" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "第2号通知", summary: "<p>乙</p>" },
    ],
  },
  "cut-inside-tag.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" }],
  },
  "dates-of-many-kinds.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "第1号通知",
        publishedAt: "2024-03-05T02:00:00.000Z",
      },
      {
        id: "https://example.org/2",
        url: "https://example.org/2",
        title: "第2号通知",
        publishedAt: "2024-03-05T02:00:00.000Z",
      },
      {
        id: "https://example.org/3",
        url: "https://example.org/3",
        title: "第3号通知",
        publishedAt: "2024-03-05T02:00:00.000Z",
      },
      {
        id: "https://example.org/4",
        url: "https://example.org/4",
        title: "第4号通知",
        publishedAt: "2024-03-05T10:00:00.000Z",
      },
      { id: "https://example.org/5", url: "https://example.org/5", title: "第5号通知" },
      {
        id: "https://example.org/6",
        url: "https://example.org/6",
        title: "第6号通知",
        publishedAt: "2024-03-04T16:00:00.000Z",
      },
    ],
  },
  "description-and-full-text.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "第1号通知",
        summary: "摘要",
        content: "<p>全文 ]] &amp; 更多</p>",
      },
    ],
  },
  "empty.xml": "feed-not-a-feed",
  "end-tags-in-other-case.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "甲",
        publishedAt: "2024-03-05T02:00:00.000Z",
      },
    ],
  },
  "entity-declared-in-doctype.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲&b;&x;" }],
  },
  "escaped-twice.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/show?id=1&page=2",
        url: "https://example.org/show?id=1&page=2",
        title: "稳增长 & 促改革",
      },
    ],
  },
  "gbk-declared-utf8.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "第1号通知",
        summary: "支持企业技术改造，降低用能成本。",
      },
    ],
  },
  "guid-is-the-only-link.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "甲" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "乙" },
    ],
  },
  "head-element-never-closed.xml": {
    kind: "rss",
    title: "示例市经信局",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" }],
  },
  "image-and-source-have-titles-too.xml": {
    kind: "rss",
    title: "示例市经信局",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲" }],
  },
  "item-never-closed.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "第2号通知" },
    ],
  },
  "json-feed-cut.json": {
    kind: "json",
    title: "示例协会",
    entries: [{ id: "1", url: "https://example.org/1", title: "甲 }]" }],
  },
  "json-feed-dates-and-text.json": {
    kind: "json",
    title: "示例协会",
    link: "https://example.org/",
    entries: [
      {
        id: "7",
        url: "https://example.org/1",
        title: "甲",
        publishedAt: "2024-03-05T02:00:00.000Z",
        content: "a &lt; b",
      },
      { id: "8", url: "https://example.net/2", title: "", content: "<p>乙</p>" },
    ],
  },
  "json-feed-half-a-character.json": {
    kind: "json",
    title: "示例协会",
    entries: [{ id: "1", url: "https://example.org/1", title: "甲�" }],
  },
  "json-feed-raw-newline.json": {
    kind: "json",
    title: "示例协会",
    entries: [{ id: "1", url: "https://example.org/1", title: "甲 乙" }],
  },
  "json-without-items.json": "feed-not-a-feed",
  "links-that-are-no-pages.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "urn:1", url: "", title: "甲" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "乙" },
    ],
  },
  "naked-markup-in-description.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "第1号通知",
        summary: "第一条 <b>加粗</b><br><i>第二条</i>",
      },
    ],
  },
  "names-of-object-methods.xml": {
    kind: "rss",
    title: "示例商会",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲" }],
  },
  "one-guid-for-all.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" },
      { id: "https://example.org/2", url: "https://example.org/2", title: "第2号通知" },
      { id: "https://example.org/3", url: "https://example.org/3", title: "第3号通知" },
    ],
  },
  "page-instead-of-feed.html": "feed-not-a-feed",
  "page-that-shows-a-feed.html": "feed-not-a-feed",
  "php-warning-before-prolog.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" }],
  },
  "rdf-that-is-no-feed.xml": "feed-not-a-feed",
  "rdf-with-odd-prefixes.xml": {
    kind: "rdf",
    title: "示例园区",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "甲",
        publishedAt: "2024-03-05T02:00:00.000Z",
        content: "<p>正文</p>",
      },
    ],
  },
  "rss-in-the-namespace-of-atom.xml": {
    kind: "rss",
    title: "示例商会",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲" }],
  },
  "rss-without-version.xml": {
    kind: "rss",
    title: "示例商会",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲" }],
  },
  "rss091-with-doctype.xml": {
    kind: "rss",
    title: "示例商会",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "甲" }],
  },
  "sitemap-instead-of-feed.xml": "feed-not-a-feed",
  "stray-ampersand.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/show?id=1&page=2",
        url: "https://example.org/show?id=1&page=2",
        title: "R&D 经费 & 投入",
      },
    ],
  },
  "style-and-script-in-content.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      { id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知", summary: "<p>正文</p>完" },
    ],
  },
  "tags-in-capitals.xml": {
    kind: "rss",
    title: "示例商会",
    entries: [{ id: "号-1", url: "https://example.org/1", title: "甲", publishedAt: "2024-03-05T10:00:00.000Z" }],
  },
  "ttl-and-no-items.xml": { kind: "rss", title: "空", link: "https://example.org/news/", ttlMinutes: 60, entries: [] },
  "undeclared-html-entity.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [
      {
        id: "https://example.org/1",
        url: "https://example.org/1",
        title: "稳增长 促改革·解读",
        summary: "投资 增长—稳定…",
      },
    ],
  },
  "utf16-without-bom.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" }],
  },
  "utf8-declared-gb2312.xml": {
    kind: "rss",
    title: "示例市经信局",
    link: "https://example.org/",
    entries: [{ id: "https://example.org/1", url: "https://example.org/1", title: "第1号通知" }],
  },
  "video-description-in-media-group.xml": {
    kind: "atom",
    title: "示例省统计局",
    link: "https://example.org/",
    entries: [{ id: "yt:1", url: "https://example.org/1", title: "甲", summary: "发布会实录" }],
  },
};
