/** Lines that a mail or a typesetter broke at a fixed width are joined again. */

const HAN = /\p{Script=Han}/u;
const CLOSED = /[。！？；：.!?:;…]["”』」）)]?$/;
const INITIALS = /\b[A-Z]\.[A-Z]\.$/;
/** Does a line end a sentence? In the U.S. it may go on. */
const isClosed = (line: string): boolean => CLOSED.test(line.slice(-2)) && !INITIALS.test(line.slice(-5));

/** The mark of an item, or two wide blanks. */
const OPENS =
  /^(?:\u3000{2}|[-*•·●■◆▪➢|>#]|\d{1,3}[.．、)）]|[（(][一二三四五六七八九十\da-z]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]{1,3}[,，、章条])/;

/** An address that cannot be broken may be longer: one line in so many. */
const LONGER_SHARE = 12;

const FEWEST_BROKEN = 4;

const indentOf = (line: string): number => line.length - line.trimStart().length;

const NO_INDENTS: ReadonlySet<number> = new Set();
/** An indent at which more of the lines stand is that of the whole text. */
const TEXT_SHARE = 0.4;

/** Indents at which so many lines stand that they open nothing. */
function textIndents(lines: readonly string[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  const indents = lines.filter((line) => line.trim() !== "").map(indentOf);
  for (const indent of indents) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= indents.length * TEXT_SHARE).map(([indent]) => indent));
}

/** Begins a paragraph: with a mark, or with an indent that is not the whole text's. */
const opensBelow = (line: string, before: string, ofText: ReadonlySet<number>): boolean =>
  OPENS.test(line.replace(/^[^\S\u3000]+/, "")) ||
  (indentOf(line) >= 2 && (indentOf(line) > indentOf(before) || !ofText.has(indentOf(line))));

type Measure = (line: string) => number;
/** Columns of a line of Chinese: a Latin letter or a digit takes half the room of all else. */
function columnsOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at++) columns += line.charCodeAt(at) < 0x7f ? 1 : 2;
  return columns;
}
const lengthOf: Measure = (line) => line.length;

interface Wrap {
  readonly measure: Measure;
  /** A line that reaches this far goes on in the next. */
  readonly full: number;
}

/**
 * The width at which the lines were broken. Only if most lines that can go on end about there and in the middle of a
 * sentence: a list of short lines is no wrapped text.
 */
function findWrap(lines: readonly string[]): Wrap | undefined {
  const full = lines.filter((line) => line !== "");
  if (full.length < 8) return undefined;
  const han = full.filter((line) => HAN.test(line)).length * 2 > full.length;
  const measure = han ? columnsOf : lengthOf;
  const lengths = full.map(measure).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const slack = han ? 6 : 14;
  const longer = lengths.filter((length) => length > width + slack).length;
  if (width < (han ? 36 : 50) || width > (han ? 170 : 125) || longer * LONGER_SHARE > lengths.length) return undefined;
  const goOn = lines.filter(
    (line, at) => line !== "" && (lines[at + 1] ?? "") !== "" && !OPENS.test(lines[at + 1] ?? ""),
  );
  const broken = goOn.filter((line) => measure(line) >= width - slack && !isClosed(line)).length;
  return broken >= FEWEST_BROKEN && broken * 2 >= goOn.length ? { measure, full: width - slack } : undefined;
}

/** Where the words of an item begin, behind its bullet. */
const hangOf = (line: string): number => /^ *(?:[-*•+]|\d{1,2}\.) +(?=\S)/.exec(line)?.[0].length ?? 0;

/** A line that ends so goes on in the next, however short it is. */
const OPEN_ENDED = /\b(?:an?|the|of|to|in|for|and|or|by|with|from|that)$/;

/** What hangs below an item and begins so is the same sentence, however short the line before. */
const GOES_ON = /^\s*[a-z]/;

