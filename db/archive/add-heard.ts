import { METRICS_VERSION } from '../../src/analysis/group-analysis.ts';
import type { Message } from '../../src/message.ts';
import { dayOf } from '../../src/time.ts';
import type { Db } from '../connect.ts';
import { saveEdges } from '../reply-edges.ts';
import { groupDays, messages } from '../schema.ts';
import { inBatches } from './batches.ts';
import type { Reading } from './reading.ts';

/** Which texts stay: those of questions and requests, and what a ticket rests on, unless they are too old. */
interface Keeping {
  now: Date;
  trace: string;
  /** Texts said before this are left behind. */
  keepSince: Date;
  ticketMessageIds: ReadonlySet<string>;
}

function rowOf(message: Message, { now, trace, keepSince, ticketMessageIds }: Keeping) {
  const isOfUse =
    (message.fact !== null && message.fact.label !== 'chatter') || ticketMessageIds.has(message.id);
  const text = isOfUse && message.sentAt >= keepSince ? message.text : null;
  return {
    ...message,
    text,
    textState: text === null ? ('dropped' as const) : ('kept' as const),
    day: dayOf(message.sentAt),
    label: message.fact?.label ?? null,
    fingerprint: message.fact?.fingerprint ?? null,
    decidedAt: now,
    recalledAt: null,
    trace,
  };
}

/** Writes messages that are new, with the replies they make; what is there already keeps its own. */
export async function addHeard(tx: Db, { heard }: Reading, keeping: Keeping): Promise<void> {
  await inBatches(heard, async batch => {
    const added = await tx
      .insert(messages)
      .values(batch.map(({ message }) => rowOf(message, keeping)))
      .onConflictDoNothing()
      .returning({ id: messages.id, placeId: messages.placeId });
    const isNew = new Set(added.map(({ id, placeId }) => `${placeId} ${id}`));
    const edges = batch
      .filter(({ message }) => isNew.has(`${message.placeId} ${message.id}`))
      .flatMap(each => each.edges);
    await inBatches(edges, rows => saveEdges(tx, rows));
  });
}

/**
 * Writes the days as folded, for what lies further back than the nightly sweep looks. `foldedAt` is the moment the
 * messages were decided, so that the sweep folds recent days again, together with what was heard live.
 */
export async function addFoldedDays(tx: Db, { histories }: Reading, now: Date): Promise<void> {
  const rows = histories
    .flatMap(history => history.days)
    .map(row => ({ groupId: row.groupId, day: row.day, metrics: METRICS_VERSION, row, foldedAt: now }));
  await inBatches(rows, batch => tx.insert(groupDays).values(batch).onConflictDoNothing());
}
