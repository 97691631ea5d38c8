/** The rules by which kind.ts tells a measure from a finding. Data only. */
import type { MeasureKind } from "../../model.ts";
import { ACTION } from "../phrase/action.ts";
import { ACTION_ADVERBS, CHAPTER } from "../phrase/cues.ts";

export interface KindRule {
  readonly name: string;
  /** What it speaks for. */
  readonly kind: MeasureKind;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Rules over the words of one statement, whatever its language. */
export const SHARED_RULES: readonly KindRule[] = [
  {
    name: "percentage",
    kind: "finding",
    weight: 1,
    pattern: /\d ?%|per ?cent|compared (?:to|with)|(?<!no )more than \d/,
  },
];

/** Rules over the words of one Chinese statement. */
export const STATEMENT_RULES: readonly KindRule[] = [
  {
    name: "opens-with-action",
    kind: "measure",
    weight: 2,
    pattern: new RegExp(
      `^(?:${ACTION}|${ACTION_ADVERBS}|[将把对].{2,40}${ACTION})(?!.{0,6}\\d[\\d.,]*(?:万|亿)?[元吨辆家])`,
    ),
  },
  {
    name: "modal",
    kind: "measure",
    weight: 2,
    pattern:
      /(?<![重主需必首只急])要(?![素求点闻道])|将(?![近军])|应当?(?![对用急收届计])|必须|不得|拟|(?<![动项划展])计划(?!外|单列|书|$)|可以?申|允许|可享受|一律|由.{2,16}(?:承担|负责)|给予|予以/,
  },
  {
    name: "target",
    kind: "measure",
    weight: 5.5,
    pattern: /^(?:力争|到|至)“?(?:20[2-5]\d年|十.五)|^“?(?:20[2-5]\d年|十.五)”?末?[底前]|力争|目标/,
  },
  {
    name: "event",
    kind: "measure",
    weight: 1.9,
    pattern:
      /签署|收购|投资(?!组合|者|额|.{0,4}(?:增|降|完成))|中标|成立|宣布|推出|发布|印发|起草|出台|派出|下达|批准|批出|启动|上调|下调|(?:提高|提升|下调|上调|降低|延长|增加|降|调整|加)[至到为]\d|减为\d|暂定为|削减|上浮|减半|责令|刑事拘留|调[升高降]|补贴|补助|免征|罚|处以|派.{0,6}息|发行|供股|集资|回购|裁|增资|举办|试点|实行|设立|建立了/,
  },
  {
    name: "sets-figure",
    kind: "measure",
    weight: 3,
    pattern:
      /(?:^|\D)将[^,]{2,30}由\d[^,]{0,10}[至到为]\d|(?:限额|标准|额度|上限|下限|税率|费率|利率|抽成|比例)(?:一次性)?(?:[^,]{0,6}(?:暂定|调整|提高|降低|下调|上调|调[升降高低]))?[为至到由从]\d|(?:给予|按)[^,]{0,24}\d[\d.]*(?:%|元|万元)的?[^,]{0,6}(?:补[贴助偿]|奖励|优惠)|每[升吨人户台辆亩年度]{1,3}[^,]{0,6}[下上]调/,
  },
  {
    name: "limit",
    kind: "measure",
    weight: 3,
    pattern:
      /不[低少高多晚]于|不(?:得|再|予)?超过|至少(?!有)|最[高低长多晚](?:不|为|可)|以[^,]{2,24}为[限主]$|毋?须|只能|不能超过|无需|底前[^,]{0,6}确保|[将把][^,]{2,40}(?:纳入|划入|列入)|对[^,]{2,40}(?:加征|征收|处以)/,
  },
  { name: "consents", kind: "measure", weight: 2.5, pattern: /^(?:同意|不同意|不赞成|请)|^核准/ },
  {
    name: "deed",
    kind: "measure",
    weight: 1.5,
    pattern:
      /^坚持|^做[^,法]{1,8}的[^,]{2,6}[人者]$|^(?:仍|正|均|还|也|则|会)?(?:采用|启用|抽调|调拨|下拨|打破|剔除|找准|把准|活跃|重塑|[着著]重)|更名为|改名为|不限于|仅[能可限]/,
  },
  {
    name: "short-act",
    kind: "measure",
    weight: 1.5,
    pattern: /^[搭重聚谋立强抓促保优建提增稳筑扩补调降去防治育引活惠拓畅守]\p{Script=Han}{2,3}$/u,
  },
  {
    name: "meeting",
    kind: "other",
    weight: 4.5,
    pattern:
      /(?:[会展]|论坛|大赛|活动|庆典)[^,]{0,24}(?:召开|开幕|闭幕|举行|举办)$|将[^,]{0,30}(?:举[办行]|召开)[^,]{0,36}(?:[会展]|论坛|大赛|活动)$|主持召开/,
  },
  { name: "breach", kind: "other", weight: 4.5, pattern: /(?:违[规纪法反]|收受|侵占|挪用)[^,]{2,40}问题$/ },
  { name: "brought-in", kind: "measure", weight: 1, pattern: /进(?:社区|校园|企业|乡村|课堂|机关|家庭|园区)$/ },
  { name: "action-inside", kind: "measure", weight: 0.5, pattern: new RegExp(`.${ACTION}`) },
  {
    name: "comparison",
    kind: "finding",
    weight: 3,
    pattern:
      /同比|环比|按年|(?:增长|(?<!调)下降|上升|回落|上涨|下跌|(?<![每调])升|跌|增幅|降幅|增速|高达|低至|占比?)[^,]{0,10}\d|增长.{0,3}成|超过?.{1,4}成/,
  },
  {
    name: "so-far",
    kind: "finding",
    weight: 2.5,
    pattern:
      /截[至止]|累计|(?:已经?|了|先后)[^,延缩扩降提启派]{0,14}\d[\d.,]*(?:多|余|万|亿)*[^年月日号天\d][^,]{0,12}$/,
  },
  {
    name: "deeds-counted",
    kind: "finding",
    weight: 2.2,
    pattern: new RegExp(
      `^(?:累计|新|共)?${ACTION}[^,\\d]{0,24}\\d[\\d.]*(?:多|余)?(?:万|亿|千|百)*(?:多|余)?(?:个|套|件|人|人次|户|家|项|起|宗|亩|公里|所|座|种|例|名|条|辆|台)(?:多|余)?$`,
    ),
  },
  { name: "cases", kind: "finding", weight: 4, pattern: /病例[^,]{0,8}\d|\d例/ },
  { name: "amounts-to", kind: "finding", weight: 2, pattern: /(?:仅|约|只|共|已|拥)有|有\d[^,]{0,4}$|仅为/ },
  {
    name: "came-about",
    kind: "finding",
    weight: 2,
    pattern:
      /获[批评]|荣获|获[^,]{2,24}(?:补助|资助|奖励|表彰|殊荣|评选)|成功(?:发行|举办)|正式(?:开[工通]|入驻|运[行营]|投[产用]|通车)|意味|表明/,
  },
  {
    name: "outlook",
    kind: "finding",
    weight: 2,
    pattern: /将(?:会|有|使|在[^,]{2,16})?(?:达到?|超过|突破|成为|是|迎来|下降|持续|保持|继续保持|放缓|带来|节省)/,
  },
  {
    name: "thing-will",
    kind: "finding",
    weight: 3,
    pattern: /(?:市场|规模|份额|比例|占比|人口|需求|经济|油价|趋势|销量|产量|品类|品种|收入|竞争)[^,]{0,6}将/,
  },
  {
    name: "past-period",
    kind: "finding",
    weight: 2.2,
    pattern: /^(?:去年|上年|前年|上月|今年以来|.{0,4}上半年|.{0,4}前[^,]{1,3}个?(?:月|季度))(?![^,]{0,4}(?:起|将))/,
  },
  {
    name: "forecast",
    kind: "finding",
    weight: 2.5,
    pattern: /预计|预期(?!目标)|预测|估计|(?<![资材原燃饲肥涂塑颜面意饮照])料(?!理|油)|有望|可能|或将/,
  },
  {
    name: "figure",
    kind: "finding",
    weight: 1.5,
    pattern:
      /\d[\d.,]*(?:万|亿|千|百)*(?:多|余)?(?:元|美元|港元|欧元|吨|辆|家|人|户|件|台|块|千瓦|平方米|桶|立方米|个(?!行业|领域|重点|城市|地区|省|部门|方面)|%|倍|点|公里)|百分之/,
  },
  {
    name: "done",
    kind: "finding",
    weight: 0.8,
    pattern: /(?<!为)了(?!解)|已经?|累计|(?<![下传送表])达到?|实现|完成|突破|稳定在|连续\d+年|首次/,
  },
  {
    name: "state",
    kind: "finding",
    weight: 2,
    pattern:
      /(?:旺盛|多发|高发|频发|滞后|脆弱|薄弱|落后|匮乏|老化|短缺|[较偏][高低大小强弱]|高位|跨越|增强|明显|强烈|较快|平稳|向好|改善|提升|提高|充足|充裕|显著|回升|回落|放缓|下滑|加快|稳定|突出|良好|优化|活跃|扩大|不足|下降|增长|增加|偏[弱低高]|收窄|凸显|显现|恶化|严重|困难|空间|根据)$/,
  },
  {
    name: "progress",
    kind: "finding",
    weight: 2.5,
    pattern: new RegExp(
      `^(?!${ACTION})[^,]{2,}(?:逐步|稳步|快速|持续|顺利|同步|加速|有序)(?:完善|推进|发展|实施|落地|推广|增长)$|取得[^,]{0,8}(?:进展|成效|突破)$`,
    ),
  },
  {
    name: "lacks",
    kind: "finding",
    weight: 3,
    pattern: /(?:不[大优顺强够足快畅实严紧力稳齐全深]|(?:规模|总量|产业|企业|占比)[小低弱]|增速低|程度低)$/,
  },
  { name: "short-state", kind: "finding", weight: 1.5, pattern: /^[^,a-z\d]{2,6}[高低大多少好优早快慢强弱稳足]$/ },
];

/** Rules over what stands before a list. */
export const LEAD_RULES: readonly KindRule[] = [
  {
    name: "lead-finding",
    kind: "finding",
    weight: 2.5,
    pattern:
      /(?:形势|现状|特点|特征|成效|成绩|解读|看法|表现|态势|变化|亮点|趋势|走势|进展|成果|呈现|数据|显示)[^。]{0,15}$/,
  },
  {
    name: "lead-achieved",
    kind: "finding",
    weight: 4,
    pattern: /\b(?:our|its|the|some of the|main|key) achievements\b[^.]{0,40}$/,
  },
  {
    name: "lead-other",
    kind: "other",
    weight: 3,
    pattern:
      /(?:(?<!(?:按照|本着|根据|依照)[^。]{0,70})原则|原因|挑战|(?<!有关|相关)问题|条件|理由|风险|因素|困难|意义|体现在|体现为|情形|行为|注意|提示|提醒|放假|日程|第一是|方法|优势|之一|试一试|best practices|practices|categories|issues|offen[cs]es|violations|breaches|criteria|tips|schedule|namely|reasons?|challenges?|principles?)[^。]{0,14}$/,
  },
  {
    name: "lead-names-other",
    kind: "other",
    weight: 4,
    pattern:
      /(?:(?<!(?:按照|本着|根据|依照)[^。]{0,70})原则|原因|主因|隐忧|理由|因为|由于|挑战|风险|因素)(?:可能)?(?:有[^。,]{1,4}|是|如下|主要有[^。,]{1,5})?[:,]?\s*$/,
  },
  {
    name: "lead-lesson",
    kind: "other",
    weight: 6,
    pattern: /(?:启示|体会|感悟|经验(?!和?做法|推广|交流))[^。]{0,14}。?\s*$/,
  },
  { name: "lead-why", kind: "other", weight: 4, pattern: /(?:为什么|为何|缘何|之所以)[^。;]{0,60}$/ },
  {
    name: "lead-target",
    kind: "measure",
    weight: 4,
    pattern: /目标(?!.*(?:特点|特征|成效|成绩|亮点|原因|问题))[^。]{0,24}$/,
  },
  { name: "lead-official", kind: "measure", weight: 2.5, pattern: /(?:公告|通知|批复|决定|说明|规定)如下:?\s*$/ },
  {
    name: "lead-acts",
    kind: "measure",
    weight: 2.5,
    pattern: new RegExp(`[,。;\\n](?:(?:${ACTION_ADVERBS})?${ACTION})[^,。;:\\n有]{2,24}:\\s*$`),
  },
  {
    name: "lead-conditions",
    kind: "other",
    weight: 6,
    pattern:
      /有(?:下列|以下)[^。:]{0,8}(?:情形|情况|行为)[^。]*:[“"]?\s*$|(?:符合|具备|满足)[^。]{0,12}条件[^。]{0,4}$|\bif (?:you|they|he or she)\s*:?\s*$/,
  },
  {
    name: "lead-forbidden",
    kind: "other",
    weight: 8,
    pattern:
      /(?:严禁|禁止|不得|不准|不许|不可以|杜绝|不能)[^。;:,“]{0,16}:\s*$|\b(?:banned|prohibited|forbidden|not (?:allowed|permitted)|(?:must|shall|may|do) not)\b[^.;:]{0,40}:\s*$/,
  },
  { name: "lead-persons", kind: "other", weight: 4, pattern: /(?:对象|人员|人群|范围)(?:如下|包括|为|是)?:?\s*$/ },
  { name: "lead-procedure", kind: "other", weight: 3, pattern: /(?:流程|程序|步骤):?\s*$/ },
  {
    name: "lead-announces",
    kind: "measure",
    weight: 1,
    pattern: /\b(?:announc|introduc|launch|roll)\w+\b[^.]{0,70}$|\b(?:initiatives?|enhancements?|changes)\b[^.]{0,60}$/,
  },
  {
    name: "lead-measure",
    kind: "measure",
    weight: 1.5,
    pattern:
      /(?:措施|举措|任务|工作|要求|规定|部署|政策|行动|意见|建议|倡议|要|将|决定|确定|强调|指出|通知如下|批复如下|事项|limits?|rules|regulations|provisions|measures?|initiatives?|steps|actions?|recommendations?|call(?:s|ed)? (?:on|for)[^.]*|(?:will|shall|must|required to|agreed to))[^。.]{0,15}$/,
  },
];

/** Rules over the words of an item that hold of no other clause: what happens to a company in a round-up of news. */
export const ITEM_RULES: readonly KindRule[] = [
  {
    name: "befalls",
    kind: "other",
    weight: 8,
    pattern: /^(?:\d{1,2}日)?(?:获(?!批)|收到|遭|被|确认?中标|确定为|中标)/,
  },
  {
    name: "happening",
    kind: "other",
    weight: 6,
    pattern:
      /发生(?!变化|率)[^,]{0,12}(?:事故|灾害|地震|火灾|袭击|冲突|案)|宣判|一审|辞职|逝世|当选|夺冠|获刑|被?双开|战胜|负于|被捕|公开招标/,
  },
  {
    name: "step",
    kind: "other",
    weight: 5,
    pattern:
      /^(?:扫码|搜索|点击|打开(?=.{0,10}(?:网|页|微信|app|小程序|链接|软件))|登[录陆]|进入.{0,12}(?:界面|页面|系统)(?!的)|填写|上传|下载(?!量)|关注.{0,10}公众号)/,
  },
  { name: "chapter", kind: "other", weight: 8, pattern: CHAPTER },
  { name: "question", kind: "other", weight: 8, pattern: /^(?:如何|怎样|怎么|为何|为什么)/ },
  { name: "significance", kind: "other", weight: 6, pattern: /^(?:有利于|有助于|事关|关系到?)/ },
];

/** Rules over an item with the label that it may begin with. */
export const LABEL_RULES: readonly KindRule[] = [
  { name: "data", kind: "other", weight: 7, pattern: /^.{0,4}(?:时间|地点|名称|规模|主题|对象|阶段):/ },
];

/** Rules over what its sentence says before a clause of running text. */
export const BEFORE_RULES: readonly KindRule[] = [
  {
    name: "told-to",
    kind: "measure",
    weight: 2,
    pattern: /(?:(?<![主重需首])要|应当?|必须|要求|建议|部署|同意)[,:“]*$/,
  },
  { name: "aimed", kind: "measure", weight: 5.5, pattern: /(?:到|提出|明确|确保)“?(?:20[2-5]\d年|十.五)|力争|目标/ },
  {
    name: "told-as-figures",
    kind: "finding",
    weight: 2,
    pattern:
      /同比|环比|增长\d|(?:数据|统计|调查|报告|研究|监测)[^,。]{0,8}(?:显示|表明|发现)|分析师|专家|预[测计]|估计|测算/,
  },
];
