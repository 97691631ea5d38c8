/** When a page was published: where to look, in the order of trust. */
import { findDate, findUrlDate, parseDate } from "../text/date.ts";
import type { Block } from "./block.ts";
import type { PageHead } from "./head.ts";
import { ruleKey } from "./rule.ts";

const DATE_METAS = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "pubdate",
  "publishdate",
  "publish_date",
  "publishtime",
  "publish-date",
  "publication_date",
  "date.issued",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date",
  "article:create_time",
  "articlepubdate",
  "published_time",
  "release_date",
  "firstcreatetime",
  "firstpublishedtime",
  "_pubtime",
  "citation_date",
  "dcterms.created",
  "dcterms.date",
  "weibo: article:create_at",
  "weibo:article:create_at",
  "originalpublicationdate",
  "apub:time",
  "og:release_date",
  "bt:pubdate",
  "sailthru.date",
  "parsely-pub-date",
  "article.published",
  "date",
];

const LABELLED =
  /(?:发布|发表|发稿|刊发|刊登|上传|录入|公布|发文|添加|提交|更新)?(?:时间|日期|于)\s?[:：]?\s?(?=\d{4})|(?:published|posted|date)\s?(?:on|at)?\s?:?\s/i;
/** Clocks of the page, times of an event, years of a copyright. */
const OTHER_LINES =
  /今天是|今天：|(?:时间|日期)\s?[:：].{4,16}[（(](?:星期|周)|现在是|当前时间|(?:上午|下午|晚上)\s?\d{1,2}\s?[时点]|开奖|版权|copyright|©/i;
/** Dates of a document that are not the day it was put on the page. */
const OTHER_DATES =
  /(?:成文|生成|生效|施行|实施|失效|废止|截止|截至|有效)(?:日期|时间|期)?至?\s?[:：]?\s?\d{4}[\d年月日./\s-]{3,16}/g;
const STATE_DATE =
  /(?:publish_?time|publish_?date|\bct|pub_?date|pub_?time|ptime|ctime|create_?time|publishedAt|datePublished)["']?\s{0,3}[:=]\s{0,3}\\?["']?([^"'\\,;}<]{8,30})/gi;
/** Without a year it is no date of publishing. */
const YEAR = /\d{4}|[二一][〇○零九]/;
const MAX_DATE_LINE = 200;
const MAX_HEAD_UNITS = 80;
const MAX_HEAD_LINES = 8;
const MAX_DATE_PART = 12;
const MAX_LABEL = 16;
/** Lines above the text that are read. */
const MAX_ABOVE = 400;

interface Page {
  readonly head: PageHead;
  readonly url: string | undefined;
  readonly zone: string;
  /** Blocks around the title and above the text. */
  readonly above: readonly Block[];
  readonly inside: readonly Block[];
  readonly below: readonly Block[];
}

/** Labels of such dates in a cell or block of their own. */
const OTHER_LABEL = /^(?:成文|生成|生效|施行|实施|失效|废止|截止|有效)(?:日期|时间|期)\s?[:：]?$/;
/** What stands below the time of an event. */
const PLACE_LABEL = /^(?:会议|活动|举办|培训)?地\s?[点址]\s?[:：]/;

/** Blocks whose dates are not the page's, by what stands beside them. `blocks` are in the order of the page. */
function dropOtherDates(blocks: readonly Block[]): Block[] {
  const keyAt = (at: number): string => ruleKey(blocks[at]?.text.slice(0, MAX_LABEL) ?? "");
  return blocks.filter(
    ({ text }, at) => !YEAR.test(text) || !(OTHER_LABEL.test(keyAt(at - 1)) || PLACE_LABEL.test(keyAt(at + 1))),
  );
}

/** The line that speaks of a date; nearest to the text first where `blocks` are given so. */
function findInBlocks(blocks: readonly Block[], zone: string, labelled: boolean): string | undefined {
  for (const { text } of blocks) {
    if (text.length > MAX_DATE_LINE || !YEAR.test(text)) continue;
    const key = ruleKey(text).replace(OTHER_DATES, " ");
    if (OTHER_LINES.test(key)) continue;
    const at = labelled ? key.search(LABELLED) : 0;
    const date = at < 0 ? undefined : findDate(key.slice(at), zone);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A date whose parts stand in elements of their own: 2019 | 09/23 | 10:15. */
function findScattered(blocks: readonly Block[], zone: string): string | undefined {
  return findDate(blocks.map((block) => (block.text.length <= MAX_DATE_PART ? block.text : "|")).join(" "), zone);
}

function findInState(head: PageHead, zone: string): string | undefined {
  for (const script of head.scripts) {
    for (const match of script.matchAll(STATE_DATE)) {
      const date = parseDate(match[1] ?? "", zone);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function findInHead(head: PageHead, zone: string): string | undefined {
  for (const name of DATE_METAS) {
    const content = head.metas.get(name);
    const date = content && parseDate(content, zone);
    if (date) return date;
  }
  for (const object of head.linked) {
    const value = object.datePublished ?? object.pubDate ?? object.uploadDate;
    const date = typeof value === "string" ? parseDate(value, zone) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** ISO 8601 in UTC, or undefined where the page does not say. A date of the text itself is the last resort. */
export function findPublished(page: Page): string | undefined {
  const { head, zone } = page;
  const address = page.url ?? head.canonical ?? head.metas.get("og:url");
  const near = dropOtherDates(page.above.slice(-MAX_ABOVE)).reverse();
  const prose = page.inside.findIndex((block) => block.units >= MAX_HEAD_UNITS || /[。！？]$/.test(block.text));
  const first = dropOtherDates(page.inside.slice(0, prose < 0 ? MAX_HEAD_LINES : Math.min(prose, MAX_HEAD_LINES)));
  return (
    findInHead(head, zone) ??
    findInBlocks(near, zone, true) ??
    findInBlocks(first, zone, true) ??
    head.times.map((time) => parseDate(time, zone)).find((date) => date !== undefined) ??
    findInBlocks(first, zone, false) ??
    findInBlocks(near, zone, false) ??
    findScattered(near.slice(0, 40).toReversed(), zone) ??
    findInState(head, zone) ??
    (address === undefined ? undefined : findUrlDate(address, zone)) ??
    findInBlocks(page.below, zone, true) ??
    findInBlocks(page.below.slice(0, 5), zone, false) ??
    findInBlocks(page.inside.slice(-4), zone, false)
  );
}
