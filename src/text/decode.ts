/**
 * Bytes to text. The ladder: byte order mark, UTF-16 by its zero bytes, valid UTF-8 (over any label), HTTP charset, the
 * document's own declaration, and last what the bytes look like. A label that the bytes contradict is passed over.
 */
import { isomorphicDecode, labelToName, TextDecoder } from "@exodus/bytes/encoding.js";
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
const LABEL_ALIASES: ReadonlyMap<string, string> = new Map([
  ["cp936", "gb18030"],
  ["ms936", "gb18030"],
  ["euc-cn", "gb18030"],
  ["euccn", "gb18030"],
  ["gb2312-80", "gb18030"],
  ["gb18030-2000", "gb18030"],
  ["gb18030-2005", "gb18030"],
  ["cp950", "big5"],
  ["ms950", "big5"],
  ["cp932", "shift_jis"],
  ["utf8mb4", "utf-8"],
  ["utf-8n", "utf-8"],
]);

function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const clean = label.trim().toLowerCase();
  const name = labelToName(LABEL_ALIASES.get(clean) ?? clean);
  if (name === null || name === "replacement" || name === "x-user-defined") return undefined;
  // GB18030 contains GB2312 and GBK, and sites that declare the smaller ones use its characters.
  return name === "GBK" ? "gb18030" : name;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return encoding.startsWith("UTF-32")
    ? decodeUtf32(bytes, encoding === "UTF-32LE")
    : new TextDecoder(encoding).decode(bytes);
}

/** The standard dropped it; a few old generators have not. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: string[] = [];
  let codes: number[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, littleEndian);
    if (i > 0 || code !== 0xfeff) codes.push(code <= 0x10ffff ? code : 0xfffd);
    if (codes.length === 4096) {
      chunks.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return chunks.join("") + String.fromCodePoint(...codes);
}

function encodingOfBom(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "UTF-32LE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32BE";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8";
  if (a === 0xff && b === 0xfe) return "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  return undefined;
}

/** Markup begins with ASCII, so the other bytes of UTF-16 and UTF-32 are zero there. */
function encodingOfZeroBytes(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 512) & ~3;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 4] = (zeros[i % 4] ?? 0) + 1;
  const most = length / 4 / 2;
  const pattern = zeros.map((count) => (count > 0 && count >= most ? "0" : "x")).join("");
  return length === 0 ? undefined : ZERO_PATTERNS[pattern];
}

const ZERO_PATTERNS: Readonly<Record<string, string>> = {
  x0x0: "UTF-16LE",
  "0x0x": "UTF-16BE",
  x000: "UTF-32LE",
  "000x": "UTF-32BE",
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** Bytes that a UTF-8 character takes by its first byte; 0 where none begins. */
function utf8Length(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

interface Utf8Count {
  /** Characters beyond ASCII that are whole: accented letters and the like, others of two bytes, those of more. */
  latin: number;
  short: number;
  long: number;
  /** Places where none is. */
  broken: number;
}

function countUtf8(bytes: Uint8Array): Utf8Count {
  const count = { latin: 0, short: 0, long: 0, broken: 0 };
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes[i] ?? 0);
    let end = i + 1;
    while (end < i + length && isContinuation(bytes[end])) end++;
    if (length > 1 && end === i + length) {
      if (length > 2) count.long++;
      else if ((bytes[i] ?? 0) <= 0xc3) count.latin++;
      else count.short++;
    }
    // What is cut off by the end of the body says nothing against UTF-8.
    else if (length !== 1 && !(length > 0 && end === bytes.length)) count.broken++;
    i = end;
  }
  return count;
}

/**
 * What bytes beyond ASCII without a usable label are, by the second bytes of their pairs: Chinese in GB 2312 has high
 * ones, Big5 has low ones among them, and after an accented letter of Latin-1 comes nearly always a plain one.
 */
function encodingOfPairs(bytes: Uint8Array): string {
  let high = 0;
  let low = 0;
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let i = 0; i < length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (lead >= 0x81 && trail >= 0xa1) {
      high++;
      i++;
    } else low++;
  }
  if (high >= 2 && low * 8 <= high) return "gb18030";
  return high >= 8 && low <= high * 1.5 ? "Big5" : "windows-1252";
}

function declaredLabel(bytes: Uint8Array, kind: DecodeHints["kind"]): string | undefined {
  if (kind === "json") return undefined;
  const head = isomorphicDecode(bytes.subarray(0, HEAD_BYTES));
  const declaration = /<\?xml\s[^>]{0,256}?encoding\s{0,9}=\s{0,9}["']\s{0,9}([\w.:-]{1,40})/i.exec(head)?.[1];
  if (kind === "xml") return declaration;
  const meta = /<meta\s[^>]{0,256}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(head)?.[1];
  return prescanHtml(bytes) ?? declaration ?? meta;
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
  const labels = [http, declared].filter((name) => name !== undefined && !name.startsWith("UTF-"));
  const whole = utf8.latin + utf8.short + utf8.long;
  // Seven-bit Japanese is ASCII to every other reading.
  if (whole + utf8.broken === 0) return labels.find((name) => name === "ISO-2022-JP") ?? "UTF-8";
  // Two Chinese characters in GBK may pass for two letters in UTF-8; three bytes in a row do not pass by chance.
  const doubtful = utf8.latin + utf8.long === 0 && labels.some((name) => name === "gb18030" || name === "Big5");
  // A few characters cut in half (a summary shortened by bytes) do not make a text anything else.
  if (!doubtful && whole >= utf8.broken * 2) return "UTF-8";
  // Latin-1 is what servers say when nobody told them; it fits any bytes and so proves nothing.
  return labels.find((name) => name !== "windows-1252") ?? encodingOfPairs(bytes);
}
