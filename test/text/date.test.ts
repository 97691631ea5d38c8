import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDate, findUrlDate, parseDate } from "../../src/text/date.ts";

const ZONE = "Asia/Shanghai";

/** As written; what it is in Asia/Shanghai (+08:00, no summer time) if it names no zone itself. */
const READ: readonly (readonly [string, string])[] = [
  // Chinese
  ["2024年3月5日 10:00", "2024-03-05T02:00:00.000Z"],
  ["2024年03月05日10:00:30", "2024-03-05T02:00:30.000Z"],
  ["2024年3月5日 星期二 下午3:05", "2024-03-05T07:05:00.000Z"],
  ["2024年3月5日（星期二）上午9时30分", "2024-03-05T01:30:00.000Z"],
  ["2024年3月5日 晚上8点", "2024-03-05T12:00:00.000Z"],
  ["2024年3月5日 中午12:30", "2024-03-05T04:30:00.000Z"],
  ["2024年3月5日 凌晨12:30", "2024-03-04T16:30:00.000Z"],
  ["2024年03月05日(火) 10:00", "2024-03-05T02:00:00.000Z"],
  ["2024-03-05 星期二 10:00", "2024-03-05T02:00:00.000Z"],
  ["2024年3月5号", "2024-03-04T16:00:00.000Z"],
  ["发布时间：2024年3月5日 10:00", "2024-03-05T02:00:00.000Z"],
  // ISO 8601 and what looks like it
  ["2024-03-05T10:00:00Z", "2024-03-05T10:00:00.000Z"],
  ["2024-03-05T10:00:00+08:00", "2024-03-05T02:00:00.000Z"],
  ["2024-03-05T10:00:00.123456+0800", "2024-03-05T02:00:00.000Z"],
  ["2024-03-05T10:00:00-05", "2024-03-05T15:00:00.000Z"],
  ["2024-03-05t10:00z", "2024-03-05T10:00:00.000Z"],
  ["2024-03-05 10:00", "2024-03-05T02:00:00.000Z"],
  ["2024-3-5 9:05:00", "2024-03-05T01:05:00.000Z"],
  ["2024/03/05 10:00:00", "2024-03-05T02:00:00.000Z"],
  ["2024.03.05", "2024-03-04T16:00:00.000Z"],
  ["2024-03-05", "2024-03-04T16:00:00.000Z"],
  ["20240305", "2024-03-04T16:00:00.000Z"],
  ["20240305T100000Z", "2024-03-05T10:00:00.000Z"],
  ["2024-065", "2024-03-04T16:00:00.000Z"],
  ["2024-03-05T24:00:00Z", "2024-03-06T00:00:00.000Z"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
  // RFC 822 and what looks like it
  ["Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 +0800", "2024-03-05T02:00:00.000Z"],
  ["Tue, 5 Mar 2024 10:00 +0800 (CST)", "2024-03-05T02:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 GMT+8", "2024-03-05T02:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 GMT+08:00", "2024-03-05T02:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 EST", "2024-03-05T15:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 JST", "2024-03-05T01:00:00.000Z"],
  ["Tue, 05 Mar 2024 10:00:00 CST", "2024-03-05T02:00:00.000Z"],
  ["Tue,  05  March  2024  10:00:00", "2024-03-05T02:00:00.000Z"],
  ["Tues, 5th March 2024 10:00 pm", "2024-03-05T14:00:00.000Z"],
  ["05 Mar 24 10:00 UT", "2024-03-05T10:00:00.000Z"],
  ["5-Mar-2024", "2024-03-04T16:00:00.000Z"],
  ["Tue, 05 Mar 2024", "2024-03-04T16:00:00.000Z"],
  ["Fri, 05 Mar 2024 10:00:00 Z", "2024-03-05T10:00:00.000Z"],
  // others
  ["Tue Mar  5 10:00:00 CST 2024", "2024-03-05T02:00:00.000Z"],
  ["Tue Mar 05 10:00:00 2024", "2024-03-05T02:00:00.000Z"],
  ["Tue Mar 05 2024 10:00:00 GMT+0800 (China Standard Time)", "2024-03-05T02:00:00.000Z"],
  ["March 5, 2024 10:00 AM", "2024-03-05T02:00:00.000Z"],
  ["03/05/2024 10:00:00", "2024-03-05T02:00:00.000Z"],
  // years of the republic
  ["113-03-05", "2024-03-04T16:00:00.000Z"],
  ["113年3月5日", "2024-03-04T16:00:00.000Z"],
  ["民國90年3月5日", "2001-03-04T16:00:00.000Z"],
  ["24年3月5日", "2024-03-04T16:00:00.000Z"],
  ["中華民國113年3月5日 下午3:05", "2024-03-05T07:05:00.000Z"],
  // Chinese numerals
  ["二〇二四年三月五日", "2024-03-04T16:00:00.000Z"],
  // compact
  ["20220309083015", "2022-03-09T00:30:15.000Z"],
  ["202203090830", "2022-03-09T00:30:00.000Z"],
  // among other words
  ["发布于 2024-03-05 10:00 来源：本网", "2024-03-05T02:00:00.000Z"],
  // seconds and milliseconds since 1970
  ["1709604000", "2024-03-05T02:00:00.000Z"],
  ["1709604000000", "2024-03-05T02:00:00.000Z"],
];

const NOT_READ = [
  "",
  "   ",
  "昨天",
  "刚刚",
  "yesterday",
  "n/a",
  "2024-13-05",
  "2024-02-30",
  "2024年13月1日",
  "12:30",
  "第1号",
  "0000-00-00 00:00:00",
  "32 Mar 2024",
  "Tue, 05 Foo 2024",
];

describe("parseDate", () => {
  it.each([
    ["2024年3月", "2024-02-29T16:00:00.000Z"],
    ["2024-03", "2024-02-29T16:00:00.000Z"],
    ["2024", "2023-12-31T16:00:00.000Z"],
  ])("%s only where less than a day is enough", (text, expected) => {
    expect(parseDate(text, ZONE, "year")).toBe(expected);
    expect(parseDate(text, ZONE)).toBeUndefined();
  });

  it.each(READ)("%s", (text, expected) => {
    expect(parseDate(text, ZONE)).toBe(expected);
  });

  it.each(NOT_READ)("no date: %j", (text) => {
    expect(parseDate(text, ZONE)).toBeUndefined();
  });

  it.each([
    ["2024-03-05 10:00", "UTC", "2024-03-05T10:00:00.000Z"],
    ["2024-01-05 10:00", "America/New_York", "2024-01-05T15:00:00.000Z"],
    ["2024-07-05 10:00", "America/New_York", "2024-07-05T14:00:00.000Z"],
    ["2024-03-10 01:59", "America/New_York", "2024-03-10T06:59:00.000Z"],
    ["2024-03-10 03:01", "America/New_York", "2024-03-10T07:01:00.000Z"],
    ["Tue, 05 Mar 2024 10:00:00 CST", "America/Chicago", "2024-03-05T16:00:00.000Z"],
    ["2024-03-05 10:00", "Mars/Olympus", "2024-03-05T10:00:00.000Z"],
  ])("%s in %s", (text, timezone, expected) => {
    expect(parseDate(text, timezone)).toBe(expected);
  });
});

describe("findDate", () => {
  const PHRASES: readonly [text: string, iso: string][] = [
    ["2022-03-09", "2022-03-08T16:00:00.000Z"],
    ["发布时间：2022年3月9日 来源：新华社", "2022-03-08T16:00:00.000Z"],
    ["2022/03/09 08:30", "2022-03-09T00:30:00.000Z"],
    ["2022.3.9 08:30:15", "2022-03-09T00:30:15.000Z"],
    ["2022年03月09日08时30分", "2022-03-09T00:30:00.000Z"],
    ["2022年03月09日 星期三 08:30", "2022-03-09T00:30:00.000Z"],
    ["2022-03-09T08:30:00+08:00", "2022-03-09T00:30:00.000Z"],
    ["2022-03-09T08:30:00.123Z", "2022-03-09T08:30:00.000Z"],
    ["2022-03-09T08:30:00-0500", "2022-03-09T13:30:00.000Z"],
    ["二〇二二年三月九日", "2022-03-08T16:00:00.000Z"],
    ["二○一九年十二月二十三日", "2019-12-22T16:00:00.000Z"],
    ["March 9, 2022 at 8:30 p.m.", "2022-03-09T12:30:00.000Z"],
    ["Wed, 9 Mar 2022 08:30:00 GMT", "2022-03-09T08:30:00.000Z"],
    ["9th March 2022", "2022-03-08T16:00:00.000Z"],
    ["民國113年3月5日", "2024-03-04T16:00:00.000Z"],
    ["发布时间：2024年3月5日 下午3:05", "2024-03-05T07:05:00.000Z"],
    ["2024-03-05 08:30 EST", "2024-03-05T13:30:00.000Z"],
    ["2024-03-05 3:2 取胜", "2024-03-04T16:00:00.000Z"],
    ["2019 04/06 10:15", "2019-04-06T02:15:00.000Z"],
    // An impossible date is passed over for the possible one behind it.
    ["编号2022-13-41，2022-03-09发布", "2022-03-08T16:00:00.000Z"],
  ];
  for (const [text, iso] of PHRASES) it(text, () => expect(findDate(text, ZONE)).toBe(iso));

  const NEGATIVES = ["", "2022-02-30", "3月9日", "电话 010-2022-0309", "1889-03-09", "2022", "12:30", "May we 9, 2022"];
  for (const text of NEGATIVES) it(`no date: ${text}`, () => expect(findDate(text, ZONE)).toBeUndefined());

  it("reads a bare day as midnight in the zone, summer time included", () => {
    expect(findDate("2022-07-01", "Europe/Berlin")).toBe("2022-06-30T22:00:00.000Z");
    expect(findDate("2022-01-01", "Europe/Berlin")).toBe("2021-12-31T23:00:00.000Z");
    expect(findDate("2022-03-09", "UTC")).toBe("2022-03-09T00:00:00.000Z");
  });
});

describe("findUrlDate", () => {
  const ADDRESSES: readonly [url: string, iso: string | undefined][] = [
    ["http://a.example/2022/03/09/c_1.htm", "2022-03-08T16:00:00.000Z"],
    ["http://a.example/2022-03/09/c_1.htm", "2022-03-08T16:00:00.000Z"],
    ["http://a.example/zfxx/202203/t20220309_5678.html", "2022-03-08T16:00:00.000Z"],
    ["http://a.example/n1/2022/0309/c123-456.html", "2022-03-08T16:00:00.000Z"],
    ["http://a.example/a/20220309A01.htm", "2022-03-08T16:00:00.000Z"],
    ["http://20220309.example/a.htm?d=2022-03-09", undefined],
    ["http://a.example/id/12022030912", undefined],
  ];
  for (const [url, iso] of ADDRESSES) it(url, () => expect(findUrlDate(url, ZONE)).toBe(iso));
});

describe("every way to write a minute", () => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const WAYS: Readonly<Record<string, (y: number, m: number, d: number, h: number, i: number) => string>> = {
    iso: (y, m, d, h, i) => `${y}-${two(m)}-${two(d)}T${two(h)}:${two(i)}:00`,
    slashes: (y, m, d, h, i) => `${y}/${m}/${d} ${h}:${two(i)}`,
    chinese: (y, m, d, h, i) => `${y}年${m}月${d}日 ${h}时${i}分`,
    halves: (y, m, d, h, i) => `${y}年${m}月${d}日${h < 12 ? "上午" : "下午"}${h % 12 || 12}:${two(i)}`,
    republic: (y, m, d, h, i) => `民國${y - 1911}年${m}月${d}日 ${two(h)}:${two(i)}`,
    rfc822: (y, m, d, h, i) => `${two(d)} ${MONTHS[m - 1]} ${y} ${two(h)}:${two(i)}:00 +0800`,
    english: (y, m, d, h, i) => `${MONTHS[m - 1]} ${d}, ${y} ${h % 12 || 12}:${two(i)} ${h < 12 ? "AM" : "PM"}`,
    compact: (y, m, d, h, i) => `${y}${two(m)}${two(d)}${two(h)}${two(i)}00`,
  };
  const MOMENT = fc.date({
    min: new Date("2001-01-01T00:00Z"),
    max: new Date("2049-12-31T00:00Z"),
    noInvalidDate: true,
  });

  it.each(Object.keys(WAYS))("%s is read as that minute, as a value and in a text", (name) => {
    fc.assert(
      fc.property(MOMENT, (date) => {
        const minute = Math.floor(date.getTime() / 60_000) * 60_000;
        const local = new Date(minute + 8 * 3_600_000);
        const [y, m, d] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
        const text = WAYS[name]?.(y, m, d, local.getUTCHours(), local.getUTCMinutes()) ?? "";
        expect(parseDate(text, ZONE)).toBe(new Date(minute).toISOString());
        if (name !== "compact")
          expect(findDate(`发布时间：${text} 来源：本网`, ZONE)).toBe(new Date(minute).toISOString());
      }),
    );
  });
});
