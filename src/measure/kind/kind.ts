/** measure, finding or other: what sort of statement a clause is. */
import type { MeasureKind } from "../../model.ts";
import { type PatternSet, patternSet } from "../../text/pattern-set.ts";
import { opensWithAction } from "../phrase/action.ts";
import type { Candidate } from "../score/candidate.ts";
import {
  BEFORE_RULES,
  ITEM_RULES,
  type KindRule,
  LABEL_RULES,
  LEAD_RULES,
  SHARED_RULES,
  STATEMENT_RULES,
} from "./kind-rules.ts";
import { ENGLISH_RULES } from "./kind-rules-english.ts";

/** Rules that are asked together. */
interface RuleSet {
  readonly rules: readonly KindRule[];
  readonly patterns: PatternSet;
}

const ruleSet = (rules: readonly KindRule[]): RuleSet => ({
  rules,
  patterns: patternSet(rules.map(({ pattern }) => pattern)),
});

const OF_CHINESE = ruleSet([...STATEMENT_RULES, ...SHARED_RULES]);
const OF_ENGLISH = ruleSet([...ENGLISH_RULES, ...SHARED_RULES]);
const OF_BOTH = ruleSet([...STATEMENT_RULES, ...ENGLISH_RULES, ...SHARED_RULES]);
const OF_BEFORE = ruleSet(BEFORE_RULES);
const OF_LEAD = ruleSet(LEAD_RULES);
const OF_ITEM = ruleSet(ITEM_RULES);
const OF_LABEL = ruleSet(LABEL_RULES);

/** 报送义务, 资源的高效配置: a thing, no statement. */
const NOMINAL =
  /(?:情形|义务|措施|指标|情况|要求|原则|范围|时限|条件|问题|因素|标准|程序|方式|人员|行为|责任|待遇|内容|制度|活动|安排)$|(?:者|学生|子女|居民|民众|人[员士群]|[群族]群|群体|家庭)(?:\([^)]*\))?$|的[^的,]{2,5}$/;
/** 废水达到排放标准, 做政治的明白人: no thing, though it ends like one. */
const STATES = /.是(?!否).|达到|符合[^的]*$|^做[^,法]{1,8}的[^,]{2,6}[人者]$/;
/** 采购流程的办法: a thing, though it begins with a verb. */
const OF_CONTENTS = /的[^的,]{2,5}$/;
/** 坚持A、坚持B、坚持C: principles, where the lead says so or says nothing. */
const PRINCIPLE = /^坚持/;
const OF_PRINCIPLES = /^$|原则|遵循/;
/** 完善了A, 健全了B: a list of what was done already, but not of what a rule says (明确了C). */
const DONE = /^(?!明确|规定|强调|提出|要求|确立|规范|细化|界定)[^,]{2,5}了(?!解)/;
/** An item that ends like this states a condition (laws): 拒不执行的. */
const CONDITION = /的$|^from \d{4}\b/;
const NOMINAL_WEIGHT = 5.5;

/** 某某股份：拟…: who stands before what. */
const LABEL = /^[^:,]{2,20}:(?=.)/;

/** 加强学习情况, 履行责任情况; 关于资金, 关于对象: matters, whatever they begin with. */
const MATTER = /^关于[^,]*$|(?:情况|情形)$/;
const areMatters = (items: readonly string[]): boolean =>
  items.filter((words) => MATTER.test(words)).length * 5 >= items.length * 4;

/** 存在一些问题。, 呈现三个特点。: a sentence of its own that announces a list, the full stop at its end. */
const ANNOUNCED =
  /(?<=(?:以下|如下|下列|一些|不少|诸多|[几多\d二三四五六七八九十](?:个|大|项|点|条|方面))[^。]{0,14})。\s*$/;

export interface KindVerdict {
  readonly kind: MeasureKind;
  readonly reasons: readonly string[];
}

type Sums = Record<MeasureKind, number>;

function heldIn({ rules, patterns }: RuleSet, words: string): KindRule[] {
  const matches = patterns([words]);
  return rules.filter((_, index) => matches(index, 0));
}

