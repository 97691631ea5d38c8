/** What five sources publish from 28 September to 11 October 2026. Times are those of Shanghai. */
import { JuyaoError } from "../../src/errors.ts";
import type { Clock, Fetch } from "../../src/ports.ts";
import { rss } from "./world.ts";

/** `10-01 09:30` of 2026 in Shanghai. */
export const momentOf = (local: string): Date => new Date(`2026-${local.replace(" ", "T")}:00+08:00`);

const CARS = "新能源汽车";

export const FEEDS = [
  { id: "ministry", url: "https://ministry.test/rss.xml", title: "部委要闻" },
  { id: "cars", url: "https://cars.test/rss.xml", title: "车市通讯", topics: [CARS] },
  { id: "paper", url: "https://paper.test/rss.xml", title: "财经日报" },
  { id: "bureau", url: "https://bureau.test/rss.xml", title: "新设司局" },
  { id: "province", url: "https://province.test/rss.xml", title: "省发改委" },
];

/** One of them does not answer for a day. */
const DOWN = { feed: "province", from: momentOf("09-29 12:00"), to: momentOf("09-30 12:00") };

export interface News {
  readonly feed: string;
  /** From when on the feed shows it, which before the beginning is its past. */
  readonly at: string;
  /** What the feed gives as its date, if not that moment; empty for none. */
  readonly date?: string;
  readonly title: string;
  /** Title of the news whose story it tells again. */
  readonly again?: string;
  readonly measures: readonly [string, string];
}

export const NEWS: readonly News[] = [
  { feed: "ministry", at: "09-18 09:00", title: "往期通知一", measures: ["规范检验检测收费", "公布收费目录清单"] },
  { feed: "ministry", at: "09-25 09:00", title: "往期通知二", measures: ["开展产品质量抽查", "通报抽查不合格企业"] },
  { feed: "cars", at: "09-24 09:00", title: "往期车讯", measures: ["公布汽车推广目录", "调整车辆购置税目录"] },
  {
    ...{ feed: "ministry", at: "09-28 07:20", title: "两部门支持外贸稳定增长" },
    measures: ["扩大出口信用保险覆盖面", "支持企业建设海外仓"],
  },
  {
    ...{ feed: "cars", at: "09-28 10:10", title: "新一轮汽车下乡启动" },
    measures: ["组织新能源汽车下乡巡展", "给予县域购车补贴"],
  },
  // Told by the ministry before: no news to whoever was told, one story to whoever was not.
  {
    ...{ feed: "paper", at: "09-28 11:00", title: "外贸迎来新支持", again: "两部门支持外贸稳定增长" },
    measures: ["扩大出口信用保险覆盖面", "支持企业建设海外仓"],
  },
  // Late: dated four days before it appeared.
  {
    ...{ feed: "ministry", at: "09-29 08:10", date: "2026-09-25 10:00", title: "关于清理拖欠账款的通知" },
    measures: ["建立拖欠账款台账", "限期清偿中小企业账款"],
  },
  {
    feed: "province",
    at: "09-29 09:40",
    title: "全省重大项目集中开工",
    measures: ["推进百个重大项目开工", "保障项目用地指标"],
  },
  // Published while its feed was down.
  {
    feed: "province",
    at: "09-29 15:00",
    title: "本省实施能耗双控新规",
    measures: ["下调单位能耗限额", "淘汰落后产能装置"],
  },
  // A day and no hour, which makes it older than the digest of that morning.
  {
    ...{ feed: "ministry", at: "09-30 14:10", date: "2026-09-30", title: "国庆假期保供稳价安排" },
    measures: ["投放储备猪肉稳定价格", "加强节日市场巡查"],
  },
  {
    ...{ feed: "paper", at: "09-30 16:10", date: "Thu, 01 Jan 1970 00:00:00 GMT", title: "多地优化住房公积金" },
    measures: ["提高公积金贷款额度", "支持异地提取公积金"],
  },
  {
    ...{ feed: "cars", at: "09-30 21:10", date: "2027-03-01 08:00", title: "换电标准征求意见" },
    measures: ["统一换电电池接口标准", "开放换电站运营数据"],
  },
  // The first entry that this feed ever had.
  {
    feed: "bureau",
    at: "10-01 10:10",
    title: "低空经济司首次发文",
    measures: ["划设低空试点空域", "简化无人机飞行审批"],
  },
  { feed: "cars", at: "10-02 18:10", title: "假日高速充电保障", measures: ["增设移动充电车辆", "公布服务区充电余量"] },
  {
    feed: "ministry",
    at: "10-03 12:10",
    title: "支持服务消费若干措施",
    measures: ["发放服务消费券", "延长文旅场所开放时间"],
  },
  {
    ...{ feed: "paper", at: "10-04 19:10", title: "服务消费再获支持", again: "支持服务消费若干措施" },
    measures: ["发放服务消费券", "延长文旅场所开放时间"],
  },
  {
    feed: "province",
    at: "10-05 10:10",
    date: "",
    title: "本省出台人才新政",
    measures: ["发放青年人才安家补贴", "开通职称评审绿色通道"],
  },
  {
    feed: "cars",
    at: "10-07 09:10",
    title: "动力电池回收办法发布",
    measures: ["建立电池编码追溯制度", "落实生产者回收责任"],
  },
  {
    feed: "ministry",
    at: "10-08 08:10",
    title: "节后开复工服务通知",
    measures: ["组织返岗专车专列", "减免稳岗企业社保费用"],
  },
  // While the bot was stopped.
  {
    feed: "paper",
    at: "10-08 18:10",
    title: "信贷支持小微企业",
    measures: ["增加小微企业信用贷款", "降低普惠贷款利率"],
  },
  {
    feed: "cars",
    at: "10-08 19:10",
    title: "智能网联汽车准入试点",
    measures: ["开展自动驾驶准入试点", "明确测试事故责任"],
  },
  {
    feed: "province",
    at: "10-09 08:10",
    title: "本省扩大绿电交易",
    measures: ["扩大绿色电力交易规模", "放开用户侧储能参与"],
  },
  // For the morning of a Saturday that is worked, for its day, and for the Monday after it.
  {
    feed: "ministry",
    at: "10-09 16:10",
    title: "推进新型工业化行动",
    measures: ["建设制造业中试平台", "改造重点行业生产线"],
  },
  {
    feed: "ministry",
    at: "10-10 08:10",
    title: "秋粮收购工作通知",
    measures: ["启动秋粮最低价收购", "保障售粮资金及时兑付"],
  },
  { feed: "bureau", at: "10-10 12:10", title: "通用机场建设规划", measures: ["新建县级通用机场", "补贴短途运输航线"] },
];

const toItem = ({ at, date, title, again, measures }: News) => {
  const written = date ?? `2026-${at}`;
  return { id: title, title, measures, story: again, date: written === "" ? undefined : written };
};

/** The web as it is at the time of the clock. */
export function createSources(clock: Clock): Fetch {
  return async (url, options) => {
    const id = new URL(url).host.replace(".test", "");
    const now = clock.now();
    if (id === DOWN.feed && now >= DOWN.from && now < DOWN.to) throw new JuyaoError("http-server");
    const shown = NEWS.filter(({ feed, at }) => feed === id && momentOf(at) <= now);
    const headers = { etag: `"${shown.length}"` };
    if (options?.etag === headers.etag) return { url, status: 304, headers, body: new Uint8Array() };
    return { url, status: 200, headers, body: new TextEncoder().encode(rss(shown.map(toItem).reverse())) };
  };
}
