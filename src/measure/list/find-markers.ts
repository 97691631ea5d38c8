/** Where a text has the markers of lists. */
import { matchesOf } from "../../text/matches.ts";
import { MARKER_FAMILIES, type MarkerFamily } from "./markers.ts";

export interface Marker {
  readonly family: string;
  /** 1, 2, …; 0 where the marker carries no number. */
  readonly value: number;
  /** The marker itself; the item begins at `end`. */
  readonly start: number;
  readonly end: number;
  readonly atLine: boolean;
}

const CLAUSE = '(?<=^[^\\S\\n]{0,8}|[。;:!?,、)”"“「\\s]|\\p{Script=Han}\\.)';
/** 各部门一要…，二要…: those who are told, and no mark before the first. */
const ACTOR =
  "(?<=部门|单位|机构|企业|地区|各地|同志|干部|党员|委员会|小组|责组|同学们|我们|大家|指出|强调|要求)(?=一(?:是(?!一)|要))";
/** 一、弘扬精神二、开展活动三、…: headings that have lost their line ends. */
const GLUED = "(?<=[一二三四五六七八九十]、\\p{Script=Han}{4,24})(?=[二三四五六七八九十]{1,3}、\\p{Script=Han}{4})";
/** What must stand before a marker. */
const BEFORE: Readonly<Record<MarkerFamily["position"], string>> = {
  line: "",
  sentence: '(?<=^[^\\S\\n]{0,8}|[。;:!?“「][”"]?\\s{0,4}|\\.\\s{1,4})',
  "sentence+": '(?<=^[^\\S\\n]{0,8}|[。;:!?“「][”"]?\\s{0,4}|\\.\\s{1,4}|\\p{Script=Han}[^\\S\\n]{1,4})',
  "comma+": '(?<=^[^\\S\\n]{0,8}|[。;:!?,“「][”"]?\\s{0,4}|\\.\\s{1,4}|\\p{Script=Han}[^\\S\\n]{1,4})',
  reason: '(?<=^[^\\S\\n]{0,8}|[。;:!?“「][”"]?\\s{0,4}|\\.\\s{1,4}|因为|由于|在于|包括)',
  clause: CLAUSE,
  actor: `(?:${CLAUSE}|${ACTOR})`,
  glued: `(?:${CLAUSE}|${GLUED})`,
  "clause+": '(?<=^[^\\S\\n]{0,8}|[。;:!?,、)”"“「\\s将为以是括含即能要及和])',
  any: "",
};

/** Most characters begin no marker, so that is asked before what stands before one. */
const markerAt = ({ position, pattern }: MarkerFamily): string =>
  BEFORE[position] === "" ? pattern : `(?=${pattern})${BEFORE[position]}${pattern}`;

const PATTERNS = MARKER_FAMILIES.map((family) => ({
  family,
  pattern: new RegExp(`${markerAt(family)}[^\\S\\n]*`, family.position === "line" ? "ymu" : "gmu"),
}));

/** Where lines begin, behind their indents: asking there is quicker than looking for the beginning of a line at each character. */
function lineStartsOf(text: string): number[] {
  return matchesOf(LINE_START, text).map(({ index, 0: indent }) => index + indent.length);
}
const LINE_START = /^[^\S\n]*/gm;

function matchesAt(starts: readonly number[], pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const start of starts) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match !== null) found.push(match);
  }
  return found;
}

/** Families whose markers hold a Chinese character or stand before one: a text without any is not searched for them. */
const CHINESE_FAMILIES: ReadonlySet<string> = new Set(
  "一是 一要 第一 第一步 其一 一来 一个是 一、 一： 一， 一） （一） 第1， 1， 1： 甲、".split(" ").concat("一 ", "1 "),
);
const IDEOGRAPH = /\p{Script=Han}/u;
const LONGEST_INDENT = 8;

/** Tells what a text holds; families that need the same are told from one search. */
function searchOnce(text: string): (needed: string | RegExp) => boolean {
  const known = new Map<string | RegExp, boolean>();
  return (needed) => {
    const held = known.get(needed) ?? (typeof needed === "string" ? text.includes(needed) : needed.test(text));
    known.set(needed, held);
    return held;
  };
}

/** All markers of each family in a reading's text, in order. */
export function findMarkers(text: string): Map<string, Marker[]> {
  const found = new Map<string, Marker[]>();
  const chinese = IDEOGRAPH.test(text);
  const holds = searchOnce(text);
  const lineStarts = lineStartsOf(text);
  for (const { family, pattern } of PATTERNS) {
    if (!chinese && CHINESE_FAMILIES.has(family.name)) continue;
    if (family.needs !== undefined && !holds(family.needs)) continue;
    const markers: Marker[] = [];
    const matches = family.position === "line" ? matchesAt(lineStarts, pattern, text) : matchesOf(pattern, text);
    for (const match of matches) {
      const value = family.read(match[1] ?? "");
      if (Number.isNaN(value)) continue;
      const start = match.index;
      const atLine = /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - LONGEST_INDENT), start));
      markers.push({ family: family.name, value, start, end: start + match[0].length, atLine });
    }
    if (markers.length > 1) found.set(family.name, markers);
  }
  return found;
}
