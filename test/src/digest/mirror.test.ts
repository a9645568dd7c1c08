import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { mirrorOf } from '../../../src/digest/mirror-facts.ts';
import { composeMirror, type Mirror } from '../../../src/digest.ts';
import { startOfDay } from '../../../src/time.ts';
import { ask, historyOf, LAST_DAY, startScript } from '../../support/communities.ts';

const FULL: Mirror = {
  week: '2026-W47',
  askers: 20,
  answered: 14,
  tickets: 12,
  solved: 11,
  averageHours: 3.2,
  unanswered: { persons: 5, needs: 7 },
  contact: { linked: 86, reached: 31 },
  isPartial: false,
};
const NOTHING: Mirror = {
  ...FULL,
  askers: 0,
  answered: 0,
  tickets: 0,
  solved: 0,
  averageHours: null,
  unanswered: { persons: 0, needs: 0 },
  contact: null,
};

describe('the Monday line of a cadre', () => {
  it('says whom was answered, what is left, and who was really reached beside who is listed', () => {
    expect(composeMirror(FULL)).toBe(
      '上周（11月16日-11月22日）您回了14位邻居，12件解决11件，平均3小时接手。还有5位问过没人回（7条），回"没人回"看。联系名册86人，90天里真正说上话的31人。',
    );
  });

  it('tells apart that nobody asked, that nobody was answered, and that the bot was away', () => {
    expect(composeMirror(NOTHING)).toBe('上周（11月16日-11月22日）群里没有人问事。');
    expect(composeMirror({ ...NOTHING, askers: 3 })).toContain('没有看到您回邻居的记录。');
    expect(composeMirror({ ...NOTHING, isPartial: true })).toContain('我有时不在线，没有看全。');
    expect(composeMirror({ ...FULL, isPartial: true })).toContain('您回了14位邻居');
    expect(composeMirror({ ...FULL, contact: { linked: 86, reached: null } })).toContain(
      '联系名册86人，说上话的人数还看不清。',
    );
  });

  it('is short whatever the numbers', () => {
    const count = fc.nat(99_999);
    const anyMirror = fc.record({
      week: fc.constant('2026-W53'),
      askers: count,
      answered: count,
      tickets: count,
      solved: count,
      averageHours: fc.option(fc.float({ min: 0, max: 9999, noNaN: true })),
      unanswered: fc.record({ persons: count, needs: count }),
      contact: fc.option(fc.record({ linked: count, reached: fc.option(count) })),
      isPartial: fc.boolean(),
    });
    fc.assert(
      fc.property(anyMirror, mirror => {
        expect([...composeMirror(mirror)].length).toBeLessThanOrEqual(160);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

/** The last whole week of the script's 120 days. */
const WEEK = '2026-W35';
const IN_WEEK = LAST_DAY - 4;

function cadresWeek(more: Partial<GroupHistory> = {}, linkedIds: string[] = [], metIds: string[] = []) {
  const script = startScript(7);
  for (let day = 0; day < LAST_DAY - 10; day += 2) script.say('c1', day, 560, script.words());
  const asked = ask(script, IN_WEEK, 'c1');
  ask(script, IN_WEEK + 1, 'c1', 700);
  ask(script, IN_WEEK + 1, null, 800);
  const history = historyOf(script, more);
  const unanswered = { persons: 1, needs: 1 };
  const sources = { cadreId: 'c1', week: WEEK, histories: [history], linkedIds, metIds, unanswered };
  return { mirror: mirrorOf(sources), askerId: asked.senderId, sources };
}

describe('what a mirror is made of', () => {
  it('counts the persons this cadre answered, in persons', () => {
    const { mirror } = cadresWeek();
    expect(mirror?.answered).toBeGreaterThan(0);
    expect(mirror?.answered).toBeLessThanOrEqual(2);
    expect(mirror?.askers).toBeGreaterThanOrEqual(mirror?.answered ?? 9);
    expect(mirror).toMatchObject({ contact: null, isPartial: false, averageHours: null, tickets: 0 });
  });

  it('counts another cadre’s answers for nobody else', () => {
    const { sources } = cadresWeek();
    expect(mirrorOf({ ...sources, cadreId: 'c2' })?.answered).toBe(0);
  });

  it('sets those who really spoke beside those on the list; a list alone reaches nobody', () => {
    const { sources, askerId } = cadresWeek();
    const linkedIds = [askerId, 'p58', 'p59'];
    expect(mirrorOf({ ...sources, linkedIds })?.contact).toEqual({ linked: 3, reached: 1 });
    expect(mirrorOf({ ...sources, linkedIds, metIds: ['p58', 'p9'] })?.contact).toEqual({
      linked: 3,
      reached: 2,
    });
  });

  it('does not know who was reached where the bot saw too little', () => {
    const seen = { from: startOfDay('2026-08-20'), to: startOfDay('2026-08-24') };
    const { mirror } = cadresWeek({ observations: [seen] }, ['p58']);
    expect(mirror?.contact).toEqual({ linked: 1, reached: null });
    expect(mirror?.isPartial).toBe(true);
  });

  it('is nothing for a cadre without group and list', () => {
    const { sources } = cadresWeek();
    expect(mirrorOf({ ...sources, histories: [] })).toBeNull();
  });
});
