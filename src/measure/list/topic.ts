/** Headings of lists that state nothing themselves: 总体要求, 补助对象. */

import { saysSomething } from "../kind/kind.ts";
import { ACTION, opensWithAction } from "../phrase/action.ts";
import { REPORT_LABEL, TOPIC_HEADING, TOPIC_NOUN } from "../phrase/cues.ts";
import { HEADING_RANKS } from "./markers.ts";

interface Item {
  /** Where the words of the item begin, after its marker. */
  readonly body: number;
  readonly end: number;
}

/** 应当符合下列条件： over the list of them. */
const ANNOUNCES =
  /^[^。;\n]{2,80}(?:以下|如下|下列)[^。;:\n]{0,12}(?::\n|(?<=权利|义务|职责|规定|要求|条件|内容|情形)\n)/;

/** 规模核定情况：核定生产线12条 */
const LABELS = /^[^\n。:;,]{2,12}:[^\S\n]*[^\s:;]/;

/** Of a line, a sentence or a label; or a blank where a line end was lost, before words or before a list. */
const HEADING_END = /[\n。:]|[^\S\n](?=\p{Script=Han}|\d{1,2}[.、]|\()/u;
const BARE_HEADING = 4;
/** 食肆恢复营业时间: what is done to the thing it ends with. */
const DEED_ON_THING = new RegExp(`^.{2,4}${ACTION}.{3}`);

function isTopic(text: string, item: Item): boolean {
  const heading = (text.slice(item.body, Math.min(item.end, item.body + 40)).split(HEADING_END)[0] ?? "").trim();
  if (/^关于.{1,60}$/.test(heading) || ANNOUNCES.test(text.slice(item.body, Math.min(item.end, item.body + 100))))
    return true;
  if (item.end <= item.body + heading.length + 1) return false;
  if (LABELS.test(text.slice(item.body, item.body + 60))) return false;
  const acts = opensWithAction(heading);
  // 组织保障 begins with a verb only to the letter; 摸清企业基本情况 says what is done.
  return (
    (TOPIC_HEADING.test(heading) && !(acts && heading.length > BARE_HEADING)) ||
    (TOPIC_NOUN.test(heading) && !acts && !DEED_ON_THING.test(heading))
  );
}

/** 组织机构, 展区规划: a few words on a line of their own that do nothing. */
const BARE_LINE = /^[^\s,;:。\d]{2,8}\n/;
const isBare = (text: string, { body, end }: Item): boolean => {
  const words = text.slice(body, Math.min(end, body + 10));
  return BARE_LINE.test(words) && !opensWithAction(words);
};

const LABEL_REACH = 14;

/** A heading on a line of its own, over text. */
const OWN_LINE = /^[^\n。;:,]{2,30}(?=\n)/;
const OWN_LINE_REACH = 32;
const FEWEST_NAMES = 4;
/** Does something, at once or behind a short subject: 食肆恢复营业. */
const ACTS = new RegExp(`^.{0,4}${ACTION}`);

/** Headings that no rule takes for a statement of any kind: 相关费用, 持仓限额. */
function areNames(text: string, items: readonly Item[]): boolean {
  const names = items.filter(({ body, end }) => {
    const heading = OWN_LINE.exec(text.slice(body, Math.min(end, body + OWN_LINE_REACH)))?.[0];
    return heading !== undefined && !ACTS.test(heading) && !saysSomething(heading);
  });
  return items.length >= FEWEST_NAMES && names.length * 5 >= items.length * 4;
}

/** Which items of a list are topics; where most of its headings are, the other bare ones are too. */
export function topicsAmong(text: string, family: string, items: readonly Item[]): boolean[] {
  if (HEADING_RANKS[family] === undefined)
    return items.map(({ body, end }) => REPORT_LABEL.test(text.slice(body, Math.min(end, body + LABEL_REACH))));
  if (HEADING_RANKS[family] === 1 && areNames(text, items)) return items.map(() => true);
  const topics = items.map((item) => isTopic(text, item));
  const mostly = topics.filter(Boolean).length * 2 >= items.length;
  return items.map((item, i) => topics[i] === true || (mostly && isBare(text, item)));
}
