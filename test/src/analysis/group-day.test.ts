import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import { createThread } from '../../../src/analysis/attribute.ts';
import { foldDay } from '../../../src/analysis/fold-day.ts';
import { foldMessages, inTimeOrder } from '../../../src/analysis/fold-messages.ts';
import { mergeDays } from '../../../src/analysis/group-day.ts';
import { rosterOf } from '../../../src/analysis/roster.ts';
import { isNeed } from '../../../src/analysis/said.ts';
import type { Message } from '../../../src/message.ts';
import type { PersonRole } from '../../../src/people.ts';
import { dayOf } from '../../../src/time.ts';
import { ARCHETYPES, AS_OF, ask, communityOf, historyOf, startScript } from '../../support/communities.ts';

const roles = new Map<string, PersonRole>([
  ['c1', 'cadre-full-time'],
  ['b1', 'bot'],
  ['p1', 'member'],
  ['p2', 'member'],
]);
const roster = rosterOf({ cadreIds: ['c1'], members: [], roles });
const options = { groupId: 'g1', roster };

/** A lively day with everything in it. */
function livelyDay(): Message[] {
  const script = startScript(5);
  for (let at = 0; at < 12; at++) ask(script, 3, at % 3 ? 'c1' : null, 480 + at * 30);
  for (let at = 0; at < 30; at++)
    script.say(at % 4 ? 'p2' : 'c1', 3, 700 + at * 7, at % 5 ? script.words() : '大家早上好');
  script.say('c1', 3, 1000, '', { kind: 'voice' });
  script.say('p1', 3, 1001, '还没解决');
  script.say('p1', 3, 1002, '张三加入了群聊', { kind: 'system' });
  return script.messages;
}

test('a day is the same row in any order, with doubles, and merged from any batches', () => {
  const messages = livelyDay();
  const thread = createThread(options);
  const edges = inTimeOrder(messages).flatMap(message => thread.push(message, isNeed(message, roster)));
  const at = { groupId: 'g1', day: dayOf(messages[0]?.sentAt ?? AS_OF) };
  const whole = foldDay(at, messages, edges, roster);
  expect(whole.needs).toHaveLength(12);
  expect(whole.replies.length).toBeGreaterThanOrEqual(8);
  expect(whole.marks.some(mark => mark.says === 'not-solved')).toBe(true);
  const batch = fc.subarray(messages);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(messages, { minLength: messages.length }),
      batch,
      batch,
      (shuffled, one, doubled) => {
        expect(foldDay(at, [...shuffled, ...doubled], [...edges, ...edges], roster)).toEqual(whole);
        const rest = messages.filter(message => !one.includes(message));
        const parts = [one, [...rest, ...doubled]].map(part => foldDay(at, part, edges, roster));
        const [a, b] = parts;
        if (!a || !b) throw new Error('two parts');
        expect(mergeDays(a, b)).toEqual(whole);
        expect(mergeDays(b, a)).toEqual(whole);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('a row is JSON both ways and carries none of the words', () => {
  const [row] = foldMessages(livelyDay(), options);
  const written = JSON.stringify(row);
  expect(JSON.parse(written)).toEqual(row);
  expect(written).not.toMatch(/\p{Script=Han}/u);
});

test('days are Shanghai days: a message at 00:30 belongs to the new day, one of another day is passed over', () => {
  const script = startScript(1);
  const late = script.say('c1', 1, -30, '夜里说的四个字');
  const early = script.say('c1', 1, 30, '凌晨说的四个字');
  expect(foldMessages(script.messages, options).map(row => [row.day, row.cadrePosts.length])).toEqual([
    ['2026-05-01', 1],
    ['2026-05-02', 1],
  ]);
  expect(
    foldDay({ groupId: 'g1', day: '2026-05-02' }, [late, early], [], roster).cadrePosts.map(
      post => post.messageId,
    ),
  ).toEqual([early.id]);
});

test('roles: a cadre of another group speaks for neither side, the unknown count as members, the bot for nobody', () => {
  const script = startScript(1);
  for (const who of ['c1', 'c9', 'x1', 'b1']) script.say(who, 0, 600, `${script.words()}${who}`);
  const known = rosterOf({
    cadreIds: ['c1'],
    members: [],
    roles: new Map<string, PersonRole>([...roles, ['c9', 'cadre-full-time']]),
  });
  const [row] = foldMessages(script.messages, { groupId: 'g1', roster: known });
  expect(row?.cadrePosts.map(post => post.byId)).toEqual(['c1']);
  expect(row?.speakers.map(speaker => [speaker.personId, speaker.voice])).toEqual([
    ['c9', 'official'],
    ['x1', 'unknown'],
  ]);
});

test('whatever the order and the doubles of its messages, a group is judged the same', () => {
  for (const name of ['healthy', 'bursty'] as const) {
    const script = startScript(11);
    const more = ARCHETYPES[name]?.make(script) ?? {};
    const expected = analyzeGroup(historyOf(script, more), AS_OF);
    fc.assert(
      fc.property(fc.integer(), fc.subarray(script.messages, { maxLength: 40 }), (turn, doubled) => {
        const cut = Math.abs(turn) % script.messages.length;
        const mixed = [...script.messages.slice(cut).reverse(), ...doubled, ...script.messages.slice(0, cut)];
        expect(analyzeGroup(historyOf({ ...script, messages: mixed }, more), AS_OF)).toEqual(expected);
      }),
      { numRuns: 8, seed: 2 },
    );
  }
  expect(communityOf('healthy', 11)).toEqual(communityOf('healthy', 11));
});
