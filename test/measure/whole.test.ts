import { describe, expect, it } from "vitest";
import { explainMeasures, extractMeasures } from "../../src/measure/extract.ts";

const headlines = (text: string): string[] =>
  extractMeasures({ text }).map(({ headline }) => text.slice(headline.start, headline.end));

/** Every clause that was weighed, whether it was printed or not. */
const weighed = (text: string): string[] => {
  const { measures, dropped } = explainMeasures({ text });
  return [...measures.map(({ headline }) => headline), ...dropped.map(({ span }) => span)].map(({ start, end }) =>
    text.slice(start, end),
  );
};

describe("a headline can be read alone", () => {
  it.each([
    ["how sure it is", "预计今年将减免渔船税费超过1万亿元。"],
    ["a modal that belongs to a noun", "拟资助资金23877.6万元。"],
    ["who only wishes for it", "渔业专家王某建议，取消渔船年检费。"],
    ["who only calls for it", "有网友呼吁取消渔船年检费。"],
    ["where it was heard", "消息称，县里会检查北湾渔港。"],
    ["where it was heard, run into what it says", "消息指政府计划取消渔船年检费。"],
    ["whom it concerns, and when", "渔民如已缴费，县里将予以退还。"],
    ["between what a grade was changed", "将“北湾01”号渔船的信用等级，由AA下调至C。"],
    ["what all deeds of a series belong to", "实行增强渔业协同性、发展现代渔业、推动渔村建设等措施。"],
    ["that it is only good for something", "在推进渔港改革、促进渔民创业、服务渔业发展等方面具有重要意义。"],
    ["what a figure counts", "征求意见达到4700多人。"],
    ["a decimal with a blank in it", "今年上半年，全县捕捞量14. 24万吨，同比下降3. 2%。"],
    ["what is banned", "渔业公司不得利用平台规则、数据和算法等手段，相互串通，操纵市场价格。"],
    ["what a pair of figures counts", "全县渔业实现营业收入、利润总额，同比分别增长20.2%和26%。"],
    ["what is made of what", "将提供冷库寄递服务的企业细化为冷库运营企业、冷库使用企业。"],
    ["of how many", "全县52个水源地中，有51个达到三类标准。"],
    ["when something must be done", "渔政人员开展检查时，应当出示证件。"],
    ["what is changed, and to what", "把全口径平均工资，作为核定缴费基数的指标。"],
    ["on what basis a figure stands", "On an annual basis, output of tin was 0.2% lower."],
    ["of what a share is one", "Of the 40 boats of the navy, 44% will be built in the yard of the north."],
    ["where it holds", "Where the cost of a boat is under the limit, the yards may raise the fee by five percent."],
    ["that it is proposed", "Under its proposals, the yards will be free to set the prices of new boats."],
    ["that it is a trial", "A trial will allow old sailors to use the ferries before 9:30am at no cost."],
    ["which of two days", "The grant will be paid on 1 April 2027, or after the first voyage, whichever is later."],
    ["what is sought", "The law will be good for all the yards which seek to prevent fraud in the sale of boats."],
    ["who claims it", "The firm claimed that opening the harbour to foreign boats could be bad for the fish."],
  ])("%s is kept: %s", (_, text) => expect(headlines(text)).toEqual([text.replace(/[。.]$/, "")]));

  it("what goes on is no new step", () =>
    expect(headlines("The yard will continue to make ropes, nets and lamps for the boats of the north.")).toEqual([
      "continue to make ropes, nets and lamps for the boats of the north",
    ]));

  it.each([
    ["a concession", "虽然渔业利润增长47%，县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a topic", "就货船租赁合约，渔业局共支付800万元。", "渔业局共支付800万元"],
    ["what it rests on", "县里按照刚建立的渔港补贴机制，继续对渔民给予补贴。", "继续对渔民给予补贴"],
    ["who speaks", "参与约谈的13家企业表示，将按时制定整改方案。", "按时制定整改方案"],
    ["what was meant", "县里取消三项收费，即年检费、停泊费和检疫费。", "县里取消三项收费"],
    ["a consequence", "县里取消渔船年检费，则每船每年少缴600元。", "县里取消渔船年检费"],
    ["who rules", "县法院2月20日裁定，取消渔船年检费。", "取消渔船年检费"],
    [
      "the credit of a picture",
      "(Harbour News/Li Mei) The yard has built 12 new boats for the navy.",
      "The yard has built 12 new boats for the navy",
    ],
    ["what it turns about", "会议要求，紧紧围绕确保渔业优先发展，取消渔船年检费。", "取消渔船年检费"],
    ["an older plan", "相较于上一个规划，新规划取消渔船年检费。", "取消渔船年检费"],
    ["a cause", "受洪水影响，县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a reason", "因公司涉嫌违规，县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a purpose", "为规范渔船管理，县里取消渔船年检费。", "县里取消渔船年检费"],
    ["an occasion", "县长在昨天的渔业大会上，宣布取消渔船年检费。", "取消渔船年检费"],
    ["what is not decided", "将来是否发放渔船补贴，仍在研究。县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a signature", "县里取消渔船年检费。特此公告。县渔业局2023年12月29日", "县里取消渔船年检费"],
    ["a worked example", "举个例子：某船以前每月缴费600元，现在减少60元。县里取消渔船年检费。", "县里取消渔船年检费"],
    ["a dateline that runs on", "渔业网3月29日电28日晚，县政府决定取消渔船年检费。", "取消渔船年检费"],
  ])("%s alone is none, and is not even weighed: %s", (_, text, headline) => {
    expect(headlines(text)).toEqual([headline]);
    expect(weighed(text)).toEqual([headline]);
  });

  it.each([
    ["when the next clause holds", "全县渔船超过600艘，2018年上半年，捕捞量同比增长9.8%。", "全县渔船超过600艘"],
    [
      "by when the next clause holds",
      "《方案》提出了20条具体措施，明确到2028年底，取消年检费。",
      "《方案》提出了20条具体措施",
    ],
    ["with what it is compared", "全县渔船规模接近4万艘，与2020年底相比，增长30%。", "全县渔船规模接近4万艘"],
    [
      "under what condition the next clause holds",
      "每月可领年金17000元，若调高为45800元，每月可领18000元。",
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

  it("what was clearly demanded is what comes behind the demand", () =>
    expect(headlines("县长就渔业工作提出了明确要求，强调要强化渔港建设；突出渔业旅游；夯实渔民就业。")).toEqual([
      "强化渔港建设",
      "突出渔业旅游",
      "夯实渔民就业",
    ]));
});
