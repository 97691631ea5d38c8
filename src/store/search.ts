/** Look-ups: measures by words, periods and what else a person may ask for. */
import { setImmediate } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { type ArchiveAnswer, type ArchiveQuery, type Breakdown, COUNTED, type Place } from "../ports.ts";
import { underOwnNames } from "./holding.ts";
import { type Hit, loadHits } from "./load.ts";
import { readWhole } from "./look.ts";
import { expressionOf, type Fields, isCharacter, type Surroundings, topicTerm } from "./match.ts";
import { yearOfNumber } from "./number.ts";
import { pieces, splitLines } from "./rows.ts";
import type { Database } from "./schema.ts";
import { listHiddenFeeds, notHidden } from "./visible.ts";

/**
 * More or longer words than a person types, and than the database takes in one statement. Every one must occur, so
 * nothing is found.
 */
const MOST_WORDS = 100;
const LONGEST_WORD = 10_000;

/** Where the words may stand in each tier of an answer. What an earlier tier has found is no part of a later one. */
const TIERS: readonly Fields[] = [["headline"], ["headline", "detail"], ["headline", "detail", "title"], undefined];

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
  const topics = [];
  for (const topic of query.topics ?? []) {
    const whole = topicTerm(topic, true);
    const [known] = await findNumbers(
      db,
      sql`select rowid as seq from measure_index where measure_index match ${whole} limit 1`,
    );
    topics.push(known === undefined ? topicTerm(topic, false) : whole);
  }
  return { topics, irregular };
}

async function findNumbers(db: Database, statement: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await (statement as RawBuilder<{ seq: number }>).execute(db);
  return rows.map(({ seq }) => seq);
}

/** A query with all that is needed to ask the database for it. */
interface Plan {
  readonly query: ArchiveQuery;
  readonly surroundings: Surroundings;
  /** Holds for what is not hidden. */
  readonly visible: (number: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly tiers: readonly Fields[];
}

/** Undefined where nothing can be found. */
async function planOf(db: Database, given: ArchiveQuery): Promise<Plan | undefined> {
  const words = [...new Set(given.words.filter((word) => word !== ""))];
  if (words.length > MOST_WORDS || words.some((word) => word.length > LONGEST_WORD)) return undefined;
  const query = { ...given, words };
  const hasWords = words.length + (query.anyOf?.length ?? 0) > 0 && !isCharacter(query);
  return {
    query,
    surroundings: await surroundingsOf(db, query),
    visible: notHidden(await listHiddenFeeds(db)),
    tiers: query.byField && hasWords ? TIERS : [undefined],
  };
}

/** Numbers of what one tier finds below a number, the newest first. */
function selectNumbers({ query, surroundings, visible, tiers }: Plan, { tier, number }: Place, limit: number) {
  const expression = expressionOf(query, surroundings, tiers[tier], tiers[tier - 1]);
  const [table, column] = expression === undefined ? ["measure", "seq"] : [expression.table, "rowid"];
  const found = expression === undefined ? sql`true` : sql`${sql.table(table)} match ${expression.text}`;
  const seq = sql.ref(`${table}.${column}`);
  return sql`select ${seq} as seq from ${sql.table(table)} where ${found} and ${seq} < ${number} and ${visible(seq)}
    order by ${seq} desc limit ${limit}`;
}

/** A statement holds the event loop; between two of them others have their turn. */
const air = setImmediate;

/** Tier after tier, as far as `limit` measures go. */
async function walk(db: Database, plan: Plan, after: Place | undefined, limit: number): Promise<Place[]> {
  const found: Place[] = [];
  for (let tier = after?.tier ?? 0; tier < plan.tiers.length && found.length < limit; tier++) {
    await air();
    const number = tier === after?.tier ? after.number : Number.MAX_SAFE_INTEGER;
    const numbers = await findNumbers(db, selectNumbers(plan, { tier, number }, limit - found.length));
    found.push(...numbers.map((each) => ({ tier, number: each })));
  }
  return found;
}

/** Whatever the fields and the page: the newest of all. */
const WHOLE: Place = { tier: 0, number: Number.MAX_SAFE_INTEGER };
const selectNewest = (plan: Plan, limit: number) => selectNumbers({ ...plan, tiers: [undefined] }, WHOLE, limit);

async function countAll(db: Database, plan: Plan): Promise<number> {
  await air();
  const found = await sql<{
    total: number;
  }>`select count(*) as total from (${selectNewest(plan, COUNTED + 1)})`.execute(db);
  return found.rows[0]?.total ?? 0;
}

/** The measures of a page and one more, if there is one, and how many there are in all. */
async function readPlaces(db: Database, plan: Plan) {
  const { limit, offset = 0, after } = plan.query;
  const needed = offset + limit + 1;
  const places = await walk(db, plan, after, needed);
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
    const numbers = plan ? await findNumbers(trx, selectNewest(plan, COUNTED)) : [];
    const topics: string[] = [];
    for (const piece of pieces(numbers)) {
      const rows = await trx.selectFrom("measure").select("topics").where("seq", "in", piece).execute();
      topics.push(...rows.flatMap((row) => splitLines(row.topics)));
    }
    return { years: tally(numbers.map(yearOfNumber)), topics: tally(topics) };
  });
}
