import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, FIXTURE, run } from './run.ts';

const AS_OF = '2026-11-23T00:00:00+08:00';

async function imported() {
  const folder = aFolder();
  const done = await run(['archive', 'import', FIXTURE, '--json'], { folder });
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
  return { folder, added: JSON.parse(done.out) as Record<string, number> };
}

test('an archive imported twice changes nothing the second time', async () => {
  const { folder, added } = await imported();
  expect(added).toMatchObject({ person: 11, group: 3, message: 41, ticket: 3, 'ticket-event': 10 });
  const again = await run(['archive', 'import', FIXTURE, '--json'], { folder });
  expect(Object.values(JSON.parse(again.out)).every(count => count === 0)).toBe(true);
  expect(await run(['audit', 'verify'], { folder })).toMatchObject({
    code: 0,
    out: 'the chain holds: 1 rows\n',
  });
});

test('what comes out of the database is analysed as what went in', async () => {
  const { folder } = await imported();
  expect(await run(['archive', 'export', '--out', 'e.jsonl'], { folder })).toMatchObject({ code: 0 });
  expect(await run(['archive', 'check', 'e.jsonl'], { folder })).toMatchObject({ code: 0, err: '' });
  const groupsOf = async (file: string) => {
    const { out } = await run(['analyze', file, '--as-of', AS_OF, '--json'], { folder });
    const { groups } = JSON.parse(out) as { groups: { group: string }[] };
    return groups.sort((a, b) => (a.group < b.group ? -1 : 1));
  };
  expect(await groupsOf('e.jsonl')).toEqual(await groupsOf(FIXTURE));
  // Chatter is gone from what the database gives back.
  expect(readFileSync(join(folder, 'e.jsonl'), 'utf8')).not.toContain('包饺子');
});

test('a number is the same from the database as from the archive', async () => {
  const { folder } = await imported();
  const argv = ['explain', 'g-youth', 'M2', '--week', '2026-W47', '--json'];
  const fromDatabase = await run(argv, { folder });
  const fromArchive = await run([...argv, '--archive', FIXTURE], { folder });
  expect(JSON.parse(fromDatabase.out).value).toEqual(JSON.parse(fromArchive.out).value);
});

test('a backup brings the whole state back, and a damaged one changes nothing', async () => {
  const { folder } = await imported();
  expect(await run(['backup', 'b.jsonl'], { folder })).toMatchObject({ code: 0 });
  const before = await run(['archive', 'export'], { folder });
  const elsewhere = aFolder();
  const file = join(folder, 'b.jsonl');
  expect(await run(['restore', file], { folder: elsewhere })).toMatchObject({ code: 0 });
  expect((await run(['archive', 'export'], { folder: elsewhere })).out).toBe(before.out);

  const whole = readFileSync(file, 'utf8');
  const damages = {
    'a changed letter': whole.replace('王芳', '王方'),
    'a cut end': whole.slice(0, -200),
    'a missing line': whole.split('\n').toSpliced(3, 1).join('\n'),
    'no backup': '{"type":"unit"}\n',
    'a newer schema': whole.replace(/"schema":\d+/, '"schema":9999'),
  };
  for (const [damage, content] of Object.entries(damages)) {
    writeFileSync(join(elsewhere, 'x.jsonl'), content);
    const { code, err } = await run(['restore', 'x.jsonl'], { folder: elsewhere });
    expect(code, damage).toBe(1);
    expect(err, damage).toContain(`${join(elsewhere, 'x.jsonl')}: line `);
    expect((await run(['archive', 'export'], { folder: elsewhere })).out, damage).toBe(before.out);
  }
});

test('questions come in from a table, are asked and listed; one without an answer is refused', async () => {
  const folder = aFolder();
  writeFileSync(
    join(folder, 'q.csv'),
    '编号,问题,答案,其他问法,发布单位,发布日期\nx1,彭浦镇图书馆几点关门？,晚上八点半关门，周一闭馆。,图书馆开到几点；图书馆关门时间,彭浦镇政府,2026-09-01\n'.replace(
      '关门，周',
      '关门，周',
    ),
  );
  const { out } = await run(['faq', 'import', 'q.csv', '--json'], { folder });
  expect(JSON.parse(out)).toEqual({ added: 1, changed: 0, same: 0 });
  const asked = await run(['faq', 'ask', '彭浦镇图书馆几点关门', '--json'], { folder });
  expect(JSON.parse(asked.out)).toMatchObject({
    action: 'answer',
    entryId: 'x1',
    nearest: [{ id: 'x1' }, {}, {}, {}, {}],
  });
  expect((await run(['faq', 'list'], { folder })).out).toContain('x1\tverified\t彭浦镇图书馆几点关门？');
  writeFileSync(
    join(folder, 'k.jsonl'),
    '{"id":"a","question":"问","answer":"答"}\n{"id":"b","question":"问","answer":null}\n',
  );
  const refused = await run(['faq', 'import', 'k.jsonl'], { folder });
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('line 2: “b” has no answer');
});

test('the doctor tells the cure of what is wrong', async () => {
  const { folder } = await imported();
  const { out } = await run(['doctor', '--json'], { folder });
  const { checks } = JSON.parse(out) as { checks: { name: string; ok: boolean; says: string }[] };
  const named = Object.fromEntries(checks.map(check => [check.name, check]));
  expect(named['database']).toMatchObject({ ok: true });
  expect(named['audit']).toMatchObject({ ok: true, says: '1 rows' });
  expect(named['puppet']).toMatchObject({ ok: false });
  expect(named['sentences']).toMatchObject({ ok: true });
});
