import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArchiveQuery, ArchiveRecord } from "../../src/ports.ts";
import { fold } from "../../src/text/shadow.ts";
import type { Subject } from "./contract.ts";
import { makeFeed, makePeriod, makeQuery, makeRecord, searchHeadlines } from "./sample.ts";

function wordContract(subject: () => Subject): void {
  test("a word is found in headline, detail, title, issuer and topics, and nowhere else", async () => {
    const { store } = subject();
    await store.archive(
      makeRecord("充电", {
        article: { title: "设施通知", issuer: "交通运输部" },
        measures: [{ headline: "扩大覆盖范围", detail: "新增桩位", topics: ["新能源汽车"] }],
      }),
    );
    for (const word of ["盖", "覆盖", "桩位", "设施", "交通运输", "能源汽"]) {
      expect(await searchHeadlines(store, { words: [word] }), word).toEqual(["扩大覆盖范围"]);
    }
    // In the text but in no measure; across two fields; in the address.
    for (const word of ["充电", "围新", "围\n新", "example"]) {
      expect(await searchHeadlines(store, { words: [word] }), word).toEqual([]);
    }
  });

  test("all words must occur; letter case, width and traditional characters make no difference", async () => {
    const { store } = subject();
    await store.archive(makeRecord("甲", { measures: [{ headline: "推進５Ｇ網絡建設" }, { headline: "推进5g应用" }] }));
    expect(await searchHeadlines(store, { words: ["推进", "5G"] })).toEqual(["推進５Ｇ網絡建設", "推进5g应用"]);
    expect(await searchHeadlines(store, { words: ["推進", "网络"] })).toEqual(["推進５Ｇ網絡建設"]);
    expect(await searchHeadlines(store, { words: ["", "应用"] })).toEqual(["推进5g应用"]);
  });

  test("wildcards of the query language are plain characters", async () => {
    const { store } = subject();
    await store.archive(
      makeRecord("甲", { measures: [{ headline: "占比达100%以上" }, { headline: "占比达1000以上" }] }),
    );
    expect(await searchHeadlines(store, { words: ["100%以"] })).toEqual(["占比达100%以上"]);
    expect(await searchHeadlines(store, { words: ["占_达"] })).toEqual([]);
    expect(await searchHeadlines(store, { words: ["%"] })).toEqual(["占比达100%以上"]);
    expect(await searchHeadlines(store, { words: ["\\"] })).toEqual([]);
    expect(await searchHeadlines(store, { words: ["长".repeat(200_000)] })).toEqual([]);
    const many = Array.from({ length: 5000 }, (_, index) => String.fromCharCode(0x4e00 + index));
    expect(await searchHeadlines(store, { words: many })).toEqual([]);
    expect(await searchHeadlines(store, { words: Array.from({ length: 5000 }, () => "1000") })).toEqual([
      "占比达1000以上",
    ]);
  });
}

