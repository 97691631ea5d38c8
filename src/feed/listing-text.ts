/** The texts of a page outside of its links: headings with dates, the byline of an article, running text. */
import { isTag, type ParentNode } from "domhandler";
import { collapse } from "../text/space.ts";
import { findDay, findFullDate } from "./listing-date.ts";
import type { Frame, Walk } from "./listing-page.ts";
import { weigh } from "./listing-title.ts";

const YEAR_HEADING = /^(?:h[1-6]|dt|caption|th|legend)$/;
/** Tags that only dress words up. */
export const INLINE_TAG = /^(?:span|b|strong|i|em|font|u|small|mark|label)$/;
const MAX_DAY_HEADING = 30;
/** What titles of articles say at least; the headings of columns say less. */
const MIN_TITLE = 8;
const MAX_BYLINE = 80;
/** Texts between the title and its date. */
const MAX_BYLINE_DISTANCE = 6;
/** Running text shorter than this is a label. */
const MIN_PROSE = 15;

/** A year or a day that stands as a heading above a part of the list. */
function readHeading(walk: Walk, text: string): void {
  const year = /^(20\d{2})\s*年?(?:度)?$/.exec(text);
  if (year !== null) walk.year = Number(year[1]);
  walk.day = text.length <= MAX_DAY_HEADING ? findDay(text) : undefined;
}

/** Marks where a date stands right below the title of the page. */
function findByline(walk: Walk, text: string, parent: ParentNode, { heading, linked }: Frame): void {
  const isTitle = heading && !linked && weigh(text) >= MIN_TITLE && walk.title.includes(text);
  walk.sinceTitle = isTitle ? 0 : walk.sinceTitle + 1;
  const isNear = !isTitle && !linked && walk.sinceTitle <= MAX_BYLINE_DISTANCE && text.length <= MAX_BYLINE;
  if (isNear && findFullDate(text) !== undefined) walk.bylines.push(parent);
}

/** Reads one text node. */
export function readText(walk: Walk, data: string, parent: ParentNode | null, frame: Frame): void {
  const text = collapse(data);
  if (text === "" || parent === null) return;
  const { linked } = frame;
  if (!linked && isTag(parent) && YEAR_HEADING.test(parent.name)) readHeading(walk, text);
  findByline(walk, text, parent, frame);
  if (linked || text.length < MIN_PROSE || !/[，。；、,.;]/.test(text)) return;
  let holder: ParentNode | null = parent;
  for (let up = 0; up < 10 && holder !== null && isTag(holder) && INLINE_TAG.test(holder.name); up++) {
    holder = holder.parent;
  }
  if (holder !== null && isTag(holder) && holder.name === "p") holder = holder.parent;
  if (holder !== null) walk.prose.set(holder, (walk.prose.get(holder) ?? 0) + text.length);
}
