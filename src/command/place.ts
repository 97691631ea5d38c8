/** Where a page of an answer ended, as the button of the next one says it. */
import type { Place } from "../ports.ts";

export interface LookupPlace extends Place {
  /** 0 while what is about the period is told, 1 for what was published in it. */
  readonly group: number;
  /** How many measures the pages before have shown. */
  readonly shown: number;
  /** As of which year a period without a year was read; 0 for none. */
  readonly year: number;
}

const BASE = 36;

/** Short, since platforms limit the length of a button's command. */
export const writePlace = ({ group, tier, number, shown, year }: LookupPlace): string =>
  [group, tier, number, shown, year].map((value) => value.toString(BASE)).join(".");

/** Undefined for what no button says. */
export function readPlace(text: string): LookupPlace | undefined {
  const [group, tier, number, shown, year] = text.split(".").map((part) => Number.parseInt(part, BASE));
  if (group === undefined || tier === undefined || number === undefined || shown === undefined || year === undefined)
    return undefined;
  return [group, tier, number, shown, year].every((value) => Number.isSafeInteger(value) && value >= 0)
    ? { group, tier, number, shown, year }
    : undefined;
}
