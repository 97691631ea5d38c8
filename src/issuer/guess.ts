/** Bodies that only their form tells: 某某行业协会, 某某公司. What is no name for sure is left out: a wrong name is a false statement. */
import { REGIONS } from "../text/region.ts";

export interface Guess {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly company: boolean;
}

const LEGAL = "有限责任公司|股份有限公司|有限公司";
const PLAIN = "集团公司|总公司|公司|集团|股份";
/** These end names of firms, but far more often they are plain words. */
const TRADE = "银行|证券|保险|财险|人寿|信托|基金|汽车|航空|电力|科技|地产";
const ORGANISATION =
  "协会|学会|联合会|联盟|商会|研究院|研究所|研究中心|交易所|交易中心|采购中心|总会|委员会|管理局|监管局|总局|基金会|大学|出版社|指挥部|领导小组|专责小组|办公室|税务局|海关|法院|检察院|气象台";
const SUFFIX = new RegExp(`(?<org>${ORGANISATION})|(?<legal>${LEGAL})|(?<plain>${PLAIN})|(?<trade>${TRADE})`, "g");
/** The name goes on: 某某科技｜有限公司, 某某管理局｜协会. */
const GOES_ON = new RegExp(`^[\\u4e00-\\u9fff]{0,8}?(?:${LEGAL}|集团)|^[\\u4e00-\\u9fff]?(?:协会|公司|局|院)`);
const GOES_ON_AFTER_BODY = /^[\u4e00-\u9fff]?(?:协会|公司|集团|局|院)/;
const NAME_MAX = 24;
const RUN = new RegExp(`(?:[\\u4e00-\\u9fffA-Za-z0-9·]|[(（](?:集团|中国)[)）]){2,${NAME_MAX}}$`);

/** As one alternative of a pattern, the longest first. */
const words = (list: string): string =>
  list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join("|");

/** What stands left of a name and is not of it. */
const LEFT_EDGE = new RegExp(
  `^.*(?:${words(`
    我国 记者从 获悉 了解到 包含 日前 近日 近期 昨日 今日 昨天 今天 上午 下午 晚间 截至 制造商 运营商 供应商 零售商 开发商 厂商 巨头 旗下 企业 日电
    消息 此次 本次 其中 此外 同时 目前 表示 根据 来自 按照 以及 通过 包括 关于 针对 此前 已有 也有 还有 所有 其他 其它 比如 例如 报告期内 享有 董事长 总经理 总裁 会长
  `)}|至(?!诚)|[从据由在向是了将被把让到以该各而使但或受称得]|对(?!外)|为(?!民)|日(?!本|报|用|化|照|立|产)|[年月](?!会)|等(?!级)|给(?!排水)|于(?!田|都))|^经(?![济贸营纪管])`,
);

/** No name holds these; what follows the last one may be a name. */
const VERB = new RegExp(
  `^.*(?:${words(`
    宣布 推出 主持 召开 移交 罚没 查获 接受 实行 要求 填报 会见 出席 配合 推动 推进 加快 加强 加大 提高 鼓励 引导 帮助 部署 开展 参加 参与 做好 搞好 平衡
    扩大 完善 建立 成立 组建 设立 发起 收购 举办 举行 主办 承办 允许 同意 增持 减持 持有 打破 看好 听取 启动 介绍 认为 指出 显示 披露 公布 发布 发表 印发
    会同 规定 缴纳 享受 作为 成为 提供 提升 拓宽 健全 强化 确保 坚持 必须 应当 可以 能够 需要 已经 正在 尤其 关心 采访 专访 询问 咨请 函送 欢迎 下载 订阅
    严格执行 认真执行 决定 研究部署 清理 运用 防范 吸引 积极 大力 立足 秉承 不忘 打造 巩固 展现 解决 招引 受理 阐释 分享 增强 关注 读懂 促使 构建 落实 贯彻 维护 优化 支持 促进发展 加入 进入 影响 投资方 担任 就任 签署
    签订 实施 获得 获批 申请 起诉 举报 处罚 约谈 批复 批准 调研 考察 视察 走进 赴 邀请
  `)})`,
);

