/** Series that semicolons or commas part: 加快A；推动B；支持C, 部署五项任务：加快A，推动B. */
import type { Span } from "../../model.ts";
import { matchesOf } from "../../text/matches.ts";
import { splitClauses } from "../../text/sentence.ts";
import type { List } from "../list/nesting.ts";
import { isAction, opensWithAction } from "../phrase/action.ts";
import { CHAPTER } from "../phrase/cues.ts";
import { denies } from "../phrase/denial.ts";
import { tidySpan } from "../phrase/tidy.ts";
import { ADDRESS, makeList } from "./lines.ts";
import { isLabelled } from "./sentence-series.ts";
import { FEWEST, splitBy } from "./series-parts.ts";

/** Clauses of a sentence put together again wherever `parts` is false of the delimiter between them. */
export function splitAt(text: string, sentence: Span, parts: (delimiter: string) => boolean): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const clause of splitClauses(text, sentence)) {
    open = { start: open?.start ?? clause.start, end: clause.end };
    if (!parts(clause.delimiter)) continue;
    spans.push(open);
    open = undefined;
  }
  if (open !== undefined) spans.push(open);
  return spans;
}

/** 平台不得…, 应当…, 将…: as good as an action. */
const RULE = /^(?:[^,;]{0,12}?(?:不得|应当|必须|禁止|严禁|允许)|将|拟)/;
const isDecision = (words: string): boolean => isAction(words) || RULE.test(words);

/** 某市召开常务会议，听取…；部署…；研究…: its agenda. */
const AGENDA = /(?:召开|举行)[^;,]{0,30}(?:会议?|例会|全会),/;
/** Talks about what a meeting did, not about what it decided. */
const PROCEDURE = /^(?:部署|听取|审议|讨论|研究|传达|学习|通报)/;
/** 《意见》提出，要, 报告指出了问题，建议: what precedes the first part. */
const ATTRIBUTION =
  /(?:提出|指出|强调|要求|明确(?!要求)|包括|提到|表示|建议|重点(?:关注|督察|检查|解决)|是|》还?(?:从|在))[,:]?(?:要(?!求)|将)?(?=.)/g;
/** …；强化保障措施等方面提出具体要求: what the parts are, all of them. */
const SUMMED_UP = /等(?:[一二三四五六七八九十\d]{1,2}个)?(?:方面|领域|环节)[^;。]{0,24}$/;

/** 聚焦新能源汽车产业，: what all parts are about. */
const FIELD = /^(?:聚焦|围绕|立足|针对|紧扣|面向|自[^,;]{2,14}起|从[^,;]{2,14}起)[^,;]{0,20},/g;
const LEAD_SEARCHED = 90;

const lastClause = (words: string): string => words.slice(words.lastIndexOf(",", words.length - 2) + 1);

/** The span behind the first lead that is followed by something to be done. */
function skipLead(text: string, span: Span, lead: RegExp): Span {
  for (const match of matchesOf(lead, text.slice(span.start, Math.min(span.end, span.start + LEAD_SEARCHED)))) {
    const rest = tidySpan(text, { start: span.start + match.index + match[0].length, end: span.end });
    if (denies(lastClause(text.slice(span.start, rest.start)))) continue;
    if (/[要将]$/.test(match[0]) || isDecision(text.slice(rest.start, rest.end))) return rest;
  }
  return tidySpan(text, span);
}

const skipAttribution = (text: string, span: Span): Span => skipLead(text, skipLead(text, span, ATTRIBUTION), FIELD);

/** 主要内容包括：A；B；C is a list whatever its parts are. */
const ANNOUNCED =
  /(?:包括|如下|内容|方面|措施|任务|要求|目标|举措|要点|重点|原则|提出|明确|规定|决定|新规|政策|变化|亮点|看点|建议|倡议|安排|事项|问题|情形|成果|定位|因素|分别[是为]|以下|下列)[^。;:]{0,8}:/;

/** 六项原则，包括A；B；C */
const INCLUDES = /[项个条大点][^。;:]{0,12},?(?:主要)?(?:包括|分别[是为]|即)(?!但)/;
/** 《规划》提出，到2030年，A；B；C: what shall be so by then. */
const GOALS = /(?:^|[,;提出明确争求])到20\d\d年[底末]?,(?!比|较|同比)/;
const ANNOUNCED_ENGLISH = /\b(?:includ\w+|following|follows|namely|are|to)\b[^.;:]{0,40}:/;
/** They included widening a; expanding b; developing c. */
const INCLUDES_DOING = /\binclud(?:e|es|ed|ing) (?=[a-z]+ing )/;
const IS_DOING = /^[a-z]+ing /;
const LEAD_REACH = 240;
const ANNOUNCED_REACH = 150;
/** On three areas: creating a …; repairing b …; and training c …: the last part closes what the colon opened. */
const CLOSES = /^(?:and|or) /;
const OPENS = /^[^;:]{8,200}(?::|\b(?:which|that|these|they) (?:are|include):?)(?=\s)/;

/** 不仅要看A；不仅要看B: an argument, no list of deeds. */
const RHETORICAL = /^(?:不仅|不但|不是|既|有的|无论|不论|或)/;
const BEFORE_ALIKE = [",", ":", "必须", "应当", "要"];

const areChapters = (text: string, parts: readonly Span[]): boolean =>
  parts.every(({ start, end }) => CHAPTER.test(text.slice(start, end)));

