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
    ["观点一, on a line", `观点一 ${A}\n流程要公开。\n观点二 ${B}\n监管要到位。\n观点三 ${C}\n信息要全面。`],
    ["核心变化一", `核心变化一：${A}\n流程公开。\n核心变化二：${B}\n监管到位。\n核心变化三：${C}\n信息全面。`],
    ["一、 whose line ends are lost", `现提出如下意见。一、${A}二、${B}三、${C}`],
    ["第一个阶段是", `第一个阶段是${A}；第二个阶段是${B}；第三个阶段是${C}。`],
    ["a number on a line of its own", `1\n${A}。\n2\n${B}。\n3\n${C}。`],
    ["①", `包括：①${A}；②${B}；③${C}。`],
    ["⒈", `⒈${A}。⒉${B}。⒊${C}。`],
    ["1》", `1》${A}；2》${B}；3》${C}。`],
    ["1/", `1/ ${A}\n2/ ${B}\n3/ ${C}`],
    ["1), run in", `方案分三步：1）${A}；2）${B}；3）${C}。`],
    ["a number and nothing else", `1 ${A}\n2 ${B}\n3 ${C}`],
    ["01, over its item", `01\n${A}\n02\n${B}\n03\n${C}`],
    ["(1), run on from a word", `公司今年将（1）${A}；（2）${B}；（3）${C}。`],
    ["（一）及（三）", `會議同意：（一）${A}；（二）${B}；及（三）${C}。`],
    ["Ⅰ.", `Ⅰ.${A}\nⅡ.${B}\nⅢ.${C}`],
    ["A.", `A. ${A}\nB. ${B}\nC. ${C}`],
    ["a)", `a) ${A}\nb) ${B}\nc) ${C}`],
    ["【一】", `【一】${A}。\n【二】${B}。\n【三】${C}。`],
    ["【heading】", `【${A}】各地制定办法。\n【${B}】每周检查一次。\n【${C}】按月公布结果。`],
    ["第一 and a blank", `第一 ${A}。第二 ${B}。第三 ${C}。`],
    ["第一步", `第一步，${A}；第二步，${B}；第三步，${C}。`],
    ["一要, right behind those who are told", `下一步，各部门一要${A}，层层落实；二要${B}；三要${C}。`],
    ["第一重", `第一重，${A}；第二重，${B}；第三重，${C}。`],
    ["第一个任务是", `第一个任务是${A}。第二个任务是${B}。第三个任务为${C}。`],
    ["第一条", `第一条 ${A}。\n第二条 ${B}。\n第三条 ${C}。`],
    ["第一个是", `第一个是${A}，第二个是${B}，第三个是${C}。`],
    ["举措之一", `举措之一：${A}。\n举措之二：${B}。\n举措之三：${C}。`],
    ["一：", `一：${A}\n二：${B}\n三：${C}`],
    ["甲、", `甲、${A}\n乙、${B}\n丙、${C}`],
    ["1 .", `1 . ${A}\n2 . ${B}\n3 . ${C}`],
    ["方向一", `方向一：${A}。\n方向二：${B}。\n方向三：${C}。`],
    ["一来", `一来${A}，二来${B}，三来${C}。`],
    ["一是, in quotes", `“一是${A}，二是${B}，三是${C}。”负责人说。`],
    ["一、 after a comma", `通知要求，一、${A}。逐户排查。二、${B}。按期整改。三、${C}。`],
    ["line ends lost", `具体包括： 1. ${A} 2. ${B} 3. ${C}`],
    ["★", `★ ${A}\n★ ${B}\n★ ${C}`],
    ["※", `※${A}。\n※${B}。\n※${C}。`],
    ["•, on one line", `本次调整：•${A}•${B}•${C}`],
    ["·, on one line", `主要包括： ·${A} ·${B} ·${C}`],
    ["— and a blank", `任务包括：\n— ${A}\n— ${B}\n— ${C}`],
    [
      "headings",
      `${A}\n各单位要制定办法，年内印发。\n${B}\n每周检查一次。\n发现问题立即整改。\n${C}\n按月向社会公布。`,
    ],
    ["counted by a colon", `会议确定三项工作：${A}、${B}、${C}。`],
    [
      "丨 behind the number",
      `1丨${A}\n据某报6日消息，办法已印发。\n2丨${B}\n记者6日获悉。\n3 | ${C}\n据新华社6日消息。`,
    ],
    ["counted, with 和", `方案部署三大工程，包括${A}、${B}和${C}。`],
    ["rules between semicolons", `规定明确，平台不得${A}；不得${B}；应当${C}。`],
    ["a field before semicolons", `方案提出，要聚焦文旅产业，${A}；${B}；${C}。`],
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
    ["labels between semicolons", `甲股份(600000)：${A}并公布；乙科技：${B}并增设岗位；丙能源：${C}并接受查询。`],
    ["、个方面", `文件从${A}、${B}、${C}三个方面作出部署。`],
    ["counted after a verb, 等20条举措", `该省提出${A}、${B}、${C}等20条举措。`],
    ["分别是, behind two counts", `渔业振兴六大行动将围绕三大方向展开，分别是${A}、${B}和${C}。`],
    ["等3个专题", `委员们围绕${A}、${B}、${C}等3个专题深入讨论。`],
    ["等五方面重点任务", `方案明确了${A}、${B}、${C}等五方面重点任务。`],
    ["等多项措施", `该局推出${A}、${B}、${C}等多项措施。`],
    ["从…入手", `全市从${A}、${B}、${C}入手，开展整治。`],
    ["包括, to the end of the sentence", `措施包括${A}、${B}，以及${C}。`],
    [
      "counted, whatever it is called, where all begin alike",
      "做到三个坚持：坚持规范采购流程，坚持加强日常监管，坚持公开全部信息。",
    ],
    ["its first item without a marker", `会议提出，先行试点。二是${A}，三是${B}，四是${C}。`],
    ["for whom, then what", "针对采购难，规范采购流程；针对监管难，加强日常监管；针对查询难，公开全部信息。"],
    [
      "announced by 明确",
      "通知明确：新车减半征税，规范采购流程；旧车换购补贴，加强日常监管；建桩另有奖补，公开全部信息。",
    ],
    ["1、 after commas", `主要内容有：1、${A}，2、${B}，3、${C}。`],
    ["一个是 … 还有一个是", `涉及三个方面。一个是${A}，一个是${B}，还有一个是${C}。`],
    [
      "labels in lines, announced",
      `他的观点包括：\n以网具改良${A}：年内制定三项规定，分步实施，听取各方意见。\n渔船数据中心${B}：每周检查一次，并把结果告诉船主和合作社。\n码头终端${C}：开通热线电话，由专人答复渔民提出的问题。`,
    ],
    ["labels in lines", `${A}：年内制定三项规定。\n${B}：每周检查一次。\n${C}：开通热线电话。`],
    ["一，", `一，${A}。二，${B}。三，${C}。`],
    ["一）", `一）${A}；\n二）${B}；\n三）${C}。`],
    ["1，", `1，${A}。\n2，${B}。\n3，${C}。`],
    ["1：", `1：${A}\n2：${B}\n3：${C}`],
    ["1-", `1-${A}\n2-${B}\n3-${C}`],
    ["1 、", `1 、${A}\n2 、${B}\n3 、${C}`],
    ["第1，", `第1，${A}；第2，${B}；第3，${C}。`],
    ["一就是", `一就是${A}，二就是${B}，三就是${C}。`],
    ["一为", `措施有三：一为${A}；二为${B}；三为${C}。`],
    ["第一阶段：", `第一阶段：${A}。第二阶段：${B}。第三阶段：${C}。`],
    ["√", `√${A}\n√${B}\n√${C}`],
    ["—, run on", `任务包括：\n—${A}\n—${B}\n—${C}`],
    ["・", `內容如下：\n・${A}\n・${B}\n・${C}`],
    ["counted findings", "外贸呈现三大特点：规模稳步规范采购流程、结构加强日常监管、动能公开全部信息。"],
    ["rows of a table", `| 序号 | 任务 | 单位 |\n| 1 | ${A} | 甲局 |\n| 2 | ${B} | 乙局 |\n| 3 | ${C} | 丙局 |`],
    ["亮点一 and a blank", `亮点一 ${A}\n年内印发。\n亮点二 ${B}\n每周一次。\n亮点三 ${C}\n按月公布。`],
    ["PART 01", `PART 01\n${A}\n年内印发。\nPART 02\n${B}\n每周一次。\nPART 03\n${C}\n按月公布。`],
    ["一 and a blank", `一 ${A}\n年内印发。\n二 ${B}\n每周一次。\n三 ${C}\n按月公布。`],
    ["▲", `▲${A}\n▲${B}\n▲${C}`],
    ["“1”是指", `这一思路中，“1”是指${A}；“2”是指${B}；“3”是指${C}。`],
    ["a part of a longer list", `16.${A}。逐项落实到人。\n17.${B}。定期通报情况。\n18.${C}。按月接受查询。`],
    ["通过…等方式", `该市将通过${A}、${B}、${C}等方式，改进服务。`],
    ["说 before 要", `会议强调，要${A}；要${B}；要${C}。`],
    ["第 1 条, with blanks", `第 1 条 ${A}。\n第 2 条 ${B}。\n第 3 条 ${C}。`],
    ["对…作出部署", `该省印发规划，对${A}、${B}、${C}作出部署，明年起实施。`],
    ["就…提出要求", `通知还就${A}、${B}、${C}等提出了具体要求。`],
    ["等措施", `园区发布办法，提出${A}、${B}、${C}等措施。`],
    ["counted behind its items, with nothing before them", `${A}，${B}，${C}等三方面工作将在年内展开。`],
    ["counted, the last two joined by 和", `规划提出${A}，${B}和${C}等三方面任务。`],
    ["announced by 问题分别是", `通报的问题分别是：${A}不严问题；${B}不力问题；${C}不及时问题。`],
    ["lines after 比如", `群众反映了不少问题，比如：\n${A}走过场；\n${B}有漏洞；\n${C}不及时。`],
    ["必须 before what begins alike", `干部必须坚持${A}；坚持${B}，年内见效；坚持${C}。`],
    ["建议 after what was found", `报告指出了存在的问题，建议${A}；${B}；${C}。`],
    [
      "parallel after 提出, the last joined by 及",
      "通知提出，便利老人规范采购流程、便利老人加强日常监管及便利老人公开全部信息。",
    ],
    ["directions, 分别是", `行动将围绕三大方向展开，分别是${A}、${B}和${C}。`],
    ["an excerpt that begins with 三是", `三是${A}。逐项落实。\n四是${B}。按月通报。\n五是${C}。接受查询。`],
    ["statements in quotes", `委员们围绕“${A}、方便群众”“${B}、防范风险”“${C}、接受监督”三个专题讨论。`],
    ["one line below what announces it", `这三个问题分别是：\n${A}不严；${B}不力；${C}不及时。\n各地要引以为戒。`],
    ["NO.1", `NO.1：${A}\n年内印发。\nNO.2：${B}\n每周一次。\nNO.3：${C}\n按月公布。`],
    ["a year behind the number", `1、${A}。\n2、${B}。\n3、2024年起${C}。`],
    ["包括 deeds, one of them of two things", `税费措施包括：${A}、${B}、${C}、结果等。`],
    [
      "announced paragraphs, whatever their heads",
      `市场有以下特点：\n${A}平稳。上月增两成。\n${B}向好。本月持平。\n${C}较快。全年翻番。`,
    ],
    ["主张，分别为", `双方提出三点主张，分别为：${A}，${B}，${C}。`],
    ["headings over a line of ornaments", `${A}\n▷\n年内印发。\n${B}\n▷\n每周检查。\n${C}\n▷\n按月公布。`],
    [
      "lines that name who does it",
      `东岭市：${A}，年内由市财政局牵头制定办法并报送省里。\n西河市：${B}，每周由市监管局检查一次并通报各县区。\n南湖市：${C}，按月由市政务办向社会公布并接受查询。`,
    ],
    ["①, run on behind a verb", `会议强调①要${A}，逐项落实。②${B}。③${C}，接受查询。`],
    ["counted by 为", `新平台的三大特色为${A}、${B}，以及${C}；市民可在线申请。`],
    ["counted, the last joined by 以及", `工作的三个重点应包括：${A}、${B}，以及${C}。`],
    ["包括, summed up behind its items", `《意见》提出包括${A}、${B}、${C}等三方面共计20条措施。`],
    ["whole lines between semicolons", `会议要求，\n要${A}，层层落实；\n要${B}，每周检查；\n${C}，接受查询。`],
    ["第一个是", `我们的政策，第一个是${A}，第二是${B}，第三个我们${C}。`],
    ["－ right before the words", `某市昨日开会。\n－${A}\n－${B}\n－${C}`],
    ["a number behind a dash", `- 1.${A}\n- 2.${B}\n- 3.${C}`],
    ["sentences after 如下", `办理方式如下：${A}。${B}，每月一次。${C}。`],
    [
      "short lines after 如下, over a paragraph",
      `三项措施如下：\n${A}。\n${B}。\n${C}。\n该局表示，措施自下月起执行。各区可按实际情况调整。群众如有疑问，可致电咨询。`,
    ],
    ["等八项行动", `计划提出${A}、${B}、${C}等三项行动，年内启动。`],
    [
      "lines that say what they are about",
      `关于采购，《意见》指出，要${A}。年内印发。\n关于监管，《意见》强调要${B}。每周一次。\n关于公开，《意见》要求，${C}。按月公布。`,
    ],
    [
      "—— headings over paragraphs",
      `采购\n——${A}以提高效率\n某局数据显示，今年共采购三百次。\n监管\n——${B}以防范风险\n各地每周检查一次。\n公开\n——${C}以接受监督\n按月向社会公布。`,
    ],
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
    ["(i), … and (iii)", "Both sides will (i) inspect all plants, (ii) publish the results, and (iii) fine offenders."],
    ["i)", "The council resolved to: i) inspect all plants; ii) publish the results; iii) fine offenders."],
    [
      "One, …",
      "There are three steps. One, plants are inspected. Two, results are published. Three, offenders are fined.",
    ],
    [
      "The first is",
      "The plan has three parts. The first is to inspect all plants. The second is to publish the results. The third is to fine offenders.",
    ],
    [
      "short sentences over their paragraphs",
      "1. Inspect all plants. Every site is seen twice a year by two inspectors.\n2. Publish the results. The list is online and updated weekly.\n3. Fine offenders. They rise each year by a tenth.",
    ],
    ["Step 1:", "Step 1: Inspect all plants\nStep 2: Publish the results\nStep 3: Fine offenders"],
    ["#1", "#1 Inspect all plants\n#2 Publish the results\n#3 Fine offenders"],
    [
      "headings over paragraphs",
      "1. Inspect all plants\nEvery site is seen twice. Staff will be hired.\n2. Publish the results\nThe list is online. It is updated weekly.\n3. Fine offenders\nFines start in May. They rise each year.",
    ],
    [
      "labels",
      "1. Tighter inspections: Every site is seen twice. It takes a day.\n2. Open results: The list is online. It is updated weekly.\n3. Higher fines: They start in May. They rise each year.",
    ],
    [
      "semicolons after what announces them",
      "The notice names practices that are unfair. These include, but are not limited to: claiming a false endorsement; hiding a link with an endorser; and buying reviews in bulk.",
    ],
    [
      "bullets, one of which leads on to the others",
      "• The key provisions of the act include:\n• Inspection of all plants.\n• Publication of the results.\n• Fines for offenders.",
    ],
  ])("English %s", (_, text) => expect(items(text)).toHaveLength(3));

  it("looks for what announces a list behind a long subject", () => {
    const named = ["甲国", "乙国", "丙国", "丁国"].map((land) => `${land}海岸警卫队的渔港安全中心`).join("、");
    const rules = ["安全至上", "渔港必须分区", "数据十分宝贵"];
    expect(
      items(
        `近日，${named}联合发布《渔港控制设备安全手册》，阐述了建设渔港应当知道的三项原则，包括${rules.join("；")}。`,
      ),
    ).toEqual(rules);
  });

  it("takes goals by a year that semicolons part", () => {
    const goals = ["全省渔港基本建成", "小型渔船全部配有定位终端", "渔港污水得到集中处理"];
    expect(items(`规划提出，到2032年，${goals.join("；")}。`)).toEqual(goals);
  });

  it("takes what is counted in a sentence of the paragraph that holds a marked list further on", () => {
    const far =
      "这些问题关系到全县渔民的生计，也关系到渔场能否长久，各方面提出了不少看法，会前还到四个渔村，在码头和渔船上听取了意见。";
    const text = (between: string): string =>
      `意见从总体思路、${A}、${B}和${C}四个方面作了部署。${between}会议强调，一是公开补贴名单。二是改造渔港码头。`;
    expect(items(text(far))).toEqual(["总体思路", ...THREE, "公开补贴名单", "改造渔港码头"]);
    expect(items(text(""))).toEqual(["公开补贴名单", "改造渔港码头"]);
  });

  it("takes what is looked at one by one, with the word", () =>
    expect(items("能不能增产，一看渔场态势，二看渔港条件，三看补贴政策。")).toEqual([
      "看渔场态势",
      "看渔港条件",
      "看补贴政策",
    ]));

  it("takes groups and stages, with their year in brackets", () => {
    expect(items(`分工如下：第一组：${A}；第二组：${B}；第三组：${C}。`)).toEqual(THREE);
    expect(items(`分三个阶段实施：第一阶段（2011年）${A}；第二阶段（2012年）${B}；第三阶段（2015年）${C}。`)).toEqual(
      THREE,
    );
  });

  it("takes matters that semicolons part, behind what looks at them", () =>
    expect(
      items("检查组重点关注渔船检验的办理情况；渔港改造的落实情况；渔民反映问题的整改情况等。检查为期一月。"),
    ).toEqual(["渔船检验的办理情况", "渔港改造的落实情况", "渔民反映问题的整改情况"]));

  it("takes numbers in brackets right behind what says that they are reasons", () =>
    expect(items("渔获减少主要由于1）休渔期延长；2）油价上涨；3）渔船老化。")).toEqual([
      "休渔期延长",
      "油价上涨",
      "渔船老化",
    ]));

  it("takes the factors that a lead announces", () =>
    expect(items("评审主要考虑以下因素：渔船的吨位和船龄；渔港的停泊能力；其他可能影响作业安全的因素。")).toEqual([
      "渔船的吨位和船龄",
      "渔港的停泊能力",
      "其他可能影响作业安全的因素",
    ]));

  it("takes what was shaped in counted tasks, and what a feature is in brackets", () => {
    expect(items(`全县梳理形成${A}、${B}和${C}三大方面任务。`)).toEqual(THREE);
    expect(items("全县渔业呈现“两增一减”特点（产量稳步增长、出口快速增长、油耗明显减少）。")).toEqual([
      "产量稳步增长",
      "出口快速增长",
      "油耗明显减少",
    ]);
  });

  it("takes matters behind what counts them", () =>
    expect(items("重点督察以下情况：减税降费落实情况；渔船补贴发放情况；渔港建设进展情况。")).toEqual([
      "减税降费落实情况",
      "渔船补贴发放情况",
      "渔港建设进展情况",
    ]));

  it("takes paragraphs headed by short sentences as long as each other, not by any", () => {
    const tail = "去年全县新建冷库三座，渔民人均收入增加四千元。";
    const page = (...heads: string[]): string => heads.map((head) => `${head}。${tail}`).join("\n");
    expect(items(page("渔业产量明显增长", "渔港条件不断改善", "渔民生活更加宽裕"))).toEqual([
      "渔业产量明显增长",
      "渔港条件不断改善",
      "渔民生活更加宽裕",
    ]);
    expect(items(page("重研发", "强引进", "推攻关"))).toEqual(["重研发", "强引进", "推攻关"]);
    expect(items(page("渔业产量明显增长", "渔港的条件不断改善", "渔民生活更加宽裕"))).toEqual([]);
  });

  it("takes headings over paragraphs, though one of them stands over a list", () => {
    const below = "去年全县新建冷库三座，今年还将再建两座。";
    expect(
      items(`${A}\n${below}\n${B}\n• 公开补贴名单，接受查询。\n• 改造渔港码头，分期推进。\n${C}\n${below}`),
    ).toEqual([A, B, "公开补贴名单，接受查询", "改造渔港码头，分期推进", C]);
  });

  it("leaves out the labels of a broker's report and its risks, and reads what stands behind them", () => {
    const text = "■渔获稳步回升。一季度上岸渔获12万吨。■投资建议：公司将投资2亿元新建三座冷库。■风险提示：油价上涨。";
    expect(items(text)).toEqual(["渔获稳步回升"]);
    const all = extractMeasures({ text }).map(({ headline }) => text.slice(headline.start, headline.end));
    expect(all).toContain("投资2亿元新建三座冷库");
    expect(all.join()).not.toMatch(/投资建议|风险提示/);
  });

  it("takes the lines below a section's heading that announces them, with a colon or without", () => {
    const page = (first: string, second: string): string =>
      `一、入会条件\n有渔船证书的船东，经渔业部门审核，可以申请入会。\n二、${first}\n${A}。\n${B}。\n三、${second}\n${C}。\n公开补贴名单。`;
    expect(items(page("会员有以下权利", "会员履行下列义务："))).toEqual([...THREE, "公开补贴名单"]);
    expect(items(page("会员权利", "会员义务"))).not.toContain(A);
  });

  it("takes headings over paragraphs, one of them over other headings", () => {
    const below = "去年全县新建冷库三座，今年还将再建两座。";
    expect(items(`发展渔业经济\n${A}\n${below}\n${B}\n${below}\n${C}\n${below}`)).toEqual(["发展渔业经济", ...THREE]);
  });

  it("begins another list of dashes below a paragraph that announces it", () => {
    const text = `从四方面做好文章：\n——${A}；\n——${B}；\n——${C}。\n市渔业局去年制定了五十多项规则。渔民信心明显增强：\n——公开补贴名单；\n——改造渔港码头。`;
    expect(items(text)).toEqual([...THREE, "公开补贴名单", "改造渔港码头"]);
    expect(new Set(extractMeasures({ text }).map(({ list }) => list)).size).toBe(2);
    expect(
      extractMeasures({ text }).find(({ headline }) => text.startsWith(C, headline.start))?.detail,
    ).toBeUndefined();
  });

  it("takes a series from each part that a semicolon parts", () =>
    expect(
      items(
        `报告从${A}、${B}、${C}三个方面总结了去年工作；从公开补贴名单、改造渔港码头、培育渔业人才三个方面部署了今年任务。`,
      ),
    ).toEqual([...THREE, "公开补贴名单", "改造渔港码头", "培育渔业人才"]));

  it("takes deeds that a comma parts where the text counts them", () => {
    expect(
      items("该局将聚焦资金、人才、生态三方面重点，持续加大渔港投入，持续培养渔业人才，持续打造冷链生态。"),
    ).toEqual(["持续加大渔港投入", "持续培养渔业人才", "持续打造冷链生态"]);
    expect(items("该局提出三方面重点，渔港投入不足，渔业人才短缺，冷链建设滞后。")).toEqual([]);
  });

  it("takes what quotes count, and the aspects in single quotes", () => {
    expect(items("要按照“渔港标准化、渔船专业化、渔村特色化”的“三个化”目标推进。")).toEqual([
      "渔港标准化",
      "渔船专业化",
      "渔村特色化",
    ]);
    expect(items("从‘扩大补贴、稳住价格、帮扶渔户’三方面下功夫。")).toEqual(["扩大补贴", "稳住价格", "帮扶渔户"]);
    expect(items("他引用了“扩大补贴、稳住价格、帮扶渔户”的说法。")).toEqual([]);
  });

  it("leaves out what follows the last thing shown", () =>
    expect(items("渔业呈现技术突破在加快、产业升级在加快、动能提升在加快等鲜明特征。")).toEqual([
      "技术突破在加快",
      "产业升级在加快",
      "动能提升在加快",
    ]));

  it("takes labelled lines over paragraphs, of firms or of points", () => {
    const below = "公司昨日公告，有关事项已经董事会审议，具体安排另行公布。";
    const lines = ["北湾甲：拟收购两艘渔船", "南湾渔业：股东承诺年内不减持", "东湾冷链：获得码头经营权"];
    expect(items(lines.map((line) => `${line}\n${below}`).join("\n"))).toEqual(lines);
    expect(
      items(`严格——三类渔船取消补贴\n${below}\n服务——新增两个办证窗口\n${below}\n多元——开放三处码头\n${below}`),
    ).toEqual(["严格——三类渔船取消补贴", "服务——新增两个办证窗口", "多元——开放三处码头"]);
  });

  it("takes names over sections for topics, all of them, but not what they do", () => {
    const below = "具体数额由渔业部门在每年三月公布，有疑问的可以到窗口查询。";
    const page = (...heads: string[]): string =>
      heads.map((head, i) => `${"一二三四"[i]}、${head}\n${below}`).join("\n");
    expect(items(page("休渔时间", "相关费用", "渔船持证数量", "做市渔船限额"))).toEqual([]);
    expect(items(page("休渔时间", "食肆恢复营业", "渔港封闭管理", "全面禁捕"))).not.toEqual([]);
  });

  it("leaves out what is attached where its first line is lost", () =>
    expect(items("通知如上。\n2.渔船补贴申报表\n3.渔港改造实施方案（暂行）\n4.材料清单")).toEqual([]));

  it("leaves out an item that only announces", () =>
    expect(
      items("1.补贴渔港改造。\n2.市内商店经营品种如下：1.食品、饮料 2.渔具\n3.支持冷库建设。").join(),
    ).not.toContain("如下"));

  it("begins another list where the symbol changes for good, not where each item has its own", () => {
    const groups = (text: string): number[] => extractMeasures({ text }).map(({ list }) => list);
    expect(groups(`✅ ${A}\n✅ ${B}\n✅ ${C}\n注意事项\n• 每月报送一次\n• 准备三份材料`)).toEqual([1, 1, 1, 2, 2]);
    expect(groups(`📌 ${A}\n🔹 ${B}\n👉 ${C}`)).toEqual([1, 1, 1]);
  });
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

  it("ends a run-in list where the meeting decides on something else, or all of it is summed up", () => {
    for (const next of ["为方便群众办事，会议决定，增设五十个服务点。", "上述措施预计每年减负两亿元。"]) {
      const text = `一是扩大出口信保。二是畅通物流通道。按月通报进度。${next}`;
      const last = extractMeasures({ text }).find(({ headline }) => text.startsWith("畅通", headline.start));
      expect(text.slice(last?.detail?.start, last?.detail?.end)).toBe("畅通物流通道。按月通报进度。");
    }
  });

  it("ends the last item of headings where the article goes on", () => {
    const text = `一、${A}\n各地制定办法。\n按期报送。\n二、${B}\n每周检查一次。\n下一步，全市将新建二十个网点。`;
    const last = extractMeasures({ text }).find(({ headline }) => text.startsWith(B, headline.start));
    expect(text.slice(last?.detail?.start, last?.detail?.end)).toBe(`${B}\n每周检查一次。`);
  });

  it("leaves the field of a series out of its first item", () =>
    expect(items(`方案提出，要聚焦文旅产业，${A}；${B}；${C}。`)).toEqual(THREE));

  it("takes what is told with 要, whatever its verb", () =>
    expect(items("会议强调，要密切关注灾情变化；要组织力量抢修道路；要妥善安置受灾群众。")).toEqual([
      "密切关注灾情变化",
      "组织力量抢修道路",
      "妥善安置受灾群众",
    ]));

  it("begins the first of parts that begin alike where it does so too", () =>
    expect(items("会议要求履职尽责，紧盯安全隐患抓整改，守住底线；紧盯工期抓进度，按月通报；紧盯质量抓验收。")).toEqual(
      ["紧盯安全隐患抓整改，守住底线", "紧盯工期抓进度，按月通报", "紧盯质量抓验收"],
    ));

  it("takes principles, things of one sort, and what an economy shows", () => {
    expect(items("改革应当坚持政府引导、坚持市场运作、坚持分步实施。")).toEqual([
      "坚持政府引导",
      "坚持市场运作",
      "坚持分步实施",
    ]);
    expect(
      items("条例设立三项制度。主要包括公平竞争审查制度，重大事项公示制度，年度评估制度，为改革提供保障。"),
    ).toEqual(["公平竞争审查制度", "重大事项公示制度", "年度评估制度"]);
    expect(items("上月经济运行呈现“产量稳、订单稳”“用电增长快”等特点。")).toEqual(["产量稳", "订单稳", "用电增长快"]);
  });

  it("takes what is parallel to the word: the same opening, or the same end", () => {
    expect(items("今年的重点就是再精简一批申报材料，再精简一批审批环节，再精简一批检查事项。")).toEqual([
      "再精简一批申报材料",
      "再精简一批审批环节",
      "再精简一批检查事项",
    ]);
    expect(items("通知要求严格把关：弄虚作假的一律取消资格；逾期不改的一律取消资格；屡查屡犯的一律取消资格。")).toEqual(
      ["弄虚作假的一律取消资格", "逾期不改的一律取消资格", "屡查屡犯的一律取消资格"],
    );
    expect(items("出口达到30亿元，进口达到20亿元，顺差达到10亿元。疫情呈现输入性、社区化、聚集性趋势。")).toEqual([]);
  });

  it("takes paragraphs headed by sentences that end alike", () =>
    expect(
      items("医生进社区。每周坐诊两次。\n律师进社区。每月解答一次。\n志愿者进社区。每季组织一次。\n活动受到欢迎。"),
    ).toEqual(["医生进社区", "律师进社区", "志愿者进社区"]));

  it("tells of an item what was decided, not only who met, when, or who says so", () =>
    expect(
      items(
        "■某局16日召开会议，审议河道整治规划。\n■据某部网站，下月起减免检测费用。\n■某委：前三季度，新开工项目200个。",
      ),
    ).toEqual(["某局16日召开会议，审议河道整治规划", "下月起减免检测费用", "某委：前三季度，新开工项目200个"]));

  it("ends a headline in a verb that ends like a preposition", () =>
    expect(
      items("1.鼓励社会资本和各类船东广泛参与，在全市各镇新建夜航渡口十二座并改造旧渡口。\n2.调整收费标准。")[0],
    ).toBe("鼓励社会资本和各类船东广泛参与"));

  it("goes on behind a label of when and where", () =>
    expect(items("一、考核时间、地点：考核定于10月22日进行。\n二、调整收费标准。")[0]).toBe(
      "考核时间、地点：考核定于10月22日进行",
    ));

  it("goes on behind a label that says what a figure is about", () =>
    expect(items("1、第四季展望：营收预计三十亿元\n2、全年资本支出：维持四百亿元不变")).toEqual([
      "第四季展望：营收预计三十亿元",
      "全年资本支出：维持四百亿元不变",
    ]));

  it("ends a headline where a list inside of the item begins", () =>
    expect(
      items(
        "NO.1：取得总承包资质的船厂，可以承接专业工程 （一）甲类船厂可以自行施工 （二）乙类船厂依法分包\nNO.2：公开名单",
      ),
    ).toContain("取得总承包资质的船厂，可以承接专业工程"));

  it("ends a heading where its line end was lost before a list, and leaves it out if it only names that", () => {
    expect(
      items(`一、${A} （一）公开补贴名单。（二）改造渔港码头。二、${B} （一）建设渔港冷库。（二）培育渔业人才。`),
    ).toEqual([A, "2:公开补贴名单", "2:改造渔港码头", B, "2:建设渔港冷库", "2:培育渔业人才"]);
    expect(items(`一、工作要求 1.公开补贴名单。2.改造渔港码头。二、保障措施 1.建设渔港冷库。2.培育渔业人才。`)).toEqual(
      ["公开补贴名单", "改造渔港码头", "建设渔港冷库", "培育渔业人才"],
    );
  });

  it("ends a headline before what else its subject is", () =>
    expect(items("1.金融支持是渔业发展的重要保障，也是各家银行服务渔民、践行绿色金融的具体要求\n2.公开名单")[0]).toBe(
      "金融支持是渔业发展的重要保障",
    ));

  it("goes on behind within which time, and behind a rank to who has it", () => {
    expect(items("1.整改期内，现有渔船只能减员、不能增员，也不能更换船东或者变更停靠的渔港\n2.公开名单")[0]).toBe(
      "整改期内，现有渔船只能减员、不能增员，也不能更换船东或者变更停靠的渔港",
    );
    expect(
      items("1.渔港投资增速前三名：北湾增长36.4%，南湾增长7.5%\n2.渔船改造率后二名：东湾改造8%，西湾改造5%")[0],
    ).toBe("渔港投资增速前三名：北湾增长36.4%，南湾增长7.5%");
  });

  it("ends a headline where a page has lost its line end", () =>
    expect(
      items(
        "一、规范采购流程 根据各地实际情况，将限额标准调整为二十万元，逐级审批。二、加强日常监管 每月对全部项目开展一次检查，结果向社会公布。",
      ),
    ).toEqual(["规范采购流程", "加强日常监管"]));

  it("ends a heading of findings before the month its text begins with", () =>
    expect(
      items(
        "一、工业生产稳定，企业利润回升 5月份，全市规模以上工业增加值同比增长6.2%。二、消费平稳，网络零售较快 1-5月，全市零售总额320亿元，增长4.1%。",
      ),
    ).toEqual(["工业生产稳定，企业利润回升", "消费平稳，网络零售较快"]));

  it("keeps the last heading of an excerpt that ends before its text", () =>
    expect(
      items("一、夏收顺利，生猪存栏回升\n全市夏粮总产量49万吨，增长2.5%。\n二、工业生产较快增长，装备制造业支撑明显"),
    ).toEqual(["夏收顺利，生猪存栏回升", "工业生产较快增长，装备制造业支撑明显"]));

  it("takes short findings that are counted: no site counts its sections", () =>
    expect(items("一是产量稳。二是订单稳。三是就业稳。四是物价稳。五是预期稳。")).toHaveLength(5));

  it("takes a deed that ends like a heading", () =>
    expect(
      items("（一）全面研判经济形势。按月会商，及时通报。\n（二）摸清企业基本情况。逐户走访，建立台账。"),
    ).toHaveLength(2));

  it("takes deeds that begin like a credit", () =>
    expect(items("1.关注民生热点问题。\n2.关注企业用工需求。\n3.关注项目审批进度。")).toHaveLength(3));

  it("leaves out that it was asked for, and what for", () =>
    expect(items(`一是要求${A}。二是为稳定市场价格，${B}。`)).toEqual([A, `为稳定市场价格，${B}`]));

  it("takes things that the text counts as deeds", () =>
    expect(items("计划提出优质数据供给、普惠算力共享、安全治理协作等三项行动。")).toEqual([
      "优质数据供给",
      "普惠算力共享",
      "安全治理协作",
    ]));

  it("goes on to what was decided behind who published, when, and why", () =>
    expect(
      items(
        "1、据某联合会，7月全市物流指数为114.1点，比上月上升。\n2、东岭市发布通知，将住房公积金贷款最高额度提高到一百二十万元，下月执行。\n3、某公司称，受仓库火灾影响，部分原料产品的供应暂停两个月，其余产品不受影响。",
      ),
    ).toEqual([
      "7月全市物流指数为114.1点，比上月上升",
      "东岭市发布通知，将住房公积金贷款最高额度提高到一百二十万元",
      "某公司称，受仓库火灾影响，部分原料产品的供应暂停两个月",
    ]));

  it("goes on behind who it concerns to what they must do, and to what befell it", () =>
    expect(
      items(
        "一是平台服务提供者为用户办理网站接入手续，或者为用户提供信息发布服务，应当要求用户提供真实身份。\n二是本次公园申报，受到地方政府高度重视，他们派专人到现场办公。",
      ),
    ).toEqual([
      "平台服务提供者为用户办理网站接入手续，或者为用户提供信息发布服务，应当要求用户提供真实身份",
      "本次公园申报，受到地方政府高度重视",
    ]));

  it("goes on behind a company with its code, and behind the law it rests on", () =>
    expect(
      items(
        "1、东岭股份（000000）：拟出资三亿元扩建包装产线；\n2、青溪电子（600000）：定增五亿元用于研发中心；\n3、某监管局要求有关市县的监管部门依据《某某管理办法》，组织对涉事单位立案调查，并公开结果。\n4、文件要求东岭，探索街区治理的新模式，深入推进公共服务便利化。\n5、应某县参访团请求，该市将于近期恢复两地居民往来，并增开轮渡航班。",
      ),
    ).toEqual([
      "东岭股份（000000）：拟出资三亿元扩建包装产线",
      "青溪电子（600000）：定增五亿元用于研发中心",
      "某监管局要求有关市县的监管部门依据《某某管理办法》，组织对涉事单位立案调查",
      "文件要求东岭，探索街区治理的新模式",
      "应某县参访团请求，该市将于近期恢复两地居民往来",
    ]));

  it("takes what stands behind a label in the same line, though the label says nothing", () =>
    expect(items("一、审批情况：手续齐全并通过复核。\n二、生产规模情况：核定印染生产线十二条；产品为布料。")).toEqual([
      "审批情况：手续齐全并通过复核",
      "生产规模情况：核定印染生产线十二条",
    ]));

  it("counts the parts of the clause that names them, not the clauses before it", () =>
    expect(
      items(
        "项目在全省铺设包括各县医院在内的50个培育中心，搭建标准化诊疗体系，涵盖分级诊疗制度、基层人员培训、居民健康教育三大任务。",
      ),
    ).toEqual(["分级诊疗制度", "基层人员培训", "居民健康教育"]));

  it("ends the last of counted parts where the sentence goes on", () =>
    expect(items("指南把规则归纳为三个重点方面，包括费用收取、客户热线、投诉处理，并列出各自的依据。")).toEqual([
      "费用收取",
      "客户热线",
      "投诉处理",
    ]));

  it("takes counted things with their figures, up to what is among them", () =>
    expect(
      items("某省40项工程有三大类型，包括公路改造工程16项、桥梁加固工程6项、客运站工程18项，其中20项涉及山区。"),
    ).toEqual(["公路改造工程16项", "桥梁加固工程6项", "客运站工程18项"]));

  it("takes what is done to a thing, though it ends like a heading, and no telephone number", () =>
    expect(
      items("一、食肆恢复营业时间\n晚市不再限时。\n二、学校恢复课外活动\n下周开始。\n三、咨询电话：0000-0000"),
    ).toEqual(["食肆恢复营业时间", "学校恢复课外活动"]));

  it("parts deeds at 、 and at commas alike, where every part is one", () =>
    expect(items(`会议提出，${A}、进一步${B}，${C}，支持实体商店发展等措施。`)).toEqual([
      A,
      `进一步${B}`,
      C,
      "支持实体商店发展",
    ]));

  it("takes two things where the text counts two", () => {
    expect(items("市场呈现两大鲜明特征：退出渠道多元化、更替速度加快。")).toEqual(["退出渠道多元化", "更替速度加快"]);
    expect(items("活动在两个城市：东岭新城、西河新区。")).toEqual([]);
  });

  it("goes on over 、 to the end of the last clause that is parallel", () =>
    expect(items("会议要求，切实规范渔港采购流程，切实规范码头停靠秩序，切实规范渔船、冷库和市场的检查。")).toEqual([
      "切实规范渔港采购流程",
      "切实规范码头停靠秩序",
      "切实规范渔船、冷库和市场的检查",
    ]));

  it("goes on to the end of the last clause that is parallel", () =>
    expect(items("目前，行政村超市全覆盖，行政村快递全覆盖，行政村通车比例达100%。").at(-1)).toBe(
      "行政村通车比例达100%",
    ));

  it("takes once what a page says twice", () =>
    expect(items(`要点：一是${A}；二是${B}。\n会议决定，一是${A}；二是${B}。`)).toEqual([A, B]));

  it("takes lines that explain words of the lead", () =>
    expect(
      items(
        "新渡口有三新：新船、新岸、新票。\n“新船”指的是以电池驱动的渡船。\n“新岸”是加高两米的岸线。\n“新票”即一票通行全市的月票。",
      ),
    ).toHaveLength(3));

  it("takes deeds in quotes, and one more thing among them", () =>
    expect(
      items(
        "合作面向包括「推動渡口國際文化交流」、「深化岸線研究與展示」、「整合碼頭教育推廣資源」、「其他相關專業事項」。",
      ),
    ).toHaveLength(4));

  it("takes short words that are counted as standards", () =>
    expect(items("他阐释了渡工的三个标准：守纪律、重安全、讲信用。")).toEqual(["守纪律", "重安全", "讲信用"]));

  it("takes the parts of a sentence in a line that also holds a marked list", () =>
    expect(
      items(
        `检查按照“三个一律”，即对无证船只，一律扣留；对超载船只，一律卸载；对老旧船只，一律停航。会议要求：一要${A}；二要${B}。`,
      ).slice(0, 3),
    ).toEqual(["对无证船只，一律扣留", "对超载船只，一律卸载", "对老旧船只，一律停航"]));

  it("parts what is announced at 、, but not within brackets", () =>
    expect(items(`倡议书从三个维度提出共建：${A}、${B}（含渔港、船厂、冷库）、${C}。`)).toEqual([
      A,
      `${B}（含渔港、船厂、冷库）`,
      C,
    ]));

  it("parts pairs of deeds at the semicolons that are counted", () =>
    expect(items("校长从提高认识，加强领导；精心组织，落实责任；严肃纪律，注重实效三方面提出了要求。")).toEqual([
      "提高认识，加强领导",
      "精心组织，落实责任",
      "严肃纪律，注重实效",
    ]));

  it("takes parts between semicolons that are summed up", () =>
    expect(
      items("《意见》还在改善渔港管理，激发活力；完善保险制度，发挥作用；强化保障举措，落实到位等方面提出具体要求。"),
    ).toEqual(["改善渔港管理，激发活力", "完善保险制度，发挥作用", "强化保障举措，落实到位"]));

  it("takes the list below a heading that only says what it is", () =>
    expect(
      items(
        `（一）主要问题\n一是船只老旧。二是灯塔失修。\n（二）改进措施\n一是${A}。按月公布。二是${B}。每周检查。`,
      ).slice(2),
    ).toEqual([A, B]));

  it("takes sentences of what must be, without the word", () =>
    expect(
      items(
        "会议总结了经验。必须把安全放在首位，严格管理每一条航线、每一座渡口和每一艘渡船。必须坚持绿色航运。必须依靠船工办好渡口。必须守住岸线底线。",
      ),
    ).toEqual(["把安全放在首位", "坚持绿色航运", "依靠船工办好渡口", "守住岸线底线"]));

  it("takes principles behind a dash, one sentence each", () =>
    expect(items("基本原则——坚持安全第一，严格管理。坚持绿色航运。坚持便民惠民。坚持依法治渡。")).toHaveLength(4));

  it("takes the chapters of a rule", () =>
    expect(
      items(
        "《规定》共三章二十条，第一章总则，规定适用范围；第二章渡口管理，明确各方职责；第三至四章分别规定处罚和附则。",
      ),
    ).toEqual(["第一章总则，规定适用范围", "第二章渡口管理，明确各方职责", "第三至四章分别规定处罚和附则"]));

  it("takes what a place is to become", () =>
    expect(items("其战略定位为：绿色内河航运的先导区，生态岸线修复的示范区，智慧渡口建设的实践区。")).toEqual([
      "绿色内河航运的先导区",
      "生态岸线修复的示范区",
      "智慧渡口建设的实践区",
    ]));

  it("takes what several points include", () =>
    expect(
      items("乘客要注意以下几点，包括上船前如实告知携带物品；开船后不在甲板停留；下船时照看好儿童。"),
    ).toHaveLength(3));

  it("takes both sides where the second tells another one what to do", () =>
    expect(items("做好夜航，一方面建议乘客提前购票，另一方面渡口也要加强照明。")).toEqual([
      "建议乘客提前购票",
      "渡口也要加强照明",
    ]));

  it("takes letters before a title", () =>
    expect(items("办理材料：\na.《船舶登记表》\nb.《船员名册》\nc.安全承诺书")).toHaveLength(3));

  it("leaves who is asked out of the first of parts that begin alike", () =>
    expect(items("市长要求各渡口要增强安全本领；增强服务本领；增强应急本领。")).toEqual([
      "增强安全本领",
      "增强服务本领",
      "增强应急本领",
    ]));

  it("goes on behind a label that only says what it is about, where a deed follows", () =>
    expect(
      items("一、管制时间：10月8日至9日。\n二、管制要求：实行单向通行，禁止停车。\n三、绕行方式：沿东堤绕行。"),
    ).toContain("实行单向通行，禁止停车"));

  it("ends at a label that states something, though a year follows", () =>
    expect(
      items("1.渡运转型提速：2024年，全市电动渡船占比达到三成，比上年提高八个百分点。\n2.岸线整治见效：拆除围网。"),
    ).toEqual(["渡运转型提速", "岸线整治见效"]));

  it("goes on behind a time that is explained in brackets", () =>
    expect(
      items(
        `一、${A}。\n二、公告正式发布之后（以官网所载的实际发布日期为准），从外地新引进到本市全职工作的船工可以申请。`,
      )[1],
    ).toContain("从外地新引进到本市全职工作的船工"));

  it("leaves 我们还要 out", () => expect(items(`首先，要${A}。其次，我们将${B}。最后，我们还要${C}。`)).toEqual(THREE));

  it("takes headings without a verb where a colon announces them", () => {
    const body = "参保人可在线上办理。";
    expect(items(`新规如下：\n抽成比例设上限\n${body}\n个人账户可共济\n${body}\n免税期限再延长\n${body}`)).toHaveLength(
      3,
    );
    expect(items(`${body}\n抽成比例设上限\n${body}\n个人账户可共济\n${body}\n免税期限再延长\n${body}`)).toEqual([]);
  });

  it("leaves out a last item that breaks off in its headline", () => {
    expect(items(`一是${A}。二是${B}。三是对不按规定`)).toEqual([A, B]);
    expect(items(`一是${A}\n二是${B}\n三是${C}`)).toHaveLength(3);
  });

  it("keeps what a list stands in when a list inside of it ends", () => {
    expect(items(`一是${A}：①制定办法；②组织培训。二是${B}。`)).toEqual([A, "2:制定办法", "2:组织培训", B]);
  });

  it("takes both sides of 一方面, wherever the first stands in its sentence", () =>
    expect(items(`该市一方面${A}，层层落实；另一方面${B}，按月检查。`)).toHaveLength(2));

  it("survives a marker that the page has lost", () => {
    expect(items(`一是${A}。二是${B}。四是${C}。`)).toHaveLength(3);
  });
});

