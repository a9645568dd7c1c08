import { type Appeal, appealByNumber, decideAppeal } from '../../db/appeals.ts';
import { appendAudit } from '../../db/audit.ts';
import { leadersUpward, personById } from '../../db/people.ts';
import { ratingsOfCadre } from '../../db/ratings.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { can } from '../../src/people.ts';
import { appealedAgainst } from '../../src/ratings.ts';
import { aboutRatings, toMember } from '../../src/texts.ts';
import { lastRating } from '../../src/ticket/rated-cadre.ts';
import type { Turn } from '../turn.ts';
import { writeAct } from './write-act.ts';

/** The appeal a leader names by its number; the right is asked here, where the act happens. */
async function numberedAppeal({ tx, person }: Turn, number: number): Promise<Appeal> {
  const appeal = await appealByNumber(tx, number);
  if (!appeal) throw new Failure('not-understood', aboutRatings.noSuchAppeal(number));
  const leaderIds = (await leadersUpward(tx, appeal.unitId)).map(leader => leader.id);
  if (!can(person, 'decide-appeal', { leaderIds, keptFromIds: [appeal.cadreId] }))
    throw new Failure('not-allowed', toMember.notYours());
  return appeal;
}

/** Sets aside the bad ratings the cadre could see when they appealed; how many. One ended by a reopening counts no more anyway. */
async function setAside(turn: Turn, { cadreId, at }: Appeal): Promise<number> {
  const against = appealedAgainst(await ratingsOfCadre(turn.tx, cadreId), at);
  for (const { number, seq } of against) {
    const ticket = await ticketByNumber(turn.tx, number);
    if (!ticket || ticket.stars === null) continue;
    if (lastRating(await eventsOf(turn.tx, ticket))?.seq === seq)
      await writeAct(turn, ticket, 'set-aside', {}, null);
  }
  return against.length;
}

/** 成立 or 不成立: a leader decides; the decision is audited, and the cadre is told either way. */
export async function settleAppeal(turn: Turn, number: number, isUpheld: boolean): Promise<void> {
  const { tx, now, person } = turn;
  const appeal = await numberedAppeal(turn, number);
  if (!(await decideAppeal(tx, appeal, { isUpheld, byId: person.id }, now)))
    throw new Failure('ticket-state', aboutRatings.appealDecided(number));
  const count = isUpheld ? await setAside(turn, appeal) : 0;
  const data = { isUpheld, setAside: count };
  await appendAudit(tx, { byId: person.id, act: 'decide-appeal', thing: `appeal/${number}`, data }, now);
  const cadre = await personById(tx, appeal.cadreId);
  const text = isUpheld
    ? aboutRatings.yourAppealUpheld(number, count)
    : aboutRatings.yourAppealDismissed(number);
  const isTold = cadre !== null && (await turn.tell(cadre, keys.appealDecided(number), text));
  if (!isTold) return turn.say(aboutRatings.decidedUnheard(number));
  return turn.say(isUpheld ? aboutRatings.upheld(number, count) : aboutRatings.dismissed(number));
}
