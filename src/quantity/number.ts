/** Numbers as they stand before a unit: 3000, 1,200, 1.3万亿, 三百, 十二万五千, 二点五亿, 2.4 billion, three. */
import { NUMBER_WORDS, parseNumeral } from "../text/numeral.ts";

const DIGIT = "零〇一二两三四五六七八九";
/** Powers of ten. */
const SCALES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  k: 3,
  m: 6,
  hundred: 2,
  thousand: 3,
  million: 6,
  mn: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
};

const ARABIC = "(?:\\d{1,3}(?:,\\d{3}){1,4}(?!\\d)|\\d{1,12})(?:\\.\\d{1,6})?(?![\\d.]\\d)";
const HAN = `[${DIGIT}十百千廿卅]{1,9}(?:点[${DIGIT}]{1,4})?`;
const HAN_REST = `[${DIGIT}十百千]{2,7}`;
/** 千瓦 is a unit, and 百分 begins a share. */
const CHINESE_SCALE = "(?:万亿|千亿|百亿|千万|百万|亿|万|千(?![瓦米克伏卡帕赫焦字比])|百(?!分))";
const ENGLISH_SCALE = "[\\s-]?(?:hundred|thousand|million|billion|trillion|bn|mn|tn)\\b";

/** 3000余家, 30多万套: more than that. */
const OVER = "(?:\\s?[余多])";
export const IS_OVER = /[余多]/;

/** In a shadow. What stands before it is for the rules to judge. */
export const NUMBER = `(?:${ARABIC}(?:${OVER}?\\s?(?:亿\\s?\\d{1,4}万|${CHINESE_SCALE})|${ENGLISH_SCALE})?${OVER}?|${HAN}${OVER}?(?:万亿|亿(?:${HAN}万)?|万(?:${HAN_REST})?)?${OVER}?|\\b(?:${Object.keys(NUMBER_WORDS).join("|")})\\b(?:${ENGLISH_SCALE})?)`;
/** Without a scale, as in 百分之三点五. */
export const PLAIN_NUMBER = `(?:${ARABIC}|${HAN})`;
/** Behind the sign of a currency, where m is no unit of length. */
export const MONEY_NUMBER = `${ARABIC}(?:\\s?${CHINESE_SCALE}|${ENGLISH_SCALE}|[mk]\\b)?`;

/** Digits that have no place of their own: 三五, 二〇二五; colloquial 三百五; 百家 and 千户. */
const NO_VALUE = new RegExp(`[${DIGIT}]{2}(?<!零.)|[百千][一二三四五六七八九]$|^[百千零〇]`, "u");

/** A Chinese numeral as a decimal number; undefined where it tells no single value. */
function readHan(text: string): string | undefined {
  const [whole = "", part] = text.split("点");
  if (NO_VALUE.test(whole)) return undefined;
  const value = parseNumeral(whole);
  if (value === undefined) return undefined;
  return part === undefined ? String(value) : `${value}.${[...part].map((digit) => parseNumeral(digit)).join("")}`;
}

const toDecimal = (text: string): string | undefined =>
  /^[\d.]+$/.test(text) ? text : text in NUMBER_WORDS ? String(NUMBER_WORDS[text]) : readHan(text);

/** 1亿2000万, 十二万五千: what stands behind a scale counts for itself. */
const TERM = /^([\d.]+|[^万亿]+)(万亿|[百千]?[万亿]|[百千]|[a-z]+)?$/;
const ENGLISH_TERM = /^([a-z]+?)(hundred|thousand|million|billion|trillion|[bmt]n)?$/;
const SUM = /^(.+?(?:亿|万))(.+)$/;

/** A number that `NUMBER` matched, and the scale that stands behind it. Undefined where its value is open. */
export function readNumber(source: string): { value: number; scale: string } | undefined {
  const text = source.replace(/[\s,余多-]/g, "");
  const term = ENGLISH_TERM.exec(text) ?? TERM.exec(text);
  if (term !== null) {
    const [, digits = "", scale = ""] = term;
    const decimal = toDecimal(digits);
    return decimal === undefined ? undefined : { value: Number(`${decimal}e${SCALES[scale] ?? 0}`), scale };
  }
  const [, first = "", rest = ""] = SUM.exec(text) ?? [];
  const [more, less] = [readNumber(first), readNumber(rest)];
  return more && less && { value: more.value + less.value, scale: "" };
}
