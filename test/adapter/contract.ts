/** What every adapter promises the core. `post` is where a digest comes twice or never, so most of it is about that. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { splitDocument } from "../../src/digest/split.ts";
import { type Document, link, strong, text } from "../../src/document.ts";
import { JuyaoError } from "../../src/errors.ts";
import type { Adapter, Host, MessageRef, Part } from "../../src/platform.ts";
import { anyDocument, HOSTILE, hostileDocument } from "./documents.ts";
import { hostOf } from "./host.ts";

/**
 * What the next post meets with. `before` and `after`: whether the platform had shown the message by then; the adapter
 * cannot tell them apart.
 */
export type Trouble =
  | { readonly kind: "reset" | "server-error" | "garbage"; readonly when: "before" | "after" }
  /** Without `seconds` the platform does not say how long. */
  | { readonly kind: "rate-limit"; readonly seconds?: number }
  | { readonly kind: "channel-gone" | "not-member" | "token-refused" };

/** An adapter in front of a platform of our own. */
export interface Stage {
  readonly adapter: Adapter;
  /** A channel that the bot may post to. */
  readonly channel: string;
  /** What a person sees of each message of the channel, those in threads too, oldest first. */
  shown(): readonly string[];
  /** What the platform would refuse in what it was sent, and what text of others set off: mentions, links, formats. */
  complaints(): readonly string[];
  /** Missing where nothing can go wrong. */
  meet?(trouble: Trouble): void;
  close(): Promise<void>;
}

export type OpenStage = () => Promise<Stage>;

const SINCE = () => new Date(Date.now() - 1_000).toISOString();

const DOCUMENT: Document = {
  title: "举要 · 2026-11-22",
  blocks: [
    { type: "heading", level: 2, inlines: [strong("能源")] },
    { type: "heading", level: 3, inlines: [link("某厅印发方案", "https://a.example/1?a=1&b=2")] },
    { type: "note", inlines: [text("某厅 · 2026-11-20")] },
    {
      type: "list",
      ordered: true,
      items: [{ inlines: [text("扩大供给")], children: [{ inlines: [text("建设平台")] }] }],
    },
    { type: "actions", actions: [{ label: "更多", command: "/digest more" }] },
  ],
};

let keys = 0;
const partOf = (document: Document, more: Partial<Part> = {}): Part => {
  keys += 1;
  return { key: `key${keys}`, ordinal: 1, total: 1, document, since: SINCE(), again: false, ...more };
};

/** As the core does it: what may have been sent is posted again under the same key, until it is known to be there. */
async function postLikeTheCore({ adapter, channel }: Stage, part: Part): Promise<MessageRef> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await adapter.post(channel, { ...part, again: part.again || attempt > 0 });
    } catch (error) {
      const code = error instanceof JuyaoError ? error.code : String(error);
      if (attempt === 3 || !["post-failed", "post-rate-limited"].includes(code)) throw error;
    }
  }
}

const lettersOf = (value: string): string => value.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

