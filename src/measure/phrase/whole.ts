/** Can a piece of an item, cut at a comma, stand alone? */
import { ACTION, isAction, opensWithAction } from "./action.ts";
import { CONCERNED, LATE_VERB, NEEDS_SUBJECT, OPEN_END, OPEN_START } from "./cues.ts";
import { excepts } from "./denial.ts";
import { COMPARED_WITH, opensStatement, TIME_ONLY } from "./opening.ts";
import { isBalanced } from "./tidy.ts";

/** A piece cut at a comma says nothing below this length. */
const SHORTEST = 6;
/** 简化审批 */
const SHORTEST_DEED = 4;

/** 为稳定价格: not what is done, but what for. */
const PURPOSE = /^为(?!主|.*(?:提供|办理|发放|减免|给予|设立|免除))/;

/** What looks like the verb of a subject, behind a piece that has one: 开展试点，由甲负责; 将A从三成降至二成，将B…; 甲是A，也是B. */
const GOES_ON: readonly { readonly own: (piece: string) => boolean; readonly after: RegExp }[] = [
  { own: opensWithAction, after: /^由/ },
  { own: (piece) => piece.startsWith("将"), after: /^将/ },
  { own: (piece) => /^[^,]{4,}是(?!否)[^,]{4,}$/.test(piece), after: /^也是/ },
];

/** 某市发布通知, 某公司宣布人事任免: that there is something, not what. */
const TOLD_OF = /(?:发布|印发|下发|发出|出台|宣布)了?(?:通知|公告|通告|文件|意见|方案|人事任免)$/;
/** 受火灾影响, 经董事会通过: why, not what. */
const BECAUSE = /^(?:受.*影响|应.*(?:请求|邀请|要求)|由于.*|确?因.*|经.*(?:通过|批准|同意|研究))$/;

/** 根据项目建设需要, 各单位要按照有关规定: not what is done, but what it rests on. */
export const BASIS =
  /^(?:[^,]{0,12}(?:按照|根据|依据|依照)|(?:紧密)?(?:根据|按照?|依照|依据|针对|围绕|结合|适应|立足|[着著]眼))[^,]*(?:需要|需求|要求|规定|原则|情况|实际|问题|思路|部署|目标|方向|形势|标准|程序|特点|趋势|机制|制度|改革|办法|政策|精神|方案|模式|比例|方式|安排|顺序|协议|合同|计划|意见|通知|法律|法规|条例|规例|规则|细则|公约|章程|协定)》?$|(?:根据|按照|依照|依据)《[^》]*》(?:等|及其[^,]{2,8})?$|以[^,]*为(?:依据|基础|导向|重点|目标|抓手|主线|核心|标志|契机)$|[应要须将](?:当)?(?:按照|根据|依据|依照|围绕|结合)[^,]*$|^(?:持续|紧紧|始终|牢牢|积极)?(?:紧扣|围绕)[^,]*$|根据[^,]{4,30}(?:特点|实际|情况|需要)$/;

/** 某县原县长某某某: who, not what. */
const PERSON = /(?:[省市县区部局厅处科院校行会]长|书记|主任|主席|董事长|经理|总裁)\p{Script=Han}{2,3}$/u;
/** 文件要求各县, 引导农户、合作社等经营主体: whom, not what. */
const BIDDEN =
  /(?:要求|责令|呼吁|督促)(?:\p{Script=Han}{2,6}|[^,]{2,20}(?:部门|单位|企业|机构|协会|人员|地区|各地))$|(?:引导|组织|鼓励|指导|督促)[^,]{4,40}(?:主体|企业|机构|单位|农户|力量|资本|[学协]会|组织|团体|院校|高校|学生|群众|干部|职工)$/u;
/** 允许各地对小规模纳税人: for whom, not what. */
const TOWARDS = new RegExp(`对(?!接|标|口|外|内)(?!.*${ACTION})[^,]{2,24}(?:${CONCERNED})$`);

/** 高新技术的发展: a thing; what it does must follow. */
const THING = /^[^,是有将要应达为把被须可]*的[^的,了更]{2,10}$/;
const isThing = (words: string): boolean => THING.test(words) && !opensWithAction(words);

/** 城乡居民基本医疗保险参保人员: whom it concerns. */
const NAMES_CONCERNED = new RegExp(`^(?![^,]*(?:成为|中标|支付|签订|签署|获得|入选))[^,]*(?:${CONCERNED})$`);

/** 在制度建设层面, 10时至11时: in what respect or when. */
const SETTING =
  /^(?:在|从|就)[^,]{1,20}(?:层面|领域|环节|角度|维度)$|^[^,]{2,8}期[内间]$|^(?:[上下中]午)?\d{1,2}[时点:][^,]*(?:至|到|[-—~])[^,]*$/;

const isConcerned = (words: string): boolean =>
  NAMES_CONCERNED.test(words) && !isAction(words) && !LATE_VERB.test(words);

/** 商务部： before what it says. */
const LABEL_BEFORE = /^[^:,]{2,12}:/;

/** 只有甲、乙，: a condition, until what follows from it. */
const CONDITIONS: readonly { readonly opens: RegExp; readonly result: string }[] = [
  { opens: /^只有/, result: ",才" },
  { opens: /^只要/, result: ",就" },
  { opens: /^(?:无论|不论|不管)/, result: ",都" },
];

/** 增速前三名：甲，乙，: not all of them yet. */
const RANKED = /[前后][\d一二三四五六七八九十]{1,3}[名位]:/;

/** 公告发布后（以实际日期为准） */
const TRAILING_BRACKET = /\([^()]*\)$/;

/** Can the words stand alone, given what follows the comma? */
export function isWhole(piece: string, next: string): boolean {
  if (piece.length < (opensWithAction(piece) ? SHORTEST_DEED : SHORTEST) || !isBalanced(piece)) return false;
  const stated = piece.replace(LABEL_BEFORE, "");
  if (OPEN_END.test(piece.replace(TRAILING_BRACKET, "")) || opensStatement(stated)) return false;
  if (NEEDS_SUBJECT.test(next) && !GOES_ON.some(({ own, after }) => own(piece) && after.test(next))) return false;
  const last = piece.slice(piece.lastIndexOf(",") + 1);
  if (
    SETTING.test(last) ||
    COMPARED_WITH.test(last) ||
    TIME_ONLY.test(last) ||
    TOLD_OF.test(last) ||
    BECAUSE.test(last)
  )
    return false;
  if (isConcerned(last) || CONDITIONS.some(({ opens, result }) => opens.test(stated) && !stated.includes(result)))
    return false;
  if (PURPOSE.test(stated) || BASIS.test(stated) || PERSON.test(piece) || TOWARDS.test(piece)) return false;
  if (RANKED.test(piece) || excepts(next.split(/[,。;\n]/, 1)[0] ?? "")) return false;
  if (BIDDEN.test(piece) && !isAction(piece.slice(-6))) return false;
  if (!OPEN_START.test(stated) || LATE_VERB.test(stated.slice(1, -2))) return true;
  return stated.includes(",") && !OPEN_START.test(last) && !isThing(last);
}
