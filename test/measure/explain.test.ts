import { describe, expect, it } from "vitest";
import { explainMeasures, extractMeasures } from "../../src/measure/extract.ts";

const TEXT = `会议指出，去年全市消费总体平稳。下一步，将对购买一级能效产品给予15%补贴，更好满足群众需要。
一、总体要求。坚持稳中求进。
二、主要措施
一是发放消费券2亿元。二是延长景区开放时间。三是怎么办？
为什么要办？
1. 怎样报名？
2. 何时报名？`;

const explain = (text: string): Record<string, string> => {
  const { dropped } = explainMeasures({ text });
  return Object.fromEntries(dropped.map(({ span, why }) => [text.slice(span.start, span.end), why]));
};

describe("explainMeasures", () => {
  it("finds the same measures as extractMeasures", () => {
    expect(explainMeasures({ text: TEXT }).measures).toEqual(extractMeasures({ text: TEXT }));
  });

  it("tells for each headline the rules or the weighed features that made it", () => {
    const reasons = explainMeasures({ text: TEXT }).measures.map((measure) => measure.reasons);
    expect(reasons[0]?.[0]).toMatch(/^[a-z-]+ [+-]\d\.\d\d$/);
    expect(reasons.at(-1)).toContain("list:一是");
  });

  it("tells for each candidate left out why, in the order of the text", () => {
    expect(explain(TEXT)).toMatchObject({
      去年全市消费总体平稳: "below-threshold",
      更好满足群众需要: "below-threshold",
      总体要求: "topic",
      主要措施: "topic",
      怎么办: "question",
      "1. 怎样报名？\n2. 何时报名？": "no-list",
    });
    const starts = explainMeasures({ text: TEXT }).dropped.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it("tells of repeats, and of what there is enough of", () => {
    const deeds = Array.from({ length: 12 }, (_, i) => `市政府将免征${i + 1}类企业房产税${i + 1}亿元。`).join("");
    const text = `市政府将免征1类企业房产税1亿元。${deeds}`;
    const whys = explainMeasures({ text }).dropped.map(({ why }) => why);
    expect(whys).toEqual(expect.arrayContaining(["repeated", "beyond-most"]));
  });

  it("tells of a list that waits for a bill, and of one that is denied, why nothing of it is told", () => {
    const items = "一、关闭北湾渔港；\n二、降低船票价格；\n三、修建两座码头。";
    expect(new Set(Object.values(explain(`如果法案通过，县政府将：\n${items}`)))).toEqual(new Set(["if-passed"]));
    expect(new Set(Object.values(explain(`以下说法均不属实：\n${items}`)))).toEqual(new Set(["denied"]));
  });
});
