/** Where a Chinese sentence is parted: at its commas, but not between a clause and what it needs, and between deeds that 、 parts. */
import type { Span } from "../../model.ts";
import { type Clause, splitClauses } from "../../text/sentence.ts";
import { ACTION, isAction, opensWithAction } from "../phrase/action.ts";
import { CONCERNED, NEEDS_SUBJECT } from "../phrase/cues.ts";
import { denies, excepts, limits, onlyExcepts, opensLimited, takesBack } from "../phrase/denial.ts";
import { COMPARED_WITH, isAttribution, onlyWishes, TIME_ONLY } from "../phrase/opening.ts";

/** Clauses that need the next one although they have words enough. */
const JOINS_NEXT =
  /^(?:[^,]{0,12}以\d[^,]*的[^,]{2,8}|[^,]{0,6}(?:明确|提出|力争|争取|预计)(?:到|至|在)?“?[\d十一二三四五]{2,4}”?年?年?[底末内]?前?|[^,]{2,24}定于[^,]*[\d日时午]|.{0,10}(?:将|要|应)?以.{2,30}为.{1,8}|(?:自|到|从|截至)[^,]{1,18}(?:起|时|内|上|年|年底|前|后|日|末|期间)|在[^,]{1,18}(?:起|内|年|年底|前|日|末))$/;
/** A comparison that belongs to the figure before it. */
const TAIL =
  /^(?:(?:同比|环比|按年)?(?!分别)(?:大幅|下降|增长|增加|减少|回落|上涨|上升|下跌|增|降|升|跌|倒退|提高)?[^,\d]{0,4}(?:\d[^,]{0,8}|[一二三四五六七八九]成.?)|(?:达到?|价值)[^,]{0,8}\d[^,]{0,8}|由\d[^,]{1,20})$/;
/** 若调高为5万元, 2018年上半年: under what condition or when the next clause holds. */
const NO_TAIL = /^(?:截[至止]|自|从|在|到|若|如|倘|则|当(?![日月年])|明确|提出|要求)/;
const isTail = (words: string): boolean =>
  TAIL.test(words) &&
  !NO_TAIL.test(words) &&
  !COMPARED_WITH.test(words) &&
  !TIME_ONLY.test(words) &&
  !/\d[a-z]/.test(words);
/** 按可比价格计算, between a figure and its comparison. */
const COUNTED = /^按[^,]{2,8}计算$/;
const TAIL_LONGEST = 22;
const LONGEST_SUBJECT = 28;
/** Times, places and a subject before one verb. */
const MOST_JOINS = 3;
/** Has a verb of its own, so it is no mere subject. */
const STATEMENT = new RegExp(`.${ACTION}|[是有为在]`);

export const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** 对高校毕业生, 年产值超过一亿元的: for whom or on what condition, before what they get or must do. */
const CASE = new RegExp(`^对.*(?:${CONCERNED}|的)$|^.{4,}的$`);
const GETS =
  /^(?:可|应|由|按|处|一律|严禁|禁止|给予|予以|一次性|每|最高|不[得予再]|依法|责令|吊销|参照|免|减|享受|实行)/;

/** 当事人毋须就已中止的申请, 某局将对沿街商铺: in what regard, before what is done. */
const REGARDS = new RegExp(`[应须将可会要能](?:就|对|向)(?!.*(?:${ACTION}))[^,]{4,}$`);

/** 对没有证书的渔船: towards what something is done, without a verb of its own. */
const TOWARDS = new RegExp(`^对(?![接标口外内此于比照])(?!(?:[^,]*的)?[^,的]*${ACTION}[^,的]*$)[^,]{3,}$`);

/** What a clause needs behind its comma, by how the two begin or end. */
const PAIRED: readonly { readonly first: RegExp; readonly second: RegExp }[] = [
  // 将补贴标准的上限, 凡用于治沙的资金: what is changed or bound, before how
  {
    first: /^(?:凡|(?:将(?![会在于])|把)(?![^,]*(?:作为|列入|列为|纳入|用于)))[^,]*$/,
    second: /^(?:[由从][^,]*[\d至到]|必须|一律|均|(?:作为|列[为入]|纳入|用于|变成|变为)(?!了))/,
  },
  // 在52个水源地中，有51个…: of how many
  { first: /^[^,]{5,}(?<![其当途市期高初])中$/, second: /^(?:有|占|约)|^[^,]{1,14}占/ },
  // 营业收入、利润总额，同比分别增长两成和三成
  { first: /^[^,\d]{4,}$/, second: /^[^,\d]{0,12}分别[为是达增降上下]/ },
  // 执法人员检查时，应当出示证件
  { first: /^[^,]{6,}(?<![同及按准随临定小])时$/, second: /^(?:应当?|必须|须|不得|禁止)(?!对|该)/ },
];

/** 在休渔期间, 在获得批准后: when alone something is done, right before what is. */
const ONLY_WHEN = /^在(?![^,]*(?:会上|[谈说讲提问]))[^,]{1,18}(?:期间|(?<!同)时|后)$/;