const valuesOf = ({ title, blocks }: Document): string[] => {
  const inBlocks = [...JSON.stringify(blocks).matchAll(/"value":("(?:[^"\\]|\\.)*")/g)];
  return [title, ...inBlocks.map(([, value]) => JSON.parse(value ?? '""') as string)];
};

export function describeAdapter(name: string, openStage: OpenStage): void {
  describe(`${name} keeps the contract of adapters`, () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    const stages: Stage[] = [];

    async function open(more: Partial<Host> = {}): Promise<Stage> {
      process.on("unhandledRejection", note);
      const stage = await openStage();
      stages.push(stage);
      await stage.adapter.start(hostOf(async () => DOCUMENT, more));
      return stage;
    }

    afterEach(async () => {
      for (const stage of stages.splice(0)) {
        await stage.adapter.stop();
        await stage.close();
      }
      process.off("unhandledRejection", note);
      expect(rejections.splice(0)).toEqual([]);
    });

    it("shows what it is given, all of it", async () => {
      const stage = await open();
      await stage.adapter.post(stage.channel, partOf(DOCUMENT));
      const [shown = "", ...others] = stage.shown();
      expect(others).toEqual([]);
      for (const value of valuesOf(DOCUMENT)) expect(lettersOf(shown)).toContain(lettersOf(value));
      expect(stage.complaints()).toEqual([]);
    });

    it("shows the same key once", async () => {
      const stage = await open();
      const part = partOf(DOCUMENT);
      const first = await stage.adapter.post(stage.channel, part);
      expect(await stage.adapter.post(stage.channel, { ...part, again: true })).toEqual(first);
      expect(stage.shown()).toHaveLength(1);
    });

    it("shows several parts, each once", async () => {
      const stage = await open();
      const first = partOf(DOCUMENT, { total: 2 });
      const { messageId } = await stage.adapter.post(stage.channel, first);
      const second = partOf({ ...DOCUMENT, title: "第二部分" }, { ordinal: 2, total: 2, parent: messageId });
      const { messageId: secondId } = await stage.adapter.post(stage.channel, second);
      expect(secondId).not.toBe(messageId);
      expect(await stage.adapter.post(stage.channel, { ...second, again: true })).toMatchObject({
        messageId: secondId,
      });
      expect(stage.shown()).toHaveLength(2);
      expect(stage.shown()[1]).toContain("第二部分");
    });

    it("shows what was edited in place of what was there", async () => {
      const stage = await open();
      const ref = await stage.adapter.post(stage.channel, partOf(DOCUMENT));
      if (!stage.adapter.edit) return;
      await stage.adapter.edit(
        ref,
        partOf({ title: "更正", blocks: [{ type: "paragraph", inlines: [text("改过")] }] }),
      );
      expect(stage.shown()).toHaveLength(1);
      expect(stage.shown()[0]).toContain("改过");
      expect(stage.shown()[0]).not.toContain("扩大供给");
      expect(stage.complaints()).toEqual([]);
    });

    const KINDS = ["reset", "server-error", "garbage"] as const;
    const UNKNOWN = KINDS.flatMap((kind) => (["before", "after"] as const).map((when) => ({ kind, when })));
    it.each(UNKNOWN)("shows it once when the post ends in $kind $when it was shown", async (trouble) => {
      const stage = await open();
      if (!stage.meet) return;
      stage.meet(trouble);
      await postLikeTheCore(stage, partOf(DOCUMENT));
      expect(stage.shown()).toHaveLength(1);
    });

    it("shows it once when a part in a thread is lost on the way", async () => {
      const stage = await open();
      if (!stage.meet) return;
      const { messageId } = await stage.adapter.post(stage.channel, partOf(DOCUMENT, { total: 2 }));
      stage.meet({ kind: "reset", when: "after" });
      await postLikeTheCore(stage, partOf({ ...DOCUMENT, title: "二" }, { ordinal: 2, total: 2, parent: messageId }));
      expect(stage.shown()).toHaveLength(2);
    });

    it.each([{ seconds: 2 }, {}])("tells how long it shall wait: %o", async (rate) => {
      const stage = await open();
      if (!stage.meet) return;
      stage.meet({ kind: "rate-limit", ...rate });
      const error = await stage.adapter.post(stage.channel, partOf(DOCUMENT)).catch((cause: unknown) => cause);
      // A short wait may be waited for inside.
      if (error instanceof JuyaoError) {
        expect(error.code).toBe("post-rate-limited");
        expect(error.retryAfterMs).toBeGreaterThanOrEqual((rate.seconds ?? 0.001) * 1_000);
        expect(stage.shown()).toEqual([]);
      } else expect(stage.shown()).toHaveLength(1);
    });

    it.each([
      { kind: "channel-gone", code: "post-channel-gone" },
      { kind: "not-member", code: "post-not-member" },
      { kind: "token-refused", code: "post-token-refused" },
    ] as const)("calls $kind by its name", async ({ kind, code }) => {
      const stage = await open();
      if (!stage.meet) return;
      stage.meet({ kind });
      const error = await stage.adapter.post(stage.channel, partOf(DOCUMENT)).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(JuyaoError);
      expect(error).toMatchObject({ code });
      expect(stage.shown()).toEqual([]);
    });

    it("lets nothing that a feed says act", async () => {
      const stage = await open();
      for (const said of HOSTILE) await stage.adapter.post(stage.channel, partOf(hostileDocument(said)));
      expect(stage.complaints()).toEqual([]);
      expect(stage.shown()).toHaveLength(HOSTILE.length);
    });

    it("stays within the limits of the platform, and leaves nothing out of what it says fits", async () => {
      const stage = await open();
      let before = 0;
      await fc.assert(
        fc.asyncProperty(anyDocument, async (document) => {
          for (const part of splitDocument(document, stage.adapter.fits)) {
            await stage.adapter.post(stage.channel, partOf(part));
            before += 1;
            expect(stage.complaints()).toEqual([]);
            expect(stage.shown()).toHaveLength(before);
            if (!stage.adapter.fits(part)) continue;
            const shown = lettersOf(stage.shown().at(-1) ?? "");
            for (const value of valuesOf({ ...part, title: "" })) expect(shown).toContain(lettersOf(value));
          }
        }),
        { numRuns: 20 },
      );
    });

    it("stops in time, twice if need be", async () => {
      const stage = await open();
      const began = performance.now();
      await stage.adapter.stop();
      await stage.adapter.stop();
      expect(performance.now() - began).toBeLessThan(1_500);
    });
  });
}
