/** The title of the article without the name of the site. */
import type { Block } from "./block.ts";
import type { PageHead } from "./head.ts";

const TITLE_METAS = ["articletitle", "og:title", "twitter:title", "headline", "dc.title"];
const SEPARATOR = /[_|丨｜—–«»·•>-]+/;
/** Words by which the last part of a page title gives itself away as the name of a site or a section. */
const SITE_WORDS =
  /(?:网|网站|频道|门户|新闻|资讯|报|日报|晚报|在线|政府|委员会|博客|论坛|社区|公司|协会|中心|客户端|com|cn|net|org|news|times|post|blog)$/i;
const MAX_TITLE = 200;
const MAX_PARTS = 8;

const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The parts of a page title and everything that adjacent ones make together, normalised. */
function listReadings(claim: string): Set<string> {
  const parts = claim.slice(0, MAX_TITLE).split(SEPARATOR).map(normal).slice(0, MAX_PARTS);
  const readings = new Set<string>([normal(claim)]);
  for (let from = 0; from < parts.length; from++) {
    let joined = "";
    for (const part of parts.slice(from)) {
      joined += part;
      if (joined.length >= 4) readings.add(joined);
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

/** Finds the title by agreement of what the head says and what stands on the page; "" for a fragment without one. */
export function findTitle(head: PageHead, blocks: readonly Block[]): string {
  const linked = head.linked.find((object) => typeof object.headline === "string")?.headline;
  const claims = [
    ...TITLE_METAS.map((name) => head.metas.get(name)),
    typeof linked === "string" ? linked : "",
    head.title,
  ]
    .filter((text) => text !== undefined)
    .filter((text) => text !== "");
  const readings = claims.map(listReadings);
  const agrees = (text: string): boolean => text.length < MAX_TITLE && readings.some((set) => set.has(normal(text)));
  const longest = (texts: readonly string[]): string =>
    texts.filter(agrees).reduce((best, text) => (text.length > best.length ? text : best), "");
  const main = longest(head.headings.filter(({ level }) => level === 1).map(({ text }) => text));
  if (normal(main).length >= 6) return main;
  const shown = longest([...head.headings, ...blocks].map(({ text }) => text));
  if (normal(shown).length >= 4) return shown;
  const [claim] = claims;
  if (claim !== undefined) return stripSite(claim, head.metas.get("og:site_name"));
  return head.headings.find(({ level }) => level === 1)?.text ?? "";
}
