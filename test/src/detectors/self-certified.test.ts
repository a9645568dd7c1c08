import { expect, test } from 'vitest';
import { selfCertified } from '../../../src/detectors/self-certified.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { type Act, ticketLog } from '../../support/tickets.ts';

const closed = (count: number, after: Act[], name: string) =>
  Array.from({ length: count }, (_, at) =>
    ticketLog(`${name}${at}`, 95, [['close', 'c1', 100 + at], ...after]),
  );
const asked: Act[] = [['ask', null, 118]];

test('four of ten closed without a word to the member are found, the oldest named', () => {
  const tickets = [...closed(4, [], 'a'), ...closed(6, asked, 'b')];
  expect(detectIn(selfCertified, startScript(1), { tickets })).toEqual({
    severity: 'warn',
    evidence: {
      closed: 10,
      selfClosed: 4,
      selfClosedShare: 0.4,
      oldestDays: 19,
      ticketIds: ['a0', 'a1', 'a2', 'a3'],
    },
    prescription:
      '10件办结里4件没问过本人或本人说没办好。周一（31日）起从19天前那件问起，这周问4位办好没有。',
  });
});

test('asked members who kept silent are not held against anybody, a confirm by the cadre is no reply', () => {
  expect(detectIn(selfCertified, startScript(1), { tickets: closed(12, asked, 'a') })).toBeNull();
  const confirmedBy = (byId: string) =>
    detectIn(selfCertified, startScript(1), { tickets: closed(12, [['confirm', byId, 118]], 'a') });
  expect(confirmedBy('p1')).toBeNull();
  expect(confirmedBy('c1')).toMatchObject({ evidence: { selfClosed: 12 } });
});

test('three of ten, or all of nine, are not', () => {
  const some = [...closed(3, [], 'a'), ...closed(7, asked, 'b')];
  expect(detectIn(selfCertified, startScript(1), { tickets: some })).toBeNull();
  expect(detectIn(selfCertified, startScript(1), { tickets: closed(9, [], 'a') })).toBeNull();
});

test('what the member gave back counts even though it was asked', () => {
  const tickets = [...closed(4, [...asked, ['reopen', 'p1', 119]], 'a'), ...closed(6, asked, 'b')];
  expect(detectIn(selfCertified, startScript(1), { tickets })).toMatchObject({ evidence: { selfClosed: 4 } });
});

test('where nothing was closed nothing can be said', () => {
  expect(detectIn(selfCertified, startScript(1))).toBe('no-data');
});
