import type { MemberPosts } from '../analysis/member-posts.ts';
import { begin, type Columns, end, lengthOf } from './columns.ts';
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

/** The members' counted messages of a pack: parts of its columns, nothing is copied. */
export function openMemberPosts(columns: Columns, span: Span): MemberPosts {
  const { i16, i32, u16, head } = columns;
  const { from, until } = rowsIn(columns, 'runDay', span);
  const [days, speakers, counts] = [
    begin(columns, 'runDay'),
    begin(columns, 'runSpeaker'),
    begin(columns, 'runCount'),
  ];
  return {
    baseDay: head.firstDay,
    days: i16.subarray(days + from, days + until),
    speakers: u16.subarray(speakers + from, speakers + until),
    counts: u16.subarray(counts + from, counts + until),
    alike: i32.subarray(begin(columns, 'runLike'), end(columns, 'runLike')),
    alikeDays: i16.subarray(begin(columns, 'runLikeDay'), end(columns, 'runLikeDay')),
    alikeFrom: from,
    ...openSpeakers(columns, span),
  };
}
