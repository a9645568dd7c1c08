import { saySpan } from './say-week.ts';

/** 镜子: a cadre's own week; only that cadre ever sees it. */
export interface Mirror {
  week: string;
  /** Distinct persons who asked something in the cadre's groups. */
  askers: number;
  /** Distinct persons whom the cadre answered, in a group or by a ticket. */
  answered: number;
  /** Tickets on the cadre's hands in the week, and those of them that the member says are solved. */
  tickets: number;
  solved: number;
  /** Mean working hours from the member's message to the first act on a ticket; null when there was none. */
  averageHours: number | null;
  /** What nobody answered to this moment: distinct persons, and questions. */
  unanswered: { persons: number; needs: number };
  /** 1+100, 1+10: who stands on the list, and who really spoke with the cadre in 90 days; null when nobody is linked. */
  contact: { linked: number; reached: number | null } | null;
  /** The bot was away for a good part of the week: what it did not see is not said to be nothing. */
  isPartial: boolean;
}

const sayHours = (hours: number): string => (hours < 1 ? '不到1小时' : `${Math.round(hours)}小时`);

function sayAnswered({ answered, askers, isPartial }: Mirror): string {
  if (answered > 0) return `您回了${answered}位邻居`;
  if (isPartial) return '我有时不在线，没有看全';
  return askers > 0 ? '没有看到您回邻居的记录' : '群里没有人问事';
}

function sayUnanswered({ unanswered: { persons, needs } }: Mirror): string {
  return persons > 0 ? `还有${persons}位问过没人回（${needs}条），回"没人回"看。` : '';
}

function sayContact({ contact }: Mirror): string {
  if (contact === null) return '';
  const reached =
    contact.reached === null ? '说上话的人数还看不清' : `90天里真正说上话的${contact.reached}人`;
  return `联系名册${contact.linked}人，${reached}。`;
}

/** 周一照镜子: at most 160 characters in private to one cadre; facts, no verdict. */
export function composeMirror(mirror: Mirror): string {
  const { tickets, solved, averageHours, isPartial, answered } = mirror;
  const facts = [
    sayAnswered(mirror),
    ...(tickets > 0 ? [`${tickets}件解决${solved}件`] : []),
    ...(averageHours === null ? [] : [`平均${sayHours(averageHours)}接手`]),
  ].join('，');
  const partial = isPartial && answered > 0 ? '我有时不在线，可能没有看全。' : '';
  return `上周（${saySpan(mirror.week)}）${facts}。${partial}${sayUnanswered(mirror)}${sayContact(mirror)}`;
}
