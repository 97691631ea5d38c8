/** Where a Chinese text names a body. Works on the simplified shadow, whose offsets are those of the text. */

import { REGIONS } from "../text/region.ts";
import { simplify } from "../text/shadow.ts";
import { DEPARTMENTS, GREATER_CHINA_BODIES, INTERNATIONAL_BODIES, MAINLAND_BODIES, TAIWAN_BODIES } from "./bodies.ts";
import { COMPANIES } from "./companies.ts";
import { guessNames, isDescription } from "./guess.ts";

export interface Mention {
  /** Official name; of companies the name that the shadow has. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Known from a table; the others are only guessed from their form. */
  readonly known: boolean;
  readonly company: boolean;
}

/** `greater`: an article from Hong Kong, Macau or Taiwan, whose own bodies and short forms count. */
export type Place = "mainland" | "greater" | "taiwan";

interface Form {
  readonly form: string;
  readonly name: string;
  readonly company: boolean;
}

type Lexicon = ReadonlyMap<string, readonly Form[]>;

function buildLexicon(bodies: readonly string[]): Lexicon {
  const lexicon = new Map<string, Form[]>();
  const rows = [...bodies.map((row) => ({ row, company: false })), ...COMPANIES.map((row) => ({ row, company: true }))];
  for (const { row, company } of rows) {
    const [name = "", ...short] = row.split("|");
    for (const form of [name, ...short].map(simplify)) {
      const key = form.slice(0, 2);
      const forms = lexicon.get(key) ?? [];
      forms.push({ form, name, company });
      lexicon.set(key, forms);
    }
  }
  for (const forms of lexicon.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return lexicon;
}

const COMMON = [...MAINLAND_BODIES, ...INTERNATIONAL_BODIES];
const LEXICONS: Readonly<Record<Place, Lexicon>> = {
  mainland: buildLexicon(COMMON),
  // Of two bodies with one short form the nearer one is meant: 證監會.
  greater: buildLexicon([...GREATER_CHINA_BODIES, ...COMMON]),
  taiwan: buildLexicon([...TAIWAN_BODIES, ...GREATER_CHINA_BODIES, ...INTERNATIONAL_BODIES]),
};

const WORLD = new Set(INTERNATIONAL_BODIES.map((row) => row.split("|")[0] ?? ""));

/** After these a short form is part of another word or of a body of another country. */
const FOREIGN_BEFORE =
  /(?:美国|日本|英国|法国|德国|韩国|印度|俄罗斯|俄|泰国|越南|巴西|欧洲|英伦|加拿大|澳洲|澳大利亚|新加坡|马来西亚|印尼|菲律宾|以色列|伊朗|土耳其|意大利|西班牙|瑞士|瑞典|墨西哥|阿根廷|南非|埃及|乌克兰|波兰|荷兰|外国|各国|两国|朝鲜|沙特|阿联酋|台湾|台)$/;

/** 应急部门, 国办发〔2018〕: the form is half of another word. */
const NO_FORM_AFTER = /^(?:门|队|面(?![板向对临])|发[〔[(]|函[〔[(])/;
/** 市发改委 and 全省卫健委 are bodies of the place. */
const LOCAL_BEFORE = /(?:[省市县区州盟旗]|自治区)$/;
const NATIONAL = /^(?:国家|国务院|中国|中华|中央|中共|最高|全国)|部$/;

/** What lengthens a name of the table: 联想集团, 教育部办公厅. */
const COMPANY_SUFFIX = /^(?:汽车|科技|控股|股份)?(?:有限公司|公司|集团(?:股份有限公司|有限公司|公司)?)/;
const BODY_SUFFIX =
  /^(?:办公厅|(?:(?![在将对于和与就为的是了发宣说表召开举])[\u4e00-\u9fff]){2,6}?(?:评审中心|审评中心|研究所|研究中心|总部|分行|支行))/;
const OFFICE_SUFFIX = /^[\u4e00-\u9fff]{2,5}?[局处](?![理于])/;

/** Names of the table. A body of another country is named with its country. */
function knownMentions(shadow: string, place: Place): Mention[] {
  const lexicon = LEXICONS[place];
  const mentions: Mention[] = [];
  for (let at = 0; at + 1 < shadow.length; at++) {
    const found = lexicon
      .get(shadow.slice(at, at + 2))
      ?.find(
        ({ form }) =>
          shadow.startsWith(form, at) && !NO_FORM_AFTER.test(shadow.slice(at + form.length, at + form.length + 2)),
      );
    if (!found) continue;
    const formEnd = at + found.form.length;
    const isLocal = !found.company && place === "mainland" && LOCAL_BEFORE.test(shadow.slice(Math.max(0, at - 3), at));
    if (isLocal && !NATIONAL.test(found.form)) continue;
    const suffixes = found.company ? COMPANY_SUFFIX : found.form.endsWith("市政府") ? OFFICE_SUFFIX : BODY_SUFFIX;
    const ending = suffixes.exec(shadow.slice(formEnd, formEnd + 12))?.[0] ?? "";
    const suffix = isDescription(ending) ? "" : ending;
    const end = formEnd + suffix.length;
    const country =
      found.company || WORLD.has(found.name)
        ? undefined
        : FOREIGN_BEFORE.exec(shadow.slice(Math.max(0, at - 5), at))?.[0];
    const start = at - (country?.length ?? 0);
    const stem = country || (suffixes === OFFICE_SUFFIX && suffix !== "") ? found.form : found.name;
    const name = (country ?? "") + stem + suffix;
    mentions.push({ name, start, end, known: true, company: found.company });
    at = end - 1;
  }
  return mentions;
}

const REGION_NAMES = REGIONS.flatMap(([short, full]) => (short === full ? [short] : [full, short])).join("|");
const DEPARTMENT_STEMS = DEPARTMENTS.flatMap((row) => row.split("|"))
  .sort((a, b) => b.length - a.length)
  .join("|");
const FULL_STEM = new Map(
  DEPARTMENTS.flatMap((row) => {
    const [full = "", ...short] = row.split("|");
    return [full, ...short].map((stem) => [stem, full] as const);
  }),
);
const FULL_REGION = new Map(REGIONS.flatMap(([short, full]) => [[short, full] as const, [full, full] as const]));
/** A province that is in no table (a former one, one of a demo) counts only where it stands by itself. */
const PLACE_NAME =
  "(?:[\\u4e00-\\u9fff]{2,5}?(?:市|州|盟|县|区|旗)|(?<![\\u4e00-\\u9fff])(?!邀请|提请|报请|申请|组织|要求|部分|兄弟|周边|相关|有关|[\\u4e00-\\u9fff]?[省市县委厅局部党])[\\u4e00-\\u9fff]{2}省)";

/** 江苏省工业和信息化厅, 开封市财政局, 深圳市人民政府, 省发展改革委. */
const LOCAL_PATTERN = new RegExp(
  `(?<region>${REGION_NAMES})?(?<level>省|市(?!场监)|自治区)?(?<city>(?:${PLACE_NAME}){0,2})(?:(?<stem>${DEPARTMENT_STEMS})(?<suffix>委员会|厅|局|委|办公室)|(?<seat>(?:人民)?政府(?:办公厅|办公室|新闻办公室|新闻办(?!公)|研究室)?(?!采购|网|工作|部门|投资|性|债|网站|职能|主导|引导))|(?<office>[\\u4e00-\\u9fff]{2,8}?(?:局|中心|管委会|委员会|支队|大队|办事处)))`,
  "gu",
);

/** 发改委 is short for 发展和改革委员会, 国资委 for 国有资产监督管理委员会. */
const fullSuffix = (suffix: string): string => (suffix === "委" ? "委员会" : suffix);

/** Words that stand before a place and are not of its name. */
const NOT_PLACE =
  /^.*(?:记者从|获悉|按照|从|据|由|在|和|与|及|是|为|向|对|了|等|日|将|于|国|该|各|全|本|我|经|以|到|的|会同|联合|学期)/;

/** Cities whose departments have names of their own. */
const CITY_NAMES = new Map([["深圳市住房和城乡建设局", "深圳市住房和建设局"]]);

const MUNICIPALITY_INSIDE = /.(?=(?:北京|天津|上海|重庆)市$)/;

/** 当地某局; 香港特区政府, which is in a table; a state of another country has no 人民政府. */
const NO_OWNER =
  /^(?:当地|各地|所在)|特区$|特别行政区$|(?:盛顿|加利福尼亚|[得德]克萨斯|佛罗里达|密歇根|伊利诺伊|俄亥俄|宾夕法尼亚|新泽西|[佐乔]治亚|弗吉尼亚|马里兰|内华达|亚利桑那|维多利亚|昆士兰|新南威尔士|巴伐利亚|萨克森|安大略|^[加得宾])州$/;

/** Lazy patterns begin too early: 进一步深化合作重庆市. */
function withoutWords(city: string): string {
  const place = city.replace(NOT_PLACE, "");
  const inside = MUNICIPALITY_INSIDE.exec(place);
  return inside === null ? place : place.slice(inside.index + 1);
}

/** The region whose body it is: 省财政厅 belongs to the province that the article is about. */
function regionOf(region: string | undefined, level: string, place: string, home: string | undefined): string {
  if (region !== undefined) return FULL_REGION.get(region) ?? region;
  return place === "" && (level === "省" || level === "自治区") ? (home ?? "") : "";
}

function localMentions(shadow: string, home: string | undefined): Mention[] {
  const mentions: Mention[] = [];
  for (const match of shadow.matchAll(LOCAL_PATTERN)) {
    const { region, level = "", city = "", stem, suffix = "", seat = "", office = "" } = match.groups ?? {};
    const place = withoutWords(city);
    const skipped = city.length - place.length;
    // A city of a province is named without it.
    const owner = place.length >= 3 ? place : regionOf(skipped === 0 ? region : undefined, level, place, home);
    if (owner === "" || NO_OWNER.test(owner) || isDescription(office)) continue;
    const body = stem
      ? (suffix === "委" && stem === "交通" ? stem : (FULL_STEM.get(stem) ?? stem)) + fullSuffix(suffix)
      : office + seat.replace(/^政府/, "人民政府").replace(/新闻办$/, "新闻办公室");
    const end = match.index + match[0].length;
    const written = place + (stem ?? "") + suffix + seat + office;
    const start = skipped > 0 ? end - written.length : match.index;
    const name = owner + body;
    mentions.push({ name: CITY_NAMES.get(name) ?? name, start, end, known: true, company: false });
  }
  return mentions;
}

/** The province a text is about: the one it names first. */
const homeOf = (shadow: string): string | undefined =>
  FULL_REGION.get(new RegExp(REGION_NAMES).exec(shadow)?.[0] ?? "");

/** All mentions, none within another, in the order of the text. */
export function findMentions(shadow: string, place: Place): Mention[] {
  const local = place === "mainland" ? localMentions(shadow, homeOf(shadow)) : [];
  const all = [
    ...local,
    ...knownMentions(shadow, place),
    ...guessNames(shadow).map((guess) => ({ ...guess, known: false })),
  ];
  const rank = (mention: Mention): number => (mention.known ? 0 : 1);
  all.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Mention[] = [];
  for (const mention of all) {
    const last = kept.at(-1);
    const joint = last?.end === mention.start && last.name === "国家税务总局" && mention.name.endsWith("税务局");
    // 財政部賦稅署 speaks as the ministry.
    if (place !== "mainland" && last?.end === mention.start && /[部院]$/.test(last.name)) continue;
    if (last && joint) kept[kept.length - 1] = { ...last, name: last.name + mention.name, end: mention.end };
    else if (!last || mention.start >= last.end) kept.push(mention);
    // A guess that begins before a known body and ends with it or in it took too much.
    else if (!last.known && mention.known) kept[kept.length - 1] = mention;
  }
  return kept;
}
