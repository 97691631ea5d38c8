import { describe, expect, it } from "vitest";
import { gather } from "../../src/flow/gather.ts";
import { type PublishParts, publish } from "../../src/flow/publish.ts";
import { publishWatch, toChannel } from "../../src/flow/watch.ts";
import { channelNamed, createWorld, feedNamed, flowParts, type Item, recordingAdapter, rss, SILENT } from "./world.ts";

const FEED = feedNamed("a");
const MINUTE = 60_000;
const battery = (id: string): Item => ({ id, measures: [`建设储能电站${id}`, `稳定外贸订单${id}`] });

async function start(perHour = 2) {
  const world = createWorld();
  const gathering = await flowParts(world);
  const { store, clock } = gathering;
  const adapter = recordingAdapter();
  const parts: PublishParts = {
    ...{ store, clock, log: SILENT, topics: () => [] },
    adapters: new Map([["test", adapter]]),
    sleep: async () => {},
    onReach: async () => {},
  };
  const items: Item[] = [];
  const bring = async (...more: Item[]): Promise<void> => {
    items.push(...more);
    world.serve(FEED.url, rss(items));
    clock.advance(MINUTE);
    await gather(gathering, { eager: true });
  };
  await store.putFeed(FEED);
  await bring(battery("旧"));
  const createdAt = clock.now().toISOString();
  const asked = { channel: "test:c", user: "test:u", words: ["儲能"], locale: "zh-CN", createdAt };
  const watch = toChannel(await store.addWatch(asked), channelNamed("test:c"));
  await store.seeChannel(watch.id);
  const look = (): Promise<void> => publishWatch(parts, watch, perHour);
  const told = (): string[] =>
    adapter.posted.map(
      ({ channel, part }) => `${channel} ${part.document.title} ${JSON.stringify(part.document.blocks)}`,
    );
  return { bring, look, told, parts, clock };
}

describe("a watch", () => {
  it("tells what is new and matches, in its channel, once, and nothing else of the article", async () => {
    const { bring, look, told } = await start();
    await look();
    expect(told()).toEqual([]);
    await bring(battery("甲"), { id: "乙", measures: ["扩大有效投资", "压缩审批时限"] });
    await look();
    await look();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/^test:c 关注：儲能 /);
    expect(told()[0]).toContain("建设储能电站甲");
    expect(told()[0]).not.toMatch(/外贸|审批|电站旧/);
  });

  it("tells so often an hour, and then the rest at once", async () => {
    const { bring, look, told, clock } = await start(2);
    for (const id of ["1", "2", "3", "4"]) {
      await bring(battery(id));
      await look();
    }
    expect(told()).toHaveLength(2);
    clock.advance(60 * MINUTE);
    await look();
    expect(told()).toHaveLength(3);
    expect(told()[2]).toMatch(/电站3.*电站4|电站4.*电站3/);
  });

  it("takes nothing away from the digest", async () => {
    const { bring, look, told, parts } = await start();
    await bring(battery("甲"));
    await look();
    await publish(parts, channelNamed("test:c"), "s1");
    expect(told()[1]).toContain("建设储能电站甲");
  });
});
