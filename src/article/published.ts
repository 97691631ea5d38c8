/** When a page was published: where to look, in the order of trust. */
import type { Block } from "./block.ts";
import { findDate, findUrlDate, parseDate } from "./date.ts";
import type { PageHead } from "./head.ts";

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
const LABELS_OF_OTHERS = /成文日期|生成日期|有效期|截止|生效|施行|失效|开奖|版权|copyright|©/i;
const STATE_DATE =
  /["']?(?:publish_?time|publish_?date|pub_?date|pub_?time|ptime|ctime|create_?time|publishedAt|datePublished)["']?\s{0,3}[:=]\s{0,3}\\?["']?([^"'\\,;}<]{8,30})/gi;
const MAX_DATE_LINE = 200;

interface Page {
  readonly head: PageHead;
  readonly url: string | undefined;
  readonly zone: string;
  /** Blocks around the title and above the text. */
  readonly above: readonly Block[];
  readonly inside: readonly Block[];
  readonly below: readonly Block[];
}

function findInBlocks(blocks: readonly Block[], zone: string, labelled: boolean): string | undefined {
  for (const { text } of blocks) {
    if (text.length > MAX_DATE_LINE || LABELS_OF_OTHERS.test(text)) continue;
    const at = labelled ? text.search(LABELLED) : 0;
    const date = at < 0 ? undefined : findDate(text.slice(at), zone);
    if (date !== undefined) return date;
  }
  return undefined;
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
  const first = page.inside.slice(0, 4).filter((block) => block.units < 60);
  return (
    findInHead(head, zone) ??
    findInBlocks(page.above, zone, true) ??
    findInBlocks(first, zone, true) ??
    head.times.map((time) => parseDate(time, zone)).find((date) => date !== undefined) ??
    findInBlocks(page.above, zone, false) ??
    findInBlocks(first, zone, false) ??
    findInState(head, zone) ??
    (address && findUrlDate(address, zone)) ??
    findInBlocks(page.below.slice(0, 5), zone, false) ??
    findInBlocks(page.inside.slice(-4), zone, false)
  );
}
