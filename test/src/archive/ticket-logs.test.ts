import { expect, test } from 'vitest';
import { ArchiveLine } from '../../../src/archive/line.ts';
import { ticketLogsOf } from '../../../src/archive/ticket-logs.ts';
import { dueAtFor } from '../../../src/limits.ts';
import { workingMsBetween } from '../../../src/time.ts';

const opened = '2026-11-02T09:00:00+08:00';
const dueOf = (kind: string): Date | undefined => {
  const line = ArchiveLine.parse({
    type: 'ticket',
    id: 't1',
    kind,
    group: 'g1',
    requester: 'p1',
    openedAt: opened,
  });
  if (line.type !== 'ticket') throw new Error(line.type);
  return ticketLogsOf({ lines: [line], heard: new Map(), last: null }).get('g1')?.[0]?.opening.dueAt;
};

test('a request of an archive has the limit of a request, an improvement task the seven working days it has in the chat', () => {
  const at = new Date(opened);
  expect(dueOf('request')).toEqual(dueAtFor(at));
  const due = dueOf('improvement') ?? at;
  expect(workingMsBetween(at, due) / workingMsBetween(at, dueAtFor(at))).toBe(7);
});
