import type { Burst } from '../analysis/bursts.ts';
import { startOfDayNumber } from '../analysis/day-number.ts';
import type { Exchange } from '../analysis/exchanges.ts';
import type { DayVolume, Greeting, SpokeUp } from '../analysis/heard-days.ts';
import { NEVER } from '../analysis/likeness.ts';
import { isSubstantive } from '../analysis/said.ts';
import type { TimelinePost, TimelineReply } from '../analysis/timeline.ts';
import { begin, type Column, type Columns } from './columns.ts';
import { LIKENESSES, NEVER_DAY, NO_DAY, REFERENCES, SAIDS, SLOTS, VOICES } from './names.ts';
import { rowsIn, type Span } from './span.ts';

/** Rows of a pack as objects. */

/** The moment of a row: its day, and the milliseconds of a column. */
export const momentOf = ({ head, i32 }: Columns, day: number, ms: number): number =>
  startOfDayNumber(head.firstDay + day) + (i32[ms] ?? 0);

/** A person of a column of slots. */
export const personAt = ({ u16 }: Columns, at: number): string => SLOTS.nameOf(u16[at] ?? 0);

export function openCadrePosts(columns: Columns, span: Span): TimelinePost[] {
  const { i16, u16, u8, head } = columns;
  const [days, ms, by] = [begin(columns, 'postDay'), begin(columns, 'postMs'), begin(columns, 'postBy')];
  const [saids, fingerprints] = [begin(columns, 'postSaid'), begin(columns, 'postFingerprint')];
  const previous = begin(columns, 'postPreviousDay');
  const posts: TimelinePost[] = [];
  const { from, until } = rowsIn(columns, 'postDay', span);
  for (let row = from; row < until; row++) {
    const day = i16[days + row] ?? 0;
    const said = SAIDS[u8[saids + row] ?? 0] ?? 'other';
    const likeness = u16[fingerprints + row] ?? 0;
    const previousDay = i16[previous + row] ?? NEVER_DAY;
    posts.push({
      messageId: REFERENCES.nameOf(row),
      byId: personAt(columns, by + row),
      at: momentOf(columns, day, ms + row),
      said,
      fingerprint: likeness === 0 ? null : LIKENESSES.nameOf(likeness),
      day: head.firstDay + day,
      isSubstantive: isSubstantive(said),
      previousDay: previousDay === NEVER_DAY ? NEVER : head.firstDay + previousDay,
    });
  }
  return posts;
}

export function openBursts(columns: Columns, span: Span): Burst[] {
  const { i16, head } = columns;
  const [days, ends] = [begin(columns, 'burstDay'), begin(columns, 'burstMs')];
  const [echoDays, echoes] = [begin(columns, 'echoDay'), begin(columns, 'echoMs')];
  const bursts: Burst[] = [];
  const { from, until } = rowsIn(columns, 'burstDay', span);
  for (let row = from; row < until; row++) {
    const day = i16[days + row] ?? 0;
    const echoDay = i16[echoDays + row] ?? NO_DAY;
    bursts.push({
      day: head.firstDay + day,
      endAt: momentOf(columns, day, ends + row),
      echoedAt: echoDay === NO_DAY ? null : momentOf(columns, echoDay, echoes + row),
    });
  }
  return bursts;
}

/** Where the parts of a list of lists begin, from the count of each. */
export function startsOf(columns: Columns, counts: Column, rows: number): Int32Array {
  const first = begin(columns, counts);
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row] ?? 0) + (columns.u8[first + row] ?? 0);
  return starts;
}

export function openReplies(columns: Columns, span: Span): TimelineReply[] {
  const { i16, i32, u8, head } = columns;
  const [days, ms, by] = [begin(columns, 'replyDay'), begin(columns, 'replyMs'), begin(columns, 'replyBy')];
  const [references, targets] = [begin(columns, 'replyRef'), begin(columns, 'replyToRef')];
  const [voices, confidences] = [begin(columns, 'replyVoice'), begin(columns, 'replyConfidence')];
  const people = begin(columns, 'replyTo');
  const { from, until } = rowsIn(columns, 'replyDay', span);
  const starts = startsOf(columns, 'replyTos', until);
  const replies: TimelineReply[] = [];
  for (let row = from; row < until; row++) {
    const day = i16[days + row] ?? 0;
    const target = i32[targets + row] ?? -1;
    const toIds: string[] = [];
    const last = starts[row + 1] ?? 0;
    for (let to = starts[row] ?? 0; to < last; to++) toIds.push(personAt(columns, people + to));
    replies.push({
      messageId: REFERENCES.nameOf(i32[references + row] ?? 0),
      byId: personAt(columns, by + row),
      voice: VOICES[u8[voices + row] ?? 0] ?? 'unknown',
      at: momentOf(columns, day, ms + row),
      toMessageId: target < 0 ? null : REFERENCES.nameOf(target),
      toIds,
      confidence: (u8[confidences + row] ?? 0) / 100,
      day: head.firstDay + day,
    });
  }
  return replies;
}

export function openExchanges(columns: Columns, span: Span): Exchange[] {
  const [days, ms] = [begin(columns, 'exchangeDay'), begin(columns, 'exchangeMs')];
  const [fromIds, toIds] = [begin(columns, 'exchangeFrom'), begin(columns, 'exchangeTo')];
  const exchanges: Exchange[] = [];
  const { from, until } = rowsIn(columns, 'exchangeDay', span);
  for (let row = from; row < until; row++) {
    const day = columns.i16[days + row] ?? 0;
    exchanges.push({
      at: momentOf(columns, day, ms + row),
      day: columns.head.firstDay + day,
      fromId: personAt(columns, fromIds + row),
      toId: personAt(columns, toIds + row),
    });
  }
  return exchanges;
}

export function openGreetings(columns: Columns, span: Span): Greeting[] {
  const [days, ms] = [begin(columns, 'greetingDay'), begin(columns, 'greetingMs')];
  const by = begin(columns, 'greetingBy');
  const greetings: Greeting[] = [];
  const { from, until } = rowsIn(columns, 'greetingDay', span);
  for (let row = from; row < until; row++) {
    const day = columns.i16[days + row] ?? 0;
    greetings.push({
      day: columns.head.firstDay + day,
      at: momentOf(columns, day, ms + row),
      byId: personAt(columns, by + row),
    });
  }
  return greetings;
}

export function openSpokeUp(columns: Columns, span: Span): SpokeUp[] {
  const [days, by] = [begin(columns, 'spokeUpDay'), begin(columns, 'spokeUpBy')];
  const spoke: SpokeUp[] = [];
  const { from, until } = rowsIn(columns, 'spokeUpDay', span);
  for (let row = from; row < until; row++)
    spoke.push({
      day: columns.head.firstDay + (columns.i16[days + row] ?? 0),
      personId: personAt(columns, by + row),
    });
  return spoke;
}

export function openVolumes(columns: Columns, span: Span): DayVolume[] {
  const { i16, u16, head } = columns;
  const days = begin(columns, 'volumeDay');
  const [posts, filler] = [begin(columns, 'volumePosts'), begin(columns, 'volumeFiller')];
  const volumes: DayVolume[] = [];
  const { from, until } = rowsIn(columns, 'volumeDay', span);
  for (let row = from; row < until; row++)
    volumes.push({
      day: head.firstDay + (i16[days + row] ?? 0),
      posts: u16[posts + row] ?? 0,
      filler: u16[filler + row] ?? 0,
    });
  return volumes;
}
