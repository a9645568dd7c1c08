import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aFolder, run } from './run.ts';

const ROSTER = '姓名,身份,群,单位,上级单位\n王芳,专职干部,彭浦青年之家,彭浦街道,静安区\n';
const HEADING = '单位,服务线,事项,时间,地点,联系人,时限';
const LEGAL = '彭浦街道,维权,法律咨询,每周三14:00-16:00,社区服务中心,王律师,一般';

let folder: string;
beforeEach(async () => {
  folder = aFolder();
  file('roster.csv', ROSTER);
  await run(['roster', 'import', 'roster.csv'], { folder });
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const audited = async () => (await run(['audit', 'verify', '--json'], { folder })).out;

describe('catalogue import', () => {
  test('lays down a version, changes nothing the second time, and makes a new version of a change', async () => {
    const name = file('c.csv', `${HEADING}\n${LEGAL}\n`);
    const { code, out } = await run(['catalogue', 'import', name], { folder });
    expect({ code, out }).toEqual({ code: 0, out: '彭浦街道：服务清单第1版，1项\n' });
    const before = await audited();
    expect((await run(['catalogue', 'import', name], { folder })).out).toBe('服务清单没有变化\n');
    expect(await audited()).toBe(before);
    file('c.csv', `${HEADING}\n${LEGAL}\n彭浦街道,,助餐点,工作日11:00,居委会,李强,\n`);
    const changed = JSON.parse((await run(['catalogue', 'import', name, '--json'], { folder })).out);
    expect(changed).toEqual({ changed: [{ unit: '彭浦街道', version: 2, items: 2 }] });
    expect(await audited()).not.toBe(before);
  });

  test('names every bad cell with its row and takes nothing', async () => {
    const name = file(
      'c.csv',
      `# 说明\n${HEADING}\n${LEGAL}\n彭浦街道,维权,,周三,中心,王,\n\n彭浦街道,,${'长'.repeat(17)},周三,中心,王,马上\n`,
    );
    const { code, err } = await run(['catalogue', 'import', name], { folder });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('c.csv: line 4: “事项”是空的；请填上'),
      expect.stringContaining('c.csv: line 6: “事项”有17个字；最多16个字'),
      expect.stringContaining('c.csv: line 6: “时限”写着“马上”；请写急办、限时、一般、疑难之一，或留空'),
    ]);
    file('c.csv', `${HEADING}\n${LEGAL}\n`);
    expect((await run(['catalogue', 'import', name], { folder })).out).toContain('第1版');
  });

  test.each([
    [`${HEADING}\n${LEGAL.replace('彭浦街道', '没有街道')}\n`, 'line 2: “单位”“没有街道”没有登记'],
    [`${HEADING}\n`, 'line 1: 表头下面没有内容'],
    ['单位,事项\n彭浦街道,法律咨询\n', 'line 1: 没有“时间”“地点”“联系人”一列；表头是：单位、服务线'],
  ])('refuses a table that cannot be (%#)', async (text, fault) => {
    const { code, err } = await run(['catalogue', 'import', file('c.csv', text)], { folder });
    expect(code).toBe(1);
    expect(err).toContain(fault);
  });
});

describe.each([
  ['catalogue', '彭浦街道：服务清单第1版，2项\n'],
  ['agreement', '彭浦青年之家：联系约定第1版\n'],
  ['routes', '彭浦街道：1个去处\n'],
])('the template of %s', (kind, imported) => {
  test.each(['t.csv', 't.xlsx'])('%s is read back, and the second time changes nothing', async name => {
    expect(await run([kind, 'template', '--out', name], { folder })).toMatchObject({ code: 0 });
    expect(await run([kind, 'import', name], { folder })).toMatchObject({ code: 0, err: '', out: imported });
    expect((await run([kind, 'import', name], { folder })).out).toContain('没有变化');
  });

  test('is printed where no file is named', async () => {
    expect((await run([kind, 'template'], { folder })).out).toContain('请删掉');
  });
});

test('a group twice in one table of agreements is refused', async () => {
  const row = '彭浦青年之家,本群邻居,群里说,就业,工作日\n';
  const name = file('a.csv', `群,联系谁,怎么联系,服务什么,什么时间\n${row}${row}`);
  const { code, err } = await run(['agreement', 'import', name], { folder });
  expect(code).toBe(1);
  expect(err).toContain('line 3: “群”和第2行一样；一个只写一行');
});

