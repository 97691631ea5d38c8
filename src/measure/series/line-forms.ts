/** What a line can look like that heads what it says: a short sentence, a label, a name, 关于…, a word explained. */
import type { Span } from "../../model.ts";
import { isAction, opensWithAction } from "../phrase/action.ts";
import { isEnglishLabelled } from "./english-deed.ts";

/** Longest line that can be an unmarked item. */
export const LONGEST_LINE = 160;
export const LONGEST_HEAD = 24;
export const SHORTEST_HEAD = 5;

/** 坚持市场主导。企业是…: does the line begin with a short sentence that says what the rest explains? Any, if announced. */
function isHeaded(text: string, line: Span, announced: boolean): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD + 2));
  const head = words.indexOf("。");
  return (
    head >= SHORTEST_HEAD &&
    line.start + head + 1 < line.end &&
    !words.slice(0, head).includes(":") &&
    (announced || words.startsWith("坚持") || opensWithAction(words))
  );
}

/** 报名时间：, 联系电话：: fields of a form. */
const LABELS_A_FIELD =
  /(?:时间|日期|地点|地址|电话|邮箱|方式|对象|名称|人员?|单位|部门|代码|简称|编号|账号|户名|范围|条件|材料|数量)$/;

/** 降低租金成本：对小微商户减半。 Any label, if announced. */
function isLabelled(text: string, line: Span, announced: boolean): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD + 2));
  const label = /^[^:。;,]{4,}(?=:.)/.exec(words)?.[0] ?? "";
  return opensWithAction(label) || (announced && /\p{Script=Han}/u.test(label) && !LABELS_A_FIELD.test(label));
}

/** 甲市：将…纳入…, 某某股份：拟…: who or where stands before what is done or what came of it. */
const NAMED =
  /^(?!问|答|记者|主持|网友|时间|地点|日期|联系|电话|传真|地址|邮|作者|编辑|责编|来源|对象|标题|名称|文号|单位|机构|关键)[\p{L}\p{N}]{2,8}(?:\(\w{3,12}\))?:(?=\S{8})/u;

function isNamed(text: string, line: Span): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
  const name = NAMED.exec(words)?.[0];
  if (name === undefined || opensWithAction(name)) return false;
  const said = words.slice(name.length);
  return isAction(said) || /[拟将获\d]/.test(said);
}

/** 关于职业教育，《意见》指出，…: what the paragraph is about, before what it states. */
const ABOUT = /^关于[^,。;:]{2,12}[,:](?=.{8})/;

const isAbout = (text: string, line: Span): boolean =>
  ABOUT.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD * 2)));

/** “新型”指的是…: a word of the lead, and what it stands for. */
const EXPLAINED = /^[“"][^”"]{1,12}[”"](?:指的?是?|是指?|即|就是|意味着)(?=.{4})/;

const isExplained = (text: string, line: Span): boolean =>
  EXPLAINED.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD * 2)));

type IsItem = (text: string, line: Span, announced: boolean) => boolean;
/** Lines of one form that follow each other are a list; the first form that three of them have is theirs. */
export const LINE_FORMS: readonly (readonly [family: string, isItem: IsItem])[] = [
  ["段首", isHeaded],
  ["小标题", isLabelled],
  ["甲：", isNamed],
  ["label:", isEnglishLabelled],
  ["关于", isAbout],
  ["“”指", isExplained],
];
