import { expect, test } from 'vitest';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { noisyOffice } from '../../../src/detectors/noisy-office.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import {
  AS_OF,
  ask,
  FIRST_DAY,
  historyOf,
  LAST_DAY,
  type Script,
  startScript,
} from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const NOW = LAST_DAY - 27;

/** The cadre posts every `before` days in the 56 days before, and every `now` days in the last 28. */
function postEvery(before: number, now: number): Script {
  const script = startScript(1);
  for (let day = NOW - 56; day < NOW; day += before) script.say('c1', day, 540, script.words());
  for (let day = NOW; day <= LAST_DAY; day += now) script.say('c1', day, 540, script.words());
  return script;
}

/** So many members answer the cadre's words, each once, on days from `day` on. */
function respond(script: Script, day: number, people: number, text?: string): void {
  const notices = script.messages.filter(({ senderId }) => senderId === 'c1');
  for (let at = 0; at < people; at++) {
    const notice = notices.find(({ sentAt }) => sentAt >= startOfDay(addDays(FIRST_DAY, day + at)));
    if (notice) script.say(`p${at + 1}`, day + at + 3, 900, text ?? script.words(), { replyToId: notice.id });
  }
}

test('three times the notices and fewer people who answer are found, with the need to answer first', () => {
  const script = postEvery(4, 1);
  respond(script, NOW - 56, 4);
  respond(script, NOW - 28, 4);
  respond(script, NOW, 2);
  ask(script, 110, null, 1200);
  expect(detectIn(noisyOffice, script)).toEqual({
    severity: 'warn',
    evidence: { posts: 28, postsBefore: 7, responders: 2, respondersBefore: 4, unanswered: 1 },
    prescription: '28天干部发28条，此前平均7条；应的2人，此前4人。周一（31日）先回等着的1件再发通知。',
  });
});

test('the same rise that brings more people to speak is not', () => {
  const script = postEvery(4, 1);
  respond(script, NOW - 56, 4);
  respond(script, NOW - 28, 4);
  respond(script, NOW, 6);
  expect(detectIn(noisyOffice, script)).toBeNull();
});

test('people who answer with 收到 are no response', () => {
  const script = postEvery(4, 1);
  respond(script, NOW, 8, '收到');
  expect(detectIn(noisyOffice, script)).toMatchObject({ evidence: { responders: 0, respondersBefore: 0 } });
});

test('neither a small rise, nor one that chance could bring, nor a few posts are found', () => {
  expect(detectIn(noisyOffice, postEvery(2, 2))).toBeNull();
  expect(detectIn(noisyOffice, postEvery(5, 3))).toBeNull();
  expect(detectIn(noisyOffice, postEvery(28, 4))).toBeNull();
});

test('an office group is looked at too, and its text speaks of the office’s notices', () => {
  const script = postEvery(4, 1);
  const { group } = historyOf(script);
  expect(detectIn(noisyOffice, script, { group: { ...group, kind: 'office' } })).toMatchObject({
    evidence: { posts: 28, postsBefore: 7 },
    prescription:
      '28天机关群里发28条，此前平均7条；应的0人，此前0人。周一（31日）挑一条带到群众的群里当面问。',
  });
});

test('with the bot there for less than 59 of the 84 days nothing can be said', () => {
  const since = (days: number): Partial<GroupHistory> => ({
    observations: [{ from: startOfDay(addDays(FIRST_DAY, LAST_DAY + 1 - days)), to: AS_OF }],
  });
  expect(detectIn(noisyOffice, postEvery(4, 1), since(58))).toBe('no-data');
  expect(detectIn(noisyOffice, postEvery(4, 1), since(59))).not.toBe('no-data');
  expect(detectIn(noisyOffice, postEvery(4, 1), { cadreIds: [] })).toBe('no-data');
});
