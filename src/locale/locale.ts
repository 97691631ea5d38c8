import { JuyaoError } from "../errors.ts";
import { EN } from "./en.ts";
import type { Messages } from "./messages.ts";
import { ZH_CN } from "./zh-CN.ts";

/** The table for a locale such as `zh-TW` or `en-GB`; Chinese for every Chinese locale, English for every other. */
export const messagesFor = (locale: string): Messages => (/^zh\b/i.test(locale) ? ZH_CN : EN);

/** For those of whom nobody knows what they read. */
export const LOCALES: readonly Messages[] = [ZH_CN, EN];

/** The sentence a person reads for an error, whatever was thrown. */
export const explainError = (error: unknown, messages: Messages): string =>
  error instanceof JuyaoError ? messages.errors[error.code](error.detail) : messages.errors.internal({});

/** The language to speak before any configuration says it; `variables` are those of the environment. */
export const guessLocale = (variables: Readonly<Record<string, string | undefined>>): string =>
  /^en/i.test(variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || "") ? "en" : "zh-CN";
