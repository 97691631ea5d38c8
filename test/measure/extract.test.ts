import { describe, expect, it } from "vitest";
import { explainMeasures, extractMeasures } from "../../src/measure/extract.ts";

function read(
  text: string,
  title?: string,
): { headline: string; detail: string | undefined; kind: string; list: number }[] {
  return extractMeasures({ text, title }).map(({ headline, detail, kind, list }) => ({
    headline: text.slice(headline.start, headline.end),
    detail: detail === undefined ? undefined : text.slice(detail.start, detail.end),
    kind,
    list,
  }));
}
const headlines = (text: string, title?: string): string[] => read(text, title).map((m) => m.headline);

/** In the manner of the article the product was conceived from, in mechanical traditional characters. */
const MINISTRY = `您當前的位置：首頁 新聞中心 行業動態

某部：多措並舉促進二季度工業平穩運行

1月8日，某部舉行新聞發布會。發言人介紹，面對需求收縮的壓力，該部將會同有關方面從金融保障、用工服務、支持小微企業等方面，推出更加有力的舉措，做好預調微調，打好工業穩增長“主動仗”，全力推動二季度工業平穩運行，為穩住大盤作出貢獻。

當前工業恢復的基礎還不牢固，部分企業面臨不少困難。

接下來將開展以下工作：

一是全力穩定裝備行業生產。發揮重大項目的帶動作用，抓緊開工一批工程。同時加強銀企對接，鼓勵企業加大投入。

二是大力促進汽車家電消費。抓住假日旺季，深挖潛力。擴大新能源車下鄉範圍。

三是抓好煤炭電力供應保障。要打通堵點，優先保障重點企業用電。

四是加快培育數字產業集群。完善平台體系，推動5G在礦山、港口等場景應用。`;

describe("the founding example, retold", () => {
  it("gives exactly its four measures, in its own characters", () => {
    const found = read(MINISTRY);
    expect(found.map((m) => m.headline)).toEqual([
      "全力穩定裝備行業生產",
      "大力促進汽車家電消費",
      "抓好煤炭電力供應保障",
      "加快培育數字產業集群",
    ]);
    expect(found.every((m) => m.kind === "measure" && m.list === 1)).toBe(true);
    expect(found[1]?.detail).toBe("大力促進汽車家電消費。抓住假日旺季，深挖潛力。擴大新能源車下鄉範圍。");
  });
});

