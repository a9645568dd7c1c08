import type { Sentence } from '../../src/understanding/sentence.ts';
import type { createChance } from '../shared/chance.ts';

type Chance = ReturnType<typeof createChance>;

/** What a neighbourhood says word for word again and again; the first ones most often. */
const EVERY_DAY =
  '收到|好的|谢谢|嗯|哈哈|收到，谢谢|好的，谢谢|👍|早|辛苦了|嗯嗯|可以|好|1|+1|哈哈哈|知道了|早上好|是的|对|谢谢老师|明白|[强]|没问题|来了|不客气|OK|已报名|晚安|真好|[玫瑰]|恭喜|可以的|接龙|不去|没有|行|在的|参加|好看|厉害|[呲牙]|哪里|多少钱|几点'.split(
    '|',
  );

const OPENINGS =
  '哎|唉|哎呀|对了|诶|话说|刚才|刚刚|今天|昨天|昨晚|今早|早上|中午|下午|傍晚|晚上|周末|这两天|最近|上周|前天|明天|下周|过几天|月底|这会儿|等会儿|有空的时候|下雨天'.split(
    '|',
  );
const PEOPLE =
  '我|我们家|我妈|我爸|孩子|小宝|我婆婆|老伴|隔壁老李|对门阿姨|楼上小张|三楼奶奶|五楼大哥|物业师傅|快递小哥|保安叔叔|门口大爷|舞蹈队|合唱队|小区几个孩子|我同事|我表妹|孙子|女儿|儿子|外甥|楼下王姐|理发店老板|社区医生|班主任|邻居们|团长|晨练的几位|新来的租户|我先生|我闺女|二楼的奶奶'.split(
    '|',
  );
const PLACES =
  '在菜场|在小花园|去超市|到公园|在楼下|在车棚|在电梯里|去医院|到学校|在活动室|在图书角|去早市|到江边|在阳台|去药店|在地铁口|到银行|在广场|去亲子馆|在食堂|到村口|去体育馆|在回来的路上|到文化站|在健身点|去理发店|在修鞋摊|到快递柜那边'.split(
    '|',
  );
const DEEDS =
  '买了两斤草莓|碰到以前的同学|跳了一下午舞|看到一只橘猫|写完作业了|学会骑车了|炖了一锅排骨|领了小红花|摔了一跤还笑|排了半天队|晒了一天被子|种的番茄红了|捡到一把雨伞|弹了一首曲子|拍了几张照片|拿了个第三名|把花盆搬走了|做了一大盘饺子|抢到两张电影票|打了两局乒乓|吃到一家好面|换了新眼镜|剪了短头发|认识了新邻居|读完一本小说|练了会儿毛笔字|包了些青团|听了一场评弹|赶上末班车|忘了带钥匙|遛狗遇上大雨|帮忙抬了桌子|喂了流浪猫|收了一箱橘子|下了盘象棋|腌了点萝卜|教我用手机|蒸的馒头开花了|修好了老收音机|煮了绿豆汤|看了会儿夕阳|钓了三条鲫鱼|走了一万步|烤糊了面包|唱了半天戏|折了一堆纸鹤|刷了一遍墙|织了条围巾|认全了那些字|骑车去了趟老街'.split(
    '|',
  );
const ENDINGS =
  '|||，真不错|，开心|，哈哈|，笑死我了|，累坏了|，味道挺好|，人可多了|，风好大|，挺热闹|，回头发照片|，改天一起|，你们也试试|，太阳真好|，差点迟到|，没想到吧|，值了|～|！|……|，晒一下|，孩子高兴得很|，以后常去|，羡慕不'.split(
    '|',
  );

const of = (chance: Chance, list: readonly string[]): string => list[chance.below(list.length)] ?? '';

/** A piece of talk put together from parts: some nine million different ones, most of them 10 to 16 characters. */
function talk(chance: Chance): string {
  const opening = chance.below(3) > 0 ? of(chance, OPENINGS) : '';
  const place = chance.below(3) === 0 ? of(chance, PLACES) : '';
  return `${opening}${of(chance, PEOPLE)}${place}${of(chance, DEEDS)}${of(chance, ENDINGS)}`;
}

const WHERE = '号楼|单元|弄|栋|幢|号门口|楼道|号院'.split('|');
const ASKED = '？|?||，谢谢|，有人知道吗|，急|，麻烦看看|～|，请问|，在线等'.split('|');

/** A question or request of content/messages, told from one's own door. */
const asked = (chance: Chance, sentence: string): string => {
  const where = chance.below(2) === 0 ? `${1 + chance.below(60)}${of(chance, WHERE)}` : '';
  return `${where}${sentence}${of(chance, ASKED)}`;
};

/** Says something: `what` decides of what kind; the rarer of the everyday words come as seldom as rank tells (Zipf). */
export interface Sayings {
  everyDay(chance: Chance): string;
  talk(chance: Chance): string;
  need(chance: Chance): string;
}

/** Talk and needs of a neighbourhood; half of the talk stands in content/messages, with an ending of its own. */
export function openSayings(sentences: readonly Sentence[]): Sayings {
  const short = sentences.filter(({ text }) => text.length >= 4 && text.length <= 18);
  const written = short.filter(({ label }) => label === 'chatter').map(({ text }) => text);
  const needs = short.filter(({ label }) => label !== 'chatter').map(({ text }) => text);
  return {
    everyDay: chance => EVERY_DAY[Math.floor(EVERY_DAY.length ** (chance.below(1e6) / 1e6)) - 1] ?? '收到',
    talk: chance =>
      chance.below(2) === 0
        ? talk(chance)
        : `${of(chance, OPENINGS)}${of(chance, written)}${of(chance, ENDINGS)}`,
    need: chance => asked(chance, of(chance, needs)),
  };
}
