import { expect, test } from 'vitest';
import { oneWayBroadcast } from '../../../src/detectors/one-way-broadcast.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const DAYS = [91, 95, 98, 101, 104, 108, 112, 115];

test('notices that nobody answers but with 收到 are found', () => {
  const script = startScript(1);
  for (const day of DAYS) {
    const notice = script.say('c1', day, 540, script.words());
    script.say('p1', day, 545, '收到', { replyToId: notice.id });
  }
  script.say('p2', 100, 900, script.words());
  expect(detectIn(oneWayBroadcast, script)).toMatchObject({
    severity: 'alarm',
    evidence: { bursts: 8, cadrePosts: 8, memberMessages: 1, echo: 0 },
    prescription: '8批通知（8条）没人应，群众说了1句。周一（31日）改问一个大家能答的问题，逐个回应。',
  });
});

test('the same notices, one of which a member answered the next morning, are not', () => {
  const script = startScript(1);
  const notices = DAYS.map(day => script.say('c1', day, 540, script.words()));
  script.say('p1', 102, 500, '知道了', { replyToId: notices[3]?.id ?? null });
  expect(detectIn(oneWayBroadcast, script)).toBeNull();
});
