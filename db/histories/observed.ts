import { and, eq, inArray } from 'drizzle-orm';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import type { Db } from '../connect.ts';
import type { Group } from '../groups.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { accountSpans, bindings, observations } from '../schema.ts';

/** When some account of the bot was online in each group: what an archive said, and what the accounts themselves noted. */
export async function observedOf(
  db: Db,
  asked: readonly Group[],
): Promise<Map<string, GroupHistory['observations']>> {
  const ids = asked.map(group => group.id);
  const told = byKey(
    await inSlices(ids, slice =>
      db
        .select()
        .from(observations)
        .where(inArray(observations.groupId, slice))
        .orderBy(observations.groupId, observations.fromAt),
    ),
    row => row.groupId,
  );
  const online = byKey(
    await inSlices(
      asked.flatMap(group => (group.boundAt ? [group.id] : [])),
      slice =>
        db
          .select({ groupId: bindings.ownId, fromAt: accountSpans.fromAt, toAt: accountSpans.toAt })
          .from(accountSpans)
          .innerJoin(bindings, eq(bindings.accountId, accountSpans.accountId))
          .where(and(eq(bindings.kind, 'group'), inArray(bindings.ownId, slice)))
          .orderBy(bindings.ownId, accountSpans.fromAt, accountSpans.accountId),
    ),
    row => row.groupId,
  );
  return new Map(
    asked.map(({ id, boundAt }) => {
      const own = (online.get(id) ?? []).flatMap(({ fromAt, toAt }) => {
        const from = boundAt && fromAt < boundAt ? boundAt : fromAt;
        return from < toAt ? [{ from, to: toAt }] : [];
      });
      const spans = (told.get(id) ?? []).map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt }));
      return [id, [...spans, ...own]];
    }),
  );
}
