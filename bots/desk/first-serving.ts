import { calendarOfUnit } from '../../db/calendars.ts';
import { groupById } from '../../db/groups.ts';
import { servingCadresOf } from '../../db/people.ts';
import type { Calendar } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** Who is responsible for a new ticket of a group, and the calendar its limit is reckoned by. */
export async function firstServing(
  { tx, now }: Turn,
  groupId: string,
): Promise<{ assigneeId: string | null; calendar: Calendar }> {
  const [first] = await servingCadresOf(tx, groupId, now);
  const group = await groupById(tx, groupId);
  const calendar = await calendarOfUnit(tx, group?.unitId ?? null, now);
  return { assigneeId: first?.id ?? null, calendar };
}
