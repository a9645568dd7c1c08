import { normalise } from '../tokens.ts';

/** Slips of the thumb and of the ear that stand in the way of a danger being seen. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/[着著][活伙或获]/gu, '着火'],
  [/著火/gu, '着火'],
  [/(?<!一|散|入|结)([起失])[伙活](?!食)/gu, '$1火'],
  [/[煤媒没][汽器起](?=[味漏泄罐中阀灶爆])/gu, '煤气'],
  [/煤汽/gu, '煤气'],
  [/(天燃|天然)[气汽]/gu, '天然气'],
  [/(液化|管道)汽/gu, '$1气'],
  [/燃汽/gu, '燃气'],
  [/[泄卸][露漏]/gu, '泄漏'],
  [/走[矢师诗事](?=[了,! ]|$)/gu, '走失'],
  [/走[去出]丢/gu, '走丢'],
  [/[家加佳][抱爆报]了?(?= ?(我|又|了|,|!|$))/gu, '家暴'],
  [/自[沙傻纱](?!发)/gu, '自杀'],
  [/割[碗万]/gu, '割腕'],
  [/跳[娄搂]/gu, '跳楼'],
  [/[昏晕]到(?=了|在|地)/gu, '晕倒'],
  [/中[署属](?=了)/gu, '中暑'],
  [/就命|救名/gu, '救命'],
  [/就护车|救户车/gu, '救护车'],
  [/安眠要/gu, '安眠药'],
];

/** The characters of traditional writing that the patterns need. */
const TRADITIONAL = '氣樓燒煙蹤護車電門開關殺媽爺還給來沒們從頭腦濃漏裡過緊圍斷傷倒牆壓麼報警藥綁嚇跡聯係繫';
const SIMPLIFIED = '气楼烧烟踪护车电门开关杀妈爷还给来没们从头脑浓漏里过紧围断伤倒墙压么报警药绑吓迹联系系';
const PLAIN = new Map(Array.from(TRADITIONAL, (sign, at) => [sign, Array.from(SIMPLIFIED)[at] ?? sign]));
const IS_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'gu');

/** Ligatures that NFKC makes up to eighteen letters of; no danger is spelt with them. */
const GROWING = /[\u3200-\u33ff\ufb50-\ufdff\ufe70-\ufefc]/gu;

/** One spelling for what people write in haste: particles of the dialects, slips, traditional characters, letters apart. */
export function spellOut(text: string): string {
  const whole = normalise(text.replace(GROWING, '').replace(/\r?\n/gu, '。'))
    .replace(IS_TRADITIONAL, sign => PLAIN.get(sign) ?? sign)
    .replace(/[咯啦勒喽嘞]/gu, '了')
    .replace(/(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '');
  return SLIPS.reduce((spelt, [slip, right]) => spelt.replace(slip, right), whole);
}
