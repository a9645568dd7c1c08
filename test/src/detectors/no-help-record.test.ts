import { expect, test } from 'vitest';
import { noHelpRecord } from '../../../src/detectors/no-help-record.ts';
import { ask, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

test('有求无应: needs that only the bot and 收到 answered are found', () => {
  const script = startScript(1);
  const first = ask(script, 95, null);
  script.say('b1', 95, 600, '请到窗口办理居住证', { replyToId: first.id });
  const second = script.say('p2', 105, 600, '三楼楼道灯不亮，请来修', { label: 'request' });
  script.say('c1', 105, 610, '收到', { replyToId: second.id });
  expect(detectIn(noHelpRecord, script)).toMatchObject({
    severity: 'alarm',
    evidence: {
      kind: 'unanswered-needs',
      needs: 2,
      botHelp: 1,
      oldestWaitDays: 24,
      unansweredNeedIds: [first.id, second.id],
    },
    prescription: '1个问题、1件诉求没人回，最早的等了24天。周一（31日）前逐件回到本人，办不了的说明去处。',
  });
});

test('无人问津: a group in which nobody asked is found, and told something else', () => {
  const script = startScript(1);
  script.say('p1', 100, 600, script.words());
  expect(detectIn(noHelpRecord, script)).toMatchObject({
    severity: 'warn',
    evidence: { kind: 'no-needs', speakers: 1 },
  });
});

test('one answer that held is a record of help, though other needs wait', () => {
  const script = startScript(1);
  for (const day of [95, 100, 105]) ask(script, day, null);
  ask(script, 110, 'p9');
  expect(detectIn(noHelpRecord, script)).toBeNull();
});
