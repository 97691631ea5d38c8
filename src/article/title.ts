/** The title of the article without the name of the site. */
import type { Block } from "./block.ts";
import type { PageHead } from "./head.ts";

const TITLE_METAS = ["articletitle", "og:title", "twitter:title", "headline", "dc.title"];
const SEPARATORS = /\s*(?:_{1,3}|\||丨|｜|—{1,2}|–|--+|\s-\s|-(?=[^-]{2,12}$)|«|»|·\s)\s*/;

const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The part before the first separator that leaves enough to be a title. */
export function stripSite(title: string, site: string | undefined): string {
  let rest = title.trim();
  if (site !== undefined && site.length > 1 && rest.endsWith(site) && rest.length > site.length + 3) {
    rest = rest.slice(0, -site.length).replace(/[\s_|丨｜—–-]+$/, "");
  }
  const parts = rest.split(SEPARATORS).filter((part) => part !== "");
  const [first = ""] = parts;
  if (parts.length < 2) return rest;
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  return first.length >= 8 || first.length * 2 >= longest.length
    ? rest.slice(0, rest.indexOf(first) + first.length)
    : longest;
}

/** Finds the title by agreement of what the head says and what stands on the page; "" for a fragment without one. */
export function findTitle(head: PageHead, blocks: readonly Block[]): string {
  const said = [...TITLE_METAS.map((name) => head.metas.get(name)), head.title].filter(
    (text) => text !== undefined && text !== "",
  );
  const claims = said.map((text) => normal(text ?? ""));
  const agrees = (text: string): boolean => {
    const key = normal(text);
    return (
      key.length >= 4 &&
      claims.some((claim) => claim.startsWith(key) || (claim.includes(key) && key.length * 2 > claim.length))
    );
  };
  const shown = [
    ...head.headings.map(({ text }) => text),
    ...blocks.filter((block) => block.text.length < 120).map((block) => block.text),
  ];
  let best = "";
  for (const text of shown) if (text.length < 200 && text.length > best.length && agrees(text)) best = text;
  if (best !== "") return best;
  const site = head.metas.get("og:site_name");
  const [first] = said;
  if (first !== undefined) return stripSite(first, site);
  const linked = head.linked.find((object) => typeof object.headline === "string")?.headline;
  return typeof linked === "string" ? linked : (head.headings.find(({ level }) => level === 1)?.text ?? "");
}
