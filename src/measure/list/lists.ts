/** Enumerations: markers that count 1, 2, 3 … become lists of items, and lists inside items become their second level. */
import { splitSentences, trimSpan } from "../../text/sentence.ts";
import type { OnDrop } from "../draft.ts";
import { lineAt, type Reading } from "../reading.ts";
import { whyNoList } from "./false-lists.ts";
import type { Marker } from "./find-markers.ts";
import { findGroups, MOST_LISTS } from "./groups.ts";
import { type List, type ListItem, nestLists, spanOf } from "./nesting.ts";

const LEAD_LENGTH = 80;
/** The last item gets as many lines as the longest before it; nothing marks its end. */
function endOfLast(reading: Reading, markers: readonly Marker[]): number {
  let lines = 0;
  for (let i = 0; i + 1 < markers.length; i++) {
    const next = markers[i + 1]?.start ?? 0;
    lines = Math.max(lines, lineAt(reading, next - 1) - lineAt(reading, markers[i]?.end ?? 0));
  }
  const end = markers.at(-1)?.end ?? 0;
  return Math.max(end, reading.lines[lineAt(reading, end) + lines]?.end ?? reading.text.length);
}

/** What goes on after the last item of a run-in list: 会议还指出…, 各部门要…. */
const NEW_SUBJECT =
  /^(?:会议|会上|各部门|各地|各有关|此外|另外|同时|下一步|下一阶段|接下来|下阶段|总体上?看|总的来看|综上|与此同时|据|记者|[^,。]{2,12}(?:强调|指出|表示|要求)|《|初步匡算|(?:实施)?上述|[^。]{4,60},会议还?(?:决定|确定|指出|强调|要求|明确))/;
const SUBJECT_REACH = 80;
const TAIL_REACH = 2000;

/** A list ends where another subject begins: behind the first sentence, or the first paragraph below a heading. */
function endOfTail(reading: Reading, { end: start, atLine }: Marker, end: number): number {
  const { text, lines } = reading;
  const line = lineAt(reading, start);
  const headed = atLine && !/[。;]/.test(text.slice(start, Math.min(lines[line]?.end ?? start, start + 40)));
  const from = headed ? (lines[line + 1]?.end ?? end) : start;
  const sentences = splitSentences(text, { start: from, end: Math.max(from, Math.min(end, from + TAIL_REACH)) });
  const next = sentences
    .slice(headed ? 0 : 1)
    .find(({ start, end }) => NEW_SUBJECT.test(text.slice(start, Math.min(end, start + SUBJECT_REACH))));
  return next?.start ?? end;
}

function itemsOf(reading: Reading, markers: readonly Marker[]): ListItem[] {
  const { text } = reading;
  const last = markers.at(-1);
  const guess = endOfLast(reading, markers);
  const end = last === undefined ? guess : endOfTail(reading, last, guess);
  return markers.map((marker, i) => {
    const next = markers[i + 1]?.start ?? end;
    const body = trimSpan(text, { start: marker.end, end: Math.max(next, marker.end) });
    return { start: marker.start, end: body.end, body: body.start, level: 1, topic: false };
  });
}

/** All lists with markers in the order of their first items, nested at most two levels deep. */
export function findLists(reading: Reading, onDrop: OnDrop): List[] {
  const { text } = reading;
  const found = findGroups(text).flatMap(({ family, markers }): List[] => {
    const start = markers[0]?.start ?? 0;
    const lead = text.slice(Math.max(0, start - LEAD_LENGTH), start).trimEnd();
    const list: List = { family, items: itemsOf(reading, markers), lead };
    const no = whyNoList(reading, list);
    if (no === undefined) return [list];
    onDrop({ span: spanOf(list), why: "no-list", reasons: [`list:${family}`, no] });
    return [];
  });
  found.sort((a, b) => (a.items[0]?.start ?? 0) - (b.items[0]?.start ?? 0));
  return nestLists(text, found.slice(0, MOST_LISTS), onDrop);
}
