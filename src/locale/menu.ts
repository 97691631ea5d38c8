/** The menu of commands as a platform shows it while one is being typed. The keys are the English names. */

type Words = readonly [name: string, description: string];

/** Names take no spaces and no capitals. */
export interface MenuWords {
  readonly en: string;
  readonly "zh-CN": Words;
  readonly "zh-TW": Words;
}

/** By `command`, `command option`; what is common to several commands by its own name. */
export const MENU = {
  policy: {
    en: "Look up measures by words and periods",
    "zh-CN": ["政策", "按词语、时期查询举措"],
    "zh-TW": ["政策", "依詞語、時期查詢舉措"],
  },
  "policy query": {
    en: "What you are looking for; words and periods in any order",
    "zh-CN": ["内容", "想查什么：词语和时期，顺序不限"],
    "zh-TW": ["內容", "想查什麼：詞語和時期，順序不限"],
  },
  "policy period": {
    en: "A quarter, a half, a year, last month …",
    "zh-CN": ["时期", "一季度、上半年、2026年、上个月……"],
    "zh-TW": ["時期", "一季度、上半年、2026年、上個月……"],
  },
  "policy topic": {
    en: "One of the topics of this installation",
    "zh-CN": ["主题", "已设置的主题之一"],
    "zh-TW": ["主題", "已設定的主題之一"],
  },
  "policy source": {
    en: "The body that issued it",
    "zh-CN": ["来源", "发文机关"],
    "zh-TW": ["來源", "發文機關"],
  },
  digest: {
    en: "Preview the digest, post it now, pause it, change its time",
    "zh-CN": ["摘要", "预览摘要，立即送出，暂停，改时间"],
    "zh-TW": ["摘要", "預覽摘要，立即送出，暫停，改時間"],
  },
  "digest time": {
    en: "For schedule: minute hour day month weekday, such as 0 9 * * 1-5",
    "zh-CN": ["时间", "改时间用：分 时 日 月 星期，例如 0 9 * * 1-5"],
    "zh-TW": ["時間", "改時間用：分 時 日 月 星期，例如 0 9 * * 1-5"],
  },
  "digest timezone": {
    en: "For schedule: such as Asia/Shanghai",
    "zh-CN": ["时区", "改时间用：例如 Asia/Shanghai"],
    "zh-TW": ["時區", "改時間用：例如 Asia/Taipei"],
  },
  feeds: {
    en: "See the feeds and how they are; add, pause, remove",
    "zh-CN": ["订阅源", "查看订阅源及其状态；添加、暂停、移除"],
    "zh-TW": ["訂閱源", "查看訂閱源及其狀態；新增、暫停、移除"],
  },
  "feeds target": {
    en: "The feed, or the address of a new one",
    "zh-CN": ["订阅源", "哪个订阅源；添加时填网址"],
    "zh-TW": ["訂閱源", "哪個訂閱源；新增時填網址"],
  },
  subscribe: {
    en: "Get the digest in this channel every day",
    "zh-CN": ["订阅", "让摘要每天送到这个频道"],
    "zh-TW": ["訂閱", "讓摘要每天送到這個頻道"],
  },
  unsubscribe: {
    en: "No more digests in this channel",
    "zh-CN": ["退订", "这个频道不再收摘要"],
    "zh-TW": ["退訂", "這個頻道不再收摘要"],
  },
  watch: {
    en: "Be told as soon as something new holds these words",
    "zh-CN": ["关注", "一有含这些词的新举措就告诉你"],
    "zh-TW": ["關注", "一有含這些詞的新舉措就告訴你"],
  },
  "watch words": {
    en: "Words to watch for; me before them tells you alone",
    "zh-CN": ["词语", "关注的词语；前面加 me 只告知你"],
    "zh-TW": ["詞語", "關注的詞語；前面加 me 只告知你"],
  },
  why: {
    en: "What happened to an article at each step",
    "zh-CN": ["为什么", "一篇文章在每一步发生了什么"],
    "zh-TW": ["為什麼", "一篇文章在每一步發生了什麼"],
  },
  "why url": {
    en: "Address of the article",
    "zh-CN": ["网址", "文章的网址"],
    "zh-TW": ["網址", "文章的網址"],
  },
  health: {
    en: "How the bot is",
    "zh-CN": ["状态", "查看运行状况"],
    "zh-TW": ["狀態", "查看運行狀況"],
  },
  juyao: {
    en: "What Juyao can do",
    "zh-CN": ["举要", "举要能做什么"],
    "zh-TW": ["舉要", "舉要能做什麼"],
  },
  "juyao line": {
    en: "Any command, as one would type it in a terminal",
    "zh-CN": ["指令", "任何指令，写成一行"],
    "zh-TW": ["指令", "任何指令，寫成一行"],
  },
  action: {
    en: "What to do",
    "zh-CN": ["做什么", "要做什么"],
    "zh-TW": ["做什麼", "要做什麼"],
  },
} as const satisfies Record<string, MenuWords>;

/** Names of the actions that `/digest` and `/feeds` offer. */
export const MENU_ACTIONS = {
  preview: { "zh-CN": "预览", "zh-TW": "預覽" },
  last: { "zh-CN": "上一份", "zh-TW": "上一份" },
  more: { "zh-CN": "更多", "zh-TW": "更多" },
  only: { "zh-CN": "只看一个主题", "zh-TW": "只看一個主題" },
  adjust: { "zh-CN": "调整", "zh-TW": "調整" },
  test: { "zh-CN": "测试", "zh-TW": "測試" },
  now: { "zh-CN": "立即送出", "zh-TW": "立即送出" },
  settings: { "zh-CN": "设置", "zh-TW": "設定" },
  schedule: { "zh-CN": "改时间", "zh-TW": "改時間" },
  pause: { "zh-CN": "暂停", "zh-TW": "暫停" },
  resume: { "zh-CN": "恢复", "zh-TW": "恢復" },
  list: { "zh-CN": "列表", "zh-TW": "列表" },
  add: { "zh-CN": "添加", "zh-TW": "新增" },
  remove: { "zh-CN": "移除", "zh-TW": "移除" },
} as const;
