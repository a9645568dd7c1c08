import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonRole } from '../../../src/people.ts';
import { monthOf, quarterOf } from '../../../src/survey/when.ts';
import { ASKS_A_MONTH, type Ask, type Asked, type SurveyLink, whomToAsk } from '../../../src/survey/whom.ts';
import { addDays, dayOf } from '../../../src/time.ts';

const NOW = new Date('2026-11-24T10:00:00+08:00');
const FROM = new Date('2026-01-01T00:00:00+08:00');

const linkOf = (cadreId: string, personId: string, more: Partial<SurveyLink> = {}): SurveyLink => ({
  cadreId,
  cadreRole: 'cadre-full-time',
  personId,
  personRole: 'member',
  isContact: true,
  from: FROM,
  to: null,
  ...more,
});
const askedOn = (now: Date, { cadreId, personId }: Ask): Asked => {
  const day = dayOf(now);
  return { cadreId, personId, month: monthOf(day), quarter: quarterOf(day) };
};
const hundred = (cadreId: string, first = 0) =>
  Array.from({ length: 100 }, (_, at) => linkOf(cadreId, `p${first + at}`));
const draw = (links: SurveyLink[], asked: Asked[] = [], refusals: string[] = [], now = NOW) =>
  whomToAsk({ links, asked, refusals: new Set(refusals) }, now);

const person = fc.integer({ min: 0, max: 60 }).map(at => `p${at}`);
const role = fc.constantFrom<PersonRole>('member', 'backbone', 'unknown', 'cadre-part-time', 'leader', 'bot');
const moment = fc.integer({ min: -400, max: 60 }).map(days => new Date(NOW.getTime() + days * 86_400_000));
const anyLink = fc
  .tuple(fc.constantFrom('c1', 'c2', 'c3', 'l1'), person, role, fc.boolean(), moment, fc.option(moment))
  .map(([cadreId, personId, personRole, isContact, from, to]) =>
    linkOf(cadreId, personId, {
      cadreRole: cadreId === 'l1' ? 'leader' : 'cadre-full-time',
      personRole,
      isContact,
      from,
      to,
    }),
  );

describe('whoever is linked, whatever happened before', () => {
  test('of a year of days nobody is asked twice in a quarter, nor a cadre asked about more than ten times a month', () => {
    const links = fc.array(anyLink, { maxLength: 200 });
    fc.assert(
      fc.property(links, fc.array(person, { maxLength: 15 }), fc.nat(4), (linked, refusals, perRun) => {
        const asked: (Asked & { at: string })[] = [];
        for (let day = 0; day < 365; day += 13) {
          const now = new Date(NOW.getTime() + day * 86_400_000);
          for (const each of draw(linked, asked, refusals, now).slice(0, perRun * 5))
            asked.push({ ...askedOn(now, each), at: dayOf(now) });
        }
        const quarters = asked.map(each => `${each.personId} ${each.quarter}`);
        expect(new Set(quarters).size).toBe(quarters.length);
        const months = new Map<string, number>();
        for (const { cadreId, month } of asked)
          months.set(`${cadreId} ${month}`, (months.get(`${cadreId} ${month}`) ?? 0) + 1);
        for (const count of months.values()) expect(count).toBeLessThanOrEqual(ASKS_A_MONTH);
      }),
      { numRuns: 60 },
    );
  });

  test('never a refuser, a stranger, one of the staff, the bot, or somebody who is not linked at the time', () => {
    fc.assert(
      fc.property(
        fc.array(anyLink, { maxLength: 200 }),
        fc.array(person, { maxLength: 15 }),
        (links, refusals) => {
          for (const { cadreId, personId } of draw(links, [], refusals)) {
            expect(refusals).not.toContain(personId);
            const held = links.filter(link => link.cadreId === cadreId && link.personId === personId);
            expect(
              held.some(
                link =>
                  link.isContact &&
                  ['member', 'backbone', 'unknown'].includes(link.personRole) &&
                  link.from <= NOW &&
                  (link.to === null || link.to > NOW),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });

  test('asked a few at a time are the same as drawn at once', () => {
    const cadres = ['c1', 'c2', 'c3'].flatMap((id, at) => hundred(id, at * 40));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 }), sizes => {
        const whole = draw(cadres);
        const asked: Asked[] = [];
        for (const size of sizes)
          asked.push(
            ...draw(cadres, asked)
              .slice(0, size)
              .map(each => askedOn(NOW, each)),
          );
        const names = (rows: readonly Ask[]) => rows.map(each => `${each.cadreId} ${each.personId}`);
        expect(names(asked)).toEqual(names(whole).slice(0, asked.length));
      }),
      { numRuns: 30 },
    );
  });
});

test('ten of a hundred are drawn, other ones in another quarter, and nearly everybody has a turn', () => {
  const links = hundred('c1');
  const first = draw(links);
  expect(first).toHaveLength(10);
  expect(draw([...links].reverse())).toEqual(first);
  const asked: Asked[] = [];
  for (let month = 0; month < 36; month++) {
    const now = new Date(`${addDays('2026-01-15', month * 30)}T10:00:00+08:00`);
    asked.push(...draw(links, asked, [], now).map(each => askedOn(now, each)));
  }
  expect(new Set(asked.map(each => each.personId)).size).toBeGreaterThan(95);
});

test('leaders who have links of their own are asked about first, by the same rules', () => {
  const shared = hundred('c1').slice(0, 12);
  const own = shared.map(link => ({ ...link, cadreId: 'l1', cadreRole: 'leader' as const }));
  const drawn = draw([...shared, ...own]);
  expect(drawn.map(each => each.cadreId)).toEqual([...Array(10).fill('l1'), 'c1', 'c1']);
});

test('a link to somebody who is no cadre any more asks nobody', () => {
  expect(draw([linkOf('c1', 'p1', { cadreRole: 'member' })])).toEqual([]);
});
