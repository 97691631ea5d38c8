/**
 * Keeps requests out of private networks. The check stands where a connection is dialled, after the name was resolved:
 * a check of the URL alone is passed by any public name that points inside, or does so only the second time it is asked.
 */
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";
import { JuyaoError } from "../errors.ts";

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name, in the order they should be tried. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface GuardOptions {
  /** Exact `host:port` exceptions, `localhost:8080`, `[::1]:8080`. */
  readonly allowPrivateHosts: readonly string[];
  readonly resolve: Resolve;
  readonly connectTimeoutMs: number;
}

/** Public addresses that clouds use for their inner services. */
const INNER_ADDRESSES: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** One slow attempt must not lose a far host that has several addresses; Node's own limit is a quarter of a second. */
const ATTEMPT_TIMEOUT_MS = 2_000;

/** True for addresses of the public internet; false for every special range and for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || INNER_ADDRESSES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // Only 2000::/3 is given out so far; the rest of IPv6 is not called special by the library, nor is it public.
  return parsed.kind() === "ipv4" || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** The form in which `allowPrivateHosts` names where this URL leads. */
export function hostPort(url: { readonly hostname: string; readonly port: string; readonly protocol: string }): string {
  const hostname = isIP(url.hostname) === 6 ? `[${url.hostname}]` : url.hostname.toLowerCase();
  return `${hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

const refusal = (host: string): JuyaoError => new JuyaoError("url-private", { detail: { host } });

/**
 * Refuses what can be seen to be private without a resolver; all that can be checked where a proxy does the dialling.
 * Throws `url-private`.
 */
export function checkLiteralHost(url: URL, allowPrivateHosts: readonly string[]): void {
  if (allowPrivateHosts.includes(hostPort(url))) return;
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const local = /(?:^|\.)localhost\.?$/.test(hostname);
  if (local || (isIP(hostname) !== 0 && !isPublicAddress(hostname))) throw refusal(url.host);
}

function createLookup(resolve: Resolve, mayDial: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) {
          callback(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "", 4);
        } else if (!addresses.every(({ address }) => mayDial(address))) {
          // One private address among public ones is no accident: the whole name is refused.
          callback(refusal(hostname), "", 4);
        } else if (options.all) {
          callback(
            null,
            addresses.map(({ address, family }) => ({ address, family })),
          );
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), "", 4),
    );
  };
}

/** A connector for undici's Agent. A refused dial fails with `url-private`, before any packet is sent. */
export function createGuardedConnector(options: GuardOptions): buildConnector.connector {
  const common = {
    timeout: options.connectTimeoutMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
  };
  const guarded = buildConnector({ ...common, lookup: createLookup(options.resolve, isPublicAddress) });
  const open = buildConnector({ ...common, lookup: createLookup(options.resolve, () => true) });
  const allowed = new Set(options.allowPrivateHosts.map((entry) => entry.toLowerCase()));
  return (target, callback) => {
    if (allowed.has(hostPort(target))) {
      open(target, callback);
    } else if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname)) {
      // An address is dialled without a look-up.
      callback(refusal(target.hostname), null);
    } else {
      guarded(target, callback);
    }
  };
}
