/** Runs as a thread of its own: answers look-ups from the database that it is given. */
import { parentPort, workerData } from "node:worker_threads";
import { Kysely } from "kysely";
import { toJuyaoError } from "./fault.ts";
import { type Answer, createLookups, type Question } from "./lookups.ts";
import type { Tables } from "./schema.ts";
import { createSqliteDialect, openDatabase } from "./sqlite.ts";

export interface WorkerData {
  readonly file: string;
  readonly patienceMs: number;
}

const { file, patienceMs } = workerData as WorkerData;
const opened = openDatabase(file, patienceMs).then((database) =>
  createLookups(new Kysely<Tables>({ dialect: createSqliteDialect(database, patienceMs) })),
);

async function answer({ number, name, query }: Question): Promise<Answer> {
  try {
    return { number, value: await (await opened)[name](query) };
  } catch (fault) {
    const { code: failed, detail, cause } = toJuyaoError(fault);
    return { number, failed, detail, cause: String(cause) };
  }
}

parentPort?.on("message", async (question: Question) => parentPort?.postMessage(await answer(question)));
