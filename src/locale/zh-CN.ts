/** 简体中文。 */
import type { Messages, PeriodWords } from "./messages.ts";

const QUARTERS = ["一", "二", "三", "四"];

function namePeriod({ grain, year, ordinal, first, last }: PeriodWords): string {
  if (grain === "year") return `${year} 年`;
  if (grain === "half") return `${year} 年${ordinal === 1 ? "上" : "下"}半年`;
  if (grain === "quarter") return `${year} 年${QUARTERS[(ordinal ?? 1) - 1]}季度`;
  if (grain === "month") return `${year} 年 ${ordinal} 月`;
  return first === last ? first : `${first} 至 ${last}`;
}

export const zhCN: Messages = {
  locale: "zh-CN",
  product: "举要",
  errors: {
    "article-not-found": ({ url }) => `没有读到过这篇文章：${url}。请检查网址，或先运行一次 digest 收集文章。`,
    "channel-not-found": ({ channel }) => `没有名为 ${channel} 的频道。请检查配置文件的 channels。`,
    "config-invalid": ({ count }) => `配置文件有 ${count} 处错误，改好后再启动。`,
    "config-not-found": ({ file }) => `找不到配置文件 ${file}。请用 JUYAO_CONFIG 指明它的位置。`,
    "database-unsupported": () =>
      "DATABASE_URL 指向 PostgreSQL，这个版本还不支持；请改为 SQLite 文件的路径，或去掉这个变量。",
    "feed-duplicate": ({ title }) => `这个订阅源已经有了：${title}。`,
    "feed-empty": ({ host }) => `${host} 的页面里没有找到文章列表。请换成栏目的列表页，或它的 RSS 地址。`,
    "feed-from-config": ({ title, file }) => `“${title}”写在配置文件里，请在 ${file} 中修改。`,
    "feed-not-a-feed": ({ host }) =>
      `${host} 返回的内容不是订阅源（RSS、Atom 或 JSON Feed）。请检查网址；没有订阅源的网站请给出列表页网址。`,
    "feed-not-found": ({ id }) => `没有编号为 ${id} 的订阅源。用 feeds list 查看全部。`,
    "feed-silent": ({ host }) => `${host} 能访问，但平时每天都有新文章，现在已多日没有。网站可能改版了，请检查网址。`,
    "file-unreadable": ({ file }) => `读不了文件 ${file}。请检查路径和权限。`,
    "http-certificate": ({ host }) => `${host} 的证书无效，为安全起见没有读取。请联系网站，或换一个网址。`,
    "http-dns": ({ host }) => `找不到网站 ${host}。请检查网址拼写和本机的 DNS。`,
    "http-forbidden": ({ host }) => `${host} 拒绝了访问（可能是反爬虫验证）。请换用该站的 RSS，或联系网站。`,
    "http-gone": ({ host }) => `${host} 声明这个地址已经撤销。请更新或删除这个订阅源。`,
    "http-not-found": ({ host }) => `${host} 上没有这个页面（404）。请检查网址，网站可能改版了。`,
    "http-rate-limited": ({ host }) => `${host} 要求放慢访问，稍后会自动再试。`,
    "http-redirects": ({ host }) => `${host} 的跳转太多或有循环。请直接填写最终网址。`,
    "http-refused": ({ host }) => `${host} 没有接受这次请求。请检查网址。`,
    "http-robots": ({ host }) => `${host} 的 robots.txt 不允许读取这个页面。请换用该站的 RSS，或联系网站。`,
    "http-server": ({ host }) => `${host} 的服务器出错，稍后会自动再试。`,
    "http-timeout": ({ host }) => `${host} 太久没有响应，稍后会自动再试。`,
    "http-too-large": ({ host }) => `${host} 返回的内容太大，没有读取。`,
    "http-unreachable": ({ host }) => `连不上 ${host}。请检查网络；国内服务器可能需要设置 HTTPS_PROXY。`,
    internal: () => "出了意外的错误，没有丢失数据。请查看日志，并把它报告给我们。",
    "not-permitted": () => "只有管理员可以修改。请联系工作区管理员，或在配置文件的 admins 中加入你的编号。",
    "post-failed": ({ channel }) => `摘要没能送到 ${channel}，下次启动时会接着送。`,
    "store-full": () => "磁盘已满，没有写入。请清理 DATA_DIR 所在的磁盘，已有数据没有丢失。",
    "store-locked": () => "数据库正被另一个进程占用。请先停掉另一个举要，再试一次。",
    "store-newer": () => "数据库由更新版本的举要写成。请升级程序，或改用另一个 DATA_DIR。",
    "store-unreadable": ({ file }) => `打不开数据库 ${file}。请检查 DATA_DIR 的权限，或用备份恢复。`,
    "url-invalid": ({ url }) => `“${url}”不是有效的网址。请以 http:// 或 https:// 开头。`,
    "url-private": ({ host }) =>
      `${host} 是内部网络地址，为安全起见没有访问。确实需要时，请把 主机:端口 加进 ALLOW_PRIVATE_HOSTS。`,
    usage: ({ typed }) => `不明白“${typed}”。用 help 查看用法。`,
  },
  seeLog: "详情见日志。",

  digestTitle: (day) => `举要 · ${day}`,
  digestCount: (articles, measures) => `${articles} 篇文章，${measures} 条举措`,
  otherTopics: "其他",
  alsoAt: (count) => `另见 ${count} 处：`,
  moreMeasures: (count) => `本文还有 ${count} 条`,
  omitted: (count) => `余 ${count} 条未列出。`,
  nothingNew: "今日无新举措",
  seeLastDigest: "查看上一份摘要：/digest last",
  demoNote: "以上是演示内容，机构与数据均为虚构。在 config/juyao.yaml 的 feeds 中加入订阅源，演示就会消失。",
  noDigestYet: "还没有送出过摘要。用 /digest 预览现在有什么。",
  backfilled: (feed, articles) =>
    `新订阅源“${feed}”：已收录 ${articles} 篇往期文章，可以查询；以后的新文章会进入摘要。`,

  lookupTitle: (query) => `查询：${query}`,
  lookupCount: (measures) => `共 ${measures} 条举措`,
  lookupShown: (first, last, total) => `第 ${first}–${last} 条，共 ${total} 条。多加一个词可以缩小范围。`,
  readAsPeriods: (periods) => `按 ${periods.map(namePeriod).join("、")}`,
  nothingFound: (query) => `没有找到与“${query}”有关的举措。`,
  nothingFoundHint: "可以减少词语，换一个时期，或试试：/policy 一季度",
  emptyLookup: "想查什么？例如：/policy 一季度　/policy 新能源汽车　/policy 2026年上半年 储能",
  archiveEmpty: "档案里还没有文章。",

  feedsTitle: "订阅源",
  noFeeds: "还没有订阅源。",
  feedHealthy: (day) => `正常，${day} 检查`,
  feedNeverChecked: "尚未检查",
  feedPaused: "已暂停",
  feedFailing: (sentence, failures) => `连续 ${failures} 次失败：${sentence}`,
  feedOrigin: (addedBy) => ({ sample: "演示", config: "配置文件" })[addedBy] ?? "手工添加",
  feedAdded: (title, articles, measures) =>
    `已加入“${title}”：收录 ${articles} 篇往期文章、${measures} 条举措，现在就能查询；以后的新文章会进入摘要。`,
  feedRemoved: (title) => `已移除“${title}”，已收录的文章仍可查询。`,
  feedIsPaused: (title) => `已暂停“${title}”。`,
  feedIsResumed: (title) => `已恢复“${title}”。`,
  listPage: "列表页",
  feedsFound: (count) => `找到 ${count} 个，看看最近的文章是不是你要的，再选一个添加：`,

  helpTitle: "举要能做什么",
  help: [
    ["/policy 一季度 新能源汽车", "按词语、时期查询举措"],
    ["/digest", "预览还没有送出的举措"],
    ["/digest last", "再看一遍上一份摘要"],
    ["/feeds", "查看订阅源及其状态"],
    ["/why 网址", "一篇文章在每一步发生了什么"],
    ["/help", "显示本说明"],
  ],
  unknownCommand: (typed, nearest) =>
    nearest ? `没有“${typed}”这个指令，是不是想用 ${nearest}？` : `没有“${typed}”这个指令。用 /help 查看全部指令。`,

  whyTitle: "这篇文章经过了什么",
  whyStep: {
    feed: "订阅源",
    page: "抓取",
    article: "正文",
    clean: "清理",
    measures: "举措",
    archive: "收录",
    delivery: "推送",
  },
  whyRemoved: (count) => `去掉 ${count} 处：`,
  whyMeasures: (count) => `${count} 条：`,
  whyArchived: (day) => `已收录，首次见到是 ${day}`,
  whyNotArchived: "没有收录：没有订阅源提到过它",
  whyNoMeasures: "没有找到举措，不会进入摘要",
  characters: (count) => `${count} 字`,

  gathering: (done, total) => `正在读取订阅源 ${done}/${total}`,
  gathered: (articles) => `新增或更新 ${articles} 篇文章`,
  feedFailed: (feed, sentence) => `“${feed}”没有读成：${sentence}`,
  ready: (next) => `ready · 下一份摘要 ${next}`,
  stopping: "正在停止",
  configValid: (file) => `${file} 没有错误。`,
  configInvalid: (count) => `配置有 ${count} 处错误：`,
  configProblem: (file, line, key, message) => `${file} 第 ${line} 行${key ? ` ${key}` : ""}：${message}`,
  promptHint: "输入 /help 查看指令，Ctrl-C 退出",
  usage: {
    start: "启动机器人",
    digest: "收集一次并显示还没有送出的举措，不标记为已送",
    policy: "按词语和时期查询举措",
    why: "一篇文章在每一步发生了什么",
    feeds: "管理订阅源",
    list: "列出订阅源及其状态",
    add: "添加订阅源，收录它近期的文章",
    remove: "移除订阅源，已收录的文章保留",
    pause: "暂停订阅源",
    resume: "恢复订阅源",
    config: "检查配置",
    check: "检查配置文件，一次列出全部错误",
    schema: "输出配置文件的 JSON Schema",
    measures: "从文章中提取举措",
    article: "从网页中提取正文",
    feed: "解析订阅源",
    page: "按列表页读取，不管它有没有订阅源",
    json: "输出一个 JSON 值",
    jsonl: "从标准输入逐行读取 JSON，逐行输出",
    root: "相对路径以此目录为准",
    channel: "以哪个频道的设置预览",
  },
  buttonMore: "更多",
  buttonLast: "上一份摘要",
};