/** A sentence ends in the line. */
const HOLDS_STOP = /。|\.["”’]?(?:\s|$)/;

/** A page that was read by a machine often has a blank line behind each line: they part nothing. */
function withoutDoubleSpace(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined): boolean => (line ?? "").trim() === "";
  if (!lines.slice(1).some(isBlank)) return lines;
  const full = lines.filter((line) => !isBlank(line));
  const alone = lines.filter((line, at) => !isBlank(line) && isBlank(lines[at - 1]) && isBlank(lines[at + 1]));
  // Headlines one under the other begin with a capital and end no sentence; the lines of a paragraph do not, and some do.
  const middles = full.filter((line) => GOES_ON.test(line) || HAN.test(line)).length;
  const ends = full.filter((line) => HOLDS_STOP.test(line)).length;
  const double = alone.length * 10 >= full.length * 9 && middles * 10 >= full.length * 3 && ends * 8 >= full.length;
  return double && findWrap(full.map((line) => line.trim())) !== undefined ? full : lines;
}

/** Joins wrapped lines; a blank line, an indent or the mark of an item begins a new one, but not what hangs below an item. */
export function unwrapLines(source: readonly string[]): readonly string[] {
  const lines = withoutDoubleSpace(source);
  const wrap = findWrap(lines.map((line) => line.trim()));
  const ofText = wrap === undefined ? NO_INDENTS : textIndents(lines);
  const { measure, full } = wrap ?? { measure: lengthOf, full: Number.POSITIVE_INFINITY };
  const joined: string[][] = [];
  let above = "";
  let previous = "";
  let hang = 0;
  for (const line of lines) {
    const item = hangOf(line);
    const hangs = hang > 0 && item === 0 && indentOf(line) === hang;
    const open = (hangs || (wrap !== undefined && OPEN_ENDED.test(previous))) && GOES_ON.test(line);
    const goes =
      (measure(previous) + (hangs ? hang : 0) >= full || open) &&
      !isClosed(previous) &&
      line.trim() !== "" &&
      !(hangs ? OPENS.test(line.trimStart()) : opensBelow(line, above, ofText));
    if (goes) joined.at(-1)?.push(line.trim());
    else joined.push([line]);
    if (!hangs) hang = item;
    above = line;
    previous = line.trim();
  }
  return joined.map((parts) => parts.map((part, index) => gapBefore(parts[index - 1], part) + part).join(""));
}

/** Chinese is joined without a space. */
function gapBefore(before: string | undefined, part: string): string {
  return before === undefined || HAN.test(before.slice(-1) + part.slice(0, 1)) ? "" : " ";
}

/** 二⏎十: one numeral in two lines, and no item of its own in the second. */
const partsNumeral = (before: string, after: string): boolean =>
  before === "十" || (/[二三四五六七八九]/.test(before) && after.startsWith("十"));

/** What a page holds between the tags of a paragraph, an item or a cell, no other block among it. */
const PARAGRAPH =
  /(?<=<(?:p|li|td|th|dd|dt|h[1-6])(?:\s[^<>]{0,400})?>)[^<]*(?:<(?!\/?(?:p|li|ul|ol|dl|dd|dt|div|table|tr|td|th|h[1-6]|hr|pre|blockquote)[\s/>])[^<]*)*(?=<\/(?:p|li|td|th|dd|dt|h[1-6])\s*>)/gi;

/**
 * The line ends in the source of a paragraph are blanks to whoever reads the page. Blank lines and marks of items stay
 * apart: a program put a text with lines of its own between two tags.
 */
export const joinParagraphs = (markup: string): string =>
  markup.replace(PARAGRAPH, (words) =>
    words
      .replace(/^\s*\n\s*/, "")
      .replace(/(\S)[^\S\n]*\n[^\S\n]*(?=(\S.{0,5}))/g, (end, before: string, after: string) =>
        OPENS.test(after) && !partsNumeral(before, after) ? end : before + gapBefore(before, after),
      ),
  );
