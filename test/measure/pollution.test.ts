import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/article/clean.ts";
import { extractMeasures } from "../../src/measure/extract.ts";

/** What a converting site makes of a character, and how it annotates it: with a tone, and without. */
const CONVERTED: Readonly<Record<string, readonly [traditional: string, toned: string, bare: string]>> = {
  规: ["規", "guī", "gui"],
  购: ["購", "gòu", "gou"],
  强: ["強", "qiáng", "qiang"],
  监: ["監", "jiān", "jian"],
  开: ["開", "kāi", "kai"],
  扩: ["擴", "kuò", "kuo"],
  资: ["資", "zī", "zi"],
  稳: ["穩", "wěn", "wen"],
  贸: ["貿", "mào", "mao"],
  业: ["業", "yè", "ye"],
  术: ["術", "shù", "shu"],
  补: ["補", "bǔ", "bu"],
  贴: ["貼", "tiē", "tie"],
  标: ["標", "biāo", "biao"],
  准: ["準", "zhǔn", "zhun"],
  务: ["務", "wù", "wu"],
  门: ["門", "mén", "men"],
  会: ["會", "huì", "hui"],
  议: ["議", "yì", "yi"],
  层: ["層", "céng", "ceng"],
  实: ["實", "shí", "shi"],
  办: ["辦", "bàn", "ban"],
  产: ["產", "chǎn", "chan"],
  发: ["發", "fā", "fa"],
  长: ["長", "zhǎng", "zhang"],
};

const DEEDS = [
  "规范政府采购流程",
  "加强市场日常监管",
  "公开全部办事信息",
  "扩大有效投资",
  "稳定外贸规模，层层压实责任",
  "降低企业成本",
  "支持企业技术改造",
  "提高农机补贴标准",
];
const DETAILS = ["各部门要抓好落实。", "年内出台办法(附件)。", "采购经理指数(PMI)按月公布。", ""];
const FRAMES: readonly ((deeds: readonly string[], detail: string) => string)[] = [
  (deeds, detail) =>
    `会议部署下一步工作：${deeds.map((deed, i) => `${"一二三四五六七八"[i]}是${deed}。${detail}`).join("")}`,
  (deeds, detail) =>
    `现将有关事项通知如下：\n${deeds.map((deed, i) => `（${"一二三四五六七八"[i]}）${deed}。${detail}`).join("\n")}`,
  (deeds, detail) => `主要任务包括：\n${deeds.map((deed, i) => `${i + 1}.${deed}。${detail}`).join("\n")}`,
  (deeds) => `商务部门表示，今年将${deeds.join("，")}。全市工业增加值同比增长6.2%。`,
];
const JUNK_LINES = [
  "阅读量：1234",
  "百家乐 六合彩 时时彩 真人娱乐",
  "责任编辑：李四",
  "首页 > 政务公开 > 通知公告",
  "https://example.org/a/b",
];

type Choose = (sides: number) => number;

/** Numbers from a seed, so that a case that fails can be told again. */
function chooser(seed: number): Choose {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function annotate([traditional, toned, bare]: readonly [string, string, string], choose: Choose): string {
  switch (choose(8)) {
    case 0:
      return traditional;
    case 1:
      return `${traditional}(${bare})`;
    case 2:
      return `${traditional}(${toned})(${toned})`;
    case 3:
      return `${traditional}（${toned}）`;
    case 4:
      return `${traditional}(${toned.slice(0, 1)}🔥${toned.slice(1)})`;
    case 5:
      return `${traditional}(${bare})(${bare})(${bare})`;
    default:
      return `${traditional}(${toned})`;
  }
}

/** The text as a site would serve that converts, annotates and stuffs what it copies. */
function pollute(clean: string, choose: Choose): string {
  const converts = choose(4) > 0;
  const words = [...clean].map((char) => {
    const converted = CONVERTED[char];
    if (converts && converted !== undefined) return annotate(converted, choose);
    if (char === "，" && choose(4) === 0) return "，，";
    if (char === "二" && converts) return "二(èr)";
    return choose(30) === 0 ? `${char}\u200b` : char;
  });
  const lines = words
    .join("")
    .split("\n")
    .flatMap((line) => (choose(4) === 0 ? [line, JUNK_LINES[choose(JUNK_LINES.length)] ?? ""] : [line]));
  const head = converts ? "您當(dāng)前的位置：首頁(yè) 新聞(wén)中心\n" : "";
  return `${head}${lines.join(choose(2) === 0 ? "\r\n" : "\n&nbsp;&nbsp;　　")}`;
}

const headlines = (raw: string): string[] => {
  const { text } = cleanText(raw);
  return extractMeasures({ text }).map(({ headline }) => text.slice(headline.start, headline.end));
};

describe("a polluted text", () => {
  it("gives the measures of the clean one, in 1,000 cases", () => {
    const article = fc.record({
      deeds: fc.shuffledSubarray(DEEDS, { minLength: 3, maxLength: 6 }),
      detail: fc.constantFrom(...DETAILS),
      frame: fc.constantFrom(...FRAMES),
      seed: fc.integer({ min: 0, max: 2 ** 31 }),
    });
    fc.assert(
      fc.property(article, ({ deeds, detail, frame, seed }) => {
        const clean = `某市发布工作安排\n${frame(deeds, detail)}\n有关部门将按月公布进展。`;
        const expected = headlines(clean);
        expect(expected.length).toBeGreaterThanOrEqual(1);
        expect(headlines(pollute(clean, chooser(seed)))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
