import { dayNumberOf, startOfDayNumber } from '../analysis/day-number.ts';
import type { GroupDay, Speaker } from '../analysis/group-day.ts';
import type { Said } from '../analysis/said.ts';
import { DAY_MS } from '../time.ts';

type Post = Speaker['posts'][number];

const SAYINGS: readonly Said[] = ['answer', 'words', 'greeting', 'filler', 'other'];

/** May the posts be put side by side as numbers without loss? */
const mayBePacked = (posts: readonly Post[], start: number): boolean =>
  posts.every(
    ({ at, said }) => at >= start && at < start + DAY_MS && Number.isInteger(at) && SAYINGS.includes(said),
  );

/** Posts of one day side by side: half the memory of objects. */
function packPosts(posts: readonly Post[], start: number): (at: number) => Post {
  const times = Uint32Array.from(posts, post => post.at - start);
  const sayings = Uint8Array.from(posts, post => SAYINGS.indexOf(post.said));
  const prints = posts.map(post => post.fingerprint);
  return at => ({
    at: start + (times[at] ?? 0),
    said: SAYINGS[sayings[at] ?? 0] ?? 'other',
    fingerprint: prints[at] ?? null,
  });
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
  const whose = row.speakers.map(({ personId, voice, posts: own }) => ({
    personId,
    voice,
    count: own.length,
  }));
  const unpack = (): Speaker[] => {
    const speakers: Speaker[] = [];
    let next = 0;
    for (const { personId, voice, count } of whose) {
      const own: Post[] = [];
      for (const end = next + count; next < end; next++) own.push(postAt(next));
      speakers.push({ personId, voice, posts: own });
    }
    return speakers;
  };
  return {
    ...row,
    get speakers() {
      return unpack();
    },
  };
}
