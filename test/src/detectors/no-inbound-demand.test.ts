import { expect, test } from 'vitest';
import { noInboundDemand } from '../../../src/detectors/no-inbound-demand.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { AS_OF, ask, FIRST_DAY, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketOn } from '../../support/tickets.ts';

function talked(size = 60) {
  const script = startScript(1, size);
  for (const day of [95, 100, 105]) script.say(`p${day % 3}`, day, 600, script.words());
  return script;
}

test('sixty days in which sixty members asked for nothing are found, though they chat', () => {
  const script = talked();
  ask(script, 59, null);
  expect(detectIn(noInboundDemand, script)).toEqual({
    severity: 'note',
    evidence: { days: 60, needs: 0, size: 60, speakers: 3 },
    prescription:
      '60人的群60天没有人来求助，近30天3人说过话。周一（31日）发服务清单，再当面问3位群众有什么难处。',
  });
});

test('one need sixty days ago, or a ticket said elsewhere, is somebody who came', () => {
  const script = talked();
  ask(script, 60, null);
  expect(detectIn(noInboundDemand, script)).toBeNull();
  expect(detectIn(noInboundDemand, talked(), { tickets: [ticketOn(80, [])] })).toBeNull();
  expect(
    detectIn(noInboundDemand, talked(), { tickets: [ticketOn(80, [], { kind: 'call-back' })] }),
  ).not.toBeNull();
});

test('a small circle of neighbours is not', () => {
  expect(detectIn(noInboundDemand, talked(29))).toBeNull();
});

test('sixty days of which the bot saw forty-one say nothing', () => {
  const since = (day: number) => ({
    observations: [{ from: startOfDay(addDays(FIRST_DAY, day)), to: AS_OF }],
  });
  expect(detectIn(noInboundDemand, talked(), since(79))).toBe('no-data');
  expect(detectIn(noInboundDemand, talked(), since(78))).toMatchObject({ severity: 'note' });
});
