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
export function talksSince({ timeline, lastDay, to }: GroupWindow, firstDay: number): Talk[] {
  const { roster, exchanges, needs } = timeline;
  const talks = new Map<string, Talk>();
  for (const { fromId, toId } of rowsWithin(exchanges, firstDay, lastDay)) {
    const [from, onto] = [voiceOf(roster, fromId), voiceOf(roster, toId)];
    if (from === 'cadre' && isOfMembers(onto)) talkOf(talks, fromId, toId).toMember++;
    if (onto === 'cadre' && isOfMembers(from)) talkOf(talks, toId, fromId).toCadre++;
  }
  for (const need of rowsWithin(needs, firstDay, lastDay)) {
    const answer = need.answers.find(each => each.voice === 'cadre' && each.at <= to);
    if (answer) talkOf(talks, answer.byId, need.byId).toCadre++;
  }
  return [...talks.values()];
}

function talkOf(talks: Map<string, Talk>, cadreId: string, personId: string): Talk {
  const key = `${cadreId} ${personId}`;
  const known = talks.get(key);
  if (known) return known;
  const talk = { cadreId, personId, toMember: 0, toCadre: 0 };
  talks.set(key, talk);
  return talk;
}

/** Words went both ways. */
export const isTwoWay = ({ toMember, toCadre }: Talk): boolean => toMember > 0 && toCadre > 0;
