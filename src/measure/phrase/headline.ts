/** The shortest clause that states an item. */
import type { Span } from "../../model.ts";
import { isSeparator, splitSentences, trimSpan } from "../../text/sentence.ts";
import { ACTION, isAction, opensWithAction } from "./action.ts";
import { LATE_VERB, NEEDS_SUBJECT, OPEN_END, OPEN_START, TOPIC_NOUN } from "./cues.ts";
import { lengthOfOpening, opensStatement, TIME_ONLY } from "./opening.ts";

/** A headline longer than this is cut at a comma, if one leaves a whole statement. */
const COMFORTABLE = 25;
/** In English, where a word takes the room of a Chinese one twice over and more. */
const COMFORTABLE_ENGLISH = 120;
/** A label before a colon (name of a company, 元旦, From 2024) is no statement. */
const LABEL = 6;
const LABEL_ENGLISH = 20;
/** Shorter ones can be statements: 减免税费. */
const SHORT_LABEL = 4;
const SHORT_LABEL_ENGLISH = 10;
/** A piece cut at a comma says nothing below this length. */
const SHORTEST = 6;
/** 简化审批 */
const SHORTEST_DEED = 4;
/** Skills credit – a top-up of $500: what stands before the dash is the statement. */
const DASH = /(?<=^[^–—()]{0,60}(?:\([^()–—]{1,40}\)[^–—()]{0,60})?)(?<=^.{10,150}) (?:[–—]|--) /;
/** How an item is done, behind what is done. */
const DETAIL = /(?<=^[^,]{4,40}),(?:要(?!求)|包括|通过|其中|例如)/;
/** Why it is so, behind what it is: 汇率,由于…. */
const REASON = /(?<=^[^,]{2,20})(?<!方面|角度|来看),(?:由于|因为|根据[^,]{2,16}(?:统计|数据))/;
/** Adoption of new nets, e.g. of hemp. */
const EXAMPLES = /(?<=^.{16,150}),? (?:e\.g\.|for example|for instance)(?=[,\s])/;
/** Where a page has lost its line ends, a blank parts a heading from its text. The second group: the text begins with a time. */
const LOST_LINE_END =
  /^([^\s,。;:]{4,24}(?:,[^\s,。;:]{4,20})?)[^\S\n]+(?=(?:(\d{1,4}(?:年|月|-\d))|\p{Script=Han})[^\n]{14})/u;
/** Nothing longer is a headline; it is cut at whatever mark comes last before. */
const LONGEST = 200;

const STOPS = "。;!?\n";
const LEADING = /^(?:[,:、.【\s]|我们(?=[还也将要会])(?:还|也|将|要|会)+|要(?!素|点|求|闻|塞|道)|就是)+/;
const TRAILING = /(?:[,;]? (?:and|or)$|,(?:主要|具体)?(?:包括|即|如|例如|是|为|其中|分别是))?[,、:;。.】\s]*$/;
const TRAILING_REACH = 24;
/** What the trailing words and marks end in; nearly all spans end in something else. */
const MAY_TRAIL = /[,、:;。.】\sdr括即如是为中]/;
const PAIRS = ["()", "“”", "《》", "‘’", "「」", "『』", "【】", "〈〉"];
const PAIRED = new RegExp(`[${PAIRS.join("")}]`);

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}

/** No bracket or quote is left open. */
export const isBalanced = (text: string): boolean =>
  !PAIRED.test(text) || PAIRS.every((pair) => countOf(text, pair[0] ?? "") === countOf(text, pair[1] ?? ""));

/** 公告发布后（以实际日期为准） */
const EXPLANATION = /\([^()]*\)$/;

/** Can the words stand alone, given what follows the comma? */
export function isWhole(piece: string, next: string): boolean {
  if (piece.length < (opensWithAction(piece) ? SHORTEST_DEED : SHORTEST) || !isBalanced(piece)) return false;
  const stated = piece.replace(LABEL_BEFORE, "");
  if (OPEN_END.test(piece.replace(EXPLANATION, "")) || opensStatement(stated)) return false;
  if (NEEDS_SUBJECT.test(next) && !GOES_ON.some(({ own, after }) => own(piece) && after.test(next))) return false;
  const last = piece.slice(piece.lastIndexOf(",") + 1);
  if (TIME_ONLY.test(last) || TOLD_OF.test(last) || BECAUSE.test(last)) return false;
  if (PURPOSE.test(stated) || BASIS.test(stated) || PERSON.test(piece) || TOWARDS.test(piece)) return false;
  if (BIDDEN.test(piece) && !isAction(piece.slice(-6))) return false;
  if (!OPEN_START.test(stated) || LATE_VERB.test(stated.slice(1, -2))) return true;
  return stated.includes(",") && !OPEN_START.test(last) && !isThing(last);
}

/** What may follow a comma that ends an English statement; a noun goes on with a series: nets, boats and engines. */
const ENGLISH_END =
  /^(?:which|who|whose|where|when|while|including|such|with|without|from|by|as|so|if|unless|after|before|because|since|to|in|for|at|on|not|but|rather|especially|particularly|subject|failing|provided|except|whether|starting|compared|up|down|\p{L}+ing|(?:and|or) (?:over|by|within|from|at|for|with) |(?:and|or) (?:it|they|he|she|we|will|to|is|are|has|have|must|can|may|also)|it|they|he|she|we|this|these|says?|said)\b/u;

