/** Words without which a statement would say the opposite or too much: 没有决定取消…, has scrapped plans to …. What these tables know is not cut off. */

/** 不少, 未来, 无锡 deny nothing. */
const DENIES =
  /[不没](?!少|久|断|同|仅|但|只|动产|锈|管|论|日|完全统计)|(?<!从)未(?!来|央|成年)|玩笑|(?<=^|[,。])传(?!统|承|达|递|播|染|真|媒|感|来|奇|导|授|唱|单)|无(?:证据|意|法|权|需|须|意愿|计划)|否认|拒绝|驳回|否决|反对(?!党|派)|放弃|辟谣|传言|传闻|(?<![社报网台])消息[称指]|[据盛外]传|传出|谣言|网传|是否|能否|会否|可否|并非|担[心忧]|猜测|误[称传以]|误区|错误做法|扬言|知情人士|(?:网友|网民)(?:称|说|表示|爆料)/;
const DENIES_ENGLISH =
  /\b(?:no|not|cannot|never|none|neither|nor|nobody|nothing|instead of|den(?:y|ies|ied)|refus\w+|reject\w+|scrap\w+|cancel\w*|drop(?:s|ped)|abandon\w*|shelv\w+|oppos(?:e|es|ed|ing)|against|unlikely|fail(?:s|ed)?|f[ae]lls? short|missed|stop(?:s|ped)?|halt\w*|suspend\w*|delay\w*|postpon\w*|withdr[ae]w\w*|block\w*|prevent\w*|ruled? out|rumou?rs?|whether|false|hardly|reportedly|allegedly|unconfirmed|viral|wrongly|mistakenly|falsely|put on hold|had (?:planned|promised|hoped|intended|vowed))\b|n['’]t\b/;

/** 若协议签署: under what condition something holds. */
const CONDITION =
  /^(?:若(?!干)|如果|如(?!期|实|何|今|下|此|同|上|火|愿|数|约|在)|要是|假设|倘若|一旦|未经|假如|假使|只要|除非|[^,]{1,8}(?:若|(?<![例比诸犹譬假])如)(?:已|有(?!所)|未(?!来)|欲|发现|遇|不))[^,]{2,}/;
/** 在资金允许的情况下, 待条件成熟后, 必要时: the same, told as a circumstance. */
const CIRCUMSTANCE =
  /^(?:在[^,]{2,20}的(?:前提|情况)下|(?:在?必要|在?紧急|在?特殊)(?:时|情况下)|待[^,]{2,20}[后时]|经[^,]{2,12}(?:批准|同意)(?:同意)?后)$/;
/** 只有获批，才能…: the condition of what follows. */
const ONLY_IF = /^只有[^,]{2,}$/;
const ONLY_THEN = /^[^,]{0,12}[才方]/;
/** 有市民担心, 市场传出: how little is sure of what follows. */
const UNSURE = /^(?:据传|盛传|[^,]{0,16}(?:担[心忧]|猜测|传出|误[称传]|误以为|玩笑[说称]?|扬言|威胁称?))$/;
/** 除部分渔船外: but for what something holds, unless what follows only adds to it. */
const BUT_FOR = /^除(?!了|此)[^,]{2,40}外$/;
const ADDS = /^[^,]{0,12}(?:还|也|更|另|亦|同样|同时|进一步)/;
/** 小型渔船除外, 不含军用码头: what does not count. */
const EXCEPTS =
  /(?:除外|(?<![无是])例外|不在此[限列])$|^除非[^,]+$|^(?:[但惟]是?)?(?:前提是|不适用于)[^,]+$|^(?:[但惟]是?)?(?:须经?|尚[需须]|还需)[^,]{2,20}(?:批准|同意|通过|核准)$|^(?:不含|不包括|不包含)[^,]+$/;
/** 远洋渔船除外。: the same as a sentence of its own. */
const ONLY_EXCEPTS = /^(?:但是?|不过)?,?[^,。;:]{2,24}(?:除外|(?<!无一?|没有|[是属])例外|不在此[限列])。?$/;

/** 误区一：, Myth 2:, before what is not so. */
const FALSE_CLAIM =
  /^(?:误区|谣言|传言|流言|不实(?:信息|消息|说法)|(?:myth|misconception|false claim|rumou?r)s?)[^\S\n]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?:/;

/** Right before a list: none of it is done or true. */
const OVER_WHAT_IS_DENIED: readonly RegExp[] = [
  // 没有采取, 没有通过“
  /(?:没有?|并未|尚未|从未|未能?|不(?:会|再|拟)?|拒绝)(?:采取|提出|决定|从|作出|推出|出台|确定|部署|实施|实现|通过|考虑|包括|坚持)了?“?$|放弃了?“?$/,
  // 政府无意推出以下措施：
  /(?:没有|从未|并未|尚未|未能?|不会|不再|不拟|无意|并无|不打算|拒绝|否认)(?:将|会|曾|要)?(?:计划|打算|做|采取|推出|提出|实施|执行|安排|考虑|同意|接受)[^。,;:“的]{0,12}:\s*$/,
  // 以下说法均不属实：
  /(?:以下|下列|这)[^。,;:]{0,10}(?:不再实施|不再执行|停止执行|未获通过|不予采纳|不属实|不实|谣言|假消息|不实信息)[^。,;:]{0,2}:\s*$/,
  /(?:不属于|不包括|未获通过|未获批准)[^。,;:]{0,12}:\s*$|以下情形除外:\s*$/,
  // 网传政府将推出三项措施：
  /(?:^|[。;:\s])(?:网传|据传|谣传|盛传)[^。,;:]{0,24}:\s*$|(?:谣言|假消息|不实信息|不实消息|误区)(?:是|有|如下|包括)?:\s*$/,
  /(?:否决|拒绝|不同意|不予采纳|未采纳)[^。,;:后]{0,14}(?:议案|提案|草案|方案|要求|建议|请求|提议|意见):\s*$/,
  /\b(?:no (?:plans?|intention)|not (?:plan|intend|agree\w*|going)|refus\w+|ruled out|rejected|never (?:agreed|planned|intended))(?:(?! and )[^.:]){0,30}:\s*$/,
  /\bnot(?: [a-z]+){1,3} any of the following:\s*$|\b(?:claims?|rumou?rs?|reports|posts) (?:are|is|were) (?:false|untrue|wrong|not true):\s*$/,
];
/** 如果法案通过，县政府将：, right before a list: all of it waits for that. */
const OVER_WHAT_MAY_BE: readonly RegExp[] = [
  /(?:如果?|若|一旦|假如|要是|倘若)[^。;:]{0,16}(?:[法议提]案|草案|公投|动议)[^。;:,]{0,6}(?:通过|获批|批准|生效)[^。;:]{0,24}:\s*$/,
  /\b(?:if|when|once|should|after) (?:the|this|a) (?:[a-z]+ ){0,2}(?:bill|motion|referendum|proposal|amendment) (?:pass(?:es)?|is (?:passed|approved|adopted)|(?:be|gets|wins) (?:passed|approv(?:ed|al)))\b[^.:]{0,50}:\s*$/,
];
/** 被县政府否决, 消息不实: takes back what the clause before it says. */
const TAKES_BACK =
  /^(?:但|却|最终|随后)*(?:被|遭)[^,]{0,12}(?:否决|驳回|拒绝|否认|叫停|搁置)|^后来?(?:因|由于|被)[^,]{0,14}(?:搁置|取消|终止|作罢|叫停|未果)|^(?:但是?|却|最终|随后|又|终|因)*(?:未获[^,]{0,8}(?:通过|批准|采纳)|(?:又|已|将)?(?:撤回|改口|作罢)|没有实施|未实施|[^,]{0,8}否认$)|^(?:该?消息|此说法|这一说法|说法)?(?:不实|不属实|系谣言|纯属谣言|为谣言)/;

/** Why nothing is told of a list, by the words right before it. */
export function whyNotTold(lead: string): "denied" | "if-passed" | undefined {
  if (OVER_WHAT_IS_DENIED.some((pattern) => pattern.test(lead))) return "denied";
  return OVER_WHAT_MAY_BE.some((pattern) => pattern.test(lead)) ? "if-passed" : undefined;
}
export const takesBack = (clause: string): boolean => TAKES_BACK.test(clause);

/** Must `clause` stay with the statement `next`, which holds only under it? */
export const limits = (clause: string, next: string): boolean =>
  CONDITION.test(clause) ||
  CIRCUMSTANCE.test(clause) ||
  UNSURE.test(clause) ||
  (ONLY_IF.test(clause) && ONLY_THEN.test(next)) ||
  (BUT_FOR.test(clause) && !ADDS.test(next));

/** Does a piece of several clauses begin with what limits it? */
export function opensLimited(piece: string): boolean {
  const comma = piece.indexOf(",");
  return comma < 0 ? CONDITION.test(piece) : limits(piece.slice(0, comma), piece.slice(comma + 1));
}

export const onlyExcepts = (sentence: string): boolean => ONLY_EXCEPTS.test(sentence);
export const isFalseClaim = (sentence: string): boolean => FALSE_CLAIM.test(sentence);

export const excepts = (clause: string): boolean => EXCEPTS.test(clause);

export const denies = (words: string): boolean =>
  DENIES.test(words) || (/[a-z]/.test(words) && DENIES_ENGLISH.test(words));
