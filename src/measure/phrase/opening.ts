/** Clauses that say who says it, or when, and nothing else: they belong to what follows. */
import { opensWithAction } from "./action.ts";
import { denies } from "./denial.ts";

const SAYS =
  "表示|指出|强调|认为|承认|(?<![的终步出初])裁定|透露|提出|介绍说?|称|说|要求|获悉|了解到|报道|显示|表明|建议|宣布|回应|解释|预计|预测|判断|测算|统计|分析|呼吁|明确|提到|(?<![的项出大])决定|报告|公布|发现|消息指|[社报网日司](?:电|讯)|消息|据悉|据了解|据介绍|此外|同时|另外|其中|与此同时|对此|目前|此前|今后|未来|接下来|下一步|特别是|总体上?看|会议认为";
const SAYS_LAST = new RegExp(`(?:${SAYS})$`);
/** Of the longest of these. */
const SAYS_LENGTH = 5;
/** 参与约谈的企业表示: nothing that is done ends so. */
const SAYS_SURELY = /(?:表示|指出|认为|承认|透露|获悉)$/;
const LONGEST_ATTRIBUTION = 50;
/** 方案将于下月公布, 名单于5月3日公布: what happens, not who says so; but 某局于5月3日宣布. */
const HAPPENS = /将[于在]|正式|(?<=.[于在])\d.*(?<!宣布|表示|指出|强调|透露|提出)$/;

/** Does a clause only say who says it, whenever? Not 加强监测分析, which is something to be done. */
export function isAttribution(clause: string): boolean {
  const words = clause.slice(clause.lastIndexOf(",") + 1);
  return (
    words.length <= LONGEST_ATTRIBUTION &&
    SAYS_LAST.test(words.slice(-SAYS_LENGTH)) &&
    !HAPPENS.test(words) &&
    (SAYS_SURELY.test(words) || !(words.length > 5 && opensWithAction(words.replace(/^(?:还|也)?[将要应]/, ""))))
  );
}

/** 某代表建议, 有网友呼吁: somebody who decides nothing. */
const WISHES =
  /(?:委员|常委|代表|专家|学者|教授|议员|院士|研究员|分析师|律师|人士|网友|市民|业主|居民|群众|民盟|民建|民进|农工党|致公党|九三学社|台盟)[^,]{0,14}(?:建议|呼吁|提议|期盼|期待)$/;
/** Only wishes for what follows, so that it must be told with it. */
export const onlyWishes = (clause: string): boolean => WISHES.test(clause);

/** 与2020年底相比: against what the figure of the next clause is told. */
export const COMPARED_WITH = /^[与同][^,]*相比$/;

/** When or where; belongs to the clause that follows. */
export const TIME_ONLY =
  /^(?:(?:截至|自|从|到|至|在)?(?:今年|去年|明年|本年|当年|近年|年内|全年|当季|“?十[一二三四五]五”?|[上下]半年|(?=[前第\d一二三四五六七八九十两至到\-—~]{1,8}(?:个?季度|个月|月|年)))(?:来|以来|以前|[上下]半年|[前第]?[\d一二三四五六七八九十两〇至到\-—~]+|个?季度|个月|月份?|日|年?[底末初]|年|期间|前后|之?前|之?后|起|至今|间|时|当月|上旬|中旬|下旬)*|今后[^,]{0,8}|当[天日月年])$/;

/** 某局16日召开会议: that they met, not what they decided. */
const MEETING = /^[^,]{0,30}(?:召开|举行)[^,]{0,16}(?:会议?|全会|座谈会|发布会|例会|论坛)$/;
/** 据某报, 某市16日通报. */
const REPORT = /^(?:据[^,]{2,24}|[^,]{2,16}(?:通报|公告|消息|讯|电))$/;

/** Says who speaks, where or when, so that a statement must follow. */
export const opensStatement = (clause: string): boolean =>
  TIME_ONLY.test(clause) || MEETING.test(clause) || REPORT.test(clause) || isAttribution(clause);

/** 近日，据某报消息，: when it was heard of, and from whom. */
const HEARD =
  /^(?:(?:近日|日前|今[天日]|昨[天日]|目前|截[至止]目前|\d{1,2}月\d{1,2}日(?:消息|讯|电)?|据(?![此了悉])[^,。\n]{2,24}),\s?)+(?=[^。]{8})/;
/** 某部数据显示，, 《意见》指出，: who says it. */
const SOURCE =
  /^[^,。;:\n]{2,20}(?:数据|报告|消息|公告|官网|网站)(?:显示|表明|称|指出),\s?(?=[^。]{8})|^[^,。;:\n]{2,14}(?:披露|指出|发布数据|发布报告显示),\s?(?=[^。]{8})/;
/** 关于职业教育，《意见》指出，: what it is about, and who says it. */
const ABOUT =
  /^关于[^,。;:]{2,12}[,:](?:[^,。;:]{2,16}(?:指出|强调|提出|要求|明确|表示|介绍)(?:说|道)?[,:]?)?(?:强调|指出|提出)?要?(?=.{6})/;
/** 要求加强…: that it is told. */
const TOLD = /^(?:明确)?(?:要求|提出)(?=..)/;
/** 提出取消限制等试点任务: tasks, which are no more cancelled than set. */
const OF_TASKS = /^[^,。;]*[等的][^,。;]{0,6}(?:任务|要求|目标|意见|建议|举措|措施|方案|主张|倡议|理念)(?=[,。;]|$)/;
/** 管制要求：实行…: what it is about, before what is done. */
const TOPIC = /^[^,。;:\n]{0,6}(?:要求|措施|举措|规定|做法|任务|规划|安排|方式):\s?/;
/** The mayor: “Our goal is …”: who speaks, before what was said. */
const SPEAKER = /^[a-z][^,.;:\n“”"]{2,60}: (?=[“"])/;
const OPENING_REACH = 80;

/** How much of an item comes before what it states. A time that belongs to the statement (到2030年) does not count. */
export function lengthOfOpening(item: string): number {
  const words = item.slice(0, OPENING_REACH);
  const told = TOLD.exec(words)?.[0].length ?? 0;
  if (told > 0 && opensWithAction(words.slice(told)) && !OF_TASKS.test(words)) return told;
  const topic = TOPIC.exec(words)?.[0].length ?? 0;
  if (topic > 0 && opensWithAction(words.slice(topic))) return topic;
  const found = SPEAKER.exec(words) ?? ABOUT.exec(words) ?? HEARD.exec(words) ?? SOURCE.exec(words);
  return found === null || denies(found[0]) ? 0 : found[0].length;
}
