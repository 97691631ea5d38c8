/** What tells that a body is the one that decides, states or counts. Patterns see simplified Chinese. */

export interface Cue {
  readonly name: string;
  /** Against the words before the first body of a row, from the last sentence mark. */
  readonly before?: RegExp;
  /** Against the words after the last body of a row, up to the next sentence mark. */
  readonly after?: RegExp;
  readonly weight: number;
  /** Counts in the headline only. */
  readonly inTitle?: boolean;
  /** Counts for companies only. */
  readonly ofCompany?: boolean;
  /** Counts inside 《…》 only, where a word of announcing is a word of the document's name. */
  readonly ofDocument?: boolean;
  /** Counts for bodies whose name it fits. */
  readonly ofName?: RegExp;
}

const DECIDE =
  "发布|公示|主办|发起|重奖|表彰|表扬|奖励|发表|公布|印发|下发|出台|宣布|公告|通告|通报|颁布|签发|发出|刊发|披露|启动|批准|批复|核准|同意|决定|要求|提出|明确|部署|强调|推出|召开|举行|举办|组织召开|开展|实施|修订|修改|制定|起草|下达|拨付|调整|上调|下调|约谈|处罚|查处|立案|受理|征求|建议|提醒|警告|呼吁|倡议|承诺|签署|签订|修正|延长|取消|下拨|会同|牵头|安排|计划|拟|将|预计|估计|预测|料|推进|完成|提议|表决通过|审议通过|通过了|作了[^，。；\\n]{0,40}报告|解读|拘捕|检获|检控";
const SAY =
  "说|表示|称|指出|介绍|透露|认为|回应|答复|解释|坦言|指(?![导定数挥引示标派])|谈及|答记者问|重申|证实|否认|分析指出";
const TITLES =
  "部长|主任|局长|厅长|处长|司长|署长|行长|主席|秘书长|会长|院长|所长|检察长|理事长|总裁|总经理|董事长|首席[\\u4e00-\\u9fff]{2,4}|发言人|负责人|权威人士|有关人士|专家|官员|总监|特首|司司长|副局长|分析师|总工程师|总经济师";

/** A row of bodies as the subject: 、等部门, dates, persons and adverbs may stand between it and its verb. */
const SUBJECT_GAP = "[^，。；！？\\n]{0,32}?";

