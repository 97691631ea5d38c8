/** Pages in the manner of real ones, by kind: what the extractor meets, in the sizes in which it meets it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeBytes } from "../../../src/text/decode.ts";

export interface Kind {
  readonly name: string;
  readonly pages: readonly string[];
}

const PAGES_PER_KIND = 4;

const repeat = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join("\n");

const links = (count: number, seed: number): string =>
  repeat(
    count,
    (at) => `<li class="item"><a href="/a/${seed}/${at}.html" target="_blank">第${at}条新闻的标题</a></li>`,
  );

const sentence = (at: number, seed: number): string =>
  `第${at}段：市工信局表示，今年将支持${seed}家企业改造设备，安排资金${at}亿元，六月底前完成。`;

const script = (numbers: number): string => `<script>var state = {"list": [${"1, ".repeat(numbers)}0]};</script>`;
const style = (rules: number): string => `<style>${".a { color: red; } ".repeat(rules)}</style>`;

function frame(title: string, head: string, body: string): string {
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}_东岭网</title>${head}</head>\n<body>${body}</body></html>`;
}

/** Some 100 KB, most of it menus, scripts and lists of links. */
function makePortalNews(seed: number): string {
  const paragraphs = repeat(20, (at) => `<p style="text-indent: 2em"><span>${sentence(at, seed)}</span></p>`);
  return frame(
    "设备改造方案公布",
    `<meta name="publishdate" content="2023-04-06 10:00:00">${script(4000)}${style(400)}`,
    `<div class="nav"><ul>${links(80, seed)}</ul></div>
<div class="main"><h1>设备改造方案公布</h1><div class="info">来源：东岭网 责任编辑：周一</div>
<div class="article-content" id="article">${paragraphs}</div><div class="related"><h3>相关阅读</h3><ul>${links(60, seed)}</ul></div></div>
<div class="side"><ul>${links(200, seed)}</ul></div><div class="footer">版权所有 东岭网</div>${script(4000)}`,
  );
}

/** Some 30 KB, most of it the markup of a word processor. */
function makeMinistryNotice(seed: number): string {
  const css = "MARGIN: 0cm 0cm 0pt; TEXT-INDENT: 32pt; LINE-HEIGHT: 28pt; mso-char-indent-count: 2.0";
  const paragraphs = repeat(
    30,
    (at) =>
      `<P class=MsoNormal style="${css}"><SPAN style="FONT-SIZE: 16pt; FONT-FAMILY: 仿宋_GB2312; mso-hansi-font-family: 仿宋_GB2312"><FONT face=仿宋>${sentence(at, seed)}<SPAN lang=EN-US><o:p></o:p></SPAN></FONT></SPAN></P>`,
  );
  return frame(
    "关于做好设备改造工作的通知",
    `<meta name="ArticleTitle" content="关于做好设备改造工作的通知"><meta name="PubDate" content="2023-04-06 09:30">${style(60)}`,
    `<div class="header"><ul>${links(20, seed)}</ul></div><div class="BreadcrumbNav">您所在的位置：首页 > 政务公开 > 通知公告</div>
<h1>关于做好设备改造工作的通知</h1><div class="pages-date">2023-04-06 09:30　来源：市工信局　【字体：大 中 小】</div>
<div class="pages_content"><div class="TRS_Editor">${paragraphs}</div><p>附件：<a href="./P02023.docx">任务分工表.docx</a></p></div>
<div class="foot">主办单位：市工信局　备案号：东ICP备00000000号</div>`,
  );
}

/** Some 80 KB: a table of 300 rows below two paragraphs. */
function makeBulletin(seed: number): string {
  const rows = repeat(
    300,
    (at) =>
      `<tr><td style="border: 1px solid #000" width="180"><p align="left">指标${at}（亿元）</p></td><td><p>${seed * at}</p></td><td><p>${at / 10}</p></td></tr>`,
  );
  return frame(
    "一季度统计公报",
    style(100),
    `<div class="top"><ul>${links(30, seed)}</ul></div><div id="zoom"><h1>一季度统计公报</h1><p>${sentence(1, seed)}</p><p>${sentence(2, seed)}</p>
<table cellspacing="0"><tbody>${rows}</tbody></table><p>注：部分数据因四舍五入的原因，存在分项与合计不等的情况。</p></div>`,
  );
}

