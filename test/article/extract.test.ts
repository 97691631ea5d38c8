import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ExtractedArticle, extractArticle } from "../../src/article/extract.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const URL_OF_PAGE = "http://www.dongling.example/tz/a.html";

function extractFixture(name: string): ExtractedArticle {
  const html = readFileSync(new URL(`./fixture/${name}.html`, import.meta.url), "utf8");
  return extractArticle({ html, url: URL_OF_PAGE });
}

const fragment = (html: string): string => extractArticle({ html }).text;

interface Expected {
  readonly title: string;
  readonly publishedAt: string | undefined;
  readonly lines: readonly string[];
}

const PAGES: Readonly<Record<string, Expected>> = {
  "trs--editor-fonts": {
    title: "关于加快县域充换电设施建设的通知",
    publishedAt: "2023-04-06T01:30:00.000Z",
    lines: [
      "各县（市、区）人民政府，市有关部门：",
      "一、扩大设施覆盖。年内每个乡镇至少建成一座公共充电站，优先利用闲置供销社院落。",
      "二、完善电价政策。对集中式充换电设施用电执行大工业电价，2025年底前免收需量电费。",
      "三、加强安全监管。充电站每季度开展一次消防检查，隐患限期整改。",
      "2023年4月3日",
    ],
  },
  "gov-cn--attachment-only": {
    title: "东岭市2023年重点项目清单",
    publishedAt: undefined,
    lines: ["东岭市2023年重点项目清单.pdf"],
  },
  "gov-cn--facts-table": {
    title: "关于印发养老服务清单的通知",
    publishedAt: "2023-02-13T16:00:00.000Z",
    lines: [
      "各县人民政府，市政府各部门：",
      "现将养老服务清单印发给你们，请结合实际认真贯彻执行。各县要在六月底前公布本地清单。",
      "东岭市人民政府办公室",
      "2023年2月10日",
    ],
  },
  "wechat--hidden-body": {
    title: "东岭新能源公交八问八答",
    publishedAt: "2023-04-06T01:30:00.000Z",
    lines: [
      "新能源公交车什么时候上路？首批四十台纯电动公交车将于下月投入一路、三路运营。",
      "票价会变吗？票价维持一元不变，六十五岁以上老人继续免费。",
    ],
  },
  "json-state": {
    title: "工信厅部署智能制造诊断",
    publishedAt: "2024-05-08T10:20:00.000Z",
    lines: [
      "五月八日，省工信厅召开会议，部署开展“百名专家进千企”智能制造诊断。",
      "会议明确，年内完成一千家规模以上企业诊断，诊断费用由省财政全额承担。",
    ],
  },
  "ld-json--body-in-ld": {
    title: "Grid operator opens capacity auction",
    publishedAt: "2024-03-05T06:15:00.000Z",
    lines: [
      "The grid operator opened its first capacity auction on Tuesday. Bidders have until Friday to submit offers for two gigawatts of storage.",
      "Results will be published next month, the operator said in a statement.",
    ],
  },
  "two-line-notice": {
    title: "停水通知",
    publishedAt: "2023-05-31T16:00:00.000Z",
    lines: ["因管网检修，6月3日8时至17时城南片区停水。", "请提前储水。"],
  },
  "layout-table--br-separated": {
    title: "一季度工业运行情况",
    publishedAt: "2023-04-19T16:00:00.000Z",
    lines: [
      "一季度，全市规模以上工业增加值同比增长百分之六点一，比上年全年加快一点二个百分点。",
      "从行业看，装备制造业增长较快，增加值同比增长百分之九点八。",
      "从产品看，新能源汽车产量翻番，光伏组件产量增长四成。",
    ],
  },
  "data-table": {
    title: "东岭市新能源汽车补贴标准公布",
    publishedAt: undefined,
    lines: [
      "市财政局四月公布新能源汽车购置补贴标准，自五月一日起执行，补贴资金由市级财政承担。",
      "车型 | 续航里程 | 补贴",
      "纯电动 | 400公里以上 | 8000元",
      "插电混动 | 50公里以上 | 3000元",
      "申请人应当在购车后三十日内提交材料。",
    ],
  },
  "list--ordered-and-bullets": {
    title: "东岭出台稳外贸措施",
    publishedAt: undefined,
    lines: [
      "主要措施",
      "市商务局四月六日发布稳外贸若干措施，共三条，自发布之日起施行。",
      "1. 扩大出口信用保险覆盖面。",
      "2. 支持企业参加境外展会。",
      "3. 建设海外仓。",
      "• 服务热线全天开通",
      "（一）专人对接",
    ],
  },
  "comments-longer-than-article": {
    title: "东岭启动以旧换新",
    publishedAt: "2023-05-01T02:00:00.000Z",
    lines: [
      "五月一日，东岭市启动家电以旧换新活动，首批安排补贴资金两千万元。",
      "消费者凭旧机回收凭证可享受一成补贴，每户最多三台。",
    ],
  },
  "related--heading-and-summaries": {
    title: "数据中心节能改造启动",
    publishedAt: undefined,
    lines: [
      "四月十二日，市通信管理局启动数据中心节能改造，计划两年内完成三十座老旧机房改造。",
      "改造后单座机房年均节电百分之二十，节省的电费由机房与改造企业分成。",
    ],
  },
  "date--clock-in-header-and-body": {
    title: "东岭建成首座氢能站",
    publishedAt: "2023-11-02T00:05:00.000Z",
    lines: [
      "10月30日，东岭首座加氢站通过验收，该站于2021年3月5日开工，日加氢能力一吨。",
      "市能源局表示，明年将再建三座加氢站，服务物流重卡。",
    ],
  },
  "pinyin--mechanical-traditional": {
    title: "市經(jīng)信局:五項(xiàng)舉措穩(wěn)增長(zhǎng)",
    publishedAt: "2022-03-08T16:00:00.000Z",
    lines: [
      "三月八日，市經(jīng)信局發(fā)布五項(xiàng)舉措，全力穩(wěn)定工業(yè)增長(zhǎng)，安排技改資金三億元。",
      "一是擴(kuò)大技改投資，對(duì)設(shè)備更新給予一成補(bǔ)助。",
    ],
  },
  "date--parts-apart": {
    title: "东岭：外贸企业抢订单",
    publishedAt: "2023-04-06T02:20:33.000Z",
    lines: [
      "新华社东岭4月6日电（记者周一）春节后，东岭外贸企业抢订单忙。",
      "海关数据显示，一季度进出口总值同比增长一成。",
    ],
  },
  "title--site-name-is-h1": {
    title: "关于开展安全检查的通知",
    publishedAt: "2023-04-05T16:00:00.000Z",
    lines: [
      "各乡镇：",
      "为做好节前安全工作，现就开展安全检查通知如下。",
      "一、检查时间",
      "4月10日至20日。",
      "二、检查内容",
      "（一）消防设施是否完好；",
      "（二）应急预案是否更新。",
      "东岭市应急管理局",
      "2023年4月5日",
    ],
  },
  "title--page-title-says-nothing": {
    title: "储能项目并网投运",
    publishedAt: "2023-04-06T02:20:00.000Z",
    lines: ["4月5日，城北储能电站并网投运，总投资三亿元，每年可消纳弃风电量五千万度。", "项目由市能投集团建设。"],
  },
  "notice--lines-are-divs": {
    title: "会议通知",
    publishedAt: "2023-04-05T16:00:00.000Z",
    lines: [
      "各会员单位：",
      "定于下周召开年会。",
      "时间：2023年4月16日上午9时",
      "地点：东岭宾馆三楼",
      "请准时参加。",
      "东岭协会",
    ],
  },
  "twice--desk-and-phone": {
    title: "海上风电开工",
    publishedAt: undefined,
    lines: [
      "四月六日，东岭海上风电一期开工，装机五十万千瓦，总投资六十亿元，计划明年底全部并网发电。",
      "项目投产后每年可节约标准煤四十五万吨，减排二氧化碳一百二十万吨，带动本地装备制造业发展。",
    ],
  },
  "statistics--table-only": {
    title: "一季度统计数据",
    publishedAt: "2023-04-18T02:00:00.000Z",
    lines: [
      "指标 | 绝对量 | 同比增长（%）",
      "地区生产总值（亿元） | 1024 | 5.1",
      "规模以上工业增加值 | … | 6.0",
      "社会消费品零售总额（亿元） | 388 | 7.2",
    ],
  },
  "traditional--furniture": {
    title: "經濟部公布補助辦法",
    publishedAt: "2023-04-06T02:20:00.000Z",
    lines: ["經濟部六日公布節能設備補助辦法，單一申請人最高補助五百萬元。", "申請自五月一日起受理，額滿為止。"],
  },
  "unclosed-tags": {
    title: "东岭汽车下乡启动",
    publishedAt: "2023-04-05T16:00:00.000Z",
    lines: [
      "四月六日，汽车下乡活动启动，十二家车企参加，财政补贴每辆二千元。",
      "活动持续三个月。",
      "• 买车送充电桩",
      "• 旧车置换再补一千元",
    ],
  },
  "scripts--templates-longer-than-notice": {
    title: "停气公告",
    publishedAt: undefined,
    lines: ["4月8日城东停气检修。"],
  },
  "english--share-and-related": {
    title: "Department awards grants for heat pumps",
    publishedAt: "2023-04-05T16:00:00.000Z",
    lines: [
      "WASHINGTON, D.C. — The department today awarded $40 million to eleven manufacturers.",
      "• Five projects will expand compressor plants.",
      "• Six projects will train installers.",
      "The grants run for three years.",
    ],
  },
};

