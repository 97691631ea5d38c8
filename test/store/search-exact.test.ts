/** What the index finds is what a scan finds: every phrase of 1 to 12 characters, with a plain LIKE as the oracle. */
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { fold } from "../../src/text/shadow.ts";
import { createClock, makeRecord, searchHeadlines } from "./sample.ts";

/** `JUYAO_CASES=100000 npx vitest run test/store/search-exact.test.ts` for a long look. */
const CASES = Number(process.env.JUYAO_CASES ?? 600);

/** Latin words and numbers are found as a whole; everything else from any character to any other. */
const WHOLE = ["5G", "ＡＩ", "GB", "T", "7714", "1.5", "12,000", "2024", "86.3", "CO2", "WTO", "é", "３", "Ⅳ", "㎡"];
const HAN = ["新能源", "新能", "能源汽車", "汽车", "車", "网络", "網絡", "络", "投资", "资", "工业和信息化部", "的"];
const MARKS = [
  "，",
  "。",
  "%",
  "℃",
  "/",
  " ",
  "　",
  "（",
  "）",
  "“",
  '"',
  "'",
  "*",
  "_",
  "^",
  "\\",
  "-",
  "·",
  "𠮷",
  "🚗",
];

interface Text {
  readonly source: string;
  readonly folded: string;
  /** Where in the folded text a phrase may begin or end. */
  readonly edges: ReadonlySet<number>;
}

/** Two latin words side by side would be one: something stands between them. */
function makeText(atoms: readonly string[]): Text {
  let source = "";
  let folded = "";
  const edges = new Set([0]);
  const add = (atom: string, whole: boolean) => {
    const characters = whole ? [fold(atom)] : [...fold(atom)];
    source += atom;
    for (const each of characters) {
      folded += each;
      edges.add(folded.length);
    }
  };
  atoms.forEach((atom, i) => {
    const whole = WHOLE.includes(atom);
    if (whole && /[\p{Script=Latin}\d.,]$/u.test(folded)) add("的", false);
    // ℃ becomes °c, whose c goes on in what follows.
    if (atom === "℃") {
      add("°", false);
      add("c", true);
      if (WHOLE.includes(atoms[i + 1] ?? "")) add("的", false);
    } else add(atom, whole);
  });
  return { source, folded, edges };
}

const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...HAN), weight: 5 },
      { arbitrary: fc.constantFrom(...WHOLE), weight: 2 },
      { arbitrary: fc.constantFrom(...MARKS), weight: 2 },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map(makeText);

const TRADITIONAL: Readonly<Record<string, string>> = { 车: "車", 网: "網", 络: "絡", 业: "業", 资: "資" };
const DISGUISES: readonly ((folded: string) => string)[] = [
  (folded) => folded,
  (folded) => folded.toUpperCase(),
  (folded) => folded.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (folded) => folded.replace(/[\u4e00-\u9fff]/g, (char) => TRADITIONAL[char] ?? char),
];

/** Where a phrase is taken from, how long it is, and how it is typed. */
const pick = fc.record({
  document: fc.nat(),
  field: fc.nat(3),
  start: fc.nat(),
  length: fc.integer({ min: 1, max: 12 }),
  disguise: fc.constantFrom(...DISGUISES),
  /** Taken apart and put together otherwise: most such phrases occur nowhere. */
  turned: fc.boolean(),
});

/** A phrase that cuts no word, or nothing. */
function phraseOf({ folded, edges }: Text, start: number, length: number): string {
  const sorted = [...edges].sort((a, b) => a - b);
  const from = sorted[start % sorted.length] ?? 0;
  const ends = sorted.filter((edge) => edge > from && edge <= from + length);
  return folded.slice(from, ends.at(-1) ?? from);
}

const turn = (phrase: string): string => [...phrase].slice(1).join("") + ([...phrase][0] ?? "");

function occurs({ folded, edges }: Text, phrase: string): boolean {
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
    if (edges.has(at) && edges.has(at + phrase.length)) return true;
  }
  return false;
}

const FIELDS = ["headline", "detail", "title", "issuer"] as const;

test("every phrase of 1 to 12 characters is found where LIKE finds it, and nowhere else", {
  timeout: 3_600_000,
}, async () => {
  const oracle = new DatabaseSync(":memory:");
  oracle.exec("create table field (document int, field int, folded text)");
  const insert = oracle.prepare("insert into field values (?, ?, ?)");
  const scan = oracle.prepare("select document, field from field where folded like ? escape '\\'");
  const store = await openStore({ url: ":memory:", clock: createClock() });
  const texts = fc.sample(fc.tuple(text, text, text, text), { numRuns: 150, seed: 11 });
  for (const [document, fields] of texts.entries()) {
    const [headline, detail, title, issuer] = fields;
    for (const [field, { folded }] of fields.entries()) insert.run(document, field, folded);
    const measures = [{ headline: headline.source, detail: detail.source, topics: [] }];
    const id = `${document}`;
    const article = { id, title: title.source, issuer: issuer.source, url: `https://a.test/${id}` };
    await store.archive(makeRecord(id, { article, measures }));
  }
  const tally = { cases: 0, found: 0, byLikeAlone: 0 };
  const numbersOf = async (word: string): Promise<number[]> => {
    const query = { words: [word], about: [], publishedIn: [], limit: 1000 };
    return (await store.search(query)).articles.map(({ article }) => Number(article.id)).sort((a, b) => a - b);
  };
  await fc.assert(
    fc.asyncProperty(pick, async ({ document, field, start, length, disguise, turned }) => {
      const taken = texts[document % texts.length]?.[field];
      if (!taken) throw new Error("no such text");
      const phrase = turned ? turn(phraseOf(taken, start, length)) : phraseOf(taken, start, length);
      fc.pre(phrase !== "");
      const listed = scan.all(`%${phrase.replace(/[\\%_]/g, "\\$&")}%`) as { document: number; field: number }[];
      const whole = listed.filter((hit) => {
        const found = texts[hit.document]?.[hit.field];
        return found !== undefined && occurs(found, phrase);
      });
      const expected = [...new Set(whole.map((hit) => hit.document))].sort((a, b) => a - b);
      expect(await numbersOf(disguise(phrase)), `${JSON.stringify(phrase)} in ${FIELDS[field]}`).toEqual(expected);
      tally.cases++;
      tally.found += expected.length > 0 ? 1 : 0;
      tally.byLikeAlone += listed.length === whole.length ? 1 : 0;
    }),
    { numRuns: CASES },
  );
  expect(tally.cases).toBe(CASES);
  expect(tally.found).toBeGreaterThan(CASES / 2);
  if (process.env.JUYAO_CASES) process.stdout.write(`${JSON.stringify(tally)}\n`);
  await store.close();
});

test("a phrase never reaches from one field, or one topic, into the next", async () => {
  const store = await openStore({ url: ":memory:", clock: createClock() });
  const article = { title: "丙丁", issuer: "戊己" };
  const measures = [{ headline: "甲", detail: "乙", topics: ["庚", "辛"] }];
  await store.archive(makeRecord("一", { article, measures }));
  for (const word of ["甲", "乙", "丙丁", "己", "庚", "辛"])
    expect(await searchHeadlines(store, { words: [word] }), word).toEqual(["甲"]);
  for (const word of ["甲乙", "乙丙", "丁戊", "己庚", "庚辛", "辛庚"])
    expect(await searchHeadlines(store, { words: [word] }), word).toEqual([]);
  await store.close();
});