export const CUES: readonly Cue[] = [
  { name: "under-authority", before: /(?:经|报|报请|经过|征得|提请|呈报|报送|上报|提交|送)$/, after: /^/, weight: -3 },
  {
    name: "in-law-basis",
    before: /(?:根据|依据|按照|贯彻|落实|遵照|执行|转发|违反)[《]?$/,
    after: /^(?!.{0,12}(?:数据|统计|消息|公布|发布|测算|监测|公告|介绍|预测))/,
    weight: -3,
  },
  // 中共中央政治局委员、国务院副总理某某: the office of a person, whatever he does.
  {
    name: "office",
    ofName:
      /^(?:国务院|全国人民代表大会|中共中央|中共中央政治局|中央军事委员会|全国人民代表大会常务委员会|中国人民政治协商会议全国委员会)$/,
    after:
      /^(?:常委|委员(?!会)|候补委员|副总理|副?主席(?!会议)|副?委员长(?!会议)|副?秘书长|总书记|书记处|党组|代表(?!大会|团)|[一二三四五六七八九十\d]+次会议(?:新闻中心|举行记者会))/,
    weight: -2,
  },
  // The premier speaks for the State Council where he leads its meeting, signs or instructs.
  {
    name: "premier",
    ofName: /^国务院$/,
    after:
      /^总理(?![^，。；\n]{0,16}(?:主持召开(?![^，。；\n]{0,30}座谈会)|签署)|[^。；\n]{0,70}作出[^，。；\n]{0,4}批示)/,
    weight: -2,
  },
  // In whose pages others publish theirs.
  { name: "site", before: /在$/, after: /^(?:官方)?(?:网站|官网)上?(?:公布|公示|公开)/, weight: -2 },
  {
    name: "scholar",
    ofName: /大学$/,
    after: /^[^。；\n]{0,30}?(?:教授|院长|所长|研究员|讲师|博士|学者|主任)/,
    weight: -2,
  },
  {
    name: "addressee",
    before: /(?:向|致|对|与|同|跟|给|受|被|至|关于|得到|接受|隶属于?|原|(?<![此以之目日])前|任|担任|出任|历任)$/,
    after: /^(?![^，。；\n]{0,12}专访)/,
    weight: -2,
  },
  { name: "granted", before: /(?:获|获得)$/, after: /^(?!(?:正式)?(?:批复|批准|核准))/, weight: -2 },
  { name: "partner", ofCompany: true, before: /(?:联合|携手)$/, after: /^/, weight: -2 },
  {
    name: "no-comment",
    after: /^[^，。；\n]{0,8}?(?:没有|未|拒绝|尚未|不予)[^，。；\n]{0,8}?(?:回复|回应|置评)/,
    weight: -2,
  },
  // 某部批准的项目: what it did is not what is told.
  { name: "participle", after: /^(?:批准|核准|同意|制定|确定|规定|要求|部署)的(?!《)/, weight: -2 },
  { name: "invited", before: /邀请了?$/, after: /^[^。；\n]{0,60}(?:介绍|通报|发布|解读)/, weight: 2 },
  { name: "interview", before: /(?:对|专访|采访)$/, after: /^[^，。；\n]{0,12}专访/, weight: 2 },
  // What others carry out, or what is told as long known.
  {
    name: "carried-out",
    ofName: /^(?:国务院|中共中央)$/,
    after: /^的?(?:(?:重大|各项)?决策部署|部署[，、。落贯]|文件|先后|历来|高度重视)/,
    weight: -2,
  },
  { name: "told", after: /^(?:等部门|及有关部门)?(?:要(?!求|闻)|应当?(?!急)|须|需要?|负责(?!人|同志))/, weight: -2 },
  { name: "origin", before: /原产于[^，。；\n]{0,16}$/, after: /^/, weight: -2 },
  { name: "in-parliament", ofName: /^立法[會院]$/, before: /在$/, after: /^/, weight: -2 },
  {
    name: "offender",
    after:
      /^[^，。；\n]{0,16}(?:书记|局长|厅长|主任|董事长|院长|校长|经理|行长)[^，。；\n]{0,12}(?:违规|违纪|受贿|涉嫌)/,
    weight: -2,
  },
  {
    name: "reporter-source",
    before: /(?:从|据|获悉|根据|来自|引述|援引|按照)(?:[\u4e00-\u9fff]{0,4}?)$/,
    after:
      /^[^。；\n]{0,30}?(?:获悉|了解到|了解|消息|数据|统计|公布|发布|介绍|透露|通报|显示|测算|监测|传出|举行|召开|公告|最新|预测)/,
    weight: 2,
  },
  { name: "order", after: /^(?:令|公告)(?:第|[，。、\s公])/, weight: 2 },
  { name: "document-name", ofDocument: true, after: /^(?:办公厅)?关于/, weight: 1 },
  {
    name: "document-issued",
    ofDocument: true,
    before: /(?:发布|印发|公布|出台|下发|颁布)(?:了|的)?《$/,
    after: /^.{0,20}关于/,
    weight: 2,
  },
  {
    name: "document-out",
    ofDocument: true,
    before: /《$/,
    after: /^[^》]{0,80}》[^，。；]{0,12}?(?:发布|印发|公布|出台|施行|实施|全文|明确|提出|要求)/,
    weight: 2,
  },
  {
    name: "data",
    after: /^[^，。；\n]{0,14}?(?:数据|统计|调查|监测|报告|信息|快报|公报)(?:显示|表明|指出)?/,
    weight: 2,
  },
  { name: "announces", after: new RegExp(`^${SUBJECT_GAP}(?:${DECIDE})`), weight: 2 },
  { name: "says", after: new RegExp(`^${SUBJECT_GAP}(?:${TITLES})?${SUBJECT_GAP}(?:${SAY})`), weight: 2 },
  // 财政部部长某某：, on a line of its own over what was answered.
  {
    name: "speaker-line",
    before: /^$/,
    after: new RegExp(`^(?:${TITLES})[\\u4e00-\\u9fff]{2,4}[：:](?:\\n|$)`),
    weight: 4,
  },
  { name: "tidings", after: /^(?:最新)?(?:传出|传来|发来).{0,6}消息/, weight: 2 },
  // 主持召开某某委员会第七次会议
  { name: "instructs", after: /^总理[^。；\n]{0,70}作出[^，。；\n]{0,4}批示/, weight: 2 },
  { name: "heard", before: /听取了?$/, after: /^[^，。；\n]{0,30}作的/, weight: 2 },
  {
    name: "letter",
    before: /^$/,
    inTitle: true,
    after: /^[ \u3000]?(?:函|令|公告|通知|通告)(?:$|[ \u3000—])/,
    weight: 3,
  },
  {
    name: "session",
    before: /(?:召开|主持|举行)$/,
    after: /^第[一二三四五六七八九十百\d]+次(?:全体|扩大)?会议(?!精神|决定)/,
    weight: 2,
  },
  {
    name: "results",
    after: /^[^，。；\n]{0,14}?(?:营收|净利|纯利|盈利|盈喜|盈警|亏损|利润|收入|销量|产量|业绩|交付)/,
    ofCompany: true,
    weight: 2,
  },
  {
    name: "board",
    after: /^(?:[(（]\d+[)）])?董事会[^，。；\n]{0,8}?(?:决议|通过|批准|宣布)/,
    ofCompany: true,
    weight: 2,
  },
  {
    // 教育部连发两文件规范…: whatever it does.
    name: "headline-subject",
    before: /^$/,
    inTitle: true,
    ofName: /^(?!立法|.*[开布格结]局$).*(?:部|委|委员会|局|署|厅|办公厅|政府|协会|学会|交易所)$/,
    after:
      /^(?:等[^，。：]{0,8}部门)?(?![等、和与的及原副旧]|发言人|旁边|门口|大院|大楼|去世|撤销|名单|[^，。：]{0,12}(?:被|遭|获|涉嫌|落马)|.{0,6}(?:监管局|党委|领导小组|督察组))[\u4e00-\u9fff\d]{2}/,
    weight: 2,
  },
  { name: "headline-colon", before: /^$/, inTitle: true, after: /^\s*[:：]/, weight: 2 },
  { name: "document-title", before: /^$/, after: /^(?:办公厅)?\s?(?:关于|对)/, weight: 3 },
];
