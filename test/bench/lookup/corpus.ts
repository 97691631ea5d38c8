/**
 * Articles with measures, as many as are asked for, the same in every run, over six years. Words come by Zipf's law, set
 * so that two neighbouring characters, taken anywhere, stand in 3.5 % of all measures; in real ones it is 3.0 %.
 */
import type { Measure, MeasureKind, Period, Span } from "../../../src/model.ts";
import { addDays, makeHalf, makeMonth, makeQuarter, makeYear, type Stretch } from "../../../src/period/calendar.ts";
import type { ArchiveRecord } from "../../../src/ports.ts";
import { fold } from "../../../src/text/shadow.ts";

export type Chance = () => number;

/** mulberry32: small, quick, and good enough for texts. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
export const pick = <Item>(chance: Chance, items: readonly Item[]): Item => {
  const item = items[below(chance, items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

/** Picks by rank, as Zipf and Mandelbrot have it: the item at rank n (from 0) comes in proportion to 1/(n + offset). */
function zipf<Item>(items: readonly Item[], offset: number): (chance: Chance) => Item {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < items.length; rank++) {
    sum += 1 / (rank + offset);
    sums.push(sum);
  }
  return (chance) => {
    const wanted = chance() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return items[low] as Item;
  };
}

const chance = createChance(20_261_122);
/** Simplified characters; some of them are in many more words than others, as in any text. */
const CHARACTERS = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + i * 5)).filter(
  (char) => fold(char) === char,
);
const anyCharacter = zipf(CHARACTERS.slice(0, 1500), 24);
const makeWord = (own: Chance, length: number): string => Array.from({ length }, () => anyCharacter(own)).join("");
const word = (length: number): string => makeWord(chance, length);
const LATIN = ["5G", "AI", "GDP", "LNG", "CO2", "GB", "PMI", "WTO", "IPv6", "6G", "ESG", "REITs"];
const VOCABULARY = Array.from({ length: 6000 }, (_, i) =>
  i % 60 === 59 ? pick(chance, LATIN) : word([2, 2, 2, 2, 2, 2, 3, 3, 4, 4][below(chance, 10)] ?? 2),
);
/** A word, the more often the more often it is written. */
export const anyWord = zipf(VOCABULARY, 14);
export const ISSUERS = Array.from({ length: 80 }, () => `${word(4)}${pick(chance, ["部", "局", "委员会", "办公厅"])}`);
export const TOPICS = Array.from({ length: 20 }, () => word(3));
const FEEDS = 40;
const KINDS: readonly MeasureKind[] = ["measure", "measure", "measure", "finding", "other"];

const FIRST_DAY = "2020-12-01";
const DAYS = 2180;

function sentence(own: Chance, words: number): string {
  let out = "";
  for (let i = 0; i < words; i++) {
    out += anyWord(own);
    if (own() < 0.06) out += `${below(own, 900) + 1}${pick(own, ["万", "亿元", "%", ".5%", "家"])}`;
    else if (own() < 0.08) out += pick(own, ["，", "、", "的"]);
    // A name that stands nowhere else.
    if (own() < 0.02) out += makeWord(own, 3);
  }
  return out;
}

/** A period near the day of publication. */
function periodAt(own: Chance, day: string): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const makers: readonly (() => Stretch)[] = [
    () => makeYear(year),
    () => makeHalf(year, month <= 6 ? 1 : 2),
    () => makeQuarter(year, Math.ceil(month / 3)),
    () => makeMonth(year, month),
    () => ({ grain: "range", start: `${year}-01-01`, end: addDays(`${year}-${day.slice(5, 7)}-01`, 31) }),
    () => ({ grain: "range", start: "2021-01-01", end: "2026-01-01" }),
  ];
  return { ...pick(own, makers)(), text: "", rule: "bench", assumed: false };
}

/** The article with this number. Its text is a line for each measure, so it is shorter than a real one. */
export function makeRecord(number: number): ArchiveRecord {
  const own = createChance(number * 7919 + 1);
  const day = addDays(FIRST_DAY, below(own, DAYS));
  const id = `a${number}`;
  let text = "";
  const write = (line: string): Span => {
    const start = text.length;
    text += `${line}。`;
    return { start, end: text.length - 1 };
  };
  const count = 1 + below(own, 9);
  const measures = Array.from({ length: count }, (_, i): Measure => {
    const headline = write(sentence(own, 4 + below(own, 4)));
    const detail = own() < 0.5 ? write(sentence(own, 8 + below(own, 12))) : undefined;
    return {
      ...{ id: `${id}-${i}`, articleId: id, ordinal: i + 1, level: 1, list: 1, headline, detail, reasons: [] },
      ...{ kind: pick(own, KINDS), topics: own() < 0.7 ? [pick(own, TOPICS)] : [], score: own() },
      periods: own() < 0.5 ? [periodAt(own, day)] : [],
    };
  });
  const publishedAt = `${day}T02:00:00.000Z`;
  const article = {
    ...{ id, url: `https://bench.test/${id}`, title: sentence(own, 8), issuer: pick(own, ISSUERS), text, removed: [] },
    ...{ publishedAt, publishedOn: day, seenAt: publishedAt, language: "zh-Hans" as const },
  };
  const feedId = `f${below(own, FEEDS)}`;
  return { feedId, entryId: id, fingerprint: "", backfill: false, article, measures };
}

/** What a look-up matches, field by field, of each measure: headline, detail, title, issuer, topics. */
export function shadowsOf({ article, measures }: ArchiveRecord): string[][] {
  const slice = (span: Span | undefined): string => (span ? article.text.slice(span.start, span.end) : "");
  return measures.map(({ headline, detail, topics }) =>
    [slice(headline), slice(detail), article.title, article.issuer ?? "", ...topics].map(fold),
  );
}
