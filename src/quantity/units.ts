/** Units, as they stand in a shadow: data. */

/**
 * `size`: any number may stand before it. `thing`: counts, and “one” before it is an article (一家人). `sort`: counts what
 * slogans and headings count as well (三项, 五位), so a small Chinese numeral needs a bound or a verb like 新增. `noun`: English.
 */
type UnitKind = "size" | "thing" | "sort" | "noun";

export interface Unit {
  /** The one name of it. */
  readonly unit: string;
  readonly kind: UnitKind;
  /** How else it is written. */
  readonly also?: readonly string[];
  /** What may not follow: 家 is none in 家电. The source of an alternation. */
  readonly not?: string;
  /** How many of the unit one of it is: 一成 is 10 %. */
  readonly factor?: number;
}

const rows = (kind: UnitKind, units: string): Unit[] => units.split(" ").map((unit) => ({ unit, kind }));

const SHARES: readonly Unit[] = [
  { unit: "%", kind: "size", also: ["per cent", "percent", "pct"] },
  { unit: "‰", kind: "size" },
  {
    unit: "%",
    kind: "size",
    also: ["成"],
    not: "[不功立为本果长都员熟绩品效套分年人交型就千批片群份色因语一二三四五六七八九]",
    factor: 10,
  },
  { unit: "百分点", kind: "size", also: ["个百分点"] },
  { unit: "基点", kind: "size", also: ["个基点", "bp", "bps"] },
  { unit: "percentage points", kind: "size", also: ["percentage point"] },
  { unit: "basis points", kind: "size", also: ["basis point"] },
  { unit: "倍", kind: "size", not: "[增感受]" },
];

const MONEY: readonly Unit[] = [
  { unit: "元", kind: "size", also: ["元人民币"], not: "[旦件素宇月首器代宵老]" },
  ...rows("size", "美元 欧元 英镑 日元 港元 韩元 澳元 加元 新元 卢布 卢比"),
  { unit: "港元", kind: "size", also: ["港币", "元港币"] },
  { unit: "新台币", kind: "size", also: ["元新台币"] },
  ...rows("size", "yuan pounds dollars euros yen renminbi"),
  { unit: "pounds", kind: "size", also: ["pound"] },
  { unit: "dollars", kind: "size", also: ["us dollars", "dollar"] },
];

const SIZES: readonly Unit[] = [
  { unit: "公里", kind: "size", also: ["千米"] },
  { unit: "米", kind: "size", not: "[面粉饭其制]" },
  ...rows("size", "厘米 毫米 微米 纳米 海里 平方米 平方公里 公顷 亩 立方米 吨 公斤 千克 毫克 微克 斤"),
  { unit: "平方米", kind: "size", also: ["㎡", "m2"] },
  { unit: "立方米", kind: "size", also: ["m3"] },
  { unit: "吨", kind: "size", also: ["公吨"] },
  ...rows("size", "克 千瓦 兆瓦 吉瓦 瓦 千瓦时 兆瓦时 瓦时 度电 千伏 千伏安 分贝 桶 比特 字节 大卡"),
  { unit: "升", kind: "size", not: "[级至高学温到幅值任降为]" },
  ...rows("size", "吨标准煤 吨标煤 微克/立方米 毫克/立方米 毫克/升"),
  { unit: "℃", kind: "size", also: ["°c", "摄氏度"] },
  ...rows("size", "kg km mm cm nm W kW MW GW TW kWh MWh GWh TWh kV TB PB GB MB Mbps Gbps FLOPS PFLOPS EFLOPS ha TEU"),
  { unit: "tonnes", kind: "size", also: ["tonne", "tons", "ton", "metric tons"] },
  { unit: "km", kind: "size", also: ["kilometres", "kilometers", "kilometre", "kilometer"] },
  { unit: "MW", kind: "size", also: ["megawatts", "megawatt"] },
  { unit: "GW", kind: "size", also: ["gigawatts", "gigawatt"] },
  { unit: "kW", kind: "size", also: ["kilowatts", "kilowatt"] },
  ...rows("size", "miles hectares acres litres metres meters barrels"),
  { unit: "square metres", kind: "size", also: ["square meters"] },
  { unit: "cubic metres", kind: "size", also: ["cubic meters"] },
];

/** 年 is none in 三年级, 5年期, 三年行动, and where it is the year of a date. */
const NO_YEAR_AFTER =
  "[级制期代版款度均产底末初中终来前后报龄间\\d]|[上下]半|[一二三四]季|行动|计划|规划|攻坚|滚动|一度|一[次遇届]";

