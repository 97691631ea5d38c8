/** Cuts Chinese sentences into candidates: clauses without their attribution, connective and subject. */
import type { Span } from "../../model.ts";
import { REGIONS } from "../../text/region.ts";
import { ACTION, decides, isAction, opensWithAction } from "../phrase/action.ts";
import { OPEN_WORD } from "../phrase/cues.ts";
import { denies, opensLimited } from "../phrase/denial.ts";
import { COMPARED_WITH, isAttribution, onlyWishes, TIME_ONLY } from "../phrase/opening.ts";
import { isAsked, isBalanced, tidySpan } from "../phrase/tidy.ts";
import { BASIS } from "../phrase/whole.ts";
import type { Candidate } from "../score/candidate.ts";
import { partClauses, wordsOf } from "./chinese-clauses.ts";
import type { Sentence } from "./prose.ts";
import { titledShareIn } from "./titled.ts";

const CONTEXT = 40;
const SHORTEST = 5;
const LONGEST = 90;

/** The same, run into what is said: 局长表示将…. */
const RUN_IN_ATTRIBUTION =
  /^[^,]{2,30}?(?:表示|指出|强调|透露|称|宣布|公布|消息指|提出|要求|显示|认为|获悉)(?:道|说)?(?![了着的]|[^,]{0,16}(?:计划|方案|建议|办法|意见|申请|报告|倡议)$)(?=将|要|会|已|目前|未来|今年|\d{1,4}[年月]|\p{Script=Han}{4})/u;
/** 某党派建议加快…, 要求在全省推行…: who proposes or tells, before what is to be done. */
const RUN_IN_PROPOSAL = new RegExp(
  `^(?:[^,]{2,24}?(?<![的条项份出项])(?:建议|呼吁|决定)|(?:首次|创新)?(?:提出|要求|规定|宣布|强调|表示|指出|决定|明确(?=允许|要求|支持|禁止|将|对)))(?=各(?:地|级|部门|有关)|${ACTION}|严格|进一步|将|对|把|在|自|从|未来|到\\d|应|必须)`,
);
/** 收购完成后, 为了方便群众, 网址: says when or what for, so it is no candidate. */
const SETTING_ONLY = new RegExp(
  `^[^,\\d]{2,14}(?:之?后|时|之际|之时|期间|过程中|情况下|背景下|前提下|基础上|方面)$|^为了[^,]+$|^https?:|^将?较(?:\\d[^,]*|[^,]*为[高低多少])$|^(?:用于|等于)(?!.*(?:给予|享受))[^,]*$|(?:${OPEN_WORD})$`,
);
/** What a page shows of its own source. */
const MARKUP = /<\/?[a-z!]|\bsrc=|https?:\/\//;
/** Before a comma, whatever its length: when, where, why or by what, so that what is done is still to come. */
const SETTINGS_BEFORE: readonly RegExp[] = [
  // 在全国试点基础上, 在昨天的大会上
  /(?:的时候|[之的完]?[后时]|期间|之际|过程中|情况下|背景下|前提下|基础上|来看|来说|一事|的\d+月\d+日)$|^[^,]{0,12}在[^,]*(?:会|论坛|活动|仪式)上$/,
  BASIS,
  COMPARED_WITH,
  // 通过两项措施
  /^(?:到[^,]{4,10},)?(?:将|拟|要)?(?:通过|透过|借助)(?![了率审验评认考决《\d])[^,\d]*$/,
  // 虽然利润增长一成, 就货船租赁合约
  /^(?:虽然?(?!拟)|尽管|明明|固然)|^就(?!业|医|诊|地|近|读|餐|职)(?![^,]*(?:达成|签署|作出|展开|进行|交换|提出))[^,]*$/,
  // 至于去年的一万元, 被问到补贴, 受洪水影响, 为规范市场
  /^(?:至于|对于|针对|因(?!地制宜|城施策|此|而)|考虑到|基于|鉴于|由于|随着|出于|被问|扣除(?![^,]*(?:增|涨|降|跌|报销))|相[较比]于)[^,]*$|^(?:[^,]{0,14},)?[^,]{0,10}受[^,]*影响$/,
  /^为了?(?!主|期|止)(?!.*(?:提供|办理|发放|减免|给予|设立|免除|奠定|注入|贡献|带来|创造))[^,\d]*$/,
  // 将来是否补贴
  /是否|能否|会否|有没有/,
];
/** 包括北京、天津, 即甲、乙, 则少缴一成: of what was said before, or its consequence. */
const SPELLS_OUT = /^(?:(?:其中)?(?:包括|涵盖)|加上|即(?![日将可使时])|则)/;
/** 县渔业局2023年12月29日: who signs. */
const SIGNED = /^[^,]{2,20}[部局署委会厅院办司府行]\d{4}年\d{1,2}月\d{1,2}日$/;
/** 主要做好两项工作: without a figure of its own, what introduces a list only says what the list says. */
const SUMS_UP = /^\D*$/;
/** 新华社北京2月1日电 */
const DATELINE =
  /^[^,。]{0,20}(?:[社报网台司日者][^,。]{0,4}(?:电|讯|消息)|快讯)(?:\([^)]{1,12}\))?(?:[:,\s]\s*|(?=\d))/;