describe("extractArticle on pages", () => {
  for (const [name, expected] of Object.entries(PAGES)) {
    it(name, () => {
      const article = extractFixture(name);
      expect(article.text.split("\n")).toEqual(expected.lines);
      expect(article.title).toBe(expected.title);
      expect(article.publishedAt).toBe(expected.publishedAt);
    });
  }

  it("tells source, issuer and attachments as the page says them", () => {
    expect(extractFixture("trs--editor-fonts").source).toBe("东岭市发展改革委");
    expect(extractFixture("gov-cn--attachment-only").source).toBe("市重点项目办");
    expect(extractFixture("gov-cn--facts-table").issuer).toBe("东岭市人民政府办公室");
    expect(extractFixture("trs--editor-fonts").attachments).toEqual([
      { title: "1.任务分工表.docx", url: "http://www.dongling.example/tz/P020230406.docx" },
    ]);
  });

  it("leaves facts out that the page does not tell", () => {
    const article = extractFixture("data-table");
    expect(article).not.toHaveProperty("publishedAt");
    expect(article).not.toHaveProperty("source");
    expect(article).not.toHaveProperty("issuer");
    expect(article.attachments).toEqual([]);
  });

  it("gives a reason for every loss inside the container", () => {
    const { removed } = extractFixture("pinyin--mechanical-traditional");
    expect(removed.map(({ reason }) => reason)).toEqual(["breadcrumb", "title", "meta-line", "editor"]);
    const related = extractFixture("related--heading-and-summaries").removed;
    expect(related.filter(({ reason }) => reason === "related")).toHaveLength(3);
    for (const { text } of [...removed, ...related]) expect(text.length).toBeLessThanOrEqual(80);
  });
});

