/** What is cut out inside of lines: markup, annotations, marks that are no words. Every pattern is linear in its input. */

export interface InlineRule {
  /** Reason given in `Removal`. */
  readonly name: string;
  /** Global. */
  readonly pattern: RegExp;
  /** What takes its place; by default nothing. */
  readonly replacement?: string | ((match: RegExpExecArray) => string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  middot: "·",
  bull: "•",
  times: "×",
  permil: "‰",
  deg: "°",
  yen: "¥",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  trade: "™",
  laquo: "«",
  raquo: "»",
  lsaquo: "‹",
  rsaquo: "›",
  zwnj: "",
  zwj: "",
  shy: "",
};

function decodeEntity(match: RegExpExecArray): string {
  const name = match[1] ?? "";
  const digits = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (!digits) return ENTITIES[name.toLowerCase()] ?? match[0];
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const valid = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : "";
}

/** `&amp;nbsp;` is what a double encoding leaves. */
export const ENTITY_RULE: InlineRule = {
  name: "entity",
  pattern: /&(?:amp;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi,
  replacement: decodeEntity,
};

const BLOCK =
  "p|br|li|ul|ol|dl|dt|dd|div|item|description|guid|pubdate|category|tr|table|h[1-6]|section|article|header|footer|blockquote|hr|pre";

/** What the page calls an item stays one, unless it carries a marker of its own or is a link: 1. 增效, but not 12 new posts. */
const ITEM =
  /<li(?=[\s>])[^<>]*>\s{0,40}(?:<p(?=[\s>])[^<>]*>\s{0,40})?(?=(?:<(?:b|strong|em|span|font)(?=[\s>])[^<>]*>\s{0,9}){0,4}(?![一二三四五六七八九十]{1,3}[、是])(?:[\p{L}“「《$€£¥]|\d{1,9}(?:[,.]\d{1,9}){0,3}(?:%|[ -][a-z])))/giu;

/** Names of elements that stand in lines. What else stands in angle brackets may be words: <AI for Science>. */
const INLINE =
  "html|head|body|title|meta|link|base|a|abbr|acronym|address|area|aside|audio|b|bdi|bdo|big|button|canvas|caption|center|cite|code|col|colgroup|" +
  "data|datalist|del|details|dfn|dialog|dir|em|embed|fieldset|figcaption|figure|font|form|frame|frameset|hgroup|i|iframe|img|image|input|ins|kbd|" +
  "label|legend|main|map|mark|menu|meter|nav|nobr|noframes|noscript|object|optgroup|option|output|param|picture|progress|q|rb|rp|rt|ruby|s|samp|" +
  "script|search|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|path|g|tbody|td|template|textarea|tfoot|th|thead|time|" +
  "track|tt|u|var|video|wbr|marquee|blink|bgsound";

/** Tags, and the contents of those whose contents are no text. `[^<>]` keeps an unclosed tag from running away. */
export const MARKUP_RULES: readonly InlineRule[] = [
  { name: "html-table-cell", pattern: /<\/t[dh]\s*>/gi, replacement: " " },
  { name: "html-item", pattern: ITEM, replacement: "\n• " },
  { name: "html-tag", pattern: new RegExp(`</?(?:${BLOCK})(?=[\\s/>])[^<>]*>`, "gi"), replacement: "\n" },
  {
    name: "html-tag",
    pattern: new RegExp(`</?(?:${INLINE}|[a-z][a-z\\d]*(?:[:-][a-z\\d:-]+|(?=\\s+[\\w:-]+=)))(?=[\\s/>])[^<>]*>`, "gi"),
  },
  { name: "html-tag", pattern: /<\/[a-z][a-z\d]*\s*>/gi },
];

const TARGET = String.raw`[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`;

/** Regions that hold no text, from the first mark to the second. Found by searching, since a lazy pattern would be quadratic. */
export const REGIONS = [
  { name: "html-comment", open: "<!--", close: "-->" },
  { name: "script", open: "<script", close: "</script>" },
  { name: "style", open: "<style", close: "</style>" },
] as const;

/** Markdown; `-` and `*` that begin an item stay, since they are what makes it a list. */
export const MARKDOWN_RULES: readonly InlineRule[] = [
  { name: "image", pattern: new RegExp(String.raw`!\[[^[\]\n]*\]\(${TARGET}`, "g") },
  {
    name: "link-target",
    // Its words may stand in two or three lines of a wrapped text.
    pattern: new RegExp(
      String.raw`\[([^[\]\n]*(?:\n[^[\]\n]+){0,2})\]\((?=https?:|mailto:|ftp:|/|\.|#|www\.|javascript:)${TARGET}`,
      "gi",
    ),
    replacement: (match) => (match[1] ?? "").replace(/\s*\n\s*/g, " "),
  },
  { name: "heading-mark", pattern: /^[ \t]{0,3}#{1,6}[ \t]+/gm },
  { name: "heading-anchor", pattern: /[ \t]{0,4}\{#[\w.-]{1,200}\}[ \t]*$/gm },
  { name: "emphasis", pattern: /\*\*|(?<![\w_])__(?=\S)|(?<=\S)__(?![\w_])/g },
  // Only around a whole line: words stand in a line as the source has them, marks and all.
  {
    name: "emphasis",
    pattern: /^([ \t]*(?:(?:[-*•]|\d{1,2}\.)[ \t]+)?)([*_])(?=[^\s*_])([^*_\n]{1,400})(?<=\S)\2[ \t]*$/gm,
    replacement: (match) => `${match[1] ?? ""}${match[3] ?? ""}`,
  },
  { name: "quote-mark", pattern: /^[ \t]{0,3}(?:>[ \t]?)+(?=[^>\s])/gm },
  {
    name: "thematic-break",
    pattern: /^[ \t]*(?:-[ \t]?){3,}$|^[ \t]*(?:\*[ \t]?){3,}$|^[ \t]*(?:_[ \t]?){3,}$|^[ \t]*={3,}[ \t]*$/gm,
  },
  { name: "code-fence", pattern: /^[ \t]*`{3,}\w{0,20}[ \t]*$/gm },
  {
    name: "table-rule",
    pattern: /^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|)*(?:[ \t]*:?-{2,}:?[ \t]*)?$/gm,
  },
];

export const CHARACTER_RULES: readonly InlineRule[] = [
  // The words of a feed, as it quotes them.
  { name: "cdata", pattern: /<!\[CDATA\[|\]\]>/g },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  { name: "control-character", pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffc]+/g },
  { name: "zero-width", pattern: /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g },
];

/** Dingbats that serve as list markers (❶ ➢ ✓) stay. */
export const EMOJI_RULE: InlineRule = {
  name: "emoji",
  pattern:
    /(?:[\u{1f000}-\u{1ffff}\u2600-\u26ff\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2757\u2763\u2764\u2b50\u2b55]|\ufe0f|\u20e3)+/gu,
};

/** Only in Chinese: `，，` and `，。` are what a cut or a bad merge leaves. The last mark stays. */
export const DOUBLED_COMMA_RULE: InlineRule = { name: "doubled-comma", pattern: /[,，]+(?=[,，、。;；:：])/g };
