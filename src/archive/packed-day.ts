import { dayNumberOf, startOfDayNumber } from '../analysis/day-number.ts';
import type { GroupDay, Speaker } from '../analysis/group-day.ts';
import type { Said } from '../analysis/said.ts';
import { DAY_MS } from '../time.ts';

type Post = Speaker['posts'][number];

const SAYINGS: readonly Said[] = ['answer', 'words', 'greeting', 'filler', 'other'];
const BASE = 36;

/** A fingerprint as the number that it spells; no number where it spells none, as in facts of other versions. */
function numberIn(fingerprint: string | null): number {
  const number = fingerprint === null ? Number.NaN : Number.parseInt(fingerprint, BASE);
  return number.toString(BASE) === fingerprint && Number.isSafeInteger(number) ? number : Number.NaN;
}

/** May the posts be put side by side as numbers without loss? */
const mayBePacked = (posts: readonly Post[], start: number): boolean =>
  posts.every(
    ({ at, said, fingerprint }) =>
      at >= start &&
      at < start + DAY_MS &&
      Number.isInteger(at) &&
      SAYINGS.includes(said) &&
      (fingerprint === null || !Number.isNaN(numberIn(fingerprint))),
  );

/** Posts of one day side by side: 13 bytes each, where objects take a hundred. */
function packPosts(posts: readonly Post[], start: number) {
  const times = Uint32Array.from(posts, post => post.at - start);
  const sayings = Uint8Array.from(posts, post => SAYINGS.indexOf(post.said));
  const prints = Float64Array.from(posts, post => numberIn(post.fingerprint));
  return (at: number): Post => {
    const print = prints[at] ?? Number.NaN;
    return {
      at: start + (times[at] ?? 0),
      said: SAYINGS[sayings[at] ?? 0] ?? 'other',
      fingerprint: Number.isNaN(print) ? null : print.toString(BASE),
    };
  };
}

/**
 * The same row with its posts packed, for archives of a million messages: they are unpacked each time that somebody
 * looks at them, and gone again after. A row that cannot be packed without loss stays as it is.
 */
export function packDay(row: GroupDay): GroupDay {
  const start = startOfDayNumber(dayNumberOf(row.day));
  const posts = row.speakers.flatMap(speaker => speaker.posts);
  if (!mayBePacked(posts, start)) return row;
  const postAt = packPosts(posts, start);
  const whose = row.speakers.map(speaker => ({ ...speaker, posts: speaker.posts.length }));
  const unpack = (): Speaker[] => {
    let next = 0;
    return whose.map(({ posts: count, ...speaker }) => ({
      ...speaker,
      posts: Array.from({ length: count }, () => postAt(next++)),
    }));
  };
  return {
    ...row,
    get speakers() {
      return unpack();
    },
  };
}