const TIMES: readonly Unit[] = [
  { unit: "年", kind: "thing", not: NO_YEAR_AFTER },
  ...rows("thing", "个月 小时 分钟 个季度 学时 课时"),
  { unit: "个工作日", kind: "thing", also: ["工作日"] },
  { unit: "天", kind: "thing", not: "[然气津文空线猫河桥一两]" },
  { unit: "周", kind: "thing", not: "[年边期转岁围一二三四五六日知末]" },
  { unit: "日", kind: "thing", not: "(?!以内|之内|内)" },
  { unit: "秒", kind: "thing", not: "[批杀懂]" },
  { unit: "岁", kind: "thing", not: "[月末尾]" },
  { unit: "周岁", kind: "thing" },
  ...rows("noun", "years months weeks days hours minutes"),
  ...["year", "month", "week", "day", "hour", "minute"].map(
    (one): Unit => ({ unit: `${one}s`, kind: "noun", also: [one, `working ${one}s`, `business ${one}s`] }),
  ),
];

const THINGS: readonly Unit[] = [
  { unit: "家", kind: "thing", not: "[电庭具长属园乡政用禽畜]" },
  { unit: "户", kind: "thing", not: "[外口籍型]" },
  { unit: "人", kind: "thing", also: ["人口"], not: "[民才工员大数均类力物士生社事口为行]|[一二三]策" },
  { unit: "台", kind: "thing", not: "[湾阶风账胞商资]" },
  { unit: "名", kind: "thing", not: "[义录优牌城称单师校企]" },
  { unit: "所", kind: "thing", not: "[有得在以需谓涉属]" },
  ...rows("thing", "辆 座 艘 架 栋 幢 人次 户次 车次 辆次 架次 台套 标箱 标准箱 张床位 剂 人份 箱 株 羽 吨级 公里级"),
  { unit: "头", kind: "thing", not: "[部等痛条]" },
  { unit: "只", kind: "thing", not: "[能有要是需]" },
];

const SORTS: readonly Unit[] = [
  {
    unit: "个",
    kind: "sort",
    not: "[体税股性别]|方面|层面|维度|特点|原因|问题|字|阶段|步骤|确保|必须|代表|意识|自信|维护|确立|坚持|全面|百分点|基点|点(?!位)",
  },
  { unit: "项", kind: "sort", not: "目(?:标|的)" },
  { unit: "条", kind: "sort", not: "[例款件理]" },
  { unit: "种", kind: "sort", not: "[植子业粮畜质源]" },
  { unit: "批", kind: "sort", not: "[准复发评]" },
  { unit: "次", kind: "sort", not: "[日高年级新性元]|产业" },
  { unit: "件", kind: "sort" },
  { unit: "位", kind: "sort", not: "[于置列居移一]" },
  { unit: "份", kind: "sort", not: "[额子]" },
  { unit: "场", kind: "sort", not: "[景所地馆内外]" },
  { unit: "处", kind: "sort", not: "[理置罚于级方]" },
  { unit: "支", kind: "sort", not: "[持付撑部出援]" },
  { unit: "套", kind: "sort", not: "[用利现期]" },
  { unit: "间", kind: "sort", not: "[接隔断]" },
  { unit: "类", kind: "sort", not: "[似别型]" },
  { unit: "例", kind: "sort", not: "[如外会]" },
  { unit: "笔", kind: "sort", not: "[者记试]" },
  { unit: "门", kind: "sort", not: "[槛户诊店]" },
  { unit: "列", kind: "sort", not: "[入为出席举表支]" },
  { unit: "枚", kind: "sort" },
  { unit: "颗", kind: "sort" },
];

const NOUNS: readonly Unit[] = rows(
  "noun",
  "homes houses dwellings households jobs people workers apprentices students pupils teachers nurses doctors beds vehicles cars buses trucks trains ships aircraft units projects schemes firms schools hospitals patients stations chargers turbines farms farmers sites shops towns villages places visas flights passengers visitors officers measures",
).concat([
  { unit: "businesses", kind: "noun", also: ["business"] },
  { unit: "companies", kind: "noun", also: ["company"] },
  { unit: "charge points", kind: "noun", also: ["charging points", "charge point"] },
  { unit: "countries", kind: "noun" },
  { unit: "cities", kind: "noun" },
  { unit: "families", kind: "noun" },
]);

export const UNITS: readonly Unit[] = [...SHARES, ...MONEY, ...SIZES, ...TIMES, ...THINGS, ...SORTS, ...NOUNS];

/** What may stand behind the stroke of a rate besides a unit: 元/月. */
export const RATE_ENDS: readonly string[] = ["月", "日", "人", "户", "亩", "h", "kg", "km", "kwh", "gwh"];

/** Signs that stand before the number. */
export const CURRENCIES = "(?:us|hk|nt|rmb|a|c|s)?\\$|[£€¥]|\\b(?:rmb|cny|usd|eur|gbp|hkd|jpy)";

/** Words between an English number and what it counts. */
export const BETWEEN =
  "new|additional|more|extra|further|affordable|social|council|electric|public|small|large|rural|urban|young|local|skilled|full-time|well-paid|high-quality|green|hospital|primary|secondary|training";
