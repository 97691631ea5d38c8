/** Which markers belong to one list: those that count on, and bullets that stand together. */
import { findMarkers, type Marker } from "./find-markers.ts";
import { LAST } from "./markers.ts";

/** A concluding 最后 further away than this does not belong to the list. */
const LAST_REACH = 1500;
/**
 * Two hyphens or dashes further apart do not belong to one list; a symbol that only bullets have reaches further, and
 * so do dashes at lines that follow each other.
 */
const BULLET_GAP = 400;
const SYMBOL_GAP = 1200;
const FAR_FAMILIES: ReadonlySet<string> = new Set(["•", "【】", "——⏎"]);
/** No article has more lists; keeps hostile text from costing more than its length. */
export const MOST_LISTS = 200;

/** Families that nothing else looks like: one that a page has lost (一是, 三是) does not end the list. */
const SURE_FAMILIES: ReadonlySet<string> = new Set(["一是", "一要", "（一）", "一、", "①"]);

function follows(marker: Marker, last: Marker): boolean {
  if (marker.value === last.value + 1) return true;
  const near = marker.start - last.end < LAST_REACH;
  if (marker.family === "第一条") return near && marker.atLine && marker.value > last.value;
  return marker.value === last.value + 2 && near && SURE_FAMILIES.has(marker.family);
}

/** Families of running text, whose first item often goes without a marker: 要稳投资，二是促消费，三是保就业. */
const OPEN_FAMILIES: ReadonlySet<string> = new Set(["一是", "一要", "其一", "第一"]);

const beginsLate = ({ value, family }: Marker, last: Marker | undefined): boolean =>
  value === 2 && OPEN_FAMILIES.has(family) && last?.value !== 1;

/** Headings whose numbers can go on from a part of the text that is not shown. */
const EXCERPT_FAMILIES: ReadonlySet<string> = new Set(["一、", "（一）", "1.", "1、", "一是", "一要", "第一条"]);

/** An excerpt begins in the middle of a list: 16. 17. 18. */
const beginsInside = (marker: Marker, next: Marker | undefined): boolean =>
  EXCERPT_FAMILIES.has(marker.family) && marker.atLine && next?.atLine === true && next.value === marker.value + 1;

function begins(marker: Marker, last: Marker | undefined, next: Marker | undefined): boolean {
  return marker.value === 1 || beginsLate(marker, last) || (last === undefined && beginsInside(marker, next));
}

const bulletGap = (text: string, last: Marker, marker: Marker): number =>
  FAR_FAMILIES.has(marker.family) ||
  (last.atLine &&
    marker.atLine &&
    !text
      .slice(last.end, Math.min(marker.start, last.end + SYMBOL_GAP))
      .trimEnd()
      .includes("\n"))
    ? SYMBOL_GAP
    : BULLET_GAP;

/** ✓ ✓ ✓ and then • •: another list, while a list whose every item has a symbol of its own is one. */
function changesSymbol(text: string, open: readonly Marker[], marker: Marker, next: Marker | undefined): boolean {
  const [beforeLast, last] = open.slice(-2);
  if (beforeLast === undefined || last === undefined || next === undefined) return false;
  const symbolOf = ({ start, end }: Marker): string => text.slice(start, end).trim();
  const symbol = symbolOf(marker);
  return symbol !== symbolOf(last) && symbol === symbolOf(next) && symbolOf(last) === symbolOf(beforeLast);
}

/** A paragraph that ends with a colon, right before the marker: what it announces is another list. */
const ANNOUNCES = /\n[^\n]*:\s*$/;
const ANNOUNCED_REACH = 400;
const isAnnounced = (text: string, last: Marker, marker: Marker): boolean =>
  marker.atLine && ANNOUNCES.test(text.slice(Math.max(last.end, marker.start - ANNOUNCED_REACH), marker.start));

/** Runs of markers that count up from 1; bullets count by standing together. */
function groupMarkers(text: string, markers: readonly Marker[]): Marker[][] {
  const groups: Marker[][] = [];
  let open: Marker[] = [];
  const close = (): void => {
    if (open.length > 1) groups.push(open);
    open = [];
  };
  for (const [i, marker] of markers.entries()) {
    const last = open.at(-1);
    const near = last !== undefined && marker.start - last.end < LAST_REACH;
    if (marker.value === LAST) {
      if (near) open.push(marker);
      close();
    } else if (marker.value === 0) {
      const far =
        last === undefined ||
        marker.start - last.end > bulletGap(text, last, marker) ||
        (open.length > 1 && isAnnounced(text, last, marker));
      if (far || changesSymbol(text, open, marker, markers[i + 1])) close();
      open.push(marker);
    } else if (begins(marker, last, markers[i + 1])) {
      close();
      open = [marker];
    } else if (last !== undefined && follows(marker, last)) {
      open.push(marker);
    }
  }
  close();
  return groups;
}

/** Markers of one family that belong together. */
export interface Group {
  readonly family: string;
  readonly markers: readonly Marker[];
}

/**
 * Bullets do not count, so those under 1. and those under 2. look like one list: they are parted where an item of a
 * list lies between them that begins before the first of them, and where a list begins that goes on behind the next.
 */
function partBullets(groups: readonly Group[]): Group[] {
  const outer = groups
    .flatMap(({ family, markers }) =>
      markers.map(({ start, atLine, value }) => ({
        family,
        counts: value > 0,
        start,
        atLine,
        from: markers[0]?.start ?? 0,
        to: markers.at(-1)?.start ?? 0,
      })),
    )
    .filter(({ atLine }) => atLine)
    .sort((a, b) => a.start - b.start);
  const next = new Map<string, number>();
  return groups.flatMap(({ family, markers }): Group[] => {
    const first = markers[0];
    if (first === undefined || first.value !== 0) return [{ family, markers }];
    const parts: Marker[][] = [];
    let at = next.get(family) ?? 0;
    for (const marker of markers) {
      let parted = parts.length === 0;
      const begun = parts.at(-1)?.[0]?.start ?? first.start;
      for (let item = outer[at]; item !== undefined && item.start < marker.start; item = outer[++at])
        parted ||=
          item.family !== family &&
          item.start > begun &&
          (item.from < begun || (item.counts && item.start === item.from && marker.start < item.to));
      if (parted) parts.push([]);
      parts.at(-1)?.push(marker);
    }
    next.set(family, at);
    return parts.filter((part) => part.length > 1).map((part) => ({ family, markers: part }));
  });
}

/** At least two markers each; family by family, those of one in the order of the text. */
export function findGroups(text: string): Group[] {
  const groups = [...findMarkers(text)].flatMap(([family, markers]) =>
    groupMarkers(text, markers)
      .slice(0, MOST_LISTS)
      .map((group): Group => ({ family, markers: group })),
  );
  return partBullets(groups);
}
