import { describe, expect, it } from "vitest";
import { extractMeasures } from "../../src/measure/extract.ts";

const headlines = (text: string): string[] =>
  extractMeasures({ text }).map(({ headline }) => text.slice(headline.start, headline.end));

describe("a headline can be read alone", () => {
  it.each([
    ["how sure it is", "预计今年将减免渔船税费超过1万亿元。"],
    ["a modal that belongs to a noun", "拟资助资金23877.6万元。"],
    ["who only wishes for it", "渔业专家王某建议，取消渔船年检费。"],
    ["who only calls for it", "有网友呼吁取消渔船年检费。"],
    ["for whom", "对返港渔民等6类人员，将按自愿的原则统一组织体检。"],
    ["of how many", "全县52个水源地中，有51个达到三类标准。"],
    ["when something must be done", "渔政人员开展检查时，应当出示证件。"],
    ["what is changed, and to what", "把全口径平均工资，作为核定缴费基数的指标。"],
    ["on what basis a figure stands", "On an annual basis, output of tin was 0.2% lower."],
    ["of what a share is one", "Of the 40 boats of the navy, 44% will be built in the yard of the north."],
    ["who claims it", "The firm claimed that opening the harbour to foreign boats could be bad for the fish."],
  ])("%s is kept: %s", (_, text) => expect(headlines(text)).toEqual([text.replace(/[。.]$/, "")]));

  it("what goes on is no new step", () =>
    expect(headlines("The yard will continue to make ropes, nets and lamps for the boats of the north.")).toEqual([
      "continue to make ropes, nets and lamps for the boats of the north",
    ]));

  it.each([
    ["a concession", "虽然渔业利润增长47%，但仍低于市场预期。县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a topic", "就货船租赁合约，渔业局共支付800万元。", "渔业局共支付800万元"],
    ["what it rests on", "县里按照刚建立的渔港补贴机制，继续对渔民给予补贴。", "继续对渔民给予补贴"],
    ["who speaks", "参加约谈的13家企业表示，将按时制定整改方案。", "按时制定整改方案"],
    ["a worked example", "举个例子：某船以前每月缴费600元，现在减少60元。县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a dateline that runs on", "渔业网3月29日电28日晚，县政府决定取消渔船年检费。", "取消渔船年检费"],
  ])("%s alone is none: %s", (_, text, headline) => expect(headlines(text)).toEqual([headline]));

  it.each([
    ["when the next clause holds", "全县渔船超过600艘，2018年上半年，捕捞量同比增长9.8%。", "全县渔船超过600艘"],
    ["with what it is compared", "全县渔船规模接近4万艘，与2020年底相比，增长30%。", "全县渔船规模接近4万艘"],
    [
      "under what condition the next clause holds",
      "每月可领年金17000元，若投保额调高为45800元，每月可领18000元。",
      "每月可领年金17000元",
    ],
  ])("a figure does not take %s", (_, text, first) => expect(headlines(text)[0]).toBe(first));

  it.each([
    ["what a task is about", "提出取消渔船外资比例限制等试点任务"],
    ["whom it encourages to do what", "鼓励有推荐资格的渔业学会、捕捞协会，向县奖励办推荐三项以上的优秀成果并公开名单"],
    [
      "a name and its verb",
      "The harbour platform, which has helped more than 150 boats of the northern coast each month, will be opened to all the boats of the south",
    ],
  ])("%s stays together in a list: %s", (_, item) => expect(headlines(`1. ${item}\n2. 公开名单`)[0]).toBe(item));
});
