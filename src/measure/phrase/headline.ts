/** The shortest clause that states an item. */
import type { Span } from "../../model.ts";
import { isSeparator, splitSentences } from "../../text/sentence.ts";
import { ACTION, opensWithAction } from "./action.ts";
import { TOPIC_NOUN } from "./cues.ts";
import { onlyExcepts } from "./denial.ts";
import { hasVerb } from "./english-verbs.ts";
import { lengthOfOpening, TIME_ONLY } from "./opening.ts";
import { isBalanced, tidySpan, withoutExplanation } from "./tidy.ts";
import { isWhole } from "./whole.ts";

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
/** Skills credit – a top-up of $500: what stands before the dash is the statement. */
const DASH =
  /(?<=^[^–—()]{0,60}(?:\([^()–—]{1,40}\)[^–—()]{0,60})?)(?<=^.{10,150}) (?:[–—]|--) (?!except|only|unless|if |but not|excluding)/;
/** How an item is done, behind what is done. */
const DETAIL = /(?<=^[^,]{4,40}),(?:要(?!求)|包括|通过|其中|例如)/;
/** Adoption of new nets, e.g. of hemp. */
const EXAMPLES = /(?<=^.{16,150}),? (?:e\.g\.|for example|for instance)(?=[,\s])/;
/** Where a page has lost its line ends, a blank parts a heading from its text. The second group: the text begins with a time. */
const LOST_LINE_END =
  /^([^\s,。;:]{4,24}(?:,[^\s,。;:]{4,20})?)[^\S\n]+(?=(?:(\d{1,4}(?:年|月|-\d))|\p{Script=Han})[^\n]{14})/u;
/** Nothing longer is a headline; it is cut at whatever mark comes last before. */
const LONGEST = 200;
const LONGEST_ENGLISH = 300;

const STOPS = "。;!?\n";

/** As old boats cost more to keep: the statement is behind its comma. */
const ENGLISH_SETTING =
  /^(?:as|while|if|when|since|although|though|because|once|until|before|after|under|upon|given|following|despite) [^,]*$/;
/** Although old boats cost more to keep, all may stay: no condition, so that the statement stands without it. */
const CONCESSION =
  /^(?:while|although|though|as(?! (?:long|soon|far|if)\b)|since|because|despite|following) [^,.]{8,}, (?!(?:and|or|but|it|they|he|she|this|these)\b)/;
/** In 2024, With higher costs, but not: From May all boats pay. */
const ENGLISH_ADVERBIAL = /^(?:in|for|with|from|during) [^,]*$/;
const isSetting = (piece: string): boolean =>
  ENGLISH_SETTING.test(piece) || (ENGLISH_ADVERBIAL.test(piece) && !hasVerb(piece));
/** What may follow a comma that ends an English statement; a noun goes on with a series: nets, boats and engines. */
const ENGLISH_END =
  /^(?!with the exception|but (?:not|only)|not including|as (?:long|soon) as)(?:which|who|whose|where|when|while|including|such|with|without|from|by|as|so|after|before|because|since|to|in|for|at|on|not|but|rather|especially|particularly|whether|starting|compared|up|down|\p{L}+ing|(?:and|or) (?:over|by|within|from|at|for|with) |(?:and|or) (?:it|they|he|she|we|will|to|is|are|has|have|must|can|may|also)|it|they|he|she|we|this|these|says?|said)\b/u;

/** The new platform, which …, opens in May; Boats, including …, pay more: a name, before its verb. */
const NAMED = /^(?:the|an?|this|these|its|our) |^\S+(?: \S+){0,3}$/;
const SAID_LAST = /\b(?:said|says|told [a-z ]{2,30})$/;
const isStatedBefore = (piece: string, next: string): boolean =>
  ENGLISH_END.test(next) &&
  !isSetting(piece) &&
  !SAID_LAST.test(piece) &&
  !(NAMED.test(piece) && !hasVerb(piece) && hasVerb(next));

/** 某某控股有限公司, 某某股份(600000), 某省水利厅: who, not what. */
const NAME =
  /\(\d{5,6}(?:\.\p{L}{2})?\)$|(?:公司|集团|股份|控股|科技|银行|证券|基金|部|委|局|厅|省|市|县)(?:\([\w.]{2,12}\))?$/u;

