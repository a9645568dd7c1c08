import { claimEffect } from '../../db/effects.ts';
import { giveBack, handOver } from '../../db/hand-over.ts';
import { personById } from '../../db/people.ts';
import { beginStandIn, endStandIn, type StandIn } from '../../db/stand-ins.ts';
import { openTicketsOfCadre, type PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Person } from '../../src/people.ts';
import { aboutStandIns } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';

/** From now on `to` answers for the cadre of this turn, who hands over all that is on their desk; how many tickets. */
export async function beginStandingIn(turn: Turn, to: Person, toAt: Date | null): Promise<number> {
  const { tx, now, person, message } = turn;
  const row = { cadreId: person.id, standInId: to.id, fromAt: now, toAt };
  await beginStandIn(tx, row);
  const mine = await openTicketsOfCadre(tx, person.id);
  const handed = await handOver(tx, mine, { toId: to.id, at: now, trace: message.trace });
  await turn.tell(to, keys.standIn(row), aboutStandIns.toStandIn(person.name, toAt, handed, now));
  return handed.length;
}

/** Ends it before its time, by the cadre's word: what was not taken on comes back, and the stand-in hears of it. */
export async function finishStandingIn(
  turn: Turn,
  row: StandIn,
): Promise<{ back: PlacedTicket[]; kept: PlacedTicket[]; name: string }> {
  const { tx, now, person, message } = turn;
  await endStandIn(tx, row, now);
  // Claimed here, the sweep of those whose time is over has nothing left to do.
  await claimEffect(tx, keys.standInEnded(row), now);
  const done = await giveBack(tx, row, now, message.trace);
  const by = await personById(tx, row.standInId);
  if (by) await turn.tell(by, keys.standInEnded(row), aboutStandIns.endedToStandIn(person.name, done.kept));
  return { ...done, name: by?.name ?? '' };
}
