/** English verbs: what somebody does, and how a verb is told from a noun of the same letters. Data only. */

/** What somebody does, in the form that follows "will" and "to". */
export const ACTIONS =
  "provide|conduct|work|support|strengthen|launch|introduce|invest|expand|continue|develop|extend|set|build|implement|review|require|establish|phase|reduce|cut|raise|increase its|lower|ban|fund|create|open|close|hold|start|begin|publish|issue|adopt|enhance|improve|promote|collaborate|cooperate|deepen|explore|help|offer|make|take|give|ensure|protect|remove|allow|enable|enforce|step up|monitor|engage|convene|sign|ratify|accelerate|facilitate|grant|award|pay|buy|sell|acquire|seek|study|consult|tighten|ease|replace|upgrade|train|recruit|hire|partner|join|share|organise|organize|deploy|roll out|pilot|test|advance|re-?consult|host";
export const AUXILIARY = "will|would|shall|must|should|can|may|could|has|have|had|is|are|was|were|did|does|do";
/** Past forms that are no participles, and forms of the present that are no nouns. */
export const IRREGULAR =
  "rose|fell|grew|gave|saw|began|took|came|went|became|wrote|drew|chose|drove|broke|gives|makes|takes|sees|says|sets|remains|includes|requires|provides|allows|introduces|agrees|expects|aims|calls|seeks|shows?|hit|told|held|kept|left|lost|won|sent|met|led|spent|sold|bought|paid|brought|put|built|made|stood|slid|shrank|sank|plunged|dipped|eased|rallied|jumped|climbed|slipped|surged|gained|dropped|declined|advanced|slowed|rebounded|tumbled|soared|remained";
/** Lower-case letters of English words; engines ask for these quicker than for all letters there are. */
export const LETTER = "[a-zà-ÿ]";
export const DETERMINER =
  "the|a|an|its|their|his|her|our|this|these|those|that|all|each|both|more|new|[$€£¥]?\\d[\\d.,]*|some|two|three|several|almost|nearly|about";
/** After a verb of the present; nouns are followed by the others too: rules that, prices all. */
const ARTICLE = "the|a|an|its|their|his|her|our|[$€£¥]?\\d[\\d.,]*";
/** A verb beyond doubt: `set` or `increased` may be nouns and participles, `increased the` is neither. */
export const WITH_OBJECT = `${LETTER}{3,}ed (?:by |to |from |in )?(?:${DETERMINER})(?!(?:${LETTER}|\\d))|${LETTER}{2,}[^su'’]s (?:${ARTICLE})(?!(?:${LETTER}|\\d))`;
export const SURE = `(?:${AUXILIARY}|${IRREGULAR})\\b|${WITH_OBJECT}`;
export const SURE_VERB = new RegExp(`\\b(?:${SURE})`, "u");
const FINITE = new RegExp(
  `\\b(?:${AUXILIARY}|${IRREGULAR}|be|said|signed|agreed|plans?|supports?|face|found|set|cut|cuts|${LETTER}{4,}ed)\\b`,
  "u",
);

export const hasVerb = (words: string): boolean => FINITE.test(words) || SURE_VERB.test(words);
