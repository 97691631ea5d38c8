import { describe, expect, test } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { type Listing, parseListing } from "../../src/feed/listing.ts";
import { cpuTimeOf } from "../cpu-time.ts";
import { dayOf, listMarked, readMarked } from "./marked.ts";

const read = (html: string, url = "https://www.example.gov.cn/list/"): Listing =>
  parseListing({ html, url, timezone: "Asia/Shanghai" });

const codeOf = (html: string): string => {
  try {
    return read(html)
      .entries.map(({ title }) => title)
      .join(" | ");
  } catch (error) {
    return error instanceof JuyaoError ? error.code : String(error);
  }
};

describe("lists in the manner of real ones", () => {
  test.each(listMarked())("%s", (name) => {
    const { html, url, entries } = readMarked(name);
    if (entries.length === 0) expect(() => read(html, url)).toThrow("feed-empty");
    else expect(read(html, url).entries.map((entry) => [entry.url, dayOf(entry.publishedAt)])).toEqual(entries);
  });

  test.each([
    [
      "ministry--pc-and-mobile-links",
      ["2024年2月份居民消费价格同比上涨0.7%", "流通领域重要生产资料市场价格变动情况", "采购经理指数运行情况"],
    ],
    ["media--linked-summaries", ["磷酸铁锂价格企稳", "中欧班列开行量创新高", "绿色债券目录修订在即"]],
    ["commission--heading-beside-link", ["全省民营经济发展大会召开", "碳达峰试点园区名单出炉", "前两月用电量数据发布"]],
    ["exchange--date-block-in-anchor", ["关于调整交易手续费标准的公告", "系统升级维护通知", "关于元旦休市安排的公告"]],
    [
      "association--wechat-links",
      ["光伏行业自律倡议书发布", "一季度组件出口数据出炉", "第十八届展览会筹备会召开", "团体标准立项公告"],
    ],
    [
      "province--row-opens-on-click",
      [
        "全国工业和信息化工作座谈会在京召开",
        "关于公布第六批服务型制造示范名单的通知",
        "《电动自行车行业规范条件》解读",
        "原材料工业稳增长取得积极成效",
      ],
    ],
    ["association--account-album", ["锂电行业运行月报：三月", "储能招标市场周度观察", "动力电池装机量点评"]],
    [
      "script-variables-in-rows",
      ["关于发布主板上市公司规范运作指引的通知", "关于部分节假日休市安排的通知", "关于终止某某公司股票上市的决定"],
    ],
  ])("titles of %s", (name, titles) => {
    const { html, url } = readMarked(name);
    expect(read(html, url).entries.map(({ title }) => title)).toEqual(titles);
  });

  test("a list in the state of a script", () => {
    const { html, url } = readMarked("script-state");
    expect(read(html, url).entries).toEqual([
      {
        id: "https://www.example-media.cn/article/77001.html",
        url: "https://www.example-media.cn/article/77001.html",
        title: "央行：保持流动性合理充裕",
        publishedAt: "2024-03-05T10:20:00.000Z",
      },
      expect.objectContaining({ title: "国常会部署推动大规模设备更新" }),
      expect.objectContaining({ title: "外贸新业态“破浪出海”" }),
    ]);
  });

  test("a list in a script of JSON, dates as epochs", () => {
    const { html, url } = readMarked("script-next-data");
    expect(read(html, url).entries.map(({ publishedAt }) => publishedAt)).toEqual([
      "2024-03-05T02:30:00.000Z",
      "2024-03-04T02:30:00.000Z",
      "2024-03-03T02:30:00.000Z",
    ]);
  });
});

const LINKS = [
  "产业园区建设与管理办法",
  "中小企业服务体系简介",
  "节能与综合利用工作",
  "安全生产监督与检查",
  "装备工业发展与规划",
];
const list = (attributes: string, date = "") =>
  `<ul ${attributes}>${LINKS.map((title, i) => `<li><a href="/x/${i + 1}.html">${title}</a>${date}</li>`).join("")}</ul>`;
const PARAGRAPH = "<p>会议指出，要把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强国、质量强国。</p>";

