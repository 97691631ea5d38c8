/** Which language and script a text is in, and whether traditional characters were put there by a program. */
import type { Language } from "../model.ts";
import { restore } from "../text/shadow.ts";

/** 1 at the code unit of each character. */
function markCharacters(characters: string): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) marks[characters.charCodeAt(at)] = 1;
  return marks;
}

/** Frequent characters that only simplified Chinese writes; none of them is a traditional character too. */
const SIMPLIFIED_ONLY = markCharacters(
  "们这国为发经对产业务会时来实现进动员学关机对应将资农构费计设质种电场问题应间从长门见车东马书乐习乡买两严丧个临丽举义乌争亚亿仅仓仪价众优伟传伤伦储儿兑党兰兴养兽冈册军冯冲决况冻净减凤凭凯击则刚创删别办劝动励劳势区医华协单卖卢卫却厂厅历厉压厌厕县参双变叙叶号叹吓吗听启吴员呕员呜响哑唤团园围图圆圣场坏块坚坛坝坟垄垦垒垫堕墙壮声壳处备够头夹夺奋奖妇妈孙宁宝实宠审宪宫宽宾寝对寻导寿尘尝尧层属岁岂岛岭峡币师帐帜带帮并广庆库应庙废开异弃张弥弯弹强归录彻径忆忧怀态总恳恶悬惊惩惯愤愿戏战户扑执扩扫扬扰抚抛抢护报担拟拥拦择挂挚挤挥损换据掳掷摄摆摇撑敌数断无旧时昙昼显晋晓暂术杀杂权条来杨极构枪柜标栈栋树样桥梦检楼榄槛欢欧歼残毁毕氢汇汉汤沟没沣沥沦沧泪泻泼泽洁浅浆测济浑浓涛涝涡润涨涩渊渐渔渗温湾湿溃滚满滤滥滨灭灯灵灾炉炼热焕爱爷牵牺状犹狈狭独猎猪猫献玛环现珐琼电画畅疗疯盏盐监盖盘矿码砖确础礼祸离秃种积称税穷窃竞笔笼筑签简粮紧纠红纤约级纪纯纲纳纵纷纸纹纺线练组细织终绍经绑结绕绘给络绝统继绩绪续维绵综绿缓编缩缴网罗罚罢职联聪肃肠肤胀胁胆胜脉脑脚脱腾舆舰艰艺节芦苏苹药莱获虑虽虾蚀补装览觉观规视订认讨让训议记讲许论设访证评识诉词译试诗诚话询该详语误说请诸诺读课谁调谈谋谓谢谱贝负贡财责贤败账货质贩贪贫购贯贵贷贸费贺贾资赋赌赏赐赔赖赚赛赞赠赢赵趋跃践踪转轮软轻载较辅辆辉输辑辖边达迁过迈运还这进远违连迟适选递逻遗邮邻郑酝酱释鉴针钉钟钢钱铁铃铜银链销锁锅错锦键锻镇长门闪闭问闲间闹闻阅阔队阳阴阵阶际陆陈险随隐难雾静韩页顶项顺须顾顿预领频题颜额风飞饥饭饮饰饱馆馈驱驶驻验骗鱼鲁鲜鸟鸡鸣鸿麦黄黾齐齿龙龟",
);

interface ScriptCount {
  readonly han: number;
  readonly latin: number;
  readonly simplified: number;
  readonly traditional: number;
}

function countScripts(text: string): ScriptCount {
  const simple = restore(text);
  let han = 0;
  let latin = 0;
  let simplified = 0;
  let traditional = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) {
      han++;
      if (SIMPLIFIED_ONLY[code] === 1) simplified++;
      else if (simple.charCodeAt(at) !== code) traditional++;
    } else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin++;
  }
  return { han, latin, simplified, traditional };
}

/** Language by script. A text without Chinese characters, or with few among many Latin letters, is `en`. */
export function detectLanguage(text: string): Language {
  const { han, latin, simplified, traditional } = countScripts(text);
  // A Chinese character says about as much as three letters.
  if (han * 3 < latin || han === 0) return "en";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

/**
 * Slips that a converter makes where one simplified character stands for several traditional ones; nobody who writes
 * traditional Chinese writes them.
 */
const CONVERTER_SLIPS =
  /機製|體製|製度|限製|控製|抑製|約製|強製|製約|係統|體係|係列|批準|核準|準予|麵積|方麵|麵對|全麵|麵臨|曆史|恢複|反複|回複|複興|修複|同誌|若乾|幹旱|幹燥|公裡|公裏|長徵|鬆江|皇後|太後/g;

/** What is said and how in the mainland, in traditional characters. None of it is proof alone: Hong Kong reports on Beijing. */
const MAINLAND_WORDS =
  /我國|同比|環比|信息|質量發展|黨中央|總書記|十四五|十三五|新華社|工信部|發改委|各地區各部門|貫徹落實|深入推進|抓緊|加大力度|本報訊|人民網|央視|省委|市委|自治區|產業鏈|供應鏈|智能/g;

/** Quotation marks, names and words that Hong Kong, Macau and Taiwan use and no converter brings forth. */
const GENUINE_WORDS =
  /[「」『』]|按年|港元|新台幣|新臺幣|立法會|行政院|特區政府|特首|立委|資訊科技|網路|港台圖片|民國|軟體|品質|透過/g;

const count = (text: string, pattern: RegExp): number => {
  let hits = 0;
  for (const _ of text.matchAll(pattern)) hits++;
  return hits;
};

/**
 * True if the traditional characters of a text come from a program that converted a simplified one. `annotations` is
 * the number of pinyin annotations with tone marks in it: a site that annotates has converted.
 */
export function isMechanical(text: string, annotations: number): boolean {
  const { han, simplified, traditional } = countScripts(text);
  if (traditional === 0) return false;
  if (annotations >= 2) return true;
  const genuine = count(text, GENUINE_WORDS);
  const slips = count(text, CONVERTER_SLIPS);
  // Half of the text was left as it was: no one writes both scripts at once.
  const mixed = traditional >= 5 && simplified * 4 >= traditional && han >= 40;
  const curly = count(text, /[“”]/g) >= 2 ? 1 : 0;
  const mainland = Math.min(4, count(text, MAINLAND_WORDS));
  const evidence = slips * 2 + (mixed ? 3 : 0) + curly * 2 + mainland - genuine * 2;
  return evidence >= 5 && traditional > 0;
}
