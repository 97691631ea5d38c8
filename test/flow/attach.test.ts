import { describe, expect, it } from "vitest";
import { type Attached, attach } from "../../src/flow/attach.ts";

const DAY = "2026-03-01";

/** What is attached to the measure that these words are the headline of, and that goes on to the end of `detail`. */
function attached(text: string, headline: string, detail?: string): Attached {
  const start = text.indexOf(headline);
  const end = detail === undefined ? undefined : text.indexOf(detail) + detail.length;
  const spans = {
    headline: { start, end: start + headline.length },
    ...(end === undefined ? {} : { detail: { start, end } }),
  };
  const found = attach(text, spans, DAY);
  for (const { span, text: words } of [...found.quantities, found.deadline, found.effective].filter((one) => !!one)) {
    expect(text.slice(span.start, span.end)).toBe(words);
  }
  return found;
}

const amounts = ({ quantities }: Attached): string[] => quantities.map(({ text }) => text);

describe("attach", () => {
  it("reads the whole item, not only its headline, and nothing of its neighbours", () => {
    const text = "一是新建充电站30座。2026年底前投资超过5亿元。\n二是培训2万人。";
    const first = attached(text, "新建充电站30座", "投资超过5亿元");
    expect(amounts(first)).toEqual(["30座", "超过5亿元"]);
    expect(first.deadline).toMatchObject({ text: "2026年底前", day: "2026-12-31" });
    expect(attached(text, "培训2万人")).toEqual({ quantities: [expect.objectContaining({ value: 20_000 })] });
  });

  it("takes the day that opens its sentence", () => {
    const text = "会议明确，到2030年，建成200个园区，培育1万家企业；推广绿色建材。自5月1日起，下调费率。";
    expect(attached(text, "建成200个园区").deadline?.day).toBe("2030-12-31");
    expect(attached(text, "培育1万家企业").deadline?.day).toBe("2030-12-31");
    expect(attached(text, "推广绿色建材").deadline?.day).toBe("2030-12-31");
    expect(attached(text, "下调费率")).toMatchObject({ effective: { text: "自5月1日起", day: "2026-05-01" } });
    expect(attached(text, "下调费率").deadline).toBeUndefined();
  });

  it("takes no day that belongs to another clause of its sentence", () => {
    const text = "2026年底前，建成园区；2027年底前完成改造；推广绿色建材。";
    expect(attached(text, "建成园区").deadline?.day).toBe("2026-12-31");
    expect(attached(text, "推广绿色建材").deadline).toBeUndefined();
  });

  it("tells a stretch of time once: as its deadline", () => {
    expect(attached("各地3个月内完成1000家企业评估。", "3个月内完成1000家企业评估")).toEqual({
      quantities: [expect.objectContaining({ text: "1000家" })],
      deadline: expect.objectContaining({ text: "3个月内", day: null }),
    });
  });

  it("is empty where nothing is attached", () => {
    expect(attached("加快建设。", "加快建设")).toEqual({ quantities: [] });
  });
});