/** Words of which no name is made alone: 消费金融公司, 全国性银行. */
const GENERIC = new RegExp(
  words(`
    线下 线上 公众号 推广 软件 硬件 初创 创业 传统 托管 网络 基金 保险 消费 金融 咨询 小额 贷款 融资 租赁 租车 出租 打车 汽车 新增 转换 转债 发行 实业 行业 产业
    专业 社会 劳动 劳工 就业 失业 工伤 养老 基本 医疗 大病 全民 健康 学生 平安 补充 护理 长期 终身 分红 年金 村镇 农村 农商 城商 民营 私营 外资 内资 合资 独资 国有 国营 政策性
    开发性 全国性 区域性 地方 法人 商业 中小 小微 大型 中型 小型 微型 新能源 智能 电动 电子 商务 开发 房地产 地产 物业 中介 代理 经纪 设计 施工 建筑 工程 物流 快递
    运输 航运 班轮 航空 广告 传媒 影视 文化 旅游 教育 培训 科技 高新 技术 互联网 电商 平台 通信 电信 能源 电力 煤炭 钢铁 石油 石化 化工 制药 医药 生物 食品 饮料
    零售 贸易 进出口 外贸 证券 期货 信托 资产 管理 财富 理财 投资 控股 上市 专项 政府性 公益 保障 风险 保证 担保 灾后 重建 高 新型 核心 股票 债券 合作 试点 参会
    参股 首批 首家 世界 国际 全球 国内 海外 境外 境内 国外 外国 跨国 雇员 职工 人身 财产 寿险 车险 农业 养殖 种植 公募 私募 创投 引导 母 子 分 总 各 本 该 某 两 三 多 第 家 所 级 性 类 业 大 小 老 新
    常务 法制 财经 工作 专门 专家 评审 指导 评选 组织 筹备 村民 居民 业主 全院 全体 人民 各级 高级 中级 基层 最高 有关 相关 上述 部分 主要 重点 龙头 知名 最大 国产 进口 二手 豪华 自主 品牌
    乘用 商用 广大 名牌 综合 理工 专科 本科 老年 开放 三地 隶属 当地 所在地 所在 国家 中央 全国 我国 中国 县 市 省 区 科研 研究 已 签约 代表 期末 高管 混合 辖区 政府 全职 数据 信息 服务 安全 生产 研发 制造 销售 经营 运营 建设
  `),
  "g",
);

/** Words that make a description of what stands before the suffix. */
const NO_NAME =
  /^级|^第[一二三四五六七八九十]|^全[省市县区]|^当地|^所在|^[省市县](?![政场民级])|^计划生育|联合[省市县]|上市$|非|未|新一[轮批代]|众多|监管|这些|那些|多家|各家|所属|下属|委托|许多|不少|一些|几家|家新能源|季度|半年|月份|全年|年度|[的也都还只仅这那每什么怎没不很占]|\d[家个名只]|^\d|[一二三四五六七八九十两]项|[一二两三四五六七八九十]家/;

const PLACES = [
  ...REGIONS.map(([short]) => short),
  ...words("中国 中华 中央 全国 国家 国务院 国际 世界 亚洲 欧洲 美国 日本 韩国 英国 法国 德国 香港 澳门 台湾").split(
    "|",
  ),
].join("|");
/** A name begins where its place stands: 万件北京海关. */
const PLACE_INSIDE = new RegExp(`^.*?.(?=(?:${PLACES})(?:[\\u4e00-\\u9fff]|$))`);
const PLACE_FIRST = new RegExp(`^(?:${PLACES}|(?![^省市县区]{0,3}[与和及我])[\\u4e00-\\u9fff]{2,4}[省市县区])`);
const PLACE_ENDS = new RegExp(`^(?:${PLACES})|(?:${PLACES})$`, "g");
/** A county's body is named without the province. */
const PROVINCE_BEFORE = new RegExp(
  `^(?:${REGIONS.map(([, full]) => full).join("|")})(?=[\\u4e00-\\u9fff]{2,4}[县市区旗州])`,
);

/** Behind the short name of a firm stands what it does, or a mark; else the name is half of a word: 某地科技城. */
const ACTOR_AFTER =
  /^(?:$|[^\u4e00-\u9fffA-Za-z0-9]|[的在将已拟以与和及为是从对也则称说今昨近日等再首]|公告|宣布|发布|公布|推出|表示|披露|计划|预计|完成|获|方面|官方|股份|首席|董事|创始|总裁|总经理|营收|净利|收入|业绩|上半年|第)/;

