import { expect, test } from 'vitest';
import { definedIds } from '../../src/definitions/index.ts';
import { aFolder, FIXTURE, run } from './run.ts';

const WEEK = ['--week', '2026-W47'];

test('every number of a group and of a unit is explained from an archive, and carries no name', async () => {
  for (const whose of ['g-youth', '彭浦镇团委']) {
    for (const id of ['M1', 'M4', 'M8', 'M13', 'M20', 'S', 'state', 'cadre-silent', 'unit-imbalance']) {
      const { code, out, err } = await run(['explain', whose, id, ...WEEK, '--archive', FIXTURE, '--json']);
      expect({ id, code, err }).toEqual({ id, code: 0, err: '' });
      expect(JSON.parse(out)).toMatchObject({
        metrics: '1',
        week: '2026-W47',
        definition: { name: expect.any(String) },
      });
      expect(out).not.toMatch(/王芳|赵阿姨|周敏|p-(wang|zhou|wu|zheng)/);
    }
  }
});

test('for a person it says what the number means and puts the numbers into the formula', async () => {
  const { out } = await run(['explain', '彭浦青年之家', 'm2', ...WEEK, '--archive', FIXTURE]);
  expect(out).toContain('彭浦青年之家：诉求和帮助 M2（指标第1版）2026-10-24 至 2026-11-22');
  expect(out).toContain('代入：诉求8件；有人帮的8件＋办成的工单0件＋走访电话1次＝帮助9件');
  expect(out).toContain('kind=visit  day=2026-11-06  cadre=cadre 1');
});

test('what is no measure, no group and no unit is refused in one sentence', async () => {
  const wrong = await run(['explain', 'g-youth', 'M21', ...WEEK, '--archive', FIXTURE]);
  expect(wrong.err).toContain(`choose one of ${definedIds().join(', ')}`);
  const nobody = await run(['explain', '没有这群', 'M3', ...WEEK, '--archive', FIXTURE]);
  expect(nobody).toMatchObject({ code: 1 });
  expect(nobody.err).toContain('there is no group or unit “没有这群”');
});

test('a unit is explained from the database once its groups are scored, as from the archive but for persons', async () => {
  const folder = aFolder();
  await run(['archive', 'import', FIXTURE], { folder });
  const ask = ['explain', '静安区团委', 'M7', ...WEEK, '--json'];
  const before = await run(ask, { folder });
  expect(before).toMatchObject({ code: 1 });
  expect(before.err).toContain('run scores recompute --from 2026-W47 --to 2026-W47');
  const scored = await run(['scores', 'recompute', '--from', '2026-W47'], { folder });
  expect(scored).toMatchObject({ code: 0, err: '' });
  expect(scored.out).toMatch(
    /^metrics version 1: \d+ days folded now; days go back to 20\d\d-\d\d-\d\d, messages to/,
  );
  expect(scored.out).toContain(
    '2026-W47: 3 groups scored, 0 had a score of this version and keep it, 2 units added up',
  );
  const fromDatabase = JSON.parse((await run(ask, { folder })).out);
  const fromArchive = JSON.parse((await run([...ask, '--archive', FIXTURE])).out);
  expect(fromDatabase).toEqual(fromArchive);
});

test('a week that has not ended is not recomputed, nor one that lies before it begins', async () => {
  const folder = aFolder();
  const running = await run(['scores', 'recompute', '--from', '2026-W47', '--to', '2026-W48'], { folder });
  expect(running.err).toContain('2026-W48 has not ended');
  const turned = await run(['scores', 'recompute', '--from', '2026-W47', '--to', '2026-W46'], { folder });
  expect(turned.err).toContain('name the earlier week first');
});
