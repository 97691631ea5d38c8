import { expect, it } from "vitest";
import { compileTopics } from "../../src/topic/assign.ts";

const assign = compileTopics([
  { name: "人工智能", words: ["人工智能", "AI", "大模型"] },
  { name: "储能", words: ["储能", "energy storage"] },
  { name: "养老", words: ["养老"] },
  { name: "汽车", words: ["汽车"] },
  { name: "医疗", words: ["医疗", "中药"] },
  { name: "国内", words: ["中国"] },
]);

it.each([
  ["支持人工智能与储能，推广大模型", ["人工智能", "储能"]],
  ["推動儲能參與市場", ["储能"]],
  ["ＡＩ 芯片", ["人工智能"]],
  ["he said it again", []],
  ["foreign aid and air", []],
  ["New Energy Storage rules", ["储能"]],
  ["", []],
  ["子女教育和赡养老人支出可以扣除", []],
  ["完善养老服务体系", ["养老"]],
  ["新能源汽车产销两旺", ["汽车"]],
  ["医疗器械注册收费下调", ["医疗"]],
  ["其中药品支出占三成", []],
  ["集中医疗资源下沉基层", ["医疗"]],
  ["与发展中国家加强合作", []],
  ["中国与发展中国家加强合作", ["国内"]],
])("%s", (text, topics) => {
  expect(assign(text)).toEqual(topics);
});
