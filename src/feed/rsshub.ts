/**
 * Sites that are hard to read by themselves and that RSSHub (a route generator that many teams run) reads well: host →
 * routes below the base of an RSSHub. Routes as its documentation names them.
 */
export interface RsshubRoute {
  readonly path: string;
  readonly title: string;
}

export const RSSHUB_ROUTES: Readonly<Record<string, readonly RsshubRoute[]>> = {
  "www.gov.cn": [{ path: "/gov/zhengce/zuixin", title: "中国政府网 最新政策" }],
  "www.miit.gov.cn": [
    { path: "/gov/miit/zcwj", title: "工业和信息化部 政策文件" },
    { path: "/gov/miit/zcjd", title: "工业和信息化部 政策解读" },
  ],
  "www.ndrc.gov.cn": [{ path: "/gov/ndrc/xwdt", title: "国家发展和改革委员会 新闻动态" }],
  "www.stats.gov.cn": [{ path: "/gov/stats/sj/zxfb", title: "国家统计局 最新发布" }],
  "www.mee.gov.cn": [{ path: "/gov/mee/zcwj", title: "生态环境部 政策文件" }],
};

/** Addresses on an RSSHub for the site of a page; none without a base. */
export function rsshubAddresses(page: string, base: string | undefined): string[] {
  if (base === undefined || !URL.canParse(page)) return [];
  const { hostname } = new URL(page);
  const routes = RSSHUB_ROUTES[hostname] ?? RSSHUB_ROUTES[`www.${hostname}`] ?? [];
  return routes.map(({ path }) => base.replace(/\/$/, "") + path);
}
