import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_STATES } from '../../../src/analysis/group-analysis.ts';
import { startOfDay } from '../../../src/time.ts';
import { createUnitTally, type UnitTally } from '../../../src/units/tally.ts';
import { FIRST_DAY } from '../../support/communities.ts';
import { type Counted, everyKind, groupIn } from '../../support/unit-groups.ts';

const KINDS = everyKind(['u1', 'u2', 'u3']);

function tallyOf(groups: readonly Counted[], withPersons = true): UnitTally {
  const tally = createUnitTally();
  for (const { analysis, persons } of groups) tally.add(analysis, withPersons ? persons : null);
  return tally;
}
const sumOf = (groups: readonly Counted[], id: string, name: string): number =>
  groups
    .filter(({ analysis }) => analysis.state !== 'unknown' && analysis.state !== 'exempt')
    .reduce((sum, { analysis }) => sum + Number(analysis.measures[id]?.[name] ?? 0), 0);

describe('a unit adds up its groups', () => {
  test('counts are sums, shares are reckoned from the sums and never averaged', () => {
    const { measures } = tallyOf(KINDS, false).done();
    for (const [id, name] of [
      ['M1', 'messages'],
      ['M2', 'needs'],
      ['M2', 'needsHelped'],
      ['M3', 'messages'],
      ['M6', 'bursts'],
      ['M7', 'answered'],
    ] as const)
      expect(measures[id]?.[name]).toBe(sumOf(KINDS, id, name));
    expect(measures['M7']?.['answeredShare']).toBe(
      sumOf(KINDS, 'M7', 'answered') / sumOf(KINDS, 'M7', 'needs'),
    );
    expect(measures['M6']?.['echo']).toBe(sumOf(KINDS, 'M6', 'echoedBursts') / sumOf(KINDS, 'M6', 'bursts'));
    expect(Object.keys(measures)).toEqual(Array.from({ length: 20 }, (_, at) => `M${at + 1}`));
  });

  test('the states are counted, unknown ones too', () => {
    const { measures, groups, judged, red, grey, shares } = tallyOf(KINDS).done();
    const states = measures['M4'] ?? {};
    const counted = GROUP_STATES.reduce((sum, state) => sum + Number(states[state]), 0);
    expect(counted).toBe(groups);
    expect(groups).toBe(KINDS.length);
    expect(judged).toBe(groups - Number(states['unknown']) - Number(states['exempt']));
    expect(judged + grey).toBe(groups);
    expect(shares.red).toBe(red / judged);
  });

  test('an unknown group adds nothing to any judgement', () => {
    const served = groupIn('u1', 'g1', 'healthy');
    const dark = groupIn('u1', 'g2', 'healthy', { seed: 2, more: { observations: [] } });
    const [alone, both] = [tallyOf([served]).done(), tallyOf([served, dark]).done()];
    const { M4: was, ...before } = alone.measures;
    const { M4: is, ...after } = both.measures;
    expect(dark.analysis.measures['M2']?.['help']).toBeGreaterThan(0);
    expect(after).toEqual(before);
    expect(both).toMatchObject({ groups: 2, judged: 1, grey: 1, shares: alone.shares });
    expect(is).toMatchObject({ unknown: 1, 'unknown-coverage': 1, healthy: was?.['healthy'] });
  });

  test('a unit without a judged group knows its states and nothing else', () => {
    const dark = groupIn('u1', 'g1', 'healthy', { more: { observations: [] } });
    const { measures, shares, judged } = tallyOf([dark]).done();
    expect(Object.keys(measures)).toEqual(['M4']);
    expect({ shares, judged }).toEqual({ shares: { red: null, yellow: null, green: null }, judged: 0 });
    expect(createUnitTally().done()).toMatchObject({ groups: 0, day: null, measures: { M4: { groups: 0 } } });
  });
});

describe('persons', () => {
  const link = (personId: string) => ({ cadreId: 'c1', personId, from: startOfDay(FIRST_DAY), to: null });
  const more = { links: ['p1', 'p2', 'p3'].map(link) };
  const twice = ['g1', 'g2'].map(id => groupIn('u1', id, 'healthy', { more }));

  test('who stands in two groups is one person where it can be seen, and at most that many where not', () => {
    const own = twice[0]?.analysis.measures;
    const { measures } = tallyOf(twice).done();
    expect(measures['M3']).toMatchObject({ speakers: own?.['M3']?.['speakers'], countedAs: 'distinct' });
    expect(measures['M8']).toMatchObject({ ...own?.['M8'], countedAs: 'distinct' });
    const upTo = tallyOf(twice, false).done().measures;
    expect(upTo['M3']).toMatchObject({ speakers: 2 * Number(own?.['M3']?.['speakers']), countedAs: 'upTo' });
    expect(upTo['M8']).toMatchObject({
      linked: 6,
      target: 200,
      share: own?.['M8']?.['share'],
      countedAs: 'upTo',
    });
  });

  test('one group of which only the analysis is known makes every count of persons an upper bound', () => {
    const [first, second] = twice;
    const tally = tallyOf(first ? [first] : []);
    if (second) tally.add(second.analysis, null);
    expect(tally.done().measures['M3']?.['countedAs']).toBe('upTo');
  });
});

