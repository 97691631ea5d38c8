/** The title of the article without the name of the site. */
import { isTag } from "domhandler";
import { decodeEscapes } from "../text/escape.ts";
import { namesOf } from "../text/tree.ts";
import { type Block, countUnits } from "./block.ts";
import { FURNITURE_RULES } from "./furniture.ts";
import type { PageHead } from "./head.ts";
import { ruleKey } from "./rule.ts";

const TITLE_METAS = ["articletitle", "og:title", "twitter:title", "headline", "dc.title"];
const SITE_METAS = ["og:site_name", "sitename", "application-name"];
const SEPARATOR = /[_|丨｜—–«»·•>-]+/;
/** Chinese titles have few spaces, and sites put one before their name. */
const SEPARATOR_OR_SPACE = /[\s_|丨｜—–«»·•>-]+/;
/** Words by which the last part of a page title gives itself away as the name of a site or a section. */
const SITE_WORDS =
  /(?:网|网站|频道|门户|新闻|资讯|日报|晚报|在线|政府|委员会|局|厅|博客|论坛|社区|公司|协会|中心|客户端|com|cn|net|org|news|times|post|blog)$/i;
/** Page titles that say nothing of the page. */
const EMPTY_TITLE =
  /^(?:.{0,4}(?:详情|正文|内容|文章|新闻|信息|公告|通知|首页)页?|无标题文档|untitled.{0,12}|index|detail|home)?$/i;
