import { expect, test } from 'vitest';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { linkWithoutService } from '../../../src/detectors/link-without-service.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { FIRST_DAY, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketOn } from '../../support/tickets.ts';

const on = (day: number) => startOfDay(addDays(FIRST_DAY, day));
const linksOf = (count: number, from = -200): GroupHistory['links'] =>
  Array.from({ length: count }, (_, at) => ({
    cadreId: 'c1',
    personId: `p${at + 1}`,
    from: on(from),
    to: null,
  }));
const visited = (personId: string, day: number) => ({
  cadreId: 'c1',
  personId,
  at: on(day),
  way: 'visit' as const,
  acknowledged: false,
});

/** p1 was answered, p2 had a ticket confirmed, p3 was visited. */
function servedThree() {
  const script = startScript(1);
  const need = script.say('p1', 20, 600, '请问居住证怎么办', { label: 'question' });
  script.say('p30', 20, 610, '带身份证去窗口办', { replyToId: need.id });
  const tickets = [
    ticketOn(
      60,
      [
        ['close', 'c1'],
        ['ask', null],
        ['confirm', 'p2'],
      ],
      { requesterId: 'p2' },
    ),
  ];
  return { script, more: { tickets, contacts: [visited('p3', -100)] } };
}

test('members linked for more than half a year, most of whom nobody ever served, are found and only counted', () => {
  const { script, more } = servedThree();
  expect(detectIn(linkWithoutService, script, { ...more, links: linksOf(7) })).toEqual({
    severity: 'warn',
    evidence: { linked: 7, untouched: 4, share: 4 / 7 },
    prescription: '联系满半年的7位群众，有4位没有服务记录。周一（31日）起每天上门或打电话问1位要办什么事。',
  });
});

test('just half untouched is not yet most of them', () => {
  const { script, more } = servedThree();
  expect(detectIn(linkWithoutService, script, { ...more, links: linksOf(6) })).toBeNull();
});

test('what was before the link, and a need that only the bot answered, are no touch', () => {
  const script = startScript(1);
  const need = script.say('p1', 20, 600, '请问居住证怎么办', { label: 'question' });
  script.say('b1', 20, 601, '请到窗口办理居住证', { replyToId: need.id });
  const more = { links: linksOf(5), contacts: [visited('p2', -201), visited('p3', -200)] };
  expect(detectIn(linkWithoutService, script, more)).toMatchObject({ evidence: { linked: 5, untouched: 4 } });
});

test('without links nothing can be said, nor of four, nor of links that are young or have ended', () => {
  const script = startScript(1);
  expect(detectIn(linkWithoutService, script)).toBe('no-data');
  expect(detectIn(linkWithoutService, script, { links: linksOf(4) })).toBe('no-data');
  expect(detectIn(linkWithoutService, script, { links: linksOf(9, -59) })).toBe('no-data');
  const ended = linksOf(9).map(link => ({ ...link, to: on(119) }));
  expect(detectIn(linkWithoutService, script, { links: ended })).toBe('no-data');
});

test('of a cadre with two groups only the people who belong to this one are asked about', () => {
  const script = startScript(1);
  const elsewhere = { kinds: ['grassroots' as const, 'grassroots' as const], fingerprints: [] };
  const members = ['p1', 'p2', 'p3', 'p4', 'p5'].map(personId => ({
    personId,
    role: 'member' as const,
    joinedAt: null,
    leftAt: personId === 'p5' ? on(100) : null,
  }));
  const more = { links: linksOf(40), members, elsewhere };
  expect(detectIn(linkWithoutService, script, more)).toBe('no-data');
  script.say('p6', 110, 600, script.words());
  expect(detectIn(linkWithoutService, script, more)).toMatchObject({ evidence: { linked: 5, untouched: 5 } });
});
