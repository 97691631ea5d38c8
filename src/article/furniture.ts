/**
 * Lines that belong to the page and not to the article. Patterns are matched against the line in simplified Chinese,
 * without pinyin annotations. Data only.
 */

export interface FurnitureRule {
  readonly name: string;
  /** `head`: above the first paragraph of prose; `tail`: below the last one; `any`: everywhere. */
  readonly place: "head" | "tail" | "edge" | "any";
  readonly pattern: RegExp;
}

const LABELS =
  "来源|稿源|文章来源|信息来源|新闻来源|发布时间|发布日期|发表时间|更新时间|发稿时间|上传时间|录入时间|成文日期|生成日期|发文日期|公开日期|" +
  "作者|记者|编辑|责任编辑|责编|编辑人|发布人|发布者|发布单位|发布机构|发布部门|供稿|供稿单位|撰稿|录入|审核|校对|" +
  "字号|字型|字型大小|字体|字体大小|字体显示|浏览|浏览量|浏览次数|阅读|阅读量|阅读数|阅读次数|点阅|点阅次数|点击|点击量|点击数|点击率|访问量|访问次数|人气|评论|评论数|分类|栏目|标签|关键词|" +
  "索引号|信息索引|主题分类|发文机关|发文字号|文号|公开方式|公开形式|公开范围|公开主体|有效性|主题词|信息分类|体裁分类|打印|分享|分享到|收藏|保护视力色|背景色";

