/** Named features of a Chinese candidate; each is true or false. Their weights are in weights.ts. */

import { ACTION } from "./action.ts";
import type { Candidate } from "./candidate.ts";
import { LATE_VERB, OPEN_START } from "./cues.ts";

export interface Feature {
  readonly name: string;
  /** The weight that the guideline of an editor lets expect, in log odds; training moves it where articles say otherwise. */
  readonly prior: number;
  readonly holds: (candidate: Candidate) => boolean;
}

/** True of candidates whose words the pattern finds. */
export const matches =
  (pattern: RegExp) =>
  (candidate: Candidate): boolean =>
    pattern.test(candidate.words);
const FIGURE =
  /\d[\d.,]*(?:万|亿|千|百|%|个百分点|元|吨|家|个(?!月)|条|项|人|户|辆|天|倍|台|套|公里|千瓦|度|间|仙|名|座|所|次|宗|架|艘|班|处|亩|桶|小时|工作日)|百分之|[一二三四五六七八九十百千两]+(?:万|亿)+[元吨美港户人]|[一二三四五六七八九]成/;
const EVENT =
  /签署|收购|投资|中标|成立|宣布|推出|发布|印发|出台|上市|批准|决定|启动|开通|建成|投产|上调|下调|提高到|提高至|延长至|降至/;
const SUBJECT_ACTION = new RegExp(`^.{2,14}?${ACTION}`);
const STRONG =
  /^(?:取消|免征|减免|发放|设立|批准|核准|推出|开通|暂停|停止|禁止|严禁|减征|下调|上调|补贴|补助|派.{0,6}息|回购|增持|减持|供股|配股|授予|成立|印发|出台|新增|建成|启动|实行|放宽|延长|收购|投资|签署|调整|允许|支持|鼓励)/;
/** 推出十项措施: that there are some, not what they are. */
const ANNOUNCEMENT =
  /[\d一二三四五六七八九十多]+(?:项|条|个方面|方面)[^,]{0,10}(?:措施|任务|举措|政策|内容|意见)|(?:系列|有力|有效|一揽子)的?[^,]{0,6}(?:措施|举措|政策)/;
/** What follows such words is aim, not action. */
const AIM =
  /^(?:全力|奋力|有力|有效)?(?:促进|推动|提升|提高|助力|确保|增强|带动|有助于|以便|从而|让|实现|形成|保障|满足|激发|打造|不断|切实|努力|为|更好|力争|使|防止|进一步(?:提升|提高|增强|促进))/;

