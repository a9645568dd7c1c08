import { type Answer, firstAnswerOf } from '../needs.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, needsIn } from '../window.ts';
import type { DirectContact } from './m08-direct-contact.ts';

/** M9 二传手: of the needs that a person answered, how many a volunteer answered first. */
export type Relay = {
  answered: number;
  byVolunteer: number;
  /** Distinct volunteers; they belong on the praise list, unnamed. */
  volunteers: number;
  /** Null below five answered needs. */
  share: number | null;
  /** M8: members who exchanged words with the cadre. */
  exchanged: number;
  /** Volunteers carry the group and the cadre speaks with nobody. */
  isRelay: boolean;
};

/** The first answer by a person to each need of the window that has one. */
export const firstAnswersIn = (window: GroupWindow): Answer[] =>
  needsIn(window).flatMap(tellings => firstAnswerOf(tellings, window.to) ?? []);

export function measureRelay(window: GroupWindow, { exchanged }: DirectContact): Relay {
  const first = firstAnswersIn(window);
  const byVolunteer = first.filter(answer => answer.voice === 'volunteer');
  const limit = THRESHOLDS.relay;
  const share = first.length >= limit.leastAnswered ? byVolunteer.length / first.length : null;
  return {
    answered: first.length,
    byVolunteer: byVolunteer.length,
    volunteers: new Set(byVolunteer.map(answer => answer.byId)).size,
    share,
    exchanged,
    isRelay: share !== null && share >= limit.share && exchanged === 0,
  };
}