export const FURNITURE_RULES: readonly FurnitureRule[] = [
  {
    name: "breadcrumb",
    place: "head",
    pattern:
      /^(?:您?(?:现在|当前|所在|目前)?(?:所在)?的?(?:位置|栏目)|您(?:现在|当前)?(?:的位置)?在|您?(?:现在|当前)的?(?:位置|在)|你(?:现在|当前)?(?:所在)?的?位置)(?:是|为)?\s?[:：是]?/,
  },
  {
    name: "breadcrumb",
    place: "head",
    pattern: /^(?:首页|主页|home)?[^。，；]{0,30}(?:(?:\s?[>›»＞→]\s?|\s\/\s)[^。，；>›»＞→]{1,30}){2,8}$/i,
  },
  { name: "breadcrumb", place: "head", pattern: /^(?:(?:首页|主页|home)\s?(?:[>›»＞→/]|$)|(?:首页|主页|home\s)-)/i },
  { name: "meta-line", place: "head", pattern: new RegExp(`^[\\s【［[（(|丨]{0,3}(?:${LABELS})\\s?[:：]`) },
  {
    name: "meta-line",
    place: "head",
    pattern: new RegExp(`^.{0,40}[\\s\\d|丨)）\\]】](?:${LABELS})\\s?[:：].{0,60}(?<![。！？；])$`),
  },
  { name: "meta-line", place: "head", pattern: new RegExp(`^(?:${LABELS})$`) },
  {
    name: "date-line",
    place: "head",
    pattern:
      /^(?![（(]|(?:时间|日期)\s?[:：].{4,20}(?:星期|周)[一二三四五六日天]|.{0,6}(?:会议|活动|举办|开始|截止|报名|报到|培训|考试|开标|比赛|停水|停电)|.{0,40}(?:上午|下午|晚上)\s?\d{1,2}\s?[时点]).{0,20}(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?[^。；，、]{0,60}$/,
  },
  {
    name: "date-line",
    place: "head",
    pattern:
      /^.{0,50}\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}[^.]{0,50}(?:[ap]\.m\.)?$/i,
  },
  {
    name: "date-line",
    place: "head",
    pattern: /^.{0,40}\b\d{1,2}(?:st|nd|rd|th)?\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?(?:19|20)\d{2}[^.]{0,40}$/iu,
  },
  { name: "date-line", place: "head", pattern: /^.{0,30}\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}\b.{0,120}$/ },
  { name: "clock-line", place: "head", pattern: /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?$/i },
  { name: "byline", place: "head", pattern: /^(?:by|von|por|par|text by|written by)\s.{2,60}$/i },
  // Counters, with the icon that a font draws.
  { name: "number-only", place: "head", pattern: /^[\ue000-\uf8ff]?\s?\d$/ },
  { name: "number-only", place: "edge", pattern: /^(?:\d{3,9}|[\d\s,.]{0,9}[+T|/-][\d\s,.+T|/-]{0,9})$/ },
  {
    name: "font-size",
    place: "any",
    pattern:
      /^[【［[（(]?\s?(?:字号|字体|字体大小)?\s?[:：]?\s?[【［[（(]?(?:超?大|小)\s?[号]?[】］\])）]?[\s|/、]{0,3}[【［[（(]?中?[号]?[】］\])）]?[\s|/、]{0,3}[【［[（(]?(?:小|大)[号]?[】］\])）]?\s?(?:打印|关闭)?.{0,6}$/,
  },
  {
    name: "editor",
    place: "tail",
    pattern:
      /^[【［[（(\s]{0,3}(?:本文|网页|网站|网络|新媒体|本版|本期)?(?:责任编辑|责任编辑人|责编|编辑|初审|复审|终审|审核|审校|校对|校审|监制|值班编辑|执行编辑|值班主任|主编|编审)\s?[:：/].{0,60}$/,
  },
  {
    name: "source-line",
    place: "tail",
    pattern: /^[（(【［[]?(?:(?:本文|文章|信息|新闻|稿件)来源\s?[:：]|来源\s?[|丨]).{1,60}$/,
  },
  {
    name: "source-line",
    place: "tail",
    pattern: /^[（(【［[]?《.{2,16}》\s?[（(]?\s?(?:19|20)\d{2}.{4,16}第?\s?\d{1,3}\s?版.{0,8}$/,
  },
  { name: "original-title", place: "edge", pattern: /^[（(【［[]\s?原标题\s?[:：].{1,80}[)）】\]］]$/ },
  {
    name: "share",
    place: "any",
    pattern:
      /^(?:.{0,6}打开微信.{0,60}(?:朋友圈|好友).{0,10}|[【［[]?分享(?:到|至|给|本文)?.{0,16}|(?:用|打开)?微信(?:扫|扫描|扫码).{0,24}|(?:请?(?:用|打开)?(?:手机|微信)?.{0,6})?扫一扫.{0,24}|.{0,12}扫描?(?:左|右|上|下)?(?:方|侧|面)?的?二维码.{0,24}|点击.{0,4}(?:关注|订阅).{0,16}|长按.{0,10}(?:识别|关注|二维码).{0,16})$/,
  },
  {
    name: "share",
    place: "edge",
    pattern:
      /^(?:share|tweet|pin|pin it|email|e-mail|print|copy link|facebook|twitter|linkedin|whatsapp|reddit|pinterest|tumblr|google\+|share this.{0,30}|share on .{0,20}|show more sharing options|save|like|follow|follow us.{0,30}|like this:?|like loading\.*|click to tweet)$/i,
  },
  {
    name: "share",
    place: "edge",
    pattern:
      /^(?:(?:facebook|twitter|whatsapp|linkedin|google\+?|pinterest|e?-?mail|print|pint|baixar|reddit|telegram|copy link)[\s,|]{0,3}){2,12}$/i,
  },
  {
    name: "action",
    place: "edge",
    pattern:
      /^[【［[（(]?\s?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|我要(?:反馈|评论|纠错|收藏|打印|分享|跟帖)|收藏(?:本文)?|点赞|(?:推荐|点赞|收藏|评论|跟帖|赞)\s?[（(]?\d{0,7}[)）]?|举报|投诉|关注|\+\s?关注|朗读|听新闻|语音播报|纠错|复制链接|微信|微博|qq空间|qq好友|朋友圈|转繁体版?|下载.{0,12}客户端|返回.{0,12}(?:首页|查看更多).{0,16}|展开全文|阅读全文.{0,12}|查看全文|查看更多|加载更多|全文完?|图集|在看)\s?[】］\])）]?$/i,
  },
  {
    name: "action",
    place: "edge",
    pattern: /^(?:打印本页|【?打印】?|关闭窗口|【?关闭】?|我要纠错|责任编辑|\s|[|｜、【】[\]]){2,8}$/,
  },
  {
    name: "topic-link",
    place: "any",
    pattern:
      /^(?:点击进入专题|相关专题|专题|更多(?:内容|资讯|新闻|精彩).{0,12}(?:请|关注|点击).{0,30}|(?:更多)?相关资讯请关注.{0,30})\s?[:：]?.{0,20}$/,
  },
  { name: "app-promotion", place: "edge", pattern: /^.{0,30}(?:下载|安装).{0,12}(?:客户端|APP|app).{0,50}$/ },
  {
    name: "app-promotion",
    place: "edge",
    pattern: /^.{20,100}(?:下载|打开|扫描).{0,12}(?:客户端|APP|二维码).{0,12}(?:福利|优惠|特权|关注|领取).{0,24}$/i,
  },
  { name: "app-promotion", place: "any", pattern: /^炒股就看.{0,80}$/ },
  { name: "app-promotion", place: "tail", pattern: /^[（(].{0,60}(?:请下载|请关注|请搜索).{0,40}[)）]$/ },
  {
    name: "report-line",
    place: "tail",
    pattern: /^.{0,16}(?:报料|爆料|新闻热线|投稿|举报)(?:电话|邮箱|热线)?\s?[:：].{0,60}$/,
  },
  {
    name: "read-more",
    place: "any",
    pattern:
      /^(?:read (?:more|next|also)|also read|see also|related(?: (?:stories|articles|coverage|content|news|posts|links))?|more (?:from|on|in)\b.{0,30}|don['’]t miss|recommended|trending|advert(?:isement)?|sponsored|story continues.{0,20}|continue reading.{0,20}|article continues.{0,20}|learn more|sign up.{0,60}|subscribe.{0,60}|newsletter|close|loading\.*)\s?[:：]?$/i,
  },
  {
    name: "read-more",
    place: "any",
    pattern: /^(?:read (?:more|next|also)|also read|see also|related|don['’]t miss)\s?[:：|]\s?.{3,160}$/i,
  },
  {
    name: "subscription",
    place: "any",
    pattern:
      /^(?=.{0,160}\b(?:subscri(?:be|ption)s?|newsletters?|inbox|our app)\b)(?:click here|sign up|subscribe|get|join|follow|download)\b.{0,180}$/i,
  },
  {
    name: "subscription",
    place: "any",
    pattern: /^.{0,160}\b(?:sign up (?:for|to|here)|subscribe (?:here|now|today))\b.{0,80}\bnewsletters?\b.{0,80}$/i,
  },
  { name: "subscription", place: "edge", pattern: /^get .{0,160}\bissues for [£$€].{0,80}$/i },
  { name: "feed-note", place: "tail", pattern: /^the post .{1,200} (?:appeared first|first appeared) on .{1,80}$/i },
  { name: "shortcode", place: "any", pattern: /^\[(\w{2,20})\s\w{2,20}=.{0,300}\[\/\1\]$/ },
  {
    name: "comment-policy",
    place: "tail",
    pattern:
      /^(?:note|attention|aten[çc][ãa]o|please note|网友评论|文明上网).{0,60}(?:comments?|coment[áa]rios?|评论|发言).{0,200}$/i,
  },
  {
    name: "tags",
    place: "tail",
    pattern: /^(?:tags?|topics?|filed under|categor(?:y|ies)|标签|(?:文章)?关键词|关键字)\s?(?:[:：].{0,200})?$/i,
  },
  {
    name: "caption",
    place: "any",
    pattern: /^.{0,240}[(（](?:image|photo|picture|pic|ap photo|getty|credit)s?\b[^)）]{0,60}[)）]$/i,
  },
  { name: "caption-label", place: "any", pattern: /^[（(]?(?:点击|双击).{0,6}(?:大图|放大|看图).{0,4}[)）]?$/ },
  {
    name: "source-line",
    place: "tail",
    pattern:
      /^[（(]?(?:信息|图片|文章|内容|素材|部分图片|图文|数据).{0,4}(?:来源于?|来自)\s?[:：]?(?:互联)?网络?.{0,10}$/,
  },
  {
    name: "caption-label",
    place: "any",
    pattern:
      /^(?:image|media|photo|picture) ?(?:copyright|caption|credit|source)?\s?[:：]?\s?(?:copyright|credit)?.{0,40}$/i,
  },
  {
    name: "embed",
    place: "any",
    pattern:
      /^(?:media playback is unsupported.{0,40}|this (?:slideshow|video|content) requires javascript.{0,10}|javascript is (?:disabled|required).{0,60}|your browser does not support.{0,60}|您的浏览器.{0,6}不支持.{0,40}|请.{0,4}(?:启用|开启)\s?javascript.{0,30}|video:?|视频加载中.{0,12}|正在加载.{0,6})$/i,
  },
  {
    name: "copyright",
    place: "tail",
    pattern:
      /^.{0,40}(?:版权所有|未经授权|未经许可|不得转载|禁止转载|转载请注明|all rights reserved|copyright\b|©|ⓒ|ICP备|公网安备).{0,160}$/i,
  },
  {
    name: "copyright",
    place: "tail",
    pattern:
      /^(?!第.{1,6}条).{0,80}(?:本[网站文刊]|版权|著作权|知识产权|转载|稿件).{0,60}未经.{0,8}(?:授权|许可|允许|同意).{0,24}(?:不得|禁止|严禁|谢绝)以?.{0,12}(?:使用|转载|摘编|复制|传播|镜像).{0,60}$/,
  },
  {
    name: "disclaimer",
    place: "tail",
    pattern:
      /^(?:【?(?:免责|特别|郑重|版权)?(?:声明|提示)】?\s?[:：].{0,400}|(?:免责|特别|郑重|版权)声明|notice\s?[:：].{0,300}|(?:以上|本文|本网|本站|本平台|文章|文中|内容|凡).{0,60}(?:仅代表|不代表|仅供参考|不构成|版权归|侵权|来源为|注明.{0,4}来源|(?:转载|使用)[须需请]).{0,300}|(?:发送邮件|联系邮箱|联系我们|客服|投稿).{0,80})$/i,
  },
];

/** Headings of what follows an article: from here on nothing is part of it, if most of the text stands above. */
export const TAIL_HEADINGS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "end-mark", pattern: /^[\s\-—–=·*#]{0,12}(?:END|the end|(?:全文|正文|本文)?完)[\s\-—–=·*#]{0,12}$/i },
  { name: "end-mark", pattern: /^(?:#\s?){3}$/ },
  {
    name: "related",
    pattern:
      /^[【［[■◆▶★|]?\s?(?:相关(?:附件|档案|文件下载|阅读|新闻|链接|推荐|文章|报道|资讯|稿件|解读|内容|信息|专题)|延伸阅读|推荐(?:阅读|文章|新闻)|拓展阅读|热门(?:推荐|新闻|文章|评论|阅读)|热点(?:新闻|推荐|排行)|猜你喜欢|你可能(?:也|还)?喜欢|大家(?:都)?(?:在看|爱看)|为[您你]推荐|精彩推荐|精彩图片|图片(?:故事|新闻|推荐)|新闻推荐|编辑推荐|今日(?:热点|推荐|要闻)|最新(?:新闻|资讯|文章|动态)|最近更新|更多(?:阅读|推荐|新闻|文章|精彩)|上一[篇条页则]|下一[篇条页则]|(?:正在)?阅读下一篇|往期(?:回顾|推荐|精彩)|近期文章|新浪新闻公众号|附件下载)\s?[】］\]]?\s?(?:[:：>|].{0,80}|\d{0,3})?$/,
  },
  {
    name: "related",
    pattern:
      /^(?:related(?: (?:stories|articles|coverage|content|news|posts|links|topics))?|(?:more|latest|top|recent|popular|trending) (?:stories|news|articles|posts|from .{2,30})|most (?:read|popular|viewed|shared)|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}|recommended(?: for you)?|read next|up next|what to read next|next article|previous article|about the author|something to consider|voc[êe] pode gostar.{0,5}|leia (?:tamb[ée]m|mais))\s?[:：]?\.{0,3}$/i,
  },
  {
    name: "comments",
    pattern:
      /^(?:网友评论|网友跟帖|(?:发表|最新|全部|热门|精彩|我的)?(?:评论|跟贴|跟帖|留言)(?:列表)?\s?[（(]?\d{0,7}[)）]?(?:条)?|我要(?:跟帖|评论|反馈|留言)|\d{0,9}\s?comments?|comments? ?[（(]\d{0,7}[)）]|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|tell us what you think\.{0,3}|deixe um coment[áa]rio)$/i,
  },
];
