/** What pages call their containers and their furniture, in class, id and itemprop. Data only. */

/** Editors and publishing systems whose container of the article is known by name. Matched on whole tokens. */
export const CONTENT_NAMES: readonly string[] = (
  "trs_editor trs_uedit_para_wrapper ucap-content custom_unionstyle js_content rich_media_content articlebody article-body article_body " +
  "article-content article_content articlecontent article-text articletext article__content article__body pages_content zoom " +
  "entry-content post-content post_content postcontent post-body post_body story-body storybody story-content story_body " +
  "news_content newscontent news-content contenttext content-text content_text conttxt main-text textbody text_content " +
  "mp-editor rich_pages artibody art_content art-content detail-content detail_content detailcontent td-post-content body-copy " +
  "view_con vsbcontent v_news_content tys-main-zt-show post_text endtext content-article article-detail bodytext entry-body " +
  "trs_editor_view trs_preview con_con txt-content rm_txt_con left_zw contentbody wp_articlecontent con_text xxgk_content article_con article-con " +
  "easysite-news-text easysite-news-content my_conboxzw my_doccontent main_content_val detailcontent artcontent newscontentbox"
).split(" ");

/**
 * Parts that are never the article, by name. Matched on class and id after camelCase is split and lower-cased, each
 * word delimited.
 */
export const FURNITURE_NAMES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: "comments",
    pattern: /\b(comments?|commentlist|disqus|respond|replies|reply|cmt|gentie|tie ?area|plbox|pinglun|liuyan)\b/,
  },
  {
    name: "gallery",
    pattern: /\b(galler(y|ies)|carousel|slider|swiper|slide ?show|player|video ?(info|title|desc|meta|list|box))\b/,
  },
  {
    name: "teaser",
    pattern:
      /\b(teasers?|widgets?|breaking|tickers?|latest|headlines|topics|categor(y|ies)|donat(e|ion)|polls?|ratings?|votes?|quiz)\b/,
  },
  {
    name: "unseen",
    pattern: /\b(screen ?reader|sr ?only|visually ?hidden|no ?print|print ?only|tool ?tips?|drop ?downs?)\b/,
  },
  { name: "caption", pattern: /\b(\w{0,9}captions?|(img|image|pic) ?(desc|credit)|photo ?credit)\b/ },
  {
    name: "related",
    pattern:
      /\b(related|relate|rela|relnews|relevant|xgyd|xgxw|xgwz|xglj|hotnews|paihang|phb|ranking|guess|recommend(ed|s|ation|ations)?|tuijian|xiangguan|read ?more|more ?news|also ?like|outbrain|taboola|popular|trending|most ?read|hot ?news|next ?article|next ?prev|prev ?next|pre ?next)\b/,
  },
  {
    name: "share",
    pattern:
      /\b(share|shares|sharing|social|addthis|bdshare|bshare|bdsharebuttonbox|sharethis|jiathis|fenxiang|qr|qrcode|ewm|erweima)\b/,
  },
  {
    name: "navigation",
    pattern:
      /\b(nav|navbar|navigation|menu|breadcrumbs?|crumbs?|crumb nav|mianbaoxie|weizhi|dqwz|mbx|daohang|location|sitemap|pager|pagination|paging|skip ?links?)\b/,
  },
  {
    name: "sidebar",
    pattern: /\b(sidebar|side ?bar|aside|rail|right ?column|col ?right)\b/,
  },
  { name: "side-column", pattern: /\b(r(ight)? ?side|side ?right)\b/ },
  { name: "footer", pattern: /\b(footer|foot|copyright|banquan|bottom ?nav|colophon)\b/ },
  {
    name: "advertisement",
    pattern:
      /\b(ad|ads|advert|advertisement|advertising|adsbygoogle|guanggao|sponsor|sponsored|promo|promotion|banner|gg)\b/,
  },
  {
    name: "subscription",
    pattern:
      /\b(newsletter|subscribe|subscription|signup|sign ?up|paywall|login|modal|popup|pop ?up|overlay|cookie|cookies|gdpr|toolbar|tool ?bar)\b/,
  },
  {
    name: "meta",
    pattern:
      /\b(byline|authors?|bio|biography|about ?(the)? ?author|post ?meta|entry ?meta|article ?meta|meta ?data|timestamp|tags?|tag ?list|keywords?|font ?size|zihao|post ?info|article ?info)\b/,
  },
];

/** A name of nothing but such words is the article or a wrapper around it, whatever its other names are. */
export const CONTENT_WORDS =
  /^(?:the |main |news |single |hentry |type )*(?:article|content|main|body|story|post|entry|detail|text|hentry)(?: (?:article|content|main|body|story|post|entry|detail|text|wrapper|wrap|container|box|page|area|inner|left))*$/;

/** Names that tell how a wrapper is laid out, not what it is: has-sidebar, no-comments, modal-enabled. */
export const MODIFIER =
  /\b(?:has|no|with|without|enabled|disabled|is|not|margins?|open|closed|status|format|category)\b/;
