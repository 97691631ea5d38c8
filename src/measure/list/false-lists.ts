/** What only looks like a list: numbered paragraphs, credits, captions, the sections of a site. */
import { splitSentences } from "../../text/sentence.ts";
import { opensWithAction } from "../phrase/action.ts";
import { IS_QUESTION, NOTES_HEADING, RELATED_HEADING } from "../phrase/cues.ts";
import type { Reading } from "../reading.ts";
import type { List } from "./nesting.ts";

/** Of a newspaper or an office. */
const LONGEST_NAME = 12;
/** Mean length above which English numbered items are paragraphs, with and without a colon before them. */
const LONG_ITEM = 260;
const SHORT_ITEM = 120;
/** Mean length above which bullets, one of them with a second sentence, are paragraphs. */
const LONG_BULLET = 200;
/** Bullets over less than this share of a text are a list in it. */
const PROSE_SHARE = 0.6;
/** Of the links to the sections of a site. */
const LONGEST_SECTION = 6;
const FEWEST_SECTIONS = 5;
/** What sites put between dots: 视频 • 专题. */
const LONGEST_LINK = 12;

/** A line of its own without a final mark, over the text of the item; a label, or a short sentence: Higher payouts: …. */
const IS_HEAD = /^[^\n]{3,60}[^\n.!?;:,]\n|^[a-z][^.:\n]{8,60}: \S|^[a-z][^.!?\n]{3,45}\. \S/;

/** Where a finer list begins inside of an item. */
const SUBLIST = /\n\s*(?:\([a-z\d]{1,3}\)|[a-z][.)]|[-•])\s/;

/** Press releases number their paragraphs; a list is announced by a colon, or its items are single sentences. */
function isNumberedProse(text: string, { items, lead }: List): boolean {
  const headed = items.filter(({ body, end }) => IS_HEAD.test(text.slice(body, Math.min(end, body + 100)))).length;
  if (headed * 3 >= items.length * 2) return false;
  const own = items.map(({ body, end }) => text.slice(body, Math.min(end, body + 1000)).split(SUBLIST, 1)[0] ?? "");
  const total = own.reduce((sum, words) => sum + words.length, 0);
  const single = own.every((words) => splitSentences(words, { start: 0, end: Math.min(words.length, 400) }).length < 2);
  return total > items.length * (lead.endsWith(":") ? LONG_ITEM : SHORT_ITEM) || !(lead.endsWith(":") || single);
}

/** Some press releases give every paragraph a bullet. */
function isBulletedProse(text: string, { items, lead }: List): boolean {
  if (lead.endsWith(":")) return false;
  const own = items.map(({ body, end }) => text.slice(body, Math.min(end, body + 1000)).split("\n", 1)[0] ?? "");
  const total = own.reduce((sum, words) => sum + words.length, 0);
  const goesOn = own.some((words) => splitSentences(words, { start: 0, end: words.length }).length > 1);
  const [start, end] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0];
  return goesOn && total > items.length * LONG_BULLET && end - start > text.length * PROSE_SHARE;
}

/** 【扩大信贷投放】 says what is done, 【某某日报】 where it stood. */
function statesInBrackets(text: string, body: number): boolean {
  const words = text.slice(body, body + 41).split("】", 1)[0] ?? "";
  return words.length >= LONGEST_NAME || (opensWithAction(words) && !RECORD.test(words));
}

/** What an office writes over its documents: 【发布日期】. */
const RECORD =
  /^(?:发布|发文|印发|成文|公布|生效|施行|主题|索引|文件|信息)?(?:单位|机构|机关|文号|字号|编号|日期|时间|分类|名称|标题|索引号|主题词|内容|状态|来源)$/;

/** Where a text comes from and whose it is. */
const CREDIT =
  /^(?:本文)?版权|^(?:(?:文章|图片|信息)?来源|作者|(?:责任)?编辑|责编|记者|声明|投稿|(?:咨询|联系)?电话|传真|(?:电子)?邮箱|通[讯信]地址|微信|关注)[^。,:]{0,8}:/;
