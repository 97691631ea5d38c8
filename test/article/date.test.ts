import { describe, expect, it } from "vitest";
import { findDate, findUrlDate, parseDate } from "../../src/article/date.ts";

const ZONE = "Asia/Shanghai";

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

describe("parseDate", () => {
  it("also reads compact dates and epochs", () => {
    expect(parseDate("20220309", ZONE)).toBe("2022-03-08T16:00:00.000Z");
    expect(parseDate("20220309083015", ZONE)).toBe("2022-03-09T00:30:15.000Z");
    expect(parseDate("1646785800", ZONE)).toBe("2022-03-09T00:30:00.000Z");
    expect(parseDate("1646785800000", ZONE)).toBe("2022-03-09T00:30:00.000Z");
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
