import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodeHints, decodeBytes } from "../../src/text/decode.ts";

/** 关于印发通知的 and 經濟部發布條例 in their old encodings, so that the test needs no encoder. */
const GBK = "b9d8d3dad3a1b7a2cda8d6aab5c4";
const BIG5 = "b867c0d9b3a1b56fa5acb1f8a8d2";
const GBK_TEXT = "关于印发通知的";
const BIG5_TEXT = "經濟部發布條例";

const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, "hex"));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function join(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? Buffer.from(part, "latin1") : part)]));
}

const xml = (encoding: string | undefined, body: Uint8Array): Uint8Array =>
  join(
    `<?xml version="1.0"${encoding === undefined ? "" : ` encoding="${encoding}"`}?><rss><title>`,
    body,
    "</title></rss>",
  );

const html = (head: string, body: Uint8Array): Uint8Array =>
  join(`<html><head>${head}</head><body><p>`, body, "</p></body></html>");

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hints?: Partial<DecodeHints>;
  readonly text: string;
  readonly encoding: string;
}

const CASES: readonly Case[] = [
  { name: "UTF-8 as declared", bytes: xml("utf-8", utf8(GBK_TEXT)), text: GBK_TEXT, encoding: "UTF-8" },
  { name: "UTF-8 declared as GB2312", bytes: xml("gb2312", utf8(GBK_TEXT)), text: GBK_TEXT, encoding: "UTF-8" },
  {
    name: "UTF-8 that HTTP calls GBK",
    bytes: xml(undefined, utf8(GBK_TEXT)),
    hints: { contentType: "text/xml; charset=GBK" },
    text: GBK_TEXT,
    encoding: "UTF-8",
  },
  {
    name: "UTF-8 cut inside a character",
    bytes: utf8(GBK_TEXT).subarray(0, -1),
    text: GBK_TEXT.slice(0, -1),
    encoding: "UTF-8",
  },
  {
    name: "UTF-8 with one character cut in half",
    bytes: join(utf8(GBK_TEXT), Uint8Array.of(0xe5, 0x85), utf8(GBK_TEXT)),
    text: GBK_TEXT,
    encoding: "UTF-8",
  },
  {
    name: "UTF-8 with a mark, declared as GBK",
    bytes: join(hex("efbbbf"), xml("gbk", utf8("甲"))),
    text: "甲",
    encoding: "UTF-8",
  },
  { name: "GBK as declared", bytes: xml("GBK", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "GBK declared as UTF-8", bytes: xml("utf-8", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "GBK without a word", bytes: xml(undefined, hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  {
    name: "GBK that HTTP calls Latin-1",
    bytes: xml(undefined, hex(GBK)),
    hints: { contentType: "text/xml;charset=ISO-8859-1" },
    text: GBK_TEXT,
    encoding: "gb18030",
  },
  {
    name: "GBK in JSON that HTTP names",
    bytes: join('{"title":"', hex(GBK), '"}'),
    hints: { kind: "json", contentType: 'application/json; charset="gb2312"' },
    text: GBK_TEXT,
    encoding: "gb18030",
  },
  {
    name: "two characters of GBK that pass for UTF-8",
    bytes: xml("gb2312", hex("cda8d6aa")),
    text: "通知",
    encoding: "gb18030",
  },
  { name: "UTF-8 with only a sign, declared as GBK", bytes: xml("gbk", utf8("©")), text: "©", encoding: "UTF-8" },
  {
    name: "GBK's larger set declared as GB2312",
    bytes: xml("gb2312", hex("e946c8ed")),
    text: "镕软",
    encoding: "gb18030",
  },
  { name: "four bytes of GB18030", bytes: xml("gb18030", hex("95328236")), text: "\u{20000}", encoding: "gb18030" },
  { name: "Code page 936", bytes: xml("cp936", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "Big5 as declared", bytes: xml("big5", hex(BIG5)), text: BIG5_TEXT, encoding: "Big5" },
  { name: "Big5 without a word", bytes: xml(undefined, hex(BIG5 + BIG5)), text: BIG5_TEXT, encoding: "Big5" },
  { name: "Shift_JIS", bytes: xml("Shift_JIS", hex("8e59bcc6")), text: "産", encoding: "Shift_JIS" },
  {
    name: "ISO-2022-JP, which is ASCII",
    bytes: xml("iso-2022-jp", hex("1b24423b3a1b2842")),
    text: "産",
    encoding: "ISO-2022-JP",
  },
  {
    name: "UTF-16 with a mark",
    bytes: join(hex("fffe"), utf16(`<rss>${GBK_TEXT}`)),
    text: GBK_TEXT,
    encoding: "UTF-16LE",
  },
  {
    name: "UTF-16 without a mark",
    bytes: utf16(`<rss version="2.0"><title>${GBK_TEXT}`),
    text: GBK_TEXT,
    encoding: "UTF-16LE",
  },
  {
    name: "big-endian UTF-16",
    bytes: utf16(`<rss version="2.0"><title>${GBK_TEXT}`, true),
    text: GBK_TEXT,
    encoding: "UTF-16BE",
  },
  { name: "UTF-32", bytes: hex("fffe00003c00000032750000"), text: "<甲", encoding: "UTF-32LE" },
  {
    name: "Windows-1251",
    bytes: xml("windows-1251", hex("cfeef8ebe8edfb")),
    text: "Пошлины",
    encoding: "windows-1251",
  },
  {
    name: "Latin-1 without a word",
    bytes: xml(undefined, hex("4dfc6c6c657220fc62657220636166e9")),
    text: "Müller über café",
    encoding: "windows-1252",
  },
  { name: "an unknown label", bytes: xml("x-nothing", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "a label for nothing", bytes: xml("iso-2022-kr", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "the name of a method", bytes: xml("constructor", hex(GBK)), text: GBK_TEXT, encoding: "gb18030" },
  { name: "nothing", bytes: new Uint8Array(0), text: "", encoding: "UTF-8" },
];

const PAGES: readonly (readonly [string, string])[] = [
  ["meta charset", "<meta charset=gb2312>"],
  ["meta http-equiv", '<META http-equiv="Content-Type" content="text/html; charset=gb2312">'],
  ["meta after a long script", `<script>${"x".repeat(5000)}</script><meta charset="gbk">`],
  ["meta in a comment first", '<!-- <meta charset="big5"> --><meta charset="gbk">'],
  ["meta that says nothing", '<meta content="charset">'],
  ["meta that lies", '<meta charset="utf-8">'],
];

describe("decodeBytes", () => {
  it.each(CASES)("$name", ({ bytes, hints, text, encoding }) => {
    const decoded = decodeBytes(bytes, { kind: "xml", ...hints });
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
    expect(decoded.text.startsWith("\ufeff")).toBe(false);
  });

  it.each(PAGES)("page with %s", (_, head) => {
    expect(decodeBytes(html(head, hex(GBK)), { kind: "html" })).toMatchObject({ encoding: "gb18030" });
    expect(decodeBytes(html(head, hex(GBK)), { kind: "html" }).text).toContain(GBK_TEXT);
    expect(decodeBytes(html(head, utf8(GBK_TEXT)), { kind: "html" }).text).toContain(GBK_TEXT);
  });

  it("never throws, and reads UTF-8 as it was written", () => {
    const kind = fc.constantFrom("html" as const, "xml" as const, "json" as const);
    fc.assert(
      fc.property(fc.uint8Array(), kind, fc.string(), (bytes, as, contentType) => {
        expect(typeof decodeBytes(bytes, { kind: as, contentType }).text).toBe("string");
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), kind, (text, as) => {
        fc.pre(!/^\ufeff|\0/.test(text));
        expect(decodeBytes(utf8(text), { kind: as }).text).toBe(text);
      }),
    );
  });
});
