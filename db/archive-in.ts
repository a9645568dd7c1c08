import { describeGroups } from '../src/archive/describe-groups.ts';
import type { Survey } from '../src/archive/survey.ts';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { GroupDay } from '../src/analysis/group-day.ts';
import { isFailure } from '../src/errors.ts';
import type { Message, ReplyEdge } from '../src/message.ts';
import { apply, openedTicket, type TicketEvent, type TicketOpening } from '../src/ticket.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { saveEdges } from './reply-edges.ts';
import {
  contacts,
  groupCadres,
  groupChanges,
  groupDays,
  groups,
  inspections,
  links,
  memberships,
  messages,
  observations,
  people,
  ticketEvents,
  tickets,
  unitLeaders,
  units,
} from './schema.ts';
import { nextTicketNumber } from './tickets.ts';

/** Brings an archive in. What is there already is never touched, so the same archive twice changes nothing. */

const BATCH = 200;

type Table = Parameters<Db['insert']>[0];

async function add<T extends Table>(tx: Db, into: T, rows: T['$inferInsert'][]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += BATCH) {
    const inserted = await tx
      .insert(into)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoNothing()
      .returning();
    added += inserted.length;
  }
  return added;
}
