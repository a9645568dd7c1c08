import { rememberedLast } from '../remembered.ts';
import type { GroupHistory } from './group-history.ts';
import { voiceOf } from './roster.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Timeline } from './timeline.ts';

/** The links of the group's cadres that hold at a moment (UTC ms). */
export const linksAt = rememberedLast(
  ({ history, roster }: Timeline, at: number): readonly GroupHistory['links'][number][] =>
    history.links.filter(
      link =>
        link.from.getTime() <= at &&
        (link.to === null || link.to.getTime() > at) &&
        voiceOf(roster, link.cadreId) === 'cadre',
    ),
);

/** How many members these cadres are to keep in touch with: 1+100 full-time, 1+10 part-time. */
export function targetOf(history: Pick<Timeline['history'], 'roles'>, cadreIds: Iterable<string>): number {
  const { fullTimeTarget, partTimeTarget } = THRESHOLDS.contact;
  let target = 0;
  for (const id of new Set(cadreIds))
    target += history.roles.get(id) === 'cadre-part-time' ? partTimeTarget : fullTimeTarget;
  return target;
}

/** Members linked on paper at a moment, and how many their cadres are to keep in touch with. */
export function countNominalCoverage(timeline: Timeline, at: number): { linked: number; target: number } {
  const links = linksAt(timeline, at);
  return {
    linked: new Set(links.map(link => link.personId)).size,
    target: targetOf(
      timeline.history,
      links.map(link => link.cadreId),
    ),
  };
}

/** 名义覆盖: members linked on paper ÷ target, 0-1; null when nobody is linked. */
export function nominalCoverageAt(timeline: Timeline, at: number): number | null {
  const { linked, target } = countNominalCoverage(timeline, at);
  return linked > 0 ? Math.min(1, linked / target) : null;
}
