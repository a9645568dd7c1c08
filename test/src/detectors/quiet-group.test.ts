import { expect, test } from 'vitest';
import { quietGroup } from '../../../src/detectors/quiet-group.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

test('a group of sixty that speaks on four days of thirty is found, though 收到 fills every day', () => {
  const script = startScript(1);
  for (const day of [92, 99, 106, 113]) script.say('p1', day, 600, script.words());
  for (let day = 90; day < 120; day++) script.say('p2', day, 610, '收到');
  expect(detectIn(quietGroup, script)).toMatchObject({
    severity: 'warn',
    evidence: { activeDays: 4, speakers: 1, size: 60 },
    prescription: '30天只有4天有人说话，1人共4句。周一（31日）约三五位聊聊，定一件大家要办的事。',
  });
});

test('a small group of neighbours that speaks on three days is not', () => {
  const script = startScript(1, 20);
  for (const day of [92, 99, 106]) script.say('p1', day, 600, script.words());
  expect(detectIn(quietGroup, script)).toBeNull();
});
