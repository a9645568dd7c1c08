import { dayNumberAt } from '../analysis/day-number.ts';
import { dueAtOf } from '../analysis/measures/m18-catalogue.ts';
import { isOpenAt } from '../ticket/open-at.ts';
import type { TicketLog } from '../ticket.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

const TOPIC_LENGTH = 12;

const topicOf = ({ opening }: TicketLog): string => {
  const signs = [...opening.topic];
  return signs.length > TOPIC_LENGTH ? `${signs.slice(0, TOPIC_LENGTH - 1).join('')}…` : opening.topic;
};

/** 改进没落实: an improvement task past its limit; one that waits runs on unless its limit was moved. */
export const improvementNotClosed = defineDetector({
  name: 'improvement-not-closed',
  title: '改进任务还没办完',
  quotation: { number: 'F18', words: '做与不做一个样' },
  severity: 'warn',
  detect({ timeline, to, lastDay, day }) {
    const late = timeline.history.improvements
      .filter(task => isOpenAt(task, to) && dueAtOf(task, to) < to)
      .sort((a, b) => dueAtOf(a, to) - dueAtOf(b, to) || (a.opening.id < b.opening.id ? -1 : 1));
    const [oldest] = late;
    if (!oldest) return null;
    const daysOver = lastDay - dayNumberAt(dueAtOf(oldest, to));
    const topic = topicOf(oldest);
    const others = late.length > 1 ? `，另有${late.length - 1}件` : '';
    const over = daysOver > 0 ? `过期${daysOver}天` : '今天到期';
    return {
      evidence: {
        late: late.length,
        daysOver,
        topic,
        taskIds: late.slice(0, 20).map(task => task.opening.id),
      },
      prescription: `改进“${topic || '未写事由'}”${over}${others}。${actDay(day)}前办完回一句，办不完的说明缺什么、延到哪天。`,
    };
  },
});