const CONNECTIVE =
  /^(?:以及|同时|此外|另外|与此同时|其中|特别是|尤其是|对此|例如|比如|如(?=[,:]|在)|并且|并(?!网|购|轨|行|联)|而且|而|还(?!款|原|贷|本)|也|又|但是?|不过|因此|所以|从而|以此|另|一方面|另一方面|首先|最后|更(?!新|换|好|加|大|多)|就(?=[加推支])|已(?=经?[建完推实])|下一步|接下来|今后(?!每)|未来(?![一二三四五六七八九十两几数半\d]))[,]?/;
/** Most clauses have none of these, and need not be searched for a subject before one. */
const MAY_HOLD_MODAL = /[将要应须必需计拟决可会希愿]/;
const MODAL_WORDS = "将会?|要|应当?(?![对用急收届邀])|须|必须|(?<!急)需要?|计划|拟|决定|可|会|希望|愿";
/** [subject] 将 [adverb]: what follows must be an action. */
const MODAL = new RegExp(
  `^((?:[^,]{1,14},)?[^,]{0,24}?)(?:(?:初步)?(?:还|也|亦|均|都|正|又|并|再|仍)?((?<![主重只首必摘])(?:${MODAL_WORDS})))(?:会同[^,]{1,12}?(?=推|出|制)|协同[^,]{1,8}?(?=进|推)|与[^,]{1,10}?一道)?(?=(.{2,60}))`,
);
const SHORT_REGIONS = REGIONS.map(([short]) => short).join("|");
/** Subjects that every reader supplies: 我们要…. */
const PLAIN_SUBJECT =
  /^(?:|我国|中国|我们|国家|各?有关(?:部门|方面)|各部门|各地区?|各方面?|会议|政府|当局|公司|该公司|集团|相关部门|他|下半年|.{0,4}(?:今年|明年|年内|目前|现在|未来|下一步|接下来|今后|日前|近日)|(?:《.{1,20}》))(?:还|也|亦|均|都|正|又|仍)?$/;
/** 工信部将…: who says what it will do. With 要 it is somebody who is told: 沿海各市要…. */
const OWN_SUBJECT = new RegExp(
  `^(?:.{0,14}(?:部|部门|委|局|署|行|办|厅|院|会|司|省|市|县|区|组|方|机关|政府|公司|集团|机制|中心|负责人)|${SHORT_REGIONS})(?:还|也|亦|均|都|正|又|仍)?$`,
);
const FUTURE = /^(?:将|计划|拟|会|决定)/;
/** 希望 and 可 say that it is not sure, so they stay; 将, 要 and 计划 go. */
const STAYS = /(?:希望|愿|可)$/;
/** 将A由甲提高到乙: here 将 marks an object. */
const OBJECT_MARKER =
  /^将[^,]{2,30}(?:由.{1,12}[至到为]|纳入|列入|作为|提高[至到]|降[至到]|延长[至到]|调整为|转为|(?:细化|划分|确定|明确|改|变|定|分)为)/;

