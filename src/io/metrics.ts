/** The only file that names prom-client: what Prometheus reads. Names and labels hold no URL and no secret. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { JuyaoError } from "../errors.ts";
import type { PartState } from "../model.ts";
import type { Fetch } from "../ports.ts";

/** What is true at the moment of asking. */
export interface Facts {
  readonly feeds: number;
  /** Of those that are not paused. */
  readonly failingFeeds: number;
  readonly articles: number;
  readonly measures: number;
  readonly deliveries: Readonly<Partial<Record<PartState, number>>>;
}

export interface Metrics {
  /** Notes how long one round over the feeds took. */
  observeRound(seconds: number): void;
  /** The same way out, its requests counted by how they ended. */
  countRequests(fetch: Fetch): Fetch;
  /** The page that Prometheus reads; without facts, what the process knows by itself. */
  render(facts: Facts | undefined): Promise<{ readonly contentType: string; readonly body: string }>;
}

const STATES: readonly PartState[] = ["pending", "sending", "sent", "failed"];
const ROUND_SECONDS = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1200];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []): Gauge<T> =>
    new Gauge({ name, help, labelNames, registers });
  const feeds = gauge("juyao_feeds", "Feeds that are known");
  const failing = gauge("juyao_feeds_failing", "Feeds whose last check failed");
  const articles = gauge("juyao_articles", "Articles with measures in the archive");
  const measures = gauge("juyao_measures", "Measures in the archive");
  const deliveries = gauge("juyao_deliveries", "Digests by state", ["state"]);
  const rounds = new Histogram({
    name: "juyao_gather_round_seconds",
    help: "How long a round over the feeds took",
    buckets: ROUND_SECONDS,
    registers,
  });
  const requests = new Counter({
    name: "juyao_http_requests_total",
    help: "Requests to sources, by how they ended",
    labelNames: ["outcome"],
    registers,
  });

  function set(facts: Facts | undefined): void {
    for (const known of [feeds, failing, articles, measures, deliveries]) known.reset();
    if (!facts) {
      // A zero would say that there are none.
      for (const unlabelled of [feeds, failing, articles, measures]) unlabelled.remove();
      return;
    }
    feeds.set(facts.feeds);
    failing.set(facts.failingFeeds);
    articles.set(facts.articles);
    measures.set(facts.measures);
    for (const state of STATES) deliveries.set({ state }, facts.deliveries[state] ?? 0);
  }

  return {
    observeRound: (seconds) => rounds.observe(seconds),
    countRequests: (fetch) => async (url, options) => {
      try {
        const result = await fetch(url, options);
        requests.inc({ outcome: result.status === 304 ? "not-modified" : "ok" });
        return result;
      } catch (error) {
        requests.inc({ outcome: error instanceof JuyaoError ? error.code : "internal" });
        throw error;
      }
    },
    render: async (facts) => {
      set(facts);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