describe("extractArticle finds the text", () => {
  const FIRST = "四月六日，东岭市启动绿色工厂培育，计划三年内建成五十家，每家奖励五十万元。";
  const SECOND = "入选工厂须在两年内完成能耗诊断，并公开年度用能数据。";
  const ARTICLE = `<p>${FIRST}</p><p>${SECOND}</p>`;
  const JUNK = "<div><p>隔壁县的旅游节本周末开幕，市民可以免费入园参观。</p></div>";
  const page = (body: string, head = ""): ExtractedArticle =>
    extractArticle({ html: `<html><head><title>绿色工厂培育启动</title>${head}</head><body>${body}</body></html>` });
  const TEXT = `${FIRST}\n${SECOND}`;

  const WRAPPERS: Readonly<Record<string, string>> = {
    "beside a stray paragraph of something else": `<div><div><div>${ARTICLE}</div></div><div>${JUNK}</div></div>`,
    "in a wrapper with a misleading name": `<div class="share-area">${ARTICLE}</div><p>东岭市政府热线全天候受理。</p>`,
    "below a counter with an icon": `<div><p>\ue60e4</p>${ARTICLE}</div>`,
    "above hidden tips": `<div>${ARTICLE}<div style="display: none"><p>点一下就能看</p></div></div>`,
    "unfolded by a click": `<div><div style="display:none"><p>${FIRST}</p></div><p>${SECOND}</p></div>`,
    "above hidden comments": `<div>${ARTICLE}<div style="display:none"><div class="comment-list"><p>${FIRST.replace("四月", "五月")}</p></div></div></div>`,
    "with a label and its link": `<div>${ARTICLE}<p>Read more:</p><p>另见：<a href="a">绿色工厂名单第一批</a></p></div>`,
    "with links that are no sentences": `<div><p>${FIRST}</p><p><a href="a">绿色工厂名单</a></p><p>${SECOND}</p></div>`,
    "nested beside related articles of its own kind": `<div class="article"><h3>绿色工厂培育启动</h3>${ARTICLE}</div><div class="article"><h3>推荐阅读</h3><div>${JUNK.repeat(4)}</div></div>`,
  };
  for (const [name, html] of Object.entries(WRAPPERS)) it(name, () => expect(page(html).text).toBe(TEXT));

  // Longer than all that follows it: by mass alone the paragraph would pass for the article.
  const LONG = `四月六日，东岭市${"启动绿色工厂培育，计划三年内建成五十家，".repeat(12)}每家奖励五十万元。`;
  const SHORT = ["一是扩大有效投资。", "二是稳定外贸订单。", "三是保障能源供应。"];
  const NAV = `<div><ul>${'<li><a href="b">市情概况</a></li>'.repeat(12)}</ul></div>`;
  const linesIn = (tag: string): string => [LONG, ...SHORT].map((line) => `<${tag}>${line}</${tag}>`).join("");
  const LONG_AND_SHORT: Readonly<Record<string, string>> = {
    "in an element known by name": `<div class="content">${linesIn("p")}</div>`,
    "in an element nobody knows": `${NAV}<h1>标题</h1><div class="u-x9">${linesIn("p")}</div>${NAV}`,
    "right in the body": `${NAV}${linesIn("p")}${NAV}`,
    "each in a box": `${NAV}<div class="u-x9">${linesIn("div")}</div>`,
    "each in a list item": `${NAV}<div class="u-x9"><ol style="list-style:none">${linesIn("li")}</ol></div>`,
    "each in a row of a layout table": `${NAV}<table>${[LONG, ...SHORT].map((line) => `<tr><td>${line}</td></tr>`).join("")}</table>`,
    "each in a font of its own": `${NAV}<div class="u-x9">${linesIn("p").replace(/<p>(.*?)<\/p>/g, "<p><font><span>$1</span></font></p>")}</div>`,
  };
  for (const [name, html] of Object.entries(LONG_AND_SHORT)) {
    const lines = [LONG, ...SHORT];
    it(`of one long paragraph and short ones ${name}`, () =>
      expect(
        page(html)
          .text.split("\n")
          .map((line) => line.replace(/^• /, "")),
      ).toEqual(lines));
    it(`of one long paragraph and short ones ${name}, without a frame`, () =>
      expect(
        fragment(html)
          .split("\n")
          .map((line) => line.replace(/^• /, "")),
      ).toEqual(expect.arrayContaining(lines)));
  }

  it("in a wrapper whose other name is a layout", () => {
    const html = `<div class="story modal-popup">${ARTICLE}</div><div class="story">${JUNK}${JUNK}</div>`;
    expect(page(html).text).toContain(FIRST);
  });

  it("says something even where all that is there looks like furniture", () => {
    expect(page("<p>绿色工厂培育启动</p>").text).toBe("绿色工厂培育启动");
    expect(page('<p><a href="a">绿色工厂名单</a></p>').text).toBe("绿色工厂名单");
  });

  const DATES: Readonly<Record<string, [above: string, day: string | undefined]>> = {
    "the labelled one, not the nearest": ["<p>发布日期：2023-04-06</p><p>2023-04-07</p>", "2023-04-05T16:00:00.000Z"],
    "of two in a line": [
      "<p>成文日期：2023年4月1日　发布日期：2023年4月6日　有效期至：2028年4月1日</p>",
      "2023-04-05T16:00:00.000Z",
    ],
    "never the hour of an event": ["<p>开标时间：2023年5月4日上午9时</p>", undefined],
    "parts in blocks of their own": ["<div>2023</div><div>04/06</div><div>10:20</div>", "2023-04-06T02:20:00.000Z"],
    "never the clock of the page": ["<p>今天是2023年4月9日 星期日</p>", undefined],
    "never the day it was drawn up": [
      "<p>成文日期：2023年4月1日</p><p>公开日期：2023年4月6日</p>",
      "2023-04-05T16:00:00.000Z",
    ],
  };
  for (const [name, [above, day]] of Object.entries(DATES)) {
    it(`date: ${name}`, () => expect(page(`<div>${above}</div><div>${ARTICLE}</div>`).publishedAt).toBe(day));
  }

  it("does not take the name of the site for the title, however long it is", () => {
    const html = `<title>停水通知-东岭市自来水有限公司</title><h1>东岭市自来水有限公司</h1><h2>停水通知</h2>${ARTICLE}`;
    expect(extractArticle({ html }).title).toBe("停水通知");
  });

  it("prefers what the head says of the date, and takes the address where nothing else is", () => {
    const meta = '<meta property="article:published_time" content="2023-04-06T10:00:00+08:00">';
    expect(page(`<p>2022-01-01</p>${ARTICLE}`, meta).publishedAt).toBe("2023-04-06T02:00:00.000Z");
    const url = "http://www.dongling.example/202304/t20230406_1.html";
    expect(extractArticle({ html: ARTICLE, url }).publishedAt).toBe("2023-04-05T16:00:00.000Z");
    expect(extractArticle({ html: ARTICLE, url, timezone: "UTC" }).publishedAt).toBe("2023-04-06T00:00:00.000Z");
  });
});