describe("headline of an item", () => {
  const first = (item: string): string | undefined => headlines(`一是${item}。二是公开信息。`)[0];
  it.each([
    ["short: whole clause, comma and all", "强化责任，层层落实", "强化责任，层层落实"],
    [
      "long: cut at the first comma",
      "完善跨部门协同监管机制，推动数据共享和业务协同，提升监管的精准性和有效性",
      "完善跨部门协同监管机制",
    ],
    [
      "not where the cut part needs the rest",
      "对符合条件的小微企业和个体工商户，给予一年期的社会保险费缓缴，期间免收滞纳金",
      "对符合条件的小微企业和个体工商户，给予一年期的社会保险费缓缴",
    ],
    [
      "not between subject and verb",
      "列入名录的全部省级以上产业园区，可以按照规定申请设备更新专项补助资金",
      "列入名录的全部省级以上产业园区，可以按照规定申请设备更新专项补助资金",
    ],
    ["up to the colon", "明确补贴范围和标准：新建每户两万元，改建每户一万元", "明确补贴范围和标准"],
    ["short, but goes on with how it is done", "推动精准招商引资，要围绕主导产业开展", "推动精准招商引资"],
    ["a label that states something", "减免税费：对新办企业免征三年", "减免税费"],
    ["also where its verb stands last", "贷款贴息：按基准利率补一半", "贷款贴息"],
    ["not a label that only names", "补贴标准：每台最高两千元", "补贴标准：每台最高两千元"],
    ["nor the name of a company", "某某科技：拟收购两家子公司", "某某科技：拟收购两家子公司"],
    [
      "brackets stay whole",
      "增加两天假日（除夕、五月二日，以后各年相同），其余安排保持不变并提前公布",
      "增加两天假日（除夕、五月二日，以后各年相同）",
    ],
    ["要 is dropped", "要加强统筹", "加强统筹"],
    [
      "a condition with what follows from it",
      "只有反对和遏制无序捕捞活动，坚持轮休轮捕制度，才能够维护渔场稳定，使渔业发展有牢靠的基础",
      "只有反对和遏制无序捕捞活动，坚持轮休轮捕制度，才能够维护渔场稳定",
    ],
    [
      "up to the colon before a list inside",
      "上半年三大板块齐头并进：1）渔港板块签下新单；2）冷链板块扩大产能",
      "上半年三大板块齐头并进",
    ],
    [
      "not where it says what it rests on",
      "根据项目建设需要，提前下达下一年度的专项资金额度，确保年初可用",
      "根据项目建设需要，提前下达下一年度的专项资金额度",
    ],
    [
      "nor where somebody is told what to follow",
      "各县区政府要按照批准的总体规划，修改完善相关专项规划和控制性规划内容",
      "各县区政府要按照批准的总体规划，修改完善相关专项规划和控制性规划内容",
    ],
    [
      "nor behind the name of a person",
      "东岭市水务局原副局长王某某，因对河道违规倾倒渣土查处不力且长期不报被问责",
      "东岭市水务局原副局长王某某，因对河道违规倾倒渣土查处不力且长期不报被问责",
    ],
    [
      "nor where it only says for whom",
      "允许各县区对全部小规模纳税人，在五成幅度以内减征各项地方税费和附加",
      "允许各县区对全部小规模纳税人，在五成幅度以内减征各项地方税费和附加",
    ],
    [
      "cut where the rest says by whom",
      "全面启动多种形式的联合体试点，由市级医院和县级医院牵头组建不同类别的联合体",
      "全面启动多种形式的联合体试点",
    ],
    [
      "cut between two rates",
      "将制造业等行业税率从百分之十七降至十六，将交通运输业税率从百分之十一降至十",
      "将制造业等行业税率从百分之十七降至十六",
    ],
    [
      "whose figures they are is left out",
      "某局数据显示，上月出口增长三成，进口下降一成",
      "上月出口增长三成，进口下降一成",
    ],
    [
      "up to the statement that a time opens",
      "到2040年，全市河湖的水面更加宽阔，主要河段全部达到三类水质，两岸步道贯通",
      "到2040年，全市河湖的水面更加宽阔",
    ],
    [
      "not where a thing is named and not what it does",
      "从市场角度来看，冷链物流的快速普及，让内陆城市的消费者也能买到当天捕捞的海鲜",
      "从市场角度来看，冷链物流的快速普及，让内陆城市的消费者也能买到当天捕捞的海鲜",
    ],
    [
      "nor behind a label and when it began",
      "建站历程：自2009年加入区域联测，我市建成国内站点最密的海雾观测网",
      "建站历程：自2009年加入区域联测，我市建成国内站点最密的海雾观测网",
    ],
    [
      "not before what those who are led take on",
      "积极引导渔民合作社、冷链物流公司等经营主体，承担近岸网箱养殖",
      "积极引导渔民合作社、冷链物流公司等经营主体，承担近岸网箱养殖",
    ],
    [
      "not behind in what respect",
      "在制度建设层面，要求各渔港健全船员信息登记制度，逐船建立台账并按月核对",
      "在制度建设层面，要求各渔港健全船员信息登记制度",
    ],
    [
      "nor between two times",
      "自当日上午8时至10时，13时40分至15时50分，除渡轮外，内港航道禁止其他船只通行",
      "自当日上午8时至10时，13时40分至15时50分，除渡轮外，内港航道禁止其他船只通行",
    ],
    [
      "not behind what it takes into account",
      "适应近海捕捞特点，加大小型渔船更新改造的财政支持力度，逐步淘汰老旧木质渔船",
      "适应近海捕捞特点，加大小型渔船更新改造的财政支持力度",
    ],
    [
      "a subject keeps its verb, however long why is",
      "该公司，由于去年冬季的订单增加一倍，主动提高了渔网的产量和质量",
      "该公司，由于去年冬季的订单增加一倍，主动提高了渔网的产量和质量",
    ],
    [
      "up to the article that it is about",
      "罚款数额应当调整【第十五条】单位违反本规定的，按交易额处罚，过高过低都不合适",
      "罚款数额应当调整",
    ],
    [
      "no article behind what rests on it",
      "渔业主管部门可以依据【第十五条】的规定对违反本条例的渔船处以罚款",
      "渔业主管部门可以依据【第十五条】的规定对违反本条例的渔船处以罚款",
    ],
    [
      "up to where it says something",
      "城乡居民基本医疗保险参保人员、灵活就业人员，以及渔业专业合作社成员，可以在渔港申请一次性补贴",
      "城乡居民基本医疗保险参保人员、灵活就业人员，以及渔业专业合作社成员，可以在渔港申请一次性补贴",
    ],
    ["a year goes on to what is done", "到2032年：建成三十座渔港", "到2032年：建成三十座渔港"],
    [
      "no explanation in brackets",
      "改造小型渔船的船主（含合作社）可以申领补贴（即在渔港登记满三年、今年没有违规的船主）",
      "改造小型渔船的船主（含合作社）可以申领补贴",
    ],
    [
      "in brackets what does not count",
      "小型渔船的船主可以申领补贴（不含去年秋季已经领取过补贴的船主）",
      "小型渔船的船主可以申领补贴（不含去年秋季已经领取过补贴的船主）",
    ],
    [
      "not only what it goes by",
      "请各渔港管理站在接到本通知以后积极根据本站船只的特点，审核每艘渔船是否配齐救生衣和定位终端",
      "请各渔港管理站在接到本通知以后积极根据本站船只的特点，审核每艘渔船是否配齐救生衣和定位终端",
    ],
    [
      "not only what it is about",
      "持续围绕管好用好渔业发展资金，在提高渔港泊位的使用效率上作出新的安排",
      "持续围绕管好用好渔业发展资金，在提高渔港泊位的使用效率上作出新的安排",
    ],
    ["a label goes on to its figure", "每张债券收回价格：人民币100元整", "每张债券收回价格：人民币100元整"],
  ])("%s", (_, item, expected) => expect(first(item)).toBe(expected));
});

