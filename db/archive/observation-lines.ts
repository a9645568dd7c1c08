import { eq } from 'drizzle-orm';
import type { LineOf } from '../../src/archive/line.ts';
import type { Db } from '../connect.ts';
import { accountSpans, bindings, groups, observations } from '../schema.ts';

interface Span {
  from: Date;
  to: Date;
}

/** Spans in order of time, those that touch made one. */
function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1);
    if (!last || from > last.to) whole.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return whole;
}

/** When each group was observed: what an archive said, and when accounts of the bot were online in it. */
export async function* observationLines(db: Db): AsyncGenerator<LineOf<'observation'>> {
  const told = await db.select().from(observations);
  const online = await db
    .select({ groupId: bindings.ownId, from: accountSpans.fromAt, to: accountSpans.toAt })
    .from(accountSpans)
    .innerJoin(bindings, eq(bindings.accountId, accountSpans.accountId))
    .where(eq(bindings.kind, 'group'));
  const all = await db.select({ id: groups.id, boundAt: groups.boundAt }).from(groups).orderBy(groups.id);
  for (const { id, boundAt } of all) {
    const own = online
      .filter(span => boundAt !== null && span.groupId === id && span.to > boundAt)
      .map(({ from, to }) => ({ from: boundAt && from < boundAt ? boundAt : from, to }));
    const spans = told.filter(row => row.groupId === id).map(row => ({ from: row.fromAt, to: row.toAt }));
    for (const { from, to } of united([...spans, ...own])) yield { type: 'observation', group: id, from, to };
  }
}
