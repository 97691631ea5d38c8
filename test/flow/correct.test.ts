import { describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { correctChannel, lookForWithdrawn } from "../../src/flow/correct.ts";
import { gather } from "../../src/flow/gather.ts";
import { type PublishParts, publish, resume } from "../../src/flow/publish.ts";
import { presentDelivery } from "../../src/flow/revise.ts";
import type { Channel } from "../../src/model.ts";
import {
  channelNamed,
  createWorld,
  feedNamed,
  flowParts,
  type Item,
  type Recording,
  recordingAdapter,
  rss,
  SILENT,
} from "./world.ts";

const HOUR = 3_600_000;
const FEED = feedNamed("a");
const FIRST: Item = { id: "1", measures: ["将费率下调至百分之三", "稳定外贸订单"] };
const CHANGED: Item = { id: "1", measures: ["将费率下调至百分之四", "稳定外贸订单"] };

async function start(corrections: Channel["corrections"], adapter: Recording = recordingAdapter()) {
  const world = createWorld();
  const gathering = await flowParts(world);
  const { store, clock } = gathering;
  const parts: PublishParts = {
    ...{ store, clock, log: SILENT, topics: () => [] },
    adapters: new Map([["test", adapter]]),
    sleep: async () => {},
    onReach: async () => {},
  };
  const channel = channelNamed("test:c", { corrections });
  const bring = async (...items: Item[]): Promise<void> => {
    world.serve(FEED.url, rss(items, { filler: "same" }));
    clock.advance(HOUR);
    await gather(gathering, { eager: true });
  };
  await store.putFeed(FEED);
  await bring(FIRST);
  await publish(parts, channel, "s1");
  clock.advance(HOUR);
  const told = (): string[] => adapter.posted.map(({ part }) => JSON.stringify(part.document));
  return { world, parts, channel, bring, told, store, clock, adapter };
}

describe("a correction", () => {
  it("is posted once where an article does not say any more what was told, and names both", async () => {
    const { parts, channel, bring, told } = await start("post");
    await bring(CHANGED);
    await correctChannel(parts, channel);
    await correctChannel(parts, channel);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain("举要更正 · 2026-11-20");
    const [old, now] = told()[1]?.split("原文已改") ?? [];
    expect(old).toContain("将费率下调至百分之三");
    expect(old).not.toContain("稳定外贸订单");
    expect(now).toContain("将费率下调至百分之四");
  });

  it("is not made of a change that leaves what was told where it was, nor where the channel wants none", async () => {
    const more = { ...FIRST, measures: [...(FIRST.measures ?? []), "保障能源供应"] };
    const unhurt = await start("post");
    await unhurt.bring(more);
    await correctChannel(unhurt.parts, unhurt.channel);
    expect(unhurt.told()).toHaveLength(1);
    const off = await start(undefined);
    await off.bring(CHANGED);
    await correctChannel(off.parts, off.channel);
    expect(off.told()).toHaveLength(1);
  });

  it("edits the message where that is wanted and can be done, and is posted where it cannot", async () => {
    const adapter = recordingAdapter();
    const edited: string[] = [];
    const can = await start("edit", {
      ...adapter,
      edit: async ({ messageId }, { document }) => void edited.push(`${messageId} ${JSON.stringify(document)}`),
    });
    await can.bring(CHANGED);
    await correctChannel(can.parts, can.channel);
    await correctChannel(can.parts, can.channel);
    expect(edited).toHaveLength(1);
    expect(edited[0]).toMatch(/^m1 .*将费率下调至百分之四.*原文已改/);
    expect(edited[0]).not.toContain("百分之三");
    expect(can.told()).toHaveLength(1);
    expect(await can.store.lastDelivery(can.channel.id)).toMatchObject({ slot: "s1", kind: "digest" });
    const last = await can.store.lastDelivery(can.channel.id);
    const shown = last && JSON.stringify(await presentDelivery(can.store, can.channel, last));
    expect(shown).toContain("百分之四");
    const cannot = await start("edit", {
      ...recordingAdapter(),
      edit: () => Promise.reject(new JuyaoError("post-failed")),
    });
    await cannot.bring(CHANGED);
    await correctChannel(cannot.parts, cannot.channel);
    expect(cannot.told()[1]).toContain("举要更正");
  });

  it("that was cut off is posted later, once", async () => {
    const { parts, channel, bring, told, adapter } = await start("post");
    await bring(CHANGED);
    adapter.onPost = () => {
      throw new Error("down");
    };
    await correctChannel(parts, channel);
    adapter.onPost = () => {};
    await resume(parts, channel);
    await correctChannel(parts, channel);
    expect(told()).toHaveLength(2);
  });

  it("tells of a page that is gone for a day, not of one whose site is down", async () => {
    const { parts, channel, told, clock, world } = await start("post");
    const look = async (answer: JuyaoError): Promise<void> => {
      world.serve("https://site.test/1.html", answer);
      clock.advance(13 * HOUR);
      await lookForWithdrawn(parts, world.fetch, [channel]);
      await correctChannel(parts, channel);
    };
    await look(new JuyaoError("http-server"));
    await look(new JuyaoError("http-server"));
    await look(new JuyaoError("http-not-found"));
    expect(told()).toHaveLength(1);
    await look(new JuyaoError("http-not-found"));
    await look(new JuyaoError("http-not-found"));
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain("网页已经打不开");
  });
});
