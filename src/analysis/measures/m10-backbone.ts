import { remembered } from '../../remembered.ts';
import { isOfMembers, type Voice, voiceOf } from '../roster.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isTwoWay, type Talk, talksSince } from '../two-way.ts';
import type { GroupWindow } from '../window.ts';

/** M10 骨干占比: how much of the cadres' talk both ways is with backbone, beside their share of the members. */
export type Backbone = {
  /** Words of talks that went both ways, with people whose role is declared. */
  exchanges: number;
  withBackbone: number;
  /** The same with people of unknown role; unknown stays unknown. */
  withUnknown: number;
  /** Null without exchanges. */
  share: number | null;
  /** Backbone among the members of declared role, 0-1; null where no role is declared. */
  shareOfMembers: number | null;
  isBackboneOnly: boolean;
};

const wordsIn = (talks: readonly Talk[]): number =>
  talks.reduce((sum, { toMember, toCadre }) => sum + toMember + toCadre, 0);

/** Those of declared role who are members at the window's end, and the backbone among them. */
export const declaredMembersAt = remembered(({ timeline, to }: GroupWindow) => {
  let [declared, backbone] = [0, 0];
  for (const { personId, joinedAt, leftAt } of timeline.history.members) {
    if ((leftAt !== null && leftAt.getTime() <= to) || (joinedAt !== null && joinedAt.getTime() > to))
      continue;
    const voice = voiceOf(timeline.roster, personId);
    if (voice === 'unknown' || !isOfMembers(voice)) continue;
    declared++;
    if (voice === 'backbone') backbone++;
  }
  return { declared, backbone };
});

export function measureBackbone(window: GroupWindow): Backbone {
  const talks = talksSince(window, window.firstDay).filter(isTwoWay);
  const ofVoice = (holds: (voice: Voice) => boolean) =>
    wordsIn(talks.filter(talk => holds(voiceOf(window.timeline.roster, talk.personId))));
  const exchanges = ofVoice(voice => voice !== 'unknown');
  const withBackbone = ofVoice(voice => voice === 'backbone');
  const share = exchanges > 0 ? withBackbone / exchanges : null;
  const { declared, backbone } = declaredMembersAt(window);
  const ofMembers = declared > 0 ? backbone / declared : null;
  const limit = THRESHOLDS.backbone;
  const isBackboneOnly =
    share !== null &&
    ofMembers !== null &&
    exchanges >= limit.leastExchanges &&
    share > limit.share &&
    share > limit.timesOfMembers * ofMembers;
  return {
    exchanges,
    withBackbone,
    withUnknown: ofVoice(voice => voice === 'unknown'),
    share,
    shareOfMembers: ofMembers,
    isBackboneOnly,
  };
}
