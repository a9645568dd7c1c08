import { expect, test } from 'vitest';
import { loadGuard } from '../../../src/detectors/load-guard.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { tenOn } from '../../support/tickets.ts';

/** So many words of the bot to each cadre, spread over the last seven days. */
const sent = (counts: Record<string, number>, hoursLater = 0) => ({
  cadreIds: Object.keys(counts),
  burden: Object.entries(counts).flatMap(([cadreId, count]) =>
    Array.from({ length: count }, (_, at) => ({
      cadreId,
      at: new Date(tenOn(114 + (at % 6)).getTime() + hoursLater * 3_600_000 + at * 1000),
    })),
  ),
});

test('sixteen reminders to one cadre in a week are found and said to the operator', () => {
  expect(detectIn(loadGuard, startScript(1), sent({ c1: 16 }))).toEqual({
    severity: 'note',
    evidence: { cadres: 1, sent: 16, mostToOne: 16, atNight: 0, mostAWeek: 15 },
    prescription:
      '机器人7天给1位干部发16条，最多一位16条，太多了。请管理员周一（31日）添一位代班，同样的事并成一件。',
  });
});

test('where others could take some, they are to; what came at night is said', () => {
  expect(detectIn(loadGuard, startScript(1), sent({ c1: 20, c2: 2 }, 12))).toMatchObject({
    prescription:
      '机器人7天给2位干部发22条，最多一位20条，夜里22条，太多了。请管理员周一（31日）把新事分给其他干部。',
  });
});

test('fifteen to each of two is not', () => {
  expect(detectIn(loadGuard, startScript(1), sent({ c1: 15, c2: 15 }))).toBeNull();
});

test('an archive does not tell what the bot sent', () => {
  expect(detectIn(loadGuard, startScript(1), { burden: null })).toBe('no-data');
});
