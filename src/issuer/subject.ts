/** The company or region that is the subject of a headline, where no suffix tells that it is one. */
import { REGIONS } from "../text/region.ts";

interface Source {
  /** Simplified text. */
  readonly shadow: string;
  /** Simplified title. */
  readonly head: string;
}

const COMPANY_VERB =
  /^(?:公司|集团)?(?:(?:日前|近日|今日|昨日|再|再度|首次|正式|正|已|或|仍|首|未来|明年|今年|去年|上半年|下半年|中期|全年|首季|第[一二三四]季度?|上季|上月|\d+月|\d{4}年)[^，。]{0,6}?)?(?:拟|计划|宣布|发布|公布|公告|将|推出|回应|收购|出售|完成|预计|预期|料|斥资|投资|盈利|亏损|净利|营收|业绩|纯利|收入|裁员|增资|终止|派息|派|回购|配股|供股|以\d|获|召回|涨价|降价|上调|下调|停产|复牌|停牌|考虑|启动|开始|升|跌|关闭|退出|进军|签约|合作|建议|多赚|少赚|转亏|转赚|扭亏|亏|蚀|赚|末期|中期|股东|盈喜|盈警|发盈|配售|私有化|分拆|招股|首挂|首日|加码|重申|否认|澄清|委任|任命|辞|引入|开设|申请|推|夥|携手|联手|面临|旗下|行政总裁|主席|总裁|董事长|CEO|首席)|^\s*[:：]/;
const COMPANY_WORLD = /公司|集团|股份|股东|股价|上市|盈利|业绩|首席执行官|董事长|总裁|行政总裁|裁员|品牌/;
const NO_COMPANY =
  /^国家$|^[一二三四五六七八九十两][大家]|^(?:我国|中国|全国|国内|国际|全球|今年|去年|央企|国企|企业|多家|多地|各地|部分|专家|分析|市场|行业|美国|日本|欧洲|英国|德国|法国|韩国|印度|欧盟|油价|金价|人民币|美元|股市|楼市|房价|A股|港股|恒指|记者|报[导道]|报告|数据|外媒|媒体|快讯|重磅|独家|热点|聚焦|关注)|[一-龥]*(?:市场|行业|产业|经济|价格|指数|政策|会议|政府|工程|项目|产量|出口|进口|投资|消费|部门|(?<![药实矿乳纸铝铜锂酒置])业|工人|劳工|输入[一-龥]*|计划|居民|人士|民众|市民|学生|司机|业主|股民|投资者|客户|用户|员工|家庭|老人|车主|旅客|巡察|巡视|行动|活动|试点|改革|机制|制度|大赛)$|^\d|[省市县区将拟已再被]$/u;

/** 某某计划的: the verb was a noun. */
const NOUN_AFTER = /^(?:计划|投资|合作|收入|业绩)(?:的|下|是|为|第)/;

const ACTS =
  /^\s*(?:[:：]|多措并举|出台|印发|发布|推出|启动|实施|将|加快|全力|全面|着力|打造|推进|推动|建设|力争|深化|强化|大力|积极|采取|构建|部署|召开|设立|投入|计划|拟|安排|完善|加强|开展|提升|强化|多举措|创新|做好|发力|抓好|落实|实现|聚焦|优化|突出|扎实|坚持|完成)/;

const DEPARTMENT_ACTS = new RegExp(
  `^(?<city>[\\u4e00-\\u9fff]{2,3})(?<stem>财政|税务|公安|教育|统计|商务|民政|审计|司法)(?:系统)?(?![局厅部])${ACTS.source.slice(1)}`,
);

const REGION_NAMES: ReadonlySet<string> = new Set(REGIONS.flat());

/** Omdia：…, who counts and tells. */
const LATIN_FIRM =
  /^(?!(?:Updates?|UPDATE|Video|VIDEO|Breaking|BREAKING|Live|LIVE|Exclusive|EXCLUSIVE|News|NEWS|Photos?|Opinion|Analysis|Explainer|Interview|Report)[:：])[A-Z][A-Za-z]{2,15}(?=[:：])/;

function findCompany({ shadow, head }: Source): string | undefined {
  const firm = LATIN_FIRM.exec(head)?.[0];
  if (firm !== undefined && shadow.includes(firm)) return firm;
  if (!COMPANY_WORLD.test(shadow)) return undefined;
  const run = /^[\u3400-\u9fffA-Za-z0-9·&]{2,14}/u.exec(head)?.[0] ?? "";
  for (let length = 2; length <= Math.min(10, run.length); length++) {
    const name = head.slice(0, length);
    if (NO_COMPANY.test(name) || REGION_NAMES.has(name) || !COMPANY_VERB.test(head.slice(length))) continue;
    // The body of the article must speak of it as an actor too.
    const first = shadow.indexOf(name, shadow.startsWith(head) ? head.length : 0);
    const acts = first >= 0 && first < 400 && !NOUN_AFTER.test(shadow.slice(first + length));
    if (acts) return name;
  }
  return undefined;
}

