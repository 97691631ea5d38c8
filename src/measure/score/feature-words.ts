/** What the words of a Chinese candidate say for or against it, whatever stands around it. Data only. */
import type { Feature } from "./feature.ts";

export const WORD_FEATURES: readonly Feature[] = [
  {
    name: "ends-abstract",
    prior: -0.5,
    holds:
      /(?:水平|能力|质量|运行|效能|活力|竞争力|合力|作用|信心|环境|氛围|成效|发展|工作|落实|大局|效率|效益|韧性|需求|稳定|安全)$/,
  },
  {
    name: "ends-concrete",
    prior: 0.5,
    holds:
      /(?:试点|补贴|补助|机制|制度|项目|平台|办法|方案|基金|政策|标准|体系|清单|税|费|贷款|中心|基地|改造|建设|改革|管理|覆盖|开放|力度)$/,
  },
  { name: "superlative", prior: 0.2, holds: /首次|首个|首批|新高|第一|历史|最大|最高|突破/ },
  {
    name: "subjectless",
    prior: -0.5,
    holds: /^(?:可(?!再|持)|能(?!源|力|耗)|能够|均|都|仅|还|这|该|此|其(?!他)|分别|平均|最|较)/,
  },
  { name: "quote-inside", prior: 0.2, holds: /[“「].+[”」]/ },
  { name: "comma-inside", prior: 0.3, holds: /,/ },
  { name: "period", prior: 0.3, holds: /今年|去年|\d{4}年|上半年|季度|\d月|个月|到20\d\d年/ },
  {
    name: "comparison",
    prior: -1.5,
    holds: /^(?:同比|环比|比|较|高于|低于|超过|与|增速|增幅|降幅|占|其中|相当于|分别)/,
  },
  {
    name: "set-to",
    prior: 1,
    holds: /[为到至](?<=(?:[高升调低降延增加减缩压扩浮定改]|调整|下降)(?:长|大|短|幅)?.)\d|上浮|减半/,
  },
  {
    name: "ideology",
    prior: -1.2,
    holds:
      /思想|精神|指导|总基调|党的|领导|理念|方针|旗帜|觉悟|自觉|初心|使命|伟大|复兴|党中央|国务院决策|战略部署|主线|主题|重要论述|新发展格局|大局|主动仗|攻坚战|开门红|开好局|大盘|新篇章|新局面|获得感/,
  },
  {
    name: "value",
    prior: -1,
    holds: /有利于|意义|重要|关键|基础|基石|优势|离不开|说明|意味|体现|标志|显示|表明|反映|至关/,
  },
  {
    name: "meeting",
    prior: -1,
    holds: /主持|出席|参加|召开|致辞|会见|讲话|陪同|举行|发布会|记者|收悉|附后|以下简称|阅读|会议$|汇报/,
  },
  { name: "agenda", prior: -1, holds: /^(?:部署|听取|审议|讨论)|^确定|^研究[^,]*措施$/ },
  {
    name: "ends-thing",
    prior: -0.5,
    holds: /(?:目标|任务|问题|难题|部署|的措施|趋势|态势|形势|局面|优势|预期|精神|理念|原则|情况|[来性心力一])$/,
  },
  {
    name: "leads-in",
    prior: -0.5,
    holds: /^(?:以(?!旧换新|工代赈)|围绕|是|包括|这|企业|会议|主要|成为|我们|近期|占)/,
  },
  { name: "vague-verb", prior: -0.3, holds: /^(?:发挥|充分|有效|重点|采取|抓好|推进|促进|发展)/ },
  { name: "firm-verb", prior: 0.3, holds: /^(?:加大|加快|加强|健全|严|打造|优化|全力|全面)/ },
  { name: "central", prior: -0.5, holds: /^(?:国务院|中共中央|党中央)/ },
  { name: "period-first", prior: 0.3, holds: /^(?:20\d\d年|上半年|第[一二三四]|前[一二三四\d]|1-\d)/ },
  { name: "general", prior: -0.3, holds: /发展|经济|创新|高质量|世界|关系|健康|合作/ },
  { name: "published", prior: -0.5, holds: /发布|公布|印发|通知|报告|新闻|总理|关于/ },
  {
    name: "continuing",
    prior: -0.3,
    holds: /持续|不断|正在|成为|应对|贯彻|一系列|影响|效率|目标|形成|营造|突出|扎实|良好/,
  },
  { name: "founded", prior: 0.3, holds: /建立|启动|成立|实行|省级|地方/ },
  { name: "grew", prior: 0.3, holds: /同比增|[增下][长降]\d/ },
  { name: "on-a-day", prior: -0.3, holds: /\d日/ },
  { name: "money", prior: 0.3, holds: /亿元|万亿|万元|贷款|余额|总额|预算/ },
  { name: "decimal", prior: 0.2, holds: /\d\.\d/ },
  { name: "bounded", prior: 0.4, holds: /不得|至少|不超过|不[低高]于|每年|违规|清单|优先|准入|累计/ },
  { name: "ends-nominal", prior: -1, holds: /(?:的|时|后|中|下|方面|情况下|基础上|来看|来说|[月日年]起|至今|以来)$/ },
  { name: "is", prior: -0.4, holds: /[^但还只也就可而于总]是[^否]/ },
  {
    name: "adjective-end",
    prior: 0,
    holds: /(?:充足|充裕|平稳|稳定|明显|显著|良好|较大|突出|旺盛|活跃|热烈|向好|加快|持续|开局|增强|便利|紧张|激烈)$/,
  },
  { name: "target", prior: 0.7, holds: /到20\d\d年|力争|达到/ },
  {
    name: "exhortation",
    prior: -0.5,
    holds: /^(?:坚持|学习|把握|认识|牢记|弘扬|凝聚|奋力|锚定|践行|不忘|切实抓好|认真贯彻|深入贯彻|全面贯彻)/,
  },
  {
    name: "praise",
    prior: -0.4,
    holds:
      /(?:取得|作出|发挥|产生|带来|创造).{0,12}(?:成效|贡献|作用|影响|条件|支撑|成果|进展)|(?:成效|效果|效应)[^,]{0,4}(?:显著|明显|显现)|有了新|新台阶$/,
  },
  {
    name: "document",
    prior: -0.5,
    holds:
      /(?:印发|发布|公布|出台|审议|签署|下发).{0,6}《|》[^,]{0,12}(?:印发|发布|公布|出台|公示)|(?:公布|发布|发表)[^,]{0,14}(?:数据|报告|结果|名单|情况)$|(?:印发|下发)了?通知$/,
  },
  { name: "chapters", prior: -1, holds: /》共|共(?:有|分)?.{0,8}[章条部]/ },
  { name: "small-sum", prior: -0.2, holds: /\d万元/ },
  { name: "compared-figure", prior: 0.4, holds: /(?:同比|[比较]上年).{0,6}\d/ },
  { name: "ratio", prior: 0.3, holds: /(?:率|比例|比重|占比|指数).{0,6}\d/ },
  { name: "roughly-counted", prior: 0.3, holds: /\d[多余]/ },
  { name: "decisive", prior: 0.3, holds: /新增|取消|强制|审批|问责|底前|停止|不再/ },
  { name: "society", prior: -0.5, holds: /社会|群众|人民|一个/ },
  { name: "lofty", prior: -0.5, holds: /贯彻|面临|机遇|挑战|把握|部署|维护|围绕|共同/ },
  { name: "serving", prior: -0.3, holds: /促进|提供|作为|可以|工作/ },
  { name: "leader", prior: -0.5, holds: /习近平|总书记|主席|总理|委员长/ },
  { name: "personal", prior: -0.4, holds: /我们|大家|他们|自己|我(?![国市省县区军])|[你您]/ },
  { name: "passed", prior: 1.5, holds: /^(?:会议|常委会)?(?:审议|表决)?(?:并)?(?:原则)?通过了?《/ },
  { name: "suspended", prior: 0.7, holds: /暂(?!时|行)/ },
  { name: "carried-out", prior: -1, holds: /(?:进行|开展|举行)了/ },
  { name: "already", prior: 0.3, holds: /已(?!知|故)/ },
  { name: "of-thing", prior: -0.4, holds: /的[^的,\d]{2,4}$/ },
  { name: "someone", prior: -0.5, holds: /先生|女士|教授|专家|主任|院长|记者|书记|局长/ },
  { name: "ought", prior: 0.4, holds: /应当/ },
  { name: "handled", prior: 0.4, holds: /使用|采用|处理|检测|申请|放宽|设立|举办/ },
  { name: "exceeds", prior: 0.3, holds: /超过|预计|年底|将于/ },
  { name: "ends-quoted", prior: -0.4, holds: /[”」]$/ },
];
