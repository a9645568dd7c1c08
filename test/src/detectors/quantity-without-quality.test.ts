import { expect, test } from 'vitest';
import { quantityWithoutQuality } from '../../../src/detectors/quantity-without-quality.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { ask, FIRST_DAY, type Script, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

/** Needs on these days, `solved` of them answered and confirmed. */
function serve(script: Script, days: number[], solved: number): void {
  for (const [at, day] of days.entries()) {
    const need = ask(script, day, null);
    if (at >= solved) continue;
    script.say('c1', day, 640, `可以这样办：${script.words()}`, { replyToId: need.id });
    script.say(need.senderId, day, 900, '谢谢，已经办好了');
  }
}

const links = (before: number, after: number) => ({
  links: Array.from({ length: after }, (_, at) => ({
    cadreId: 'c1',
    personId: `p${at + 1}`,
    from: startOfDay(addDays(FIRST_DAY, at < before ? 0 : 100)),
    to: null,
  })),
});
const BEFORE = [32, 36, 40, 44];
const NOW = [92, 96, 100, 104];

test('twice the names on the list and a quarter of the needs solved are found', () => {
  const script = startScript(1);
  serve(script, BEFORE, 4);
  serve(script, NOW, 1);
  expect(detectIn(quantityWithoutQuality, script, links(20, 40))).toEqual({
    severity: 'warn',
    evidence: { coverage: 0.4, coverageBefore: 0.2, quality: 25, qualityBefore: 100, unsolved: 3 },
    prescription: '名单覆盖20%到40%，办事得分100降到25。周一（31日）先别加人，把到期没落实的3件办实。',
  });
});

test('worse work with the same list, and a longer list with the same work, are not', () => {
  const worse = startScript(1);
  serve(worse, BEFORE, 4);
  serve(worse, NOW, 1);
  expect(detectIn(quantityWithoutQuality, worse, links(40, 40))).toBeNull();
  const same = startScript(1);
  serve(same, BEFORE, 4);
  serve(same, NOW, 4);
  expect(detectIn(quantityWithoutQuality, same, links(20, 40))).toBeNull();
});

test('without links, or where one of the two windows had nothing to solve, nothing can be said', () => {
  const script = startScript(1);
  serve(script, NOW, 1);
  expect(detectIn(quantityWithoutQuality, script, links(20, 40))).toBe('no-data');
  serve(script, BEFORE, 4);
  expect(detectIn(quantityWithoutQuality, script)).toBe('no-data');
});
