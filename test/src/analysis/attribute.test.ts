import { describe, expect, test } from 'vitest';
import { createThread, restoreThread } from '../../../src/analysis/attribute.ts';
import type { Roster, Voice } from '../../../src/analysis/roster.ts';
import type { Message } from '../../../src/message.ts';
import { startScript } from '../../support/communities.ts';

const roster: Roster = new Map<string, Voice>([
  ['c1', 'cadre'],
  ['b1', 'bot'],
  ['p1', 'member'],
  ['p2', 'member'],
  ['p3', 'member'],
]);
const options = { groupId: 'g1', roster };
const begin = (more = {}) => ({ script: startScript(1), thread: createThread({ ...options, ...more }) });
const asNeed = { label: 'question' } as const;

describe('who answered whom', () => {
  test('a quote is sure, of whatever age, and never of oneself', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    thread.push(need, true);
    const answer = script.say('c1', 5, 600, '到窗口办', { replyToId: need.id });
    expect(thread.push(answer, false)).toMatchObject([
      { fromMessageId: answer.id, toMessageId: need.id, rule: 'quote', confidence: 1 },
    ]);
    expect(thread.push(script.say('p1', 5, 601, '补充一句', { replyToId: need.id }), false)).toEqual([]);
  });

  test('a mention reaches the open need days later, else what was said within the hour, else nothing', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    thread.push(need, true);
    const chat = script.say('p2', 3, 600, '今天天气真不错');
    thread.push(chat, false);
    const mention = (who: string, minute: number) =>
      thread.push(script.say('c1', 3, minute, '您可以来窗口', { mentions: [who] }), false);
    expect(mention('p1', 610)).toMatchObject([{ toMessageId: need.id, rule: 'mention', confidence: 0.9 }]);
    expect(mention('p2', 659)).toMatchObject([{ toMessageId: chat.id }]);
    expect(mention('p2', 661)).toEqual([]);
    expect(mention('b1', 662)).toEqual([]);
  });

  test('@所有人 answers nobody, even where the export spells everybody out', () => {
    const { script, thread } = begin();
    thread.push(script.say('p1', 0, 600, '请问居住证怎么办', asNeed), true);
    expect(
      thread.push(script.say('c1', 0, 640, '@所有人 明天停水', { mentions: ['p1', 'p2'] }), false),
    ).toEqual([]);
  });

  test('the first substantive message within half an hour is a turn; 收到, the asker and a second one are not', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    thread.push(need, true);
    expect(thread.push(script.say('p2', 0, 601, '收到'), false)).toEqual([]);
    expect(thread.push(script.say('p1', 0, 602, '我住三号楼那边'), false)).toEqual([]);
    expect(thread.push(script.say('p2', 0, 603, '好像要去窗口办'), false)).toMatchObject([
      { toMessageId: need.id, rule: 'turn', confidence: 0.6 },
    ]);
    expect(thread.push(script.say('p3', 0, 604, '我也想知道这个'), false)).toEqual([]);
  });

  test('there is no turn with two needs open, nor after half an hour', () => {
    const two = begin();
    two.thread.push(two.script.say('p1', 0, 600, '请问居住证怎么办', asNeed), true);
    two.thread.push(two.script.say('p2', 0, 601, '楼道灯谁来修一下', asNeed), true);
    expect(two.thread.push(two.script.say('p3', 0, 602, '好像要去窗口办'), false)).toEqual([]);
    const late = begin();
    late.thread.push(late.script.say('p1', 0, 600, '请问居住证怎么办', asNeed), true);
    expect(late.thread.push(late.script.say('p3', 0, 631, '好像要去窗口办'), false)).toEqual([]);
  });

  test('a cadre’s voice message after a need is an answer; a member’s is not', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    thread.push(need, true);
    expect(thread.push(script.say('p2', 0, 605, '', { kind: 'voice' }), false)).toEqual([]);
    expect(thread.push(script.say('c1', 0, 610, '', { kind: 'voice' }), false)).toMatchObject([
      { toMessageId: need.id, confidence: 0.9 },
    ]);
  });

  test('the bot’s answer leaves the need open to people', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    thread.push(need, true);
    expect(
      thread.push(script.say('b1', 0, 600, '居住证要带身份证', { mentions: ['p1'] }), false),
    ).toMatchObject([{ toMessageId: need.id }]);
    expect(thread.push(script.say('c1', 2, 600, '我来办', { mentions: ['p1'] }), false)).toMatchObject([
      { toMessageId: need.id },
    ]);
  });

  test('names in the text stand for mentions where the chat carries none', () => {
    const { script, thread } = begin({
      namesOf: new Map([
        ['shrini', 'p1'],
        ['李阿姨', 'p2'],
      ]),
    });
    const first = script.say('p1', 0, 600, 'how do i roll back a package', asNeed);
    const second = script.say('p2', 0, 601, '楼道灯谁来修', asNeed);
    thread.push(first, true);
    thread.push(second, true);
    expect(thread.push(script.say('p3', 0, 605, 'shrini: use the old deb'), false)).toMatchObject([
      { toMessageId: first.id, rule: 'mention' },
    ]);
    expect(thread.push(script.say('p3', 0, 606, '@李阿姨 物业明天来'), false)).toMatchObject([
      { toMessageId: second.id },
    ]);
  });

  test('a message pushed twice makes its edges once', () => {
    const { script, thread } = begin();
    const need = script.say('p1', 0, 600, '请问居住证怎么办', asNeed);
    const answer = script.say('c1', 0, 605, '到窗口办', { replyToId: need.id });
    expect(
      [need, need, answer, answer].map(message => thread.push(message, message === need).length),
    ).toEqual([0, 0, 1, 0]);
  });
});

test('a thread goes on after a restart as if it had not stopped, and stays bounded', () => {
  const script = startScript(3);
  const messages: { message: Message; isNeed: boolean }[] = [];
  for (let at = 0; at < 2000; at++) {
    const isNeed = script.chance() < 0.2;
    const person = `p${1 + Math.floor(script.chance() * 3)}`;
    const quoted = script.chance() < 0.1 ? (messages.at(-2)?.message.id ?? null) : null;
    const mentions = script.chance() < 0.2 ? ['p1'] : [];
    const message = script.say(person, Math.floor(at / 20), 480 + (at % 20) * 20, script.words(), {
      replyToId: quoted,
      mentions,
      label: isNeed ? 'question' : 'chatter',
    });
    messages.push({ message, isNeed });
  }
  const whole = createThread(options);
  const expected = messages.flatMap(({ message, isNeed }) => whole.push(message, isNeed));
  let part = createThread(options);
  const found = messages.flatMap(({ message, isNeed }, at) => {
    if (at % 137 === 0) {
      const { openNeeds, recent } = part.remembered();
      part = restoreThread(options, openNeeds, recent);
    }
    return part.push(message, isNeed);
  });
  expect(expected.length).toBeGreaterThan(100);
  expect(found).toEqual(expected);
  expect(whole.remembered().recent.length).toBeLessThanOrEqual(300);
  expect(whole.remembered().openNeeds.length).toBeLessThanOrEqual(500);
});
