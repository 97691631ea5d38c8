/**
 * Bytes to text. The ladder: byte order mark, UTF-16 by its zero bytes, valid UTF-8 (over any label), HTTP charset, the
 * document's own declaration, and last what the bytes look like. A label that the bytes contradict is passed over.
 */
import { labelToName, TextDecoder } from "@exodus/bytes/encoding.js";
import sniffHtmlEncoding from "html-encoding-sniffer";

export interface DecodeHints {
  /** The HTTP header as it came. */
  readonly contentType?: string | undefined;
  readonly kind: "html" | "xml" | "json";
}

export interface DecodedText {
  readonly text: string;
  /** Name by the WHATWG Encoding Standard, `UTF-8`, `gb18030`. */
  readonly encoding: string;
}

/** Bytes that are looked at for a declaration: pages put scripts and comments before their `meta`. */
const HEAD_BYTES = 16_384;
/** Bytes that are looked at to judge what an unlabelled text is. */
const SAMPLE_BYTES = 262_144;

/** Labels seen in the wild that the standard does not know. */
const LABEL_ALIASES: Readonly<Record<string, string>> = {
  cp936: "gb18030",
  ms936: "gb18030",
  "euc-cn": "gb18030",
  euccn: "gb18030",
  "gb2312-80": "gb18030",
  "gb18030-2000": "gb18030",
  "gb18030-2005": "gb18030",
  "hz-gb-2312": "gb18030",
  cp950: "big5",
  ms950: "big5",
  cp932: "shift_jis",
  utf8mb4: "utf-8",
  "utf-8n": "utf-8",
};

function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const clean = label.trim().toLowerCase();
  const name = labelToName(LABEL_ALIASES[clean] ?? clean);
  if (name === null || name === "replacement" || name === "x-user-defined") return undefined;
  // GB18030 contains GB2312 and GBK, and sites that declare the smaller ones use its characters.
  return name === "GBK" ? "gb18030" : name;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

function encodingOfBom(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8";
  if (a === 0xff && b === 0xfe) return "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  return undefined;
}

/** Markup is mostly ASCII, so every other byte of UTF-16 is zero at the start. */
function encodingOfZeroBytes(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 512) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(2, length / 10);
  if (odd >= enough && even * 8 < odd) return "UTF-16LE";
  if (even >= enough && odd * 8 < even) return "UTF-16BE";
  return undefined;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** Bytes that a UTF-8 character takes by its first byte; 0 where none begins. */
function utf8Length(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Counts the characters beyond ASCII that are whole in UTF-8, and the places where none is. */
function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes[i] ?? 0);
    let end = i + 1;
    while (end < i + length && isContinuation(bytes[end])) end++;
    if (length > 1 && end === i + length) whole++;
    // What is cut off by the end of the body says nothing against UTF-8.
    else if (length !== 1 && !(length > 0 && end === bytes.length)) broken++;
    i = end;
  }
  return { whole, broken };
}

/** True for texts whose characters beyond ASCII are nearly all pairs of the GB 2312 plane, as Chinese is and Latin-1 is not. */
function looksLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0;
  let others = 0;
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let i = 0; i < length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1 && trail <= 0xfe) {
      pairs++;
      i++;
    } else others++;
  }
  return pairs > others * 8;
}

function declaredLabel(bytes: Uint8Array, kind: DecodeHints["kind"]): string | undefined {
  if (kind === "json") return undefined;
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const declaration = /^[^<]{0,1024}<\?xml[^>]{0,256}?\sencoding\s{0,9}=\s{0,9}["']\s{0,9}([\w.:-]{1,40})/i.exec(
    head,
  )?.[1];
  if (kind === "xml") return declaration;
  return (
    prescanHtml(bytes) ??
    declaration ??
    /<meta\s[^>]{0,256}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(head)?.[1]
  );
}

function prescanHtml(bytes: Uint8Array): string | undefined {
  try {
    const none = "x-user-defined";
    const name = sniffHtmlEncoding(bytes, { defaultEncoding: none });
    return name === none ? undefined : name;
  } catch {
    // The prescan runs off the end of `content="charset"`; such a page declares nothing.
    return undefined;
  }
}

/** Never throws: what no encoding explains is shown with U+FFFD. */
export function decodeBytes(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  const encoding = chooseEncoding(bytes, hints);
  return { text: decodeAs(bytes, encoding), encoding };
}

function chooseEncoding(bytes: Uint8Array, hints: DecodeHints): string {
  const sure = encodingOfBom(bytes) ?? encodingOfZeroBytes(bytes);
  if (sure !== undefined) return sure;
  const http = encodingOf(/charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(hints.contentType ?? "")?.[1]);
  const declared = encodingOf(declaredLabel(bytes, hints.kind));
  const utf8 = countUtf8(bytes);
  // Seven-bit Japanese is valid UTF-8 that says nothing.
  const sevenBit = [http, declared].find((name) => name === "ISO-2022-JP");
  if (sevenBit !== undefined && utf8.whole + utf8.broken === 0) return sevenBit;
  if (utf8.broken === 0) return "UTF-8";
  // A few characters cut in half (a summary shortened by bytes) do not make a text anything else.
  if (utf8.whole >= utf8.broken * 8) return "UTF-8";
  const labels = [http, declared].filter((name) => name !== undefined && !name.startsWith("UTF-"));
  // Latin-1 is what servers say when nobody told them; it fits any bytes and so proves nothing.
  const label = labels.find((name) => name !== "windows-1252");
  if (label !== undefined) return label;
  if (looksLikeGb(bytes)) return "gb18030";
  return "windows-1252";
}
