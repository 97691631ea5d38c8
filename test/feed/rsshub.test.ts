import { expect, it } from "vitest";
import { rsshubAddresses } from "../../src/feed/rsshub.ts";

it("knows routes only for sites it knows, and only where there is an RSSHub", () => {
  const base = "http://127.0.0.1:1200/";
  expect(rsshubAddresses("https://www.miit.gov.cn/zwgk/index.html", base)).toContain(
    "http://127.0.0.1:1200/gov/miit/zcwj",
  );
  expect(rsshubAddresses("https://miit.gov.cn/", base)).toContain("http://127.0.0.1:1200/gov/miit/zcwj");
  expect(rsshubAddresses("https://www.miit.gov.cn/", undefined)).toEqual([]);
  expect(rsshubAddresses("https://site.test/", base)).toEqual([]);
});
