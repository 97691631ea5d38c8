/** What of the many vocabularies of feeds is read: one canonical name an element, whatever prefix a feed gives it. Data only. */

/** Namespace (lower case, no trailing `/` or `#`) → canonical prefix. The empty one is RSS itself. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", "atom"],
  ["https://www.w3.org/2005/atom", "atom"],
  ["http://purl.org/atom/ns", "atom"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["http://purl.org/rss/1.0", ""],
  ["http://my.netscape.com/rdf/simple/0.9", ""],
  ["http://channel.netscape.com/rdf/simple/0.9", ""],
  ["http://my.netscape.com/publish/formats/rss-0.91.dtd", ""],
  ["http://backend.userland.com/rss", ""],
  ["http://backend.userland.com/rss2", ""],
  ["http://backend.userland.com/rss091", ""],
  ["http://blogs.law.harvard.edu/tech/rss", ""],
  ["http://purl.org/dc/elements/1.1", "dc"],
  ["http://purl.org/dc/elements/1.0", "dc"],
  ["http://purl.org/dc/terms", "dcterms"],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://www.w3.org/xml/1998/namespace", "xml"],
]);

/** Elements that begin a feed, by local name. */
export const ROOTS: ReadonlyMap<string, "rss" | "atom" | "rdf"> = new Map([
  ["rss", "rss"],
  ["channel", "rss"],
  ["feed", "atom"],
  ["rdf", "rdf"],
]);

/** Elements of a feed's head that are kept. */
export const FEED_FIELDS: ReadonlySet<string> = new Set(["title", "link", "ttl", "dc:title"]);

/** Elements of an entry that are kept, by what they say; the best first. */
export const ID_FIELDS = ["guid", "id", "atom:id", "about", "dc:identifier"];
export const LINK_FIELDS = ["link", "atom:link"];
export const TITLE_FIELDS = ["title", "dc:title", "atom:title", "media:title"];
export const DATE_FIELDS = [
  "published",
  "atom:published",
  "pubdate",
  "issued",
  "atom:issued",
  "dcterms:issued",
  "created",
  "atom:created",
  "dcterms:created",
  "updated",
  "atom:updated",
  "modified",
  "atom:modified",
  "dc:date",
  "dcterms:modified",
  "lastmod",
];
export const SUMMARY_FIELDS = [
  "description",
  "summary",
  "atom:summary",
  "dc:description",
  "abstract",
  "itunes:summary",
  "media:description",
];
export const CONTENT_FIELDS = [
  "content:encoded",
  "content",
  "atom:content",
  "xhtml:body",
  "body",
  "fullitem",
  "xhtml:div",
];

/** Fields that are a date or a name, and so no text construct. */
export const PLAIN_FIELDS: ReadonlySet<string> = new Set([...ID_FIELDS, ...DATE_FIELDS, "ttl"]);

export const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  ...ID_FIELDS,
  ...LINK_FIELDS,
  ...TITLE_FIELDS,
  ...DATE_FIELDS,
  ...SUMMARY_FIELDS,
  ...CONTENT_FIELDS,
]);

/** Elements that only hold others that are read. */
export const FEED_WRAPPERS: ReadonlySet<string> = new Set(["rss", "feed", "channel", "rdf:rdf", "items", "rdf:seq"]);
export const ENTRY_WRAPPERS: ReadonlySet<string> = new Set(["media:group", "media:content"]);