/** Stems are short: longer ones are descriptions. */
const STEM_MAX = { org: 18, legal: 16, plain: 8, trade: 4 };

/** Words among which there is one that no name holds: 发布数据中心. */
export const isDescription = (run: string): boolean => VERB.test(run) || LEFT_EDGE.test(run);

type Form = keyof typeof STEM_MAX;

/** 甲市与某某协会 are two; 甲市就业和劳动保护领导小组 is one. */
function withoutPartner(run: string, form: Form): string {
  const at = Math.max(run.lastIndexOf("和"), run.lastIndexOf("与"), run.lastIndexOf("及"));
  const right = run.slice(at + 1);
  const isOne = at < 0 || (at > 0 && form === "org" && PLACE_FIRST.test(run) && !PLACE_FIRST.test(right));
  return isOne || /^[平谐美]/.test(right) ? run : right;
}

/** The run before a suffix without the words that only stand before the name. */
function trim(run: string, form: Form): string {
  let stem = withoutPartner(run.replace(LEFT_EDGE, "").replace(VERB, ""), form).replace(PROVINCE_BEFORE, "");
  if (form === "org" || stem.length > STEM_MAX[form]) {
    const inside = PLACE_INSIDE.exec(stem)?.[0];
    if (inside !== undefined && !PLACE_FIRST.test(stem)) stem = stem.slice(inside.length);
  }
  return stem;
}

function isName(stem: string, suffix: string, form: Form): boolean {
  if (stem.length < 2 || stem.length > (PLACE_FIRST.test(stem) ? STEM_MAX[form] * 2 : STEM_MAX[form])) return false;
  if (NO_NAME.test(stem)) return false;
  if (form !== "org" && stem.replace(PLACE_ENDS, "") === "") return false;
  if (suffix === "海关" && !/^[\u4e00-\u9fff]{2,4}$/.test(stem)) return false;
  return stem.replace(GENERIC, "") !== "" || (form === "org" && stem.length > 4 && PLACE_FIRST.test(stem));
}

/** 某某建设（01234.HK）, 某某建設（788）: the number, which is no year, tells that it is a firm. */
const LISTED =
  /[(（](?:SH|SZ|HK|BJ|NYSE|NASDAQ)?[:：.]?(?:\d{6}|\d{4,5}\.HK|\d{6}\.(?:SH|SZ|BJ)|(?!(?:19|20)\d\d[)）])0?\d{3,4})[)）](?![号字]|所列)/gi;

function findListed(shadow: string): Guess[] {
  const guesses: Guess[] = [];
  for (const { index } of shadow.matchAll(LISTED)) {
    const run = RUN.exec(shadow.slice(Math.max(0, index - 10), index))?.[0] ?? "";
    const name = run.replace(LEFT_EDGE, "").replace(VERB, "");
    const isShort = name.length >= 2 && name.length <= 8 && !name.startsWith("附") && !NO_NAME.test(name);
    if (isShort) guesses.push({ name, start: index - name.length, end: index, company: true });
  }
  return guesses;
}

/** In the order of the text. Each suffix is looked at once with the few characters before it. */
export function guessNames(shadow: string): Guess[] {
  const guesses: Guess[] = [];
  let from = 0;
  for (const match of shadow.matchAll(SUFFIX)) {
    const [suffix] = match;
    const { org, legal, plain } = match.groups ?? {};
    const form = org ? "org" : legal ? "legal" : plain ? "plain" : "trade";
    const end = match.index + suffix.length;
    const after = shadow.slice(end, end + 14);
    if ((form === "org" ? GOES_ON_AFTER_BODY : GOES_ON).test(after)) continue;
    const run = RUN.exec(shadow.slice(Math.max(from, match.index - NAME_MAX), match.index))?.[0] ?? "";
    const stem = trim(run, form);
    if (form !== "trade") from = end;
    // What fills the window began before it.
    if (stem.length === NAME_MAX) continue;
    if (!isName(stem, suffix, form) || (form === "trade" && !ACTOR_AFTER.test(after))) continue;
    guesses.push({
      name: stem + suffix,
      start: match.index - stem.length,
      end,
      company: form !== "org",
    });
  }
  return [...guesses, ...findListed(shadow)];
}