/** - 標題：…, - URL：… */
const METADATA =
  /^(?:原始?)?(?:标题|网址|链接|url|link|title|source|date|category|tags?|keywords?|(?:发布)?(?:日期|时间)|分类|类别|栏目|标签|关键[字词]|权重|评分|语言|专线|热线|(?:annex|appendix|附件|附录|附表)\s?[a-z\d一二三四五]?)\s?:|^相关(?:报[导道]|新闻|链接)/;
/** Opens a law, whose provisions nobody prints one by one. */
const PROVISION_REACH = 300;
const FORMALITY =
  /^为(?:了|进一步)?[^。]*制[定订]|^(?:根据|依据)[^。]*制[定订]|^本[^,。]{1,8}所称|适用(?:于)?本|本[^,。]{1,8}适用于/;
const DEED_SEARCHED = 60;
/** 增航线、扩舱容，大力提升…; 要扩大…: one of the first clauses says what is done, not what is so or what comes of it. */
const saysDeed = (words: string): boolean =>
  words
    .slice(0, DEED_SEARCHED)
    .split(/[,、;。]/)
    .some((clause) => /^(?:我们|还|也|[^要将]{2,4}也)?[要将](?!求)/.test(clause) || opensWithAction(clause));

/** ——某诗人, ——摘自《…》: who said what stands above. */
const SIGNATURE = /^(?:摘自|选自|引自|出自|\(|《)|^(?![^\n]*[。;,\d])[^\n]{1,12}(?:\n|$)/;
const isSignature = (words: string): boolean => SIGNATURE.test(words) && !opensWithAction(words);

/** What is attached to a notice. */
const DOCUMENT = /^[^。\n]{2,60}(?:表|清单|方案|通知|名单|办法|样本|模板|格式)(?:\([^()]*\))?[;。]?(?:\n|$)/;

/** The first page of a site, on a line of its own. */
const HOME = /^(?:home|home ?page|首页|主页|网站首页)\s*(?:\n|$|[>›»])/;

const CAPTION_MARK = /[△▲]/;

const LABEL_REACH = 20;
const QUESTION_REACH = 200;

/** Do half of the items have the pattern in their first characters? */
const areMostly = (text: string, { items }: List, pattern: RegExp, reach: number): boolean =>
  items.filter(({ body, end }) => pattern.test(text.slice(body, Math.min(end, body + reach)))).length * 2 >=
  items.length;

/** 科学, 首页: a short first line that does nothing. */
function isSection(text: string, { body, end }: { readonly body: number; readonly end: number }): boolean {
  const words = text.slice(body, Math.min(end, body + LONGEST_NAME)).split("\n", 1)[0] ?? "";
  return words.length <= LONGEST_SECTION && !opensWithAction(words);
}

const FALSE_LISTS: readonly { readonly name: string; readonly holds: (reading: Reading, list: List) => boolean }[] = [
  { name: "related-links", holds: (_, { lead }) => RELATED_HEADING.test(lead.slice(-30)) },
  { name: "notes", holds: (_, { lead }) => NOTES_HEADING.test(lead) },
  {
    name: "signatures",
    holds: ({ text }, { family, items }) =>
      (family === "——" || family === "-") &&
      items.every(({ body, end }) => isSignature(text.slice(body, Math.min(end, body + 40)))),
  },
  {
    // A story that breaks off for a remark now and then; the items of a list follow each other.
    name: "asides",
    holds: ({ text }, { family, items }) =>
      family === "——" &&
      items.slice(0, -1).filter(({ body, end }) => text.slice(body, end).includes("\n")).length * 2 >= items.length,
  },
  {
    name: "numbered-paragraphs",
    holds: ({ text, english }, list) =>
      english && (list.family === "1." || list.family === "1)") && isNumberedProse(text, list),
  },
  {
    name: "credits",
    holds: ({ text }, list) => areMostly(text, list, CREDIT, LABEL_REACH),
  },
  {
    // What a digest notes of an article: its title, its address, its date.
    name: "metadata",
    holds: ({ text }, list) => areMostly(text, list, METADATA, LABEL_REACH),
  },
  {
    // 2.申报表 3.资料清单: what is attached, the first of it lost with its heading.
    name: "attachments",
    holds: ({ text }, { items }) =>
      /^[2-9]/.test(text.slice(items[0]?.start)) &&
      items.every(({ body, end }) => DOCUMENT.test(text.slice(body, end))),
  },
  {
    // 1. Home 2. News 3. the title: where in the site the page stands.
    name: "breadcrumb",
    holds: ({ text }, { items }) => HOME.test(text.slice(items[0]?.body, (items[0]?.body ?? 0) + LONGEST_LINK)),
  },
  {
    // The sections of a site: short words, none of which does anything.
    name: "navigation",
    holds: ({ text, english }, { family, items }) =>
      !english &&
      (family === "•" || family === "-") &&
      items.length >= FEWEST_SECTIONS &&
      items.filter((item) => isSection(text, item)).length * 5 >= items.length * 4,
  },
  {
    name: "bulleted-paragraphs",
    holds: ({ text, english }, list) => english && list.family === "•" && isBulletedProse(text, list),
  },
  {
    // △某港码头: what a picture shows, between the paragraphs of a story.
    name: "captions",
    holds: ({ text }, { family, items }) =>
      family === "•" &&
      items.every(({ start }) => CAPTION_MARK.test(text[start] ?? "")) &&
      items.filter(
        ({ body, end }) => opensWithAction(text.slice(body, body + 12)) || !text.slice(body, end).includes("\n"),
      ).length *
        2 <
        items.length,
  },
  {
    name: "separators",
    holds: ({ text }, { family, items, lead }) => {
      const start = items[0]?.start ?? 0;
      const short = items.filter(({ body, end }) => end - body <= LONGEST_LINK).length * 2 > items.length;
      return family === "•" && start > 0 && text[start - 1] !== "\n" && !/[:。;]$/.test(lead) && short;
    },
  },
  {
    name: "bracketed-labels",
    holds: ({ text }, { family, items }) =>
      family === "【】" && items.filter(({ body }) => statesInBrackets(text, body)).length * 2 < items.length,
  },
  {
    name: "alternatives",
    holds: ({ text }, { family, items }) =>
      (family === "(a)" || family === "(i)") &&
      items.some(({ start, end }) => (items.length < 3 ? /, (?:or|and)$/ : /, or$/).test(text.slice(start, end))),
  },
  {
    // 一方面可避免…，另一方面也…: two effects of one thing, or two causes; two deeds are a list.
    name: "two-sides",
    holds: ({ text }, { family, items }) =>
      family === "一方面" && !items.every(({ body, end }) => saysDeed(text.slice(body, end))),
  },
  {
    // 首先，甲讲话。最后，乙发言: how a meeting went.
    name: "course-of-events",
    holds: ({ text }, { family, items }) =>
      family === "第一" &&
      items.length === 2 &&
      text.startsWith("首先", items[0]?.start) &&
      !items.some(({ body, end }) => saysDeed(text.slice(body, end))),
  },
  {
    name: "questions",
    holds: ({ text }, list) => areMostly(text, list, IS_QUESTION, QUESTION_REACH),
  },
  {
    name: "table-of-contents",
    holds: ({ text }, { items }) =>
      items.filter((item) => /[.·…]{3,}\s*\d*\s*$/.test(text.slice(Math.max(item.body, item.end - 40), item.end)))
        .length *
        2 >
      items.length,
  },
  {
    name: "statute",
    holds: ({ text }, { family, items }) =>
      family === "第一条" &&
      items.slice(0, 3).some(({ body }) => FORMALITY.test(text.slice(body, body + PROVISION_REACH))),
  },
  {
    name: "empty-items",
    holds: (_, { items }) => items.filter((item) => item.end - item.body < 2).length * 2 > items.length,
  },
];

/** Name of the rule by which a list is none. */
export const whyNoList = (reading: Reading, list: List): string | undefined =>
  FALSE_LISTS.find((rule) => rule.holds(reading, list))?.name;
