/** Items of lists become measures. */
import type { DropReason, Span } from "../../model.ts";
import { countLeading } from "../../text/ascending.ts";
import type { Draft, OnDrop } from "../draft.ts";
import { judgeItems } from "../kind/kind.ts";
import { IS_QUESTION } from "../phrase/cues.ts";
import { whyNotTold } from "../phrase/denial.ts";
import { cutHeadline } from "../phrase/headline.ts";
import type { Reading } from "../reading.ts";
import type { List, ListItem } from "./nesting.ts";

const SHORTEST = 2;
/** A list counts more surely than any clause of running text. */
const SCORES: Readonly<Record<Draft["kind"], number>> = { measure: 0.95, finding: 0.8, other: 0.6 };

interface Stated {
  readonly item: ListItem;
  readonly headline: Span;
  readonly words: string;
}

const ENDED = /[。;!?.]["”)]?$/;

/** A heading has its line to itself, above its text. */
const HEADING_LINE = /^[^\n]*[^\n。;!?.,:]\n/;

/** A page's excerpt breaks off: its last item ends without the mark that all others end with, and is no heading as they are. */
function breaksOff(text: string, items: readonly ListItem[], headline: Span): boolean {
  const last = items.at(-1);
  if (last === undefined || headline.end < last.end || text.slice(last.end).trim() !== "") return false;
  const endOf = ({ start, end }: ListItem): boolean => ENDED.test(text.slice(Math.max(start, end - 3), end));
  const others = items.slice(0, -1);
  if (endOf(last) || others.length === 0 || !others.every(endOf)) return false;
  return !others.every(({ body, end }) => HEADING_LINE.test(text.slice(body, end)));
}

/** Where the first list inside of an item begins, behind words of its own: not 将(1)…, but 报送要求 1.…, which lost its line end. */
function innerStart(text: string, inner: readonly number[], body: number): number {
  const next = inner[countLeading(inner, (start) => start <= body)] ?? Number.POSITIVE_INFINITY;
  if (next >= body + SHORTEST_LEAD || /\s/.test(text[next - 1] ?? "")) return next;
  return inner[countLeading(inner, (start) => start < body + SHORTEST_LEAD)] ?? Number.POSITIVE_INFINITY;
}

/** The items that state something, with their headlines. */
function stateItems({ text, english }: Reading, list: List, inner: readonly number[], onDrop: OnDrop): Stated[] {
  const untold = whyNotTold(leadOf(text, list));
  return list.items.flatMap((item): Stated[] => {
    const below = Math.min(item.end, innerStart(text, inner, item.body));
    const headline = cutHeadline(text, { start: item.body, end: below }, english);
    const words = text.slice(headline.start, headline.end);
    const why = untold ?? whyNoStatement(text, list, item, headline);
    if (why === undefined) return [{ item, headline, words }];
    onDrop({ span: headline, why, reasons: [`list:${list.family}`] });
    return [];
  });
}

/** An item says something before a list inside of it: not 将(1)… . */
const SHORTEST_LEAD = 8;
const LONGEST_LEAD = 200;
const LEADS = /^[^。;!?\n]+:$/;
/** Numbered paragraphs below a bullet: it is their heading. */
const NUMBERED_BELOW = /^[^\n]{3,60}[^\n.:;]\n(?:\{[^}\n]*\}\n)?\d{1,2}\. /;

/** 4.咨询电话：…, 风险提示：… */
const CONTACT_OR_NOTICE =
  /^(?:(?:咨询|联系|举报|服务|监督|投诉)?(?:电话|热线|传真|邮箱)[:(]|(?:风险(?:提示|因素)|免责声明):)/;

/** An item that only leads to what stands below it. */
function leadsOn(text: string, family: string, { body, end }: ListItem): boolean {
  const words = text.slice(body, Math.min(end, body + LONGEST_LEAD));
  return LEADS.test(words) || (family === "•" && NUMBERED_BELOW.test(words));
}

const LEAD_REACH = 60;

/** The words right before a list. */
function leadOf(text: string, list: List): string {
  const start = list.items[0]?.start ?? 0;
  return text.slice(Math.max(0, start - LEAD_REACH), start);
}

function whyNoStatement(text: string, list: List, item: ListItem, headline: Span): DropReason | undefined {
  if (item.topic || leadsOn(text, list.family, item)) return "topic";
  if (CONTACT_OR_NOTICE.test(text.slice(headline.start, headline.start + 8))) return "topic";
  if (text.slice(headline.start, headline.end).endsWith("如下")) return "topic";
  if (breaksOff(text, list.items, headline)) return "breaks-off";
  if (headline.end - headline.start < SHORTEST) return "too-short";
  return IS_QUESTION.test(text.slice(headline.start, headline.end + 1)) ? "question" : undefined;
}

/** One draft an item; topics and questions give none. Lists are numbered by the drafts they give. */
export function draftLists(reading: Reading, lists: readonly List[], onDrop: OnDrop): Draft[] {
  let number = 0;
  const inner = lists.flatMap(({ items }) => items.slice(0, 1).map(({ start }) => start)).sort((a, b) => a - b);
  return lists.flatMap((list) => {
    const stated = stateItems(reading, list, inner, onDrop);
    if (stated.length > 0) number++;
    const verdicts = judgeItems(
      stated.map(({ words }) => words),
      list.lead,
    );
    return stated.map(({ item, headline }, i): Draft => {
      const { kind, reasons } = verdicts[i] ?? { kind: "other", reasons: [] };
      return {
        headline,
        detail: item.end > headline.end + 1 ? { start: headline.start, end: item.end } : undefined,
        level: item.level === 1 ? 1 : 2,
        list: number,
        kind,
        score: SCORES[kind],
        reasons: [`list:${list.family}`, ...reasons],
      };
    });
  });
}
