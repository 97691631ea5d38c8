/** The company or region that is the subject of a headline, where no suffix tells that it is one. */
import { REGIONS } from "./bodies.ts";

interface Source {
  readonly text: string;
  readonly shadow: string;
  readonly title: string;
  /** Simplified title. */
  readonly head: string;
}

const COMPANY_VERB =
  /^(?:公司|集团)?(?:(?:日前|近日|今日|昨日|再|再度|首次|正式|正|已|或|仍|首|未来|明年|今年|去年|上半年|下半年|中期|全年|首季|第[一二三四]季度?|上季|上月|\d+月|\d{4}年)[^，。]{0,6}?)?(?:拟|计划|宣布|发布|公布|公告|将|推出|回应|收购|出售|完成|预计|预期|料|斥资|投资|盈利|亏损|净利|营收|业绩|纯利|收入|裁员|增资|终止|派息|派|回购|配股|供股|以\d|获|召回|涨价|降价|上调|下调|停产|复牌|停牌|考虑|启动|开始|升|跌|关闭|退出|进军|签约|合作|建议)/;
const COMPANY_WORLD = /公司|集团|股份|股东|股价|上市|盈利|业绩|首席执行官|董事长|总裁|行政总裁|裁员|品牌/;
const NO_COMPANY =
  /^(?:我国|中国|全国|国内|国际|全球|今年|去年|央企|国企|企业|多家|多地|各地|部分|专家|分析|市场|行业|美国|日本|欧洲|英国|德国|法国|韩国|印度|欧盟|油价|金价|人民币|美元|股市|楼市|房价|A股|港股|恒指|记者|报告|数据)|[一-龥]*(?:市场|行业|产业|经济|价格|指数|政策|会议|政府|工程|项目|产量|出口|进口|投资|消费|部门|业|工人|劳工|输入[一-龥]*|计划)$|^\d|[省市县区]$/u;

/** 某某计划的: the verb was a noun. */
const NOUN_AFTER = /^(?:计划|投资|合作|收入|业绩)(?:的|下|是|为|第)/;

const ACTS =
  /^\s*(?:[:：]|多措并举|出台|印发|发布|推出|启动|实施|将|加快|全力|全面|着力|打造|推进|推动|建设|力争|深化|强化|大力|积极|采取|构建|部署|召开|设立|投入|计划|拟|安排|完善|加强|开展|提升|强化|多举措|创新|做好|发力|抓好|落实|实现|聚焦|优化|突出|扎实|坚持|完成)/;

const DEPARTMENT_ACTS = new RegExp(
  `^(?<city>[\\u4e00-\\u9fff]{2,3})(?<stem>财政|税务|公安|教育|统计|商务|民政|审计|司法)(?:系统)?(?![局厅部])${ACTS.source.slice(1)}`,
);

function findCompany({ shadow, title, head }: Source): string | undefined {
  if (!COMPANY_WORLD.test(shadow)) return undefined;
  const run = /^[\u3400-\u9fffA-Za-z0-9·&]{2,14}/u.exec(head)?.[0] ?? "";
  for (let length = 2; length <= Math.min(10, run.length); length++) {
    const name = head.slice(0, length);
    if (NO_COMPANY.test(name) || !COMPANY_VERB.test(head.slice(length))) continue;
    // The body of the article must speak of it as an actor too.
    const first = shadow.indexOf(name, shadow.startsWith(head) ? head.length : 0);
    const acts = first >= 0 && first < 400 && !NOUN_AFTER.test(shadow.slice(first + length));
    if (acts) return title.slice(0, length);
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

/** 宜宾财政推出…: the department of a city, its suffix left out. */
function findDepartment(bare: string): string | undefined {
  const match = DEPARTMENT_ACTS.exec(bare);
  const { city = "", stem = "" } = match?.groups ?? {};
  return match ? `${city.replace(/市$/, "")}市${stem}局` : undefined;
}

function findRegion({ shadow, head }: Source): string | undefined {
  const bare = head.replace(/^【[^】]{0,40}】/, "").trim();
  for (const [short, full] of REGIONS) {
    const form = bare.startsWith(full) ? full : bare.startsWith(short) ? short : undefined;
    if (form && ACTS.test(bare.slice(form.length)) && shadow.split(short).length > 3) return full;
    if (form) return findDepartment(bare.slice(form.length)) ?? findCity(bare.slice(form.length), shadow);
  }
  return findCity(bare, shadow);
}

/** The headline's subject, in the characters of the article. */
export const findSubject = (source: Source): string | undefined => findCompany(source) ?? findRegion(source);
