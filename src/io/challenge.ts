/** Pages that firewalls put before the real one, for browsers to solve: answers that are no answer, often with status 200. */

type Headers = Readonly<Record<string, string>>;

/** Headers that say so themselves. */
const CHALLENGE_HEADERS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "cf-mitigated", pattern: /./ },
  { name: "x-amzn-waf-action", pattern: /challenge|captcha/i },
];

/** Larger bodies hold a page. */
const MAX_CHALLENGE_BYTES = 64 * 1024;
/** Characters outside of scripts and tags: "please wait", but no article. */
const MAX_WORDS = 200;

const SETS_COOKIE = /document\s*\.\s*cookie\s*=[^=]/;
const LOADS_AGAIN = /location\s*\.\s*(?:reload|replace)\s*\(|location(?:\s*\.\s*href)?\s*=[^=]/;

/** Linear where nothing is closed, which a lazy pattern is not. */
function splitScripts(html: string): { readonly script: string; readonly rest: string } {
  const lower = html.toLowerCase();
  const scripts: string[] = [];
  const rest: string[] = [];
  let from = 0;
  for (;;) {
    const start = lower.indexOf("<script", from);
    if (start < 0) break;
    const end = lower.indexOf("</script", start);
    rest.push(html.slice(from, start));
    scripts.push(html.slice(start, end < 0 ? undefined : end));
    if (end < 0) return { script: scripts.join("\n"), rest: rest.join(" ") };
    from = end;
  }
  rest.push(html.slice(from));
  return { script: scripts.join("\n"), rest: rest.join(" ") };
}

/** A page of nothing but a script that sets a cookie and comes again. */
function comesAgain(body: Uint8Array): boolean {
  if (body.length === 0 || body.length > MAX_CHALLENGE_BYTES) return false;
  // What is looked for is ASCII in every encoding of such pages.
  const { script, rest } = splitScripts(Buffer.from(body).toString("latin1"));
  if (!SETS_COOKIE.test(script) || !LOADS_AGAIN.test(script)) return false;
  return rest.replace(/<[^<>]*>|\s+/g, "").length <= MAX_WORDS;
}

/** True only where it is certain; what merely looks odd is left to whoever reads it. */
export function isChallenge(status: number, headers: Headers, body: Uint8Array): boolean {
  if (CHALLENGE_HEADERS.some(({ name, pattern }) => pattern.test(headers[name] ?? ""))) return true;
  if (!/^\s*text\/html/i.test(headers["content-type"] ?? "")) return false;
  // "Accepted, to be done later" is no answer of a web server to GET, but of two common firewalls it is.
  return status === 202 || (status === 200 && comesAgain(body));
}
