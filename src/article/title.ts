/** The title of the article without the name of the site. */
import { isTag } from "domhandler";
import { namesOf } from "../text/tree.ts";
import type { Block } from "./block.ts";
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
const MAX_TITLE = 200;
const MAX_PARTS = 8;

const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The parts of a page title and everything that adjacent ones make together, normalised. */
function listReadings(claim: string): Set<string> {
  const separator = /\p{Script=Han}/u.test(claim) ? SEPARATOR_OR_SPACE : SEPARATOR;
  const parts = claim.slice(0, MAX_TITLE).split(separator).map(normal).slice(0, MAX_PARTS);
  const readings = new Set<string>([normal(claim)]);
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
const NEAR_LINES = 30;
const MIN_POINTS = 3;

/** What looks most like a title among the lines above the text; the nearest of equals. */
function findShown(blocks: readonly Block[]): string | undefined {
  let best: string | undefined;
  let bestPoints = MIN_POINTS;
  for (const [at, { element, tag, text, units, linkUnits }] of blocks.slice(-NEAR_LINES).entries()) {
    const isLine =
      text.length < MAX_TITLE && normal(text).length >= 4 && linkUnits < units / 2 && !/[。；：:]$/.test(text);
    const key = ruleKey(text);
    if (!isLine || FURNITURE_RULES.some(({ place, pattern }) => place !== "tail" && pattern.test(key))) continue;
    const name = isTag(element) && TITLE_NAMES.test(namesOf(element)) ? NAME_POINTS : 0;
    const points = (HEADING_POINTS[tag] ?? 0) + name + (PLACE_POINTS * (at + 1)) / NEAR_LINES;
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
  const stripped = stripSite(claim, head.metas.get("og:site_name"));
  return SITE_WORDS.test(stripped) && stripped.length < 20 ? (findShown(blocks) ?? stripped) : stripped;
}
