/** What the HTTP server tells whoever watches the bot: alive, ready, numbers. None of it needs a login, so none names a URL. */
import { type AppStatus, countAll, findUnready } from "../flow/health.ts";
import type { Facts, Metrics } from "../io/metrics.ts";
import { type Address, type Reply, type Route, replyJson, startServer } from "../io/server.ts";
import type { Endpoint } from "../platform.ts";
import type { Log, Store } from "../ports.ts";

export interface Watched {
  readonly store: Store;
  readonly app: { status(): AppStatus };
}

/** A store that has not answered by then is as good as none. */
const PATIENCE_MS = 2_000;
/** Counting a large archive holds up what else the store has to do: more often than this nobody needs it. */
const FACTS_HOLD_MS = 10_000;

const STARTING: AppStatus = { phase: "starting", lost: [] };

/** `watched` is undefined until there is a store. */
export function createRoutes(watched: () => Watched | undefined, metrics: Metrics): Route[] {
  let facts: Promise<Facts | undefined> | undefined;
  let countedAt = 0;

  function recentFacts(): Promise<Facts | undefined> {
    const store = watched()?.store;
    if (!store) return Promise.resolve(undefined);
    const now = performance.now();
    if (!facts || now - countedAt > FACTS_HOLD_MS) {
      countedAt = now;
      // What the process knows of itself is worth telling all the more when the store fails.
      facts = countAll(store).catch(() => undefined);
    }
    return facts;
  }

  async function tellReady(): Promise<Reply> {
    const { app, store } = watched() ?? {};
    const unready = await findUnready(app?.status() ?? STARTING, store, PATIENCE_MS);
    return replyJson(unready.length === 0 ? 200 : 503, { ready: unready.length === 0, unready });
  }

  return [
    { method: "GET", path: "/healthz", answer: () => replyJson(200, { alive: true }) },
    { method: "GET", path: "/readyz", answer: tellReady },
    {
      method: "GET",
      path: "/metrics",
      answer: async () => ({ status: 200, ...(await metrics.render(await recentFacts())) }),
    },
  ];
}

export interface Monitor {
  readonly metrics: Metrics;
  stop(): Promise<void>;
}

export interface MonitorOptions {
  readonly address: Address;
  /** Where adapters are called. */
  readonly endpoints: readonly Endpoint[];
  readonly log: Log;
}

/** Throws what `startServer` throws. */
export async function startMonitor(options: MonitorOptions, watched: () => Watched | undefined): Promise<Monitor> {
  const { address, endpoints, log } = options;
  // Loaded only here: no other command should wait for it.
  const { createMetrics } = await import("../io/metrics.ts");
  const metrics = createMetrics();
  const server = await startServer(address, { routes: createRoutes(watched, metrics), endpoints, log });
  return { metrics, stop: () => server.stop() };
}
