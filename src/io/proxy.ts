/** Which requests go through a proxy, by the usual meaning of HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */

export interface ProxyOptions {
  readonly https?: string | undefined;
  readonly http?: string | undefined;
  /** Names and suffixes with commas between, `example.org,.corp.example,10.0.0.1:8080`, or `*`. */
  readonly no?: string | undefined;
}

function isExcepted(url: URL, no: string): boolean {
  return no
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*" || entry === url.host) return true;
      const suffix = entry.replace(/^\*?\./, "");
      return url.hostname === suffix || url.hostname.endsWith(`.${suffix}`);
    });
}

/** The proxy for this URL, if any. */
export function chooseProxy(url: URL, proxy: ProxyOptions): string | undefined {
  const chosen = url.protocol === "https:" ? proxy.https : proxy.http;
  if (chosen === undefined || chosen === "" || isExcepted(url, proxy.no ?? "")) return undefined;
  return chosen;
}