/** A time, a place, a case, or a subject whose verb is behind the comma. */
function needsNext(words: string, next: string): boolean {
  if (TIME_ONLY.test(words) || JOINS_NEXT.test(words) || (denies(words) && isAttribution(words))) return true;
  if (onlyWishes(words) || limits(words, next) || takesBack(next) || excepts(next)) return true;
  if (CASE.test(words) && (GETS.test(next) || opensWithAction(next))) return true;
  if (ONLY_WHEN.test(words) && opensWithAction(next)) return true;
  if (PAIRED.some(({ first, second }) => second.test(next) && first.test(words))) return true;
  if ((REGARDS.test(words) || TOWARDS.test(words)) && (isAction(next) || GETS.test(next))) return true;
  return (
    words.length <= LONGEST_SUBJECT &&
    NEEDS_SUBJECT.test(next) &&
    !isAction(words) &&
    !/\d|[,了]/.test(words) &&
    !isAttribution(words) &&
    !STATEMENT.test(words)
  );
}

/** 如果甲，且乙，: a condition of more than one clause. */
const ALSO_IF = /^(?:且|或者?(?!将)|并且|同时)/;

/** 不得在节假日期间, 严禁以检修为由: what is banned is still to come, in as many clauses as follow. */
const OPEN_BAN =
  /(?:不得|严禁|禁止|不准|不许)(?:在[^,]*(?:下|时|前|后|中|内|期间)|(?:利用|运用|使用|采取|采用|通过|借助|凭借)[^,]*(?:手段|方式|优势|地位|便利|机会|职权|职务|信息|形式|渠道|方法)|以[^,]*(?:名义|方式|手段|理由|形式|为由)|因[^,]*(?:原因|为由)|借[^,]*名义)$/;

/** A statement of its own behind a ban. */
const OWN_MODAL = /^(?:应|要|必须|须|不得|严禁|禁止|将|可|确保|防止|避免|切实)/;

/** 如果甲，且乙: the condition goes on; 严禁以甲为由，乙，丙: so does the ban. */
const goesOn = (first: string, last: string, next: string): boolean =>
  OPEN_BAN.test(first) ? !OWN_MODAL.test(next) : ALSO_IF.test(last) && opensLimited(first);

/** Clauses joined where one needs the other. */
function joinClauses(text: string, clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i];
    if (clause === undefined) break;
    let { start, end, delimiter } = clause;
    let last: Clause = clause;
    for (let joins = 0; joins < MOST_JOINS && delimiter === ","; joins++) {
      const next = clauses[i + 1];
      if (next === undefined) break;
      const following = wordsOf(text, next);
      const before = wordsOf(text, last);
      if (!goesOn(wordsOf(text, clause), before, following) && !needsNext(before, following)) break;
      last = next;
      ({ end, delimiter } = next);
      i++;
    }
    if (delimiter === "," && COUNTED.test(wordsOf(text, clauses[i + 1] ?? clause))) i++;
    const tail = clauses[i + 1];
    if (
      tail !== undefined &&
      delimiter === "," &&
      tail.end - tail.start <= Math.min(TAIL_LONGEST, end - start) &&
      (/\d/.test(wordsOf(text, { start, end })) || /^(?:达|由)/.test(wordsOf(text, tail))) &&
      isTail(wordsOf(text, tail))
    ) {
      ({ end, delimiter } = tail);
      i++;
    }
    const exception = clauses[i + 1];
    if (delimiter === "。" && exception !== undefined && onlyExcepts(wordsOf(text, exception))) {
      ({ end, delimiter } = exception);
      i++;
    }
    joined.push({ start, end, delimiter });
  }
  return joined;
}

const SHORTEST_PARALLEL = 5;
const FEWEST_PARALLEL = 3;

/** 用户10.9亿人、日均超200分钟、规模突破1.2万亿元: things, and the figures they reached; not 对不满14岁、超过60岁的人. */
const FIGURE = /^(?![将拟]?[对向]|不满).{2,}\d[^、的]{0,6}$/;
const REACHED = /^.{2,30}?(?:达到?|超过?|突破|增长|增至|下降|为|占|建成)[^、\d]{0,4}\d/;

/** 实行增强甲、发展乙、扩大丙等措施, 在推进甲、促进乙、服务丙等方面有意义: one statement. */
const ONE_STATEMENT =
  /^(?:实行|采取|推出|出台|实施|采用|落实)[^、]*、.*等(?:措施|举措|政策|办法|方式)$|^[在对].*等方面[^、]*$/;

/** 抓好A、加强B、保障C, or what figures reached: three or more, though no comma parts them. */
function splitDeeds(text: string, clause: Clause): Clause[] {
  const words = wordsOf(text, clause);
  if (!words.includes("、")) return [clause];
  let start = clause.start;
  const parts = words.split("、").map((part) => {
    const span = { start, end: start + part.length, delimiter: "、" };
    start = span.end + 1;
    return span;
  });
  const allAre = (is: (words: string) => boolean, from: number): boolean =>
    parts.slice(from).every((part) => is(wordsOf(text, part)));
  const deeds =
    !ONE_STATEMENT.test(words) &&
    parts.length >= FEWEST_PARALLEL &&
    allAre(({ length }) => length >= SHORTEST_PARALLEL, 0) &&
    (allAre(opensWithAction, 1) || (allAre((part) => FIGURE.test(part), 0) && allAre((part) => REACHED.test(part), 1)));
  return deeds
    ? parts.map((part, i) => (i + 1 < parts.length ? part : { ...part, delimiter: clause.delimiter }))
    : [clause];
}

/** The clauses of a sentence, each of which may be a candidate. */
export const partClauses = (text: string, sentence: Span): Clause[] =>
  joinClauses(text, splitClauses(text, sentence)).flatMap((clause) => splitDeeds(text, clause));
