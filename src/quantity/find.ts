/** Quantities: numbers with their units, as words state them. */
import type { Span } from "../model.ts";
import { shadowOf } from "../text/shadow.ts";
import { IS_OVER, readNumber } from "./number.ts";
import {
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  type Bound,
  COUNTED,
  COVERS,
  FREQUENCY,
  LATELY,
  OVER_BEFORE,
  QUANTITY_RULES,
  RANK,
  TIME_BOUNDS_AFTER,
  UNIT_OF,
} from "./rules.ts";
import type { Unit } from "./units.ts";

/** 数量: `text` holds the words of its bound as well, 不低于15%. `span` points into the words that were given. */
export interface Quantity {
  readonly span: Span;
  readonly text: string;
  /** In `unit`, without 万 and 亿; of a range the first end. */
  readonly value: number;
  /** The other end of a range, included. */
  readonly to?: number;
  /** In simplified characters, 个 left out of 个百分点: `元`, `%`, `MW`, `homes`. */
  readonly unit: string;
  /** Whether the value is the least, the most, or about what is meant. */
  readonly bound?: Bound;
}

type Groups = Readonly<Record<string, string | undefined>>;

const SHARES: Readonly<Record<string, string>> = { 百分之: "%", 千分之: "‰", 万分之: "‱" };
/** Units of time: 近三年 is a period, 30日内 a limit. */
const TIME = /^(?:年|个月|天|周|日|小时|分钟|个季度|个?工作日|years|months|weeks|days|hours|minutes)$/;
const isTime = ({ unit = "" }: Groups): boolean => TIME.test(nameUnit(unit).unit);
/** As many characters around a number are looked at for its bound. */
const REACH = 20;

/** 元/千瓦时 has the names of both; a rate that has a name of its own is one unit. */
function nameUnit(words: string): { unit: string; row: Unit | undefined } {
  const [head = "", end] = words.split("/");
  const row = UNIT_OF.get(words) ?? UNIT_OF.get(head);
  const whole = UNIT_OF.get(words)?.unit ?? row?.unit ?? head;
  if (end === undefined || UNIT_OF.has(words)) return { unit: whole, row };
  return { unit: `${whole}/${UNIT_OF.get(end)?.unit ?? end}`, row };
}

/** What a number has to be for this unit; see `UnitKind`. */
function fits({ kind, factor }: Unit, words: string, value: number, counted: boolean): boolean {
  if (kind === "noun") return value !== 1 && !/^(?:19|20)\d{2}$/.test(words);
  if (factor !== undefined) return value <= 10 && value > 0;
  if (kind === "size" || /\d/.test(words)) return true;
  if (value === 1) return kind === "thing" && counted;
  return kind === "thing" || counted || value >= 10;
}

/** 三至五百 may be 300 to 500. */
const hasOpenEnds = ({ first = "", last }: Groups): boolean =>
  last !== undefined &&
  (IS_OVER.test(first + last) || (/[一二两三四五六七八九][百千]/u.test(last) && !/[百千万亿\d]/u.test(first)));

/** Both ends, or the one there is. Of 3至5万元 both are 万. */
function readEnds({ first = "", last, firstUnit }: Groups): { value: number; to?: number } | undefined {
  const begin = readNumber(first.replace(/^[-−]/, ""));
  if (begin === undefined) return undefined;
  if (last === undefined) return { value: /^[-−]/.test(first) ? -begin.value : begin.value };
  const end = readNumber(last);
  if (end === undefined) return undefined;
  const scaled = begin.scale === "" && firstUnit === undefined ? readNumber(first + end.scale) : begin;
  return scaled && scaled.value < end.value ? { value: scaled.value, to: end.value } : undefined;
}

