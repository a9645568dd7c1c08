import { eq, ne } from 'drizzle-orm';
import type { ArchiveLine, ArchiveType } from '../src/archive/line.ts';
import { newTrace } from '../src/ids.ts';
import { DAY_MS } from '../src/time.ts';
import { addDeclared } from './archive/add-declared.ts';
import { addFoldedDays, addHeard } from './archive/add-heard.ts';
import { addTickets } from './archive/add-tickets.ts';
import { inBatches } from './archive/batches.ts';
import { type Classify, type Reading, readLines } from './archive/reading.ts';
import type { Db } from './connect.ts';
import {
  bindings,
  contacts,
  groupChanges,
  groups,
  inspections,
  links,
  memberships,
  messages,
  observations,
  people,
  ticketEvents,
  tickets,
  units,
} from './schema.ts';

export interface ImportOptions {
  now: Date;
  classify: Classify;
  /** Of the rules and the model behind `classify`; stands on every fact. */
  version: string;
  /** The account that hears these people and groups from now on, their chat ids being the archive's; null: none. */
  bindTo: string | null;
  /** Friends of the account, beside those whose line says so. */
  contacts?: ReadonlySet<string>;
  /** Person → unit they lead, beside those whom a unit's line names. */
  leaders?: ReadonlyMap<string, string>;
  /** Days for which texts of questions and requests are kept. */
  retentionDays?: number;
}

const RETENTION_DAYS = 90;

/** How many rows of each type there are. */
async function countRows(tx: Db): Promise<Record<ArchiveType, number>> {
  return {
    unit: await tx.$count(units),
    person: await tx.$count(people),
    group: await tx.$count(groups),
    membership: await tx.$count(memberships),
    link: await tx.$count(links),
    contact: await tx.$count(contacts),
    'group-change': await tx.$count(groupChanges),
    observation: await tx.$count(observations),
    inspection: await tx.$count(inspections),
    message: await tx.$count(messages, eq(messages.isPrivate, false)),
    ticket: await tx.$count(tickets),
    'ticket-event': await tx.$count(ticketEvents, ne(ticketEvents.act, 'open')),
  };
}

async function bindAll(tx: Db, { survey }: Reading, accountId: string, now: Date): Promise<void> {
  const rows = survey.lines.flatMap(line =>
    line.type === 'person' || line.type === 'group'
      ? [{ accountId, kind: line.type, chatId: line.id, ownId: line.id, boundAt: now }]
      : [],
  );
  await inBatches(rows, batch => tx.insert(bindings).values(batch).onConflictDoNothing());
}

/**
 * Brings an archive into the database under its own ids, all of it or nothing, and tells how many rows of each type
 * were new. What is there already is never touched, so the same archive twice changes nothing. The texts are judged
 * here once; chatter's are never written. The caller has checked the lines (`archive check`).
 */
export async function importArchive(
  db: Db,
  lines: AsyncIterable<ArchiveLine> | Iterable<ArchiveLine>,
  options: ImportOptions,
): Promise<Record<ArchiveType, number>> {
  const { now, bindTo } = options;
  const reading = await readLines(lines, { version: options.version, labelOf: options.classify });
  const trace = newTrace(now);
  const keepSince = new Date(now.getTime() - (options.retentionDays ?? RETENTION_DAYS) * DAY_MS);
  const ticketMessageIds = new Set(
    reading.histories.flatMap(history => history.tickets.flatMap(log => log.opening.messageId ?? [])),
  );
  const leaders = options.leaders ?? new Map<string, string>();
  const friends = options.contacts ?? new Set<string>();
  return db.transaction(async tx => {
    const before = await countRows(tx);
    await addDeclared(tx, reading, { now, leaders, contacts: friends });
    await addHeard(tx, reading, { now, trace, keepSince, ticketMessageIds });
    await addFoldedDays(tx, reading, now);
    await addTickets(tx, reading, trace);
    if (bindTo !== null) await bindAll(tx, reading, bindTo, now);
    const after = await countRows(tx);
    for (const type of Object.keys(before) as ArchiveType[]) after[type] -= before[type];
    return after;
  });
}
