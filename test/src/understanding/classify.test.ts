import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readModels, readSentences } from '../../../cli/content.ts';
import { openBayes, trainBayes } from '../../../src/understanding/bayes.ts';
import { trainClasses } from '../../../src/understanding/classes/class-model.ts';
import { likeliest, openOdds } from '../../../src/understanding/classify.ts';

const sentences = await readSentences();
const { classes } = await readModels();
const odds = openOdds(classes);
const classify = (text: string) => likeliest(odds(text));
/** Enough to learn from in a test. */
const few = sentences.filter((_, at) => at % 40 === 0);

const HELD_BACK = {
  request: [
    '我们单元三楼的灯坏掉了，麻烦来修一下',
    '楼下垃圾房三天没人收，苍蝇到处飞',
    '需要个拐杖，爷爷明天要复查',
    '电梯又停了，七楼老太太下不来',
    '下水道堵得厉害，请物业派人疏通',
    '隔壁半夜还在唱歌，受不了了，谁来管管',
    '孩子转学卡住了，帮忙问问学校那边',
    '强烈要求整治校门口乱停车',
    '需要借个轮椅，老人明天去医院',
    '我家楼道也黑',
    '煤气灶打不着，老太太一个人在家',
    '二楼窗台的砖松了，底下是人行道',
    '请帮我妈约一次上门护理',
    '隔壁天天半夜剁肉，孩子睡不着',
  ],
  question: [
    '居住证在哪里续签',
    '今年流感针什么时候开始打',
    '生育津贴多长时间能到账',
    '请问社区医院礼拜天开不开门',
    '办老年卡需要带什么',
    '附近哪家打印店便宜',
    '公租房申请截止哪天',
    '快递站搬哪去了',
    '换医保卡要几天',
    '图书馆寒假开到几点',
    '老人体检要不要空腹',
  ],
  chatter: [
    '收到，谢谢主任',
    '大家早上好呀',
    '哈哈哈哈太逗了',
    '明天老地方跳舞',
    '出个九成新婴儿车，80自提',
    '【通知】明天上午停水检修，请提前储水',
    '接龙：1.王姐 两份 2.小张 一份',
    '晚饭你们先吃吧',
    '😀😀😀',
    '[图片]',
    '小区里那只橘猫又胖了一圈',
    '我家肯定来，我爸盼了三年',
    '昨天在公园看见两只白鹭站了一下午',
    '什么时候回去',
    '到家了吗',
    '一起吃饭不',
    '电工上午就到三楼换灯，大家走路慢一点',
    '王阿姨，您带身份证来三号窗口就行',
    '刘叔，您的申请已经批下来了，周五来拿',
    '各位邻居，物业费可以手机缴了，照旧有发票',
    '下周二体检，七十岁以上的老人早上空腹来',
    '我家也是',
    '同问',
    '同求',
    '我孙子今天考了一百分',
    '出一辆闲置童车，五十拿走',
    '祝老寿星福寿安康',
    '昨晚那场雨下得真大，阳台花全倒了',
  ],
} as const;

describe('question, request, chatter', () => {
  for (const [label, texts] of Object.entries(HELD_BACK)) {
    it.each(texts)(`${label}: %s`, text => {
      expect(classify(text).label).toBe(label);
    });
  }

  // Known gaps; when one of these begins to pass, move it up to the sentences above.
  it('hears a need in a bare fact about somebody living alone', () => {
    expect(classify('独居的外公两天没接电话').label).toBe('request');
  });

  it.fails('does not yet take every short answer of the staff for one', () => {
    expect(classify('门禁卡在物业前台补，带房产证').label).toBe('chatter');
  });

  it('takes English with a question mark for a question, without one for chatter', () => {
    expect(classify('how do I renew my permit?').label).toBe('question');
    expect(classify('lol ok').label).toBe('chatter');
  });

  it('gives a confidence between 0 and 1', () => {
    for (const text of ['楼道灯坏了', '几点开门', '好的']) {
      const { confidence } = classify(text);
      expect(confidence).toBeGreaterThan(1 / 3);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('learns the same from the same sentences', () => {
    expect(JSON.stringify(trainClasses(few))).toBe(JSON.stringify(trainClasses(few)));
  });

  it('was learned from the sentences that lie beside it', () => {
    expect(classes.sentences).toBe(sentences.length);
  });
});

describe('the Bayes judge of natural', () => {
  it('hears a need in words alone, without a plea or a question mark', () => {
    const odds = openBayes(classes.bayes)('楼道漏水没人管');
    expect(odds.request).toBeGreaterThan(0.5);
    expect(odds.question + odds.request + odds.chatter).toBeCloseTo(1);
  });

  it('judges the same after its counts were written down and read again', () => {
    const model = trainBayes(few);
    const again = JSON.parse(JSON.stringify(model));
    expect(openBayes(again)('路灯坏了谁来修')).toEqual(openBayes(model)('路灯坏了谁来修'));
  });

  it('is loaded without the database clients of its package', () => {
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    expect(loaded.some(path => path.includes('natural/classifiers/bayes_classifier'))).toBe(true);
    expect(loaded.filter(path => /node_modules\/(mongoose|pg|redis|memjs|dotenv)\//u.test(path))).toEqual([]);
  });
});

describe('the sentences it learns from', () => {
  it('are at least 1,500, each written once and with an id of its own', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(sentences.map(each => each.id)).size).toBe(sentences.length);
    expect(new Set(sentences.map(each => each.text)).size).toBe(sentences.length);
  });
});
