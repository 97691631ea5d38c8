/**
 * Lines that are furniture of a page, not words of its article. Patterns see the whole line, trimmed, in simplified
 * Chinese, and only if it is no longer than `max` characters: that keeps prose and the run time safe.
 */
export interface LineRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Longest line the rule may take; 80 unless told. */
  readonly max?: number;
  /** Only among the first lines, or only in the second half. */
  readonly where?: "head" | "tail";
}

const PERSON_ROLES =
  "责任编辑|执行编辑|文字编辑|网络编辑|值班编辑|实习编辑|值班主任|值班主编|本期编辑|本文编辑|栏目编辑|编辑|责编|编审|编校|校对|校审|审核|审校|审签|初审|复审|二审|三审|终审|监制|总监制|主编|美编|排版|制图|视觉|撰稿|撰文|供稿|供图|投稿|摄影|摄像|作者|文图|图文|通讯员|整理|发布人|发布者|录入|录入员|上传";

export const LINE_RULES: readonly LineRule[] = [
  {
    name: "markup-leftover",
    pattern: /^(?:-->|<!--|\/\/-->|[|\\/>»·•\-_=*~…. ←-⇿■-◿]+|}\)?;?|var \w.{0,60}|function\s?\(.{0,60})$/,
    max: 120,
  },
  {
    name: "breadcrumb",
    pattern:
      /^[[【]?(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?(?:位置|页面)\s*(?:是|为)?\s*[:：]?\s*(?:首页|主页|网站|>|»)|^(?:您|你)?(?:现在|当前)(?:所在)?的?位置\s*(?:是)?\s*[:：]/,
  },
  {
    name: "breadcrumb",
    pattern:
      /^(?:(?:首页|主页|网站首页|home\b)\s*(?:[>›»＞→|/\\]|&gt;)|(?:首页|主页|网站首页|home\s)[-—]|(?:首页|主页|网站首页)\s)\s*\S/i,
    max: 60,
    where: "head",
  },
  { name: "breadcrumb", pattern: /^(?:[^<>›»＞。，,]{1,14}[>›»＞]{1,2})+[^<>›»＞。，,]{0,40}$/, where: "head" },
  {
    name: "navigation",
    pattern:
      /^(?:(?:首页|主页|网站首页|返回首页|网站地图|联系我们|关于我们|加入收藏|设为首页|登录|注册|搜索|站内搜索|手机版|客户端|无障碍|无障碍浏览|长者模式|长者专区|适老化|繁体|简体|繁体版|简体版|english|en|rss|资讯中心|新闻中心|行业资讯|公司新闻|行业新闻|新闻资讯|产品中心|政务公开|政务服务|互动交流|要闻动态|政策文件|skip to (?:main )?content|menu|search|home|contact us|about us|sitemap|sign in|log in|subscribe)(?:[\s|·/>-]+|$))+$/i,
  },
  {
    name: "publish-line",
    pattern:
      /^[[【(（]?(?:发布|发表|更新|发稿|刊发|最后更新|最近更新|last (?:updated|reviewed|modified)|published(?: on)?|posted(?: on)?|updated(?: on)?)\s*(?:时间|日期|于|on)?\s*[:：].{0,70}$/i,
  },
  { name: "publish-line", pattern: /^(?:发布|发文|发稿)(?:人|者|单位|机构|部门)\s*[:：].{0,50}$/ },
  {
    name: "publish-line",
    pattern:
      /^(?:时间|日期)\s*[:：]\s*\d{4}\s*[-/.年][\d\s月./-]{3,9}日?[\sT]*(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:\s.{0,40})?$/,
    where: "head",
  },
  {
    name: "publish-line",
    pattern:
      /^[[【(（]?\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:星期.|周.)?(?:[ T]*\d{1,2}:\d{2}(?::\d{2})?)?[\])】）]?$/,
    where: "head",
  },
  {
    name: "publish-line",
    pattern: /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}.{0,30}(?:来源|作者|阅读|浏览|点击|字号|编辑).{0,50}$/,
  },
  {
    name: "source-line",
    pattern:
      /^[[【(（]?(?:信息|文章|稿件|新闻|资料|内容|图片|数据|本文|原文)?\s*(?:来源|来源于|来自|出处|转自|转载自)\s*[:：].{0,60}$/,
    max: 70,
  },
  {
    name: "source-line",
    pattern:
      /^(?:(?:原[始文](?:链接|网址|地址|标题|连结)|阅读原文|original (?:url|link)|source url)\s*[:：].{0,120}$|(?:原[始文])?(?:网址|链接|连结|link|url|via)\s*[:：]\s*(?:https?:|www\.).{0,400}$)/i,
    max: 420,
  },
  {
    name: "source-line",
    pattern:
      /^(?:点击)?(?:查看|阅读|浏览)(?:原文|全文|更多|详情)(?:[>＞»]*|链接)$|^(?:原文|全文)(?:链接)?[>＞»]*$|^read (?:more|the full (?:story|article)).{0,40}$/i,
  },
  { name: "link-line", pattern: /^[<(（]?(?:https?:\/\/|www\.)[^\s\u3400-\u9fff]+$/i, max: 2000 },
  {
    name: "contact-line",
    pattern: /^(?:电子?邮[件箱址]?|邮箱|投稿邮箱|e-?mail)\s*(?:地址)?\s*[:：].{0,60}$|^[\w.+-]+@[\w-]+\.[\w.-]+$/i,
  },
  {
    name: "reading-count",
    pattern:
      /^[[【(（]?(?:(?:阅读|浏览|点击|访问|查看|人气|评论|点赞|转发|收藏|views?|hits?|comments?)(?:次数|人数|人次|[量数率])?[:：\d,.万次\])】）\s|·]*)+$/i,
    max: 60,
  },
  {
    name: "font-size",
    pattern:
      /^[[【(（]?\s*(?:字[体号][\s:：]*)?[[【(（]?\s*(?:特?大|超大)[\s|/]*(?:中|默认|标准)[\s|/]*小.{0,20}$|^字[体号](?:大小)?\s*[:：].{0,40}$/,
  },
  {
    name: "share-line",
    pattern:
      /^(?:一键)?分享(?:到|至|本文|一下|给好友)?\s*(?:[:：].{0,60})?$|^分享(?:到|至).{0,30}$|^(?:share(?: this)?(?: (?:on|via|page|article|story))?|follow us)(?:\s*[:：].{0,60}| on .{0,40})?$/i,
    max: 70,
  },
  {
    name: "share-line",
    pattern:
      /^(?:(?:qq空间|新浪微博|腾讯微博|微博|微信|微信好友|朋友圈|人人网|开心网|豆瓣|百度贴吧|更多|更多>>|qq好友|qq|twitter|facebook|linkedin|whatsapp|weibo|wechat|email|print|reddit|telegram|line|x)(?:[\s|·、,/]+|$))+$/i,
  },
  {
    name: "page-button",
    pattern:
      /^[[【(（]?(?:我要)?(?:打印|列印|关闭|收藏|纠错|返回|顶部|返回顶部|回到顶部|返回列表|返回首页|打印本页|打印此页|关闭窗口|关闭本页|加入收藏|推荐给朋友|我要评论|发表评论|网友评论|下载|下载附件|展开全文|收起|点击加载更多|加载更多|back to top|print this page|close)[\])】）]?(?:[\s|·]*[[【(（]?(?:打印|列印|关闭|收藏|纠错|返回|顶部|返回顶部|返回列表|打印本页|关闭窗口|关闭本页|下载)[\])】）]?)*$/i,
    max: 40,
  },
  { name: "editor-line", pattern: new RegExp(`^[\\[【(（]?\\s*(?:${PERSON_ROLES})\\s*[:：|丨/／].{0,50}$`), max: 60 },
  {
    name: "editor-line",
    pattern: /^[[【(（](?:责任编辑|责编|编辑|校对|来源|作者|完|原标题|记者)[^。]{0,40}[\])】）]$/,
  },
  {
    name: "editor-line",
    pattern:
      /^[（(]?(?:(?:本报|本网|本台|新华社|人民网|央视)记者\s?|记者\s?[:：]?\s)[\u3400-\u9fff·]{2,4}(?:[\s、,，][\u3400-\u9fff·]{2,4}){0,4}[)）]?$/,
    max: 24,
  },
  {
    name: "scan-code",
    pattern:
      /^[^。]{0,10}(?:扫一扫|扫码(?:关注|阅读|下载|分享)|扫描.{0,8}二维码|长按.{0,10}二维码)[^。]*$|^(?:欢迎|请|敬请)?关注.{0,16}公众号|手机上?(?:打开|查看|浏览)(?:当前|本)页/,
    max: 50,
  },
  {
    name: "account-call",
    pattern:
      /点(?:击|个)?.{0,4}(?:在看|上方蓝字|蓝字关注|阅读原文|菜单栏)|^(?:\d{1,2}[、.])?\s*(?:后台|公众号(?:后台)?)?回复\s*[【“「[]|点【在看】|(?:点个|求)(?:赞|在看|关注)/,
    max: 50,
  },
  {
    name: "neighbour-link",
    pattern:
      /^[[【<«‹←]?\s*(?:上|下|前|后)一?(?:篇|条|页|则)\s*(?:文章|新闻)?(?:[:：>»›\]】]|$).{0,70}$|^(?:previous|next)(?: (?:article|post|page))?\s*[:：»›>].{0,70}$/i,
  },
  {
    name: "copyright",
    pattern:
      /^(?:版权(?:声明|所有|说明)|免责(?:声明|条款)|法律声明|转载(?:声明|请注明)|凡(?:本|注明)|本(?:网|站|文)(?:站|所有)?(?:转载|内容|注明|版权|刊载)|著作权)/,
    max: 500,
  },
  {
    name: "copyright",
    pattern: /^(?:郑重|特别)?声明[:：].*(?:转载|版权|本网|本站|观点|投资建议|侵权)/,
    max: 500,
  },
  {
    name: "copyright",
    pattern:
      /^(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved)|未经(?:.{0,8})(?:授权|许可|同意|允许).{0,20}(?:不得|禁止|严禁|请勿)(?:.{0,4})(?:转载|摘编|镜像)|^(?!第.{1,6}条).{0,80}(?:本[网站文刊]|版权|著作权|知识产权|转载|稿件).{0,60}未经.{0,8}(?:授权|许可|同意|允许).{0,24}(?:不得|禁止|严禁|请勿).{0,8}(?:复制|使用|传播)/i,
    max: 300,
  },
  {
    name: "copyright",
    pattern:
      /ICP备\s*\d|公网安备|网站标识码|网安备\s*\d|^(?:网站(?:主办|承办|管理|维护)|技术支持)(?:单位)?\s*[:：].{0,60}$/i,
    max: 160,
    where: "tail",
  },
  {
    name: "publicity-note",
    pattern: /^[（(]\s*此件(?:公开发布|主动公开|依申请公开|不予公开|发至|有删减).{0,20}[)）]$/,
  },
  {
    name: "attachment-line",
    pattern:
      /^(?:附件(?:下载)?|相关附件)\s*\d{0,2}\s*[:：]?\s*(?:\d{1,2}\s*[.．、]\s*)?.{0,60}\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar|pptx?|et|ceb|jpg|png)$|^\d{1,2}[.．、]?\s*.{0,60}\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar)$/i,
  },
  {
    name: "search-leftover",
    pattern: /^共?(?:找到|搜索到)?[\d,，]*\s*个?相关(?:网页|结果)[。.]?$|(?:共|约)找到\s*[\d,，]+\s*$/,
  },
  { name: "advertisement", pattern: /^(?:advertisement|sponsored(?: content)?|广告|推广|赞助内容)$/i },
];

/** Headings of lists of links; the heading and the link-like lines below it go. */
export interface SectionRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Everything to the end of the text goes. */
  readonly rest?: boolean;
}

export const SECTION_RULES: readonly SectionRule[] = [
  { name: "spam-section", pattern: /感谢您?访问我们的网站.{0,12}(?:您可能还对|以下资源)/, rest: true },
  {
    name: "related-list",
    pattern:
      /^[[【◆■▍●]?\s*(?:(?:更多|其他|本文)?相关(?:阅读|报道|新闻|链接|文章|内容|推荐|专题|事件|资讯|稿件|解读|信息|文档|政策解读|标签)|延伸阅读|推荐阅读|推荐新闻|新闻推荐|最新新闻|最新文章|最新资讯|热门新闻|热门文章|热点新闻|热点推荐|热门推荐|猜你喜欢|精彩推荐|为您推荐|阅读排行|点击排行|新闻排行|排行榜|今日热点|图片新闻|栏目导航|友情链接|快速链接|related (?:stories|articles|links|news|content|topics|documents)|more (?:stories|news|on this story)|see also|recommended|most (?:read|popular)|share this (?:page|article|story))\s*[\]】]?\s*[:：]?\s*(?:更多\s*)?[>»]*$/i,
  },
  {
    name: "attachment-list",
    pattern: /^(?:附件(?:下载)?|相关附件|文件下载|附件列表)\s*[:：]\s*(?:\d{1,2}\s*[.．、]|《)?[^。]{0,70}$/,
  },
];

/** Labels of the table that heads an official document on government sites. */
export const METADATA_LABEL =
  /^(?:索引号|信息索引号|索引|主题分类|分类|发文机关|发布机构|发布机关|公开机构|成文日期|成文时间|生成日期|发文日期|印发日期|标题|名称|文件名称|发文字号|文号|文件编号|发布日期|公开日期|主题词|关键词|公文种类|文种|体裁|体裁分类|组配分类|公开方式|公开范围|公开属性|公开类别|公开时限|公开责任部门|公开形式|有效性|时效性|效力状态|文件状态|生效日期|实施日期|废止日期|服务对象|信息类别|信息来源|统一登记号)$/;

/** Words of gambling, pornography and forged papers with which hacked pages are filled. */
export const SPAM_WORDS =
  /百家乐|六合彩|时时彩|北京赛车|幸运飞艇|快三|老虎机|轮盘|真人娱乐|娱乐城|棋牌游戏|体育投注|博彩|开户送|注册送|赌场|皇冠体育|代开发票|办证刻章|国产精品|久久|无码|有码|亚洲欧美|欧美日韩|成人[视电网]|黄色(?:网站|视频)|在线观看|免费观看|av在线|三级片|一本道|色综合|激情|精品[国区]|人妻|丝袜|自拍|约炮|裸聊|伟哥|私服|casino|viagra|betting|slots|porn|xxx/gi;
