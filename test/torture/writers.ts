/** People at the command line, on the same database, while the bot lives and dies. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "./chance.ts";
import { TOPICS } from "./channels.ts";
import { feedsAt, feedUrl, HAND_FEEDS } from "./sources.ts";

const MAIN = join(import.meta.dirname, "..", "..", "src", "main.ts");

export interface Writers {
  /** Commands that were begun, by name; `killed` among them. */
  readonly counts: ReadonlyMap<string, number>;
  /** The feed that is being removed just now. */
  removing(): string | undefined;
  /** Begins the next command, if the last one has ended. */
  next(): void;
  /** Waits for the last one. */
  end(): Promise<void>;
}

interface Place {
  readonly root: string;
  readonly database: string;
  readonly origin: string;
}

/** JSON is YAML. The same feeds and topics as the bot has; channels are the bot's alone. */
function writeConfig({ root, origin }: Place): string {
  const file = join(root, "juyao.yaml");
  const feeds = feedsAt(origin).map(({ id, url, title }) => ({ id, url, title }));
  writeFileSync(file, JSON.stringify({ feeds, topics: TOPICS, gather: { backfill: 100 } }));
  return file;
}

/** `onRemove` is called before a feed is being removed. */
export function createWriters(chance: Chance, place: Place, onRemove: (feed: string) => void): Writers {
  const { origin, database } = place;
  const env = {
    PATH: process.env.PATH,
    JUYAO_CONFIG: writeConfig(place),
    DATABASE_URL: database,
    ALLOW_PRIVATE_HOSTS: new URL(origin).host,
  };
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  let running: ChildProcess | undefined;
  let removing: string | undefined;

  const choose = (): { name: string; args: string[] } => {
    const feed = chance.pick(HAND_FEEDS);
    const url = feedUrl(origin, feed);
    const add = { name: "feeds add", args: ["feeds", "add", url] };
    const remove = { name: "feeds remove", args: ["feeds", "remove", url] };
    const digest = { name: "digest", args: ["digest", "--json"] };
    const chosen = chance.pick([add, add, add, remove, digest, { name: "policy", args: ["policy", "工程"] }]);
    if (chosen === remove) {
      removing = feed;
      onRemove(feed);
    }
    return chosen;
  };

  return {
    counts,
    removing: () => removing,
    next: () => {
      if (running) return;
      const { name, args } = choose();
      count(name);
      const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: "ignore" });
      running = child;
      child.once("exit", () => {
        running = undefined;
        removing = undefined;
      });
      if (!chance.happens(0.3)) return;
      const timer = setTimeout(
        () => {
          if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) count("killed");
        },
        chance.between(600, 2500),
      );
      child.once("exit", () => clearTimeout(timer));
    },
    end: async () => {
      if (running) await once(running, "exit");
    },
  };
}
