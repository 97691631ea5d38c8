/** `policy`: look-ups on the command line, as a page, as JSON, as a table or as Markdown. */
import { type LookupAnswer, lookUp } from "../command/lookup.ts";
import { answerLookup } from "../command/lookup-answer.ts";
import { renderLookup } from "../command/lookup-render.ts";
import { parseCommand } from "../command/parse.ts";
import { parseLookup } from "../command/query.ts";
import { answerSeries } from "../command/trend.ts";
import { JuyaoError } from "../errors.ts";
import type { CsvColumn } from "../locale/columns.ts";
import type { Messages } from "../locale/messages.ts";
import { formatPeriod } from "../period/format.ts";
import { COUNTED } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { dayOrWords } from "./attached.ts";
import { attachedTo, describeArchived, gatherFirst, type Options, withContext } from "./commands.ts";
import { printJson } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";
import { writeCsv, writeMarkdown } from "./table.ts";

export interface PolicyOptions extends Options {
  readonly csv?: boolean;
  readonly md?: boolean;
}

const describeAnswer = ({ lookup, period, total, inText, groups }: LookupAnswer) => ({
  query: lookup.query,
  periods: period ? [formatPeriod(period)] : [],
  total: Math.min(total, COUNTED),
  more: total > COUNTED,
  inText: Math.min(inText, COUNTED),
  articles: groups.flatMap(({ relation, articles }) =>
    articles.map((archived) => ({ ...(relation ? { relation } : {}), ...describeArchived(archived) })),
  ),
});

function toTable({ groups }: LookupAnswer, columns: Messages["csvColumns"]): string[][] {
  const names = Object.keys(columns) as CsvColumn[];
  const rows = groups
    .flatMap(({ articles }) => articles)
    .flatMap(({ article, measures, source }) =>
      measures.map((measure): Record<CsvColumn, string> => {
        const { quantities, deadline, effective } = attachedTo(article, measure);
        return {
          headline: article.text.slice(measure.headline.start, measure.headline.end),
          detail: measure.detail ? article.text.slice(measure.detail.start, measure.detail.end) : "",
          title: article.title,
          issuer: article.issuer ?? "",
          source,
          published: article.publishedOn ?? "",
          kind: measure.kind,
          topics: measure.topics.join("、"),
          url: article.url,
          quantities: quantities.map(({ text }) => text).join("、"),
          deadline: dayOrWords(deadline),
          effective: dayOrWords(effective),
        };
      }),
    );
  return [names.map((name) => columns[name]), ...rows.map((row) => names.map((name) => row[name]))];
}

/** A word that a query would leave out begins with one hyphen; what begins with two is a mistyped option. */
function refuseOptions(words: readonly string[]): void {
  const typed = words.find((word) => word.startsWith("--"));
  if (typed) throw new JuyaoError("usage", { detail: { typed, usage: "juyao policy <words...>" } });
}

/** Files hold all that was found, as far as it is counted; a page holds what a person reads. */
export function policy(runtime: Runtime, words: readonly string[], options: PolicyOptions): Promise<Exit> {
  refuseOptions(words);
  return withContext(runtime, async (context) => {
    await gatherFirst(runtime, context);
    const { store, messages } = context;
    const { timezone } = context.config.gather;
    const now = runtime.clock.now();
    const line = words.join(" ");
    const command = parseCommand(`policy ${line}`, { today: dayIn(now, timezone) });
    if (command.name === "trend" || command.name === "compare") {
      runtime.print(await answerSeries(store, command, { messages, now, timezone }));
      return EXIT.done;
    }
    const lookup = parseLookup(line, dayIn(now, timezone));
    if (options.json) printJson(runtime, describeAnswer(await lookUp(store, lookup)));
    else if (options.csv)
      runtime.stdout.write(writeCsv(toTable(await lookUp(store, lookup, COUNTED), messages.csvColumns)));
    else if (options.md)
      runtime.stdout.write(writeMarkdown(renderLookup(await lookUp(store, lookup, COUNTED), [], messages, timezone)));
    else runtime.print(await answerLookup(store, lookup, { messages, now, timezone }));
    return EXIT.done;
  });
}
