import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, FIXTURE, run } from './run.ts';

const AS_OF = '2026-11-23T00:00:00+08:00';

interface Group {
  group: string;
  state: string;
  noHelp: string | null;
  band: string;
  coverage: number;
  measures: Record<string, Record<string, unknown>>;
  findings: { detector: string; prescription: string }[];
}

async function analyze(...more: string[]) {
  const { code, out, err } = await run([
    'analyze',
    ...(more[0]?.startsWith('/') ? [] : [FIXTURE]),
    ...more,
    '--json',
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as {
    asOf: string;
    metrics: string;
    groups: Group[];
    units: Record<string, unknown>[];
  };
}

test('a served group is healthy, one that nobody answers is found with its needs', async () => {
  const { asOf, metrics, groups, units } = await analyze('--as-of', AS_OF);
  expect({ asOf, metrics }).toEqual({ asOf: '2026-11-22T16:00:00.000Z', metrics: '1' });
  const [youth, mums, old] = groups;
  expect(youth).toMatchObject({ group: 'g-youth', state: 'healthy', band: 'green' });
  expect(youth?.measures['M2']).toMatchObject({ needs: 8, help: 9, visits: 1 });
  // Born with the group it was rebuilt from, so it is old enough to be judged.
  expect(mums).toMatchObject({ group: 'g-mums', band: 'red', noHelp: 'unanswered-needs' });
  expect(mums?.findings.map(finding => finding.detector)).toContain('no-help-record');
  expect(old).toMatchObject({ state: 'exempt', band: 'grey' });
  expect(units).toMatchObject([
    { unit: 'u1', name: '静安区团委', groups: 3, red: 1, yellow: 0, green: 1, grey: 1, findings: [] },
    { unit: 'u2', name: '彭浦镇团委', groups: 3, red: 1, yellow: 0, green: 1, grey: 1, findings: [] },
  ]);
});

test('a group has exactly the fields of the contract', async () => {
  const { groups } = await analyze('--as-of', AS_OF);
  expect(Object.keys(groups[0] ?? {})).toEqual([
    'group',
    'state',
    'noHelp',
    'band',
    'overall',
    'dimensions',
    'coverage',
    'measures',
    'notEvaluated',
    'findings',
  ]);
});

test('without a time it looks at the last message, and a past time sees nothing later', async () => {
  expect((await analyze()).asOf).toBe('2026-11-20T07:10:00.000Z');
  const early = await analyze('--as-of', '2026-10-25T00:00:00+08:00');
  expect(early.groups[0]?.measures['M2']).toMatchObject({ needs: 2 });
});

test('the order of the lines changes nothing', async () => {
  const file = join(aFolder(), 'shuffled.jsonl');
  const lines = readFileSync(FIXTURE, 'utf8').trimEnd().split('\n');
  writeFileSync(file, lines.toReversed().join('\n'));
  const { code, out } = await run(['analyze', file, '--as-of', AS_OF, '--json']);
  expect(code).toBe(0);
  const before = await analyze('--as-of', AS_OF);
  const byId = (a: Group, b: Group) => (a.group < b.group ? -1 : 1);
  expect(JSON.parse(out).groups.sort(byId)).toEqual(before.groups.sort(byId));
});

test('an unknown state says why', async () => {
  const folder = aFolder();
  const lines = ['甲', '乙'].flatMap((room, at) =>
    [0, 1, 2].map(n =>
      JSON.stringify({
        room,
        id: `${n}`,
        ts: `20${16 + at}-05-01T0${n}:00:00Z`,
        sender: `s${n}`,
        text: '谁知道医保怎么办理',
        replyTo: [],
      }),
    ),
  );
  writeFileSync(join(folder, 'c.jsonl'), lines.join('\n'));
  await run(['archive', 'convert', 'c.jsonl', '--out', 'a.jsonl'], { folder });
  const { out } = await run(['analyze', 'a.jsonl'], { folder });
  expect(out).toContain('甲：未知：不知道谁是干部，请用 --roster 给名册；到2016-05-01的30天里只看到2小时');
  expect(out).toContain('乙：未知：');
  const { groups } = JSON.parse((await run(['analyze', 'a.jsonl', '--json'], { folder })).out) as {
    groups: Group[];
  };
  // Rooms a year apart are each looked at where they were last seen.
  expect(groups.map(group => group.measures['M4']?.['windowEnds'])).toEqual(['2016-05-01', '2017-05-01']);
  expect(groups.map(group => group.measures['M3']?.['speakers'])).toEqual([3, 3]);
});

test('a guessed roster is marked as a guess, names its reasons and can be given back', async () => {
  const folder = aFolder();
  expect(await run(['roster', 'guess', FIXTURE, '--out', 'r.csv'], { folder })).toMatchObject({ code: 0 });
  const rows = readFileSync(join(folder, 'r.csv'), 'utf8').split('\n');
  expect(rows[0]).toMatch(/^# .*猜/);
  expect(rows[1]).toBe('编号,姓名,猜测身份,理由');
  expect(rows.find(row => row.includes('王芳'))).toContain('回答过4人的');
  expect(rows.find(row => row.includes('小暖机器人'))).toContain('名字像机器人');
  expect(await run(['analyze', FIXTURE, '--roster', 'r.csv', '--json'], { folder })).toMatchObject({
    code: 0,
  });
});

test.each(['t.csv', 't.xlsx'])('the template %s is read back as a roster', async name => {
  const folder = aFolder();
  expect(await run(['roster', 'template', '--out', name], { folder })).toMatchObject({ code: 0 });
  const { code, out } = await run(['roster', 'import', name, '--json'], { folder });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ people: 3, groups: 2, units: 2 });
  const again = await run(['roster', 'import', name, '--json'], { folder });
  expect(JSON.parse(again.out)).toEqual({ people: 0, groups: 0, units: 0, codes: [] });
});

test('a role that is no role is refused at its row', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'r.csv'), '姓名,身份\n王芳,大官\n');
  const { code, err } = await run(['analyze', FIXTURE, '--roster', 'r.csv'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('line 2: 身份“大官”不认识');
});

