/** One address for one article: what sites, mail tools and apps add to a link says nothing of what it leads to. */

/**
 * Names of query parameters that only tell where a reader came from, in lower case. A name that a site may use for its
 * articles (`srcid`, `ncid`) is not among them: two articles taken for one are worse than one taken for two.
 */
const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  "_hsenc",
  "_hsmi",
  "_openstat",
  "bd_vid",
  "chksm",
  "dclid",
  "fbclid",
  "from",
  "frommsgid",
  "gbraid",
  "gclid",
  "gclsrc",
  "hmci",
  "hmcu",
  "hmkw",
  "hmpl",
  "hmsr",
  "igshid",
  "isappinstalled",
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "mpshare",
  "msclkid",
  "nsukey",
  "pass_ticket",
  "pk_campaign",
  "pk_content",
  "pk_kwd",
  "pk_medium",
  "pk_source",
  "ref",
  "ref_src",
  "ref_url",
  "scene",
  "scm",
  "share_token",
  "sharer_shareid",
  "sharer_sharetime",
  "sharefrom",
  "share_from",
  "spm",
  "spm_id_from",
  "subscene",
  "tdsourcetag",
  "track_id",
  "twclid",
  "vd_source",
  "wbraid",
  "wfr",
  "wt.mc_id",
  "wx_header",
  "wxfid",
  "wxshare_count",
  "xtor",
  "yclid",
]);

/** Beginnings of such names. */
const TRACKING_PREFIXES = ["utm_", "mtm_", "piwik_"];

/** Longer is no address of an article, and not worth the work. */
const MAX_LENGTH = 8192;

const INDEX_FILE = /\/(?:index|default)\.(?:html?|shtml|xhtml|php|jsp|aspx?)$/i;

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_PARAMETERS.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** `a=1&b` without the tracking parameters, by name; values stay as they are written. */
function cleanQuery(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isTracking(nameOf(pair)));
  kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";

const isWeb = (url: URL): boolean => url.protocol === "http:" || url.protocol === "https:";

/**
 * The address under which an article is known: lower-case host, no default port, no fragment (but a route, `#/…`), no
 * tracking parameter, the other parameters by name, no trailing `index.html`. What is no web address comes back trimmed.
 */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  if (trimmed.length > MAX_LENGTH || !URL.canParse(trimmed)) return trimmed;
  const parsed = new URL(trimmed);
  if (!isWeb(parsed)) return trimmed;
  const host = parsed.host.replace(/\.(?=:\d+$|$)/, "");
  const path = parsed.pathname.replace(/%[\da-f]{2}/gi, (octet) => octet.toUpperCase()).replace(INDEX_FILE, "/");
  const fragment = /^#!?\//.test(parsed.hash) ? parsed.hash : "";
  return `${parsed.protocol}//${host}${path}${cleanQuery(parsed.search)}${fragment}`;
}

/** True if a web address carries a tracking parameter. */
export function isTracked(url: string): boolean {
  if (url.length > MAX_LENGTH || !URL.canParse(url.trim())) return false;
  const parsed = new URL(url.trim());
  return (
    isWeb(parsed) &&
    parsed.search
      .slice(1)
      .split("&")
      .some((pair) => isTracking(nameOf(pair)))
  );
}

/** Host and port; what errors, logs and messages may name of an address. Empty for what is no URL. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? "";

/** An address as it may be shown: no credentials, no query. */
export function redactUrl(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : url;
}
