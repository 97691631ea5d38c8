/** What may be meant while it is still being typed: topics, periods, issuers, feeds. */
import type { Choice } from "../document.ts";
import { OWN_WORKSPACE } from "../model.ts";
import type { Subject, Suggest } from "../platform.ts";
import type { Clock, Log, Store } from "../ports.ts";
import { fold } from "../text/shadow.ts";
import { storeWithin } from "./workspace.ts";

export interface SuggestParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Names in the order of the configuration. */
  readonly topics: () => readonly string[];
}

/** No platform shows more. */
const MOST = 25;

/** What people ask for, the likeliest first; the parser reads every one of them. */
const PERIODS: Readonly<Record<"zh" | "en", readonly string[]>> = {
  zh: ["本周", "上周", "本月", "上个月", "近三个月", "今年", "去年"].concat(
    ["一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "前三季度", "今天", "昨天"],
    ["“十四五”", "“十五五”"],
  ),
  en: ["this week", "last week", "this month", "last month", "this year", "last year"].concat([
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "first half",
    "second half",
    "today",
    "yesterday",
  ]),
};

const toChoice = (word: string): Choice => ({ label: word, value: word });

async function listChoices({ store, topics }: SuggestParts, subject: Subject, locale: string): Promise<Choice[]> {
  switch (subject) {
    case "topic":
      return topics().map(toChoice);
    case "period":
      return PERIODS[/^zh\b/i.test(locale) ? "zh" : "en"].map(toChoice);
    case "issuer":
      return (await store.listIssuers()).map(toChoice);
    case "feed":
      return (await store.listFeeds()).map(({ id, title }) => ({ label: title, value: id }));
    default:
      return subject satisfies never;
  }
}

/** A quarter or a half may be one of a year that was typed before it: “2026年一” finds 2026年一季度. */
function withYear(choices: readonly Choice[], year: string): Choice[] {
  return choices
    .filter(({ label }) => /季度|半年|^Q\d|half/.test(label))
    .map(({ label }) => toChoice(/[\u4e00-\u9fff]/.test(label) ? `${year}年${label}` : `${label} ${year}`));
}

/** What begins with the typed words comes before what only holds them. */
function filterChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed).replace(/\s+/g, "");
  return choices
    .map((choice) => ({ choice, at: fold(choice.label).replace(/\s+/g, "").indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .slice(0, MOST)
    .map(({ choice }) => choice);
}

/** People type faster than lists change, and what they wait for must not wait behind a look-up. */
const HELD_MS = 60_000;

/** Nobody is asked where they type, so all are offered what the operator's own workspace has. */
export function createSuggest(given: SuggestParts): Suggest {
  const parts = { ...given, store: storeWithin(given.store, OWN_WORKSPACE) };
  const held = new Map<string, { readonly at: number; readonly choices: Promise<Choice[]> }>();

  function listHeld(subject: Subject, locale: string): Promise<Choice[]> {
    const key = `${subject} ${locale}`;
    const now = parts.clock.now().getTime();
    const known = held.get(key);
    if (known && Math.abs(now - known.at) < HELD_MS) return known.choices;
    const choices = listChoices(parts, subject, locale);
    held.set(key, { at: now, choices });
    choices.catch(() => held.delete(key));
    return choices;
  }

  return async (subject, typed, locale) => {
    try {
      const choices = await listHeld(subject, locale);
      const [, year] = /((?:19|20)\d{2})/.exec(typed) ?? [];
      return filterChoices(subject === "period" && year ? withYear(choices, year) : choices, typed);
    } catch (cause) {
      parts.log.error({ subject, cause }, "no suggestions");
      return [];
    }
  };
}
