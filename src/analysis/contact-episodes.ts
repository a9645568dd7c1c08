import { FOLLOW_UP_MS, type Touch, touchesOf } from './contact-touches.ts';
import { hearMembers } from './member-words.ts';
import type { GroupWindow } from './window.ts';

/** 联系: one cadre's touches of one member, each at most 14 days after the one before (F16). */
export interface ContactEpisode {
  /** UTC ms of the first touch. */
  at: number;
  touches: number;
  /** One touch, no word from the member and nothing after it within 14 days, as far as the window knows. */
  isShallow: boolean;
}

/** Touches of one pair in order of time, cut where more than 14 days lie between two. */
function episodesOf(touches: readonly Touch[]): Touch[][] {
  const ordered = [...touches].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const episodes: Touch[][] = [];
  for (const touch of ordered) {
    const last = episodes.at(-1);
    if (last && touch.at - (last.at(-1)?.at ?? touch.at) <= FOLLOW_UP_MS) last.push(touch);
    else episodes.push([touch]);
  }
  return episodes;
}

/** The contact episodes that began in the window, of all pairs of the group's cadres and members. */
export function contactEpisodesIn(window: GroupWindow): ContactEpisode[] {
  const hears = hearMembers(window);
  const pairs = new Map<string, Touch[]>();
  for (const touch of touchesOf(window, hears)) {
    const pair = `${touch.cadreId} ${touch.personId}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), touch]);
  }
  return [...pairs.values()]
    .flatMap(episodesOf)
    .flatMap(touches => {
      const [first] = touches;
      if (!first || first.at < window.from) return [];
      const until = Math.min(first.at + FOLLOW_UP_MS, window.to);
      const isShallow = touches.length === 1 && !first.isAcknowledged && !hears(first, first.at, until);
      return [{ at: first.at, touches: touches.length, isShallow }];
    })
    .sort((a, b) => a.at - b.at || a.touches - b.touches);
}
