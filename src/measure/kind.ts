/** measure, finding or other: what sort of statement an item is. */
import type { MeasureKind } from "../model.ts";
import { ACTION_ADVERBS, ACTION_VERBS } from "./cues.ts";

interface KindRule {
  readonly name: string;
  readonly kind: MeasureKind;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Rules over the words of one statement. */
const STATEMENT_RULES: readonly KindRule[] = [
  {
    name: "opens-with-action",
    kind: "measure",
    weight: 2,
    pattern: new RegExp(`^(?:${ACTION_VERBS}|${ACTION_ADVERBS})`),
  },
  {
    name: "modal",
    kind: "measure",
    weight: 1.5,
    pattern:
      /(?:^|[^重主需必首只])要(?!素|求|点|闻|道)|将|应(?!用|急|收|对|届)|必须|不得|拟|计划|可以?申|允许|可享受|一律/,
  },
  { name: "action-inside", kind: "measure", weight: 0.7, pattern: new RegExp(`.(?:${ACTION_VERBS})`) },
  {
    name: "statistics",
    kind: "finding",
    weight: 2.5,
    pattern:
      /(?:增长|下降|上升|回落|上涨|下跌|达|为|占|超|同比|环比|突破|实现|累计|完成).{0,14}\d|\d[\d.,]*%|同比|环比/,
  },
  {
    name: "state",
    kind: "finding",
    weight: 2,
    pattern:
      /(?:旺盛|增强|明显|强烈|较快|平稳|向好|改善|提升|提高|充足|显著|回升|回落|放缓|下滑|加快|稳定|突出|良好|优化|活跃|扩大|不足|下降|增长|增加|偏弱|偏低|偏高|收窄|凸显|显现)$/,
  },
  {
    name: "english-action",
    kind: "measure",
    weight: 1.5,
    pattern:
      /\b(?:will|must|shall|should|plans? to|to be|agreed|approved|launch(?:ed|es)?|introduc\w+|sign(?:ed|s)|requir\w+|propos\w+|announc\w+)\b/,
  },
  {
    name: "english-finding",
    kind: "finding",
    weight: 1.5,
    pattern: /\b(?:rose|fell|grew|increased by|decreased|declined|was|were|has been|have been|accounted)\b|\d%/,
  },
];

/** Rules over what stands before a list. */
const LEAD_RULES: readonly KindRule[] = [
  {
    name: "lead-finding",
    kind: "finding",
    weight: 3,
    pattern: /(?:特点|特征|成效|成绩|表现|态势|变化|亮点|趋势|走势|进展|成果|呈现|数据|显示)[^。]{0,15}$/,
  },
  {
    name: "lead-other",
    kind: "other",
    weight: 3,
    pattern:
      /(?:原则|原因|挑战|问题|条件|理由|风险|因素|困难|意义|体现在|情形|行为|注意|放假|安排如下|第一是|方法|优势|包括以下情况|试一试)[^。]{0,12}$/,
  },
  {
    name: "lead-measure",
    kind: "measure",
    weight: 1.5,
    pattern:
      /(?:措施|举措|任务|工作|要求|规定|部署|政策|行动|意见|建议|倡议|要|将|决定|确定|强调|指出|通知如下|批复如下|事项)[^。]{0,15}$/,
  },
];

export interface KindVerdict {
  readonly kind: MeasureKind;
  readonly reasons: readonly string[];
}

function weigh(rules: readonly KindRule[], words: string, sums: Record<MeasureKind, number>, reasons: string[]): void {
  for (const rule of rules) {
    if (!rule.pattern.test(words)) continue;
    sums[rule.kind] += rule.weight;
    reasons.push(rule.name);
  }
}

/** Kind of a statement; `lead` is what introduces its list, empty in running text. */
export function judgeKind(words: string, lead: string): KindVerdict {
  const sums: Record<MeasureKind, number> = { measure: 0, finding: 0, other: 0.6 };
  const reasons: string[] = [];
  weigh(STATEMENT_RULES, words, sums, reasons);
  weigh(LEAD_RULES, lead.slice(-60), sums, reasons);
  let kind: MeasureKind = "other";
  if (sums.measure > sums.other) kind = "measure";
  if (sums.finding > sums[kind]) kind = "finding";
  return { kind, reasons };
}
