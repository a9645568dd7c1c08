import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { addDays, startOfDay } from '../../src/time.ts';
import { ask, FIRST_DAY, isOffice, LAST_DAY, member, type Script } from './communities.ts';
import { ticketLog } from './tickets.ts';

/** Groups that fail in form and gaming, each to be found by the detector it is named after; sizes follow from the seed. */
export const FORMAL_GROUPS: Record<string, (script: Script) => Partial<GroupHistory>> = {
  'noisy-office': script => {
    const times = 2 + Math.floor(script.chance() * 3);
    for (let day = 0; day <= LAST_DAY; day++) {
      if (!isOffice(day)) continue;
      const posts = day > LAST_DAY - 28 ? times : script.chance() < 0.4 ? 1 : 0;
      for (let at = 0; at < posts; at++) script.say('c1', day, 540 + 60 * at, script.words());
      if (script.chance() < 0.3) script.say(member(script), day, 1100, script.words());
    }
    return {};
  },
  'self-certified': script => {
    const closed = 10 + Math.floor(script.chance() * 20);
    const asked = Math.floor(script.chance() * 6);
    return {
      tickets: Array.from({ length: closed }, (_, at) => {
        const day = 92 + (at % 25);
        return ticketLog(
          `t${at}`,
          day - 1,
          at < asked
            ? [
                ['close', 'c1', day],
                ['ask', null, day],
              ]
            : [['close', 'c1', day]],
        );
      }),
    };
  },
  'quantity-without-quality': script => {
    for (let day = 31; day <= LAST_DAY; day++) {
      if (!isOffice(day) || day % 2 === 0) continue;
      const need = ask(script, day, null);
      if (day > 60 && script.chance() < 0.8) continue;
      script.say('c1', day, 640, `可以这样办：${script.words()}`, { replyToId: need.id });
      script.say(need.senderId, day, 900, '谢谢，已经办好了');
    }
    const early = 10 + Math.floor(script.chance() * 20);
    return {
      links: Array.from({ length: early + 20 }, (_, at) => ({
        cadreId: 'c1',
        personId: `p${at + 1}`,
        from: startOfDay(addDays(FIRST_DAY, at < early ? 0 : 100)),
        to: null,
      })),
    };
  },
  formalism: script => {
    const copies = 8 + Math.floor(script.chance() * 8);
    for (let at = 0; at < copies; at++)
      script.say('c1', 92 + at, 600, `请大家关注公众号，第${at + 1}期有新内容`);
    for (let at = 0; at < script.chance() * 4; at++) script.say('c1', 96 + at, 700, script.words());
    return {};
  },
  'improvement-not-closed': script => {
    const days = 2 + Math.floor(script.chance() * 30);
    const topic = ['每周到群里一次', '把没人应的问题都回到本人'][Math.floor(script.chance() * 2)] ?? '';
    return { improvements: [ticketLog('i1', LAST_DAY - days, [], { kind: 'improvement', topic })] };
  },
  'load-guard': script => {
    const sent = 16 + Math.floor(script.chance() * 10);
    const last = startOfDay(addDays(FIRST_DAY, LAST_DAY)).getTime();
    return {
      burden: Array.from({ length: sent }, (_, at) => ({
        cadreId: 'c1',
        at: new Date(last - (at % 6) * 86_400_000 + (9 + (at % 8)) * 3_600_000 + at * 60_000),
      })),
    };
  },
};
