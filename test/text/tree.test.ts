import { describe, expect, it } from "vitest";
import { collapse, joinWrapped, squeeze } from "../../src/text/space.ts";
import { listElements, namesOf, parseTree, splitWords, textOf } from "../../src/text/tree.ts";

describe("parseTree", () => {
  it("lists elements in the order of the page, without comments", () => {
    const tree = parseTree("<div><p>一<b>二</b></p><!-- x --><ul><li>三<li>四</ul></div><p>五");
    expect(listElements(tree).map(({ name }) => name)).toEqual(["div", "p", "b", "ul", "li", "li", "p"]);
    expect(textOf(tree, 100)).toBe("一二三四五");
  });

  it("says what stands on one line, without what nobody reads", () => {
    const tree = parseTree("<p>第一<br>行\n的<script>var a</script>\u200b文字 <select><option>选</select></p>");
    expect(textOf(tree, 100)).toBe("第一 行的文字");
  });

  it("bounds the depth and keeps the text", () => {
    const tree = parseTree(`${"<div>".repeat(50_000)}底${"</div>".repeat(50_000)}<p>后</p>`);
    expect(textOf(tree, 100)).toBe("底后");
    const depths = new Map<unknown, number>();
    for (const element of listElements(tree)) depths.set(element, (depths.get(element.parent) ?? 0) + 1);
    expect(Math.max(...depths.values())).toBeLessThanOrEqual(201);
  });

  it("keeps the first attributes of an element, values and entities whole, and no more than any element has", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `a${i}="&amp;${i}"`).join(" ");
    const [first, second] = listElements(parseTree(`<p ${many}>甲</p><p id="乙&amp;丙">丁</p>`));
    expect(Object.keys(first?.attribs ?? {})).toHaveLength(200);
    expect(first?.attribs.a199).toBe("&199");
    expect(second?.attribs).toEqual({ id: "乙&丙" });
  });

  it("reads only so much of a page that no page is as large as", () => {
    const tree = parseTree(`<p>首</p>${"<b>字</b>".repeat(100_000)}<p>尾</p>`);
    expect(listElements(tree).length).toBeLessThanOrEqual(40_000);
    expect(textOf(tree, 1_000_000)).toMatch(/^首字+$/);
  });

  it("reads the names of an element as words", () => {
    const [element] = listElements(parseTree('<div class="relatedNews_box  list-2" id="Main">'));
    const names = element ? namesOf(element) : "";
    expect(names).toBe("relatedNews_box list-2 Main");
    expect(splitWords(names)).toBe("related news box list 2 main");
  });
});

describe("white space", () => {
  it.each([
    ["  一\u3000\u00a0二 \n 三\t", "一 二 三"],
    ["a\u200bb", "a\u200bb"],
  ])("collapses %j", (text, line) => expect(collapse(text)).toBe(line));

  it("squeezes what nobody sees", () => expect(squeeze(" a\u200b\u00adb \u0007\ufeff c ")).toBe("ab c"));

  it.each([
    ["一行\n  断开", "一行断开"],
    ["one\n line", "one line"],
    ["一行 不断", "一行 不断"],
    ["逗号，\n断开", "逗号，断开"],
  ])("joins the wrapped lines of %j", (text, line) => expect(joinWrapped(text)).toBe(line));
});