/** 甲方拟转让股份的总数为…: the modal belongs to the name of what is counted. */
const IN_NAME =
  /^[^,]*的[^,的]{1,8}[为是达约][^,]{0,3}\d|^(?:资助|补贴|补助|奖励|投资|募集|发行|转让|收购|增持|减持|回购|招聘|录取|出让|采购)(?:资金|金额|总额|总投资|股份|股数|数量|规模|面积|人数|项目数?)/;
/** 预计今年将…: how sure it is. */
const EXPECTED = /预计|预期|预测|有望|或将|可能/;

/** 今年，… before a subject. */
const OPENING_TIME =
  /^(?:(?:今年|明年|未来|近期|年内|目前|下一步|接下来|今后|下半年|近日)[^,]{0,6}|[^,到]{2,10}(?:年|期间|时期)),|,$/;
/** A modal anywhere: the clauses that follow share it. */
const ANY_MODAL =
  /(?:^|[^重主需必首只])要(?![素点求闻道])|将(?![军士领])|应当?(?![对用急收届邀])|必须|计划(?=.)|拟(?=.)/;

/** 该行同时推出…, 海关总署还专门制定…: whom every reader supplies, before what is done. */
const ALSO = new RegExp(
  `^(?:[^,]{2,10}?(?:还|同时|亦)|该(?:公司|集团|[行局署会市省县部院])(?:同时)?)(?:专门)?(?=${ACTION})`,
);

interface Piece {
  readonly span: Span;
  readonly modal: Candidate["modal"];
  readonly attributed: boolean;
  readonly leads: boolean;
  readonly clause: number;
}

/** 《意见》还, 新版目录: a document that decides is no news in its own text. */
const DOCUMENT_SUBJECT =
  /^(?!除|征求|听取)(?:《[^》]{1,30}》|(?:该|本|新版?|这[份项]|上述)?[^,的]{0,4}(?:意见|条例|办法|方案|通知|规定|目录|决定|规划|若干措施|细则|清单|文件|草案|法案|法规))(?:明确|规定|提出|要求)?(?:还|也|将)?/;

const BY_WHEN = /^到“?[\d十]/;

/** 截至目前, “十四五”期间, 5月6日0-24时: as of when something stands so; a period of report (上半年) is part of what it says. */
const AS_OF =
  /^(?:截[至止][^,。]{1,16}|(?:今天|目前|日前|近日)|[^,。]{0,4}“?十[一二三四五]五”?(?:期间|时期)|[\d一二三四五六七八九十]{1,3}多?年来|(?:\d{4}年|今年)?\d{1,2}月\d{1,2}日[^,。]{0,8}),(?=.{5})/;

/** Drops connectives, then a modal with its plain subject; 将 before a noun is no modal. */
function trimPiece(text: string, span: Span): { span: Span; modal: boolean } {
  let { start } = span;
  const { end } = span;
  for (let i = 0; i < 3; i++) {
    const found = CONNECTIVE.exec(text.slice(start, end));
    if (found === null || found[0].length >= end - start - 4) break;
    start += found[0].length;
  }
  start += AS_OF.exec(text.slice(start, end))?.[0].length ?? 0;
  const also = ALSO.exec(text.slice(start, end))?.[0] ?? "";
  if (!denies(also)) start += also.length;
  const issuer = DOCUMENT_SUBJECT.exec(text.slice(start, end))?.[0] ?? "";
  const told = text.slice(start + issuer.length, end);
  if (issuer !== "" && !denies(issuer) && (opensWithAction(told) || BY_WHEN.test(told))) start += issuer.length;
  const words = text.slice(start, end);
  const modal = MAY_HOLD_MODAL.test(words) ? MODAL.exec(words) : null;
  if (modal === null || OBJECT_MARKER.test(words) || !isAction(modal[3] ?? "") || IN_NAME.test(modal[3] ?? ""))
    return { span: { start, end }, modal: false };
  const subject = (modal[1] ?? "").replace(OPENING_TIME, "");
  if (denies(modal[0]) || EXPECTED.test(modal[0]) || opensLimited(words)) return { span: { start, end }, modal: true };
  if (PLAIN_SUBJECT.test(subject) || (FUTURE.test(modal[2] ?? "") && OWN_SUBJECT.test(subject)))
    return { span: { start: start + modal[0].replace(STAYS, "").length, end }, modal: true };
  return { span: { start, end }, modal: true };
}

