import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/article/clean.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const lines = (raw: string): string[] => cleanText(raw).text.split("\n");

describe("cleanText", () => {
  it("brings an annotated, converted page back to readable simplified Chinese", () => {
    const raw = [
      "您當(dāng)前的位置:首頁(yè) 新聞(wén)中心 政策法規(guī)",
      "",
      "商務(wù)部:著(zhe)力擴(kuò)大綠(lǜ)色消費(fèi)",
      "發(fā)布時(shí)間:2023-05-06 閱讀量:128",
      "",
      "當(dāng)前,商務(wù)部將(jiāng)(huì)同有關(guān)部門,推動(dòng)經(jīng)濟(jì)平穩(wěn)運(yùn)行。",
    ].join("\r\n");
    const { text, language, removed } = cleanText(raw);
    expect(text).toBe("商务部:著力扩大绿色消费\n当前,商务部将同有关部门,推动经济平稳运行。");
    expect(language).toBe("zh-Hans");
    expect(new Set(removed.map(({ reason }) => reason))).toEqual(new Set(["pinyin", "breadcrumb", "publish-line"]));
  });

  it("cuts annotations without tones, in a row, and with emoji in them", () => {
    expect(cleanText("經(jīng)(jì)發(f🔥ā)展(zhan)和(GDP)增長（cháng），見附表(er)(a)。").text).toBe(
      "经发展和(GDP)增长，见附表。",
    );
  });

  it.each([
    ["启动“<AI for Science>行动计划”。", "启动“<AI for Science>行动计划”。"],
    ['甲<mpvoice src="x">乙</mpvoice>丙。', "甲乙丙。"],
    ['<st1:place w:st="on">京</st1:place>津<my-widget>冀</my-widget>。', "京津冀。"],
  ])("tells words in angle brackets from tags: %s", (raw, text) => expect(cleanText(raw).text).toBe(text));

  it.each(["第九条 未经个人同意，任何单位不得使用其信息。", "未经许可，任何单位和个人不得使用无线电频率。"])(
    "keeps what a law forbids: %s",
    (raw) => expect(cleanText(raw).text).toBe(raw),
  );

  it.each(["Home loans to cost less from July", "Home-based work made easier", "Home Office"])(
    "keeps a first line that is no trail of links: %s",
    (first) => expect(lines(`${first}\nLenders must tell their customers by 1 June.`)[0]).toBe(first),
  );

  it.each(["Home > News > Releases", "Home - News", "首页 新闻 政策"])("cuts a trail of links: %s", (first) =>
    expect(lines(`${first}\nLenders must tell their customers by 1 June.`)).toHaveLength(1),
  );

  it("keeps genuine traditional Chinese, whatever it reports on", () => {
    const raw = "國家統計局公布，上月規模以上工業增加值按年增長5%。發言人表示，會「擇機」推出新措施。";
    expect(cleanText(raw)).toEqual({ text: raw, language: "zh-Hant", removed: [] });
  });

  it.each([
    "国内生产总值(GDP)增长5%，见表5(a)和第三条(a)项。",
    "人工智能（AI）与物联网(IoT)加快应用，标准编号(ed)不变。",
    "会议于3月(第1季度)召开，价格下降2.5%(环比)。",
  ])("keeps real brackets: %s", (raw) => {
    expect(cleanText(raw).text).toBe(raw);
  });

  it("cuts markup but keeps words and their widths", () => {
    const raw =
      '<script>var a = "x";</script><p><strong>通知</strong>：自１月起,&nbsp;Ｃ类企业&ldquo;免征&rdquo;。</p><p>　　二是<a href="/x">减税</a>。</p><!-- 尾 -->';
    expect(cleanText(raw).text).toBe("通知：自１月起, Ｃ类企业“免征”。\n二是减税。");
  });

  it("joins wrapped Chinese with figures, which take half the room", () => {
    const told = [
      "　　据介绍，该县位于海湾的最北端，海岸线长度2292",
      "公里，占全省海岸线总长的12.5%。防波堤工程东起鸭",
      "头港，西至白石礁，涉及东岭、西河、南湖、北山等7",
      "镇28个村，计划投入47.7亿元，完成护岸林220.5万亩，",
      "封育445.5万亩，改造202.5万亩，到2040年覆盖率提高",
      "9个百分点，初步建立起多层次的综合防护体系。沿海",
      "各镇的渔港和船厂都要按照工程的进度安排停工和复工",
      "的时间，并提前告知船主和住在码头附近的村民。",
    ];
    expect(cleanText(told.join("\n")).text.split("\n")).toHaveLength(1);
  });

  it("joins wrapped lines with a blank line behind each, but not headlines that stand so", () => {
    const told = [
      "The quarantine officers of the northern ports are tightening",
      "their reporting along the coast of the bay as a first line of",
      "defence against a disease of sheep, the minister said today,",
      "and that this was one of a number of steps now being taken to",
      "ensure that the islands stay free of it. Such boats as came in",
      "at night could carry animals that were not seen by any of the",
      "officers on duty, and the crews would have to be asked to stay",
      "on board until the morning.",
    ];
    const headlines = told.map((line) => `Boats: ${line.slice(0, 50)}`);
    expect(cleanText(told.join("\n\n")).text.split("\n")).toHaveLength(1);
    expect(cleanText(headlines.join("\n\n")).text.split("\n")).toHaveLength(8);
  });

  it("brings a converted text back by its characters alone", () => {
    const source =
      "部份企業瞭解到，發展規畫與製造業投資等工作均已展開，當(dāng)前進展順利，商務(wù)部將(jiāng)續(xù)推動(dòng)。";
    expect(cleanText(source).text).toContain("部份企业瞭解到，发展规画");
  });

  it("takes the words of a feed's item, whatever the feed quotes them with", () =>
    expect(
      cleanText(
        "<item><title><![CDATA[渔港今日开放]]></title><description><![CDATA[海港处今日宣布，渔港全面开放。]]></description></item>",
      ).text.split("\n"),
    ).toEqual(["渔港今日开放", "海港处今日宣布，渔港全面开放。"]));

  it("keeps the words of a link in three lines", () =>
    expect(
      cleanText("It carries out the\n[order to\nremove barriers to\nnew quays](https://ports.example/a) in May.").text,
    ).toBe("It carries out the\norder to remove barriers to new quays in May."));

  it("joins what hangs below an item, and the words of a link in two lines", () =>
    expect(
      lines(
        "-   The creation of a new [harbour\n    toll](https://example.org/a/very/long/path/that/fills/the/line/up)\n    in spring.\n-   Closing two piers.",
      ),
    ).toEqual(["- The creation of a new harbour toll in spring.", "- Closing two piers."]));

  it("joins wrapped lines of a text that stands further in as a whole", () => {
    const told = [
      "HARBOURS TO COUNT THEIR BOATS",
      "  The coast guard has begun a",
      "  count of all boats that lie in the small harbours of the bay",
      "  and of those that came from other waters, many of them in the",
      "  U.S.",
      "      Owners who leave a boat for more than a year without paying",
      "  the fee of the harbour will be asked to take it out of the water",
      "  at their own cost, the guard said in a note to all harbours, and",
      "  those who do not answer within two months will have it sold by",
      "  auction.",
    ];
    expect(
      cleanText(told.join("\n"))
        .text.split("\n")
        .map((line) => line.slice(0, 22)),
    ).toEqual(["HARBOURS TO COUNT THEI", "The coast guard has be", "Owners who leave a boa"]);
  });

  it("joins what hangs below an item of a wrapped text, whatever it begins with", () => {
    const prose =
      "The board of the northern harbours has put ten more of its plans\non the list of works that the public can follow week by week, so\nthat all who live by the quays can see how far each of them is,\nand who has to decide next.";
    const plans =
      "-   [Harrow\n    Quay](https://ports.example/harrow)\n-   [Eastmere\n    Lock](https://ports.example/eastmere)";
    expect(cleanText(`${prose}\n\n${prose}\n\n${plans}`).text.split("\n").slice(-2)).toEqual([
      "- Harrow Quay",
      "- Eastmere Lock",
    ]);
  });

  it("leaves short lines below an item alone", () => {
    const prose =
      "The board of the northern harbours has put ten more of its plans\non the list of works that the public can follow week by week, so\nthat all who live by the quays can see how far each of them is,\nand who has to decide next.";
    const plans = "- Harbours\n  Harrow Quay\n  Eastmere Lock\n- Piers";
    expect(cleanText(`${prose}\n\n${prose}\n\n${plans}`).text.split("\n").slice(-4)).toEqual([
      "- Harbours",
      "Harrow Quay",
      "Eastmere Lock",
      "- Piers",
    ]);
  });

  it("begins a paragraph with each indent that few lines have", () => {
    const parts = ["东", "西", "南", "北"].map((side) => [
      `${side}部渔港本月起对全部泊位进行检查，重点查看缆桩、护舷`,
      `和照明设施，并要求${side}部船主在两周内补齐缺少的救生器材，`,
      `逾期不补的${side}部渔船不得出港，也不得领取今年秋季的燃油补`,
      `贴，${side}部另有安排`,
    ]);
    const marked = parts.map(([first = "", ...rest]) => [`　　${first}`, ...rest]);
    expect(lines(marked.flat().join("\n"))).toEqual(parts.map((part) => part.join("")));
    const alone = marked.flatMap((part) => [`　　${part[1]}`, ...part]);
    expect(lines(alone.join("\n"))).toHaveLength(8);
  });

  it("leaves titles with blank lines between them apart", () => {
    const title = "渔港管理部门公布本月检查的泊位名单以及补齐器材期限";
    const titles = Array.from({ length: 12 }, (_, i) => `${"东西南北中前后左右上下内"[i]}部${title}`);
    expect(lines(titles.join("\n\n"))).toEqual(titles);
  });

  it("joins wrapped lines among items of one line", () =>
    expect(
      lines(
        [
          "The harbour board met on the first day of spring and looked at what the",
          "wardens of the north had asked for in the long winter before the meeting",
          "began, which is more money for nets and boats and a longer pier for all",
          "of them, and it said so to whoever asked.",
          "- Nets are paid.",
          "- Boats are not.",
          "- The pier will be longer by half of what it was in the year before this",
          "  one.",
          "- Fees stay.",
          "- Tolls stay.",
          "- Fines go.",
          "- Rents go.",
        ].join("\n"),
      ),
    ).toEqual([
      "The harbour board met on the first day of spring and looked at what the wardens of the north had asked for in the long winter before the meeting began, which is more money for nets and boats and a longer pier for all of them, and it said so to whoever asked.",
      "- Nets are paid.",
      "- Boats are not.",
      "- The pier will be longer by half of what it was in the year before this one.",
      "- Fees stay.",
      "- Tolls stay.",
      "- Fines go.",
      "- Rents go.",
    ]));

  it("reads the line ends in the source of a paragraph as blanks, and its breaks as lines", () => {
    expect(lines("<p>The board has approved\n   twelve <b>new\n</b> ferries.</p>")).toEqual([
      "The board has approved twelve new ferries.",
    ]);
    expect(lines("<p>\n  扩大渡轮\n  航线。<br>\n降低票价。</p>\n<ul><li>\n\t增加\n\t班次</li></ul>")).toEqual([
      "扩大渡轮航线。",
      "降低票价。",
      "• 增加班次",
    ]);
    expect(lines("<p>详见附件一\n二、降低票价。</p>")).toEqual(["详见附件一", "二、降低票价。"]);
    expect(lines("<p>通告如下：\n\n一、增加\n班次。\n二、降低票价。</p>")).toEqual([
      "通告如下：",
      "一、增加班次。",
      "二、降低票价。",
    ]);
    expect(lines("<p>十\n一、增加班次。</p>")).toEqual(["十一、增加班次。"]);
    expect(lines("<p>甲。<p>乙\n丙。</p>")).toEqual(["甲。", "乙丙。"]);
    expect(lines("甲<p>\n乙\n丙")).toEqual(["甲", "乙", "丙"]);
  });

  it("keeps what the page calls an item an item", () => {
    const raw = `<p>措施：</p><ul><li>减税</li><li class="a"> <b>降费</b></li><li>三、扩围</li><li>1.增效</li><li><a href="/">旧闻一则</a></li></ul>`;
    expect(lines(raw)).toEqual(["措施：", "• 减税", "• 降费", "三、扩围", "1.增效", "旧闻一则"]);
  });

  it("keeps items that begin with a quantity, but not those that bring their number", () => {
    const raw =
      "<ul><li>£3 million for nets</li><li>\n            12 new posts</li><li>2.5% more</li><li>1. nets</li></ul>";
    expect(lines(raw)).toEqual(["• £3 million for nets", "• 12 new posts", "• 2.5% more", "1. nets"]);
  });

  it("cuts Markdown and front matter", () => {
    const raw =
      "---\ntitle: 通知\ndate: 2024-01-02\n---\n# 关于减税的通知 {#notice-1.2}\n\n![图片](https://a.example/b(1).png)\n\n**一是**[降低费率](https://a.example)。\n\n---\n\n- 第一项\n";
    expect(lines(raw)).toEqual(["关于减税的通知", "一是降低费率。", "- 第一项"]);
  });

  it("cuts the marks of emphasis around a line, not inside of one", () => {
    expect(lines("*Move will cut emissions*\n- _Higher fines_\nThe *Green Plan* sets 5*3*2 targets.")).toEqual([
      "Move will cut emissions",
      "- Higher fines",
      "The *Green Plan* sets 5*3*2 targets.",
    ]);
  });

  it("breaks paragraphs that lost their line breaks and drops indents", () => {
    expect(lines("　　第一段结束。　　第二段，含　全角空格。\u00a0")).toEqual([
      "第一段结束。",
      "第二段，含　全角空格。",
    ]);
  });

  it("cuts doubled commas, emoji and invisible characters", () => {
    expect(cleanText("🔥一是\u200b扩大投资，，二是稳定外贸,。\ufeff").text).toBe("一是扩大投资，二是稳定外贸。");
  });

  it("cuts the head of an official document, not the document", () => {
    const raw =
      "索 引 号：\n0001/2020-1\n发文机关：\n国务院\n发文字号：\n国发〔2020〕1号\n主 题 词：\n关于稳就业的\n通知\n各省人民政府：\n现通知如下。";
    expect(lines(raw)).toEqual(["关于稳就业的", "通知", "各省人民政府：", "现通知如下。"]);
  });

  it("keeps signature and date below a short document", () => {
    expect(lines("关于放假的通知\n各单位：\n现将安排通知如下。\n请遵照执行。\n某市人民政府\n2024年5月6日")).toEqual([
      "关于放假的通知",
      "各单位：",
      "现将安排通知如下。",
      "请遵照执行。",
      "某市人民政府",
      "2024年5月6日",
    ]);
  });

  it("joins lines that were broken at a fixed width, and no others", () => {
    const wrapped =
      "The ministry will open the scheme to small producers who file\ntheir reports once a year, and it will publish the first list\nof approved projects before the end of the coming summer so as\nto give the provinces enough time for their own preparations\nin the second half of the year.\n\nThe scheme is to be reviewed after three years by a committee\nof producers, traders and experts that the ministry appoints\nfrom a list of persons.";
    expect(lines(wrapped)).toHaveLength(2);
    const address = `See https://harbour.example/${"quay-".repeat(20)}list`;
    expect(lines(`${wrapped}\n\n${wrapped.replaceAll("The", "A")}\n${address}`)).toHaveLength(5);
    const hanging =
      "-   Open the scheme to small producers who file their reports\n    once a year, and publish the first list before the end of\n    the summer.\n";
    expect(lines(`${wrapped}\n\n${hanging}${hanging.replace("small", "large")}`)).toHaveLength(4);
    const list = Array.from({ length: 9 }, (_, index) => `${index}. 一项并不算长的措施标题写在这里`).join("\n");
    expect(lines(list)).toHaveLength(9);
  });

  it("brings converted text without annotations back, by its slips and vocabulary", () => {
    const raw = "省工信厅近日印發《行動計劃》，完善體係，批準一批項目，“智改數轉”加快推進，產業鏈供應鏈韌性提升。";
    expect(cleanText(raw).text).toBe(
      "省工信厅近日印发《行动计划》，完善体系，批准一批项目，“智改数转”加快推进，产业链供应链韧性提升。",
    );
  });

  it("cuts what hacked pages are filled with", () => {
    const raw =
      "正文第一句。\n百家乐 六合彩 时时彩 真人娱乐\n正文第二句。\n感谢您访问我们的网站，您可能还对以下资源感兴趣：\n某某视频\n某某网站。";
    expect(lines(raw)).toEqual(["正文第一句。", "正文第二句。"]);
  });

  it("cuts lists of links up to the next words of the article", () => {
    const raw =
      "正文第一句。\n相关阅读：\n某市召开工作会议\n·某省印发方案\n一、扩大投资\n上一篇：旧闻一则\n下一篇: 没有了";
    expect(lines(raw)).toEqual(["正文第一句。", "一、扩大投资"]);
  });

  const furniture = [
    "来源：某某日报",
    "信息来源: 某某网站 作者：张三",
    "责任编辑：李四",
    "（责任编辑：李四）",
    "阅读量：1234",
    "浏览次数: 88次",
    "【字体：大 中 小】",
    "分享到：",
    "QQ空间 新浪微博",
    "扫一扫在手机打开当前页",
    "首页 > 政务公开 > 通知公告",
    "打印本页 关闭窗口",
    "版权声明：本网站所有内容未经授权不得转载。",
    "（此件公开发布）",
    "Copyright 2024 Example Ltd.",
    "https://example.org/a/b",
    "電子郵件:news@example.org",
    "原文連結：https://example.org/1",
    "下一篇：另一则消息",
    "特别声明：本网转载仅为传递信息，不代表本站观点。",
    "本报记者 张三",
    "欢迎关注某某微信公众号",
  ];
  it.each(furniture)("cuts whole: %s", (line) => {
    const { text, removed } = cleanText(`标题一则\n第一段说了一件事。\n${line}\n第二段说了另一件事。`);
    expect(text).toBe("标题一则\n第一段说了一件事。\n第二段说了另一件事。");
    expect(removed.at(-1)?.text.length).toBeGreaterThan(0);
  });

  const words = [
    "来源于制造业的利润增长12%，占全部增量的六成。",
    "记者：请问下一步有哪些举措？",
    "一是加强分享经济监管。",
    "会议时间：每月第一周",
    "办理ICP备案应当提交下列材料。",
    "链接：所谓专精特新，是指专业化、精细化、特色化、新颖化。",
    "分享经济成为新动能",
    "Share prices rose five per cent on Monday.",
    "下一条新线路将于年底开通。",
    "记者调查发现",
    "旅客可扫描座位二维码点餐。",
    "特别声明：有人冒用我公司名义招商，请广大客户提高警惕。",
    "主办单位：某某行业协会",
    "附件",
    "国务院",
    "警方查处一批六合彩、百家乐网络赌场，抓获犯罪嫌疑人三百余名，涉案资金逾亿元，案件正在进一步侦办之中。",
  ];
  it.each(words)("keeps: %s", (line) => {
    expect(lines(`标题一则\n第一段说了一件事。\n${line}\n第二段说了另一件事。`)).toContain(line);
  });

  it("reads the language by script", () => {
    expect(cleanText("The ministry said it would cut taxes, a move known as 减税.").language).toBe("en");
    expect(cleanText("工信部发布通知").language).toBe("zh-Hans");
    expect(cleanText("勞工處發布通知").language).toBe("zh-Hant");
  });

  it.each([
    "阅读 ",
    "返回顶部",
    "a > ",
    "a>",
    "打印 ",
    "更多 ",
    "首页 ",
    "附件1.",
    "大 中 小 ",
    "记者 张三 ",
    "来源：",
    "[",
    "一、",
  ])("stays quick on many lines of %j that almost match", (unit) => {
    const line = `${unit.repeat(Math.floor(70 / unit.length))}？`;
    const cost = cpuTimeOf(() => {
      cleanText(`${line}\n`.repeat(300));
    });
    expect(cost).toBeLessThan(1000);
  });

  it.each([
    "<",
    "<a",
    "(",
    "（ā",
    "[",
    "![](",
    "*a",
    "_a",
    ">",
    "- ",
    "<!--",
    "<script>",
    "<li>",
    "<li><b>",
    "<p>",
    "<p>\n字",
    "<p>\n \n",
    "<b> ",
    "&amp;",
    "，",
    "　",
    "首页 > ",
    "。　　",
    "\n",
    "字",
  ])("stays quick on a long row of %j", (unit) => {
    const cost = cpuTimeOf(() => {
      cleanText(unit.repeat(Math.ceil(200_000 / unit.length)));
    });
    expect(cost).toBeLessThan(500);
  });
});
