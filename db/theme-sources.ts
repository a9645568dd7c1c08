import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { withoutGaps } from '../src/redact-personal.ts';
import type { Quotable } from '../src/themes/find-themes.ts';
import type { HeardWords } from '../src/themes/heard-needs.ts';
import { DAY_MS } from '../src/time.ts';
import type { Db } from './connect.ts';
import { examples, messages } from './schema.ts';

/** The words of a group's questions and requests from `first` to `last` that still stand, by message. */
export async function needWordsOf(
  db: Db,
  groupId: string,
  { first, last }: { first: string; last: string },
): Promise<Map<string, HeardWords>> {
  const rows = await db
    .select({ id: messages.id, text: messages.text, fact: messages.fact })
    .from(messages)
    .where(
      and(
        eq(messages.placeId, groupId),
        gte(messages.day, first),
        lte(messages.day, last),
        inArray(messages.label, ['question', 'request']),
        eq(messages.textState, 'kept'),
        isNotNull(messages.text),
        isNull(messages.recalledAt),
      ),
    );
  return new Map(
    rows.map(({ id, text, fact }) => [id, { text: text ?? '', confidence: fact?.confidence ?? 0 }]),
  );
}

/** So far back words are still of this week's matters. */
const QUOTABLE_DAYS = 28;

/**
 * What members of these units let others read of their matters, the newest first: the needs of examples, kept with
 * consent and without anybody in them.
 */
export async function quotableIn(db: Db, unitIds: readonly string[], until: Date): Promise<Quotable[]> {
  const rows = await db
    .select({ id: examples.id, text: examples.need })
    .from(examples)
    .where(
      and(
        inArray(examples.unitId, [...unitIds]),
        gte(examples.at, new Date(until.getTime() - QUOTABLE_DAYS * DAY_MS)),
        lt(examples.at, until),
      ),
    )
    .orderBy(desc(examples.at), desc(examples.id));
  return rows.map(({ id, text }) => ({ id, text: withoutGaps(text) }));
}