/** 第四季展望：营收…: what the statement behind the colon is about. */
const SUBJECT_MATTER =
  /(?:展望|财报|业绩|支出|收入|营收|情况|表现|背景|数据|时间|地点|主题|对象|排名|名次|[前后][\d一二三四五六七八九十]{1,3}[名位])$/;

/** 考核时间、地点: several of them, whatever they begin with. */
function areMatters(words: string): boolean {
  const parts = words.split(/[、和及与]/);
  return parts.length > 1 && parts.every((part) => SUBJECT_MATTER.test(part));
}

/** Is what stands before a colon a statement of its own? Not 甲公司 or From 2024, but 减免税费, 贷款贴息 and "Higher payouts". */
function isStated(words: string, label: number): boolean {
  if (TIME_ONLY.test(words) || areMatters(words) || (NAME.test(words) && !opensWithAction(words))) return false;
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
  /^(?!\s?\d{4}年,|\s?\d{1,2}[)、.](?!\d))(?:\s?\d{1,4}[年月日]|\s?(?:每[^,。;:\d]{1,3})?(?:约|共|为)?(?:人民币|新台币|港币|美元|\$)?\s?\d)/;

/** 调整罚款标准【第十五条】: which article it is about, behind the headline. */
const ARTICLE = /^【[^】]{0,6}第[一二三四五六七八九十百\d]{1,5}条[^】]{0,8}】(?![的、]|规定)/;
const RESTS_ON_ARTICLE = /(?:依据|按照?|根据|依照|违反)$/;
const ARTICLE_REACH = 24;

/** The sentence behind a full stop, if it is short. */
const EXCEPTION = /^[^。\n]{2,40}(?:。|$)/;

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
    if (char === "。" && onlyExcepts(EXCEPTION.exec(text.slice(at + 1, end))?.[0] ?? "")) continue;
    if (STOPS.includes(char) || (char === "】" && !text.slice(start, at).includes("【"))) return at;
    if (
      char === "【" &&
      at - start >= label &&
      ARTICLE.test(text.slice(at, at + ARTICLE_REACH)) &&
      !RESTS_ON_ARTICLE.test(text.slice(at - 2, at))
    )
      return at;
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
  const detail = words.search(DETAIL);
  return opensWithAction(words.slice(0, detail)) && isBalanced(words.slice(0, detail)) ? detail : -1;
}

/** A long English clause without what it concedes, where the rest has a verb of its own. */
function withoutConcession(text: string, clause: Span): Span {
  if (clause.end - clause.start <= COMFORTABLE_ENGLISH) return clause;
  const start = clause.start + (CONCESSION.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0);
  return hasVerb(text.slice(start, clause.end)) ? { start, end: clause.end } : clause;
}

/** Headline of the item whose words are `body`, in spans of the same text. */
export function cutHeadline(text: string, body: Span, english: boolean): Span {
  const { start, end } = cutClause(text, body, english);
  return { start, end: start + withoutExplanation(text.slice(start, end)).length };
}

function cutClause(text: string, body: Span, english: boolean): Span {
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
  const whole = tidySpan(text, {
    start: sentence.start,
    end: endOfClause(text, sentence, english ? LABEL_ENGLISH : LABEL),
  });
  const clause = english ? withoutConcession(text, whole) : whole;
  const detail = findDetail(text.slice(clause.start, clause.end), english);
  if (detail > 0) return tidySpan(text, { start: clause.start, end: clause.start + detail });
  const length = clause.end - clause.start;
  if (length <= (english ? COMFORTABLE_ENGLISH : COMFORTABLE)) return clause;
  for (const comma of commasOf(text, clause)) {
    const next = text.slice(comma + 1, clause.end).trimStart();
    if (english && !isStatedBefore(text.slice(clause.start, comma), next)) continue;
    if (isBoundLater(text.slice(clause.start, comma), text.slice(comma, clause.end))) continue;
    if (isWhole(text.slice(clause.start, comma), next)) return tidySpan(text, { start: clause.start, end: comma });
  }
  const longest = english ? LONGEST_ENGLISH : LONGEST;
  if (length <= longest) return clause;
  const blank = english ? text.lastIndexOf(" ", clause.start + longest) : -1;
  return tidySpan(text, { start: clause.start, end: blank > clause.start ? blank : clause.start + longest });
}
