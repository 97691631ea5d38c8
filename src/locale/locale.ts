import { JuyaoError } from "../errors.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zhCN } from "./zh-CN.ts";

/** The table for a locale such as `zh-TW` or `en-GB`; Chinese for every Chinese locale, English for every other. */
export const messagesFor = (locale: string): Messages => (/^zh\b/i.test(locale) ? zhCN : en);

/** The sentence a person reads for an error, whatever was thrown. */
export const explainError = (error: unknown, messages: Messages): string =>
  error instanceof JuyaoError ? messages.errors[error.code](error.detail) : messages.errors.internal({});
