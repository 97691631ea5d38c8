/** Lists that a page carries as data for its own scripts: JSON in a script, whole or assigned to a variable. */

import { parseDate } from "../text/date.ts";
import { decodeEscapes } from "../text/escape.ts";
import { collapse } from "../text/space.ts";
import { weigh } from "./listing-title.ts";

export interface StateItem {
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | undefined;
}

export interface StateList {
  readonly items: readonly StateItem[];
  /** On the scale of the lists in the page itself. */
  readonly score: number;
}

type Fields = Readonly<Record<string, unknown>>;

const TITLE_KEY = /^(?:(?:article|news|doc|content)_?)?(?:title|headline|subject)$/i;
const URL_KEY = /^(?:(?:article|news|doc|content|page|web|detail|share|source)_?)?(?:url|link|href|permalink)$/i;
/** Surest first. */
const DATE_KEYS = [/pub|issue|release|show/i, /date|time|creat|_at$|At$/, /updat|modif/i];
const JSON_STRING = /\bJSON\.parse\(\s*("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')\s*\)/g;
const ASSIGNMENT = /=\s*(?=[[{])/g;
/** 2024-3-5; shorter values are years or counts. */
const MIN_DATE = 8;
const MAX_ASSIGNMENTS = 8;
const MAX_VALUES = 200_000;
const FULL_WEIGHT = 30;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The JSON value that begins at `start`, as text; undefined if its brackets never close. */
function cutValue(text: string, start: number): string | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === "\\") i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return text.slice(start, i + 1);
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most scripts are programs; only those that are data matter here.
    return undefined;
  }
}

/** JSON in a string: `JSON.parse("…")`. */
const readStrings = (text: string): unknown[] =>
  [...text.matchAll(JSON_STRING)]
    .slice(0, MAX_ASSIGNMENTS)
    .map(([, literal = ""]) => parseJson(decodeEscapes(literal.slice(1, -1))));

function readValues(script: string): unknown[] {
  const text = script.trim();
  if (/^[[{]/.test(text)) return [parseJson(text)];
  const values: unknown[] = readStrings(text);
  let from = 0;
  for (let tries = 0; tries < MAX_ASSIGNMENTS; tries++) {
    ASSIGNMENT.lastIndex = from;
    const match = ASSIGNMENT.exec(text);
    if (match === null) break;
    const start = match.index + match[0].length;
    const value = cutValue(text, start);
    if (value === undefined) break;
    values.push(parseJson(value));
    from = start + value.length;
  }
  return values;
}

function findField(fields: Fields, key: RegExp): string {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string" && value !== "" && key.test(name)) return value;
  }
  return "";
}

function findDate(fields: Fields, timezone: string): string | undefined {
  for (const key of DATE_KEYS) {
    for (const [name, value] of Object.entries(fields)) {
      if (!key.test(name) || (typeof value !== "string" && typeof value !== "number")) continue;
      const date = String(value).length < MIN_DATE ? undefined : parseDate(String(value), timezone);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function readItem(value: unknown, base: string, timezone: string): StateItem | undefined {
  if (!isFields(value)) return undefined;
  const title = collapse(findField(value, TITLE_KEY).replace(/<[^<>]{0,200}>/g, ""));
  const url = URL.parse(findField(value, URL_KEY), base);
  if (title === "" || url === null || !/^https?:$/.test(url.protocol) || url.href === base) return undefined;
  return { url: url.href, title, publishedAt: findDate(value, timezone) };
}

function readList(values: readonly unknown[], base: string, timezone: string): StateList | undefined {
  const items = values.map((value) => readItem(value, base, timezone)).filter((item) => item !== undefined);
  const dated = items.filter(({ publishedAt }) => publishedAt !== undefined).length / (items.length || 1);
  // Menus have titles and addresses too; what they have not is dates.
  if (items.length < 2 || items.length < values.length / 2 || dated < 0.5) return undefined;
  const size = items.reduce((sum, { title }) => sum + Math.min(weigh(title), FULL_WEIGHT), 0);
  return { items, score: size * (0.3 + dated) };
}

/** The best list in these scripts; dates without a zone are read in `timezone`. Linear in their length. */
export function findStateList(scripts: readonly string[], base: string, timezone: string): StateList | undefined {
  let best: StateList | undefined;
  const stack = scripts.flatMap(readValues);
  for (let seen = 0; stack.length > 0 && seen < MAX_VALUES; seen++) {
    const value = stack.pop();
    if (Array.isArray(value)) {
      const list = readList(value, base, timezone);
      if (list !== undefined && list.score > (best?.score ?? 0)) best = list;
      for (const each of value) stack.push(each);
    } else if (isFields(value)) {
      for (const each of Object.values(value)) stack.push(each);
    }
  }
  return best;
}
