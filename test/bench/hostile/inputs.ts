/** What breaks parsers, in any size, and what is normal beside it. */

export interface Input {
  readonly name: string;
  /** About so many bytes. */
  readonly make: (size: number) => Buffer;
}

const fill = (size: number, piece: string, before = "", after = ""): Buffer =>
  Buffer.from(before + piece.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(piece)))) + after);
const count = (size: number, length: number, piece: (i: number) => string): string =>
  Array.from({ length: Math.floor(size / length) }, (_, i) => piece(i)).join("");

const SENTENCE = "工业和信息化部表示，将支持三百家企业改造设备，安排资金二十亿元，六月底前完成。";
const PARAGRAPHS = `<p>${SENTENCE.repeat(3)}</p>`.repeat(6);

const RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>政策</title>';
const RSS_END = "</channel></rss>";
const ITEM = `${RSS}<item><title>甲</title><link>https://example.org/1.html</link><description>`;
const ITEM_END = `</description></item>${RSS_END}`;
const CDATA = `${ITEM}<![CDATA[`;
const CDATA_END = `]]>${ITEM_END}`;

export const NORMAL_FEED: Input = {
  name: "normal feed",
  make: (size) => {
    const items = count(
      size,
      2400,
      (i) =>
        `<item><title>第${i}号通知</title><link>https://example.org/${i}.html</link><guid>${i}</guid><pubDate>Mon, 03 Apr 2023 10:00:00 +0800</pubDate><description><![CDATA[${PARAGRAPHS}]]></description></item>\n`,
    );
    return Buffer.from(RSS + items + RSS_END);
  },
};

const ENTITIES = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join("");

export const HOSTILE_FEEDS: readonly Input[] = [
  { name: "one letter", make: (size) => fill(size, "a") },
  {
    name: "one letter in a title",
    make: (size) => fill(size, "a", `${RSS}<item><title>`, `</title></item>${RSS_END}`),
  },
  { name: "one character in a description", make: (size) => fill(size, "长", ITEM, ITEM_END) },
  { name: "spaces", make: (size) => fill(size, " ") },
  { name: "zero bytes", make: (size) => Buffer.alloc(size) },
  { name: "bytes of no encoding", make: (size) => Buffer.alloc(size, 0xff) },
  { name: "less-than signs", make: (size) => fill(size, "<", RSS) },
  { name: "open tags in CDATA", make: (size) => fill(size, "<div ", CDATA, CDATA_END) },
  { name: "tag soup", make: (size) => fill(size, "<b><i></b><p <td></table></i>甲", CDATA, CDATA_END) },
  { name: "tag soup for a feed", make: (size) => fill(size, "<item><b></item><title></channel>") },
  { name: "nesting", make: (size) => fill(size, "<a>", RSS) },
  { name: "nesting in an item", make: (size) => fill(size, "<a>", ITEM) },
  { name: "nesting in CDATA", make: (size) => fill(size, "<div>", CDATA, CDATA_END) },
  {
    name: "entity bomb",
    make: (size) => fill(size, "&e12;", `<!DOCTYPE rss [<!ENTITY e0 "a">${ENTITIES}]>${ITEM}`, ITEM_END),
  },
  {
    name: "entities declared",
    make: (size) =>
      Buffer.from(`<!DOCTYPE rss [${count(size, 20, (i) => `<!ENTITY e${i} "a">`)}]>${ITEM}&e1;${ITEM_END}`),
  },
  { name: "ampersands", make: (size) => fill(size, "&", ITEM, ITEM_END) },
  { name: "unclosed CDATA", make: (size) => fill(size, "着力提振制造业投资。", CDATA) },
  { name: "CDATA never closed", make: (size) => fill(size, "<![CDATA[", ITEM) },
  { name: "comments never closed", make: (size) => fill(size, "<!--", RSS) },
  { name: "brackets", make: (size) => fill(size, "]", CDATA, CDATA_END) },
  { name: "scripts never closed", make: (size) => fill(size, "<script>", CDATA, CDATA_END) },
  { name: "items without end", make: (size) => fill(size, "<item>", RSS) },
  { name: "empty items", make: (size) => fill(size, "<item/>", RSS, RSS_END) },
  {
    name: "attributes",
    make: (size) => Buffer.from(`${RSS}<item ${count(size, 10, (i) => `a${i}="b" `)}><guid>1</guid></item>${RSS_END}`),
  },
  { name: "quotes never closed", make: (size) => fill(size, '<a b="', RSS) },
  { name: "JSON lists", make: (size) => fill(size, "[", '{"version":"https://jsonfeed.org/version/1.1","items":[') },
  {
    name: "JSON items",
    make: (size) => fill(size, "{},", '{"version":"https://jsonfeed.org/version/1.1","items":[', "{}]}"),
  },
];

const PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body><div class="content">';
const PAGE_END = "</div></body></html>";

export const NORMAL_PAGE: Input = {
  name: "normal page",
  make: (size) => {
    const menu = count(
      8000,
      100,
      (i) => `<li><a href="/a/${i}.html">第${i}条新闻的标题</a><span>2023-04-0${(i % 9) + 1}</span></li>\n`,
    );
    const block = `<ul>${menu}</ul><div class="text">${PARAGRAPHS.repeat(3)}</div>`;
    return fill(size, block, PAGE, PAGE_END);
  },
};

const inPage = (name: string, piece: string): Input => ({ name, make: (size) => fill(size, piece, PAGE, PAGE_END) });

export const HOSTILE_PAGES: readonly Input[] = [
  { name: "one letter", make: (size) => fill(size, "a") },
  inPage("one letter in a page", "a"),
  inPage("one character", "长"),
  inPage("spaces", " "),
  inPage("line breaks", "\n"),
  inPage("ideographic spaces", "\u3000"),
  { name: "zero bytes", make: (size) => Buffer.alloc(size) },
  { name: "bytes of no encoding", make: (size) => Buffer.alloc(size, 0xff) },
  { name: "meta tags", make: (size) => fill(size, "<meta ") },
  inPage("less-than signs", "<"),
  inPage("open tags", "<div "),
  inPage("tag soup", "<b><i></b><p <td></table></i>甲"),
  inPage("nesting", "<div>"),
  inPage("nesting of tables", "<table><tr><td>"),
  inPage("nesting of lists", "<ul><li>甲"),
  inPage("scripts never closed", "<script>"),
  inPage("comments never closed", "<!--"),
  inPage("paragraphs", "<p>"),
  inPage("line break tags", "<br>"),
  inPage("spans", "<span>着</span>"),
  inPage("entities", "&nbsp;"),
  inPage("ampersands", "&"),
  inPage("links", '<li><a href="/2023/1.html">关于做好工作的通知</a> 2023-04-06</li>'),
  {
    name: "links that differ",
    make: (size) =>
      Buffer.from(
        PAGE + count(size, 60, (i) => `<p class="c${i}"><a href="/${i}">关于第${i}项的通知</a></p>`) + PAGE_END,
      ),
  },
  inPage("links in one line", '<a href="/1.html">通知</a>'),
  {
    name: "attributes",
    make: (size) => Buffer.from(`${PAGE}<p ${count(size, 10, (i) => `a${i}="b" `)}>甲</p>${PAGE_END}`),
  },
  inPage("dates", "2023-04-06 "),
  inPage("digits", "1"),
  inPage("markers of lists", "一、"),
  inPage("short items", "<p>（一）推进。</p>"),
  inPage("brackets", "（"),
  inPage("quotes", "“"),
  inPage("commas", "，"),
  inPage("enumeration commas", "推进、"),
  inPage("pinyin", "當(dāng)"),
  inPage("colons", "发布时间："),
  inPage("questions", "若甲吗？"),
  inPage("measures in one line", "着力提振制造业投资；"),
  inPage("years", "2023年一季度"),
];
