/** Looks into the database from outside, as an admin with a shell would. */
import { DatabaseSync } from "node:sqlite";

export interface Wholeness {
  /** `ok`, or what is broken. */
  readonly integrity: string;
  readonly danglingKeys: number;
  readonly unsentParts: number;
  readonly unsentDeliveries: number;
  readonly articles: number;
  readonly deliveries: number;
}

const withDatabase = <T>(path: string, look: (first: (sql: string) => unknown) => T): T => {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
  try {
    return look((sql) => Object.values(database.prepare(sql).get() ?? {})[0]);
  } finally {
    database.close();
  }
};

export const inspect = (path: string): Wholeness =>
  withDatabase(path, (first) => ({
    integrity: String(first("pragma integrity_check")),
    danglingKeys: Number(first("select count(*) from pragma_foreign_key_check")),
    unsentParts: Number(first("select count(*) from part where state <> 'sent'")),
    unsentDeliveries: Number(first("select count(*) from delivery where state <> 'sent'")),
    articles: Number(first("select count(*) from article")),
    deliveries: Number(first("select count(*) from delivery")),
  }));

/** Whether this feed is there and was read to its end: what it publishes from now on is news. */
export const isRead = (path: string, url: string): boolean =>
  withDatabase(
    path,
    (first) =>
      Number(
        first(
          `select count(*) from feed join feed_check on feed_id = id where removed = 0 and gathered_at is not null and url = '${url}'`,
        ),
      ) > 0,
  );
