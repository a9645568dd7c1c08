import { dayFromNumber, dayNumberAt } from './day-number.ts';
import { type MonthEnd, monthEndsOf } from './month-ends.ts';
import { THRESHOLDS } from './thresholds.ts';
import { type GroupWindow, rowsWithin } from './window.ts';

/** 形式化的表现: so many of so many, where the share reaches its limit. */
export interface FormalSign {
  sign: 'copies' | 'answers' | 'filler' | 'closings' | 'month-ends';
  n: number;
  of: number;
  share: number;
  /** The day on which it gathers (`closings`). */
  day?: string;
  /** The months it gathers in, the latest first (`month-ends`). */
  months?: MonthEnd[];
}

const LIMITS = THRESHOLDS.formalism;

/** How many times as much as the limit allows. */
export const excessOf = ({ sign, share }: FormalSign): number =>
  share / LIMITS[sign === 'month-ends' ? 'monthEnds' : sign].share;

function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

function signOf(sign: FormalSign['sign'], n: number, of: number, limit: { least: number; share: number }) {
  const share = n / Math.max(1, of);
  return of >= limit.least && share >= limit.share ? [{ sign, n, of, share }] : [];
}

/** Posts to nobody in particular whose like stands elsewhere in the window or in the cadres' other groups. */
function copiesIn({ timeline, firstDay, lastDay }: GroupWindow): FormalSign[] {
  const posts = rowsWithin(timeline.cadrePosts, firstDay, lastDay).flatMap(({ said, fingerprint }) =>
    said === 'words' && fingerprint !== null ? [fingerprint] : [],
  );
  if (posts.length < LIMITS.copies.least) return [];
  const counts = countBy(posts, fingerprint => fingerprint);
  const elsewhere = new Set(timeline.history.elsewhere.fingerprints);
  const copied = posts.filter(each => (counts.get(each) ?? 0) > 1 || elsewhere.has(each));
  return signOf('copies', copied.length, posts.length, LIMITS.copies);
}

/** One and the same answer to everybody: the commonest text among the answers to different people's needs. */
function answersIn({ timeline, firstDay, lastDay }: GroupWindow): FormalSign[] {
  const saidIn = new Map(
    rowsWithin(timeline.cadrePosts, firstDay, lastDay).map(post => [post.messageId, post.fingerprint]),
  );
  const given = new Map<string, string>();
  for (const need of rowsWithin(timeline.needs, firstDay, lastDay)) {
    for (const { messageId } of need.answers) {
      const text = saidIn.get(messageId);
      if (text) given.set(`${need.sameAs} ${text}`, text);
    }
  }
  const most = Math.max(0, ...countBy([...given.values()], text => text).values());
  return signOf('answers', most, given.size, LIMITS.answers);
}

/** 收到 and 接龙 among all that members posted. */
function fillerIn({ timeline, firstDay, lastDay }: GroupWindow): FormalSign[] {
  let [filler, all] = [0, 0];
  for (const volume of rowsWithin(timeline.volumes, firstDay, lastDay)) {
    all += volume.posts;
    filler += volume.filler;
  }
  return signOf('filler', filler, all, LIMITS.filler);
}

/** Closings on the fullest day; what was closed as the twin of another was not closed by itself. */
function closingsTogether({ timeline, from, to }: GroupWindow): FormalSign[] {
  const days = timeline.history.tickets.flatMap(({ events }) =>
    events
      .filter(({ act, at, data }) => act === 'close' && data.number === undefined && at.getTime() >= from)
      .filter(({ at }) => at.getTime() <= to)
      .map(({ at }) => dayFromNumber(dayNumberAt(at.getTime()))),
  );
  const [fullest] = [...countBy(days, day => day)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  if (!fullest) return [];
  const [day, n] = fullest;
  return signOf('closings', n, days.length, LIMITS.closings).map(sign => ({ ...sign, day }));
}

/** The greater part of the cadres' work in the last working days of every one of the last whole months. */
function monthEndsIn(window: GroupWindow): FormalSign[] {
  const months = monthEndsOf(window);
  const { least, share } = LIMITS.monthEnds;
  if (!months?.every(({ acts, atEnd }) => acts >= least && atEnd >= share * acts)) return [];
  const sum = (count: (month: MonthEnd) => number) => months.reduce((all, month) => all + count(month), 0);
  const [n, of] = [sum(month => month.atEnd), sum(month => month.acts)];
  return [{ sign: 'month-ends', n, of, share: n / of, months }];
}

/** The signs of formalism that a window shows (metrics.md, F17), the plainest first. */
export const formalSignsOf = (window: GroupWindow): FormalSign[] =>
  [copiesIn, answersIn, fillerIn, closingsTogether, monthEndsIn]
    .flatMap(look => look(window))
    .sort((a, b) => excessOf(b) - excessOf(a));
