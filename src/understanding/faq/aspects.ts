/** What a question asks about its subject, whatever the subject is; two questions alike in words often differ here. */
const ASPECTS: readonly RegExp[] = [
  /怎么(?!办|回事|了)|如何|咋(?!办)|怎样|怎么样|流程|步骤|方法|手续|途径/u,
  /怎么办|咋办|怎么处理|怎么弄|如何是好|如何处理/u,
  /什么|啥|哪些|甚么|是指/u,
  /哪里|哪儿|在哪|去哪|到哪|何处|地址|地点|位置|什么地方/u,
  /什么时候|啥时候|几点|何时|什么时间|几月|几号|哪天|哪年|日期|时间/u,
  /多久|多长时间|几天|几个月|几年|多少天|多长|期限|时长|周期/u,
  /多少钱|费用|价格|收费|价钱|要钱|多贵|贵不贵|花费|免费|利息|手续费|利率/u,
  /多少(?!钱|天)|几(?!天|点|月|号|年|乎)|数量|额度|多大|多高/u,
  /为什么|为啥|为何|怎么回事|原因|怎么了|咋回事|引起|导致|由来|是因为/u,
  /吗|么$|能不能|可不可以|是不是|是否|有没有|会不会|要不要|好不好|能否|可否|行不行|对不对|需不需要|用不用/u,
  /可以|能(?!量|力|源)|允许|行不行/u,
  /需要|必须|一定要|要不要|用不用|应该|该不该/u,
  /哪个|哪种|哪款|哪家|哪一|最好|推荐|比较好|哪位/u,
  /谁|哪个部门|哪些人|什么人|哪位/u,
  /症状|表现|征兆|反应|感觉|迹象/u,
  /治疗|治愈|治好|怎么治|能治|根治|疗法|医治|看病|就医/u,
  /药|打针|输液|吊针|用量|服用/u,
  /吃什么(?!药)|饮食|忌口|食物|能吃|可以吃|吃.{0,4}(吗|么)|注意什么/u,
  /危害|影响|副作用|后遗症|严重|危险|后果|伤害|有害/u,
  /传染|传播|遗传|感染/u,
  /预防|防止|避免|注意|防护/u,
  /检查|检测|诊断|化验|拍片|判断|确诊|怎么看|查询|查看/u,
  /意思|含义|是什么|什么是|指什么|代表|定义|叫什么/u,
  /区别|不同|差别|哪个好|比/u,
  /有关|关系|联系|相关/u,
  /材料|证件|资料|手续|证明|带什么/u,
  /条件|资格|要求|标准|规定|政策/u,
  /取消|退|撤销|注销|关闭|删除|解除|停/u,
  /更改|修改|变更|换|改|更换|变/u,
  /失败|不了|不能|无法|没法|不成功|错误|不上|不到|拒/u,
  /申请|办理|开通|激活|注册|申办|办/u,
  /进度|进展|结果|查询|审核|什么情况/u,
  /不|没|无|未|别|非/u,
  /电话|号码|联系方式|热线|网址|官网|下载/u,
];

/** Pairs that turn a question into another one: who asks of the one does not want the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/早期|初期|前期/u, /晚期|末期|后期|中期/u],
  [/男/u, /女/u],
  [/急性/u, /慢性/u],
  [/阳性/u, /阴性/u],
  [/高/u, /低/u],
  [/左/u, /右/u],
  [/轻/u, /重/u],
  [/大/u, /小/u],
  [/多/u, /少/u],
  [/孕妇|怀孕|孕期/u, /哺乳|产后|备孕|小孩|宝宝|儿童|老人/u],
  [/婴儿|宝宝|儿童|小孩|孩子|幼儿/u, /成人|大人|老人|老年/u],
  [/前/u, /后/u],
  [/买/u, /卖/u],
  [/借/u, /还/u],
  [/开/u, /关/u],
  [/存/u, /取/u],
  [/增加|提高|升/u, /减少|降/u],
  [/新/u, /旧|老/u],
  [/长/u, /短/u],
  [/快/u, /慢/u],
  [/良性/u, /恶性/u],
  [/治/u, /预防/u],
  [/原因|为什么/u, /怎么办|治疗/u],
  [/症状/u, /治疗|怎么办/u],
  [/内/u, /外/u],
  [/儿子/u, /女儿/u],
  [/上/u, /下/u],
  [/冷/u, /热/u],
  [/干/u, /湿/u],
  [/收/u, /付|发/u],
  [/甲/u, /乙|丙/u],
];

/** Bits of one text: its aspects, and which side of each pair of opposites it speaks of. */
export interface Traits {
  aspects: number;
  moreAspects: number;
  one: number;
  other: number;
}

const BITS = 31;

/** Reads the traits of a normalised text. */
export function traitsOf(text: string): Traits {
  const traits = { aspects: 0, moreAspects: 0, one: 0, other: 0 };
  ASPECTS.forEach((pattern, at) => {
    if (!pattern.test(text)) return;
    if (at < BITS) traits.aspects |= 1 << at;
    else traits.moreAspects |= 1 << (at - BITS);
  });
  OPPOSITES.forEach(([one, other], at) => {
    if (one.test(text)) traits.one |= 1 << at;
    if (other.test(text)) traits.other |= 1 << at;
  });
  return traits;
}

/** How many bits of a set are on. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest; rest &= rest - 1) count++;
  return count;
}

/** How many aspects both share, only the first has, only the second has; and how many opposites stand against each other. */
export function compareTraits(a: Traits, b: Traits) {
  return {
    shared: countBits(a.aspects & b.aspects) + countBits(a.moreAspects & b.moreAspects),
    onlyFirst: countBits(a.aspects & ~b.aspects) + countBits(a.moreAspects & ~b.moreAspects),
    onlySecond: countBits(~a.aspects & b.aspects) + countBits(~a.moreAspects & b.moreAspects),
    opposed: countBits(a.one & b.other & ~a.other & ~b.one) + countBits(a.other & b.one & ~a.one & ~b.other),
    // The bit of 不, 没, 无: said by one of them only.
    isNegatedOnce: ((a.moreAspects ^ b.moreAspects) >> 1) & 1,
  };
}
