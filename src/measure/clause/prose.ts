/** Sentences of running text: what is neither list, heading nor page furniture. */
import type { Span } from "../../model.ts";
import { splitSentences } from "../../text/sentence.ts";
import { isFalseClaim, onlyExcepts } from "../phrase/denial.ts";
import type { Reading } from "../reading.ts";

export interface Sentence extends Span {
  readonly index: number;
  /** A list begins inside of it or right behind it. */
  readonly introduces: boolean;
}

/** `longest`: a longer line is prose that happens to begin so. */
const FURNITURE: readonly { readonly name: string; readonly pattern: RegExp; readonly longest?: number }[] = [
  {
    name: "credit",
    longest: 80,
    pattern:
      /^[([【]?(?:来源|文章来源|稿源|责任编辑|责编|编辑|作者|记者|摄影|原标题|发布时间|发布人|发布日期|字号|分享|标签|浏览|阅读|点击|扫一扫|附件|索 ?引 ?号|主题分类|发文机关|成文日期|标 ?题|发文字号|主 ?题 ?词|相关链接|联系电话|关键词|下载|打印|上一篇|下一篇|本文来源|最后更新|source|tags?|share|photo|image|permalink|copyright)(?:[^。]{0,12}:|[^。,]{0,40}$)/,
  },
  {
    name: "date",
    pattern:
      /^\(?(?:\d{4}|二[〇○0]..)[-年/.]\s?[\d一二三四五六七八九十]+[-月/.][^。]{0,12}(?:\d{1,2}:\d{2}.{0,20})?\)?$/,
  },
  { name: "date", pattern: /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}/ },
  { name: "notice", pattern: /^[([【]?(?:声明|免责|版权|关注)(?:[^。]{0,12}:|[^。,]{0,40}$)/ },
  { name: "address", pattern: /^[^。]{0,60}:$/ },
  { name: "link", pattern: /^(?:https?:|www\.|>>)/ },
  { name: "table", pattern: /\|.*\|/ },
];

/** 某局长主持会议(资料照): what a picture shows. */
const CAPTION = /\((?:资料照片?|资料图片?|档案[照图]片?|图片来源[^()]*|[^()]{2,12}摄影?|图:[^()]{2,16})\)[。.]?$/;
const CAPTION_REACH = 30;
/** A statement, though a picture was credited behind it. */
const DECIDES = /将|拟|\d/;

function isCaption(text: string, { start, end }: Span): boolean {
  const credit = CAPTION.exec(text.slice(Math.max(start, end - CAPTION_REACH), end))?.[0].length;
  return credit !== undefined && !DECIDES.test(text.slice(start, end - credit));
}

/** 举例来说，…: what would be so for somebody made up. */
const EXAMPLE =
  /^(?:举个?例子?(?:来说|来讲|而言|说)?|打个比方|譬如|(?:比如|例如)(?=.{0,40}(?:若(?!干)|如[为果]|按上例))|以[^,。]{2,18}为例|按上例)(?:[,:]|(?=若))/;

const SENTENCE_MARK = /[。!?;]|[.](?:["”)]|\s|$)/;
const SHORTEST = 8;
const LONGEST_READ = 4000;
/** A line end, or a blank or two. */
const CLOSE = 3;

const plain = (words: string): string => words.replace(/[\s\p{P}]+/gu, "");

/** A line that is longer by more than this is no title, whatever its marks and blanks. */
const LONGER = 4;

/** The title is often repeated as a line of the text. */
function repeatsTitle(line: string, title: string): boolean {
  if (title.length < SHORTEST || line.length > title.length * LONGER) return false;
  const words = plain(line);
  return words.length < title.length * 1.5 && (title.includes(words) || words.includes(title));
}

function isTold({ text }: Reading, title: string, line: Span): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_READ));
  if (words.length < SHORTEST) return false;
  if (repeatsTitle(words, title)) return false;
  const opening = words.slice(0, 200);
  return !FURNITURE.some(({ pattern, longest }) => words.length <= (longest ?? words.length) && pattern.test(opening));
}

function isProse(reading: Reading, title: string, line: Span): boolean {
  const words = reading.text.slice(line.start, Math.min(line.end, line.start + LONGEST_READ));
  const sentence = SENTENCE_MARK.test(words) || words.length > (reading.english ? 150 : 40);
  return sentence && isTold(reading, title, line);
}

/** Lines of a text without any sentence, such as the words of a chart: each as good as one. */
export function findLines(reading: Reading): Sentence[] {
  const title = plain(reading.title);
  return reading.lines
    .filter((line) => isTold(reading, title, line))
    .map(({ start, end }, index) => ({ start, end, index, introduces: false }));
}

/** The line without the title that it begins with, where the title has run into the text. */
function withoutTitle({ text, title }: Reading, line: Span): Span {
  if (title.length < SHORTEST || !text.startsWith(title, line.start)) return line;
  const rest = /^[\s,:。!|-]*/.exec(text.slice(line.start + title.length, line.end))?.[0].length ?? 0;
  return { start: line.start + title.length + rest, end: line.end };
}

/** A sentence that only says what does not count belongs to the one before it. */
function joinExceptions(text: string, sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    if (before !== undefined && onlyExcepts(text.slice(sentence.start, sentence.end)))
      joined[joined.length - 1] = { start: before.start, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

/** Sentences outside of the owned regions, which are sorted and apart. */
export function findSentences(reading: Reading, regions: readonly Span[]): Sentence[] {
  const { text, lines } = reading;
  const title = plain(reading.title);
  const sentences: Sentence[] = [];
  let region = 0;
  let ownedTo = 0;
  for (const line of lines) {
    if (!isProse(reading, title, line)) continue;
    for (const sentence of joinExceptions(text, splitSentences(text, withoutTitle(reading, line)))) {
      // A list may begin inside of the sentence that introduces it.
      let end = sentence.end;
      const begins = sentence.start < ownedTo;
      for (let own = regions[region]; own !== undefined && own.start < sentence.end; own = regions[++region]) {
        if (own.start >= ownedTo && own.end > sentence.start) end = Math.min(end, own.start);
        ownedTo = Math.max(ownedTo, own.end);
      }
      const next = regions[region]?.start ?? Number.POSITIVE_INFINITY;
      const introduces = end < sentence.end || next - sentence.end <= CLOSE;
      const words = text.slice(sentence.start, end);
      const told = !isCaption(text, sentence) && !isFalseClaim(words) && !EXAMPLE.test(words);
      if (!begins && told && end > sentence.start)
        sentences.push({ start: sentence.start, end, index: sentences.length, introduces });
    }
  }
  return sentences;
}
