import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atomsOf } from "../../src/text/pattern-atoms.ts";
import { patternSet } from "../../src/text/pattern-set.ts";

const CASES: readonly { readonly pattern: RegExp; readonly atoms: readonly string[] | undefined }[] = [
  { pattern: /取消|免征/, atoms: ["取消", "免征"] },
  { pattern: /加(?:快|强).{2,8}改革/, atoms: ["改革"] },
  { pattern: /[一二]是/, atoms: ["一是", "二是"] },
  { pattern: /取消?收费/, atoms: ["取收", "取消"] },
  { pattern: /(?<!不)得(?=到)/, atoms: ["得"] },
  { pattern: /(?<=[为到])\d/, atoms: ["为", "到"] },
  { pattern: /(?:万|亿)+元/, atoms: ["元"] },
  { pattern: /[^,]{2,}|取消/, atoms: undefined },
  { pattern: /^(?!取消)/, atoms: undefined },
  { pattern: /(?:取消)?/, atoms: undefined },
  { pattern: /\b(?:in ban|approv\w+|tax)\b/, atoms: ["in b", "appr", "tax"] },
  { pattern: /\bby\b/, atoms: undefined },
  { pattern: /Ａ/i, atoms: undefined },
];

describe("what a match needs", () => {
  it.each(CASES)("$pattern", ({ pattern, atoms }) => {
    const found = atomsOf(pattern);
    expect(found === undefined ? undefined : [...found]).toEqual(atoms);
  });
});

const LETTERS = [..."甲乙丙丁1，abcdeé🔹"];
const { pattern } = fc.letrec<{ pattern: string; sequence: string; element: string }>((tie) => ({
  pattern: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
  sequence: fc.array(tie("element"), { minLength: 1, maxLength: 3 }).map((all) => all.join("")),
  element: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...LETTERS, "abcd", "bcde", ".", "\\d", "[甲乙]", "[^甲]", "[丁-丙]", "^", "$"),
    fc
      .tuple(tie("pattern"), fc.constantFrom("?", "*", "+", "{1}", "{0,1}", "{2}", ""))
      .map(([inner, times]) => `(?:${inner})${times}`),
    fc
      .tuple(fc.constantFrom("?=", "?!", "?<=", "?<!", ""), tie("pattern"))
      .map(([group, inner]) => `(${group}${inner})`),
  ),
}));

describe("a set of patterns", () => {
  it("finds what its patterns find one by one", () => {
    const text = fc.array(fc.constantFrom(...LETTERS, "abcd", "bcde"), { maxLength: 12 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 34 }), fc.boolean(), fc.array(text), (sources, unicode, texts) => {
        const patterns = sources.map((source) => new RegExp(source, unicode ? "u" : ""));
        const matches = patternSet(patterns)(texts);
        const together = patterns.map((_, index) => texts.map((_text, at) => matches(index, at)));
        expect(together).toEqual(patterns.map((own) => texts.map((one) => own.test(one))));
      }),
      { numRuns: 60 },
    );
  });
});
