/** Numerals: 二十一, 廿一, 〇, 两, the digits people mix in, and the English words that texts use. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** English numbers that are written as words, in lower case. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** Body of a character class that matches any character of a numeral; for use in rules. */
export const NUMERAL_CHARACTERS = "零〇○一二两三四五六七八九十百千廿卅";

/**
 * Reads a whole numeral up to 9999, in simplified Chinese or ASCII digits. 二〇二二 is read digit by digit. Undefined if it
 * is none.
 */
export function parseNumeral(source: string): number | undefined {
  if (/^\d{1,9}$/.test(source)) return Number(source);
  const text = source.replaceAll("廿", "二十").replaceAll("卅", "三十");
  const chars = [...text];
  if (chars.length === 0) return undefined;
  if (chars.every((char) => DIGITS[char] !== undefined)) {
    return Number(chars.map((char) => DIGITS[char]).join(""));
  }
  let total = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const unit = UNITS[char];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = undefined;
    } else if (DIGITS[char] !== undefined) {
      digit = DIGITS[char];
    } else {
      return undefined;
    }
  }
  return total + (digit ?? 0);
}
