/** The demo's way out: hosts under `.example` (reserved, RFC 2606) are folders of `config/sample`, all else goes on. */
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { JuyaoError } from "../errors.ts";
import type { Fetch } from "../ports.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = { ".xml": "application/xml", ".html": "text/html" };

const isSample = (url: URL): boolean => url.hostname.endsWith(".example");

/** `root` is the folder that holds a folder a host. */
export function withSamples(root: string, fetch: Fetch): Fetch {
  return async (address, options) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !isSample(url)) return fetch(address, options);
    const folder = join(root, url.hostname);
    const file = normalize(join(folder, decodeURIComponent(url.pathname)));
    const detail = { host: url.hostname };
    if (!file.startsWith(folder + sep)) throw new JuyaoError("http-not-found", { detail });
    try {
      const body = await readFile(file);
      return { url: url.href, status: 200, headers: { "content-type": CONTENT_TYPES[extname(file)] ?? "" }, body };
    } catch (cause) {
      throw new JuyaoError("http-not-found", { cause, detail });
    }
  };
}
