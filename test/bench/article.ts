/**
 * Pages a second of the extractor beside a bare htmlparser2 walk over the same pages, in one run. The ratio is what
 * counts: it does not depend on the machine. Run with `npm run bench`.
 */
import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { extractArticle } from "../../src/article/extract.ts";

const PAGES = 40;
const ROUNDS = 12;
/** The extractor must reach this share of the bare walk. */
const MIN_RATIO = 0.25;

/** A news page of a usual size: some 100 KB, most of it menus, scripts and lists of links. */
function makePage(seed: number): string {
  const links = (count: number): string =>
    Array.from(
      { length: count },
      (_, i) => `<li class="item"><a href="/a/${seed}/${i}.html" target="_blank">第${i}条新闻的标题</a></li>`,
    ).join("\n");
  const paragraphs = Array.from(
    { length: 20 },
    (_, i) =>
      `<p style="text-indent: 2em"><span>第${i}段：市工信局表示，今年将支持${seed}家企业改造设备，安排资金${i}亿元，六月底前完成。</span></p>`,
  ).join("\n");
  const script = `<script>var state = {"id": ${seed}, "list": [${"1, ".repeat(4000)}0]};</script>`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>设备改造方案公布_东岭网</title>
<meta name="publishdate" content="2023-04-06 10:00:00">${script}<style>${".a { color: red; } ".repeat(400)}</style></head><body>
<div class="nav"><ul>${links(80)}</ul></div><div class="main"><h1>设备改造方案公布</h1><div class="info">来源：东岭网 责任编辑：周一</div>
<div class="article-content" id="article">${paragraphs}</div><div class="related"><h3>相关阅读</h3><ul>${links(60)}</ul></div></div>
<div class="side"><ul>${links(200)}</ul></div><div class="footer">版权所有 东岭网</div>${script}</body></html>`;
}

function walkText(node: ParentNode): number {
  let length = 0;
  for (const child of node.children) {
    if (isText(child)) length += child.data.length;
    else if (isTag(child) && child.name !== "script" && child.name !== "style") length += walkText(child);
  }
  return length;
}

/** Pages a second. */
function measure(pages: readonly string[], read: (html: string) => unknown): number {
  const started = performance.now();
  for (const page of pages) read(page);
  return (pages.length / (performance.now() - started)) * 1000;
}

const pages = Array.from({ length: PAGES }, (_, seed) => makePage(seed));
let [walk, extract] = [0, 0];
// Rounds alternate and the best counts, since a busy machine only slows down.
for (let round = 0; round < ROUNDS; round++) {
  walk = Math.max(
    walk,
    measure(pages, (html) => walkText(parseDocument(html))),
  );
  extract = Math.max(
    extract,
    measure(pages, (html) => extractArticle({ html })),
  );
}
const ratio = extract / walk;
process.stdout.write(
  `extractor ${Math.round(extract)} pages/s, bare walk ${Math.round(walk)} pages/s, ratio ${ratio.toFixed(2)} (floor ${MIN_RATIO})\n`,
);
if (ratio < MIN_RATIO) process.exitCode = 1;
