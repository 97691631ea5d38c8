import { describe, expect, it } from "vitest";
import { extractMeasures } from "../../src/measure/extract.ts";

const headlines = (text: string): string[] =>
  extractMeasures({ text }).map(({ headline }) => text.slice(headline.start, headline.end));
/** The text without its full stop: nothing of it is cut off. */
const whole = (text: string): string[] => [text.replace(/[。.]$/, "")];

describe("what denies a statement stays with it", () => {
  it.each([
    "市政府尚未决定上调船票价格。",
    "该局没有要求企业提交合格证书。",
    "可不要求船东提交合格证书。",
    "会议没有决定取消渔船补贴。",
    "该局没有在会上决定取消渔船补贴。",
    "该局并未正式宣布将延长休渔期。",
    "该局并未表示，将延长渔船补贴。",
    "该局没有同时推出渔船补贴。",
    "该传言称将取消渔船补贴。",
    "The ministry has not said that it will close the northern harbour next year.",
    "The board has not decided to close the northern harbour before the end of the year.",
    "The council does not plan to build a new quay in the northern harbour this year.",
    "No council will close the northern harbour before the end of the coming year.",
    "None of the boards will build a new quay in the northern harbour this year.",
    "The council rejected a plan to close the northern harbour before the end of the year.",
    "The council has scrapped plans to build a second quay in the northern harbour.",
    "The council fell short of its aim to build 12 harbours by the end of the year.",
    "The town has no plan to raise the boat tax in the coming financial year at all.",
    "据知情人士透露，公司将裁员3000人。",
    "有网友称，北京将取消限购政策。",
    "县政府误称将取消渔船补贴。",
    "有市民担心，政府将取消渔船补贴。",
    "市场传出，该公司将收购北湾船厂。",
    "据传，公司将裁员3000人。",
    "县长开玩笑说，将取消渔船补贴。",
    "无证据显示县政府将取消渔船补贴。",
    "A viral post claimed that the council will close the northern harbour before the end of the year.",
    "The council wrongly said it would build a second quay in the northern harbour this year.",
    "Officials have put on hold a plan to raise the boat tax in the coming financial year.",
    "The council had planned to build 12 new harbours by the end of the year but ran out of money.",
    "The council will not raise the boat tax and cut the harbour services in the north.",
  ])("%s", (text) => expect(headlines(text)).toEqual(whole(text)));

  it("also where the denial comes last", () => {
    expect(headlines("有人提议，取消渔船补贴，被县政府否决。")).toEqual(["取消渔船补贴，被县政府否决"]);
    expect(headlines("县政府拟取消渔船补贴，但未获人大通过。")).toEqual(["取消渔船补贴，但未获人大通过"]);
    expect(headlines("报道称县政府将取消渔船补贴，但县政府予以否认。")).toEqual(["取消渔船补贴，但县政府予以否认"]);
    expect(headlines("县政府原计划取消渔船补贴，后因争议搁置。")).toEqual(["县政府原计划取消渔船补贴，后因争议搁置"]);
  });

  it.each([
    ["我们希望取消船票税。", "希望取消船票税"],
    ["政府可取消渔船补贴。", "可取消渔船补贴"],
    ["公司拟收购北湾船厂。", "收购北湾船厂"],
    ["该平台可以通过渔港查询补贴。", "该平台可以通过渔港查询补贴"],
    [
      "The firm hopes to buy the northern yard and its boats before the end of the year.",
      "The firm hopes to buy the northern yard and its boats before the end of the year",
    ],
    [
      "Protesters urged the council to close the northern harbour before the end of the year.",
      "Protesters urged the council to close the northern harbour before the end of the year",
    ],
    [
      "The firm plans to buy the northern yard and its boats before the end of the year.",
      "buy the northern yard and its boats before the end of the year",
    ],
  ])("keeps how sure it is: %s", (text, headline) => expect(headlines(text)).toEqual([headline]));

  it("tells nothing that is only asked", () => {
    expect(headlines("县里会不会在未来取消渔船补贴？县财政新增3000万元。")).toEqual(["县财政新增3000万元"]);
    expect(
      headlines("Does the council plan to close the harbour, as reports say? Output of tin rose 4.1% in June."),
    ).toEqual(["Output of tin rose 4.1% in June"]);
    expect(headlines("Will the council close the northern harbour? Output of tin rose 4.1% in June.")).toEqual([
      "Output of tin rose 4.1% in June",
    ]);
  });

  it.each([
    ["市公安局针对网络谣言推出三项措施：一是建立辟谣平台；二是加强线上巡查；三是公布典型案例。"],
    ["为打击谣言传播，网信办要求：1.建立辟谣平台；2.加强线上巡查；3.公布典型案例。"],
    ["方案被人大否决后，县政府提出：一是建立辟谣平台；二是加强线上巡查；三是公布典型案例。"],
    ["对没有实施整改的企业要求：一是建立辟谣平台；二是加强线上巡查；三是公布典型案例。"],
  ])("but a list is told whose lead only speaks of something denied: %s", (text) =>
    expect(headlines(text)).toEqual(["建立辟谣平台", "加强线上巡查", "公布典型案例"]),
  );

  it("and is told beside a statement that it denies", () =>
    expect(headlines("有网友称将取消渔船燃油补贴。县政府表示，不会取消渔船燃油补贴。")).toEqual([
      "有网友称将取消渔船燃油补贴",
      "不会取消渔船燃油补贴",
    ]));

  it.each([
    ["不少, which is no denial", "不少渔业公司建议取消渔船补贴。", "取消渔船补贴"],
    ["未来", "未来公司表示将支持渔港建设。", "支持渔港建设"],
    ["无锡", "无锡市表示将延长渔船补贴。", "延长渔船补贴"],
    [
      "opposition, in English",
      "The opposition leader said that the council will close the northern harbour next year.",
      "close the northern harbour next year",
    ],
  ])("not with %s", (_, text, headline) => expect(headlines(text)).toEqual([headline]));

  it.each([
    "没有从扩大补贴、降低税率、开放渔港三个方面作出安排。",
    "县里没有采取关闭渔港、降低税率、增加补贴等措施。",
    "该局不同意以下建议：关闭渔港；降低税率；增加补贴。",
    "谣言：一是渔港将关闭。二是税率将提高。三是补贴将取消。",
    "县政府没有计划：一是关闭北湾渔港；二是提高船票价格；三是取消渔船补贴。",
    "政府无意推出以下措施：关闭渔港；提高船票；取消补贴。",
    "以下说法均不属实：\n1. 关闭北湾渔港\n2. 提高船票价格\n3. 取消渔船补贴",
    "網傳政府將推出三項措施：一是關閉北灣漁港；二是提高船票價格；三是取消漁船補貼。",
    "补贴范围不包括关闭渔港、提高税率、取消补贴。",
    "The council will not do any of the following:\n1. Close the harbour\n2. Raise the tax\n3. Build a quay",
    "The following claims are false:\n1. The harbour will close\n2. The tax will rise\n3. The boats will be sold",
    "如果法案通过，县政府将：\n一、关闭北湾渔港；\n二、降低船票价格；\n三、修建两座码头。",
    "If the bill passes, the county will:\n1. Close three harbours;\n2. Cut the fares;\n3. Build two piers.",
    "The council has no plans to:\n• close the harbour\n• raise the tax\n• sell the boats",
  ])("and nothing is told of a list that is denied, or told of what may be: %s", (text) =>
    expect(headlines(text)).toEqual([]),
  );

  it("nor of a claim that is called false", () => {
    expect(headlines("误区一：渔港将关闭。真相：渔港将扩建码头。")).toEqual(["渔港将扩建码头"]);
    expect(
      headlines("Myth 1: The council will close the harbour.\nFact: The council will build two quays in the harbour."),
    ).toEqual(["build two quays in the harbour"]);
  });
});

