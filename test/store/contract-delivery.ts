import { expect, test } from "vitest";
import type { Subject } from "./contract.ts";
import { deliver, makeChannel, makePart, makeRecord } from "./sample.ts";

const CHANNEL = makeChannel().id;
const AT = "2026-03-02T01:00:00.000Z";

function claimContract(subject: () => Subject): void {
  test("a slot of a channel is claimed once, whoever asks", async () => {
    const { store } = subject();
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => store.claim({ channel: CHANNEL, slot: "s1", at: AT })),
    );
    const won = claims.filter((delivery) => delivery !== undefined);
    const common = { channel: CHANNEL, slot: "s1", kind: "digest", state: "pending", createdAt: AT };
    expect(won).toEqual([{ id: won[0]?.id, ...common }]);
    const others = [
      await store.claim({ channel: CHANNEL, slot: "s2", at: AT }),
      await store.claim({ channel: "slack:C1", slot: "s1", at: AT }),
    ];
    expect(new Set([...won, ...others].map((delivery) => delivery?.id)).size).toBe(3);
  });

  test("the last delivery and the unfinished ones of a channel", async () => {
    const { store } = subject();
    expect(await store.lastDelivery(CHANNEL)).toBeUndefined();
    const first = await deliver(store, CHANNEL, "s1", []);
    await store.claim({ channel: CHANNEL, slot: "s2", at: "2026-03-03T01:00:00.000Z" });
    await store.claim({ channel: "slack:C1", slot: "s1", at: "2026-03-04T01:00:00.000Z" });
    // What was claimed and never composed has nothing to show.
    expect((await store.lastDelivery(CHANNEL))?.slot).toBe("s1");
    const slots = async () => (await store.unfinished(CHANNEL)).map(({ slot, state }) => `${slot} ${state}`);
    expect(await slots()).toEqual(["s1 pending", "s2 pending"]);
    await store.setDelivery(first, "sending");
    expect(await slots()).toEqual(["s1 sending", "s2 pending"]);
    await store.setDelivery(first, "sent");
    expect(await slots(), "what has a part that is not sent is not sent").toEqual(["s1 sending", "s2 pending"]);
    for (const { key } of await store.parts(first)) await store.setPart(first, key, "sent");
    await store.setDelivery(first, "sent");
    expect(await slots()).toEqual(["s2 pending"]);
    expect(await store.countDeliveries()).toEqual({ sent: 1, pending: 2 });
  });
}

function deliveredContract(subject: () => Subject): void {
  test("the articles that a channel was told since a moment", async () => {
    const { store } = subject();
    const told = async (channel: string, since: string) =>
      (await store.deliveredSince(channel, since)).map(({ article }) => article.id);
    await store.archive(makeRecord("甲"));
    await deliver(store, CHANNEL, "s1", ["甲"]);
    expect(await told(CHANNEL, "2020-01-01T00:00:00.000Z")).toEqual(["甲"]);
    expect(await told(CHANNEL, "2030-01-01T00:00:00.000Z")).toEqual([]);
    expect(await told("slack:C1", "2020-01-01T00:00:00.000Z")).toEqual([]);
  });
}

function partContract(subject: () => Subject): void {
  test("parts come back in their order and keep the id of their message", async () => {
    const { store } = subject();
    const delivery = await store.claim({ channel: CHANNEL, slot: "s1", at: AT });
    const id = delivery?.id ?? "";
    await store.compose(id, [makePart(2), makePart(10), makePart(1)], []);
    const states = async () => (await store.parts(id)).map(({ key, state, messageId }) => [key, state, messageId]);
    expect((await store.parts(id))[0]).toEqual({ ...makePart(1), state: "pending" });
    await store.setPart(id, "part-1", "sent", "m1");
    await store.setPart(id, "part-2", "sending");
    // Without a message id the known one stays.
    await store.setPart(id, "part-1", "sent");
    const expected = [
      ["part-1", "sent", "m1"],
      ["part-2", "sending", undefined],
      ["part-10", "pending", undefined],
    ];
    expect(await states()).toEqual(expected);
    await store.compose(id, [makePart(1), makePart(2), makePart(10)], []);
    expect(await states()).toEqual(expected);
  });

  test("composing is all or nothing, and never takes an article that another delivery of the channel holds", async () => {
    const { store } = subject();
    await store.archive(makeRecord("甲"));
    await store.archive(makeRecord("乙"));
    await deliver(store, CHANNEL, "s1", ["甲"]);
    const late = await store.claim({ channel: CHANNEL, slot: "s2", at: AT });
    await expect(store.compose(late?.id ?? "", [makePart(1)], ["乙", "甲"])).rejects.toMatchObject({
      code: "internal",
    });
    expect(await store.parts(late?.id ?? "")).toEqual([]);
    await store.compose(late?.id ?? "", [makePart(1)], ["乙"]);
    expect(await store.parts(late?.id ?? "")).toHaveLength(1);
  });

  test("what does not exist cannot be changed", async () => {
    const { store } = subject();
    await expect(store.compose("none", [], [])).rejects.toMatchObject({ code: "internal" });
    await expect(store.setPart("none", "part-1", "sent")).rejects.toMatchObject({ code: "internal" });
    await expect(store.setDelivery("none", "sent")).rejects.toMatchObject({ code: "internal" });
  });
}

export function deliveryContract(subject: () => Subject): void {
  claimContract(subject);
  deliveredContract(subject);
  partContract(subject);
}