describe("nesting", () => {
  it("keeps dashes inside of numbered items, though dashes with contacts stand above them", () => {
    const contacts = "- 專線：000-1\n- 相關報導1\n- 相關報導2\n";
    expect(
      items(
        `${contacts}1. 减免两项税费\n－房产税减征三成。\n－娱乐税减征五成。\n2. 降低摊位租金\n－夜市租金减收两成。\n－停业期间免收租金。`,
      ),
    ).toEqual([
      "减免两项税费",
      "2:房产税减征三成",
      "2:娱乐税减征五成",
      "降低摊位租金",
      "2:夜市租金减收两成",
      "2:停业期间免收租金",
    ]);
  });

  it("lets articles count on over sections, and hold lists of their own", () =>
    expect(
      items(
        "（一）减免房产税费\n第1条 小微企业减征三成。\n第 2 条 停业企业全部免征。\n（二）降低摊位租金\n第 3 条 夜市租金减收两成。\n（三）支持人员培训\n第4条 开办夜间课程。",
      ),
    ).toEqual([
      "减免房产税费",
      "2:小微企业减征三成",
      "2:停业企业全部免征",
      "降低摊位租金",
      "2:夜市租金减收两成",
      "支持人员培训",
      "2:开办夜间课程",
    ]));

  it("takes articles of which only some are quoted", () =>
    expect(items(`摘要：\n第五条 ${A}。\n第六条 ${B}。\n第十七条 ${C}。`)).toEqual([A, B, C]));

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

  it("puts items on the first level under headings that name nothing but them", () =>
    expect(
      items(
        "一、组织领导\n（一）放宽准入限制。\n（二）清理各类收费。\n二、主要任务\n（一）保障用地供应。\n（二）稳定用工规模。",
      ),
    ).toEqual(["放宽准入限制", "清理各类收费", "保障用地供应", "稳定用工规模"]));

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

  it.each([
    ["numbers", "1. ", "2. "],
    ["other bullets", "• ", "• "],
  ])("parts the bullets below %s", (_, first, second) =>
    expect(items(`${first}优化市场环境\n- ${A}\n- ${B}\n${second}强化要素保障\n- ${C}\n- 保障用地供应`)).toEqual([
      "优化市场环境",
      `2:${A}`,
      `2:${B}`,
      "强化要素保障",
      `2:${C}`,
      "2:保障用地供应",
    ]),
  );

  it("leaves 一方面 inside of an item to the item", () =>
    expect(items(`首先，${A}。一方面新建站点；另一方面延长时间。其次，${B}。最后，${C}。`)).toEqual(THREE));

  it("leaves out what only announces the finer list", () =>
    expect(items(`一、${A}。\n二、申请人应当符合下列条件：\n（一）在本地登记满一年。\n（二）按时缴纳税费。`)).toEqual([
      A,
      "2:在本地登记满一年",
      "2:按时缴纳税费",
    ]));

  it("takes a count that begins anew in one paragraph as a list beside the first", () =>
    expect(
      items(`甲局将采取三项措施：一是${A}；二是${B}；三是${C}。乙局也有两项：一是新建站点；二是延长时间。`),
    ).toEqual([...THREE, "新建站点", "延长时间"]));

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
    ["ranges, scores and clocks", "1-5月产量平稳，2-6月回升。比分为1：2，次战2：3。1：30开会，2：30散会。"],
    ["decimals and years", "2.5万吨钢材，1.3万吨铝材。2023.5万人参加，2024.6万人报名。"],
    ["sayings", "他做事一是一，二是二，从不含糊。"],
    ["a statute", "第一条 为规范管理，制定本办法。\n第二条 本办法适用于全市。\n第三条 经营者应当公示价格。"],
    [
      "a statute that begins with all that it serves",
      `第一条 为了${"规范渡口管理，保障通行安全，".repeat(9)}根据有关法律，制定本办法。\n第二条 渡口应当公示票价。`,
    ],
    [
      "what pictures show",
      "船工们天不亮就上工。\n△东岭渡口的清晨\n渡口已有百年历史，来往的人都认得它。\n△等候上船的乘客\n如今岸边新修了候船室。\n△新船下水",
    ],
    [
      "headings that only name, however long",
      "一、渡口类、码头类特色船工引进工作的实施范围\n全市渡口。\n二、船工可享受的补贴政策\n另行通知。",
    ],
    ["signatures", "路在脚下。\n——某诗人\n他说得好。\n——摘自《文集》"],
    ["more to read", "全文完。\n大家还在看\n• 某省启动专项行动\n• 某县建设物流园"],
    ["notes", "注：\n1.增速均为名义增速。\n2.合计数据因四舍五入略有出入。"],
    ["attachments", "请按时报送。\n附件：1.申报表\n2.承诺书"],
    ["names in an annex", "The cap will rise.\nAnnex A: List of firms\n1. Alpha Ltd\n2. Beta Ltd"],
    ["names in a numbered attachment", "请按时报送。\n附件1：名单\n1.东岭公司\n2.西河公司"],
    ["contacts", "For media enquiries, please contact:\n• Jane Doe, Communications\n• John Roe, Public Affairs"],
    ["addresses of a site", "查询方式：\nwww.example.org/a\nwww.example.org/b\nwww.example.org/c"],
    ["places", "试点涉及三个地区，包括东岭新城、西河新区和南湖新区。"],
    ["what somebody looked at", "报告从气候变化、土地利用、人口流动三个方面分析了成因。"],
    ["sources in brackets", "【某某日报】沪市小幅收低\n成交减少。\n【某某周刊】基金发行升温\n规模扩大。"],
    [
      "asides of a story",
      "他连夜开车送药。\n——这座城市没有旁观者。\n第二天一早，他又出门了。\n——平凡的人撑起了日子。\n事情就这样过去了。\n——路还很长。",
    ],
    [
      "a table of names",
      "| 序号 | 单位 | 金额 |\n| 1 | 东岭水务集团 | 30万元 |\n| 2 | 西河路桥公司 | 20万元 |\n| 3 | 南湖园林中心 | 10万元 |",
    ],
    [
      "who asks and who answers",
      "问：新规何时开始施行呢？答：新规将从明年一月起施行。问：哪些企业可以提出申请？答：所有新办的小企业都可以。",
    ],
    ["when and where", "时间：九月一日上午九时整；地点：市会展中心二楼大厅；联系人：市商务局办公室王女士。"],
    ["how a meeting went", "首先，张主任传达了文件精神。而后，学员代表发言。最后，李部长讲话并合影留念。"],
    ["what is shaped together, not where work begins", "镇里加固海堤，清淤河道，形成防潮、排涝、供水协同发力的格局。"],
    [
      "what follows a label of the page",
      "新闻内容：\n今年以来，我县围绕渔业发展做了大量工作，渔港建设取得进展。\n去年以来，我县围绕水利发展做了大量工作，堤防建设取得进展。",
    ],
    ["places", "明早提早關閉的街市包括東岭街市、西河街市、南湖街市。"],
    ["answers to questions", "第一个问题，渔港何时开工。第二个问题，资金从哪里来。"],
    ["what is counted, but no list of deeds", "活动在三个城市：东岭市、西河市、南湖市举行。"],
    ["on this one hand alone", "在这一方面，各地差异较大。另一方面的数据尚未公布。"],
    ["separators", "某市新闻 • 视频 • 专题 • 数据"],
    ["names", "作者约翰·史密斯与玛丽·琼斯到访。"],
    ["quantities at the start of lines", "1 月产量平稳\n2 月产量回升\n3 月产量下降"],
    ["matters", "会议听取汇报：\n一、关于预算执行的报告\n二、关于项目进展的报告"],
    ["offices", "第一书记到村任职，第二书记随后到岗。"],
    ["questions", "1.如何申请补贴？\n2.需要哪些材料？\n3.何时能够到账？"],
    ["related links", "正文到此结束。\n相关阅读\n·某市采购办公设备\n·某县召开招标会议\n·某省公布中标结果"],
    ["contents", "1.总则......1\n2.职责......3\n3.附则......9"],
    [
      "numbered paragraphs",
      `1. ${"The ministry has worked with its partners on this for many years. It is a long way to go. ".repeat(4)}\n2. ${"The council was told of the progress in detail last week. It took note of the report. ".repeat(4)}\n3. ${"The public was asked for its views on the matter. Many wrote to the ministry. ".repeat(4)}`,
    ],
    ["whose text it is", "◆来源：某地发布\n◆本文版权归原作者所有\n◆责任编辑：某某"],
    ["who spoke and when", "负责人在发布会上表示，今年以来，民营企业进出口呈现出三方面特点："],
    ["the sections of a site", "首页\n• 时政\n• 国际\n• 文化\n• 科技\n• 图片\n• 更多>>"],
    [
      "the sections of a site with their own",
      "首页\n* 分类:\n* 皮肤\n蓝色\n绿色的版面\n* 国际\n* Linux\n* 科技\n* 图片",
    ],
    ["what somebody arranged", "他从指导思想、整改原则、整改目标、工作要求等四个方面，就整改工作作了具体安排。"],
    ["with all concerned", "对你们提出的建议，我们将认真研究，改进有关工作，加强沟通，做好与有关方面的衔接。"],
    [
      "two paragraphs after a colon",
      "现作出以下要求：\n上市公司存在破发情形，或者最近三年没有现金分红、累计现金分红金额低于净利润三成的，大股东不得减持本公司股份，也不得转让。\n同时，从严控制其他股东的减持总量。",
    ],
    [
      "paragraphs with bullets",
      `• ${"The ministry has worked with its partners on this for many years, and it is a long way to go. It took note of the report that was made. ".repeat(2)}\n• ${"The council was told of the progress in detail last week at its meeting. It took note of the report that was made to it on that day. ".repeat(2)}`,
    ],
    [
      "where to write to",
      "Send your views to either of the following:\nPolicy Division\n100 High Street\nFax: 6332 0000\nLast updated in May",
    ],
    ["two effects of one thing", "新规要求双方签字，一方面可避免举证困难，另一方面也能减少纠纷。"],
    ["two states of affairs", "原因有二，一方面，汇率折算推高了规模；另一方面，近期出口增长较快。"],
    ["the agenda of a meeting", "县长主持召开常务会议，听取防汛汇报；部署秋收工作；审议预算草案；讨论人事事项。"],
    ["whose document it is", "【发布单位】某某市商务局\n【发布文号】第9号公告\n【发布日期】五月九日"],
    ["what something serves", "合作将有助于发挥平台在加快转型、促进就业、扩大开放等方面的作用。"],
    ["a sentence in which something is arranged", "会议就进一步推进改革，落实责任，统筹发展，作出部署安排。"],
    ["an argument", "看形势，不仅要看当前的增长；不仅要看面上的数据；不仅要看已有的成绩。"],
    ["fields, however they are counted", "文件从公共配套、产业就业、社区治理、社会融入四个方面明确了20项内容。"],
    ["of what kind the places are", "名单共15个片区，包括早年设立的13个片区，近年设立的2个片区，即东岭、西河等片区。"],
    [
      "where to send it",
      "反馈渠道如下：\n1.电子邮箱：a@b.example\n2.通讯地址：东岭市一号\n3.电话：010-0000\n4.传真：010-0001",
    ],
    ["what to click for", "更多内容，点击阅读\n▶ 某部负责人就出台意见答记者问\n▶ 一图读懂这份意见"],
    ["names in quotes", "该厂先后建成“蛋白药物工程研究中心”“节能制药装备实验室”“航天食品工程实验室”。"],
    [
      "what a digest notes of an article",
      "- 标题：某局开放网上申请\n- 网址：https://news.example/1\n- 权重：9/10\n- 发布日期：2026-09-22\n- 分类：政务服务",
    ],
    [
      "what goes on at the same time",
      "在强化监督检查的同时，该局还将从机关作风、队伍建设以及公开承诺等三个方面进行走访。",
    ],
    ["a notice and what closes it", "现将有关事项公告如下：企业无需提交纸质清单。本公告自二月一日起施行。特此公告。"],
    ["one item alone", "一是加强领导。此后再无下文。"],
    ["crimes in quotes", "该公司涉嫌“操纵渔产市场、内幕交易股票、虚假陈述业绩”三项罪名被起诉。"],
    ["plans given up, in quotes", "县政府放弃了“关闭北湾渔港、提高船票价格、取消渔船补贴”三项计划。"],
    ["an interview", "记者：请介绍渔港建设的进展\n局长：北湾渔港已完成投资九成\n记者：渔船补贴怎样发放"],
    ["sizes below which something holds", "适用于60平方米以下住房\n北湾小区一号楼\n北湾小区二号楼"],
    ["exams of two grades", "一建考试9月举行，二建考试6月举行，三类人员考试12月举行。"],
    ["what one sees at a glance", "一看就知道是外地人，二看才发现是老乡。"],
  ])("%s", (_, text) => expect(items(text)).toEqual([]));
});