function piecesOf(text: string, sentence: Span): Piece[] {
  const pieces: Piece[] = [];
  let attributed = false;
  let shared = false;
  let leads = true;
  const dateline = DATELINE.exec(text.slice(sentence.start, sentence.start + 50))?.[0].length ?? 0;
  const said = { start: sentence.start + dateline, end: sentence.end };
  partClauses(text, said).forEach((clause, index) => {
    let { start } = clause;
    const { end } = clause;
    const words = text.slice(start, end);
    if (end - start < SHORTEST || isAttribution(words)) {
      attributed ||= /(?:表示|指出|强调|称|说|提出|要求|显示|透露|认为|介绍)$/.test(words);
      shared ||= /(?:要求|提出|强调|决定|明确)$/.test(words);
      return;
    }
    const runIn = RUN_IN_ATTRIBUTION.exec(words) ?? RUN_IN_PROPOSAL.exec(words);
    if (runIn !== null && !denies(runIn[0]) && !onlyWishes(runIn[0])) {
      start += runIn[0].length;
      attributed = true;
    }
    const trimmed = trimPiece(text, tidySpan(text, { start, end }));
    const span = tidySpan(text, trimmed.span);
    pieces.push({ span, modal: trimmed.modal ? "own" : shared ? "shared" : "none", attributed, leads, clause: index });
    shared ||= trimmed.modal || ANY_MODAL.test(words.slice(0, LONGEST));
    leads = clause.delimiter === ";" || clause.delimiter === ":";
  });
  return pieces;
}

/** What a candidate cannot know of itself is set once all of them are found. */
type Found = Omit<Candidate, "among" | "compared" | "actions" | "figures" | "titled">;

const COMPARISON = /^(?:同比|环比|比|较|与|增速|增幅|降幅|占|其中|相当于|分别)/;

function findInSentence(
  text: string,
  title: string,
  sentence: Sentence,
  sentences: number,
  besideLists: boolean,
): Found[] {
  const pieces = piecesOf(text, sentence).filter(({ span }) => {
    const words = wordsOf(text, span);
    const fits = words.length >= SHORTEST && words.length <= LONGEST;
    return (
      fits &&
      isBalanced(words) &&
      !SETTING_ONLY.test(words) &&
      !MARKUP.test(words) &&
      !TIME_ONLY.test(words) &&
      !isAsked(text, span) &&
      !(text[span.end] === "," && SETTINGS_BEFORE.some((setting) => setting.test(words))) &&
      !(SPELLS_OUT.test(words) && text[span.start - 1] === ",") &&
      !(words.endsWith("日") && SIGNED.test(words)) &&
      !(sentence.introduces && SUMS_UP.test(words))
    );
  });
  const opening = pieces.map(({ span }) => opensWithAction(wordsOf(text, span)));
  const actions = pieces.map(({ span }, i) => opening[i] === true || decides(wordsOf(text, span)));
  const chain = opening.filter(Boolean).length;
  return pieces.map(({ span, ...piece }, i): Found => {
    const words = wordsOf(text, span);
    return {
      ...piece,
      span,
      words,
      before: text.slice(Math.max(sentence.start, span.start - CONTEXT), span.start),
      after: text.slice(span.end, Math.min(sentence.end, span.end + CONTEXT)),
      action: actions[i] ?? false,
      sentence: sentence.index,
      sentences,
      chain,
      follows: actions[i - 1] ?? false,
      title,
      besideLists,
    };
  });
}

export function findChinese(
  text: string,
  title: string,
  sentences: readonly Sentence[],
  besideLists: boolean,
): Candidate[] {
  const found = sentences.flatMap((sentence) => findInSentence(text, title, sentence, sentences.length, besideLists));
  const titledShare = titledShareIn(title);
  const actions = found.filter(({ action }) => action).length / found.length;
  const figures = found.filter(({ words }) => /\d/.test(words)).length / found.length;
  return found.map((candidate, i) => ({
    ...candidate,
    actions,
    figures,
    among: found.length,
    titled: titledShare(candidate.words),
    compared: COMPARISON.test(found[i + 1]?.words ?? ""),
  }));
}
