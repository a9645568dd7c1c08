import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  EMERGENCY_KINDS,
  type EmergencyKind,
  emergencyIn,
  isPrivateKind,
} from '../../../src/understanding/emergency.ts';

const DANGERS: Record<EmergencyKind, readonly string[]> = {
  fire: [
    '3号楼着火了，快打电话',
    '楼下电瓶车烧起来了',
    '五楼窗户在冒黑烟',
    '车棚起火了！！大家别下来',
    '厨房油锅着了火，怎么办啊',
    '楼道里全是烟，闻到烧焦的味道',
    '配电箱冒火花了，吓死人',
    '对面阳台有火苗',
    '隔壁失火了，谁家有灭火器',
    '地下车库有辆车自燃了',
    '楼下垃圾桶在冒烟，好大的烟',
  ],
  gas: [
    '楼道里好大的煤气味',
    '家里燃气泄漏了，阀门关不上',
    '闻到一股天然气的味道，越来越重',
    '厨房煤气罐在漏气，滋滋响',
    '我妈可能煤气中毒了，头晕想吐',
    '天然气味很大，谁家没关',
  ],
  'missing-person': [
    '我爷爷走丢了，穿蓝色棉袄',
    '孩子不见了，四岁，红色外套，在小花园',
    '老人走失，有老年痴呆，请大家留意',
    '女儿放学到现在还没回家，联系不上',
    '找不到我家孩子了，求大家帮忙',
    '二楼独居的奶奶三天没下楼了，敲门没人应',
    '谁看到一个小男孩，我儿子找不到了',
  ],
  medical: [
    '有人晕倒在门口了',
    '老伴突然昏迷，快叫救护车',
    '我爸心梗了，谁会急救',
    '孩子误食了老鼠药',
    '大爷摔倒在地起不来了',
    '奶奶喘不上气来',
    '三单元有人触电了',
    '孕妇羊水破了，谁有车',
    '电梯口有人抽搐口吐白沫',
    '孩子被果冻噎住了脸都紫了',
    '门口老人被车撞了流了好多血',
  ],
  danger: [
    '有人在楼顶要跳楼',
    '小区门口有人拿刀砍人',
    '快来人啊，孩子掉到河里了',
    '救命',
    '西边围墙要塌了，下面有人',
  ],
  violence: [
    '老公喝醉了又打我',
    '我被家暴了，不敢回家',
    '他正在打孩子，我拉不住',
    '隔壁男人把老婆打得满脸流血',
    '前夫扬言要砍死我',
    '我被人跟踪了',
  ],
  'self-harm': [
    '我不想活了',
    '女儿在房间割腕了',
    '活着真累，死了算了',
    '我儿子留了遗书',
    '她吃了一瓶安眠药',
    '孩子说想死，我该怎么办',
  ],
};

const LOOK_ALIKES = [
  '今天下午消防演习，3号楼会冒烟，大家不要惊慌',
  '昨天新闻说外地工厂着火了',
  '中午去吃火锅',
  '火车票抢到了',
  '那部电视剧里着火的场面拍得真好',
  '请大家注意用火安全，谨防火灾',
  '嗓子冒烟了，喝点水',
  '这家店生意太火了',
  '红烧肉大火收汁就好',
  '消防通道不要堆东西，容易引起火灾',
  '请物业检查消防栓',
  '燃气公司明天入户安检，检查有没有泄漏',
  '煤气费怎么交',
  '预防煤气中毒小知识，请转发',
  '车胎漏气了，哪里可以补',
  '我家猫走丢了，橘色的',
  '钥匙找不到了，谁捡到了',
  '孩子找到了，谢谢大家',
  '找不到人修水管',
  '好几天没看到太阳了',
  '中风险地区名单更新了',
  '笑晕过去了',
  '社区举办急救知识讲座，教大家晕倒怎么救',
  '忙得喘不过气',
  '热得想死',
  '想死你了，什么时候回来',
  '跳楼价大甩卖，最后一天',
  '你打我电话吧',
  '记得给爸妈打打电话',
  '他打我家门口过',
  '救命，这也太好笑了吧',
  '作业写不完了救命',
  '反家暴宣传周活动开始了',
  '家暴热线是多少',
  '万一着火了应该走楼梯',
  '火已经扑灭了，没事了',
  '消息爆炸了，群里999条',
  '我在群里爆炸了哈哈',
  '玩游戏被砍死了',
  '考120分',
  '120块一篮，要的接龙',
  '收到',
  '楼道灯坏了',
  '他生意上火了，嘴角起泡',
  '不见不散',
  '他没回家吗，晚上一起吃饭',
  '自杀式减肥不可取的科普',
  '这电影里女主跳楼那段太惨了',
];

describe('dangers', () => {
  for (const [kind, texts] of Object.entries(DANGERS)) {
    it.each(texts)(`${kind}: %s`, text => {
      expect(emergencyIn(text)).toBe(kind);
    });
  }

  it('stands anywhere in a long text', () => {
    expect(emergencyIn(`${'今天天气不错。'.repeat(9000)}我家着火了！`)).toBe('fire');
  });

  it('is seen across full-width letters and broken lines', () => {
    expect(emergencyIn('大家\n三楼着火了\n快跑')).toBe('fire');
  });
});

