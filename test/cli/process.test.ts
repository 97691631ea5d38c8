/** The real process: how it starts, how it ends, and what a kill in the middle leaves behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { newDataDir, ROOT, runCli } from "./runtime.ts";

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

const children: ChildProcess[] = [];

/** Whatever a failing test leaves behind ends with it. */
afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
});

function start(dataDir: string): Started {
  const child = spawn(process.execPath, [join(ROOT, "src", "main.ts"), "start"], {
    env: { DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** Resolves when the process has said it, or has ended. */
const said = ({ child, output }: Started, words: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (output().includes(words)) resolve();
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.on("exit", () => resolve());
  });

async function end({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  return (await exited)[0];
}

const countMeasures = async (dataDir: string): Promise<number> =>
  (
    JSON.parse((await runCli(["policy", "--json", "2020年..2026年12月"], { DATA_DIR: dataDir })).out) as {
      total: number;
    }
  ).total;

it("survives kill -9 in the middle of gathering and posting: nothing lost, nothing twice", {
  timeout: 30_000,
}, async () => {
  const reference = newDataDir();
  await runCli(["digest"], { DATA_DIR: reference });
  const dataDir = newDataDir();
  // Killed once while it reads the feeds, once about when the digest is posted.
  for (const words of ["正在读取订阅源", "举要 · "]) {
    const run = start(dataDir);
    await said(run, words);
    await end(run, "SIGKILL");
  }
  const last = start(dataDir);
  await said(last, '"msg":"ready"');
  const asked = Date.now();
  // As npm does: the whole group has had it, and it is passed on once more.
  last.child.kill("SIGTERM");
  await sleep(4);
  expect(await end(last, "SIGTERM")).toBe(0);
  expect(Date.now() - asked).toBeLessThan(2_000);

  expect(await countMeasures(dataDir)).toBe(await countMeasures(reference));
  const database = new DatabaseSync(join(dataDir, "juyao.db"), { readOnly: true });
  const count = (sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];
  expect(count("select count(*) from delivered")).toBe(
    count("select count(distinct article_seq) from measure where score >= 0.3"),
  );
  expect(count("select count(*) from part where state <> 'sent'")).toBe(0);
  expect(count("pragma integrity_check")).toBe("ok");
  database.close();
});
