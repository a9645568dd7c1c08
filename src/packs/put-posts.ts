import { NEVER } from '../analysis/likeness.ts';
import type { Timeline } from '../analysis/timeline.ts';
import { rowsWithin } from '../analysis/window.ts';
import { NEVER_DAY, NO_DAY, SAIDS } from './names.ts';
import type { Packing } from './packing.ts';

/** The cadres' posts of the pack's days; they come first, so that a post's place is its reference. */
export function putCadrePosts(packing: Packing, { cadrePosts }: Timeline): void {
  for (const post of rowsWithin(cadrePosts, packing.firstDay, Number.MAX_SAFE_INTEGER)) {
    packing.put('postDay', packing.day(post.day));
    packing.put('postMs', packing.ms(post.at));
    packing.put('postBy', packing.slot(post.byId));
    packing.put('postSaid', SAIDS.indexOf(post.said));
    packing.put(
      'postFingerprint',
      packing.likeness(post.fingerprint === null ? null : `f ${post.fingerprint}`),
    );
    packing.put(
      'postPreviousDay',
      post.previousDay === NEVER ? NEVER_DAY : Math.max(NEVER_DAY + 1, packing.day(post.previousDay)),
    );
    packing.reference(post.messageId);
  }
}

/** Their bursts, with the first echo of each. */
export function putBursts(packing: Packing, { bursts }: Timeline): void {
  for (const { day, endAt, echoedAt } of rowsWithin(bursts, packing.firstDay, Number.MAX_SAFE_INTEGER)) {
    packing.put('burstDay', packing.day(day));
    packing.put('burstMs', packing.ms(endAt));
    packing.put('echoDay', echoedAt === null ? NO_DAY : packing.dayAt(echoedAt));
    packing.put('echoMs', echoedAt === null ? 0 : packing.ms(echoedAt));
  }
}

/** The members' counted messages; everybody who ever wrote one keeps a place, with the day of the first. */
export function putMemberPosts(packing: Packing, { memberPosts }: Timeline): void {
  const { baseDay, days, speakers, counts, alike, alikeDays, people } = memberPosts;
  const firstDays = new Map<number, number>();
  const likeDays = new Map(Array.from(alike, (place, at) => [place, baseDay + (alikeDays[at] ?? 0)]));
  let run = 0;
  for (let index = 0; index < days.length; index++) {
    const [day, speaker = 0] = [baseDay + (days[index] ?? 0), speakers[index]];
    if (!firstDays.has(speaker)) firstDays.set(speaker, day);
    if (day < packing.firstDay) continue;
    packing.put('runDay', packing.day(day));
    packing.put('runSpeaker', speaker);
    packing.put('runCount', counts[index] ?? 0);
    const likeDay = likeDays.get(index);
    if (likeDay !== undefined) {
      packing.put('runLike', run);
      packing.put('runLikeDay', packing.day(likeDay));
    }
    run++;
  }
  for (const [speaker, personId] of people.entries()) {
    packing.put('speaker', packing.slot(personId));
    packing.put('speakerDay', packing.day(firstDays.get(speaker) ?? packing.firstDay));
  }
}

/** Who greeted, who spoke up after the cadres, how much was posted a day, and when each was first heard. */
export function putHeardDays(packing: Packing, timeline: Timeline): void {
  const since = <T extends { day: number }>(rows: readonly T[]) =>
    rowsWithin(rows, packing.firstDay, Number.MAX_SAFE_INTEGER);
  for (const { day, at, byId } of since(timeline.greetings)) {
    packing.put('greetingDay', packing.day(day));
    packing.put('greetingMs', packing.ms(at));
    packing.put('greetingBy', packing.slot(byId));
  }
  for (const { day, personId } of since(timeline.spokeUp)) {
    packing.put('spokeUpDay', packing.day(day));
    packing.put('spokeUpBy', packing.slot(personId));
  }
  for (const { day, posts, filler } of since(timeline.volumes)) {
    packing.put('volumeDay', packing.day(day));
    packing.put('volumePosts', posts);
    packing.put('volumeFiller', filler);
  }
}

/** When everybody with a slot was first heard; written when all have theirs. */
export function putFirstHeard(packing: Packing, { firstHeard }: Timeline): void {
  for (const personId of packing.people()) {
    const day = firstHeard.get(personId);
    packing.put('heardDay', day === undefined ? NO_DAY : packing.day(day));
  }
}
