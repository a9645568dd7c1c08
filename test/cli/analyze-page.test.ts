import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, FIXTURE, run } from './run.ts';

const AS_OF = '2026-11-23T00:00:00+08:00';

test('the page shows every group of an archive, in its order, and names no person of it', async () => {
  const folder = aFolder();
  const argv = ['analyze', FIXTURE, '--as-of', AS_OF, '--html', 'p.html'];
  const { code, out, err } = await run(argv, { folder });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('p.html: written, 3 groups');
  const page = readFileSync(join(folder, 'p.html'), 'utf8');
  const lines = readFileSync(FIXTURE, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { type: string; name: string });
  const groups = lines.filter(line => line.type === 'group').map(line => page.indexOf(`>${line.name}</h3>`));
  expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  expect(groups.every(at => at > 0)).toBe(true);
  for (const { name } of lines.filter(line => line.type === 'person')) expect(page).not.toContain(name);
  expect(page).toContain('静安区团委');
});

test('the page and the document can be asked for at once', async () => {
  const folder = aFolder();
  const { out } = await run(['analyze', FIXTURE, '--as-of', AS_OF, '--html', 'p.html', '--json'], { folder });
  expect(JSON.parse(out).groups).toHaveLength(3);
  expect(existsSync(join(folder, 'p.html'))).toBe(true);
});

const MATTERS = [
  '医保',
  '居住证',
  '老年卡',
  '生育津贴',
  '公租房',
  '垃圾清运',
  '门禁卡',
  '暑托班',
  '停车位',
  '电梯加装',
];

/** Every day somebody asks something else, and is answered. */
const chat = (days: number) =>
  [
    '消息对象:楼组群',
    ...Array.from({ length: days }, (_, day) => {
      const date = `2026-10-${String(day + 1).padStart(2, '0')}`;
      const matter = `${MATTERS[day % MATTERS.length]}第${Math.floor(day / MATTERS.length) + 1}批`;
      return `${date} 9:00:00 周敏(12345)\n请问${matter}怎么办理\n\n${date} 9:10:00 王芳(67890)\n@周敏 ${matter}带身份证到服务站办\n`;
    }),
  ].join('\n');

const copies = () => readdirSync(tmpdir()).filter(name => name.startsWith('nuanqun-export-'));

test('an exported chat is analyzed as it is, and its copy is gone afterwards', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), chat(31));
  writeFileSync(join(folder, 'r.csv'), '姓名,身份\n王芳,专职干部\n');
  const before = copies();
  const argv = ['analyze', 'chat.txt', '--roster', 'r.csv', '--html', 'p.html', '--json'];
  const { code, out, err } = await run(argv, { folder });
  expect(code).toBe(0);
  expect(err).toContain('read as qq-txt: 1 groups, 62 messages');
  expect(JSON.parse(out).groups).toMatchObject([{ state: 'healthy' }]);
  expect(readFileSync(join(folder, 'p.html'), 'utf8')).toContain('楼组群');
  expect(copies()).toEqual(before);
});

test('without a roster the page says first what is missing', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), chat(31));
  expect(await run(['analyze', 'chat.txt', '--html', 'p.html'], { folder })).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'p.html'), 'utf8')).toContain('还没有名册');
});

test('a roster is guessed from an exported chat as well, each guess with its reason', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), chat(5));
  const { code, out } = await run(['roster', 'guess', 'chat.txt'], { folder });
  expect(code).toBe(0);
  const rows = out.trimEnd().split('\n').slice(2);
  expect(rows).toHaveLength(2);
  expect(rows.every(row => (row.split(',')[3] ?? '') !== '')).toBe(true);
});

test('an export that cannot be read writes no page and leaves no copy', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), '消息对象:群\n没有人说话\n');
  const before = copies();
  expect(await run(['analyze', 'chat.txt', '--html', 'p.html'], { folder })).toMatchObject({ code: 1 });
  expect(existsSync(join(folder, 'p.html'))).toBe(false);
  expect(copies()).toEqual(before);
});

test('a guess keeps what the archive declares, and says so', async () => {
  const { out } = await run(['roster', 'guess', FIXTURE]);
  const rows = out.trimEnd().split('\n');
  const declared = readFileSync(FIXTURE, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { type: string; role: string; id: string })
    .filter(({ type, role }) => type === 'person' && role === 'leader')
    .map(({ id }) => id);
  expect(declared).not.toEqual([]);
  for (const id of declared) expect(rows.find(row => row.startsWith(`${id},`))).toMatch(/,领导,档案里写明的/);
});

test("the chat's own lines are nobody whose role could be guessed", async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), `${chat(2)}\n2026-10-03 9:00:00 系统消息(10000)\n吴磊加入本群\n`);
  expect((await run(['roster', 'guess', 'chat.txt'], { folder })).out).not.toContain('系统消息');
});
