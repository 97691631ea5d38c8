/** What of the many vocabularies of feeds is read: one canonical name an element, whatever prefix a feed gives it. Data only. */

/** Namespace (lower case, no trailing `/` or `#`) → canonical prefix. The empty one is RSS itself. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", "atom"],
  ["https://www.w3.org/2005/atom", "atom"],
  ["http://purl.org/atom/ns", "atom"],
  ["http://example.com/newformat", "atom"],
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

/** Elements of an entry that are kept. */
export const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "link",
  "guid",
  "id",
  "description",
  "summary",
  "content",
  "body",
  "fullitem",
  "abstract",
  "pubdate",
  "published",
  "updated",
  "issued",
  "modified",
  "created",
  "lastmod",
  "atom:title",
  "atom:link",
  "atom:id",
  "atom:summary",
  "atom:content",
  "atom:published",
  "atom:updated",
  "atom:issued",
  "atom:modified",
  "atom:created",
  "dc:title",
  "dc:description",
  "dc:date",
  "dc:identifier",
  "dcterms:created",
  "dcterms:issued",
  "dcterms:modified",
  "content:encoded",
  "xhtml:body",
  "xhtml:div",
  "itunes:summary",
  "media:title",
  "media:description",
]);

/** Fields that hold a link, as text or `href`. */
export const LINK_FIELDS: ReadonlySet<string> = new Set(["link", "atom:link"]);

/** Fields that are a date or a name, and so no text construct. */
export const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  "guid",
  "id",
  "atom:id",
  "ttl",
  "dc:identifier",
  "pubdate",
  "published",
  "updated",
  "issued",
  "modified",
  "created",
  "lastmod",
  "atom:published",
  "atom:updated",
  "atom:issued",
  "atom:modified",
  "atom:created",
  "dc:date",
  "dcterms:created",
  "dcterms:issued",
  "dcterms:modified",
]);

/** Elements that only hold others that are read. */
export const FEED_WRAPPERS: ReadonlySet<string> = new Set(["rss", "feed", "channel", "rdf:rdf", "items", "rdf:seq"]);
export const ENTRY_WRAPPERS: ReadonlySet<string> = new Set(["media:group", "media:content"]);
