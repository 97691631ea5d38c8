/**
 * Precision and recall of reposts, on articles it makes itself: originals of sentences put together from a vocabulary of
 * office prose, reposts with 5–20 % of the characters changed and with other furniture, and new editions of statistics,
 * which are no reposts.
 */
import { isSameStory, type Story, toStory } from "../../src/digest/story.ts";
import type { Article } from "../../src/model.ts";

/** Words are made of these, two characters each: a vocabulary as wide as that of real prose. */
const FIRST =
  "产业能源市场企业项目资金技术人才平台园区港口粮食医药消费外贸数据算力电网钢铁化工纺织物流金融教育养老生态水利交通住房就业税收信用标准专利安全应急环保农机林业海洋航空电池芯片";
const SECOND =
  "发展改造升级培育保障监管整合优化扩容提质转型攻关协同开放共享储备调度评估清理试点示范推广引导支持建设治理服务创新融合循环替代联动激励约束核查预警";

/** A small generator, so that every run makes the same articles. */
function createChance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Chance = ReturnType<typeof createChance>;

const figure = (chance: Chance): string => `${chance(900) + 10}.${chance(10)}`;

/** Two characters of one list, side by side in it or not. */
const pair = (list: string, chance: Chance): string =>
  `${list[chance(list.length)] ?? ""}${list[chance(list.length)] ?? ""}`;
const phrase = (chance: Chance): string => pair(FIRST, chance) + pair(SECOND, chance);

function makeText(chance: Chance, sentences: number): string {
  return Array.from({ length: sentences }, () => {
    const number = chance(3) === 0 ? `，规模达到${figure(chance)}亿元` : "";
    return `${pair(FIRST, chance)}部门加快${phrase(chance)}${number}，推动${phrase(chance)}，支持${phrase(chance)}，年底前${phrase(chance)}。`;
  }).join("");
}

const STATISTIC = (month: number, chance: Chance): string =>
  `${month}月份，全省规模以上工业增加值同比增长${figure(chance)}%，比上月加快${figure(chance)}个百分点。分门类看，采矿业增长${figure(chance)}%，制造业增长${figure(chance)}%，电力热力燃气及水生产和供应业增长${figure(chance)}%。分产品看，新能源汽车产量${figure(chance)}万辆，集成电路产量${figure(chance)}亿块，发电量${figure(chance)}亿千瓦时。产品销售率为${figure(chance)}%，出口交货值${figure(chance)}亿元。`;

function edit(text: string, share: number, inRuns: boolean, chance: Chance): string {
  const chars = [...text];
  const run = inRuns ? 3 : 1;
  for (let changes = Math.floor((chars.length * share) / run); changes > 0; changes--) {
    const at = chance(chars.length);
    for (let i = at; i < Math.min(at + run, chars.length); i++) chars[i] = String.fromCodePoint(0x4e00 + chance(6000));
  }
  return chars.join("");
}

const furnish = (text: string, chance: Chance): string =>
  `来源：${pair(FIRST, chance)}网站${chance(1000)}\n${text}\n本文由${pair(FIRST, chance)}通讯员供稿，转载请注明出处。`;

const article = (title: string, text: string): Article => ({
  ...{ id: "", url: "", title, text, seenAt: "", language: "zh-Hans", removed: [] },
});

const ORIGINALS = 400;
const chance = createChance(7);
const originals = Array.from({ length: ORIGINALS }, (_, i) => ({
  title: `第${i}号工作动态`,
  text: makeText(chance, 4 + chance(24)),
}));
const stories = originals.map(({ title, text }) => toStory(article(title, text)));
const editions = Array.from({ length: 12 }, (_, month) =>
  toStory(article("全省工业经济运行情况", STATISTIC(month + 1, chance))),
);

const rows: string[] = [];
const count = { right: 0, wrong: 0, missed: 0 };
for (const inRuns of [true, false]) {
  for (const share of [0.05, 0.1, 0.15, 0.2]) {
    const here = { right: 0, wrong: 0, missed: 0 };
    originals.forEach(({ text }, i) => {
      const repost = toStory(article(`转发：第${i}则`, furnish(edit(text, share, inRuns, chance), chance)));
      stories.forEach((story: Story, k) => {
        const same = isSameStory(story, repost);
        if (same && k === i) here.right++;
        else if (same) here.wrong++;
        else if (k === i) here.missed++;
      });
    });
    rows.push(
      `${inRuns ? "runs of 3" : "single   "}  ${String(share * 100).padStart(3)} %   recall ${(here.right / ORIGINALS).toFixed(3)}   wrong ${here.wrong}`,
    );
    for (const key of ["right", "wrong", "missed"] as const) count[key] += here[key];
  }
}
/** Pairs of a list that are taken for one story. */
const countMerged = (all: readonly Story[]): number =>
  all.reduce((sum, a, i) => sum + all.slice(i + 1).filter((b) => isSameStory(a, b)).length, 0);
const precision = count.right / (count.right + count.wrong);
const recall = count.right / (count.right + count.missed);
process.stdout.write(
  `${rows.join("\n")}\nall          precision ${precision.toFixed(4)}   recall ${recall.toFixed(4)}\n` +
    `different originals merged ${countMerged(stories)} of ${(ORIGINALS * (ORIGINALS - 1)) / 2} pairs; editions of one statistic merged ${countMerged(editions)} of 66\n`,
);