test('a place twice in one table of routes is refused', async () => {
  const row = '彭浦街道,援助站,服务站,维权,,,,\n';
  const name = file('r.csv', `单位,名称,类型,服务线,关键词,电话,地点,时间\n${row}${row}`);
  const { code, err } = await run(['routes', 'import', name], { folder });
  expect(code).toBe(1);
  expect(err).toContain('line 3: “名称”和第2行一样');
});

test.each([
  ['彭浦街道,援助站,机构,维权,,,,\n', '“类型”写着“机构”；请写服务站、专家、志愿者之一'],
  ['彭浦街道,援助 站,专家,维权,,,,\n', '“名称”里有空格'],
  ['彭浦街道,小屋,志愿者,,,,,\n', '“关键词”和“服务线”都是空的'],
  ['彭浦街道,小屋,志愿者,维权,,找老王,,\n', '“电话”写着“找老王”；请只写号码'],
])('a route that leads nowhere is refused (%#)', async (row, fault) => {
  const name = file('r.csv', `单位,名称,类型,服务线,关键词,电话,地点,时间\n${row}`);
  const { code, err } = await run(['routes', 'import', name], { folder });
  expect(code).toBe(1);
  expect(err).toContain(`line 2: ${fault}`);
});

const CALENDAR = `- unit: 彭浦街道
  hours: ["8:30-11:30", "14:00-18:00"]
  off: ["2026-12-25"]
  on: ["2026-11-28"]
`;

describe('calendar import', () => {
  test('lays down hours and days that calendar show tells, and changes nothing the second time', async () => {
    const name = file('c.yaml', CALENDAR);
    const first = await run(['calendar', 'import', name], { folder });
    expect(first).toMatchObject({ code: 0, out: '彭浦街道：工作日历第1版，从现在起算\n' });
    expect((await run(['calendar', 'import', name], { folder })).out).toBe('工作日历没有变化\n');
    expect((await run(['calendar', 'show'], { folder })).out.trim().split('\n').sort()).toEqual([
      '彭浦街道：8:30-11:30 14:00-18:00，另休2026-12-25，另上班2026-11-28',
      '静安区：9:00-12:00 13:30-17:00',
    ]);
    const { out } = await run(['calendar', 'show', '--unit', '彭浦街道', '--json'], { folder });
    expect(JSON.parse(out)).toMatchObject([{ unit: '彭浦街道', calendar: { on: ['2026-11-28'] } }]);
  });

  test.each([
    ['- unit: 没有街道\n  hours: ["9:00-12:00"]\n', '“unit”“没有街道”没有登记'],
    ['- unit: 彭浦街道\n  hours: ["12:00-9:00"]\n', 'line 2: hours: 要早的在前'],
    ['- unit: 彭浦街道\n  hours: ["九点到十二点"]\n', '写成 "9:00-12:00"'],
    ['- unit: 彭浦街道\n  hours: ["9:00-12:00", "11:00-17:00"]\n', '要按先后写，不能重叠'],
    ['- unit: 彭浦街道\n  hours: []\n', '至少写一段'],
    ['- unit: 彭浦街道\n  hours: ["9:00-12:00"]\n  off: ["2026-02-30"]\n', '要真有这一天'],
    [CALENDAR.replace('2026-11-28', '2026-12-25'), '又写在 off 又写在 on'],
    [CALENDAR + CALENDAR, '同一个单位写了两次'],
    [CALENDAR.replace('off:', 'offs:'), 'line 1: '],
    ['unit: 彭浦街道\n', '写成一列，每个单位一项'],
    ['- unit: 彭浦街道\n hours: [\n', 'is not YAML'],
  ])('refuses what cannot be a calendar (%#)', async (text, fault) => {
    const { code, err } = await run(['calendar', 'import', file('c.yaml', text)], { folder });
    expect(err).toContain(fault);
    expect(code).toBe(1);
    expect((await run(['calendar', 'show', '--unit', '彭浦街道'], { folder })).out).toContain(
      '9:00-12:00 13:30',
    );
  });

  test('of one wrong unit takes none of the others', async () => {
    const name = file('c.yaml', `${CALENDAR}- unit: 没有街道\n  hours: ["9:00-12:00"]\n`);
    expect(await run(['calendar', 'import', name], { folder })).toMatchObject({ code: 1 });
    expect((await run(['calendar', 'show'], { folder })).out).not.toContain('8:30');
  });
});
