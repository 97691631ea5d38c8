import { expect, it } from "vitest";
import { gather } from "../../src/flow/gather.ts";
import { followRound } from "../../src/flow/round.ts";
import type { Store } from "../../src/ports.ts";
import { channelNamed, createWorld, feedNamed, flowParts, recordingAdapter, rss, SILENT } from "./world.ts";

it("a round goes on with the other channels and watches where one of them fails", async () => {
  const world = createWorld();
  const gathering = await flowParts(world);
  const feed = feedNamed("a");
  await gathering.store.putFeed(feed);
  const watches = ["坏", "好"].map((name) =>
    channelNamed(`watch ${name}`, { words: ["储能"], postTo: `test:${name}` }),
  );
  for (const { id } of watches) await gathering.store.seeChannel(id);
  world.serve(feed.url, rss([{ id: "1", measures: ["建设储能电站", "稳定外贸订单"] }]));
  await gather(gathering);
  const store: Store = {
    ...gathering.store,
    pending: (channel) =>
      channel.id === "watch 坏" ? Promise.reject(new Error("broken")) : gathering.store.pending(channel),
  };
  const adapter = recordingAdapter();
  const errors: object[] = [];
  await followRound({
    ...{ store, clock: gathering.clock, fetch: world.fetch, topics: () => [], sleep: async () => {} },
    log: { ...SILENT, error: (fields) => void errors.push(fields) },
    adapters: new Map([["test", adapter]]),
    onReach: async () => {},
    ...{ adminChannel: undefined, locale: "zh-CN", watchesPerHour: 4, disk: async () => undefined },
    channels: async () => [],
    watches: async () => watches,
  });
  expect(adapter.posted.map(({ channel }) => channel)).toEqual(["test:好"]);
  expect(errors).toMatchObject([{ channel: "watch 坏" }]);
});