/** 开封市：…, or a city named without 市 that the text writes in full. */
function findCity(bare: string, shadow: string): string | undefined {
  const full = /^[\u4e00-\u9fff]{2,4}?[市县区州](?![\u4e00-\u9fff]?(?:场|域|块))/.exec(bare)?.[0];
  if (full) return ACTS.test(bare.slice(full.length)) && shadow.split(full).length > 2 ? full : undefined;
  for (const length of [2, 3]) {
    const city = `${bare.slice(0, length)}市`;
    if (ACTS.test(bare.slice(length)) && shadow.includes(city)) return city;
  }
  return undefined;
}

/** 开封财政推出…: the department of a city, its suffix left out. */
function findDepartment(bare: string): string | undefined {
  const match = DEPARTMENT_ACTS.exec(bare);
  const { city = "", stem = "" } = match?.groups ?? {};
  return match ? `${city.replace(/市$/, "")}市${stem}局` : undefined;
}

/** 某某省印发…, in the lead. */
function actsAsProvince(full: string, shadow: string): boolean {
  const at = shadow.slice(0, 300).indexOf(full);
  return at >= 0 && ACTS.test(shadow.slice(at + full.length, at + full.length + 20));
}

function findRegion({ shadow, head }: Source): string | undefined {
  const bare = head.replace(/^【[^】]{0,40}】/, "").trim();
  for (const [short, full] of REGIONS) {
    const form = bare.startsWith(full) ? full : bare.startsWith(short) ? short : undefined;
    if (form && ACTS.test(bare.slice(form.length)) && (shadow.split(short).length > 3 || actsAsProvince(full, shadow)))
      return full;
    if (form) return findDepartment(bare.slice(form.length)) ?? findCity(bare.slice(form.length), shadow);
  }
  return findCity(bare, shadow);
}

/** The headline's subject, in simplified Chinese. */
export const findSubject = (source: Source): string | undefined => findCompany(source) ?? findRegion(source);

/** 某某宣布, 某某公司在公告中表示: a name before a word of announcing, from a mark or a line's begin on. */
const SPEAKER =
  /(?<=^|[，。；：、\n”])([\u4e00-\u9fffA-Za-z0-9·]{2,8}?(?:公司|集团|控股|股份)?)(?:近日|日前|昨日|今日|昨天|今天|周[一二三四五六日]|\d{1,2}日|官方|方面|发言人|在[\u4e00-\u9fff]{0,6}(?:声明|公告|财报)中){0,2}(?:宣布|公告|声明|表示|公布|披露|回应|发布)/gmu;
const NO_SPEAKER =
  /公司$|集团$|记者|专家|人士|分析|负责|部门|官员|机构|媒体|消息|总裁|经理|董事|主席|会长|主任|局长|教授|律师|先生|女士|双方|各方|对此|同时|此外|其中|目前|此前|随后|并|也|还|他|她|它|这|那|该|将|不|已|的|与|和|在|对|据|外界|业内|市场|报告|公告|文件|会议|通知|办法|方案|意见|规定|条例|政府|我国|中国|全国/;

const SURNAME =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟钱汤尹黎易常武乔贺赖龚文]/;

/** 林某表示: a name like a person's, which the text nowhere calls a company. */
const isPerson = (name: string, body: string): boolean =>
  name.length <= 3 && SURNAME.test(name) && !["公司", "集团", "股份", "控股"].some((end) => body.includes(name + end));

/** The company that announces, if it is named three times and more: nothing else tells its name. */
export function findSpeaker(shadow: string): string | undefined {
  if (!COMPANY_WORLD.test(shadow)) return undefined;
  const body = shadow.slice(0, 5000);
  for (const [, run = ""] of body.matchAll(SPEAKER)) {
    const name = run.length > 4 ? run.replace(/(?:公司|集团)$/, "") : run;
    if (isPerson(name, body)) continue;
    if (!NO_SPEAKER.test(name) && !NO_COMPANY.test(name) && body.split(name).length > 3) return name;
  }
  return undefined;
}

/** 甲股份：拟…。乙股份：中标…。 */
const BULLETIN =
  /(?<=^|[。，；\n讯])[ \u3000]*([\u4e00-\u9fffA-Za-z*]{2,7})[:：](?=[^。\n]{0,50}(?:公司|股份|股东|股票|股权|增持|减持|净利|中标|亿元|万元|收购|亿股|万股))/gmu;

/** Firms of a list of announcements, each before its colon. Empty if the text is none. */
export function findBulletin({ shadow, head }: Source): string[] {
  const names = new Set<string>();
  for (const [, name = ""] of shadow.matchAll(BULLETIN)) {
    if (!NO_SPEAKER.test(name) && !NO_COMPANY.test(name)) names.add(name);
  }
  const isBulletin = /公告|要闻|必读|导读|速览|汇总/.test(head) || [...names].some((name) => head.includes(name));
  return names.size >= 3 && isBulletin ? [...names] : [];
}
