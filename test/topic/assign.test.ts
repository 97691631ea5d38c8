import { expect, it } from "vitest";
import { compileTopics } from "../../src/topic/assign.ts";

const assign = compileTopics([
  { name: "人工智能", words: ["人工智能", "AI", "大模型"] },
  { name: "储能", words: ["储能", "energy storage"] },
]);

it.each([
  ["支持人工智能与储能，推广大模型", ["人工智能", "储能"]],
  ["推動儲能參與市場", ["储能"]],
  ["ＡＩ 芯片", ["人工智能"]],
  ["he said it again", []],
  ["foreign aid and air", []],
  ["New Energy Storage rules", ["储能"]],
  ["", []],
])("%s", (text, topics) => {
  expect(assign(text)).toEqual(topics);
});