export const CHINESE_FEATURES: readonly Feature[] = [
  { name: "action-first", prior: 0.6, holds: (c) => c.action && c.leads },
  { name: "modal-own", prior: 1, holds: (c) => c.modal === "own" },
  { name: "modal-shared", prior: 0.4, holds: (c) => c.modal === "shared" && c.action },
  { name: "bare-action", prior: 0.2, holds: (c) => c.modal === "none" && c.action },
  { name: "aim-behind", prior: -1, holds: (c) => !c.leads && c.modal !== "own" && AIM.test(c.words) },
  {
    name: "aim-before-stop",
    prior: -0.7,
    holds: (c) => !c.leads && c.modal !== "own" && AIM.test(c.words) && /^[。”]/.test(c.after),
  },
  {
    name: "purpose",
    prior: -1,
    holds: (c) =>
      /^为(?!.{1,12}(?:提供|办理|发放|减))|^为.{2,20}(?:提供|奠定|注入|打下|贡献).{0,8}(?:支撑|保障|基础|动力|力量|条件)$/.test(
        c.words,
      ) ||
      (/^为了?[^,。]{3,}[,]/.test(c.before) && !/[。;]/.test(c.before) && c.clause < 2),
  },
  { name: "chain-3", prior: 0.5, holds: (c) => c.chain >= 3 && c.action },
  { name: "open-start", prior: -1, holds: (c) => OPEN_START.test(c.words) && !LATE_VERB.test(c.words) },
  { name: "figure", prior: 0.8, holds: matches(FIGURE) },
  { name: "titled", prior: 0.5, holds: (c) => c.titled > 0.6 },
  { name: "titled-some", prior: 0.2, holds: (c) => c.titled > 0.3 },
  { name: "figure-among-actions", prior: -0.2, holds: (c) => c.actions > 0.4 && FIGURE.test(c.words) },
  { name: "change", prior: 0.4, holds: matches(/同比|环比|按年|增长|下降|回落|提升至|升至/) },
  {
    name: "weak",
    prior: 0,
    holds: matches(/^(?:促进|推动|推进|提升|提高|增强|加强|强化|保障|助力|激发|凝聚|营造|形成|巩固|夯实|优化|深化)/),
  },
  {
    name: "ends-abstract",
    prior: -0.5,
    holds: matches(
      /(?:水平|能力|质量|运行|效能|活力|竞争力|合力|作用|信心|环境|氛围|成效|发展|工作|落实|大局|效率|效益|韧性|需求|稳定|安全)$/,
    ),
  },
  {
    name: "ends-concrete",
    prior: 0.5,
    holds: matches(
      /(?:试点|补贴|补助|机制|制度|项目|平台|办法|方案|基金|政策|标准|体系|清单|税|费|贷款|中心|基地|改造|建设|改革|管理|覆盖|开放|力度)$/,
    ),
  },
  { name: "superlative", prior: 0.2, holds: matches(/首次|首个|首批|新高|第一|历史|最大|最高|突破/) },
  { name: "strong", prior: 1, holds: (c) => STRONG.test(c.words) && !ANNOUNCEMENT.test(c.words) },
  { name: "announcement", prior: -0.5, holds: matches(ANNOUNCEMENT) },
  {
    name: "subjectless",
    prior: -0.5,
    holds: matches(/^(?:可(?!再|持)|能(?!源|力|耗)|能够|均|都|仅|还|这|该|此|其(?!他)|分别|平均|最|较)/),
  },
  { name: "few-candidates", prior: 0.4, holds: (c) => c.among < 12 },
  { name: "many-candidates", prior: -0.7, holds: (c) => c.among > 30 },
  { name: "quote-inside", prior: 0.2, holds: matches(/[“「].+[”」]/) },
  { name: "compared", prior: 0.3, holds: (c) => c.compared },
  {
    name: "plain",
    prior: -1,
    holds: (c) =>
      !c.action && c.modal !== "own" && !FIGURE.test(c.words) && !SUBJECT_ACTION.test(c.words) && !EVENT.test(c.words),
  },
  { name: "comma-inside", prior: 0.3, holds: matches(/,/) },
  { name: "ends-in-de", prior: 0, holds: matches(/等$/) },
  { name: "period", prior: 0.3, holds: matches(/今年|去年|\d{4}年|上半年|季度|\d月|个月|到20\d\d年/) },
  {
    name: "comparison",
    prior: -1.5,
    holds: matches(/^(?:同比|环比|比|较|高于|低于|超过|与|增速|增幅|降幅|占|其中|相当于|分别)/),
  },
  {
    name: "history",
    prior: -1,
    holds: (c) => /此前|过去|曾|以来|年来|当时|一直|原来|上年/.test(c.words) || /此前,?$/.test(c.before),
  },
  {
    name: "future",
    prior: 0.7,
    holds: (c) => c.modal !== "own" && /(?<![即必])将(?![军士领近])|拟|计划/.test(c.words),
  },
  {
    name: "set-to",
    prior: 1,
    holds: matches(/(?:[高升调低降延增加减缩压扩浮定改]|调整|下降)(?:长|大|短|幅)?[为到至]\d|上浮|减半/),
  },
  { name: "effective", prior: 0.7, holds: matches(/生效|施行|起(?:实施|执行|实行|推行)/) },
  {
    name: "background",
    prior: -1,
    holds: (c) =>
      /^(?:虽然|由于|随着|面对|当前|长期|近年|如果|若|因|尽管|当|得益于|在.{2,20}(?:下|中|时|后)$|受|经)|^.{2,12}(?:虽然|尽管|虽)(?!拟)/.test(
        c.words,
      ),
  },
  {
    name: "ideology",
    prior: -1.2,
    holds: matches(
      /思想|精神|指导|总基调|党的|领导|理念|方针|旗帜|觉悟|自觉|初心|使命|伟大|复兴|党中央|国务院决策|战略部署|主线|主题|重要论述|新发展格局|大局|主动仗|攻坚战|开门红|开好局|大盘|新篇章|新局面|获得感/,
    ),
  },
  {
    name: "value",
    prior: -1,
    holds: matches(/有利于|意义|重要|关键|基础|基石|优势|离不开|说明|意味|体现|标志|显示|表明|反映|至关/),
  },
  {
    name: "meeting",
    prior: -1,
    holds: matches(/主持|出席|参加|召开|致辞|会见|讲话|陪同|举行|发布会|记者|收悉|附后|以下简称|阅读|会议$|汇报/),
  },
  { name: "quote", prior: 0, holds: (c) => /[“"][^”"]*$/.test(c.before) },
  { name: "second-sentence", prior: 0.2, holds: (c) => c.sentence === 1 },
  { name: "short", prior: -0.7, holds: (c) => c.words.length < 8 },
  { name: "brief", prior: -0.3, holds: (c) => c.words.length >= 8 && c.words.length < 12 },
  { name: "very-long", prior: -0.5, holds: (c) => c.words.length > 48 },
  { name: "beside-lists", prior: -0.5, holds: (c) => c.besideLists },
  { name: "beside-lists-first", prior: -0.7, holds: (c) => c.besideLists && c.sentence < 2 },
  { name: "agenda", prior: -1, holds: matches(/^(?:部署|听取|审议|讨论)|^确定|^研究[^,]*措施$/) },
  {
    name: "ends-thing",
    prior: -0.5,
    holds: matches(
      /(?:目标|任务|问题|难题|部署|的措施|趋势|态势|形势|局面|优势|预期|精神|理念|原则|情况|[来性心力一])$/,
    ),
  },
  {
    name: "leads-in",
    prior: -0.5,
    holds: matches(/^(?:以(?!旧换新|工代赈)|围绕|是|包括|这|企业|会议|主要|成为|我们|近期|占|考)/),
  },
  { name: "asked", prior: -1, holds: (c) => c.after.startsWith("?") },
  { name: "ends-figure", prior: 0.3, holds: matches(/(?:\d%|元|\d(?:万|亿)?(?:人|家|件|项|亩|吨|公里|个百分点))$/) },
  { name: "after-figure", prior: -0.3, holds: (c) => /(?:\d|%|元),$/.test(c.before) },
  { name: "aside", prior: -0.5, holds: (c) => /(?:其中|而)$/.test(c.before) },
  { name: "so-far", prior: 0.3, holds: matches(/^(?:累计|截至|到20)/) },
  { name: "last-clause", prior: -0.1, holds: (c) => c.after.startsWith("。") && c.clause > 0 },
  {
    name: "explained",
    prior: -0.5,
    holds: (c) => /^,(?:是|为(?!了)|有利|有助|一[是些]|这|我国|我们|就|但)/.test(c.after),
  },
  { name: "vague-verb", prior: -0.3, holds: matches(/^(?:发挥|充分|有效|重点|采取|抓好|推进|促进|发展)/) },
  { name: "firm-verb", prior: 0.3, holds: matches(/^(?:加大|加快|加强|健全|严|打造|优化|全力|全面)/) },
  { name: "towards", prior: 0.3, holds: (c) => /^对/.test(c.words) && LATE_VERB.test(c.words) },
  { name: "will", prior: 0.3, holds: (c) => c.before.endsWith("将") },
  { name: "central", prior: -0.5, holds: matches(/^(?:国务院|中共中央|党中央)/) },
  { name: "first-clause", prior: -0.1, holds: (c) => c.before === "" },
  { name: "decided-before", prior: 0.5, holds: (c) => /(?:决定|确定|明确|提出)[,:]?$/.test(c.before) },
  { name: "then-compared", prior: 0.3, holds: (c) => /^,(?:比|同比|环比|其中|较|增幅|降幅|增长|下降)/.test(c.after) },
  { name: "period-first", prior: 0.3, holds: matches(/^(?:20\d\d年|上半年|第[一二三四]|前[一二三四\d]|1-\d)/) },
  { name: "general", prior: -0.3, holds: matches(/发展|经济|创新|高质量|世界|关系|健康|合作/) },
  { name: "published", prior: -0.5, holds: matches(/发布|公布|印发|通知|报告|新闻|总理|关于/) },
  {
    name: "continuing",
    prior: -0.3,
    holds: matches(/持续|不断|正在|成为|应对|贯彻|一系列|影响|效率|目标|形成|营造|突出|扎实|良好/),
  },
  { name: "in-force", prior: -0.5, holds: matches(/起(?:正式)?(?:施行|实施)$/) },
  { name: "founded", prior: 0.3, holds: matches(/建立|启动|成立|实行|省级|地方/) },
  { name: "grew", prior: 0.3, holds: matches(/同比增|[增下][长降]\d/) },
  { name: "on-a-day", prior: -0.3, holds: matches(/\d日/) },
  { name: "money", prior: 0.3, holds: matches(/亿元|万亿|万元|贷款|余额|总额|预算/) },
  { name: "decimal", prior: 0.2, holds: matches(/\d\.\d/) },
  { name: "bounded", prior: 0.4, holds: matches(/不得|至少|不超过|不[低高]于|每年|违规|清单|优先|准入|累计/) },
  { name: "introduces-list", prior: -1.3, holds: (c) => c.introduces },
  {
    name: "ends-nominal",
    prior: -1,
    holds: matches(/(?:的|时|后|中|下|方面|情况下|基础上|来看|来说|[月日年]起|至今|以来)$/),
  },
  { name: "before-colon", prior: -0.5, holds: (c) => /^:/.test(c.after) },
  { name: "negation", prior: -0.2, holds: matches(/不会|没有|并非|未|不再|无需|不是/) },
  { name: "is", prior: -0.4, holds: matches(/[^但还只也就可而于总]是[^否]/) },
  {
    name: "adjective-end",
    prior: 0,
    holds: matches(
      /(?:充足|充裕|平稳|稳定|明显|显著|良好|较大|突出|旺盛|活跃|热烈|向好|加快|持续|开局|增强|便利|紧张|激烈)$/,
    ),
  },
  { name: "follows-action", prior: 0.2, holds: (c) => c.follows },
  { name: "told-to", prior: 0.7, holds: (c) => /要$/.test(c.before) },
  { name: "target", prior: 0.7, holds: matches(/到20\d\d年|力争|达到/) },
  { name: "early", prior: 0, holds: (c) => c.sentence < 3 },
  { name: "middling", prior: 0.2, holds: (c) => c.words.length >= 20 && c.words.length < 30 },
  { name: "fewest-candidates", prior: 0.5, holds: (c) => c.among < 8 },
  {
    name: "opinion",
    prior: -0.6,
    holds: matches(
      /认为|可能|或许|或将|似乎|预期|担忧|看好|觉得|希望|应该|相信|我(?![国市省县区])|[他她](?!国)|吗|呢|什么|如何/,
    ),
  },
  {
    name: "exhortation",
    prior: -0.5,
    holds: matches(/^(?:坚持|学习|把握|认识|牢记|弘扬|凝聚|奋力|锚定|践行|不忘|切实抓好|认真贯彻|深入贯彻|全面贯彻)/),
  },
  {
    name: "praise",
    prior: -0.4,
    holds: matches(
      /(?:取得|作出|发挥|产生|带来|创造).{0,12}(?:成效|贡献|作用|影响|条件|支撑|成果|进展)|(?:成效|效果|效应)[^,]{0,4}(?:显著|明显|显现)|有了新|新台阶$/,
    ),
  },
  { name: "told", prior: 0.3, holds: (c) => /(?:要求|强调|指出|提出|决定|明确|部署)[,:“]?(?:要|将)?$/.test(c.before) },
  { name: "event", prior: 0.3, holds: matches(EVENT) },
  {
    name: "document",
    prior: -0.5,
    holds: matches(
      /(?:印发|发布|公布|出台|审议|签署|下发).{0,6}《|》[^,]{0,12}(?:印发|发布|公布|出台|公示)|(?:公布|发布|发表)[^,]{0,14}(?:数据|报告|结果|名单|情况)$|(?:印发|下发)了?通知$/,
    ),
  },
];
