import { describe, expect, it } from "vitest";
import { findIssuers } from "../../src/issuer/find.ts";

const CORPUS: readonly (readonly [text: string, issuers: readonly string[], title?: string])[] = [
  ["工信部近日印发通知，部署下一阶段工作。", ["工业和信息化部"]],
  ["国家发改委、财政部日前联合下发通知，明确了补贴标准。", ["国家发展和改革委员会", "财政部"]],
  ["1月5日，国新办举行新闻发布会。商务部副部长王某介绍，将采取三项举措。", ["国务院新闻办公室", "商务部"]],
  ["记者从国家能源局获悉，去年新增装机创新高。", ["国家能源局"]],
  ["海关总署数据显示，上月出口增长3%。", ["海关总署"]],
  ["中国汽车工业协会公布，上月销量增长。", ["中国汽车工业协会"]],
  ["江苏省工业和信息化厅印发方案，支持中小企业。", ["江苏省工业和信息化厅"]],
  ["浙江省发改委日前发布通知，下调电价。", ["浙江省发展和改革委员会"]],
  ["深圳市人民政府近日出台若干措施。", ["深圳市人民政府"]],
  ["国务院常务会议决定，延续三项政策。", ["国务院"]],
  ["最高法发布司法解释。", ["最高人民法院"]],
  ["上交所发布公告，自下周起调整交易规则。", ["上海证券交易所"]],
  [
    "各区人民政府：\n现将有关事项通知如下。\n一、按财政部有关规定执行。",
    ["天津市财政局"],
    "天津市财政局关于调整收费标准的通知",
  ],
  ["第一段介绍情况。\n特此公告。\n国家税务总局\n2024年5月6日", ["国家税务总局"]],
  ["華為宣布，明年將擴大投資。", ["華為"]],
  ["世貿組織發表報告，下調預測。世界貿易組織表示，關稅是主因。", ["世界貿易組織"]],
  ["勞工處表示，會加強巡查工地。運輸署發言人說，會配合有關工作。", ["勞工處", "運輸署"]],
  ["國家統計局公布，上月工業增加值按年增長。", ["国家统计局"]],
  ["The National Environment Agency (NEA) announced new rules on Monday.", ["National Environment Agency"]],
  ["The MTI said that the economy grew. MTI expects growth of 2 per cent.", ["Ministry of Trade and Industry"]],
  ["财政部网站消息，财政部、税务总局发布公告，延续优惠政策。", ["财政部", "国家税务总局"]],
  ["经国务院同意，住房和城乡建设部等四部门近日发布通知。", ["住房和城乡建设部"]],
  ["教育部办公厅印发通知，部署暑期工作。", ["教育部办公厅"]],
  ["国家税务总局江苏省税务局发布便民措施。", ["国家税务总局江苏省税务局"]],
  ["记者8日从北京市交通委获悉，今年将新增公交车。", ["北京市交通委员会"]],
  ["四川省财政厅、省农业农村厅联合下发通知，明确补助标准。", ["四川省财政厅", "四川省农业农村厅"]],
  ["《中共中央办公厅 国务院办公厅关于加强治理的意见》近日发布。", ["中共中央办公厅", "国务院办公厅"]],
  ["中国移动营收增长2%，中国联通净利润增长10%。", ["中国移动", "中国联通"], "运营商公布业绩"],
  ["證監會宣布，對一間公司採取紀律行動。", ["證券及期貨事務監察委員會"]],
  ["經濟部今日公布外銷訂單，新台幣走強。", ["經濟部"]],
  ["美联储主席表示，通胀仍高，将调整利率。", ["美国联邦储备委员会"]],
  ["海州省财政厅近日发布通知，调整补贴标准。", ["海州省财政厅"]],
  ["今年前三季度新能源汽车产量增长，发布以来反响良好。", []],
  ["8家新能源汽车企业宣布，共同签署公约。", []],
  ["活动为期三个月。", [], "新一轮汽车下乡启动"],
  ["上月国产汽车销量增长，进口汽车发布新价。", []],
  // Named, but not the ones who speak.
  ["该方案已报国务院批准。", []],
  ["根据财政部的有关规定，企业应当按期申报。", []],
  ["他向商务部提交了申请。", []],
  ["今年以来，多家银行下调利率，市场反应平稳。", []],
];

describe("findIssuers", () => {
  it.each(CORPUS.map(([text, issuers, title]) => ({ text, issuers, title })))("$text", ({ text, issuers, title }) => {
    expect(findIssuers({ text, title })).toEqual(issuers);
  });

  it("takes the company that is the headline's subject", () => {
    const text = "海川股份日前发布公告称，拟以自有资金增资子公司。\n海川股份表示，公司产能将扩大一倍。";
    expect(findIssuers({ text, title: "海川股份拟增资3亿元" })).toEqual(["海川股份"]);
  });

  it("takes a province that its headline names", () => {
    const text = "近年来，云南坚持绿色发展。云南全省新增装机创新高。下一步，云南将扩大投资。";
    expect(findIssuers({ text, title: "云南：加快建设绿色能源强省" })).toEqual(["云南省"]);
  });

  it("takes a city and its department that the headline shortens", () => {
    const text = "今年以来，开封市加大投入。一是改进服务。二是加强监管。";
    expect(findIssuers({ text, title: "开封：推进老旧小区改造" })).toEqual(["开封市"]);
    expect(findIssuers({ text, title: "河南开封财政推出三项举措" })).toEqual(["开封市财政局"]);
  });

  it("leaves out companies that an article about policy quotes", () => {
    const text = "工业和信息化部印发方案，支持汽车产业。\n比亚迪表示，欢迎新政策。";
    expect(findIssuers({ text, title: "工信部印发汽车产业方案" })).toEqual(["工业和信息化部"]);
  });

  it.each(["国", "国务院", "国务院、", "有限公司", "省", "江苏省", "(", "A", "The ", "Ministry of ", "财政"])(
    "stays quick on a long row of %j",
    (unit) => {
      const start = performance.now();
      findIssuers({ text: unit.repeat(50_000), title: unit.repeat(1000) });
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );
});
