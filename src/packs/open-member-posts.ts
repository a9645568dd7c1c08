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
  const [runs, speakers] = [begin(columns, 'runDay'), begin(columns, 'runSpeaker')];
  const counts = begin(columns, 'runCount');
  const days = new Int32Array(i16.subarray(runs + from, runs + until));
  for (let row = 0; row < count; row++) days[row] = (days[row] ?? 0) + head.firstDay;
  const previousDays = new Int32Array(count).fill(NEVER);
  const [likes, likeDays] = [begin(columns, 'runLike'), begin(columns, 'runLikeDay')];
  const alike = lengthOf(columns, 'runLike');
  for (let like = 0; like < alike; like++) {
    const row = (u16[likes + like] ?? 0) - from;
    if (row >= 0 && row < count) previousDays[row] = head.firstDay + (i16[likeDays + like] ?? 0);
  }
  return {
    days,
    speakers: new Int32Array(u16.subarray(speakers + from, speakers + until)),
    counts: new Int32Array(u16.subarray(counts + from, counts + until)),
    previousDays,
    ...openSpeakers(columns, span),
  };
}