test('neither order nor splitting changes anything, persons or not', () => {
  const whole = [true, false].map(withPersons => tallyOf(KINDS, withPersons).done());
  const indices = KINDS.map((_, at) => at);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(indices, { minLength: indices.length }),
      fc.array(fc.nat({ max: 4 }), { minLength: indices.length, maxLength: indices.length }),
      fc.boolean(),
      (order, parts, withPersons) => {
        const groups = order.flatMap(at => KINDS[at] ?? []);
        const tallies = [0, 1, 2, 3, 4].map(part =>
          tallyOf(
            groups.filter((_, at) => parts[at] === part),
            withPersons,
          ),
        );
        const all = createUnitTally();
        for (const tally of tallies) all.merge(tally);
        expect(all.done()).toEqual(whole[withPersons ? 0 : 1]);
      },
    ),
    { numRuns: 40 },
  );
});

test('a score that kept no waits leaves the medians of its unit unknown, not wrong', () => {
  const [served] = [groupIn('u1', 'g1', 'healthy')];
  const { pooled, ...older } = served.analysis;
  expect(pooled?.waits.length).toBeGreaterThan(0);
  const tally = tallyOf([served]);
  expect(tally.done().measures['M7']?.['medianMinutes']).not.toBeNull();
  tally.add(older, served.persons);
  expect(tally.done().measures['M7']).toMatchObject({ medianMinutes: null, p90Minutes: null });
});

test('what is not known of any group is null in its unit as well', () => {
  const { measures } = tallyOf([groupIn('u1', 'g1', 'healthy')]).done();
  expect(measures['M8']).toMatchObject({ share: null, nominal: null });
  expect(measures['M13']).toMatchObject({ closed: 0, satisfied: null, total: null });
  expect(measures['M14']).toMatchObject({ k: null, share: null, n: 0 });
  expect(measures['M16']).toMatchObject({ coverage: null, isDiverging: false });
  expect(measures['M18']).toMatchObject({ listed: null, share: null, neverUsed: null });
  expect(measures['M20']).toMatchObject({ sent: null, perCadre: null, mostToOne: null, atNight: null });
});

test('answers of the survey are pooled from groups that may be shown by themselves only', () => {
  const asked = (n: number, k: number) => ({
    survey: {
      asks: Array.from({ length: n }, () => ({ cadreId: 'c1', day: '2026-08-20' })),
      answers: Array.from({ length: n }, (_, at) => ({
        cadreId: 'c1',
        day: '2026-08-20',
        knows: at < k,
        helped: null,
      })),
    },
  });
  const groups = [
    groupIn('u1', 'g1', 'healthy', { more: asked(20, 15) }),
    groupIn('u1', 'g2', 'healthy', { seed: 2, more: asked(10, 5) }),
    groupIn('u1', 'g3', 'healthy', { seed: 3, more: asked(9, 9) }),
  ];
  const { measures } = tallyOf(groups).done();
  expect(measures['M14']).toMatchObject({ asked: 39, answered: 39, k: 20, n: 30, share: 20 / 30 });
  // Wilson by hand: 20 of 30.
  expect(measures['M14']?.['low']).toBeCloseTo(0.4878, 3);
  expect(measures['M14']?.['high']).toBeCloseTo(0.8077, 3);
});

test('questions without an entry belong to a unit and are counted once for all its groups', () => {
  const faq = {
    answers: [],
    clusters: [{ since: startOfDay('2026-08-01'), until: null }],
  };
  const groups = ['g1', 'g2'].map(id => groupIn('u1', id, 'healthy', { more: { faq } }));
  const other = groupIn('u2', 'g3', 'healthy', { more: { faq } });
  expect(tallyOf(groups).done().measures['M19']?.['staleClusters']).toBe(1);
  expect(tallyOf([...groups, other]).done().measures['M19']?.['staleClusters']).toBe(2);
});
