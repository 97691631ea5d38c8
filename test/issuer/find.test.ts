import { describe, expect, it } from "vitest";
import { findIssuers } from "../../src/issuer/find.ts";
import { cpuTimeOf } from "../cpu-time.ts";

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
  ["財政部宣布新計畫，升息與通膨都在考量之中。", ["財政部"]],
  ["歐洲央行宣布按兵不動，委員們認為通膨仍高。", ["歐洲央行"]],
  ["欧洲央行宣布按兵不动。", ["欧洲中央银行"]],
  ["海港集團（788）發盈喜，預期上半年轉虧為盈。", ["海港集團"]],
  ["東岸電纜（2838）董事會昨日決議增資，薪資亦將調升。", ["東岸電纜"]],
  ["东岸电缆（2023）发布计划。", []],
  [
    "7月5日，省政府新闻办举行发布会，邀请省水利厅负责人介绍汛情。福建省将迎来强降雨。",
    ["福建省人民政府新闻办公室", "福建省水利厅"],
  ],
  ["国家出台新规，稳定种植面积。国家公布标准，国家将加大补贴。", [], "国家推出种粮新规"],
  ["近日，我委与市工商行政管理局联合召开座谈会，部署合同检查。", []],
  ["商务部表示，企业与美国华盛顿州政府签署了协议。", ["商务部"]],
  ["会上，全省法院汇报了工作，表示将继续努力。", []],
  ["国家电网公司召开年中会议，部署下半年工作。", ["国家电网公司"]],
  ["Canalis 发布的数据显示，上季度冰箱出货增长一成。", ["Canalis"], "Canalis：上季度冰箱出货增长一成"],
  [
    "HARBOURTOWN--Northmere.com, Inc. (NASDAQ: NMRE) today announced results for its third quarter.",
    ["Northmere.com, Inc."],
  ],
  ["Eastmere Co. ’s sales slump worsened in August.", ["Eastmere Co."]],
  [
    "The General Office of the State Council released a guideline on grain on Tuesday.",
    ["General Office of the State Council"],
  ],
  ["Dividends rose. The Board of Directors approved a dividend of $2 per share.", []],
  ["活动现场，省委省政府的代表介绍了情况。", []],
  ["Shares of Westmere Corp. fell 4% after the market closed.", ["Westmere Corp."]],
  [
    "The group's boats are old, Trade Minister Pat Harrow said. Harrow said shares of boats fell. Harrow told the House she would act.",
    [],
  ],
  [
    "An analyst, Harrow Holdings fell 4%. Harrow Holdings said profits rose. Harrow Holdings expects its shares to fall.",
    ["Harrow Holdings"],
  ],
  ["据《船舶条例》附件（123）所列，渔船需要登记。公司股份如下。", []],
  ["船只出口增长一成，数据向好。Update 栏目每日更新。", [], "Update：船只出口增长一成"],
  ["美联储主席表示，通胀仍高，将调整利率。", ["美国联邦储备委员会"]],
  ["台北市政府今天公布商圈名單，臺灣業者期待商機。", ["臺北市政府"]],
  ["司法院公布勞動草案，立委認為進步。央行公布利率不變，新台幣走升。", ["司法院", "中央銀行"]],
  ["某油田日产原油达到五千吨。中国石油披露，产量再创新高。", ["中国石油"]],
  ["双方进一步深化合作重庆市人民政府发布通知，将指定主体出资。", ["重庆市人民政府"]],
  ["最高人民法院近日印发意见。各级人民法院要求落实到位。", ["最高人民法院"]],
  ["某物业乱收费，当地市场监督管理局表示将依法处理。", []],
  ["海州省财政厅近日发布通知，调整补贴标准。", ["海州省财政厅"]],
  ["今年前三季度新能源汽车产量增长，发布以来反响良好。", []],
  ["8家新能源汽车企业宣布，共同签署公约。", []],
  ["活动为期三个月。", [], "新一轮汽车下乡启动"],
  ["上月国产汽车销量增长，进口汽车发布新价。", []],
  // Names in the middle of other words.
  ["昨日某市领导主持召开中央全面深化改革委员会第三次会议精神学习会。", []],
  ["本市主要领导主持召开安全生产委员会第三次会议，听取汇报。", []],
  ["去年共移交走私货物上千件青岛海关表示，将保持高压。", []],
  ["去年共移交走私货物上千件重庆海关表示，将保持高压。", ["重庆海关"]],
  ["单位须依本地档案法规要求真实填报科技档案，逾期发布名单。", []],
  ["保险公司宣布推出养老分红保险，首日销售良好。", []],
  ["线上文化推广公司宣布，已完成融资。", []],
  ["三季度新增基金发布数量回落。", []],
  ["会上，常务委员会决定下月开会。", []],
  ["公司配合交易所发布公告，说明原因。", []],
  ["首席分析师赵某某接受证券报采访时表示，看好后市。", []],
  ["应急部门提醒市民防寒，商务部门要求保供。", []],
  ["市发改委印发通知，调整水价。", []],
  ["云桥科技宣布，完成新一轮融资。云桥科技表示将扩产。", ["云桥科技"]],
  ["海河建设（01234.HK）公告，拟提前终止一项合同。", ["海河建设"]],
  ["海城市就业促进和劳动保护工作领导小组近日印发措施。", ["海城市就业促进和劳动保护工作领导小组"]],
  ["海城市发布数据中心建设要求，明确能耗标准。", []],
  // Bodies of their day, and short forms.
  ["国土资源部公布，去年供地减少。质检总局通报抽查结果。", ["国土资源部", "国家质量监督检验检疫总局"]],
  ["最高人民法院、最高人民检察院、审计署联合发布通知。", ["最高人民法院", "最高人民检察院", "审计署"]],
  ["国家药监局药品审评中心发布年度报告。", ["国家药品监督管理局药品审评中心"]],
  ["深圳市科创委公示名单。深圳市住建局公布成交数据。", ["深圳市科技创新委员会", "深圳市住房和建设局"]],
  ["重庆市科委发布调研结果。", ["重庆市科学技术委员会"]],
  ["建设银行北京分行宣布，推出租房贷款。", ["中国建设银行北京分行"]],
  ["会议由自然资源部会同水利部、\n农业农村部召开。", ["自然资源部", "水利部", "农业农村部"]],
  // The office of a person, and what others carry out.
  ["国务院副总理钱某出席论坛并宣布开幕。", []],
  ["国务院总理钱某在某省考察时强调，抓好春耕。", []],
  ["国务院总理钱某主持召开稳外贸工作会议，部署有关工作。", ["国务院"]],
  ["国务院总理钱某日前对抗旱、防汛和灾后恢复重建以及群众生活安排工作作出重要批示。", ["国务院"]],
  ["中共中央政治局委员钱某主持会议，要求抓好整改。", []],
  ["全国人大代表提出建议，应当扩大试点。", []],
  ["要把党中央决策部署落实到位，推进改革。", []],
  ["会议听取了全国人大财经委副主任委员钱某作的审查报告。", ["全国人民代表大会财政经济委员会"]],
  ["受省里邀请，审计署司长钱某作了形势报告。", ["审计署"]],
  ["商务部要会同有关部门加强督查，推进落实。", []],
  ["对原产于美国和欧盟的某种钢管，实施反倾销措施。", []],
  ["某厅水库管理局局长钱某违规收受礼金；财政部农业司原司长钱某受贿。", []],
  ["东湖大学经济学院教授钱某认为，改革将释放红利。", []],
  ["按规定，《财政部关于完善补贴的通知》所列范围适用本办法。", []],
  ["专家学习新近印发的《中共中央 国务院关于保护古树的意见》。", ["中共中央", "国务院"]],
  ["某水库扩建方案获水利部批复。", ["水利部"]],
  ["财政部批准的项目进展顺利。", []],
  ["本台记者对国家税务总局局长钱某进行了专访。", ["国家税务总局"]],
  ["某车企表示将停产，理想汽车未予置评。", []],
  ["某初创企业携手腾讯、百度推出新应用。", []],
  ["欧盟委员会发言人称，要求欠妥。欧盟表示将继续磋商。", ["欧盟委员会"]],
  ["江西省市场监督管理局发布通告，公布抽检结果。", ["江西省市场监督管理局"]],
  ["按照区委区政府要求，云山区商务局印发通知。", ["云山区商务局"]],
  ["会议邀请咨询公司介绍经验。", []],
  // Hong Kong and Taiwan.
  ["警務處表示，會評估風險。", ["警務處"]],
  ["財政部今公布新制，新台幣走升，立委肯定。", ["財政部"]],
  ["香港物價平穩，國家財政部宣布發債。", ["财政部"]],
  ["政府擬在立法會討論建議，料明年實施。", []],
  ["某消息傳出，臺南市政府觀光旅遊局表示，燈會下月開幕。", ["臺南市政府觀光旅遊局"]],
  // English.
  ["To ask the Minister for Law what is being done on lending.\nAnswer: rules were set in 2010.", ["Ministry of Law"]],
  ["The Ministry of Law has moved its counter to another floor.", ["Ministry of Law"]],
  ["Orders for tools fell, the Commerce Department said.", ["Commerce Department"]],
  [
    "The River Safety Agency (RSA) opens a site. RSA said it is near the station. The RSA is open daily.",
    ["River Safety Agency"],
  ],
  [
    "Enterprise Singapore and the Singapore Food Agency (SFA) launched a kitchen.",
    ["Enterprise Singapore", "Singapore Food Agency"],
  ],
  [
    "The National Oceanic and Atmospheric Administration said that the sea warmed.",
    ["National Oceanic and Atmospheric Administration"],
  ],
  [
    "Revenues said to fall have fallen at the retailer. Revenues have announced nothing new, as revenues do. Revenues will rise.",
    [],
  ],
  ["The European Commission's proposal is about bees. The EU said it loves honey.", ["European Commission"]],
  ["New fees will be set by the Ministry of Finance in due course.", []],
  // A name is longer than its last words, and the text explains its short form.
  [
    "Stalls may reopen. The Lakes and River Hygiene Department (LRHD) said so. LRHD will inspect them.",
    ["Lakes and River Hygiene Department"],
  ],
  [
    "Twelve towns lie low, according to the National Centre for Floods. The National Centre for Floods warned of rain.",
    ["National Centre for Floods"],
  ],
  [
    "Plans were drawn up by the Inter-Island Committee on Ferry Safety (IICFS). The IICFS published them.",
    ["Inter-Island Committee on Ferry Safety"],
  ],
  // A known name within a longer one, and one beside another.
  [
    "The Department of Agriculture and Orchard Welfare announced a scheme. The Department of Agriculture and Orchard Welfare is in town.",
    ["Department of Agriculture and Orchard Welfare"],
  ],
  ["The Committee said it met. The Committee agreed to meet again. The Committee has adjourned.", []],
  ["The Dongling Banking Commission said fees are halved.", ["Dongling Banking Commission"]],
  ["The Farmers’ Welfare Agency said fees are halved.", ["Farmers’ Welfare Agency"]],
  // A line of names, whoever leads a body, and a company that is traded.
  [
    "Bridges to be mended\nDepartment for Transport, HM Treasury and The Rt Hon Ann Example MP\nBridges in the north are mended first.",
    ["Department for Transport", "HM Treasury"],
  ],
  [
    "TREASURY SECRETARY A. B. EXAMPLE'S REMARKS ON BONDS\nI am glad to be here.",
    ["Department of the Treasury"],
    "TREASURY SECRETARY A. B. EXAMPLE'S REMARKS ON BONDS",
  ],
  ["(Wire) - Hillmotor (NASDAQ:HILM) on Friday raised the prices of its vans.", ["Hillmotor"]],
  ["Meanwhile exports to the EU fell. The EU is far away, and the EU was slow.", []],
  ["Lawyers met in the Netherlands to talk about Law.", []],
  // Named, but not the ones who speak.
  ["该方案已报国务院批准。", []],
  ["根据财政部的有关规定，企业应当按期申报。", []],
  ["他向商务部提交了申请。", []],
  ["今年以来，多家银行下调利率，市场反应平稳。", []],
  ["年内首批渔港名单公开。", ["交通运输部"], "交通运输部连发两文件规范渔港收费"],
  ["渔获抽检共506批次。", ["东岭市会展行业协会"], "东岭市会展行业协会2026年春季抽检信息"],
  ["前三季度有117人落马。", [], "财政部原司长某某落马"],
  ["他担任该职多年。", [], "外交部发言人去世"],
  ["这家店每天售出300杯。", [], "商务部旁边的咖啡馆走红"],
  ["展览为期两周。", [], "财政部旧址开放参观"],
  [
    "记者会答问：\n财政部部长张某某：\n财政将支持渔港改造。\n商务部部长李某某：\n将扩大渔业出口。",
    ["财政部", "商务部"],
  ],
  ["多部门支持渔港，比如商务部推动冷链建设。报告期内公司实现营收3亿元。", []],
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

  it("takes the firms of a bulletin", () => {
    const text =
      "某报讯，海川股份：拟收购一家公司。江宁科工：中标3亿元项目。远山药业：股东增持12万股。\n记者：钱某\n时间：周一";
    expect(findIssuers({ text, title: "午间公告：海川股份拟收购" })).toEqual(["海川股份", "江宁科工", "远山药业"]);
    expect(findIssuers({ text: "原因：成本上升。结果：亿元投资落空。建议：万元补贴。", title: "三点看法" })).toEqual(
      [],
    );
  });

  it("does not take the other firms of an article whose headline names one", () => {
    const text = "中国联通宣布改革方案。百度、腾讯等多家将认购新股。";
    expect(findIssuers({ text, title: "中国联通改革方案落地" })).toEqual(["中国联通"]);
  });

  it.each([
    ["a body whose city the text leaves out", "由市民政局联合市高级法院共同印发的通知今起正式实施。", undefined, []],
    [
      "words before a place",
      "新学期东岭区教育局出台新规。东岭区教育局要求学校按规定开课。",
      undefined,
      ["东岭区教育局"],
    ],
    ["a dateline before it", "某社香港6月2日电香港特区政府2日宣布推出消费券计划。", undefined, ["香港特别行政区政府"]],
    ["who looks on", "探测器完成采样，相关公司股价上涨。外媒关注这一进展。", "外媒关注：探测器完成采样", []],
  ])("names nothing wrong: %s", (_, text, title, issuers) => expect(findIssuers({ text, title })).toEqual(issuers));

  it("takes a body far down only if the headline names none", () => {
    const text = `${"今年以来各地经济平稳运行。".repeat(50)}国家邮政局表示，业务量增长。`;
    expect(findIssuers({ text, title: "物流运行平稳" })).toEqual(["国家邮政局"]);
    expect(findIssuers({ text: `商务部公布数据。${text}`, title: "商务部：消费回升" })).toEqual(["商务部"]);
  });

  it.each([
    "国",
    "国务院",
    "国务院、",
    "有限公司",
    "省",
    "江苏省",
    "(",
    "A",
    "The ",
    "Ministry of ",
    "财政",
    "和北京",
    "移交",
    "公司",
    "Minister for Law and ",
    "Ab and ",
    "A-B Ab (AB) ",
    "Ab, Inc. ",
    "Home Office\n",
    "(01234.HK)",
    "甲：",
  ])("stays quick on a long row of %j", (unit) => {
    const cost = cpuTimeOf(() => {
      findIssuers({ text: unit.repeat(50_000), title: unit.repeat(1000) });
    });
    expect(cost).toBeLessThan(1000);
  });
});