const TITLE_NAMES = /(?:^|[-_\s])(?:\w{0,12}title|tit|bt|biaoti)(?:$|[-_\s\d])/i;
const STATE_TITLE = /[tT]itle["']?\s{0,3}:\s{0,3}"((?:[^"\\]|\\.){4,200})"/g;
const MAX_TITLE = 200;
const MAX_PARTS = 8;
const MIN_PART_UNITS = 10;

const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** What says only that there are pictures: 防汛一线见闻(组图). */
const PICTURE_MARK = /[(（【[](?:组?图|多图|图文|附图|高清|视频|图集)[)）】\]]/g;

/** The parts of a page title and everything that adjacent ones make together, normalised. */
function listReadings(claim: string): Set<string> {
  const separator = /\p{Script=Han}/u.test(claim) ? SEPARATOR_OR_SPACE : SEPARATOR;
  const parts = claim.slice(0, MAX_TITLE).replace(PICTURE_MARK, "").split(separator).map(normal).slice(0, MAX_PARTS);
  const readings = new Set<string>([normal(claim), normal(claim.replace(PICTURE_MARK, ""))]);
  for (let from = 0; from < parts.length; from++) {
    let joined = "";
    for (const part of parts.slice(from)) {
      joined += part;
      // The name of a site stands last and is no title.
      const isSite = from > 0 && joined.length < 20 && SITE_WORDS.test(joined);
      if (joined.length >= 4 && !isSite) readings.add(joined);
    }
  }
  return readings;
}

/** Cuts the name of the site off the end of a page title. */
export function stripSite(title: string, site: string | undefined): string {
  const text = title.trim();
  if (site !== undefined && site.length > 1 && text.endsWith(site) && text.length > site.length + 3) {
    const rest = text.slice(0, -site.length).replace(/[\s_|丨｜—–-]{1,9}$/, "");
    if (rest.length >= 4) return rest;
  }
  const strong = /^(.{4,}?)\s?(?:_{1,3}|\||丨|｜|--+|——)/s.exec(text)?.[1];
  const weak = /^(.{6,}?)\s?[-–—]\s?([^-–—]{2,24})$/s.exec(strong ?? text);
  const last = weak?.[2] ?? "";
  if (weak !== null && (/\s[-–—]\s/.test(strong ?? text) || SITE_WORDS.test(last))) return (weak[1] ?? text).trim();
  return (strong ?? text).trim();
}

/** Marks of a title on the page: its tag, its name, its place right above the text. */
const HEADING_POINTS: Readonly<Record<string, number>> = { h1: 5, h2: 4, h3: 2, h4: 2 };
const NAME_POINTS = 3;
const PLACE_POINTS = 2;
/** A line of source and date right below. */
const BYLINE_POINTS = 3;
const BYLINE = new Set(["meta-line", "date-line", "byline"]);
/** So many of them go before a page title that stands nowhere on the page. */
const SURE_POINTS = 6;
const NEAR_LINES = 30;
const MIN_POINTS = 3;

const findHeadRule = (text: string): string | undefined => {
  const key = ruleKey(text);
  return FURNITURE_RULES.find(({ place, pattern }) => place !== "tail" && pattern.test(key))?.name;
};

/** What looks most like a title among the lines above the text; the nearest of equals. */
function findShown(blocks: readonly Block[], least = MIN_POINTS): string | undefined {
  let best: string | undefined;
  let bestPoints = least;
  const near = blocks.slice(-NEAR_LINES);
  for (const [at, { element, tag, text, units, linkUnits }] of near.entries()) {
    const isLine =
      text.length < MAX_TITLE && linkUnits < units / 2 && !/[。；：:]$/.test(text) && normal(text).length >= 4;
    if (!isLine || findHeadRule(text) !== undefined) continue;
    const byline = BYLINE.has(findHeadRule(near[at + 1]?.text.slice(0, MAX_TITLE) ?? "") ?? "") ? BYLINE_POINTS : 0;
    const name = isTag(element) && TITLE_NAMES.test(namesOf(element)) ? NAME_POINTS : 0;
    const points = (HEADING_POINTS[tag] ?? 0) + name + byline + (PLACE_POINTS * (at + 1)) / NEAR_LINES;
    if (points >= bestPoints) [best, bestPoints] = [text, points];
  }
  return best;
}

/** The longest of the texts that one of the readings holds. */
function longestOf(texts: readonly string[], readings: readonly ReadonlySet<string>[]): string {
  let best = "";
  for (const text of texts) {
    if (text.length <= best.length || text.length > MAX_TITLE) continue;
    const key = normal(text);
    if (readings.some((set) => set.has(key))) best = text;
  }
  return best;
}

/** True for a heading that the page title says with something before it: 行业分析：… */
const isLongPart = (text: string, claim: string): boolean =>
  countUnits(text) >= MIN_PART_UNITS && text.length <= MAX_TITLE && normal(claim).includes(normal(text));

/** The title in the data of the page's scripts that its own title begins with. */
function findStateTitle(scripts: readonly string[], claim: string): string | undefined {
  let best: string | undefined;
  for (const script of scripts) {
    for (const [, literal = ""] of script.matchAll(STATE_TITLE)) {
      const title = decodeEscapes(literal).trim();
      const isOwn = claim.startsWith(title) && SEPARATOR.test(claim.slice(title.length, title.length + 2));
      if (isOwn && title.length >= 4 && title.length > (best?.length ?? 0)) best = title;
    }
  }
  return best;
}

/**
 * Finds the title by agreement of what the head says and what stands on the page; "" for a fragment without one.
 * `blocks` are those above the first paragraph of the text.
 */
export function findTitle(head: PageHead, blocks: readonly Block[]): string {
  const sites = SITE_METAS.map((name) => normal(head.metas.get(name) ?? ""));
  const linked = head.linked.find((object) => typeof object.headline === "string")?.headline;
  const claims = [
    ...TITLE_METAS.map((name) => head.metas.get(name)),
    typeof linked === "string" ? linked : "",
    head.title,
  ]
    .filter((text) => text !== undefined)
    .filter((text) => !EMPTY_TITLE.test(text.trim()) && !sites.includes(normal(text)));
  const readings = claims.map(listReadings);
  for (const set of readings) for (const site of sites) set.delete(site);
  const shown = longestOf(
    [...head.headings, ...blocks].map(({ text }) => text),
    readings,
  );
  if (normal(shown).length >= 4) return shown;
  const [claim] = claims;
  if (claim === undefined)
    return findShown(blocks) ?? head.headings.find(({ level }) => level === 1)?.text ?? head.title;
  const inState = findStateTitle(head.scripts, claim);
  if (inState !== undefined) return inState;
  const stripped = stripSite(claim, head.metas.get("og:site_name"));
  const part = head.headings.find(({ level, text }) => level <= 2 && isLongPart(text, claim));
  if (part !== undefined) return part.text;
  const sure = findShown(blocks, SURE_POINTS);
  if (sure !== undefined && !normal(claim).includes(normal(sure).slice(0, 6))) return sure;
  return SITE_WORDS.test(stripped) && stripped.length < 20 ? (findShown(blocks) ?? stripped) : stripped;
}
