import { describe, expect, it } from 'vitest';
import type { GroupDay, Need, Reply } from '../../../src/analysis/group-day.ts';
import { helpedIn } from '../../../src/digest/helped.ts';
import type { WeekRows } from '../../../src/digest/week-rows.ts';

const SPAN = { from: new Date('2026-11-16T00:00:00+08:00'), to: new Date('2026-11-23T00:00:00+08:00') };
const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);

const need = (messageId: string, byId: string, when: string, line: string | null = null): Need => ({
  messageId,
  byId,
  at: at(when),
  label: 'question',
  fingerprint: messageId,
  line,
});
const reply = (toMessageId: string, byId: string, when: string, more: Partial<Reply> = {}): Reply => ({
  messageId: `r-${toMessageId}-${byId}`,
  byId,
  voice: 'cadre',
  at: at(when),
  toMessageId,
  toIds: [],
  rule: 'quote',
  confidence: 1,
  isSubstantive: true,
  isHelpful: true,
  ...more,
});

function rowsOf(needs: Need[], replies: Reply[], more: Partial<GroupDay> & Partial<WeekRows> = {}): WeekRows {
  const { marks = [], tickets = [] } = more;
  const day: GroupDay = {
    groupId: 'g1',
    day: '2026-11-17',
    format: 1,
    cadrePosts: [],
    speakers: [],
    needs,
    replies,
    marks,
  };
  return { group: { id: 'g1', name: '群' }, cadreIds: ['c1'], days: [day], tickets, improvements: [] };
}

describe('persons helped in a week', () => {
  it('are persons, not times, and stand under every topic they were helped with', () => {
    const needs = [
      need('m1', 'p1', '17T09:00', 'housing'),
      need('m2', 'p1', '18T09:00', 'health'),
      need('m3', 'p2', '18T10:00', 'housing'),
      need('m4', 'p3', '18T10:00'),
    ];
    const replies = needs.map(({ messageId }) => reply(messageId, 'c1', '19T09:00'));
    const helped = helpedIn([rowsOf(needs, replies)], SPAN);
    expect(helped).toEqual({
      persons: 3,
      byLine: [
        { line: 'housing', persons: 2 },
        { line: 'health', persons: 1 },
        { line: null, persons: 1 },
      ],
      volunteers: 0,
    });
  });

  it('leave out a weak guess, the bot, a word to oneself, and an answer of another week', () => {
    const needs = ['m1', 'm2', 'm3', 'm4'].map((id, n) => need(id, `p${n}`, '17T09:00'));
    const replies = [
      reply('m1', 'c1', '17T09:10', { confidence: 0.6, rule: 'turn' }),
      reply('m2', 'b1', '17T09:10', { voice: 'bot' }),
      reply('m3', 'p2', '17T09:10', { voice: 'member' }),
      reply('m4', 'c1', '23T09:10'),
    ];
    expect(helpedIn([rowsOf(needs, replies)], SPAN).persons).toBe(0);
  });

  it('leave out whoever said that it was not solved', () => {
    const marks = [{ messageId: 'x', byId: 'p1', at: at('17T12:00'), says: 'not-solved' as const }];
    const rows = rowsOf([need('m1', 'p1', '17T09:00')], [reply('m1', 'c1', '17T09:10')], { marks });
    expect(helpedIn([rows], SPAN).persons).toBe(0);
  });

  it('hold volunteers as a number', () => {
    const needs = [need('m1', 'p1', '17T09:00'), need('m2', 'p2', '17T09:00')];
    const replies = needs.map(({ messageId }) => reply(messageId, 'v1', '17T10:00', { voice: 'volunteer' }));
    expect(helpedIn([rowsOf(needs, replies)], SPAN)).toMatchObject({ persons: 2, volunteers: 1 });
  });

  it('count once who is in two groups', () => {
    const rows = rowsOf([need('m1', 'p1', '17T09:00')], [reply('m1', 'c1', '17T09:10')]);
    expect(helpedIn([rows, { ...rows, group: { id: 'g2', name: '群' } }], SPAN).persons).toBe(1);
  });
});
