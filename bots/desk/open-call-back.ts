import { boundGroups, groupById, nameIn } from '../../db/groups.ts';
import { leadersOf, leadersUpward, personById, servingCadresOf } from '../../db/people.ts';
import { calendarOfTicket, eventsOf, openTicket, type PlacedTicket, ticketAbout } from '../../db/tickets.ts';
import { newId } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { dueAfter, limitMs } from '../../src/limits.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Person } from '../../src/people.ts';
import { aboutCallBacks } from '../../src/texts.ts';
import { ratedCadreId } from '../../src/ticket/rated-cadre.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import type { Turn } from '../turn.ts';

/** Who calls back: the unit's nearest leader who can be told, else another of its serving cadres; never the rated one. */
async function callerFor(turn: Turn, ticket: PlacedTicket, ratedId: string | null): Promise<Person | null> {
  const { tx, now } = turn;
  const group = await groupById(tx, ticket.groupId);
  if (!group) return null;
  const fits = (person: Person) => person.isContact && person.id !== ratedId;
  const leader = (await leadersOf(tx, group.unitId)).find(fits);
  if (leader) return leader;
  const others = (await boundGroups(tx)).filter(
    ({ id, unitId }) => unitId === group.unitId && id !== group.id,
  );
  for (const { id } of [group, ...others]) {
    const cadre = (await servingCadresOf(tx, id, now)).find(fits);
    if (cadre) return cadre;
  }
  return null;
}

async function openFor(turn: Turn, rated: PlacedTicket, assigneeId: string | null): Promise<PlacedTicket> {
  const { tx, now, person, message } = turn;
  const calendar = await calendarOfTicket(tx, rated, now);
  const ms = limitMs('complex', calendar);
  const opening = {
    id: newId(now),
    kind: 'call-back' as const,
    groupId: rated.groupId,
    placeId: person.id,
    requesterId: person.id,
    topic: aboutCallBacks.topic(rated),
    messageId: null,
    assigneeId,
    openedAt: now,
    dueAt: dueAfter(now, ms, calendar),
    limitClass: 'complex' as const,
    limitMs: ms,
    line: rated.line,
    about: `ticket/${rated.number}`,
  };
  return openTicket(tx, opening, null, message.trace);
}

/**
 * 回访: after a bad rating the unit asks the member what went wrong, within 15 working days and never through the rated
 * cadre. True when somebody was asked to call; a call-back is not called back.
 */
export async function openCallBack(turn: Turn, rated: PlacedTicket, words: string): Promise<boolean> {
  const { tx, now, person } = turn;
  const known = await ticketAbout(tx, `ticket/${rated.number}`);
  const isAskedFor = known?.kind === 'call-back' && isWorkedOn(known);
  if (isAskedFor || (rated.kind !== 'request' && rated.kind !== 'suggestion')) return false;
  const events = await eventsOf(tx, rated);
  const ratedId = ratedCadreId(events, rated.lastSeq, rated.assigneeId);
  const caller = await callerFor(turn, rated, ratedId);
  const callBack = await openFor(turn, rated, caller?.id ?? null);
  if (caller) {
    const said = {
      rated,
      who: await nameIn(tx, rated.groupId, person.id),
      words: words ? maskNumbers(words) : null,
      ratedName: ratedId ? ((await personById(tx, ratedId))?.name ?? null) : null,
    };
    const key = keys.ticketCard(callBack.id, caller.id, callBack.lastSeq);
    return turn.tell(caller, key, aboutCallBacks.card(callBack, said, now));
  }
  await tellUpward(turn, callBack, { rated, ratedId });
  return false;
}

/** Nobody of the unit can call: the leaders above hear of it, so that it is not lost. */
async function tellUpward(
  turn: Turn,
  callBack: PlacedTicket,
  { rated, ratedId }: { rated: PlacedTicket; ratedId: string | null },
): Promise<void> {
  const group = await groupById(turn.tx, rated.groupId);
  const leaders = group ? await leadersUpward(turn.tx, group.unitId) : [];
  const text = aboutCallBacks.unassigned(callBack, rated);
  let told = 0;
  for (const leader of leaders.filter(each => each.id !== ratedId))
    if (await turn.tell(leader, keys.escalation(callBack.id, leader.id, 'unassigned'), text)) told++;
  if (!told) turn.bot.log.warn({ trace: turn.message.trace, ticket: callBack.id }, 'nobody can call back');
}
