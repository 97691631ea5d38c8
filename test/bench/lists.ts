/** Precision and recall of the links to articles, and their dates, over the list pages of `test/feed/listing`. */
import { parseListing } from "../../src/feed/listing.ts";
import { dayOf, listMarked, type MarkedPage, readMarked } from "../feed/marked.ts";

const MIN_SHARE = 0.98;
const TIMEZONE = "Asia/Shanghai";

/** Address → day. A page without a list has none. */
function readDays({ html, url }: MarkedPage): Map<string, string> {
  try {
    const { entries } = parseListing({ html, url, timezone: TIMEZONE });
    return new Map(entries.map((entry) => [entry.url, dayOf(entry.publishedAt)]));
  } catch {
    return new Map();
  }
}

let [expected, found, right, dated] = [0, 0, 0, 0];
let [lists, others, exact, refused] = [0, 0, 0, 0];
for (const page of listMarked().map(readMarked)) {
  const days = readDays(page);
  const hits = page.entries.filter(([url]) => days.has(url));
  const isExact = hits.length === page.entries.length && days.size === hits.length;
  expected += page.entries.length;
  found += days.size;
  right += hits.length;
  dated += hits.filter(([url, day]) => days.get(url) === day).length;
  if (page.entries.length > 0) [lists, exact] = [lists + 1, exact + Number(isExact)];
  else [others, refused] = [others + 1, refused + Number(isExact)];
  if (!isExact)
    process.stdout.write(
      `✗ ${page.name}: ${hits.length} of ${page.entries.length}, ${days.size - hits.length} wrong\n`,
    );
}
const [precision, recall] = [right / found, right / expected];
process.stdout.write(
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${expected} links (floor ${MIN_SHARE}); ${dated} of ${right} dates right\n` +
    `${exact} of ${lists} lists exact; ${refused} of ${others} other pages refused\n`,
);
if (precision < MIN_SHARE || recall < MIN_SHARE) process.exitCode = 1;
