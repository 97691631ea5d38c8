/** Does a statement open with what somebody does? */
import { ACTION_ADVERBS, ACTION_COMPOUNDS, ACTION_VERBS, ADVERB_COMPOUNDS } from "./cues.ts";

/** A verb, but not the beginning of a noun: 发展改革委, 负责人, 服务业. Most words are no verb, so that is asked first. */
export const ACTION = `(?=${ACTION_VERBS})(?!${ACTION_COMPOUNDS})(?:${ACTION_VERBS})`;

const OPENING = new RegExp(`^(?:(?=${ACTION_ADVERBS})(?!${ADVERB_COMPOUNDS})(?:${ACTION_ADVERBS})|${ACTION})`);
const DECIDED = new RegExp(`^(?:对|把|将|以|在|从|向|为|与|就|通过|围绕|针对).{1,40}?${ACTION}`);

export const opensWithAction = (words: string): boolean => OPENING.test(words);

/** 对…实行, 把…纳入, 在…试点. */
export const decides = (words: string): boolean => DECIDED.test(words.slice(0, 60));

export const isAction = (words: string): boolean => OPENING.test(words) || decides(words);