describe("pages without a list are refused", () => {
  test.each([
    ["nothing", ""],
    ["only a script's frame", '<div id="app"></div><script src="/app.js"></script>'],
    ["navigation alone", `<nav>${list("")}</nav>`],
    ["a footer alone", list('class="footer"')],
    ["a sidebar with dates", `<div class="sidebar">${list("", "<span>2024-03-05</span>")}</div>`],
    [
      "short links",
      '<ul><li><a href="/a/1">首页</a></li><li><a href="/a/2">概况</a></li><li><a href="/a/3">动态</a></li></ul>',
    ],
    ["friends", LINKS.map((title, i) => `<p><a href="https://www.h${i}.example/i.html">${title}</a></p>`).join("")],
    ["an article with a list beside it", `<div class="c">${PARAGRAPH.repeat(6)}</div><div class="r">${list("")}</div>`],
    ["a long article with a dated list below", `<div>${PARAGRAPH.repeat(12)}</div>${list("", "<i>2024-03-05</i>")}`],
    [
      "an article by its metadata",
      `<meta name="ArticleTitle" content="通知">${PARAGRAPH.repeat(3)}${list("", "<i>2024-03-05</i>")}`,
    ],
  ])("%s", (_name, html) => expect(codeOf(html)).toBe("feed-empty"));

  test.each([
    [
      "in its rows",
      (link: string) => `<div class="post"><h2>${link}</h2><i>2024-03-05</i><div>${PARAGRAPH.repeat(9)}</div></div>`,
    ],
    ["between its links", (link: string) => `<h3>${link}</h3><b>2024-03-05</b>${PARAGRAPH.repeat(3)}`],
  ])("a list with much text %s is one", (_name, row) => {
    const html = LINKS.map((title, i) => row(`<a href="/x/${i + 1}.html">${title}</a>`)).join("");
    expect(codeOf(`<div>${html}</div>`)).toBe(LINKS.join(" | "));
  });

  test("the same list without an article is one", () => {
    expect(codeOf(`${PARAGRAPH}${list("", "<i>2024-03-05</i>")}`)).toBe(LINKS.join(" | "));
  });
});

const entryOf = (item: string, timezone = "Asia/Shanghai") => {
  const html = `<ul>${[1, 2, 3].map((i) => `<li>${item.replaceAll("#", String(i))}</li>`).join("")}</ul>`;
  return parseListing({ html, url: "https://www.example.gov.cn/a/b/", timezone }).entries[0];
};

describe("titles", () => {
  test.each([
    [
      '<a href="#.htm" title="关于加快工业设备更新改造的通知">关于加快工业设备更…</a>',
      "关于加快工业设备更新改造的通知",
    ],
    [
      '<a href="#.htm" title="关于加快工业设备更新改造的通知">关于加快工业设备更......</a>',
      "关于加快工业设备更新改造的通知",
    ],
    [
      '<a href="#.htm" title="关于加快工业设备更新改造的通知">关于加快工业设备更新</a>',
      "关于加快工业设备更新改造的通知",
    ],
    [
      '<a href="#.htm" title="标题：关于加快工业设备更新的通知\n日期：2024">关于加快工业…</a>',
      "关于加快工业设备更新的通知",
    ],
    ['<a href="#.htm" title="点击查看详细内容">关于加快工业设备更新</a>', "关于加快工业设备更新"],
    ['<a href="#.htm">· 关于加快<em>工业</em>设备更新</a>', "关于加快工业设备更新"],
    ['<a href="#.htm">关于2024年3月5日听证会的公告</a>', "关于2024年3月5日听证会的公告"],
    ['<a href="#.htm">[2024-03-05] 关于听证会的公告</a>', "关于听证会的公告"],
    ['<a href="#.htm"><h4>关于听证会的公告</h4><p>定于近日举行，请参加人员准时到场。</p></a>', "关于听证会的公告"],
  ])("%s", (item, title) => expect(entryOf(`${item}<span>2024-03-05</span>`)?.title).toBe(title));
});

