/** What is asked: words and periods as people mix them, the same in every run. */
import { addDays, makeMonth, makeQuarter, makeYear, type Stretch } from "../../../src/period/calendar.ts";
import type { ArchiveQuery } from "../../../src/ports.ts";
import { firstNumber } from "../../../src/store/number.ts";
import { anyWord, below, type Chance, createChance, ISSUERS, makeRecord, pick, TOPICS } from "./corpus.ts";

const EMPTY = { words: [], about: [], publishedIn: [], limit: 20 };

/** So many characters from anywhere in a headline, across words too. */
function cutOut(chance: Chance, articles: number, length: number): string {
  for (;;) {
    const { article, measures } = makeRecord(below(chance, articles));
    const { headline } = pick(chance, measures);
    const run = pick(chance, article.text.slice(headline.start, headline.end).split(/[^\u4e00-\u9fff]+/));
    if (run.length >= length) return run.slice(below(chance, run.length - length + 1)).slice(0, length);
  }
}

function anyPeriod(chance: Chance): Stretch {
  const year = 2021 + below(chance, 6);
  const day = addDays(`${year}-01-01`, below(chance, 300));
  const makers = [
    () => makeYear(year),
    () => makeQuarter(year, 1 + below(chance, 4)),
    () => makeMonth(year, 1 + below(chance, 12)),
    () => ({ grain: "range" as const, start: day, end: addDays(day, 45) }),
  ];
  return pick(chance, makers)();
}

/** Below the newest measures of any year. */
const anyPlace = (chance: Chance) => ({ tier: 0, number: firstNumber(anyPeriod(chance).start) });

type Make = (chance: Chance, articles: number) => ArchiveQuery;

/** Out of a hundred. */
const MIX: readonly (readonly [share: number, name: string, make: Make])[] = [
  [4, "1 character", (chance, articles) => ({ ...EMPTY, words: [cutOut(chance, articles, 1)] })],
  [20, "word", (chance) => ({ ...EMPTY, words: [anyWord(chance)] })],
  [3, "word, later page", (chance) => ({ ...EMPTY, words: [anyWord(chance)], after: anyPlace(chance) })],
  [
    1,
    "word and character",
    (chance, articles) => ({ ...EMPTY, words: [anyWord(chance), cutOut(chance, articles, 1)] }),
  ],
  [8, "2 characters", (chance, articles) => ({ ...EMPTY, words: [cutOut(chance, articles, 2)] })],
  [8, "3 characters", (chance, articles) => ({ ...EMPTY, words: [cutOut(chance, articles, 3)] })],
  [8, "4 characters", (chance, articles) => ({ ...EMPTY, words: [cutOut(chance, articles, 4)] })],
  [4, "6 characters", (chance, articles) => ({ ...EMPTY, words: [cutOut(chance, articles, 6)] })],
  [14, "two words", (chance) => ({ ...EMPTY, words: [anyWord(chance), anyWord(chance)] })],
  [2, "three words", (chance) => ({ ...EMPTY, words: [anyWord(chance), anyWord(chance), anyWord(chance)] })],
  [4, "either", (chance) => ({ ...EMPTY, anyOf: [[anyWord(chance), anyWord(chance)]] })],
  [4, "without", (chance) => ({ ...EMPTY, words: [anyWord(chance)], without: [anyWord(chance)] })],
  [6, "period", (chance) => ({ ...EMPTY, about: [anyPeriod(chance)] })],
  [4, "word about", (chance) => ({ ...EMPTY, words: [anyWord(chance)], about: [anyPeriod(chance)] })],
  [4, "word published", (chance) => ({ ...EMPTY, words: [anyWord(chance)], publishedIn: [anyPeriod(chance)] })],
  [
    2,
    "word from",
    (chance) => ({ ...EMPTY, words: [anyWord(chance)], from: { issuers: [pick(chance, ISSUERS)], feeds: [] } }),
  ],
  [2, "word topic", (chance) => ({ ...EMPTY, words: [anyWord(chance)], topics: [pick(chance, TOPICS)] })],
  [2, "nothing", (chance) => ({ ...EMPTY, words: [`${anyWord(chance)}龘靐`] })],
];

export interface Asked {
  readonly name: string;
  readonly query: ArchiveQuery;
}

/** In an order that mixes them. */
export function makeQueries(count: number, articles: number): Asked[] {
  const chance = createChance(4);
  const kinds = MIX.flatMap(([share, name, make]) => Array.from({ length: share }, () => ({ name, make })));
  return Array.from({ length: count }, () => {
    const { name, make } = pick(chance, kinds);
    return { name, query: make(chance, articles) };
  });
}
