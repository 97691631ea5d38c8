/** Named features of a Chinese candidate; each is true or false. Their weights are in weights.ts. */

import { ACTION } from "../phrase/action.ts";
import { LATE_VERB, OPEN_START } from "../phrase/cues.ts";
import type { Feature } from "./feature.ts";
import { WORD_FEATURES } from "./feature-words.ts";

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
  ...WORD_FEATURES,
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
  { name: "figure", prior: 0.8, holds: FIGURE },
  { name: "titled", prior: 0.5, holds: (c) => c.titled > 0.6 },
  { name: "titled-some", prior: 0.2, holds: (c) => c.titled > 0.3 },
  { name: "figure-among-figures", prior: 0.3, holds: (c) => c.figures > 0.45 && /\d/.test(c.words) },
  { name: "strong", prior: 1, holds: (c) => STRONG.test(c.words) && !ANNOUNCEMENT.test(c.words) },
  { name: "few-candidates", prior: 0.4, holds: (c) => c.among < 12 },
  { name: "many-candidates", prior: -0.7, holds: (c) => c.among > 30 },
  { name: "compared", prior: 0.3, holds: (c) => c.compared },
  {
    name: "plain",
    prior: -1,
    holds: (c) =>
      !c.action && c.modal !== "own" && !FIGURE.test(c.words) && !SUBJECT_ACTION.test(c.words) && !EVENT.test(c.words),
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
    name: "background",
    prior: -1,
    holds: (c) =>
      /^(?:虽然|由于|随着|面对|当前|长期|近年|如果|若|因|尽管|当|得益于|在.{2,20}(?:下|中|时|后)$|受|经)|^.{2,12}(?:虽然|尽管|虽)(?!拟)/.test(
        c.words,
      ),
  },
  { name: "short", prior: -0.7, holds: (c) => c.words.length < 8 },
  { name: "brief", prior: -0.3, holds: (c) => c.words.length >= 8 && c.words.length < 12 },
  { name: "very-long", prior: -0.5, holds: (c) => c.words.length > 48 },
  { name: "beside-lists", prior: -0.5, holds: (c) => c.besideLists },
  { name: "beside-lists-first", prior: -0.7, holds: (c) => c.besideLists && c.sentence < 2 },
  { name: "after-figure", prior: -0.3, holds: (c) => /(?:\d|%|元),$/.test(c.before) },
  { name: "aside", prior: -0.5, holds: (c) => c.before.endsWith("其中") || c.before.endsWith("而") },
  {
    name: "explained",
    prior: -0.5,
    holds: (c) => /^,(?:是|为(?!了)|有利|有助|一[是些]|这|我国|我们|就|但)/.test(c.after),
  },
  {
    name: "so-far",
    prior: 0.3,
    holds: (c) => /^(?:累计|到20)/.test(c.words) || /(?:^|,)截[至止][^,]+,$/.test(c.before),
  },
  { name: "will", prior: 0.3, holds: (c) => c.before.endsWith("将") },
  { name: "decided-before", prior: 0.5, holds: (c) => /(?:决定|确定|明确|提出)[,:]?$/.test(c.before) },
  { name: "then-compared", prior: 0.3, holds: (c) => /^,(?:比|同比|环比|其中|较|增幅|降幅|增长|下降)/.test(c.after) },
  { name: "before-colon", prior: -0.5, holds: (c) => c.after.startsWith(":") },
  { name: "follows-action", prior: 0.2, holds: (c) => c.follows },
  { name: "told-to", prior: 0.7, holds: (c) => c.before.endsWith("要") },
  { name: "middling", prior: 0.2, holds: (c) => c.words.length >= 20 && c.words.length < 30 },
  { name: "fewest-candidates", prior: 0.5, holds: (c) => c.among < 8 },
  { name: "after-dateline", prior: -0.5, holds: (c) => /(?:消息|电|讯|联播)[^,。]{0,14}[:)]\s*$/.test(c.before) },
  { name: "leads-to", prior: -0.4, holds: (c) => /^,(?:有|促|成为|自|带动|吸引)/.test(c.after) },
  { name: "now", prior: 0.3, holds: (c) => /(?:目前|截[至止][^,]*),?$/.test(c.before) },
  { name: "as-told", prior: 0.3, holds: (c) => /(?:显示|介绍|获悉|规定|明确|通知》?|统计),?$/.test(c.before) },
  { name: "viewed", prior: 0.4, holds: (c) => /从[^,。]{2,12}看,$/.test(c.before) },
  { name: "in-quote", prior: -0.6, holds: (c) => c.before.lastIndexOf("“") > c.before.lastIndexOf("”") },
];
