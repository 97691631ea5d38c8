/** Documents for the contract: any that the core might send, and such as a hostile feed would like it to send. */
import fc from "fast-check";
import { type Block, type Document, type Inline, link, strong, text } from "../../src/document.ts";

/** What text from a feed must not set off on any platform. */
export const HOSTILE: readonly string[] = [
  "<!channel> 立即转账 <!here|x> <!everyone> <!subteam^S123>",
  "<@U0BOT> <@123456789012345678> <#C1|general> <https://evil.example|某部官网>",
  "@everyone @here @channel",
  "*粗体* _斜体_ ~删除~ `代码` ```代码块``` **粗** __下__ ||藏|| ~~删~~",
  "> 引用\n>>> 引用\n# 标题\n-# 小字\n- 项目\n1. 项目",
  "[某部官网](https://evil.example) :warning: <:emoji:123> <t:0:R> </cmd:1>",
  "a & b < c > d &lt;!channel&gt; &amp;",
  "控制\u0000\u0007\u001b[2J\r字\u202e倒\u2066序",
  "半个\ud83d字符\udc00",
];

const URL_OF_TRUST = "https://a.example/1";

/** It says the same in every place where text may stand. */
export const hostileDocument = (said: string): Document => {
  const marked = link(said, URL_OF_TRUST, [{ start: 1, end: 2 }]);
  const inlines: Inline[] = [text(said), strong(said), link(said, URL_OF_TRUST), marked];
  const odd: Inline[] = [link("甲", "javascript:alert(1)"), link("乙", "https://a.example/<!channel>|x y?a=b&c=d")];
  return {
    title: said,
    blocks: [
      { type: "heading", level: 2, inlines },
      { type: "heading", level: 3, inlines: [link(said, URL_OF_TRUST)] },
      { type: "heading", level: 3, inlines: [marked] },
      { type: "note", inlines: [text(said)] },
      { type: "list", ordered: true, items: [{ inlines, children: [{ inlines }] }] },
      { type: "note", inlines },
      { type: "paragraph", inlines: [...inlines, ...odd] },
      { type: "note", inlines: odd },
      { type: "actions", actions: [{ label: said, command: `/policy ${said}` }] },
    ],
  };
};

const pieces = fc.constantFrom(
  "扩大有效投资",
  "，",
  "&",
  "<",
  "新能源汽车",
  "🚗",
  "grid ",
  "2028",
  "*",
  "_",
  "\n",
  "𠮷",
);
const words = (maxLength: number) =>
  fc.array(pieces, { minLength: 1, maxLength }).map((chosen) => `字${chosen.join("")}`);
const aText = fc.oneof({ weight: 60, arbitrary: words(12) }, { weight: 1, arbitrary: words(1_200) });

const anInline: fc.Arbitrary<Inline> = fc.oneof(
  aText.map(text),
  words(12).map(strong),
  fc.tuple(words(20), fc.webUrl({ withQueryParameters: true })).map(([value, url]) => link(value, url)),
  words(20).map((value) => link(value, URL_OF_TRUST, [{ start: 0, end: 1 }])),
);
const inlines = fc.array(anInline, { minLength: 1, maxLength: 4 });
const items = fc.array(
  fc.record({
    inlines,
    children: fc.array(fc.record({ inlines }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const actions = fc.array(
  fc.record({ label: words(40), command: words(20).map((query) => `/policy ${query}`), danger: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

const aBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("heading" as const), level: fc.constantFrom(2 as const, 3 as const), inlines }),
  fc.record({ type: fc.constant("paragraph" as const), inlines }),
  fc.record({ type: fc.constant("list" as const), ordered: fc.boolean(), start: fc.nat(300), items }),
  fc.record({ type: fc.constant("note" as const), inlines }),
  fc.constant({ type: "divider" as const }),
  fc.record({ type: fc.constant("actions" as const), actions }),
);

export const anyDocument: fc.Arbitrary<Document> = fc.record({
  title: words(60),
  blocks: fc.array(aBlock, { minLength: 1, maxLength: 70 }),
});