describe("dates", () => {
  const link = '<a href="/n/#.htm">关于加快工业设备更新改造的通知</a>';
  test.each([
    [`${link}<span>2024-03-05</span>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<span>2024/3/5</span>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<span>2024.03.05</span>`, "2024-03-04T16:00:00.000Z"],
    [`${link} 2024年3月5日`, "2024-03-04T16:00:00.000Z"],
    [`${link}<i>[2024-03-05 09:30]</i>`, "2024-03-05T01:30:00.000Z"],
    [`${link}<i>发布时间：2024-03-05 09:30:15</i>`, "2024-03-05T01:30:00.000Z"],
    [`${link}<i>5 March 2024</i>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<i>Mar. 5, 2024</i>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<i>113-03-05</i>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<i>發布日期：民國113年3月5日</i>`, "2024-03-04T16:00:00.000Z"],
    [`${link}<i>20240305</i>`, "2024-03-04T16:00:00.000Z"],
    [`<b>05</b><i>2024-03</i>${link}`, "2024-03-04T16:00:00.000Z"],
    [`<b>03-05</b><i>2024</i>${link}`, "2024-03-04T16:00:00.000Z"],
    [`<b>2024</b><i>03/05</i>${link}`, "2024-03-04T16:00:00.000Z"],
    [`<i>2024.03</i><b>05</b>${link}`, "2024-03-04T16:00:00.000Z"],
    ['<a href="/202403/t20240305_#.html">关于加快工业设备更新</a><i>03-05</i>', "2024-03-04T16:00:00.000Z"],
    ['<a href="/2024/n#.html">关于加快工业设备更新</a><i>3月5日</i>', "2024-03-04T16:00:00.000Z"],
    ['<a href="/2024-03/05/c_#.html">关于加快工业设备更新</a>', "2024-03-04T16:00:00.000Z"],
    ['<a href="/2024/0305/c#.html">关于加快工业设备更新</a>', "2024-03-04T16:00:00.000Z"],
  ])("%s", (item, publishedAt) => expect(entryOf(`${item}<!-- -->`)?.publishedAt ?? "").toBe(publishedAt));

  test.each([
    "13-05",
    "2024-13-05",
    "2024-02-31",
    "03-05",
    "浏览：20240305次",
    "3月5日，部里召开会议",
    "1024-2048",
    "第113-3-5号",
    "192.168.113.3",
  ])("%s beside a link is no date", (text) => {
    const html = LINKS.map((title, i) => `<li><a href="/n/${i + 1}.htm">${title}</a> <i>${text}</i></li>`).join("");
    expect(read(`<ul>${html}</ul>`).entries[0]).toEqual({
      id: "https://www.example.gov.cn/n/1.htm",
      url: "https://www.example.gov.cn/n/1.htm",
      title: LINKS[0],
    });
  });

  test("are read in the zone of the feed, daylight saving included", () => {
    const at = (date: string) => entryOf(`${link}<i>${date}</i>`, "America/New_York")?.publishedAt;
    expect(at("2024-01-15")).toBe("2024-01-15T05:00:00.000Z");
    expect(at("2024-07-15 09:00")).toBe("2024-07-15T13:00:00.000Z");
  });
});

test("links resolve against the page's base, lose their fragment, and come once", () => {
  const item = (i: number) =>
    `<li><a href="p${i}.htm#top"><img src="x.jpg"></a><a href="p${i}.htm">关于公布名单的通知之${i}</a><i>2024-03-05</i></li>`;
  const { entries, title } = read(`<title> 通知 公告 </title><base href="/n/"><ul>${item(1)}${item(2)}${item(1)}</ul>`);
  expect(entries.map(({ url }) => url)).toEqual([
    "https://www.example.gov.cn/n/p1.htm",
    "https://www.example.gov.cn/n/p2.htm",
  ]);
  expect(title).toBe("通知 公告");
});

test("hostile pages take no more than their size", () => {
  const size = 10_000;
  const pages = [
    "<div>".repeat(size),
    '<a href="x">'.repeat(size),
    "<ul><li><a href=/a/1>关于公布名单的通知".repeat(size / 10),
    `<a href=/1>${"2024-".repeat(size)}</a>`,
    `<a href=/1>${" ".repeat(size)}x</a>`,
    `<script>${"=[".repeat(size)}</script>`,
    `<script type="text/xml">${"<![CDATA[".repeat(size)}</script>`,
    `<tr>${"<a href=/1>关于公布名单的通知</a>".repeat(size / 10)}</tr>`,
    `<div class="${"nav1 ".repeat(size)}">`,
    `<a href=/1>${"…".repeat(size)}x</a><a href=/2>${"[".repeat(size)}2024-03-05x</a>`,
    `<script>${"JSON.parse('\\\\\"".repeat(size)}</script>`,
    `<table><tr><td rowspan=999999>x${"<tr><td rowspan=9 colspan=9>x".repeat(size / 10)}`,
    `<a href=/1 title="${" x".repeat(size)}">${"(".repeat(size)}…</a>`.repeat(20),
  ];
  const cost = cpuTimeOf(() => {
    for (const page of pages) codeOf(page);
  });
  expect(cost).toBeLessThan(2_000);
});
