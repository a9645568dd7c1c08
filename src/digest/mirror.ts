import { addDays, dayOf, mondayOf, weekOf } from '../time.ts';
import { saySpan } from './say-week.ts';

/** A cadre's own week; only that cadre and the line leader ever see it. */
export interface Mirror {
  /** Distinct persons. */
  helpedPersons: number;
  solved: number;
  tickets: number;
  /** Mean time to an answer; null when nothing was answered. */
  averageHours: number | null;
  /** Distinct persons who asked and were not answered. */
  unanswered: number;
}

const sayHours = (hours: number): string => (hours < 1 ? '不到1小时' : `${Math.round(hours)}小时`);

/** 周一照镜子: one line in private to a cadre, about the week before `now`; facts, no verdict. */
export function composeMirror(mirror: Mirror, now: Date): string {
  const { helpedPersons, solved, tickets, averageHours, unanswered } = mirror;
  const span = saySpan(weekOf(addDays(mondayOf(weekOf(dayOf(now))), -7)));
  const facts = [
    helpedPersons > 0 ? `您回了${helpedPersons}位邻居` : '没有看到您回邻居的记录',
    ...(tickets > 0 ? [`${tickets}件解决${solved}件`] : []),
    ...(averageHours === null ? [] : [`平均${sayHours(averageHours)}`]),
  ].join('，');
  return `上周（${span}）${facts}。${unanswered > 0 ? `还有${unanswered}位问过没人回，请看一看。` : ''}`;
}
