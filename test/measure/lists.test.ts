import { describe, expect, it } from "vitest";
import { extractMeasures } from "../../src/measure/extract.ts";

/** Headlines of list items only, `2:` before those of the second level. */
function items(text: string): string[] {
  return extractMeasures({ text })
    .filter(({ list }) => list > 0)
    .map(({ headline, level }) => `${level === 2 ? "2:" : ""}${text.slice(headline.start, headline.end)}`);
}

const THREE = ["规范采购流程", "加强日常监管", "公开全部信息"];
const [A, B, C] = THREE as [string, string, string];

describe("markers", () => {
  it.each([
    ["一是, run in", `该区推出三项措施：一是${A}；二是${B}；三是${C}。`],
    ["一是, after full stops", `一是${A}。制定办法。二是${B}。定期检查。三是${C}。按月公布。`],
    ["一是, broken by blanks", `一 是${A}。二 是${B}。三 是${C}。`],
    ["一要", `会议要求，一要${A}，层层落实；二要${B}；三要${C}。`],
    ["第一", `第一，${A}。第二，${B}。第三，${C}。`],
    ["首先 … 最后", `首先，${A}。其次，${B}。最后，${C}。`],
    ["其一", `其一，${A}；其二，${B}；其三，${C}。`],
    ["一、", `一、${A}\n二、${B}\n三、${C}`],
    ["（一）", `（一）${A}。\n（二）${B}。\n（三）${C}。`],
    ["1.", `1.${A}\n2.${B}\n3.${C}`],
    ["１．full width", `１．${A}。\n２．${B}。\n３．${C}。`],
    ["1、 run in", `我县出台政策：1、${A}。2、${B}。3、${C}。`],
    ["(1)", `(1)${A}；(2)${B}；(3)${C}。`],
    ["①", `包括：①${A}；②${B}；③${C}。`],
    ["⒈", `⒈${A}。⒉${B}。⒊${C}。`],
    ["•", `• ${A}\n• ${B}\n• ${C}`],
    ["-", `- ${A}\n- ${B}\n- ${C}`],
    ["——", `目标是：\n——${A}；\n——${B}；\n——${C}。`],
    ["措施一", `措施一：${A}。\n措施二：${B}。\n措施三：${C}。`],
    ["lines after a colon", `三项措施如下：\n${A}。\n${B}。\n${C}。`],
    ["semicolons", `《意见》提出，要${A}；${B}；${C}。`],
    ["等方面", `文件从${A}，${B}，${C}等方面提出要求。`],
    ["announced, commas", `会议部署三项任务：${A}，${B}，${C}。`],
    ["announced, whatever the parts are", "主要内容包括：规范采购流程的办法；加强日常监管的责任；公开全部信息的期限。"],
    ["lines headed by a sentence", `${A}。各单位要制定办法。\n${B}。定期开展检查。\n${C}。按月向社会公布。`],
    [
      "labels",
      "快讯：甲公司：规范采购流程并公布结果。乙公司：加强日常监管并增设岗位。丙公司：公开全部信息并接受查询。",
    ],
    ["、个方面", `文件从${A}、${B}、${C}三个方面作出部署。`],
  ])("%s: n items give n measures", (_, text) =>
    expect(items(text)).toEqual(THREE.map((item) => expect.stringContaining(item))),
  );

  it.each([
    [
      "First, …",
      "First, the agency will inspect all plants. Second, it will publish the results. Finally, it will fine offenders.",
    ],
    [
      "(a)",
      "The plan covers three things: (a) the inspection of plants; (b) the publication of results; and (c) the fines for offenders.",
    ],
    ["1.", "The agency will:\n1. inspect all plants\n2. publish the results\n3. fine offenders"],
  ])("English %s", (_, text) => expect(items(text)).toHaveLength(3));
});