/** 为稳定价格: not what is done, but what for. */
const PURPOSE = /^为(?!主|.*(?:提供|办理|发放|减免|给予|设立|免除))/;

/** What looks like the verb of a subject, behind a piece that has one: 开展试点，由甲负责; 将A从三成降至二成，将B…. */
const GOES_ON: readonly { readonly own: (piece: string) => boolean; readonly after: RegExp }[] = [
  { own: opensWithAction, after: /^由/ },
  { own: (piece) => piece.startsWith("将"), after: /^将/ },
];

/** 某市发布通知, 某公司宣布人事任免: that there is something, not what. */
const TOLD_OF = /(?:发布|印发|下发|发出|出台|宣布)了?(?:通知|公告|通告|文件|意见|方案|人事任免)$/;
/** 受火灾影响, 经董事会通过: why, not what. */
const BECAUSE = /^(?:受.*影响|应.*(?:请求|邀请|要求)|由于.*|确?因.*|经.*(?:通过|批准|同意|研究))$/;

/** 根据项目建设需要, 各单位要按照有关规定: not what is done, but what it rests on. */
const BASIS =
  /^(?:根据|按照?|依照|依据|针对|围绕|结合|适应|立足|[着著]眼)[^,]*(?:需要|需求|要求|规定|原则|情况|实际|问题|思路|部署|目标|方向|形势|标准|程序)$|(?:根据|按照|依照|依据)《[^》]*》(?:等|及其[^,]{2,8})?$|以[^,]*为(?:依据|基础|导向|重点|目标|抓手|主线|核心|标志|契机)$|[应要须](?:当)?(?:按照|根据|依据|依照|围绕|结合)[^,]*$/;

/** 某县原县长某某某: who, not what. */
const PERSON = /(?:[省市县区部局厅处科院校行会]长|书记|主任|主席|董事长|经理|总裁)\p{Script=Han}{2,3}$/u;
/** 文件要求各县, 引导农户、合作社等经营主体: whom, not what. */
const BIDDEN =
  /(?:要求|责令|呼吁|督促)\p{Script=Han}{2,6}$|(?:引导|组织|鼓励|指导|督促)[^,]{4,40}(?:主体|企业|机构|单位|农户|力量|资本)$/u;
/** 允许各地对小规模纳税人: for whom, not what. */
const TOWARDS = new RegExp(
  `对(?!接|标|口|外|内)(?!.*${ACTION})[^,]{2,24}(?:人|者|员|户|企业|单位|机构|家庭|项目|地区|产品)$`,
);

/** 高新技术的发展: a thing; what it does must follow. */
const THING = /^[^,是有将要应达为把被须可]*的[^的,了更]{2,10}$/;
const isThing = (words: string): boolean => THING.test(words) && !opensWithAction(words);

/** 商务部： before what it says. */
const LABEL_BEFORE = /^[^:,]{2,12}:/;

/** Drops marks, 要 and lonely quotes from both ends. */
export function tidySpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (LEADING.exec(words)?.[0].length ?? 0);
  const trailing = MAY_TRAIL.test(text[span.end - 1] ?? "")
    ? TRAILING.exec(text.slice(Math.max(start, span.end - TRAILING_REACH), span.end))
    : null;
  const end = span.end - (trailing?.[0].length ?? 0);
  return dropLonelyQuotes(text, trimSpan(text, { start: Math.min(start, end), end }));
}

function dropLonelyQuotes(text: string, span: Span): Span {
  let { start, end } = span;
  for (const pair of ["“”", "「」", '""', "‘’"]) {
    const words = text.slice(start, end);
    const [open, close] = [pair[0] ?? "", pair[1] ?? ""];
    if (
      words.startsWith(open) &&
      countOf(words.slice(1), close) === (open === close ? 0 : countOf(words.slice(1), open))
    )
      start++;
    else if (
      words.endsWith(close) &&
      countOf(words.slice(0, -1), open) === countOf(words.slice(0, -1), close) &&
      open !== close
    )
      end--;
  }
  return { start, end };
}

/** 某某控股有限公司, 某某股份(600000), 某省水利厅: who, not what. */
const NAME =
  /\(\d{5,6}(?:\.\p{L}{2})?\)$|(?:公司|集团|股份|控股|科技|银行|证券|基金|部|委|局|厅|省|市|县)(?:\([\w.]{2,12}\))?$/u;

/** 第四季展望：营收…: what the statement behind the colon is about. */
const SUBJECT_MATTER = /(?:展望|财报|业绩|支出|收入|营收|情况|表现|背景|数据|时间|地点|主题|对象)$/;

/** 考核时间、地点: several of them, whatever they begin with. */
function areMatters(words: string): boolean {
  const parts = words.split(/[、和及与]/);
  return parts.length > 1 && parts.every((part) => SUBJECT_MATTER.test(part));
}

