import { beforeEach, describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { withRobots } from "../../src/io/robots.ts";
import type { Fetch } from "../../src/ports.ts";
import { createClock, createWorld, type World } from "../flow/world.ts";

const PAGE = { purpose: "page" } as const;
const DENIED = expect.objectContaining({ code: "http-robots", detail: { host: "a.test" } });

describe("robots.txt", () => {
  let world: World;
  let fetch: Fetch;
  const clock = createClock();

  beforeEach(() => {
    world = createWorld();
    fetch = withRobots(world.fetch, { userAgent: "Juyao/0.1.0 (+https://juyao.invalid)", clock });
    for (const path of ["/open/1.html", "/closed/1.html", "/closed/rss.xml"])
      world.serve(`https://a.test${path}`, "ok");
  });

  it("forbids pages to those whom it names, by their own group or by that of all", async () => {
    world.serve("https://a.test/robots.txt", "User-agent: *\nDisallow: /closed/\n\nUser-agent: Other\nDisallow: /\n");
    await expect(fetch("https://a.test/closed/1.html", PAGE)).rejects.toEqual(DENIED);
    expect((await fetch("https://a.test/open/1.html", PAGE)).status).toBe(200);
    world.serve("https://b.test/robots.txt", "User-agent: juyao\nDisallow: /\n");
    await expect(fetch("https://b.test/x", PAGE)).rejects.toThrow("http-robots");
  });

  it("says nothing of feeds, which are made to be fetched", async () => {
    world.serve("https://a.test/robots.txt", "User-agent: *\nDisallow: /\n");
    expect((await fetch("https://a.test/closed/rss.xml", { purpose: "feed" })).status).toBe(200);
    expect(world.requests).not.toContain("https://a.test/robots.txt");
  });

  it("is asked once a day for a site", async () => {
    world.serve("https://a.test/robots.txt", "");
    const asked = () => world.requests.filter((url) => url.endsWith("/robots.txt")).length;
    await Promise.all([fetch("https://a.test/open/1.html", PAGE), fetch("https://a.test/closed/1.html", PAGE)]);
    expect(asked()).toBe(1);
    clock.advance(25 * 3_600_000);
    await fetch("https://a.test/open/1.html", PAGE);
    expect(asked()).toBe(2);
  });

  it("allows all where it does not exist, and nothing for an hour where the site cannot be asked (RFC 9309)", async () => {
    expect((await fetch("https://a.test/open/1.html", PAGE)).status).toBe(200);
    // Not as `http-robots`, which would be taken for the last word on the page.
    world.serve("https://b.test/robots.txt", new JuyaoError("http-server"));
    world.serve("https://b.test/1.html", "ok");
    await expect(fetch("https://b.test/1.html", PAGE)).rejects.toThrow("http-server");
    world.serve("https://b.test/robots.txt", "");
    await expect(fetch("https://b.test/1.html", PAGE)).rejects.toThrow("http-server");
    clock.advance(3_600_001);
    expect((await fetch("https://b.test/1.html", PAGE)).status).toBe(200);
  });
});