function periodContract(subject: () => Subject): void {
  const YEAR = { start: "2026-01-01", end: "2027-01-01" };
  const QUARTER = { start: "2026-01-01", end: "2026-04-01" };
  const MARCH = { start: "2026-03-01", end: "2026-04-01" };
  const APRIL_FIRST = { start: "2026-04-01", end: "2026-04-02" };

  test("a measure is about a range if one of its periods lies within it", async () => {
    const { store } = subject();
    const february = [makePeriod("2020-01-01", "2021-01-01"), makePeriod("2026-02-01", "2026-03-01")];
    const measures = [
      { headline: "一季度", periods: [makePeriod("2026-01-01", "2026-04-01")] },
      { headline: "二月", periods: february },
      { headline: "全年", periods: [makePeriod("2026-01-01", "2027-01-01")] },
      { headline: "无期" },
    ];
    await store.archive(makeRecord("甲", { article: { publishedAt: "2026-03-01T00:00:00.000Z" }, measures }));
    expect(await searchHeadlines(store, { about: [QUARTER] })).toEqual(["一季度", "二月"]);
    expect(await searchHeadlines(store, { about: [YEAR] })).toEqual(["一季度", "二月", "全年"]);
    expect(await searchHeadlines(store, { about: [MARCH] })).toEqual([]);
    expect(await searchHeadlines(store, { about: [MARCH, QUARTER], words: ["季"] })).toEqual(["一季度"]);
  });

  test("an article was published on a date of the calendar of its feed", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    const article = { publishedAt: "2026-03-31T16:30:00.000Z" };
    await store.archive(makeRecord("甲", { article, measures: [{ headline: "四月一日" }] }));
    await store.archive(makeRecord("乙", { article: { publishedAt: undefined }, measures: [{ headline: "无日期" }] }));
    expect(await searchHeadlines(store, { publishedIn: [APRIL_FIRST] })).toEqual(["四月一日"]);
    expect(await searchHeadlines(store, { publishedIn: [QUARTER] })).toEqual([]);
    expect(await searchHeadlines(store, { publishedIn: [QUARTER, APRIL_FIRST] })).toEqual(["四月一日"]);
    expect(await searchHeadlines(store, { about: [YEAR] })).toEqual([]);
  });

  test("to be about one range or published in another is enough", async () => {
    const { store } = subject();
    const article = { publishedAt: "2026-04-01T00:00:00.000Z" };
    const measures = [{ headline: "一季度", periods: [makePeriod("2026-01-01", "2026-04-01")] }];
    await store.archive(makeRecord("甲", { measures }));
    await store.archive(makeRecord("乙", { article, measures: [{ headline: "四月一日" }] }));
    expect(await searchHeadlines(store, { about: [QUARTER] })).toEqual(["一季度"]);
    expect(await searchHeadlines(store, { about: [QUARTER], publishedIn: [APRIL_FIRST] })).toEqual([
      "四月一日",
      "一季度",
    ]);
  });
}

function orderContract(subject: () => Subject): void {
  test("newest first by publication, else by first seen; pages of measures add up", async () => {
    const { store } = subject();
    const dates = [
      ["甲", "2026-02-01T00:00:00.000Z"],
      ["乙", undefined],
      ["丙", "2026-02-03T00:00:00.000Z"],
      ["丁", "2026-02-03T00:00:00.000Z"],
    ] as const;
    for (const [name, publishedAt] of dates) {
      const measures = [{ headline: `${name}一` }, { headline: `${name}二` }];
      await store.archive(makeRecord(name, { article: { publishedAt, seenAt: "2026-02-02T00:00:00.000Z" }, measures }));
    }
    const all = await searchHeadlines(store, {});
    expect(all).toEqual(["丁一", "丁二", "丙一", "丙二", "乙一", "乙二", "甲一", "甲二"]);
    const paged: string[] = [];
    for (let offset = 0; offset < 9; offset += 3) {
      const answer = await store.search(makeQuery({ limit: 3, offset }));
      expect(answer.total).toBe(8);
      paged.push(...(await searchHeadlines(store, { limit: 3, offset })));
    }
    expect(paged).toEqual(all);
    expect(await store.search(makeQuery({ limit: 3, offset: 99 }))).toEqual({ articles: [], total: 8 });
  });

  test("a corrected date moves an article to where it belongs", async () => {
    const { store } = subject();
    await store.archive(makeRecord("甲", { article: { publishedAt: "2026-02-01T00:00:00.000Z" } }));
    await store.archive(makeRecord("乙", { article: { publishedAt: "2026-02-02T00:00:00.000Z" } }));
    const article = { publishedAt: "2026-02-03T00:00:00.000Z" };
    await store.archive(makeRecord("甲", { article, measures: [{ headline: "改写之后" }] }));
    expect((await searchHeadlines(store, {}))[0]).toBe("改写之后");
    const day = { start: "2026-02-03", end: "2026-02-04" };
    expect(await searchHeadlines(store, { publishedIn: [day] })).toEqual(["改写之后"]);
  });
}

