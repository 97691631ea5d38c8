/**
 * Walking backwards through what expressions of the index find: newest first, no further than is asked for. A statement
 * holds the event loop; between two of them others have their turn.
 */
import { setImmediate as air } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { Expression, Sought } from "./match.ts";
import type { Database } from "./schema.ts";

/** Numbers that are looked for in another table at a time. */
const CHUNK = 256;
/** To go through so many rows takes as long as to ask for each number of a chunk. */
const NEAR = 2 ** 15;

const numberOf = ({ table }: Expression): RawBuilder<number> =>
  sql.ref(table === "measure" ? "measure.seq" : `${table}.rowid`);

const found = ({ table, text }: Expression): RawBuilder<unknown> =>
  text === undefined ? sql`true` : sql`${sql.table(table)} match ${text}`;

/** A number is bound as a floating one, and by such a bound the index does not begin where it should. */
const whole = (number: number): RawBuilder<number> => sql`cast(${number} as integer)`;

/** In one row: an object for each number would be more to clean up than all the rest. */
async function listNumbers(db: Database, statement: RawBuilder<unknown>): Promise<number[]> {
  await air();
  const { rows } = await sql<{ all: string }>`select json_group_array(seq) as "all" from (${statement})`.execute(db);
  return JSON.parse(rows[0]?.all ?? "[]") as number[];
}

/** Those among some numbers, given newest first, that an expression finds. */
async function heldBy(db: Database, expression: Expression, numbers: readonly number[]): Promise<Set<number>> {
  const [newest = 0, oldest = 0] = [numbers[0], numbers.at(-1)];
  const seq = numberOf(expression);
  const all = sql`from ${sql.table(expression.table)} where ${found(expression)}`;
  const near = sql`${all} and ${seq} <= ${whole(newest)} and ${seq} >= ${whole(oldest)}`;
  const listed = sql`json_each(${JSON.stringify(numbers)})`;
  const isFar = await listNumbers(db, sql`select ${seq} as seq ${near} limit 1 offset ${NEAR}`);
  // The plus keeps the index from being asked for each of the numbers.
  const held =
    isFar.length === 0
      ? sql`select ${seq} as seq ${near} and +${seq} in (select value from ${listed})`
      : sql`select value as seq from ${listed} where exists (select 1 ${all} and ${seq} = value)`;
  return new Set(await listNumbers(db, held));
}

export interface Walk {
  readonly sought: Sought;
  /** Holds for numbers that may be seen. */
  readonly visible: (number: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Only numbers below this one. */
  readonly below: number;
  readonly limit: number;
}

/** Numbers of one expression alone. */
function selectBack(expression: Expression, { visible, below, limit }: Walk): RawBuilder<unknown> {
  const seq = numberOf(expression);
  return sql`select ${seq} as seq from ${sql.table(expression.table)}
    where ${found(expression)} and ${seq} < ${whole(below)} and ${visible(seq)} order by ${seq} desc limit ${limit}`;
}

/** The expression that finds the fewest, as far as its first numbers tell. */
async function findRarest(db: Database, walk: Walk): Promise<Expression> {
  let [rarest] = walk.sought.wanted;
  if (walk.sought.wanted.length === 1) return rarest;
  let least = Number.POSITIVE_INFINITY;
  for (const expression of walk.sought.wanted) {
    const numbers = await listNumbers(db, selectBack(expression, { ...walk, limit: CHUNK }));
    const reached = numbers.length < CHUNK ? 0 : (numbers.at(-1) ?? 0);
    if (reached < least) [rarest, least] = [expression, reached];
  }
  return rarest;
}

/** One expression says it all. */
const isPlain = ({ wanted, unwanted }: Sought): boolean => wanted.length === 1 && unwanted.length === 0;

/** How many there are, as far as `limit`. */
export async function countBack(db: Database, walk: Walk): Promise<number> {
  if (!isPlain(walk.sought)) return (await walkBack(db, walk)).length;
  await air();
  const all = selectBack(walk.sought.wanted[0], walk);
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${all})`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Numbers of measures, newest first. */
export async function walkBack(db: Database, walk: Walk): Promise<number[]> {
  const { sought, limit } = walk;
  const leader = await findRarest(db, walk);
  const others = sought.wanted.filter((expression) => expression !== leader);
  if (isPlain(sought)) return listNumbers(db, selectBack(leader, walk));
  const kept: number[] = [];
  for (let below = walk.below; kept.length < limit; ) {
    const numbers = await listNumbers(db, selectBack(leader, { ...walk, below, limit: CHUNK }));
    let left = numbers;
    for (const expression of [...others, ...sought.unwanted]) {
      if (left.length === 0) break;
      const held = await heldBy(db, expression, left);
      const wanted = !sought.unwanted.includes(expression);
      left = left.filter((number) => held.has(number) === wanted);
    }
    kept.push(...left);
    if (numbers.length < CHUNK) break;
    below = numbers.at(-1) ?? 0;
  }
  return kept.slice(0, limit);
}
