/** What a person typed after `/policy` → Lookup. Pure: `today` is an argument. The words of the language are tables. */
import type { MeasureKind, Period } from "../model.ts";
import { findQueryPeriod, type QueryPeriod } from "../period/query.ts";
import { normalizeDocumentNumbers } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import { type LookupPlace, readPlace } from "./place.ts";

/** One thing that must occur: any of some words. */
export interface Term {
  readonly any: readonly string[];
  /** Typed in quotes: as it stands, in no other spelling. */
  readonly exact: boolean;
}

export interface Lookup {
  readonly name: "lookup";
  /** What was typed, without the command's name and without the page. */
  readonly query: string;
  readonly terms: readonly Term[];
  readonly without: readonly string[];
  /** Of each list, if it is not empty, one must hold. */
  readonly kinds: readonly MeasureKind[];
  readonly topics: readonly string[];
  readonly from: readonly string[];
  /** None of these may hold: `-kind:`, `-topic:`, `-from:`. */
  readonly notKinds: readonly MeasureKind[];
  readonly notTopics: readonly string[];
  readonly notFrom: readonly string[];
  /** What was given as a kind and is none. */
  readonly unknownKinds: readonly string[];
  readonly period?: QueryPeriod | undefined;
  /** 1, 2, … */
  readonly page: number;
  /** Where the page before ended, if it is known. */
  readonly after?: LookupPlace | undefined;
}

type Field = "from" | "topic" | "kind";

/** What may stand before a colon. */
const FIELDS: Readonly<Record<Field, readonly string[]>> = {
  from: ["from", "issuer", "source", "来自", "来源", "发文机关", "机关", "部门"],
  topic: ["topic", "主题", "行业", "领域"],
  kind: ["kind", "type", "类型", "类别"],
};

const KINDS: Readonly<Record<MeasureKind, readonly string[]>> = {
  measure: ["measure", "measures", "举措", "措施", "政策"],
  finding: ["finding", "findings", "情况", "数据", "进展"],
  other: ["other", "其他", "其它"],
};

/** Said in a request, not looked for, where something else is. */
const FILLERS: readonly string[] = [
  "关于",
  "有关",
  "的",
  "和",
  "与",
  "及",
  "and",
  "about",
  "on",
  "the",
  "of",
  "for",
  "in",
];

/** Either of the words around it. 储能或氢能 are two words; 或有, 间或 and their like are one. */
const OR = new RegExp(
  [
    "\\s*[|｜]+\\s*",
    "\\s+(?:或者?|or)\\s+",
    "(?<=[\\u4e00-\\u9fff]{2})(?<![间抑甚容倘设如])或者?(?![有许然缺则])(?=[\\u4e00-\\u9fff]{2})",
  ].join("|"),
  "giu",
);

const QUOTED = /"([^"]*)"|“([^“”]*)”|「([^「」]*)」|『([^『』]*)』|《([^《》]*)》/gu;
/** Stands for a quoted text while the rest is read: a character that nobody types. */
const SEAL = "\ufdd0";
const SEALED = new RegExp(`${SEAL}(\\d+)${SEAL}`, "gu");

const keyOf = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>, word: string): Key | undefined =>
  (Object.keys(table) as Key[]).find((key) => table[key].includes(word));

const kindOf = (value: string): MeasureKind | undefined => keyOf(KINDS, fold(value));
const readKinds = (values: readonly string[]): MeasureKind[] => values.flatMap((value) => kindOf(value) ?? []);

/** Quoted texts are put aside, but for what is a period with its quotes: “十四五”. */
function sealQuotes(line: string, today: string): { readonly open: string; readonly quoted: readonly string[] } {
  const quoted: string[] = [];
  const open = line.replace(QUOTED, (whole, ...groups: (string | undefined)[]) => {
    const inner = groups.slice(0, 5).find((group) => group !== undefined) ?? "";
    if (findQueryPeriod(whole, { today })?.text === whole) return whole;
    quoted.push(inner.trim());
    return `${SEAL}${quoted.length - 1}${SEAL}`;
  });
  return { open, quoted };
}

/** `2024Q1..2024Q3`: from the beginning of one period to the end of another. */
function findRange(line: string, today: string): QueryPeriod | undefined {
  const match = /(\S+?)\s?\.\.\s?(\S+)/u.exec(line);
  if (!match) return undefined;
  const [text, ...ends] = match;
  const [first, last] = ends.map((end) => {
    const found = findQueryPeriod(end, { today });
    return found?.text === end ? found.candidates[0] : undefined;
  });
  if (!first || !last || first.start >= last.end) return undefined;
  const range: Period = { grain: "range", start: first.start, end: last.end, text, rule: "range", assumed: false };
  return { span: { start: match.index, end: match.index + text.length }, text, candidates: [range] };
}

