/** Who does what must be done once, though every replica thinks of it. */
import type { Clock } from "../ports.ts";
import type { Database } from "./schema.ts";

/** Longer than replicas can be apart in asking for the same run. */
const KEPT_MS = 3_600_000;

export async function winRun(db: Database, clock: Clock, key: string): Promise<boolean> {
  const now = clock.now().getTime();
  return db.transaction().execute(async (trx) => {
    // Those to come, too: a clock that was set back would find every run taken until it is where it was.
    await trx
      .deleteFrom("run")
      .where((eb) => eb.or([eb("won_ms", "<", now - KEPT_MS), eb("won_ms", ">", now + KEPT_MS)]))
      .execute();
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("run")
      .values({ key, won_ms: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });
}