/** 要紧盯A，…；紧盯B，…；紧盯C，…: all parts but the first begin alike, so the first begins where it does so too. */
function startOfAlike(text: string, first: Span, others: readonly Span[]): number | undefined {
  if (areChapters(text, others)) {
    const chapter = text.slice(first.start, first.end).search(/第[一1][章编节部]/);
    return chapter < 0 ? undefined : first.start + chapter;
  }
  const opening = text.slice(others[0]?.start, (others[0]?.start ?? 0) + 2);
  if (RHETORICAL.test(opening) || !others.every(({ start }) => text.startsWith(opening, start))) return undefined;
  const words = text.slice(first.start, first.end);
  const starts = BEFORE_ALIKE.map((mark) => ({ mark, at: words.indexOf(mark + opening) })).filter(({ at }) => at >= 0);
  const [start] = starts;
  return start === undefined ? undefined : first.start + start.at + start.mark.length;
}

/** 甲的办理情况；乙的落实情况；丙的整改情况等 */
const MATTERS = ["情况", "问题", "情形", "行为"];
const MATTERS_LEAD = /重点(?:关注|督察|检查|核查|解决)(?![^:;]{0,12}:)/;
const withoutRest = (text: string, { start, end }: Span): Span => ({
  start,
  end: text[end - 1] === "等" ? end - 1 : end,
});
const areMatters = (text: string, parts: readonly Span[]): boolean =>
  MATTERS.some((matter) => parts.every(({ start, end }) => text.slice(start, end).replace(/等$/, "").endsWith(matter)));

/** 加快A；推动B；支持C */
export function semicolonSeries(text: string, sentence: Span, below: boolean): List | undefined {
  if (text.slice(sentence.start, sentence.end).split(";", FEWEST).length < FEWEST) return undefined;
  const parts = splitAt(text, sentence, (delimiter) => delimiter === ";").filter(
    ({ start, end }) => !/^等+$/.test(text.slice(start, end)),
  );
  if (parts.length < FEWEST) return undefined;
  const opening = text.slice(sentence.start, Math.min(parts[0]?.end ?? 0, sentence.start + LEAD_REACH));
  if (AGENDA.test(opening) && !ANNOUNCED.test(opening)) return undefined;
  const closed = CLOSES.test(text.slice(parts.at(-1)?.start, parts.at(-1)?.end));
  const matters = areMatters(text, parts);
  const lead =
    (matters ? MATTERS_LEAD.exec(opening) : null) ??
    ANNOUNCED.exec(opening.slice(0, ANNOUNCED_REACH)) ??
    INCLUDES.exec(opening.slice(0, ANNOUNCED_REACH)) ??
    GOALS.exec(opening.slice(0, ANNOUNCED_REACH)) ??
    ANNOUNCED_ENGLISH.exec(opening) ??
    (IS_DOING.test(text.slice(parts[1]?.start, parts[1]?.end)) ? INCLUDES_DOING.exec(opening) : null) ??
    (closed ? OPENS.exec(opening) : null);
  const announced = lead === null ? 0 : lead.index + lead[0].length;
  const alike = startOfAlike(text, parts[0] ?? sentence, parts.slice(1));
  const items = parts.map((part, i) => {
    const joint = CLOSES.exec(text.slice(part.start, part.start + 4))?.[0].length ?? 0;
    if (i > 0) {
      const summed = i === parts.length - 1 ? text.slice(part.start, part.end).search(SUMMED_UP) : -1;
      return tidySpan(text, { start: part.start + joint, end: summed > 0 ? part.start + summed : part.end });
    }
    const start = announced > 0 ? part.start + announced : alike;
    return start === undefined ? skipAttribution(text, part) : tidySpan(text, { start, end: part.end });
  });
  const words = items.map(({ start, end }) => text.slice(start, end));
  const isTold = (i: number): boolean => text.slice(parts[i]?.start, items[i]?.start).includes("要");
  const actions = words.filter((part, i) => (isDecision(part) || isTold(i)) && !/\d%/.test(part.slice(0, 30))).length;
  if (
    words.some((part) => part === "" || ADDRESS.test(part)) ||
    words.filter((part) => PROCEDURE.test(part)).length * 2 > items.length
  )
    return undefined;
  const stated =
    announced > 0 ||
    matters ||
    below ||
    alike !== undefined ||
    actions * 5 >= items.length * 4 ||
    words.every(isLabelled);
  return stated ? makeList(text, "；", matters ? items.map((item) => withoutRest(text, item)) : items) : undefined;
}

/** 部署五项任务：加快A，推动B，支持C。 */
export function commaSeries(text: string, sentence: Span): List | undefined {
  const lead = ANNOUNCED.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + ANNOUNCED_REACH)));
  if (lead === null) return undefined;
  const start = sentence.start + lead.index + lead[0].length;
  const items = splitAt(text, { start, end: sentence.end }, (delimiter) => delimiter === ",");
  if (items.length >= FEWEST && (allAct(text, items) || areAims(text, items))) return makeList(text, "，", items);
  const listed = splitBy(text, { start, end: sentence.end }, /、/g);
  return listed.length >= FEWEST && allAct(text, listed) ? makeList(text, "、", listed) : undefined;
}

/** 绿色航运的先导区，生态岸线的示范区，…: what a place is to become. */
const AIM = /.{4}的\S{2,4}[区地带心]$/;
const areAims = (text: string, items: readonly Span[]): boolean =>
  items.every(({ start, end }) => AIM.test(text.slice(start, end)));

const allAct = (text: string, items: readonly Span[]): boolean =>
  items.every((item) => opensWithAction(text.slice(item.start, item.end)));
