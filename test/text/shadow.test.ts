import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, shadowOf, simplify, simplifyCharacter } from "../../src/text/shadow.ts";

/** What a shadow is, told character by character and without regard to speed. */
function slowShadow(source: string): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = "";
  let at = 0;
  for (const char of source) {
    const folded = slowSimplify(char.normalize("NFKC").toLowerCase());
    for (let i = 0; i < folded.length; i++) starts.push(at);
    text += folded;
    at += char.length;
  }
  return { text, starts: [...starts, source.length] };
}

const slowSimplify = (text: string): string => [...text].map(simplifyCharacter).join("");

/** Characters that fold to one, to many, to nothing new; pairs, halves of pairs, marks that would compose. */
const UNITS = fc.oneof(
  fc.constantFrom(..."當前製造業投資说爲産aAZ 0９Ａ…㈠㍿ﬁİßΣ①。，\n\0\uffff\ue60e"),
  fc.constantFrom("𠀀", "😀", "𝐀", "\ud83d", "\udc00", "e\u0301", "\u0301", "丽", "ﷺ"),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const TEXT = fc.array(UNITS, { maxLength: 30 }).map((parts) => parts.join(""));

describe("simplify", () => {
  it.each([
    ["當前，製造業投資說明", "当前，制造业投资说明"],
    ["积极引导 abc", "积极引导 abc"],
    ["", ""],
    ["😀爲𠀀産", "😀为𠀀产"],
    ["衞生署在街巿推出計畫", "卫生署在街市推出计划"],
    ["瞭解部份規畫，與各區連繫", "了解部分规划，与各区联系"],
    ["瞭望塔的設計畫面，一部手機份量輕，交通連系統都停了", "瞭望塔的设计画面，一部手机份量轻，交通连系统都停了"],
  ])("%j", (text, simple) => expect(simplify(text)).toBe(simple));

  it("equals the slow way and keeps the length", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(simplify(text)).toBe(slowSimplify(text));
        expect(simplify(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe("shadowOf", () => {
  it("finds the characters of the source again", () => {
    const source = "當(dāng)前…擴大ＡＢＣ㈠消費";
    const shadow = shadowOf(source);
    expect(shadow.text).toBe("当(dāng)前...扩大abc(一)消费");
    const wordsOf = (words: string): string => {
      const start = shadow.text.indexOf(words);
      const span = shadow.toSource({ start, end: start + words.length });
      return source.slice(span.start, span.end);
    };
    expect(["扩大abc", "消费", "..", "一)消", "当"].map(wordsOf)).toEqual(["擴大ＡＢＣ", "消費", "…", "㈠消", "當"]);
  });

  it("equals the slow way, text and offsets", () => {
    fc.assert(
      fc.property(TEXT, fc.nat(40), fc.nat(40), (source, start, length) => {
        const { text, starts } = slowShadow(source);
        const shadow = shadowOf(source);
        expect(shadow.text).toBe(text);
        expect(fold(source)).toBe(text);
        const at = (index: number): number => starts[Math.min(index, text.length)] ?? source.length;
        const last = at(start + length - 1);
        const end =
          length === 0 ? at(start) : Math.min(last + ((source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1), source.length);
        expect(shadow.toSource({ start, end: start + length })).toEqual({ start: at(start), end });
        const first = starts.findIndex((from) => from >= start);
        expect(shadow.fromSource(start)).toBe(first < 0 ? text.length : first);
      }),
      { numRuns: 500 },
    );
  });
});
