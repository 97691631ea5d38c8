/** Look-ups: measures by words, periods and what else a person may ask for. */
import { setImmediate as air } from "node:timers/promises";
import { sql } from "kysely";
import { type ArchiveAnswer, type ArchiveQuery, type Breakdown, COUNTED, type Place } from "../ports.ts";
import { underOwnNames } from "./holding.ts";
import { type Hit, loadHits } from "./load.ts";
import { readWhole } from "./look.ts";
import { type Fields, hasWords, type Surroundings, soughtOf, topicTerm, variantsOf } from "./match.ts";
import { yearOfNumber } from "./number.ts";
import { pieces, splitLines } from "./rows.ts";
import type { Database } from "./schema.ts";
import { listHiddenFeeds, notHidden } from "./visible.ts";
import { countBack, type Walk, walkBack } from "./walk.ts";

/**
 * More or longer words than a person types, and than the database takes in one statement. Every one must occur, so
 * nothing is found.
 */
const MOST_WORDS = 100;
const LONGEST_WORD = 10_000;

/** Where words may stand to be in the text of a measure: anywhere but in the names of its topics. */
const TEXT: Fields = ["headline", "detail", "title", "issuer", "number"];
/** Where the words may stand in each tier of an answer. What an earlier tier has found is no part of a later one. */
const TIERS: readonly Fields[] = [
  ["headline"],
  ["headline", "detail"],
  ["headline", "detail", "title"],
  TEXT,
  undefined,
];

/** As they stand in the index: by its whole name, or where none is called so, by a part of it. */
async function topicTerms(db: Database, topics: readonly string[] = []): Promise<string[]> {
  const terms = [];
  for (const topic of topics) {
    const whole = topicTerm(topic, true);
    const { rows } = await sql`select 1 from measure_index where measure_index match ${whole} limit 1`.execute(db);
    terms.push(rows.length === 0 ? topicTerm(topic, false) : whole);
  }
  return terms;
}

/** What of a query can be found in the database only. */
async function surroundingsOf(db: Database, query: ArchiveQuery): Promise<Surroundings> {
  const ranges = [...query.about, ...(query.notAbout ?? [])];
  const irregular = [];
  for (const { start, end } of ranges) {
    const rows = await db
      .selectFrom("irregular_period")
      .select(["start_on as start", "end_on as end"])
      .where("start_on", ">=", start)
      .where("end_on", "<=", end)
      .execute();
    irregular.push(...rows);
  }
  const topics = await topicTerms(db, query.topics);
  return { irregular, topics, notTopics: await topicTerms(db, query.notTopics) };
}

/** A query with all that is needed to ask the database for it. */
interface Plan extends Pick<Walk, "visible"> {
  readonly query: ArchiveQuery;
  /** It is asked for in each of these ways. */
  readonly variants: readonly ArchiveQuery[];
  readonly surroundings: Surroundings;
  readonly tiers: readonly Fields[];
  /** Where words may stand, whatever the tier. */
  readonly whole: Fields;
}

/** Undefined where nothing can be found. */
async function planOf(db: Database, given: ArchiveQuery): Promise<Plan | undefined> {
  const words = [...new Set(given.words.filter((word) => word !== ""))];
  if (words.length > MOST_WORDS || words.some((word) => word.length > LONGEST_WORD)) return undefined;
  const query = { ...given, words };
  const variants = variantsOf(query);
  const whole = query.inText ? TEXT : undefined;
  return {
    query,
    variants,
    surroundings: await surroundingsOf(db, query),
    visible: notHidden(await listHiddenFeeds(db)),
    // A character is found wherever it stands.
    tiers: query.byField && variants.length === 1 && hasWords(query) ? TIERS : [whole],
    whole,
  };
}

/** Numbers of what one tier finds below a number, the newest first. */
async function listTier(db: Database, plan: Plan, { tier, number }: Place, limit: number): Promise<number[]> {
  const { variants, surroundings, tiers, visible } = plan;
  const numbers = new Set<number>();
  for (const query of variants) {
    const sought = soughtOf(query, surroundings, tiers[tier], tiers[tier - 1]);
    for (const each of await walkBack(db, { sought, visible, below: number, limit })) numbers.add(each);
  }
  return [...numbers].sort((a, b) => b - a).slice(0, limit);
}