function measure(groups: Groups, counted: boolean): Pick<Quantity, "value" | "to" | "unit"> | undefined {
  const ends = readEnds(groups);
  const words = groups.unit ?? "";
  if (ends === undefined) return undefined;
  const share = SHARES[words];
  if (share !== undefined) return { ...ends, unit: share };
  const { unit, row } = nameUnit(words);
  if (row === undefined) return { ...ends, unit: words.toUpperCase() };
  if (groups.firstUnit !== undefined && nameUnit(groups.firstUnit).unit !== unit) return undefined;
  if (!fits(row, groups.first ?? "", ends.value, counted)) return undefined;
  const factor = row.factor ?? 1;
  return { value: ends.value * factor, unit, ...(ends.to === undefined ? {} : { to: ends.to * factor }) };
}

/** The bound of what stands at a span, and the span with the words of the bound. */
function boundOf(text: string, { start, end }: Span, groups: Groups): { span: Span; bound?: Bound } {
  const [head, tail] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  const ahead = isTime(groups) ? BOUNDS_BEFORE : [...BOUNDS_BEFORE, OVER_BEFORE];
  const behind = isTime(groups) ? [...BOUNDS_AFTER, ...TIME_BOUNDS_AFTER] : BOUNDS_AFTER;
  const before = ahead.find(({ pattern }) => pattern.test(head));
  const after = behind.find(({ pattern }) => pattern.test(tail));
  const span = {
    start: start - (before?.pattern.exec(head)?.[0].length ?? 0),
    end: end + (after?.pattern.exec(tail)?.[0].length ?? 0),
  };
  const bound = after?.bound ?? before?.bound ?? (IS_OVER.test(groups.first ?? "") ? "min" : undefined);
  return bound === undefined ? { span } : { span, bound };
}

/** What stands at a place of the shadow; no quantity where something else covers it. */
interface Match {
  readonly at: Span;
  readonly quantity?: Omit<Quantity, "text">;
}

/** 每五年, 前十家, 近三年. */
function countsElsewhere(head: string, groups: Groups): boolean {
  if (isTime(groups)) return LATELY.test(head) || FREQUENCY.test(head);
  const kind = nameUnit(groups.unit ?? "").row?.kind ?? "size";
  return FREQUENCY.test(head) || (kind !== "size" && RANK.test(head));
}

function readMatch(text: string, match: RegExpExecArray): Match | undefined {
  const at = spanOf(match);
  const groups = match.groups ?? {};
  const head = text.slice(Math.max(0, at.start - REACH), at.start);
  if (countsElsewhere(head, groups)) return undefined;
  if (hasOpenEnds(groups)) return { at };
  const bounded = boundOf(text, at, groups);
  const measured = measure(groups, bounded.bound !== undefined || COUNTED.test(head));
  return measured && { at, quantity: { ...bounded, ...measured } };
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

function* matchesOf(text: string): Generator<Match> {
  for (const pattern of COVERS) for (const match of text.matchAll(pattern)) yield { at: spanOf(match) };
  for (const pattern of QUANTITY_RULES) {
    for (const match of text.matchAll(pattern)) {
      const read = readMatch(text, match);
      if (read !== undefined) yield read;
    }
  }
}

/** Of those that begin together a cover goes first, then the longest. */
const inOrder = (a: Match, b: Match): number =>
  a.at.start - b.at.start || Number(a.quantity !== undefined) - Number(b.quantity !== undefined) || b.at.end - a.at.end;

const HAS_NUMBER = /[\d一二两三四五六七八九十]|\b(?:two|three|four|five|six|seven|eight|nine|ten|one)\b/;

/** Quantities that do not overlap, in the order of the words. Linear in their length. */
export function findQuantities(words: string): Quantity[] {
  const shadow = shadowOf(words);
  if (!HAS_NUMBER.test(shadow.text)) return [];
  let free = 0;
  return [...matchesOf(shadow.text)].sort(inOrder).flatMap(({ at, quantity }): Quantity[] => {
    if (at.start < free) return [];
    free = quantity?.span.end ?? at.end;
    if (quantity === undefined) return [];
    const { span: place, ...rest } = quantity;
    const span = shadow.toSource(place);
    return [{ span, text: words.slice(span.start, span.end), ...rest }];
  });
}