describe("what a statement holds under, and but for what, stays with it", () => {
  it.each([
    "除部分渔船外，全面取消渔船补贴。",
    "取消渔船补贴，但五年以上的渔船除外。",
    "对渔船征收5%的港口费，小型渔船除外。",
    "全面开放北湾渔港，不含军用码头。",
    "如遇台风，取消渡船航班。",
    "如不按期缴费，停止供水服务。",
    "要是法案通过，县政府将取消渔船补贴。",
    "在休渔期间，禁止渔船出海。",
    "在获得批准后，取消渔船补贴。",
    "除按规定给予补助外，对优秀企业奖励100万元。",
    "除本市户籍居民外，暂停向其他人员发放购房补贴。",
    "除远洋渔船、科研船以及经县政府批准的救援船等特殊用途船舶之外，全面取消渔船补贴。",
    "全面取消渔船补贴，远洋渔船不在此列。",
    "全面取消渔船补贴，但经县级以上人民政府批准建造的远洋渔船和科研船、救援船除外。",
    "停止渡船运营，除非台风停止。",
    "公司将收购北湾船厂，前提是股东大会批准。",
    "公司将收购北湾船厂，但须经股东大会批准。",
    "全面取消渔船补贴，但不适用于远洋渔船。",
    "只有经县政府批准，才可以取消渔船补贴。",
    "在资金允许的情况下，修建北湾渔港。",
    "在资金允许的情况下，县里将修建北湾渔港。",
    "必要时，县里将取消渔船补贴。",
    "只有经省政府批准，县里才会取消渔船补贴。",
    "待条件成熟时，取消渔船补贴。",
    "经省政府批准后，取消渔船补贴。",
    "取得初级证书的，补贴1000元。",
    "对违反规定的学校，责令限期整改。",
    "Except for ferries, all boats will pay a new harbour tax of 5 dollars a day.",
    "Only boats built before 1990 will pay the new harbour tax of 5 dollars a day.",
    "Fewer than half of the boats will pay the new harbour tax of 5 dollars a day.",
    "Old boats leave the northern harbour for good, with the exception of ferries.",
    "Old boats leave the northern harbour for good, but not ferries.",
    "Old boats leave the northern harbour for good, pending approval by the state.",
    "Old boats leave the northern harbour for good (unless the state pays for new ones).",
    "假如油价继续上涨，将提高船票价格。",
    "若协议签署，公司将收购北湾船厂。",
    "如果协议签署，且股东大会批准，公司将收购北湾船厂。",
    "未取得证书的，处以5万元罚款。",
    "对没有证书的渔船，取消补贴。",
    "Once the bill passes, the council will close the northern harbour.",
    "As long as the ferries run, the council will keep the northern harbour open.",
    "Should the bill pass, the council will close the northern harbour.",
    "When the bill passes, the council will close the northern harbour.",
    "After the law takes effect, all boats must carry a lamp.",
    "自5月1日起禁止拖网作业。远洋渔船除外。",
    "取消渔船补贴。但救援船不在此列。",
    "Foreign boats will pay a fee of 5 dollars for each visit to the northern harbour.",
    "Old boats leave the northern harbour, once the bill passes.",
  ])("%s", (text) => expect(headlines(text)).toEqual(whole(text)));

  it("but not what only adds to it, nor what was", () => {
    expect(headlines("除原有码头外，县里还将新建两座渔港。")).toEqual(["县里还将新建两座渔港"]);
    expect(headlines("全面取消渔船补贴。所有渔船无一例外。")[0]).toBe("全面取消渔船补贴");
    expect(
      headlines("After the board approved the plan, the quay will be built in 2027 at a cost of $3 million."),
    ).toEqual(["the quay will be built in 2027 at a cost of $3 million"]);
  });

  it.each([
    ["全面取消本县所有渔船在休渔期内领取的各类燃油补贴资金，但五年以上的老旧渔船除外"],
    ["全面取消本县所有渔船在休渔期内领取的各类燃油补贴资金，不含远洋渔船"],
    [
      "Close all the harbours of the northern coast for the whole of the coming winter season and spring, except for ferries",
    ],
    [
      "Close all the harbours of the northern coast for the whole of the coming winter season and spring, unless it rains",
    ],
    [
      "Close all the harbours of the northern coast for the whole of the coming winter season and spring, but not the quays",
    ],
    [
      "Given approval by the parliament of the state and by its two committees on harbours, the council will build a second quay",
    ],
    ["全面取消本县所有渔船在休渔期内领取的各类燃油补贴资金，但经县级以上人民政府批准建造的远洋渔船和科研船除外"],
    ["全面取消渔船补贴（五年以上的老旧渔船和科研船、救援船除外）"],
    ["取消渔船补贴。远洋渔船除外"],
    ["Close all the harbours – except the northern one and those of the navy – by the end of the year"],
  ])("in a list too: %s", (item) => expect(headlines(`1. ${item}\n2. 公开名单`)[0]).toBe(item));
});