/** Some 400 KB: nine tenths scripts, the text hidden and in spans within sections. */
function makeAccountPost(seed: number): string {
  const css =
    "margin: 0px; padding: 0px; outline: 0px; max-width: 100%; box-sizing: border-box; overflow-wrap: break-word !important";
  const paragraphs = repeat(
    40,
    (at) =>
      `<section style="${css}"><section style="${css}"><p style="${css}"><span style="${css}; letter-spacing: 1px">${sentence(at, seed)}</span></p></section></section>`,
  );
  return frame(
    "设备改造问答",
    `<meta property="og:title" content="设备改造问答">${style(1000)}`,
    `<div id="js_article" class="rich_media"><h1 class="rich_media_title">设备改造问答</h1>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">${paragraphs}</div></div>${script(60_000)}${script(60_000)}`,
  );
}

/** Some 150 KB: nothing on the page, all in a state. */
function makeStatePage(seed: number): string {
  const content = repeat(30, (at) => `<p>${sentence(at, seed)}</p>`);
  const state = JSON.stringify({ article: { title: "设备改造名单公布", content, publishTime: "2023-04-06 10:00:00" } });
  return frame(
    "设备改造名单公布",
    "",
    `<div id="app"></div><script>window.__INITIAL_STATE__ = ${state};</script>${script(45_000)}`,
  );
}

/** Some 70 KB of English: a post, its comments, and widgets. */
function makeEnglishPost(seed: number): string {
  const text = (at: number): string =>
    `The agency said on Tuesday that programme ${at} will support ${seed} plants, and that ${at} million dollars have been set aside for it.`;
  const comments = repeat(
    60,
    (at) =>
      `<li class="comment" id="c${at}"><div class="comment-author vcard"><cite>Reader ${at}</cite></div><div class="comment-body"><p>${text(at)} I wonder whether that is enough, given last year.</p></div></li>`,
  );
  return frame(
    "Agency opens third round",
    `<meta property="article:published_time" content="2023-04-06T10:00:00Z">${script(4000)}${style(600)}`,
    `<header><nav><ul>${links(40, seed)}</ul></nav></header><main><article class="post hentry"><h1 class="entry-title">Agency opens third round</h1>
<div class="entry-content">${repeat(25, (at) => `<p>${text(at)} Applications are read <a href="/a/${at}">in the order</a> in which they come.</p>`)}</div>
<div class="sharedaddy">Share this:</div></article><ol class="comment-list">${comments}</ol></main><aside class="widget-area"><ul>${links(60, seed)}</ul></aside>`,
  );
}

/** Some 6 KB: two lines in a layout of tables. */
function makeShortNotice(seed: number): string {
  return frame(
    "停水通知",
    "",
    `<table><tr><td><ul>${links(30, seed)}</ul></td><td><table><tr><td>停水通知</td></tr><tr><td>发布时间：2023-06-01</td></tr>
<tr><td>因管网检修，6月${seed + 1}日8时至17时城南片区停水。<br>请提前储水。</td></tr></table></td></tr></table>`,
  );
}

/** Another seed, another page of the same kind. */
const MAKERS: Readonly<Record<string, (seed: number) => string>> = {
  "portal news": makePortalNews,
  "ministry notice": makeMinistryNotice,
  bulletin: makeBulletin,
  "account post": makeAccountPost,
  "state page": makeStatePage,
  "English post": makeEnglishPost,
  "short notice": makeShortNotice,
};

function readFolder(folder: string): Kind {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const pages = files.map((file) => decodeBytes(readFileSync(join(folder, file)), { kind: "html" }).text);
  return { name: folder, pages };
}

/** The pages that are made, or those in the folder that BENCH_PAGES names. */
export function readKinds(): readonly Kind[] {
  const folder = process.env.BENCH_PAGES;
  if (folder !== undefined) return [readFolder(folder)];
  const seeds = Array.from({ length: PAGES_PER_KIND }, (_, seed) => seed);
  return Object.entries(MAKERS).map(([name, make]) => ({ name, pages: seeds.map(make) }));
}