describe("extractArticle on fragments", () => {
  it("takes a page that was saved without html and body for a page", () => {
    const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="${i}">第${i}个栏目</a></li>`).join("");
    const tips = "<div><span>客服在线</span></div>".repeat(3);
    const article =
      "<div><p>市能源局四月六日发布储能补贴办法，每千瓦时补贴两角，连补三年。</p><p>申请五月一日起受理。</p></div>";
    expect(fragment(`<div><ul>${menu}</ul>${tips}</div>${article}`)).toBe(
      "市能源局四月六日发布储能补贴办法，每千瓦时补贴两角，连补三年。\n申请五月一日起受理。",
    );
  });

  it("does not take the first heading of a fragment for its title, but a main heading", () => {
    const text = "<p>市能源局发布储能补贴办法，每千瓦时补贴两角，连补三年，五月一日起受理申请。</p>";
    expect(extractArticle({ html: `<h2>一、补贴标准</h2>${text}` })).toMatchObject({ title: "" });
    expect(fragment(`<h2>一、补贴标准</h2>${text}`)).toMatch(/^一、补贴标准\n/);
    expect(extractArticle({ html: `<h1>储能补贴办法</h1>${text}` }).title).toBe("储能补贴办法");
  });

  it("keeps all of a fragment, however unequal its parts are", () => {
    const parts = [
      "机器人补贴。",
      "市工信局表示，六月起对购置工业机器人的企业按设备价款一成给予补贴，单家企业每年最高三百万元。",
    ];
    expect(fragment(`<h3>${parts[0]}</h3><div><p>${parts[1]}</p></div>`)).toBe(parts.join("\n"));
  });

  it("reads the full text of a feed entry", () => {
    const article = extractArticle({ html: "<p>市工信局将设立五亿元基金。</p>\n<p>基金投向机器人产业。</p>" });
    expect(article).toMatchObject({ title: "", text: "市工信局将设立五亿元基金。\n基金投向机器人产业。", removed: [] });
  });

  it("reads text without any markup, and nothing at all", () => {
    expect(fragment("市工信局将设立五亿元基金。")).toBe("市工信局将设立五亿元基金。");
    expect(fragment("")).toBe("");
    expect(fragment("<div></div><script>1</script>")).toBe("");
  });

  it("joins source lines that were wrapped inside a Chinese sentence, keeps spaces between words", () => {
    expect(fragment("<p>市工信局将\n    设立基金，\n扶持企业。</p>")).toBe("市工信局将设立基金，扶持企业。");
    expect(fragment("<p>The fund\nwill open in May.</p>")).toBe("The fund will open in May.");
  });

  it("marks the first line of an item and nothing else", () => {
    const html =
      "<div>三条措施<ol start=3><li>减税。<p>限小微企业。</p></li><li></li></ol><p>即日施行。</p><ul>另有<li>降费</li></ul></div>";
    expect(fragment(html)).toBe("三条措施\n3. 减税。\n限小微企业。\n即日施行。\n另有\n• 降费");
    expect(fragment('<ol style="list-style-type: none"><li>第1条 减税。</li><li>降费。</li></ol>')).toBe(
      "第1条 减税。\n• 降费。",
    );
  });

  it("drops ruby annotations and invisible characters", () => {
    expect(fragment("<p>重<ruby>庆<rp>(</rp><rt>qìng</rt><rp>)</rp></ruby>市\u200b发布\ufeff三条措施。</p>")).toBe(
      "重庆市发布三条措施。",
    );
  });

  it("keeps lines of the text that only look like furniture", () => {
    const lines = [
      "据市商务局介绍，活动来源：企业自主申报，时间：五月至七月，编辑目录后统一发布。",
      "01",
      "企业要如实填写发布时间、来源等信息，不得瞒报漏报，违者三年内不得再次申报。",
      "（2023年6月29日市人民代表大会常务委员会第二十八次会议通过）",
      "相关阅读材料由各区统一印发，学校不得另行收费，市教育局将在九月底前组织专项检查。",
    ];
    expect(fragment(lines.map((line) => `<p>${line}</p>`).join("")).split("\n")).toEqual(lines);
  });
});

describe("extractArticle on hostile input", () => {
  const TEXT = "文字在这里，没有丢失。";
  const many = (part: string, times: number): string => part.repeat(times);
  const CASES: Readonly<Record<string, [html: string, contains: string]>> = {
    "40,000 levels": [many("<div>", 40_000) + TEXT + many("</div>", 40_000), TEXT],
    "closing tags that match nothing": [many("<div>", 40_000) + many("</span>", 40_000) + TEXT, TEXT],
    "inline elements that never close": [many("<font>", 40_000) + TEXT, TEXT],
    "nested tables": [many("<table><tr><td>", 15_000) + TEXT, TEXT],
    "unclosed attributes": [`<p>${TEXT}</p>${many('<a href="', 40_000)}`, TEXT],
    "one megabyte of spaces": [`${many(" ", 1 << 20)}${TEXT}`, TEXT],
    "escaped quotes without an end": [`<script>content:"${many('\\"', 300_000)}</script>${TEXT}`, TEXT],
    "deep JSON": [`<script type="application/ld+json">${many("[", 200_000)}</script>${TEXT}`, TEXT],
    "a title of separators": [`<title>${many("_-", 200_000)}</title><p>${TEXT}</p>`, TEXT],
    "a page in an element named time": [`${many('<div class="time">', 200)}${many(`<p>${TEXT}</p>`, 2_000)}`, TEXT],
  };
  for (const [name, [html, contains]] of Object.entries(CASES)) {
    it(name, () => {
      const cost = cpuTimeOf(() => {
        expect(fragment(html)).toContain(contains);
      });
      expect(cost).toBeLessThan(3000);
    });
  }
});
