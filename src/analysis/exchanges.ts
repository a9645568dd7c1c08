import { type Reply, SURE } from './group-day.ts';
import { type Roster, voiceOf } from './roster.ts';

/** One reply between two people who are both known, one of them a cadre of the group. */
export interface Exchange {
  at: number;
  day: number;
  fromId: string;
  toId: string;
}

type Said = { messageId: string; byId: string };

/** Who spoke to whom: the authors of what was quoted and the people addressed, once a message and person. */
export function gatherExchanges(
  replies: readonly (Reply & { day: number })[],
  said: readonly Said[],
  roster: Roster,
): Exchange[] {
  const authors = new Map(said.map(({ messageId, byId }) => [messageId, byId]));
  const isCadre = (id: string) => voiceOf(roster, id) === 'cadre';
  const seen = new Set<string>();
  return replies.flatMap(reply => {
    // 收到 with a quote says nothing to anybody (the list wins over the quote rule).
    if (!reply.isSubstantive && !reply.isHelpful) return [];
    const author = authors.get(reply.toMessageId ?? '');
    const toIds = reply.confidence < SURE ? [] : author ? [author, ...reply.toIds] : reply.toIds;
    return toIds.flatMap(toId => {
      const key = `${reply.messageId} ${toId}`;
      if (seen.has(key) || toId === reply.byId) return [];
      seen.add(key);
      if (!isCadre(reply.byId) && !isCadre(toId)) return [];
      return [{ at: reply.at, day: reply.day, fromId: reply.byId, toId }];
    });
  });
}
