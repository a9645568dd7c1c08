import { isOfMembers, voiceOf } from './roster.ts';
import { type GroupWindow, rowsWithin } from './window.ts';

/** Words between one cadre and one member, counted each way. */
export interface Talk {
  cadreId: string;
  personId: string;
  toMember: number;
  toCadre: number;
}

/**
 * Who of the group's cadres and members spoke to each other from `firstDay` up to the window's end. A need that a cadre
 * surely answered was said to that cadre, as a member calls into the group rather than at one person (一呼百应).
 */
export function talksSince(window: GroupWindow, firstDay: number): Talk[] {
  const { timeline, lastDay, to } = window;
  const talks = new Map<string, Talk>();
  const talkOf = (cadreId: string, personId: string): Talk => {
    const key = `${cadreId} ${personId}`;
    const talk = talks.get(key) ?? { cadreId, personId, toMember: 0, toCadre: 0 };
    talks.set(key, talk);
    return talk;
  };
  const isCadre = (id: string) => voiceOf(timeline.roster, id) === 'cadre';
  const isMember = (id: string) => isOfMembers(voiceOf(timeline.roster, id));
  for (const { fromId, toId } of rowsWithin(timeline.exchanges, firstDay, lastDay)) {
    if (isCadre(fromId) && isMember(toId)) talkOf(fromId, toId).toMember++;
    if (isCadre(toId) && isMember(fromId)) talkOf(toId, fromId).toCadre++;
  }
  for (const need of rowsWithin(timeline.needs, firstDay, lastDay)) {
    const answer = need.answers.find(each => each.voice === 'cadre' && each.at <= to);
    if (answer) talkOf(answer.byId, need.byId).toCadre++;
  }
  return [...talks.values()];
}

/** Words went both ways. */
export const isTwoWay = ({ toMember, toCadre }: Talk): boolean => toMember > 0 && toCadre > 0;