interface Piece {
  readonly minus: boolean;
  readonly field: Field | undefined;
  readonly any: readonly string[];
  readonly exact: boolean;
}

/** A comma within a number parts nothing: 12,000. */
const SEPARATOR = /[\s、;；。！？!?"“”'‘’]+|(?<!\p{Nd})[,，]+|[,，]+(?!\p{Nd})/u;
const PIECE = /^(?<minus>[-－−]?)(?:(?<key>\p{L}+)[:：])?(?<value>.*)$/u;

/** One word of a line, its alternatives parted: `-词`, `来自:工信部|财政部`, `储能|氢能`. */
function readPiece(piece: string, quoted: readonly string[]): Piece {
  const { minus = "", key = "", value = "" } = PIECE.exec(piece)?.groups ?? {};
  const field = keyOf(FIELDS, fold(key));
  const words = (field ? value : piece.slice(minus.length)).split("|");
  return {
    minus: minus !== "",
    field,
    any: words.map((word) => word.replace(SEALED, (_, at) => quoted[Number(at)] ?? "").trim()).filter(isWord),
    exact: words.some((word) => word.includes(SEAL)),
  };
}

/** Marks alone are looked for only where they mean something: %, ℃. */
const isWord = (word: string): boolean => /[\p{L}\p{N}\p{S}%℃]/u.test(word);

function readPieces(line: string, quoted: readonly string[]): Piece[] {
  const joined = line.replace(OR, "|").replace(/([:：])\s+/gu, "$1");
  const pieces = joined.split(SEPARATOR).map((piece) => readPiece(piece, quoted));
  const told = pieces.filter(({ any }) => any.length > 0);
  const sought = told.filter(({ any, exact }) => exact || !FILLERS.includes(fold(any[0] ?? "")));
  return sought.length > 0 ? sought : told;
}

/** `page:2` and `after:…` anywhere in a line. */
function takePlace(line: string): Pick<Lookup, "query" | "page" | "after"> {
  let page = 1;
  let after: LookupPlace | undefined;
  const query = line.replace(/(?<=^|\s)(page|after):(\S+)(?=\s|$)/g, (whole, name: string, value: string) => {
    if (name === "after") after = readPlace(value);
    else if (/^\d{1,4}$/.test(value)) page = Math.max(1, Number(value));
    else return whole;
    return "";
  });
  return { query: query.replace(/\s+/g, " ").trim(), page, after };
}

/** Reads a look-up. `today` is `2026-11-22`. */
export function parseLookup(line: string, today: string): Lookup {
  const { query, page, after } = takePlace(line);
  const { open, quoted } = sealQuotes(normalizeDocumentNumbers(query), today);
  const period = findRange(open, today) ?? findQueryPeriod(open, { today });
  const rest = period ? `${open.slice(0, period.span.start)} ${open.slice(period.span.end)}` : open;
  const pieces = readPieces(rest, quoted);
  const valuesOf = (field: Field, not = false): string[] =>
    pieces.filter((piece) => piece.field === field && piece.minus === not).flatMap(({ any }) => any);
  const plain = pieces.filter(({ field }) => field === undefined);
  return {
    ...{ name: "lookup", query, period, page, after },
    terms: plain.filter(({ minus }) => !minus).map(({ any, exact }) => ({ any, exact })),
    without: plain.filter(({ minus }) => minus).flatMap(({ any }) => any),
    kinds: readKinds(valuesOf("kind")),
    topics: valuesOf("topic"),
    from: valuesOf("from"),
    notKinds: readKinds(valuesOf("kind", true)),
    notTopics: valuesOf("topic", true),
    notFrom: valuesOf("from", true),
    unknownKinds: [...valuesOf("kind"), ...valuesOf("kind", true)].filter((value) => kindOf(value) === undefined),
  };
}

/** `2023Q1 2024Q1 集成电路`: two periods, and what is looked for in both. Undefined unless there are two. */
export function parseComparison(line: string, today: string): readonly [Lookup, Lookup] | undefined {
  const words = line.split(/\s+/u);
  const isPeriod = (word: string): boolean => findQueryPeriod(word, { today })?.text === word;
  const [first, second, ...more] = words.filter(isPeriod);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const rest = words.filter((word) => !isPeriod(word)).join(" ");
  return [parseLookup(`${first} ${rest}`, today), parseLookup(`${second} ${rest}`, today)];
}
