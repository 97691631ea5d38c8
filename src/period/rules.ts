/** All rules; what each is for stands in the table of its language. */
import { CHINESE_RULES } from "./chinese.ts";
import { ENGLISH_RULES } from "./english.ts";
import type { PeriodRule } from "./reading.ts";
import { RELATIVE_RULES } from "./relative.ts";

export const PERIOD_RULES: readonly PeriodRule[] = [...CHINESE_RULES, ...ENGLISH_RULES, ...RELATIVE_RULES];
