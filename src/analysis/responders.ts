import { isOfMembers, voiceOf } from './roster.ts';
import type { Timeline } from './timeline.ts';
import { rowsWithin } from './window.ts';

/**
 * 有反应的群众 (F11): distinct members who, between two days, spoke to a cadre or said something of their own within half
 * an hour after the cadres' posts. 收到 is no response, as in M6.
 */
export function respondersIn(timeline: Timeline, firstDay: number, lastDay: number): Set<string> {
  const { roster, exchanges, spokeUp } = timeline;
  const responders = new Set<string>();
  for (const { fromId, toId } of rowsWithin(exchanges, firstDay, lastDay)) {
    if (voiceOf(roster, toId) === 'cadre' && isOfMembers(voiceOf(roster, fromId))) responders.add(fromId);
  }
  for (const { personId } of rowsWithin(spokeUp, firstDay, lastDay)) responders.add(personId);
  return responders;
}