test('the digest writes text, picture and page for a leader', async () => {
  const folder = aFolder();
  const argv = ['digest', FIXTURE, '--week', '2026-W47', '--leader', '陈静', '--out', 'd'];
  const { code, out } = await run(argv, { folder });
  expect(code).toBe(0);
  expect(out).toContain('静安区团委周报 第47周');
  expect(out).toContain('临汾妈妈群');
  expect(out).not.toMatch(/王芳|李强|孙浩|郑洁/);
  expect(readFileSync(join(folder, 'd/digest.txt'), 'utf8').trim()).toBe(out.trim());
  expect(readFileSync(join(folder, 'd/digest.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(join(folder, 'd/digest.html'), 'utf8')).toContain('<svg');
  const nobody = await run([...argv.slice(0, 5), '没有这人', '--out', 'e'], { folder });
  expect(nobody).toMatchObject({ code: 1 });
  expect(existsSync(join(folder, 'e'))).toBe(false);
});

test('a number is explained by the rows behind it, members never by name or id', async () => {
  const argv = ['explain', '临汾妈妈群', 'm3', '--week', '2026-W47', '--archive', FIXTURE, '--json'];
  const { code, out } = await run(argv);
  expect(code).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ group: 'g-mums', measure: 'M3', to: '2026-11-22', value: { messages: 4 } });
  expect(told.rows.filter((row: { kind: string }) => row.kind === 'day')).toHaveLength(4);
  expect(out).not.toContain('p-sun');
  const wrong = await run(['explain', '没有这群', 'M3', '--week', '2026-W47', '--archive', FIXTURE]);
  expect(wrong).toMatchObject({ code: 1 });
});
