import { describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { createConnections } from "../../src/flow/connection.ts";
import type { Adapter, Host } from "../../src/platform.ts";
import { hostOf } from "../adapter/host.ts";
import { recordingAdapter, SILENT } from "./world.ts";

const REFUSED = new JuyaoError("post-token-refused");

function build(...adapters: readonly Adapter[]) {
  const told: string[] = [];
  const deserted: JuyaoError[] = [];
  const connections = createConnections({
    adapters,
    log: SILENT,
    onChange: async (adapter, failure) => void told.push(`${adapter} ${failure?.code ?? "up"}`),
    onDeserted: (failure) => void deserted.push(failure),
  });
  return {
    connections,
    told,
    deserted,
    start: () => connections.start(hostOf(async () => ({ title: "", blocks: [] }))),
  };
}

const failing = (name: string): Adapter => ({ ...recordingAdapter(name), start: () => Promise.reject(REFUSED) });

describe("connections", () => {
  it("go on without an adapter that cannot start, and end with the last", async () => {
    const one = build(failing("slack"), recordingAdapter("discord"));
    await one.start();
    expect(one.connections.lost).toEqual(["slack"]);
    expect(one.told).toEqual(["slack post-token-refused", "discord up"]);
    await expect(build(failing("slack"), failing("discord")).start()).rejects.toBe(REFUSED);
  });

  it("are deserted once the last chat is lost in mid-life, a terminal beside it or not, and told once of each", async () => {
    const hosts: Host[] = [];
    const keeping = (name: string): Adapter => ({
      ...recordingAdapter(name),
      start: async (host) => void hosts.push(host),
    });
    const { deserted, told, start } = build(
      { ...recordingAdapter("terminal"), chat: false },
      keeping("slack"),
      keeping("discord"),
    );
    await start();
    hosts[0]?.onLost(REFUSED);
    hosts[0]?.onLost(REFUSED);
    await new Promise(setImmediate);
    expect(deserted).toEqual([]);
    hosts[1]?.onLost(REFUSED);
    await new Promise(setImmediate);
    expect(deserted).toEqual([REFUSED]);
    expect(told.filter((line) => line.includes("refused"))).toHaveLength(2);
  });

  it("says nothing of what is lost while the bot stops", async () => {
    const hosts: Host[] = [];
    const adapter: Adapter = { ...recordingAdapter("slack"), start: async (given) => void hosts.push(given) };
    const { connections, deserted, start } = build(adapter);
    await start();
    await connections.stop();
    hosts[0]?.onLost(REFUSED);
    await new Promise(setImmediate);
    expect([deserted, connections.lost]).toEqual([[], []]);
  });
});
