import { NEVER } from '../analysis/likeness.ts';
import type { MemberPosts } from '../analysis/member-posts.ts';
import { begin, type Columns, lengthOf } from './columns.ts';
import { personAt } from './open-rows.ts';
import { rowsIn, type Span } from './span.ts';

/** Everybody who had written a counted message by the end of the span, in the order in which they first did. */
function openSpeakers(columns: Columns, { lastDay }: Span): Pick<MemberPosts, 'people' | 'firstDay'> {
  const { i16, head } = columns;
  const [slots, days] = [begin(columns, 'speaker'), begin(columns, 'speakerDay')];
  const count = lengthOf(columns, 'speaker');
  const people: string[] = [];
  for (let row = 0; row < count && head.firstDay + (i16[days + row] ?? 0) <= lastDay; row++)
    people.push(personAt(columns, slots + row));
  const firstDay = people.length > 0 ? head.firstDay + (i16[days] ?? 0) : Number.POSITIVE_INFINITY;
  return { people, firstDay };
}

/** The members' counted messages of a pack. */
export function openMemberPosts(columns: Columns, span: Span): MemberPosts {
  const { i16, u16, head } = columns;
  const { from, until } = rowsIn(columns, 'runDay', span);
  const count = until - from;
  const days = Int32Array.from(
    i16.subarray(begin(columns, 'runDay') + from, begin(columns, 'runDay') + until),
  );
  for (let row = 0; row < count; row++) days[row] = (days[row] ?? 0) + head.firstDay;
  const partOf = (name: 'runSpeaker' | 'runCount') =>
    Int32Array.from(u16.subarray(begin(columns, name) + from, begin(columns, name) + until));
  const previousDays = new Int32Array(count).fill(NEVER);
  const [likes, likeDays] = [begin(columns, 'runLike'), begin(columns, 'runLikeDay')];
  const alike = lengthOf(columns, 'runLike');
  for (let like = 0; like < alike; like++) {
    const row = (u16[likes + like] ?? 0) - from;
    if (row >= 0 && row < count) previousDays[row] = head.firstDay + (i16[likeDays + like] ?? 0);
  }
  return {
    days,
    speakers: partOf('runSpeaker'),
    counts: partOf('runCount'),
    previousDays,
    ...openSpeakers(columns, span),
  };
}