describe("running text", () => {
  it("parts what figures reached at 、, three of them or more", () =>
    expect(headlines("截至去年底，全县渔船达900艘、年渔获突破3万吨、冷库容量超1.2万吨。")).toEqual([
      "全县渔船达900艘",
      "年渔获突破3万吨",
      "冷库容量超1.2万吨",
    ]));

  it("leaves out that it was stressed or made clear to whom", () =>
    expect(headlines("通知要求，强调各地不得变相收费，明确允许渔船凭电子证照进港。")).toEqual([
      "各地不得变相收费",
      "允许渔船凭电子证照进港",
    ]));

  it("takes a time for no statement", () => {
    const text = "《规划》提出，要实施渔业优先战略，到2032年，渔港基本建成；渔船全部配有终端；污水得到处理。";
    const dropped = explainMeasures({ text }).dropped.map(({ span }) => text.slice(span.start, span.end));
    expect([...headlines(text), ...dropped]).toEqual(["渔港基本建成", "渔船全部配有终端", "污水得到处理"]);
  });

  it("takes the words below a picture for no statement", () =>
    expect(headlines("該局將增撥船位300個。港務局長主持增撥船位的記者會（資料照）")).toEqual(["增撥船位300個"]));

  it.each([
    ["on what basis", "在各县全面自查的基础上，省政府派出12个督查组。", "省政府派出12个督查组"],
    ["meanwhile", "在严格控制支出的同时，县财政新增3000万元用于渔港改造。", "县财政新增3000万元用于渔港改造"],
    ["upon what", "在申请补充检验时，可不要求船东提交合格证书。", "可不要求船东提交合格证书"],
    ["but keeps until when", "到2030年底，全县渔港改造完成率达到80%。", "到2030年底，全县渔港改造完成率达到80%"],
  ])("leaves out %s", (_, text, headline) => expect(headlines(text)).toEqual([headline]));

  it("keeps for whom a rule is, before what it says of all of them", () =>
    expect(headlines("对渔港、码头新建项目，一律不受理用地审批。")).toEqual([
      "对渔港、码头新建项目，一律不受理用地审批",
    ]));

  it("goes on behind whom or what it regards to what is done", () =>
    expect(headlines("船东毋须就已经中止的检验申请，履行任何申报手续。")).toEqual([
      "船东毋须就已经中止的检验申请，履行任何申报手续",
    ]));

  it("keeps who proposes what, but not who says what will be done", () => {
    expect(headlines("三家船厂已提出四亿元治理计划。")).toEqual(["三家船厂已提出四亿元治理计划"]);
    expect(headlines("三家船厂已提出四亿元治理资金年内到位。")).not.toEqual(["三家船厂已提出四亿元治理资金年内到位"]);
  });

  it("splits a chain of actions and drops who says it", () => {
    const text = "工信部有关负责人表示，今年将加快5G网络建设，支持中小企业改造设备，培育100个特色产业集群。";
    expect(headlines(text)).toEqual(["加快5G网络建设", "支持中小企业改造设备", "培育100个特色产业集群"]);
  });

  it("parts three deeds that no comma parts, but not two, and not things", () => {
    const [deeds, two] = [
      "会议要求抓好煤炭生产供应、加强储备精准调节、发放居民取暖补贴。",
      "要推进制度建设、能力建设。",
    ];
    expect(headlines(deeds)).toEqual(["抓好煤炭生产供应", "加强储备精准调节", "发放居民取暖补贴"]);
    expect(headlines(two)).toEqual(["推进制度建设、能力建设"]);
    expect(headlines("全市建成公办幼儿园、中小学校、社区医院共30所。")).toHaveLength(1);
  });

  it("knows what is done in Hong Kong and Taiwan", () =>
    expect(headlines("海事處表示，展延船員簽證6個月，加派往來離島的渡輪12班，抽驗救生衣210件。")).toEqual([
      "展延船員簽證6個月",
      "加派往來離島的渡輪12班",
      "抽驗救生衣210件",
    ]));

  it("never prints what something is done for, however short the text", () =>
    expect(headlines("为了庆祝建店一周年，该店下调三款电脑的价格。")).toEqual(["该店下调三款电脑的价格"]));

  it("prefers what was decided to the agenda and to a link", () => {
    const text =
      "县长主持召开常务会议，部署秋收工作，研究稳定菜价的措施。会议决定，对返乡农民工发放每人500元交通补贴。\n原文：https://news.example/2024/10/article.html";
    expect(headlines(text)).toContain("对返乡农民工发放每人500元交通补贴");
    expect(headlines(text).join()).not.toMatch(/部署|措施|http/);
  });

  it("leaves to a list what its lead only sums up", () => {
    const list = "一是加强日常监管。二是公开全部信息。";
    expect(headlines(`该局将全面推进采购改革，主要做好两项工作：${list}`)).toEqual(["加强日常监管", "公开全部信息"]);
  });

  it.each([
    ["the subject that every reader supplies", "我们将扩大试点范围至十个城市。", "扩大试点范围至十个城市"],
    ["a document as subject", "《办法》还鼓励社会资本参与旧厂房改造。", "鼓励社会资本参与旧厂房改造"],
    ["a dateline", "新华社某地3月1日电 某省将建设20个物流枢纽。", "建设20个物流枢纽"],
    ["something to be done is no attribution", "加强市场运行监测分析。", "加强市场运行监测分析"],
    [
      "a number that begins like a condition",
      "若干家渡口企业恢复夜航服务，新建渡船十二艘。",
      ["若干家渡口企业恢复夜航服务", "新建渡船十二艘"],
    ],
    ["a word that ends like a dateline", "大力发展海上风电，推进项目核准。", ["大力发展海上风电", "推进项目核准"]],
    [
      "but not a subject that says whom it concerns",
      "沿海各市要建立省际联防联控机制。",
      "沿海各市要建立省际联防联控机制",
    ],
    ["nor 将 that takes an object", "将补贴标准由200元提高到300元。", "将补贴标准由200元提高到300元"],
    [
      "joins by when to what is then so",
      "方案明确到2027年，各镇渡口全面实行电子售票。",
      "到2027年，各镇渡口全面实行电子售票",
    ],
    ["leaves out by what means", "通过完善渡口服务、提升航班密度等措施，新增客运航线12条。", "新增客运航线12条"],
    [
      "joins by the end of a year too",
      "方案明确到2027年年底，各镇渡口全面实行电子售票。",
      "到2027年年底，各镇渡口全面实行电子售票",
    ],
    ["keeps a verb that ends like a preposition", "鼓励社会力量参与。", "鼓励社会力量参与"],
    ["keeps by how much more", "市交通局表示，将较大幅度提高船员补贴标准。", "将较大幅度提高船员补贴标准"],
    [
      "cuts nothing off before 了",
      "某国公布了对来自邻国的五百艘渔船征收关税的清单。",
      "某国公布了对来自邻国的五百艘渔船征收关税的清单",
    ],
    ["keeps what answers", "市政府决定，回应民众关切取消渡口收费。", "回应民众关切取消渡口收费"],
    ["keeps what is given for a use", "用于渡口改造的贷款给予贴息。", "用于渡口改造的贷款给予贴息"],
    ["leaves out what a sum is used for", "下达补助资金2亿元，用于全省各镇渡口的修缮。", "下达补助资金2亿元"],
    ["leaves out a comparison alone", "预计整月客流1800万人次，将较三月的1439万人次为高。", "预计整月客流1800万人次"],
    ["joins a time to its statement", "到2030年，全省建成200个充电站。", "到2030年，全省建成200个充电站"],
    [
      "what happens to a document is no attribution",
      "《预算案》将于2月25日正式公布。",
      "《预算案》将于2月25日正式公布",
    ],
    [
      "an action is no comparison of the figure before it",
      "加大6G技术研发投入，推动5G专网建设。",
      ["加大6G技术研发投入", "推动5G专网建设"],
    ],
    ["joins a figure to its comparison", "出口额320亿元，同比增长4.1%。", "出口额320亿元，同比增长4.1%"],
    [
      "joins them over how it is counted",
      "上半年全市生产总值4180亿元，按可比价格计算，同比增长6.1%。",
      "上半年全市生产总值4180亿元，按可比价格计算，同比增长6.1%",
    ],
    [
      "joins with what share to what came of it",
      "某公司以29.8%的市场份额，位居全省第一。",
      "某公司以29.8%的市场份额，位居全省第一",
    ],
    [
      "keeps on what condition, without which it would say something else",
      "如果油价每吨再跌190元，汽油将每升下调0.15元。",
      "如果油价每吨再跌190元，汽油将每升下调0.15元",
    ],
    ["keeps how many years to come", "未来三年将新建充电站200座。", "未来三年将新建充电站200座"],
    ["joins what is bound to how it is", "凡用于防沙治沙的资金，必须专款专用。", "凡用于防沙治沙的资金，必须专款专用"],
    ["keeps the period of a report", "1-8月份，全市工业利润同比增长8.4%。", "1-8月份，全市工业利润同比增长8.4%"],
    [
      "joins for whom to what they get",
      "对招用应届毕业生的小微企业，给予每人1000元补贴。",
      "对招用应届毕业生的小微企业，给予每人1000元补贴",
    ],
    [
      "joins on what condition to what follows from it",
      "年缴税款首次超过500万元的，按当年增量的5%给予奖励。",
      "年缴税款首次超过500万元的，按当年增量的5%给予奖励",
    ],
  ])("%s", (_, text, expected) => expect(headlines(text)).toEqual([expected].flat()));

  it.each([
    ["who says it, though the name begins with a verb", "发展改革委主任去年年底表示，取消两项收费。", "取消两项收费"],
    ["when something else happens", "收购完成后，公司将关闭三家工厂。", "关闭三家工厂"],
    [
      "whoever is told something at an event",
      "在今年博览会期间，某平台负责人宣布，引进五十个新品牌。",
      "引进五十个新品牌",
    ],
    ["as of when something stands so", "截至9月末，全市建成充电桩1.2万个。", "全市建成充电桩1.2万个"],
    ["during which plan", "“十四五”期间，全市新建公园300个。", "全市新建公园300个"],
    ["who proposes it", "某党派中央建议设立青年创业基金。", "设立青年创业基金"],
    [
      "that it is decided",
      "市价格局发出通知，决定自2月25日零时起将油价每吨提高300元。",
      "自2月25日零时起将油价每吨提高300元",
    ],
    ["that it is told", "会议审议了规划，要求建立跨省协调机制。", "建立跨省协调机制"],
    ["which region will do it", "明年，福建将投入20亿元改造老旧管网。", "投入20亿元改造老旧管网"],
    ["who does that too", "市商务局还推出三条夜间公交线路。", "推出三条夜间公交线路"],
    [
      "what it builds on, however long",
      "在前期已经对12个城市的企业开展信用修复试点的基础上，把试点扩大到全省。",
      "把试点扩大到全省",
    ],
    ["what it is compared with", "至于去年向每户发放的1000元消费券，今年改为发放现金。", "今年改为发放现金"],
  ])("leaves out %s", (_, text, expected) => expect(headlines(text)).toEqual([expected]));

  it("leaves the title out where it has run into the text", () => {
    const title = "东岭新桥通车：车程从30分钟缩短到3分钟";
    expect(headlines(`${title},某社3月1日电 东岭新桥1日通车。该桥投入资金5亿元。`, title).join()).not.toContain(
      "缩短到3分钟",
    );
  });

  it("tells once what a text says twice, the longer clause or the surer one", () =>
    expect(
      headlines("某省将新建以湿地公园为主体的保护地体系。会议指出，新建以湿地公园为主体的保护地体系，惠及全省。"),
    ).toHaveLength(1));

  it("takes no source of a page for a statement", () => {
    const picture = '加快建设渔港码头<img src="a.png">';
    expect(headlines(`${picture}，全县新建三座冷库。`)).toEqual(["全县新建三座冷库"]);
  });

  it("leaves out what a text is only about", () =>
    expect(headlines("针对近日有企业停产一事，市商务局决定给予每家企业20万元补贴。")).toEqual([
      "给予每家企业20万元补贴",
    ]));

  it("reads the lines of a chart where there is no sentence", () =>
    expect(
      headlines("某局3月1日发布\n全市累计完成货运量292万吨\n同比增长21.7%\n铁路完成货运量27万吨\n图表：某某"),
    ).toEqual(expect.arrayContaining(["全市累计完成货运量292万吨", "铁路完成货运量27万吨"])));

  it("parts the clauses behind a bracket that never closes", () =>
    expect(
      headlines("对《副中心规划（街区层面）（2016年至2035年》的批复明确，市政府要严控建筑规模，新建三条轨道线。"),
    ).toEqual(["市政府要严控建筑规模", "新建三条轨道线"]));

  it("takes some of many clauses, and not only the best of few", () => {
    const deeds = Array.from({ length: 30 }, (_, i) => `支持第${i + 1}批企业改造设备。`).join("\n");
    expect(headlines(deeds).length).toBeGreaterThanOrEqual(4);
    expect(headlines(deeds).length).toBeLessThanOrEqual(9);
    expect(headlines("全市新建公办幼儿园30所。女职工产假延长至158天。")).toHaveLength(2);
  });

  it("is less sure of a clause the more of the text its lists take", () => {
    const clause = "新建小区充电车位比例不低于三成";
    const item = (what: string, i: number): string => `${"一二三四五六七八"[i]}是${what}。每季度公布一次进展。\n`;
    const items = ["统一标准", "清理账款", "开放数据", "减免费用", "简化审批", "公开流程", "设立窗口", "培训人员"].map(
      item,
    );
    const scoreBeside = (lists: string): number => {
      const text = `${lists}市财政安排两亿元补贴加装电梯。${clause}。企业保证金可以用保函代替。`;
      const found = extractMeasures({ text }).find(({ headline }) => text.slice(headline.start).startsWith(clause));
      return found?.score ?? 0;
    };
    expect(scoreBeside(items.join(""))).toBeGreaterThan(0);
    expect(scoreBeside(items.slice(0, 2).join(""))).toBeGreaterThan(scoreBeside(items.join("")) + 0.05);
  });

  it("reads prose that begins with the title of the original", () =>
    expect(
      headlines(
        "原标题：某集团发布财报……某网7月15日报道，该集团表示，将关闭三家亏损的工厂，并把设备迁往沿海两省。此前市场对此已有传闻，各地经销商均表示尚未接到通知。业内人士分析，行业产能过剩的局面短期内不会改变，价格仍将在低位徘徊一段时间。",
      ),
    ).toContain("关闭三家亏损的工厂"));

  it("takes targets as measures, and what happens to companies as neither", () => {
    expect(read("到2027年，全市充电桩达到3万个。")[0]?.kind).toBe("measure");
    const told = read("甲股份：获公司高管增持；乙科技：收到监管措施决定书；丙能源：确认中标轨道项目。");
    expect(told.map(({ kind }) => kind)).toEqual(["other", "other", "other"]);
  });

  it("tells the kind of things from what counts or announces them", () => {
    const kinds = (text: string): string[] => [...new Set(read(text).map(({ kind }) => kind))];
    expect(kinds("计划提出优质数据供给、普惠算力共享、安全治理协作等三项行动。")).toEqual(["measure"]);
    expect(kinds("适用对象如下：\n出国求学之民众。\n探视亲属之民众。\n因公出境之民众。")).toEqual(["other"]);
    expect(kinds("一是解决停车难问题；二是解决渡口拥堵问题；三是化解债务问题。")).toEqual(["measure"]);
    expect(kinds("1.打开渡口夜航通道。\n2.下载量最高的渡船应用给予奖励。\n3.进入渡口系统的船舶减免费用。")).toEqual([
      "measure",
    ]);
    expect(kinds("1.渡口规模：扩大到三十个泊位。\n2.船队规模：增加到五十艘。\n3.票价对象：免除学生票价。")).toEqual([
      "measure",
    ]);
    expect(kinds("上半年完成全年目标，主要特点如下：一是客流总体平稳；二是结构持续优化；三是质量稳步提升。")).toEqual([
      "finding",
    ]);
  });

  it.each([
    [
      "aims",
      "全市明确发展目标，主要体现在三个方面：航运发展取得新成效，岸线面貌得到新改善，便民水平实现新提升。",
      "measure",
    ],
    [
      "who is told to do what, as a point of view",
      "各方观点\n观点一 渡口主动承担安全责任\n观点二 船东提升夜航服务水平\n观点三 建立乘客投诉机制",
      "measure",
    ],
    [
      "steps",
      "申请人可以自助办理：\n1.进入渡船服务界面，填写资料。\n2.上传并提交证件照片。\n3.点击完成登记。",
      "other",
    ],
    ["chapters", "《规定》共三章，第一章总则，规定适用范围；第二章管理，加强监督；第三章附则，明确解释权。", "other"],
    ["matters", "检查内容：一是加强安全管理情况；二是履行渡口责任情况；三是落实夜航制度情况。", "other"],
    [
      "when and for whom",
      "现公告如下：\n1.管制时间：5月3日至9日。\n2.管制地点：东岭渡口。\n3.管制对象：全部货船。",
      "other",
    ],
    ["tips", "温馨提示：\n1.提前购买船票。\n2.带好证件。\n3.错峰出行。", "other"],
  ])("tells the kind of %s", (_, text, kind) => {
    const found = read(text).filter(({ list }) => list > 0);
    expect(found).toHaveLength(3);
    expect(new Set(found.map((measure) => measure.kind))).toEqual(new Set([kind]));
  });

  it("takes figures as findings", () => {
    const text = "统计局数据显示，上半年，全市工业增加值同比增长6.2%。出口额为320亿元，同比增长4.1%。";
    const found = read(text);
    expect(found.map((m) => m.headline)).toContain("上半年，全市工业增加值同比增长6.2%");
    expect(found.every((m) => m.kind === "finding")).toBe(true);
  });

  it("prints no bare heading among topics, and what stands below it", () => {
    const found = headlines(
      "一、活动主题\n乘渡船，看东岭。\n二、组织机构\n由市交通局主办。\n三、活动时间\n五月。\n四、补贴标准\n给予每条航线补贴12万元。",
    );
    expect(found).toContain("给予每条航线补贴12万元");
    expect(found.join()).not.toMatch(/主题|机构|一、|四、/);
  });

  it("leaves out ideology, aims and ceremony", () => {
    const text =
      "会议以重要思想为指导，全面贯彻会议精神。市长主持会议并讲话。会议决定，取消12项证明材料，为实现高质量发展提供有力支撑。";
    const found = headlines(text);
    expect(found).toContain("取消12项证明材料");
    expect(found.join()).not.toMatch(/思想|精神|主持|支撑/);
  });

  it("does not hand back the title as a measure", () => {
    const text = "某市推出10项措施支持外贸\n某市推出10项措施支持外贸，其中将给予出口企业每家20万元补贴。";
    expect(headlines(text, "某市推出10项措施支持外贸")).toContain("给予出口企业每家20万元补贴");
  });

  it("cuts an English item at its dash", () => {
    const text = "Key changes:\n• Career trials – open to all workers\n• Skills credits – topped up by $500";
    expect(headlines(text)).toEqual(["Career trials", "Skills credits"]);
  });

  it("reads English", () => {
    const text =
      'The ministry said on Monday that talks had gone well. From 1 May, the agency will provide grants of up to $500 to small shops. "We are happy," Mr Tan said.';
    expect(headlines(text)[0]).toMatch(/^(?:the agency will )?provide grants of up to \$500 to small shops$/);
  });

  it.each([
    ["a dateline", "LONDON (Reuters) - The bank cut its rate to 3.5%.", "The bank cut its rate to 3.5%"],
    ["a date before it", "9 June 2022 – The agency has banned 12 products.", "The agency has banned 12 products"],
    ["a bullet", "• The agency has banned 12 products.", "The agency has banned 12 products"],
    ["the number of a paragraph", "7 The agency has banned 12 products.", "The agency has banned 12 products"],
  ])("leaves out %s in English", (_, text, expected) => expect(headlines(text)).toEqual([expected]));

  it("keeps who acts where the action is short", () =>
    expect(headlines("The council will start enforcement on 3 May.")).toEqual([
      "The council will start enforcement on 3 May",
    ]));

  it("keeps subject and verb together over what is inserted", () =>
    expect(headlines("The bill, proposed in May, gives 300 farmers a grant of $500.")[0]).toBe(
      "The bill, proposed in May, gives 300 farmers a grant of $500",
    ));

  it("says why", () => {
    const [measure] = extractMeasures({ text: "一是加强领导。二是落实责任。" });
    expect(measure?.reasons).toContain("list:一是");
    expect(measure?.score).toBeGreaterThan(0.5);
  });
});

