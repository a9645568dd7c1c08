import { readable, taggedWordsOf } from '../understanding/tokens.ts';

/** A run of words that stand beside each other and may name what is asked about: 加装电梯. */
export interface Term {
  text: string;
  /** How many words it is made of. */
  words: number;
  /** Its last word names a thing, so that 的 may stand before it. */
  isThing: boolean;
  /** Says too little alone: 补贴. */
  isGeneral: boolean;
}

/** Words that name a thing or what is done to it, by the kinds of jieba; names of persons and places are none. */
const THING = /^(?:n|nz|nt|nl|ng|vn|an|l|i|j|eng)$/u;
const DOING = /^(?:v|vg|a)$/u;

/** One sign alone says too little of what is done, but for these. */
const SHORT_DOING = new Set('装修补停漏堵坏');
const isPartOf = (word: string): boolean => /^\p{Script=Han}+$/u.test(word) && !EMPTY.has(word);
const isDoing = (word: string, kind: string): boolean =>
  DOING.test(kind) && (word.length > 1 || SHORT_DOING.has(word));

const LONGEST = 3;
const LEAST_SIGNS = 2;
const MOST_SIGNS = 8;

/** Words that say nothing of what is asked: of asking and thanking, of every place, of time and amount. */
const EMPTY = new Set(
  (
    '请问 问 问下 问问 想问 想 要 有 没有 没 是 在 能 能不能 可以 可不可以 会 需要 应该 知道 看 看看 看到 说 讲 听 听说 觉得 希望 麻烦 帮 帮忙 帮助 谢谢 感谢 辛苦 ' +
    '大家 各位 邻居 朋友 师傅 老师 领导 同志 阿姨 叔叔 业主 居民 群众 群友 群里 小区 社区 街道 居委 居委会 村里 我们 家里 家 楼 楼上 楼下 门口 地方 附近 旁边 里面 外面 ' +
    '时候 时间 今天 明天 昨天 最近 现在 一直 已经 上午 下午 晚上 白天 早上 周末 平时 刚才 之前 以后 小时 分钟 天 月 年 号 ' +
    '问题 事情 事 情况 东西 办法 方法 消息 通知 意思 原因 结果 样子 部门 单位 人 人家 自己 别人 有人 没人 ' +
    '做 弄 搞 用 拿 给 让 叫 来 去 到 走 出来 过来 过去 起来 下来 上来 回来 进来 出去 找 等 打 管 处理 解决 办 办理 弄好 反映 咨询 了解 联系 负责 ' +
    '好 不好 大 小 多 少 快 慢 新 老 长 高 难 行 不行 差不多 厉害 严重 清楚 方便 麻烦事 怎么 怎么办 怎样 如何 哪里 哪儿 哪个 什么 多少 多久 几 为什么 ' +
    '大爷 大妈 大姐 小孩子 孩子 小孩 宝宝 老人 老年人 父母 爸妈 妈妈 爸爸 老伴 老公 老婆 儿子 女儿 学生 年轻人 青年 妇女 男人 女人 亲戚 病人 工人 员工 ' +
    '手机 单元 房子 房间 世界 生活 活动 效果 好处 坏处 条件 要求 政策 规定 标准 信息 名字 照片 图片 视频 链接 声音 味道 颜色 ' +
    '先 还 又 再 就 都 也 很 太 真 求助 回复 答复 电话 材料 窗口 地址 号码'
  ).split(' '),
);

/** Words that name a thing only together with others: 楼道灯, 电费, 开证明. */
const GENERAL = new Set(
  '楼道 证明 组织 申请 报名 政府 学校 医院 公园 网上 中心 服务 通道 屏幕 补贴 费用 号楼'.split(' '),
);

interface Word {
  text: string;
  kind: 'thing' | 'doing';
}

/** Words that may be part of a term, broken where any other word stands between. */
function runsOf(text: string): Word[][] {
  const runs: Word[][] = [[]];
  for (const { word, kind } of taggedWordsOf(readable(text))) {
    if (isPartOf(word) && THING.test(kind)) runs.at(-1)?.push({ text: word, kind: 'thing' });
    else if (isPartOf(word) && isDoing(word, kind)) runs.at(-1)?.push({ text: word, kind: 'doing' });
    else runs.push([]);
  }
  return runs.filter(run => run.length > 0);
}

/** Every term of a text, each once, in the order in which they stand. */
export function termsOf(text: string): Term[] {
  const terms = new Map<string, Term>();
  for (const run of runsOf(text)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to++) {
        const words = run.slice(from, to);
        const said = words.map(word => word.text).join('');
        const signs = [...said].length;
        if (signs < LEAST_SIGNS || signs > MOST_SIGNS) continue;
        const isThing = words.at(-1)?.kind === 'thing';
        terms.set(said, { text: said, words: words.length, isThing, isGeneral: GENERAL.has(said) });
      }
    }
  }
  return [...terms.values()];
}
