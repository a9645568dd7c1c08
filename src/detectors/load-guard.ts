import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** 机器人自己太烦人: what it asks of one cadre in a week; said to the operator and the leader, for it is not the cadre's doing. */
export const loadGuard = defineDetector({
  name: 'load-guard',
  title: '机器人提醒太多',
  quotation: { number: 'F22', words: '摆脱文山会海' },
  severity: 'note',
  detect(window, { burden }) {
    const { cadres, sent, mostToOne, atNight } = burden;
    if (cadres === null || sent === null || mostToOne === null) return 'no-data';
    if (!burden.isOverloaded) return null;
    const night = atNight ? `夜里${atNight}条，` : '';
    const act = cadres > 1 ? '把新事分给其他干部' : '添一位代班，同样的事并成一件';
    return {
      evidence: { cadres, sent, mostToOne, atNight, mostAWeek: THRESHOLDS.burden.mostAWeek },
      prescription: `机器人7天给${cadres}位干部发${sent}条，最多一位${mostToOne}条，${night}太多了。请管理员${actDay(window.day)}${act}。`,
    };
  },
});
