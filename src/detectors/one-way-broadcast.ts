import { rowsWithin } from '../analysis/window.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 单向广播: notices out, no answers back. */
export const oneWayBroadcast = defineDetector({
  name: 'one-way-broadcast',
  title: '单向广播',
  quotation: { number: 'F4', words: '单向联系' },
  severity: 'alarm',
  detect(window, { oneWay }) {
    if (!oneWay.isOneWay) return null;
    const waiting = unansweredIn(window);
    const { cadrePosts, memberMessages, share, bursts, echoedBursts, echo } = oneWay;
    const heard = echoedBursts === 0 ? '没人应' : `${echoedBursts}批有人应`;
    const act = waiting.length > 0 ? `先回${countInWords(waiting)}` : '改问一个大家能答的问题，逐个回应';
    return {
      evidence: {
        cadrePosts,
        memberMessages,
        share,
        bursts,
        echoedBursts,
        echo,
        cadrePostIds: idsOf(rowsWithin(window.timeline.cadrePosts, window.firstDay, window.lastDay)),
        unansweredNeedIds: idsOf(waiting),
      },
      prescription: `${bursts}批通知（${cadrePosts}条）${heard}，群众说了${memberMessages}句。${actDay(window.day)}${act}。`,
    };
  },
});
