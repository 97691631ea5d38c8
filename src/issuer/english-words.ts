/** Capitalised English words that name no body. Data only. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Countries, towns, what belongs to them, and directions. */
export const PLACE_WORDS = setOf(`
  US UK EU U.S U.K Singapore Singaporean Malaysia Malaysian Indonesia Indonesian Thailand Thai Vietnam Vietnamese Australia Australian Canada Canadian Mexico Mexican
  Brazil Brazilian Argentina Chile Japan Japanese China Chinese India Indian Germany German France French Italy Italian Spain Spanish Greece Ireland Irish Portugal Poland Polish
  Turkey Turkish Ukraine Ukrainian Russia Russian Israel Israeli Iran Iranian Iraq Egypt Nigeria Kenya Britain British England English Scotland Scottish Wales Welsh London
  Washington Tokyo Beijing Paris Berlin Moscow Brussels York Hong Kong South North West East New Zealand Korea Korean Taiwan Europe European America American Asia Asian Africa
  African Netherlands Dutch Sweden Swedish Norway Denmark Danish Finland Austria Switzerland Swiss Belgium Hungary Romania Bulgaria Croatia Saudi Qatar Pakistan Bangladesh Sri
  Philippines Cambodia Laos Myanmar Brunei Mongolia Kazakhstan Peru Colombia Venezuela Cuba Morocco Tunisia Algeria Ethiopia Ghana Tanzania Uganda Zimbabwe
`);

/** Words that begin sentences, times, and people by what they are. */
const OTHER_WORDS = setOf(`
  The He She It They Mr Mrs Ms Dr Sir Lord Prof A An But And We I In On At If As That This There These Those However For From With While When After Before Here Not So To Of By
  What Who Why How Where Which Today Tomorrow Yesterday Its Their His Her Our Both Under Since Until Now Then Also Although Despite Last Next First Second Some Most Many
  Analyst Analysts Official Officials Minister Ministers Prime President Shares Experts Critics Economists Investors Consumers Companies Banks Government Members Officers
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas
  Prince Judge Section Annex Table Figure Title Text
`);

/** They act, but do not issue. */
export const isNoActor = (word: string): boolean => PLACE_WORDS.has(word) || OTHER_WORDS.has(word);
