import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactEpisodesIn } from '../../../src/analysis/contact-episodes.ts';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import {
  AS_OF,
  FIRST_DAY,
  historyOf,
  LAST_DAY,
  type Script,
  startScript,
} from '../../support/communities.ts';

const on = (day: number) => startOfDay(addDays(FIRST_DAY, day));
const episodesOf = (history: GroupHistory, lastDay = LAST_DAY, asOf = AS_OF) =>
  contactEpisodesIn(windowEnding(timelineOf(history, asOf), dayNumberOf(addDays(FIRST_DAY, lastDay))));
const judge = (script: Script, more: Partial<GroupHistory> = {}) =>
  episodesOf(historyOf(script, more)).map(({ touches, isShallow }) => ({ touches, isShallow }));

const SHALLOW = { touches: 1, isShallow: true };
const touch = (script: Script, day: number, ...people: string[]) =>
  script.say('c1', day, 600, script.words(), { mentions: people });
const met = (personId: string, day: number, acknowledged: boolean): GroupHistory['contacts'][number] => ({
  cadreId: 'c1',
  personId,
  at: on(day),
  way: 'visit',
  acknowledged,
});

describe('an episode', () => {
  test('is one pair’s touches with at most fourteen days between two', () => {
    const script = startScript(1);
    for (const day of [91, 105]) touch(script, day, 'p1');
    for (const day of [91, 106]) touch(script, day, 'p2');
    touch(script, 95, 'p3');
    expect(judge(script)).toEqual([SHALLOW, { touches: 2, isShallow: false }, SHALLOW, SHALLOW]);
  });

  test('that began before the window is not one of the window, however long it goes on', () => {
    const script = startScript(1);
    for (const day of [85, 99, 113]) touch(script, day, 'p1');
    touch(script, 75, 'p2');
    touch(script, 90, 'p2');
    expect(judge(script)).toEqual([SHALLOW]);
  });

  test('of two members in one message is two, and words to everybody or to the bot are none', () => {
    const script = startScript(1);
    touch(script, 95, 'p1', 'p2');
    touch(script, 96, 'b1');
    script.say('c1', 97, 600, `@所有人 ${script.words()}`, { mentions: ['p3'] });
    expect(judge(script)).toEqual([SHALLOW, SHALLOW]);
  });
});

describe('a touch is no answer', () => {
  test('to the need of the member, quoted or not, within fourteen days; an older need is a new beginning', () => {
    const script = startScript(1);
    for (const [person, day] of [
      ['p1', 92],
      ['p2', 92],
      ['p3', 80],
    ] as const) {
      const need = script.say(person, day, 500, '请问居住证怎么办', { label: 'question' });
      if (person === 'p1') script.say('c1', day, 700, '带身份证来窗口', { replyToId: need.id });
      else touch(script, 95, person);
    }
    expect(judge(script)).toEqual([SHALLOW]);
  });

  test('to what the member has just said, need or not', () => {
    const script = startScript(1);
    const said = script.say('p1', 95, 590, script.words());
    script.say('c1', 95, 600, '说得好，记下了', { replyToId: said.id, mentions: ['p1'] });
    script.say('p2', 96, 590, script.words());
    touch(script, 96, 'p2');
    expect(judge(script)).toEqual([]);
  });

  test('nor a word of welcome within the hour of joining; a word the next day is', () => {
    const script = startScript(1);
    const joined = (personId: string, minute: number): GroupHistory['members'][number] => ({
      personId,
      role: 'member',
      joinedAt: new Date(on(95).getTime() + minute * 60_000),
      leftAt: null,
    });
    touch(script, 95, 'p1', 'p2');
    touch(script, 96, 'p1');
    expect(judge(script, { members: [joined('p1', 570), joined('p2', 530)] })).toEqual([SHALLOW, SHALLOW]);
  });
});

describe('it is not shallow', () => {
  test('when the member answers the cadre or asks something within fourteen days', () => {
    const script = startScript(1);
    const first = touch(script, 92, 'p1');
    script.say('p1', 105, 600, script.words(), { replyToId: first.id });
    touch(script, 93, 'p2');
    script.say('p2', 94, 600, '请问居住证怎么办', { label: 'question' });
    touch(script, 95, 'p3');
    script.say('p3', 95, 1200, script.words());
    touch(script, 96, 'p4');
    script.say('p4', 111, 600, '请问体检车几点来', { label: 'question' });
    expect(judge(script).map(episode => episode.isShallow)).toEqual([false, false, true, true]);
  });

  test('after an acknowledged visit; an unacknowledged one alone is a single touch', () => {
    const contacts = [met('p1', 95, true), met('p2', 96, false), met('p3', 97, false)];
    const script = startScript(1);
    touch(script, 100, 'p3');
    expect(judge(script, { contacts })).toEqual([
      { touches: 1, isShallow: false },
      SHALLOW,
      { touches: 2, isShallow: false },
    ]);
  });
});

test('what comes after the window is not known in it', () => {
  const script = startScript(1);
  touch(script, 100, 'p1');
  touch(script, 108, 'p1');
  const history = historyOf(script, { contacts: [met('p1', 109, true)] });
  expect(episodesOf(history, 105)).toMatchObject([SHALLOW]);
  expect(episodesOf(history, 105, on(106))).toEqual(episodesOf(history, 105));
  expect(episodesOf(history)).toMatchObject([{ touches: 3, isShallow: false }]);
});

/** Touches, answers and needs of a few people at any time of two months. */
const aScript = fc
  .array(
    fc.tuple(
      fc.integer({ min: 60, max: 119 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map(rows => {
    const script = startScript(7);
    for (const [at, [day, person, what]] of rows.entries()) {
      const who = `p${person}`;
      if (what <= 1)
        script.say('c1', day, 500 + at, script.words(), { mentions: what ? [who] : [who, 'p1'] });
      else if (what === 2) script.say(who, day, 500 + at, script.words(), { mentions: ['c1'] });
      else script.say(who, day, 500 + at, `请问${script.words()}怎么办`, { label: 'question' });
    }
    return script;
  });
const someContacts = fc.array(
  fc
    .tuple(fc.integer({ min: 60, max: 119 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
    .map(([day, person, acknowledged]) => met(`p${person}`, day, acknowledged)),
  { maxLength: 8 },
);
/** The same rows, each once or twice, in any order. */
const mixed = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc
    .tuple(fc.shuffledSubarray([...rows], { minLength: rows.length }), fc.subarray([...rows]))
    .map(([all, again]) => [...again, ...all]);

test('neither the order of rows nor what stands there twice changes an episode', () => {
  const given = fc.tuple(aScript, someContacts).chain(([script, contacts]) => {
    const history = historyOf(script, { contacts });
    const days = history.days.map(day => mixed(day.replies).map(replies => ({ ...day, replies })));
    return fc.tuple(fc.tuple(...days), mixed(contacts)).chain(([shuffled, again]) =>
      fc.shuffledSubarray(shuffled, { minLength: shuffled.length }).map(order => ({
        history,
        other: { ...history, days: order, contacts: again },
      })),
    );
  });
  fc.assert(
    fc.property(given, ({ history, other }) => {
      expect(episodesOf(other)).toEqual(episodesOf(history));
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('no episode has fewer than one touch, and none with two is shallow', () => {
  fc.assert(
    fc.property(aScript, someContacts, (script, contacts) => {
      for (const { touches, isShallow } of episodesOf(historyOf(script, { contacts }))) {
        expect(touches).toBeGreaterThanOrEqual(1);
        expect(isShallow && touches > 1).toBe(false);
      }
    }),
    { numRuns: 60, seed: 6 },
  );
});