describe("extent", () => {
  it("takes nouns as a lead list only where the text counts them", () => {
    expect(items("文件围绕资源要素配置、科技产业融合、供应链自主三个方面作出部署。")).toHaveLength(3);
    expect(items("将会同相关部门从财税金融、保供稳价、支持企业等方面，推出举措。")).toEqual([]);
  });

  it("ends a run-in list where another subject begins", () => {
    const text = "一是扩大出口信保。二是畅通物流通道。各部门要抓紧制定细则。";
    const last = extractMeasures({ text }).find(({ headline }) => text.startsWith("畅通", headline.start));
    expect(last).toBeDefined();
    expect(last?.detail).toBeUndefined();
  });

  it("survives a marker that the page has lost", () => {
    expect(items(`一是${A}。二是${B}。四是${C}。`)).toHaveLength(3);
  });
});

describe("nesting", () => {
  it("gives two levels, and leaves out headings that say nothing", () => {
    const text = [
      "一、总体要求",
      "按照既定部署推进工作。",
      "二、支持企业稳定发展",
      "（一）降低用电成本。对用电大户给予优惠。",
      "（二）缓缴社保费用。最长六个月。",
      "三、扩大有效投资",
      "1.加快项目开工。",
      "2.保障用地需求。",
    ].join("\n");
    expect(items(text)).toEqual([
      "支持企业稳定发展",
      "2:降低用电成本",
      "2:缓缴社保费用",
      "扩大有效投资",
      "2:加快项目开工",
      "2:保障用地需求",
    ]);
  });

  it("follows a count that runs on over the sections", () => {
    const text =
      "一、优化市场环境\n（一）放宽准入限制。\n（二）清理各类收费。\n二、强化要素保障\n（三）保障用地供应。\n（四）稳定用工规模。";
    expect(items(text)).toEqual([
      "优化市场环境",
      "2:放宽准入限制",
      "2:清理各类收费",
      "强化要素保障",
      "2:保障用地供应",
      "2:稳定用工规模",
    ]);
  });

  it("reads 一是 inside of 一、 as the second level", () => {
    const text =
      "一、稳定外贸增长。一是扩大出口信保。二是畅通物流通道。\n二、促进内需回升。一是发放消费券。二是举办购物节。";
    expect(items(text)).toEqual([
      "稳定外贸增长",
      "2:扩大出口信保",
      "2:畅通物流通道",
      "促进内需回升",
      "2:发放消费券",
      "2:举办购物节",
    ]);
  });

  it("numbers the lists of one article, each counting from one again", () => {
    const text = "会议指出，要稳就业。一是开发岗位。二是加强培训。\n会议强调，要保供给。一是增加储备。二是打通物流。";
    expect(
      extractMeasures({ text })
        .filter((m) => m.list > 0)
        .map((m) => m.list),
    ).toEqual([1, 1, 2, 2]);
  });
});

describe("no false lists", () => {
  it.each([
    ["quarters", "一、二季度增长平稳，三、四季度有所回落。第一季度增长3%，第二季度增长4%。"],
    ["decimals and years", "2.5万吨钢材，1.3万吨铝材。2023.5万人参加，2024.6万人报名。"],
    ["sayings", "他做事一是一，二是二，从不含糊。"],
    ["offices", "第一书记到村任职，第二书记随后到岗。"],
    ["questions", "1.如何申请补贴？\n2.需要哪些材料？\n3.何时能够到账？"],
    ["related links", "正文到此结束。\n相关阅读\n·某市采购办公设备\n·某县召开招标会议\n·某省公布中标结果"],
    ["contents", "1.总则......1\n2.职责......3\n3.附则......9"],
    [
      "numbered paragraphs",
      `1. ${"The ministry has worked with its partners on this for many years. It is a long way to go. ".repeat(4)}\n2. ${"The council was told of the progress in detail last week. It took note of the report. ".repeat(4)}\n3. ${"The public was asked for its views on the matter. Many wrote to the ministry. ".repeat(4)}`,
    ],
    ["one item alone", "一是加强领导。此后再无下文。"],
  ])("%s", (_, text) => expect(items(text)).toEqual([]));
});