const LETTERS = ["新", "能", "源", "汽", "車", "车", "A", "ａ", "%", "_", " "];
const phrase = (maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength }).map((letters) => letters.join(""));
const month = fc.integer({ min: 0, max: 11 });
const dayOf = (index: number): string => new Date(Date.UTC(2026, index, 1)).toISOString().slice(0, 10);
const period = fc.tuple(month, fc.integer({ min: 1, max: 4 })).map(([start, length]) => ({
  start: dayOf(start),
  end: dayOf(start + length),
}));
const measure = fc.record(
  { headline: phrase(6), detail: phrase(6), topics: fc.array(phrase(2), { maxLength: 2 }), periods: fc.array(period) },
  { requiredKeys: ["headline"] },
);
const sample = fc.record({
  title: phrase(4),
  publishedAt: fc.option(
    month.map((index) => `${dayOf(index)}T00:00:00.000Z`),
    { nil: undefined },
  ),
  measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
});
const query = fc.record({
  words: fc.array(phrase(2), { maxLength: 2 }),
  anyOf: fc.array(fc.array(phrase(2), { minLength: 1, maxLength: 3 }), { maxLength: 1 }),
  without: fc.array(phrase(2), { maxLength: 1 }),
  about: fc.array(period, { maxLength: 2 }),
  publishedIn: fc.array(period, { maxLength: 2 }),
  limit: fc.integer({ min: 1, max: 6 }),
  offset: fc.nat(4),
});

/** Whether the word stands there, and no latin word is cut at its ends. */
function occurs(field: string, word: string): boolean {
  const isLatin = (char: string | undefined): boolean => char === "a";
  for (let at = field.indexOf(word); at !== -1; at = field.indexOf(word, at + 1)) {
    const end = at + word.length;
    const cut = [at, end].some((edge) => isLatin(field[edge - 1]) && isLatin(field[edge]));
    if (!cut) return true;
  }
  return false;
}

/** The same look-up by brute force: ids of measures in order. */
function searchSlowly(records: readonly ArchiveRecord[], asked: ArchiveQuery): string[] {
  return records
    .map((record, index) => ({ ...record, index }))
    .sort((a, b) => {
      const [left, right] = [a, b].map(({ article }) => article.publishedAt ?? article.seenAt);
      return (right ?? "").localeCompare(left ?? "") || b.index - a.index;
    })
    .flatMap(({ article, measures }) =>
      measures.filter((found) => {
        const spans = [found.headline, found.detail].map((span) => span && article.text.slice(span.start, span.end));
        const fields = [...spans, article.title, article.issuer, ...found.topics].map((field) => fold(field ?? ""));
        const has = (word: string): boolean => fields.some((field) => occurs(field, fold(word)));
        const published = article.publishedAt?.slice(0, 10) ?? "";
        return (
          asked.words.every(has) &&
          (asked.anyOf ?? []).every((group) => group.some(has)) &&
          !(asked.without ?? []).some(has) &&
          (asked.about.length + asked.publishedIn.length === 0 ||
            asked.publishedIn.some(({ start, end }) => published >= start && published < end) ||
            asked.about.some((range) => found.periods.some((own) => own.start >= range.start && own.end <= range.end)))
        );
      }),
    )
    .map(({ id }) => id);
}

function oracleContract(subject: () => Subject): void {
  test("finds what brute force finds, in the same order", async () => {
    const { store } = subject();
    const records: ArchiveRecord[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 3 }), query, async (samples, asked) => {
        for (const { title, publishedAt, measures } of samples) {
          const record = makeRecord(`r${records.length}`, {
            article: { title, publishedAt },
            measures: measures.map((given) => ({
              ...given,
              topics: given.topics ?? [],
              periods: (given.periods ?? []).map(({ start, end }) => makePeriod(start, end)),
            })),
          });
          records.push(record);
          await store.archive(record);
        }
        const expected = searchSlowly(records, asked);
        const answer = await store.search(asked);
        expect(answer.total).toBe(expected.length);
        const from = asked.offset ?? 0;
        expect(answer.articles.flatMap(({ measures }) => measures.map(({ id }) => id))).toEqual(
          expected.slice(from, from + asked.limit),
        );
      }),
      { numRuns: 120 },
    );
  });
}

export function searchContract(subject: () => Subject): void {
  wordContract(subject);
  periodContract(subject);
  orderContract(subject);
  oracleContract(subject);
}