/** Words in one script need no rule that asks for words in the other. */
function rulesFor(words: string): RuleSet {
  if (!/[a-z]/.test(words)) return OF_CHINESE;
  return /\p{Script=Han}/u.test(words) ? OF_BOTH : OF_ENGLISH;
}

function weigh(rules: RuleSet, words: string, sums: Sums): string[] {
  const held = heldIn(rules, words);
  for (const rule of held) sums[rule.kind] += rule.weight;
  return held.map((rule) => rule.name);
}

function strongest(sums: Sums): MeasureKind {
  if (sums.other > sums.measure && sums.other >= sums.finding) return "other";
  return sums.finding > sums.measure ? "finding" : "measure";
}

/** Below this a rule only leans to one side. */
const SURE = 1;

/** Does any rule surely take the words for a statement? */
export const saysSomething = (words: string): boolean =>
  heldIn(rulesFor(words), words).some(({ weight }) => weight >= SURE);

/** What somebody will or must do is a measure. */
const BY_MODAL: Readonly<Record<Candidate["modal"], number>> = { own: 2, shared: 1, none: 0 };

/** Kind of a clause of running text. */
export function judgeClause(words: string, { modal, before }: Pick<Candidate, "modal" | "before">): KindVerdict {
  const sums: Sums = { measure: BY_MODAL[modal], finding: 0.2, other: 0 };
  const reasons = [...weigh(rulesFor(words), words, sums), ...weigh(OF_BEFORE, before, sums)];
  return { kind: strongest(sums), reasons };
}

/** 食品; 箱包; 乐器; 文具: a list whose items no rule knows names things. */
const FEWEST_THINGS = 4;
const LATIN = /^[a-z]/;

/** Kinds of the items of one list; they lean towards what the list as a whole is and what its lead says. */
export function judgeItems(items: readonly string[], lead: string): KindVerdict[] {
  const shared: Sums = { measure: 0, finding: 0, other: 0.3 };
  const leadReasons = weigh(OF_LEAD, lead.replace(ANNOUNCED, ""), shared);
  const contents = /包括[^。]{0,4}$/.test(lead);
  const isNominal = (words: string): boolean => {
    if (opensWithAction(words)) return contents && OF_CONTENTS.test(words);
    return NOMINAL.test(words) && !STATES.test(words) && !words.split(",").some(opensWithAction);
  };
  const nominal = items.filter(isNominal).length * 5 >= items.length * 3 || areMatters(items);
  const conditions = items.filter((words) => CONDITION.test(words)).length * 2 > items.length;
  const principles =
    items.length > 2 && OF_PRINCIPLES.test(lead.trim()) && items.every((words) => PRINCIPLE.test(words));
  if (nominal || conditions || principles) {
    shared.other += NOMINAL_WEIGHT;
    leadReasons.push(nominal ? "nominal-items" : conditions ? "conditions" : "principles");
  }
  if (items.length > 1 && items.every((words) => DONE.test(words))) {
    shared.finding += NOMINAL_WEIGHT;
    leadReasons.push("done-items");
  }
  const own = items.map((words) => {
    const sums: Sums = { measure: 0, finding: 0, other: 0 };
    const bare = words.replace(LABEL, "");
    const reasons = [
      ...weigh(rulesFor(bare), bare, sums),
      ...weigh(OF_ITEM, bare, sums),
      ...(opensWithAction(bare) ? [] : weigh(OF_LABEL, words, sums)),
    ];
    return { reasons, sums };
  });
  const things = items.filter((words, i) => own[i]?.reasons.length === 0 && !LATIN.test(words)).length;
  if (things * 5 >= items.length * 4 && items.length >= FEWEST_THINGS) {
    shared.other += NOMINAL_WEIGHT;
    leadReasons.push("things");
  }
  const mean = (kind: MeasureKind): number => own.reduce((sum, item) => sum + item.sums[kind], 0) / items.length;
  const means: Sums = { measure: mean("measure"), finding: mean("finding"), other: 0 };
  return own.map(({ sums, reasons }): KindVerdict => {
    const all = (kind: MeasureKind): number => shared[kind] + means[kind] + sums[kind] / 2;
    const total: Sums = { measure: all("measure"), finding: all("finding"), other: all("other") };
    return { kind: strongest(total), reasons: [...reasons, ...leadReasons] };
  });
}
