/** Lists inside one sentence that the text counts: 五大工程，包括A、B和C. */
import type { Span } from "../../model.ts";
import { matchesOf } from "../../text/matches.ts";
import { parseNumeral } from "../../text/numeral.ts";
import type { List } from "../list/nesting.ts";
import { opensWithAction } from "../phrase/action.ts";
import { makeList } from "./lines.ts";
import { COUNT, FEWEST, MOST_OPENINGS, NUMERALS, SERIES_REACH, splitBy, splitLast } from "./series-parts.ts";

/**
 * 部署五大工程，包括A、B和C: nouns make a list where the text counts them as deeds or findings, not as places or trades;
 * whatever else it counts only if all of them act or begin alike: 三个坚持：坚持A，坚持B，坚持C.
 */
const DONE =
  "方面|方向|主张|倡议|建议|承诺|共识|任务|工程|行动|举措|措施|工作|计划|要求|重点|目标|路径|改革|政策|活动|特点|特征|特色|成效|变化|亮点|看点|优势|突破|原则|事项|面向|趋势|态势|标准|理念";
const COUNTED = new RegExp(
  `(${COUNT})(?:个|大|项|条|点|(?=方面))(?:(?:(?!${COUNT}(?:个|大|项|条|点))[^。;,:]){0,8}(${DONE})(?:展开|推进|入手)?(?:[,:]|应?包括:?|[是为])|[^。;,:${NUMERALS}]{1,8}(?::|,?包括:?))(?:(?:即|分别[是为]|包括|涉及|涵盖):?)?`,
  "g",
);

/** 公路改造16项、桥梁加固6项 */
const haveFigures = (words: readonly string[]): boolean => words.every((item) => /\d/.test(item));

const beginAlike = (words: readonly string[]): boolean =>
  words.every((item) => item.slice(0, 2) === words[0]?.slice(0, 2));

/** 明大德、守公德、严私德 */
const SHORTEST_COUNTED = 3;

/** As many items as the text counts. */
function countedItems(text: string, inner: Span, separator: RegExp, count: number): Span[] | undefined {
  const items = splitLast(text, splitBy(text, inner, separator), count);
  const clean = items.every(
    ({ start, end }) => end - start >= SHORTEST_COUNTED && !/[,;:]/.test(text.slice(start, end)),
  );
  return items.length === count && clean ? items : undefined;
}

export function countedSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  for (const lead of matchesOf(COUNTED, words).slice(0, MOST_OPENINGS)) {
    const count = parseNumeral(lead[1] ?? "") ?? 0;
    if (count < FEWEST && !(count === 2 && lead[0].endsWith(":"))) continue;
    const start = lead.index + lead[0].length;
    const upTo = (end: RegExp): Span => ({
      start: sentence.start + start,
      end: sentence.start + start + words.slice(start).search(end),
    });
    const toEnd = { start: sentence.start + start, end: sentence.end };
    const enumerated = [upTo(/[。;]|,其中|$/), upTo(/[,。;]|$/)].map((inner) => ({ inner, separator: /、/g }));
    const forms = [...enumerated, { inner: toEnd, separator: /[,;]/g }];
    for (const { inner, separator } of forms) {
      const items = countedItems(text, inner, separator, count);
      if (items === undefined) continue;
      const announced = separator.source === "、" || lead[0].endsWith(":");
      const own = items.map(({ start, end }) => text.slice(start, end));
      if ((lead[2] !== undefined && announced) || own.every(opensWithAction) || beginAlike(own) || haveFigures(own))
        return makeList(text, "、", items);
    }
  }
  return undefined;
}
