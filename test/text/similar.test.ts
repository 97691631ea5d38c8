import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandsOf, signatureOf, similarity } from "../../src/text/similar.ts";
import { cpuTimeOf } from "../cpu-time.ts";

/** Sentences without end, the same for the same seed; no two seeds share more than single words. */
function makeText(seed: number, length: number): string {
  let state = seed;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += String.fromCharCode(0x4e00 + ((state >>> 12) % 3000));
    if (text.length % 17 === 16) text += "，";
  }
  return text;
}

/** Replaces `share` of the text by other words, in runs of five characters. */
function edit(text: string, share: number): string {
  const step = Math.round(5 / share);
  let edited = "";
  for (let at = 0; at < text.length; at += step) edited += `增补的措辞${text.slice(at + 5, at + step)}`;
  return edited;
}

const alike = (a: string, b: string): number => similarity(signatureOf(a), signatureOf(b));
const shared = (a: string, b: string): number => {
  const bands = bandsOf(signatureOf(b));
  return bandsOf(signatureOf(a)).filter((band, index) => band === bands[index]).length;
};

describe("similarity", () => {
  test("a text is like itself, whatever its punctuation, spacing, width, case and script", () => {
    const text = "国务院印发《关于发展5G网络的意见》，明确2026年目标。";
    expect(alike(text, text)).toBe(1);
    expect(alike(text, "國務院印發關於發展５ｇ網絡的意見\n　明確 ２０２６ 年目標")).toBe(1);
  });

  test("a repost with words changed stays over 0.4, long or short", () => {
    for (const length of [150, 1400, 20_000]) {
      const text = makeText(length, length);
      for (const share of [0.05, 0.1, 0.15, 0.2]) {
        expect(alike(text, edit(text, share)), `${length} characters, ${share} changed`).toBeGreaterThan(0.4);
      }
    }
  });

  test("other texts stay far under 0.4 and share no band", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [a, b] = [makeText(seed, 150 + seed * 30), makeText(seed + 100, 180 + seed * 30)];
      expect(alike(a, b)).toBeLessThan(0.1);
      expect(shared(a, b)).toBe(0);
    }
  });

  test("the estimate is near the true share of common 4-grams", () => {
    const grams = (text: string) => new Set(Array.from({ length: text.length - 3 }, (_, at) => text.slice(at, at + 4)));
    for (const kept of [0.3, 0.5, 0.8]) {
      const [text, other] = [makeText(5, 3000).replaceAll("，", ""), makeText(6, 3000).replaceAll("，", "")];
      const cut = Math.round(text.length * kept);
      const mixed = text.slice(0, cut) + other.slice(cut);
      const [a, b] = [grams(text), grams(mixed)];
      const common = [...a].filter((gram) => b.has(gram)).length;
      const truth = common / (a.size + b.size - common);
      expect(Math.abs(alike(text, mixed) - truth)).toBeLessThan(0.13);
    }
  });

  test("short texts can be compared, empty ones are like nothing", () => {
    expect(alike("降准", "降准")).toBe(1);
    expect(alike("降准", "降息")).toBe(0);
    expect(alike("", "")).toBe(0);
    expect(alike("……！", "。")).toBe(0);
    expect(bandsOf(signatureOf(" "))).toEqual([]);
  });

  test("is symmetric and between 0 and 1 for any two texts", () => {
    const text = fc.string({
      unit: fc.constantFrom("新", "能", "Ａ", "a", "，", " ", "\ud83d", "\u{20000}", "\u0301"),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = alike(a, b);
        expect(value).toBe(alike(b, a));
        expect(value >= 0 && value <= 1).toBe(true);
        expect(signatureOf(a)).toHaveLength(128);
      }),
    );
  });

  test("masses of one character, or of marks over one letter, are read in no time", () => {
    const cost = cpuTimeOf(() => {
      signatureOf("长".repeat(200_000));
      signatureOf(`a${"\u0301\u0316".repeat(60_000)}`);
    });
    expect(cost).toBeLessThan(2000);
  });
});

describe("bands", () => {
  test("a repost shares at least one band with its source", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = makeText(seed, 800);
      expect(shared(text, edit(text, 0.1)), `seed ${seed}`).toBeGreaterThan(0);
    }
  });

  test("are 32 whole numbers, the same on every run", () => {
    const bands = bandsOf(signatureOf("着力提振制造业投资，积极引导扩大消费需求。"));
    expect(bands).toHaveLength(32);
    expect(bands.every((band) => Number.isInteger(band) && band >= 0 && band < 2 ** 32)).toBe(true);
    expect(bands.slice(0, 3)).toEqual([2685510085, 748390537, 2646480959]);
  });
});
