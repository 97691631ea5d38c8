/** One life of the bot as its parent sees it: forked beforehand, let go, killed. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { News, Orders } from "./orders.ts";

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));
/** A life that neither ends nor dies by itself is a fault of its own. */
const LONGEST_MS = 60_000;

export interface Life {
  /** Loads the code, which takes longer than most lives, while another life is being lived. */
  readonly child: ChildProcess;
  readonly loaded: Promise<unknown>;
}

export function prepareLife(): Life {
  const child = fork(CHILD, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  return { child, loaded: once(child, "message") };
}

export interface LifeOptions {
  /** Milliseconds after which it is killed. */
  readonly killAfter?: number | undefined;
  readonly onNews: (news: News) => void;
}

/** `killed`: by us; `crashed`: by itself, where it was ordered to; `ended`: lived to its end; `failed`: could not begin. */
export type Death = "killed" | "crashed" | "ended" | "failed";

export async function live(life: Life, orders: Orders, { killAfter, onNews }: LifeOptions): Promise<Death> {
  const { child, loaded } = life;
  await loaded;
  let killed = false;
  let errors = "";
  const kill = (): void => {
    killed = child.kill("SIGKILL");
  };
  const timers = [setTimeout(kill, LONGEST_MS)];
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.on("message", (news: News) => {
    onNews(news);
    if (news.type === "began" && killAfter !== undefined) timers.push(setTimeout(kill, killAfter));
  });
  const exited = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  child.send(orders);
  const [code, signal] = await exited;
  for (const timer of timers) clearTimeout(timer);
  if (/^\w*Error/m.test(errors)) onNews({ type: "trouble", code: "internal", cause: errors });
  if (signal === "SIGKILL") return killed ? "killed" : "crashed";
  return code === 0 ? "ended" : "failed";
}