/** Tier after tier, as far as `limit` measures go. */
async function listPlaces(db: Database, plan: Plan, after: Place | undefined, limit: number): Promise<Place[]> {
  const found: Place[] = [];
  for (let tier = after?.tier ?? 0; tier < plan.tiers.length && found.length < limit; tier++) {
    const number = tier === after?.tier ? after.number : LATEST;
    const numbers = await listTier(db, plan, { tier, number }, limit - found.length);
    found.push(...numbers.map((each) => ({ tier, number: each })));
  }
  return found;
}

const LATEST = Number.MAX_SAFE_INTEGER;

/** Whatever the tier and the page: the newest of all. */
const listNewest = (db: Database, plan: Plan, limit: number): Promise<number[]> =>
  listTier(db, { ...plan, tiers: [plan.whole] }, { tier: 0, number: LATEST }, limit);

async function countAll(db: Database, plan: Plan): Promise<number> {
  const limit = COUNTED + 1;
  const { variants, surroundings, visible, whole } = plan;
  const [query] = variants;
  // Numbers take more memory than their count.
  if (query === undefined || variants.length > 1) return (await listNewest(db, plan, limit)).length;
  return countBack(db, { sought: soughtOf(query, surroundings, whole), visible, below: LATEST, limit });
}

/** The measures of a page and one more, if there is one, and how many there are in all. */
async function readPlaces(db: Database, plan: Plan) {
  const { limit, offset = 0, after } = plan.query;
  const needed = offset + limit + 1;
  const places = await listPlaces(db, plan, after, needed);
  const isAll = after === undefined && places.length < needed;
  const total = isAll ? Math.min(places.length, COUNTED + 1) : await countAll(db, plan);
  return { places: places.slice(offset, needed), total };
}

async function hitsOf(db: Database, numbers: readonly number[]): Promise<Hit[]> {
  const hits = new Map<number, Hit>();
  for (const piece of pieces(numbers)) {
    const rows = await db.selectFrom("measure").select(["seq", "article_seq"]).where("seq", "in", piece).execute();
    for (const row of rows) hits.set(row.seq, row);
  }
  return numbers.flatMap((number) => hits.get(number) ?? []);
}

export async function search(db: Database, query: ArchiveQuery): Promise<ArchiveAnswer> {
  return readWhole(db, async (trx) => {
    const plan = await planOf(trx, query);
    if (!plan) return { articles: [], total: 0 };
    const { places, total } = await readPlaces(trx, plan);
    await air();
    const page = places.slice(0, query.limit);
    const hits = await hitsOf(
      trx,
      page.map(({ number }) => number),
    );
    const next = places.length > query.limit ? page.at(-1) : undefined;
    const articles = await underOwnNames(trx, await loadHits(trx, hits), query.carriedBy);
    return { articles, total, ...(next ? { next } : {}) };
  });
}

export async function count(db: Database, query: ArchiveQuery): Promise<number> {
  return readWhole(db, async (trx) => {
    const plan = await planOf(trx, query);
    return plan ? countAll(trx, plan) : 0;
  });
}

/** Counts how often each key comes, the most frequent first. */
function tally<Key>(keys: Iterable<Key>): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export async function breakDown(db: Database, query: ArchiveQuery): Promise<Breakdown> {
  return readWhole(db, async (trx) => {
    const plan = await planOf(trx, query);
    const numbers = plan ? await listNewest(trx, plan, COUNTED) : [];
    const topics: string[] = [];
    for (const piece of pieces(numbers)) {
      const rows = await trx.selectFrom("measure").select("topics").where("seq", "in", piece).execute();
      topics.push(...rows.flatMap((row) => splitLines(row.topics)));
    }
    return { years: tally(numbers.map(yearOfNumber)), topics: tally(topics) };
  });
}
