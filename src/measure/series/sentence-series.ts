/** Lists whose items are the sentences of one paragraph: 甲公司：…。乙公司：…。; 必须A。必须B。必须C。 */
import type { Span } from "../../model.ts";
import { trimSpan } from "../../text/sentence.ts";
import type { List } from "../list/nesting.ts";
import type { Reading } from "../reading.ts";
import { makeList } from "./lines.ts";
import { FEWEST } from "./series-parts.ts";

/** 甲公司：…, also with its number on the exchange. */
const LABELLED =
  /^(?!问|答|记者|主持|网友|嘉宾|时间|地点|联系|电话|地址|作者|编辑|来源|票价|导演|主演|编剧|日期|对象|名称)[\p{L}\p{N}]{2,10}(?:\(\w{3,12}\))?:(?=\S{6})/u;
export const isLabelled = (words: string): boolean => LABELLED.test(words.slice(0, 40));

/** 甲公司：…。乙公司：…。丙公司：…。 */
function labelSeries(text: string, line: Span, sentences: readonly Span[]): List | undefined {
  const items = sentences.map((sentence, i) => {
    if (i > 0) return sentence;
    const comma = text.slice(sentence.start, sentence.start + 30).search(/讯[,:]/);
    return comma < 0 ? sentence : trimSpan(text, { start: sentence.start + comma + 2, end: sentence.end });
  });
  const labelled = items.filter(({ start, end }) => isLabelled(text.slice(start, end)));
  if (labelled.length < FEWEST || labelled.length * 5 < items.length * 4 || line.end - line.start < 40)
    return undefined;
  return makeList(text, "甲：", labelled);
}

/** 办理方式如下：: what announces the sentences behind it. */
const SENTENCES_LEAD = /(?:如下|以下|下列)[^。;:]{0,12}:/;
const LONGEST_SENTENCE = 60;
/** What a notice closes with, and what somebody says of it. */
const NO_ITEM = /^(?:特此|本(?:公告|通告|通知|办法|规定)|会议|发言人|记者|[^,。]{2,8}(?:表示|指出|强调))/;

/** 办理方式如下：实行预约制。访客登记。每日限一次。 */
function sentenceSeries(text: string, sentences: readonly Span[]): List | undefined {
  const at = sentences.findIndex(({ start, end }) => SENTENCES_LEAD.test(text.slice(start, end)));
  const first = sentences[at];
  if (first === undefined) return undefined;
  const lead = SENTENCES_LEAD.exec(text.slice(first.start, first.end));
  const rest = trimSpan(text, { start: first.start + (lead?.index ?? 0) + (lead?.[0].length ?? 0), end: first.end });
  const told = rest.end > rest.start ? [rest, ...sentences.slice(at + 1)] : [];
  const short = told.every(
    ({ start, end }) =>
      end - start <= LONGEST_SENTENCE && !/[:;]/.test(text.slice(start, end)) && !NO_ITEM.test(text.slice(start, end)),
  );
  return told.length >= FEWEST && short ? makeList(text, "如下", told) : undefined;
}

/** 必须A，…。必须B，…。必须C，…。: what must be, one sentence each. */
const MUST = "必须|坚持|严禁|禁止|不得";
const OPENS_WITH_MUST = new RegExp(`^(?:${MUST})(?=..)`);
/** 基本原则——坚持…: before the first of them. */
const BEFORE_MUST = new RegExp(`^[^,。;]{2,14}(?:[-—]{2}|:)(?=${MUST})`);
const BEFORE_REACH = 20;
/** Is said of each item and is left out; 不得 and 坚持 are part of theirs. */
const CUT_OPENING = "必须";

function alikeSentences(text: string, sentences: readonly Span[]): List | undefined {
  const told = sentences.map(({ start, end }) => ({
    start: start + (BEFORE_MUST.exec(text.slice(start, Math.min(end, start + BEFORE_REACH)))?.[0].length ?? 0),
    end,
  }));
  const openings = told.map(({ start, end }) => OPENS_WITH_MUST.exec(text.slice(start, Math.min(end, start + 4)))?.[0]);
  for (let from = 0; from < told.length; from++) {
    const own = openings[from];
    if (own === undefined || openings[from - 1] === own) continue;
    let to = from;
    while (openings[to] === own) to++;
    const skip = own === CUT_OPENING ? own.length : 0;
    if (to - from > FEWEST)
      return makeList(
        text,
        own,
        told.slice(from, to).map(({ start, end }) => ({ start: start + skip, end })),
      );
  }
  return undefined;
}

/** The list that the sentences of a line make. */
export const findSentenceSeries = (
  { text, english }: Reading,
  line: Span,
  sentences: readonly Span[],
): List | undefined =>
  labelSeries(text, line, sentences) ??
  (english ? undefined : (sentenceSeries(text, sentences) ?? alikeSentences(text, sentences)));