/** Is what stands before a colon a statement of its own? Not 甲公司 or From 2024, but 减免税费, 贷款贴息 and "Higher payouts". */
function isStated(words: string, label: number): boolean {
  if (areMatters(words) || (NAME.test(words) && !opensWithAction(words))) return false;
  if (words.length >= label) return !SUBJECT_MATTER.test(words) || opensWithAction(words);
  if (/^[a-z]/.test(words)) return words.length >= SHORT_LABEL_ENGLISH && /\s/.test(words) && !/\d/.test(words);
  return (
    words.length >= SHORT_LABEL &&
    (opensWithAction(words) || opensWithAction(words.slice(2))) &&
    !TOPIC_NOUN.test(words) &&
    !SUBJECT_MATTER.test(words)
  );
}

/** 国庆节：10月1日至8日; 每人收费：新台币300元; not 转型提速：2024年，…. */
const IS_FIGURE =
  /^(?!\s?\d{4}年,)(?:\s?\d{1,4}[年月日]|\s?(?:每[^,。;:\d]{1,3})?(?:约|共|为)?(?:人民币|新台币|港币|美元|\$)?\s?\d)/;

/** 调整罚款标准【第十五条】: which article it is about, behind the headline. */
const ARTICLE = /^【[^】]{0,6}第[一二三四五六七八九十百\d]{1,5}条/;
const ARTICLE_REACH = 14;

/** End of the first clause: up to 。 ； ： or the line's end. */
function endOfClause(text: string, { start, end }: Span, label: number): number {
  const limit = Math.min(end, start + LONGEST * 2);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text[at] ?? "";
    if (char === "(") depth++;
    else if (char === ")") depth--;
    if (char === "\n") return at;
    if (depth > 0 && at - start < LONGEST) continue;
    if (STOPS.includes(char) || (char === "】" && !text.slice(start, at).includes("【"))) return at;
    if (char === "【" && at - start >= label && ARTICLE.test(text.slice(at, at + ARTICLE_REACH))) return at;
    if (
      char === ":" &&
      isSeparator(text, at) &&
      !IS_FIGURE.test(text.slice(at + 1, at + 16)) &&
      isStated(text.slice(start, at), label)
    )
      return at;
  }
  return limit;
}

/** The commas of a span that part clauses. */
function commasOf(text: string, { start, end }: Span): number[] {
  const commas: number[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && text[at] === "," && isSeparator(text, at)) commas.push(at);
  }
  return commas;
}

/** 提供者办理接入服务，…，应当…: who and when, before what they must do. */
const BINDS = /应当|不得|必须/;
const DEED = new RegExp(`${ACTION}|[需可将]`);
const isBoundLater = (piece: string, rest: string): boolean =>
  BINDS.test(rest) && !BINDS.test(piece) && !DEED.test(piece);

/** Where a clause goes on with how, why or for example, having said what; -1 if it does not. */
function findDetail(words: string, english: boolean): number {
  if (english) {
    const found = [words.search(DASH), words.search(EXAMPLES)].filter((at) => at > 0);
    return found.length === 0 ? -1 : Math.min(...found);
  }
  const reason = words.search(REASON);
  if (reason > 0) return reason;
  const detail = words.search(DETAIL);
  return opensWithAction(words.slice(0, detail)) && isBalanced(words.slice(0, detail)) ? detail : -1;
}

/** Headline of the item whose words are `body`, in spans of the same text. */
export function cutHeadline(text: string, body: Span, english: boolean): Span {
  const tidy = tidySpan(text, body);
  const first = { start: tidy.start + lengthOfOpening(text.slice(tidy.start, tidy.end)), end: tidy.end };
  const sentence = english
    ? (splitSentences(text, { start: first.start, end: Math.min(first.end, first.start + 600) })[0] ?? first)
    : first;
  const heading = LOST_LINE_END.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + COMFORTABLE * 2)),
  );
  if (heading?.[1] !== undefined && (heading[2] !== undefined || opensWithAction(heading[1])))
    return { start: sentence.start, end: sentence.start + heading[1].length };
  const clause = tidySpan(text, {
    start: sentence.start,
    end: endOfClause(text, sentence, english ? LABEL_ENGLISH : LABEL),
  });
  const detail = findDetail(text.slice(clause.start, clause.end), english);
  if (detail > 0) return tidySpan(text, { start: clause.start, end: clause.start + detail });
  const length = clause.end - clause.start;
  if (length <= (english ? COMFORTABLE_ENGLISH : COMFORTABLE)) return clause;
  for (const comma of commasOf(text, clause)) {
    const next = text.slice(comma + 1, comma + 20).trimStart();
    if (english && !ENGLISH_END.test(next)) continue;
    if (isBoundLater(text.slice(clause.start, comma), text.slice(comma, clause.end))) continue;
    if (isWhole(text.slice(clause.start, comma), next)) return tidySpan(text, { start: clause.start, end: comma });
  }
  if (length <= LONGEST) return clause;
  const blank = english ? text.lastIndexOf(" ", clause.start + LONGEST) : -1;
  return tidySpan(text, { start: clause.start, end: blank > clause.start ? blank : clause.start + LONGEST });
}
