import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGroup, dailyStates, viewTimeline } from '../../../src/analysis/analyze-group.ts';
import { dayFromNumber, dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { archetypes } from '../../../src/communities/archetypes/index.ts';
import { openPack } from '../../../src/packs/open-pack.ts';
import { packHistory } from '../../../src/packs/pack-history.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { ARCHETYPES, communityOf, FIRST_DAY, LAST_DAY } from '../../support/communities.ts';
import { historiesOfCommunity } from '../../support/histories-of-community.ts';

/** The last moment of a day. */
const endOf = (day: string) => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

/** What is said of a pack's group at the end of a day, once the state of that day is known. */
function analysisOfPack(history: GroupHistory, throughDay: string, day: string) {
  const asOf = endOf(day);
  const timeline = openPack(packHistory(history, throughDay), { asOf, group: history.group });
  return timeline && viewTimeline(timeline, dailyStates(history, asOf).at(-1) ?? null).analysis;
}

const names = Object.keys(ARCHETYPES);

describe.each(names)('a pack of the archetype %s', name => {
  it.each([0, 1, 5, 12])('says %i days before its end what the whole history says', back => {
    const history = communityOf(name, 7);
    const through = addDays(FIRST_DAY, LAST_DAY);
    const day = addDays(through, -back);
    expect(analysisOfPack(history, through, day)).toEqual(analyzeGroup(history, endOf(day)));
  });
});

it('says of any community on any day within reach what the whole history says', () => {
  const anyCommunity = fc.record({
    name: fc.constantFrom(...names),
    seed: fc.integer({ min: 1, max: 10_000 }),
    through: fc.integer({ min: 40, max: LAST_DAY }),
    back: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(anyCommunity, ({ name, seed, through, back }) => {
      const history = communityOf(name, seed);
      const last = dayNumberOf(FIRST_DAY) + through;
      const day = dayFromNumber(last - back);
      expect(analysisOfPack(history, dayFromNumber(last), day)).toEqual(analyzeGroup(history, endOf(day)));
    }),
    { numRuns: 60 },
  );
});

const parts = Array.from({ length: 8 }, (_, part) =>
  archetypes.filter((_archetype, index) => index % 8 === part).map(({ name }) => name),
);

it.each(parts)('says of the generator’s %s and others what the whole history says', (...only) => {
  const lastDay = '2026-10-20';
  const { histories } = historiesOfCommunity({ seed: 11, groups: only.length, days: 150, lastDay, only });
  expect(histories.length).toBeGreaterThanOrEqual(only.length);
  for (const history of histories) {
    for (const day of [lastDay, addDays(lastDay, -12)])
      expect(analysisOfPack(history, lastDay, day)).toEqual(analyzeGroup(history, endOf(day)));
  }
});
