import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appealedAgainst, type Rating, shownRatings, TOGETHER } from '../../src/ratings.ts';
import { lastRating, ratedCadreId } from '../../src/ticket/rated-cadre.ts';
import type { TicketEvent, TicketEventData } from '../../src/ticket.ts';

const rating = (nth: number, stars: number, words: string | null = null): Rating => ({
  ticketId: `t${nth}`,
  seq: 5,
  at: new Date(Date.UTC(2026, 10, 1, 0, nth)),
  stars,
  words,
});
const given = (...stars: number[]): Rating[] => stars.map((each, nth) => rating(nth, each, `话${nth}`));

const anyRatings = fc
  .array(
    fc.record({ stars: fc.integer({ min: 1, max: 5 }), words: fc.option(fc.string({ maxLength: 8 })) }),
    {
      maxLength: 40,
    },
  )
  .map(all => all.map(({ stars, words }, nth) => rating(nth, stars, words)));

describe('ratings of a cadre', () => {
  it('are not shown before five are together', () => {
    expect(shownRatings(given(1, 2, 3, 4), 'c1', [])).toBeNull();
    expect(shownRatings(given(1, 2, 3, 4, 5), 'c1', [])).toMatchObject({
      shown: 5,
      good: 2,
      basic: 1,
      bad: 2,
    });
  });

  it('shown never change by fewer than five new ones', () => {
    fc.assert(
      fc.property(anyRatings, fc.integer({ min: 1, max: TOGETHER }), (all, more) => {
        const before = shownRatings(all.slice(0, -more), 'c1', []);
        const after = shownRatings(all, 'c1', []);
        const grown = (after?.shown ?? 0) - (before?.shown ?? 0);
        expect(grown % TOGETHER).toBe(0);
        if (grown === 0) expect(after).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('shown say as much as whole batches and nothing of order, ticket or time', () => {
    fc.assert(
      fc.property(anyRatings, all => {
        const shown = shownRatings(all, 'c1', []);
        if (!shown) {
          expect(all.length).toBeLessThan(TOGETHER);
          return;
        }
        expect(shown.good + shown.basic + shown.bad).toBe(shown.shown);
        const latest = all.slice(shown.shown - TOGETHER, shown.shown);
        const turned = [...all.slice(0, shown.shown - TOGETHER), ...latest.toReversed()];
        expect(shownRatings(turned, 'c1', [])).toEqual(shown);
        expect(Object.keys(shown).sort()).toEqual(['bad', 'basic', 'good', 'setAside', 'shown', 'words']);
      }),
    );
  });

  it('set aside by an appeal are those that could be seen when it was made', () => {
    const all = given(1, 5, 5, 5, 5, 1, 1, 5, 5, 5);
    const seventh = all[6]?.at ?? new Date(0);
    expect(appealedAgainst(all, seventh).map(each => each.ticketId)).toEqual(['t0']);
    expect(shownRatings(all, 'c1', [seventh])).toMatchObject({ shown: 10, good: 7, bad: 2, setAside: 1 });
  });

  it('do not change the order of the words when they are looked at again', () => {
    const all = given(5, 5, 5, 5, 5);
    expect(shownRatings(all, 'c1', [])?.words).toEqual(shownRatings(all, 'c1', [])?.words);
    expect([...(shownRatings(all, 'c1', [])?.words ?? [])].sort()).toEqual([
      '话0',
      '话1',
      '话2',
      '话3',
      '话4',
    ]);
  });
});

const log = (...acts: [TicketEvent['act'], string | null, TicketEventData?][]): TicketEvent[] =>
  acts.map(([act, byId, data = {}], at) => ({
    ticketId: 't',
    seq: at + 1,
    at: new Date(at),
    byId,
    act,
    data,
  }));

describe('a rating is of', () => {
  it.each<[string, string | null, TicketEvent[]]>([
    [
      'whoever closed it last',
      'c2',
      log(['open', 'm'], ['close', 'c1'], ['reopen', 'm'], ['close', 'c2'], ['rate', 'm']),
    ],
    [
      'whoever took it on, when nobody closed it',
      'c1',
      log(['open', 'm'], ['accept', 'c1'], ['confirm', 'm'], ['rate', 'm']),
    ],
    [
      'whoever it was handed to',
      'c3',
      log(['open', 'm'], ['transfer', 'c1', { toId: 'c3' }], ['confirm', 'm'], ['rate', 'm']),
    ],
    [
      'whoever it was opened for, when nobody did anything',
      'c9',
      log(['open', 'm'], ['confirm', 'm'], ['rate', 'm']),
    ],
    [
      'whoever was responsible, when the program closed it',
      'c1',
      log(['open', 'm'], ['accept', 'c1'], ['close', null], ['rate', 'm']),
    ],
  ])('%s', (_, cadreId, events) => expect(ratedCadreId(events, events.length, 'c9')).toBe(cadreId));

  it('nobody else for what happened after it', () => {
    const events = log(['open', 'm'], ['close', 'c1'], ['rate', 'm'], ['reopen', 'm'], ['close', 'c2']);
    expect(ratedCadreId(events, 3, null)).toBe('c1');
    expect(lastRating(events)).toBeNull();
    expect(lastRating(events.slice(0, 3))?.seq).toBe(3);
  });
});
