import { expect, it } from 'vitest';
import { openLabeller } from '../../../cli/content.ts';
import {
  analyseCommunity,
  labellerAsMeant,
  remembering,
} from '../../../src/communities/analyse-community.ts';
import { makeCommunity } from '../../../src/communities/community.ts';
import {
  type Count,
  compareGroups,
  compareUnits,
  emptyConfusion,
  plantedFound,
  silentKept,
} from '../../../src/communities/confusion.ts';

const share = ({ right, of }: Count): number => right / of;

/** One community in which every archetype is played, after the long holiday of October. */
const community = makeCommunity({ seed: 21, groups: 78, days: 180, lastDay: '2026-10-20' });
const analysis = analyseCommunity(community, labellerAsMeant(community));
const confusion = emptyConfusion();
compareGroups(confusion, community.groups, analysis.groups);
compareUnits(confusion, community.units, analysis.units);

it('the state of a group is right in 95 of 100, cold groups are found, and others are not called cold', () => {
  expect(share(confusion.state), JSON.stringify(confusion.differences)).toBeGreaterThanOrEqual(0.95);
  expect(share(confusion.coldFound)).toBeGreaterThanOrEqual(0.95);
  expect(share(confusion.notCold)).toBeGreaterThanOrEqual(0.995);
});

it('planted failures are found, and detectors stay silent where nothing is wrong', () => {
  expect(share(plantedFound(confusion)), JSON.stringify(confusion.differences)).toBeGreaterThanOrEqual(0.95);
  expect(share(silentKept(confusion)), JSON.stringify(confusion.differences)).toBeGreaterThanOrEqual(0.98);
});

it('every group of the community was analysed', () => {
  expect(analysis.groups.map(({ groupId }) => groupId).sort()).toEqual(
    community.groups.map(({ group }) => group).sort(),
  );
});

it('with the program’s own reading nobody is called cold who is not, and detectors stay silent', async () => {
  const own = emptyConfusion();
  const small = makeCommunity({ seed: 22, groups: 30, days: 150, lastDay: '2026-11-24' });
  const read = analyseCommunity(small, remembering(await openLabeller()));
  compareGroups(own, small.groups, read.groups);
  expect(own.state.of).toBeGreaterThan(25);
  expect(share(own.notCold)).toBe(1);
  expect(share(silentKept(own)), JSON.stringify(own.differences)).toBeGreaterThanOrEqual(0.98);
}, 60_000);
