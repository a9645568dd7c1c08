import { groupById } from '../../db/groups.ts';
import { reachableLeaders } from '../../db/leaders.ts';
import { eventsOf, type PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { aboutLeaderWords } from '../../src/texts.ts';
import { type EscalationReason, isWorkedOn } from '../../src/ticket.ts';
import type { Turn } from '../turn.ts';
import { writeAct } from './write-act.ts';

/** So often handed on or opened again, a ticket needs somebody who decides (二传手). */
const STUCK_TIMES = 3;

interface Stuck {
  reason: EscalationReason;
  /** 转了3次 */
  says: string;
}

/** Why a ticket does not come to an end by itself; empty while it may. */
const whyStuck = ({ transferredTimes, reopenedTimes }: PlacedTicket): Stuck[] => [
  ...(transferredTimes >= STUCK_TIMES
    ? [{ reason: 'transfers' as const, says: aboutLeaderWords.transferredTimes(transferredTimes) }]
    : []),
  ...(reopenedTimes >= STUCK_TIMES
    ? [{ reason: 'reopenings' as const, says: aboutLeaderWords.reopenedTimes(reopenedTimes) }]
    : []),
];

/** A straight-up word waits for its own 收到, which another reason must not hide. */
const awaitsLeader = ({ escalatedFor, acknowledgedAt }: PlacedTicket): boolean =>
  escalatedFor === 'straight-up' && acknowledgedAt === null;

/** After three transfers or three reopenings tells the leaders, once for each reason; gives the ticket as it then is. */
export async function escalateIfStuck(turn: Turn, ticket: PlacedTicket): Promise<PlacedTicket> {
  const { tx, bot, message } = turn;
  const reasons = isWorkedOn(ticket) ? whyStuck(ticket) : [];
  const events = reasons.length ? await eventsOf(tx, ticket) : [];
  const why = reasons.find(({ reason }) => !events.some(({ data }) => data.reason === reason));
  const group = why ? await groupById(tx, ticket.groupId) : null;
  if (!why || !group) return ticket;
  const leaders = await reachableLeaders(tx, group.unitId);
  if (!leaders.length) {
    bot.log.warn({ trace: message.trace, ticket: ticket.id }, 'no leader can be told of a stuck ticket');
    return ticket;
  }
  const escalated = awaitsLeader(ticket)
    ? ticket
    : await writeAct(turn, ticket, 'escalate', { reason: why.reason, toId: leaders[0]?.id }, null);
  for (const leader of leaders) {
    const text = aboutLeaderWords.stuck(escalated, group.name, why.says);
    await turn.tell(leader, keys.escalation(ticket.id, leader.id, why.reason), text);
  }
  return escalated;
}
