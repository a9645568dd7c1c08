import { expect, test } from 'vitest';
import { serviceSubstituted } from '../../../src/detectors/service-substituted.ts';
import type { PersonRole } from '../../../src/people.ts';
import { ask, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketOn } from '../../support/tickets.ts';

const roles = new Map<string, PersonRole>([
  ['c1', 'cadre-full-time'],
  ['v1', 'volunteer'],
  ['s1', 'unknown'],
]);

/** `count` needs of the window, each answered by one of them in turn. */
function served(count: number, by: string[]) {
  const script = startScript(3);
  for (let at = 0; at < count; at++) ask(script, 90 + 2 * at, by[at % by.length] ?? null);
  return script;
}

test('ten of twelve solved by others is a note that thanks them', () => {
  const tickets = [
    ticketOn(95, [
      ['accept', 'c1'],
      ['close', 'v1'],
    ]),
    ticketOn(100, [
      ['close', 'c1'],
      ['ask', null],
      ['confirm', 'p1'],
    ]),
  ];
  expect(
    detectIn(serviceSubstituted, served(10, ['v1', 's1', 'v1', 's1', 'c1', 'v1', 's1', 'v1', 's1', 'v1']), {
      roles,
      tickets,
    }),
  ).toEqual({
    severity: 'note',
    evidence: { solved: 12, byOthers: 10, doers: 2, share: 10 / 12, unansweredNeedIds: [] },
    prescription: '办成12件，其中10件靠2位热心人。周一（31日）在群里谢谢他们，干部和他们一起接一件。',
  });
});

test('a cadre who solves three of twelve does a good share of it', () => {
  expect(detectIn(serviceSubstituted, served(12, ['v1', 's1', 'v1', 'c1']), { roles })).toBeNull();
});

test('who answered first and held did it, whoever spoke later', () => {
  const script = startScript(3);
  for (let at = 0; at < 12; at++) {
    const need = ask(script, 90 + 2 * at, 'c1');
    script.say('v1', 90 + 2 * at, 700, '我也来说说这件事', { replyToId: need.id });
  }
  expect(detectIn(serviceSubstituted, script, { roles })).toBeNull();
});

test('tickets that were reopened, withdrawn, or closed before the window were solved by nobody in it', () => {
  const tickets = [
    ticketOn(95, [
      ['close', 'v1'],
      ['ask', null],
      ['reopen', 'p1'],
    ]),
    ticketOn(96, [
      ['accept', 'v1'],
      ['withdraw', 'p1'],
    ]),
    ticketOn(60, [['close', 'v1']]),
    ticketOn(97, [['close', 'v1']], { kind: 'call-back' }),
    ticketOn(98, [
      ['accept', 'v1'],
      ['confirm', 'v1'],
    ]),
  ];
  expect(detectIn(serviceSubstituted, served(9, ['v1']), { roles, tickets })).toBeNull();
  const solved = [
    ...tickets,
    ticketOn(99, [
      ['accept', 'v1'],
      ['confirm', 'p1'],
    ]),
  ];
  expect(detectIn(serviceSubstituted, served(9, ['v1']), { roles, tickets: solved })).toMatchObject({
    evidence: { solved: 10, byOthers: 10, doers: 1 },
  });
});

test('a need that the member called solved was solved by whoever closed its ticket', () => {
  const script = served(9, ['v1']);
  const need = ask(script, 110, null);
  const ticket = ticketOn(
    110,
    [
      ['close', 's1'],
      ['ask', null],
      ['confirm', need.senderId],
    ],
    {
      messageId: need.id,
      requesterId: need.senderId,
    },
  );
  expect(detectIn(serviceSubstituted, script, { roles, tickets: [ticket] })).toMatchObject({
    evidence: { solved: 10, doers: 2 },
  });
});

test('without a known cadre nothing can be said', () => {
  expect(detectIn(serviceSubstituted, served(12, ['v1']), { roles, cadreIds: [] })).toBe('no-data');
});