describe("kind", () => {
  it.each([
    ["measure", "会议部署三项工作：一是稳定生产。二是扩大消费。"],
    ["finding", "上半年运行呈现两个特点：一是产量平稳增长。二是出口明显改善。"],
    ["other", "专家分析了两个原因：一是原料价格的持续上涨。二是海外订单的阶段性转移。"],
    ["other", "有下列情形之一的，不予受理：\n（一）材料不全的。\n（二）超过期限的。"],
    ["other", "委员们围绕议题讨论：一是如何减轻企业负担。二是如何提高办事效率。"],
    ["other", "门店经营以下种类：1.饼干、饮品 2.毛巾、床单 3.雨具 4.灯具"],
    ["measure", "推出四项举措：一是新办企业补贴。二是减免房租。三是加快退税。四是发放贷款。"],
    ["other", "设立三步。改革的意义在于：一是有利于提高办事效率。二是有利于减轻企业负担。"],
    ["other", "“五个不得”：一是擅自提高票价；二是擅自关闭码头。"],
    ["other", "渔港内严禁：1.擅自提高票价。2.擅自关闭码头。"],
    ["other", "The following are banned from today:\n• selling old boats\n• closing the harbour\n• raising the fees"],
    ["other", "申请人应当符合下列条件：\n1.在本地登记满一年。\n2.应当按时缴纳税费。"],
    ["other", "主要内容包括：一是公平竞争审查制度。二是重大事项公示制度。"],
    ["other", "两条快讯：一是某地发生一起煤矿事故。二是某案在市法院一审宣判。"],
    ["finding", "上半年安全形势：\n（一）坠落事故多发。\n（二）事故总量仍在高位。"],
    ["finding", "一是重视程度高。二是各方行动早。"],
    ["measure", "活动内容丰富：一是医生进社区。二是律师进校园。"],
    [
      "measure",
      "The relief is as follows:\n1. Extension of the permit by six months\n2. Waiver of the late fee for 2025",
    ],
    ["other", "The notice lists unfair practices:\n1. claiming a false endorsement\n2. buying reviews in bulk"],
    ["other", "《条例》遵循以下基本原则：一是规范发展。二是防范风险。"],
    ["measure", "现就有关问题通知如下：\n一、本市企业甲类费率0.8%。\n二、外市企业甲类费率1.2%。"],
    ["finding", "去年取得的成绩：\n一、预约平台上线运行。\n二、窗口服务进驻大厅。"],
    ["measure", "会议部署了年度重点工作，包括：一是重拳整治，守住不断药的底线。二是源头治理，健全可追溯的体系。"],
    ["other", "疫苗接种对象：\n1.在校住宿的学生\n2.养老机构护理人员（含志愿者）"],
    ["measure", "镇里多措并举：一是搭平台。二是聚人气。"],
    ["measure", "本市自三月起，调整挂号费：\n- 普通门诊: 每次10元\n- 专家门诊: 每次30元"],
    ["measure", "两条快讯：一是查阅船舶资料。二是检查原材料仓库。"],
    ["finding", "复查结果：\n1.噪声达到二类区标准。\n2.废水达到一级排放标准。"],
    ["measure", "建设渔村要做到三个坚持：一是坚持守望相助。二是坚持共同发展。三是坚持绿色捕捞。"],
    ["other", "《办法》遵循三项原则：一是坚持问题导向。二是坚持分类施策。三是坚持公开透明。"],
    ["measure", "船长要做表率：一是要做安全的明白人。二是要做捕捞的带头人。"],
    ["finding", "这些年的工作：一是完善了灾害管理体制。二是健全了救灾预案体系。"],
    ["measure", "《办法》有两处新规定：一是明确了公共服务的使用方式。二是规定了平台的法律责任。"],
    ["finding", "两个问题：一是检测能力不强。二是冷库规模小。"],
    ["other", "批发价回落的主因可能有二：其一，新果大量上市。其二，对面港口取消停航。"],
    ["other", "办理须满足下列标准：\n1.噪声的控制标准\n2.废水的排放标准"],
    ["other", "渔村振兴的主要经验：一是坚持守望相助。二是坚持共同发展。三是坚持绿色捕捞。"],
    ["other", "县长谈了三点体会。一是安全是渔港的生命线。二是船长是渔船的主心骨。"],
    ["measure", "渔村振兴的经验和做法：一是推广休渔补贴。二是建设渔港市场。"],
    ["other", "谈到为什么要作出这样的规定，局长说：第一，体现了管理的统一性。第二，体现了服务的均等性。"],
    ["other", "渔业发展还存在一些问题。一是冷链能力有待提高。二是出口结构尚待优化。"],
    ["measure", "会议谈到渔民反映的问题。一是提高冷链能力。二是优化出口结构。"],
    ["measure", "方案按照统筹推进、突出重点的基本原则，一是推进渔港改造。二是加强岸线管理。"],
    [
      "other",
      "渔船有下列情形之一的，主管部门应当作出不予检验的决定：（一）船体未经检测合格。（二）设备无法确保航行安全。",
    ],
    ["other", "应当报告的内容包括：一是船东组织的重要检查活动。二是渔港确定的后续停泊安排。"],
    ["finding", "点评：■冷链产品体系逐步完善。■参股码头公司取得阶段性进展。"],
    ["measure", "两项部署：一是确保休渔安置顺利实施。二是推动渔港改造稳步推进。"],
  ])("%s: %s", (kind, text) =>
    expect(
      new Set(
        read(text)
          .filter((m) => m.list > 0)
          .map((m) => m.kind),
      ),
    ).toEqual(new Set([kind])),
  );

  it.each([
    ["measure", "92号汽油每升下调0.09元。"],
    ["measure", "超过限额的部分给予60%的补偿。"],
    ["measure", "每人每年最高补偿限额为20万元。"],
    ["measure", "到2030年，水质优良比例达到65%以上。"],
    ["finding", "上半年，汽油产量上升4.2%。"],
    ["measure", "The board has declared a cash dividend of $0.25 per share."],
    ["measure", "单个项目补助最高不超过500万元。"],
    ["measure", "新建小区充电车位的比例不低于30%。"],
    ["finding", "小区充电车位的比例已接近30%。"],
    ["finding", "截至目前，该平台已审批项目62项。"],
    ["measure", "该市已启动62项惠民工程。"],
    ["finding", "目前全市持证的养老机构仅有42家。"],
    ["finding", "昨日全县新增确诊病例3例。"],
    ["finding", "全县累计建成安置住房260多套。"],
    ["measure", "全县将建成安置住房260多套。"],
    ["finding", "该县图书馆获评国家一级图书馆。"],
    ["finding", "临江铁路大桥正式通车。"],
    ["finding", "分析师说，未来语音助手市场将达到400亿元。"],
    ["measure", "市政府将建设400个社区食堂。"],
    ["finding", "监测数据显示，新批准的仿制药有80个。"],
    ["measure", "会议要求，对6个重点行业开展专项整治。"],
    ["finding", "去年城区噪声均值降到50分贝。"],
    ["measure", "县财政紧急下达补助资金3000万元。"],
    ["other", "第三届茶叶博览会在云岭市开幕。"],
    ["measure", "同意该镇设立3个便民服务站。"],
    ["measure", "The council recommended a fee cap of $20 for parking."],
    ["finding", "Analysts see a 40% chance that the port may stay shut."],
    ["measure", "The agency aims to cut waiting times by 20% by 2030."],
    ["finding", "Singapore attained a recycling rate of 52% in 2024."],
    ["measure", "《规划》提出，到2030年，全市万元产值用水量比2025年下降16%。"],
    ["finding", "专家预计，到2030年，全市养老服务需求将增长16%。"],
    ["measure", "今年的评选办法有所调整，采用星级评定制度。"],
    ["measure", "The ministry has set up a fund for small ports."],
    ["finding", "The ministry has seen a 4% drop in complaints."],
    ["measure", "会议强调，要坚持以案促改。"],
    ["other", "通报的是县林场原场长违规公款吃喝问题。"],
    ["measure", "工作组将解决村民反映的用水问题。"],
    ["measure", "每月增購船票由800張減為600張。"],
    ["finding", "全市网吧由93家减至33家。"],
    ["measure", "该批债券票面利率暂定为2.8%。"],
    ["measure", "警方对5名盗采河砂的人员刑事拘留。"],
    ["measure", "食環部門會徹底清潔街市的公用地方。"],
    ["measure", "港務處亦會加派人手巡查碼頭。"],
    ["measure", "該署計畫在三年內增建兩座渡輪碼頭。"],
  ])("%s, in running text: %s", (kind, text) => expect(read(text)[0]?.kind).toBe(kind));
});