describe('what only sounds like danger', () => {
  it.each(LOOK_ALIKES)('%s', text => {
    expect(emergencyIn(text)).toBeNull();
  });
});

const half = z.enum(['a', 'b', 'c', 'd']);
const linesOf = <T extends z.ZodType>(name: string, line: T): z.infer<T>[] =>
  readFileSync(new URL(`../../fixtures/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(row => line.parse(JSON.parse(row)));
const EMERGENCIES = linesOf(
  'emergencies',
  z.strictObject({ id: z.string(), half, text: z.string(), kind: z.enum(EMERGENCY_KINDS) }),
);
const LOOKS_ALIKE = linesOf(
  'look-alikes',
  z.strictObject({ id: z.string(), half, text: z.string(), why: z.string() }),
);

/**
 * Half a was tuned on line by line, b by totals only; both were written by the author of the patterns. c was written
 * afterwards and then tuned on. d was written last and never looked at: it is what to expect of words nobody thought of.
 */
const EXPECTED = [
  { half: 'a', recall: 0.98, rightPath: 0.98, falseAlarms: 0.03 },
  { half: 'b', recall: 0.98, rightPath: 0.97, falseAlarms: 0.05 },
  { half: 'c', recall: 0.98, rightPath: 0.98, falseAlarms: 0.03 },
  { half: 'd', recall: 0.8, rightPath: 0.8, falseAlarms: 0.08 },
] as const;

describe('the test sets', () => {
  it('are large enough, and no line stands in them twice', () => {
    const texts = [...EMERGENCIES, ...LOOKS_ALIKE].map(each => each.text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(EMERGENCIES.length).toBeGreaterThanOrEqual(300);
    expect(LOOKS_ALIKE.length).toBeGreaterThanOrEqual(300);
  });

  it.each(EXPECTED)('half $half: recall, path and false alarms', expected => {
    const heard = EMERGENCIES.filter(each => each.half === expected.half).map(({ text, kind }) => ({
      kind,
      found: emergencyIn(text),
    }));
    const found = heard.filter(each => each.found !== null);
    const onPath = found.filter(each => isPrivateKind(each.found ?? '') === isPrivateKind(each.kind));
    const alike = LOOKS_ALIKE.filter(each => each.half === expected.half);
    const alarms = alike.filter(each => emergencyIn(each.text) !== null);
    expect(found.length / heard.length).toBeGreaterThanOrEqual(expected.recall);
    expect(onPath.length / heard.length).toBeGreaterThanOrEqual(expected.rightPath);
    expect(alarms.length / alike.length).toBeLessThanOrEqual(expected.falseAlarms);
  });
});

/** As many bytes as a message can have. */
const MOST_BYTES = 65_536;
const full = (words: string): string => {
  const bytes = Buffer.byteLength(words);
  return words
    .repeat(Math.ceil(MOST_BYTES / bytes))
    .slice(0, Math.floor(MOST_BYTES / (bytes / words.length)));
};

/** The same numbers at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const mixed = (words: readonly string[], seed: number, characters: number): string => {
  const random = seeded(seed);
  let text = '';
  while (text.length < characters) text += words[Math.floor(random() * words.length)] ?? '';
  return text;
};

const HOSTILE: Record<string, string> = {
  one: full('打'),
  'one word': full('有人'),
  'one kin': full('孩子'),
  digits: full('1234567890'),
  emoji: full('😂'),
  'zero width': full('\u200b'),
  'right to left': full('\u202eمرحبا'),
  ligatures: full('\ufdfa'),
  'lone surrogates': '\ud800'.repeat(21_000),
  'combining marks': full('a\u0301\u0302\u0303'),
  spaces: full('楼 着 '),
  words: mixed(['有人', '打', '我', '老公', '孩子', '烟', '水', '楼', '电', '在', '不', '没'], 1, 21_800),
  kin: mixed(['孩子', '爸', '妈', '老人', '找', '走', '不'], 2, 21_800),
  chopped: mixed(['有人', ' ', '打', 'a', '1', ',', '孩子', '。', '楼'], 3, 21_800),
};

describe('any text', () => {
  it.each(Object.entries(HOSTILE))(
    'of 64 KB is read to its end, and found to be of some kind or none: %s',
    (_name, text) => {
      // A rule that runs away would not come back before the test's own limit; how fast it is stands in the bench.
      expect([null, 'fire', 'gas', 'missing-person', 'medical', 'danger', 'violence', 'self-harm']).toContain(
        emergencyIn(text),
      );
    },
  );

  it('never throws', () => {
    const random = seeded(7);
    for (let times = 0; times < 2000; times++) {
      const length = Math.floor(random() * 60);
      const text = Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 0x10000))).join('');
      expect(() => emergencyIn(text)).not.toThrow();
      expect(() => emergencyIn(`${text}着火了${text}`)).not.toThrow();
    }
  });
});
