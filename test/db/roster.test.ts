import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { cadresOf, leadersOf, unreachableStaff } from '../../db/people.ts';
import { importRoster } from '../../db/roster-in.ts';
import { groups } from '../../db/schema.ts';
import type { RosterRow } from '../../src/archive/roster-sheet.ts';
import { openTestDb } from '../support/open-test-db.ts';

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
});
afterEach(() => open.close());

const NOW = new Date('2026-11-24T02:00:00Z');
const row = (name: string, role: RosterRow['role'], named: string[]): RosterRow => ({
  n: 2,
  id: null,
  name,
  role,
  groups: named,
  unit: '彭浦镇团委',
  parentUnit: '静安区团委',
  target: null,
});
const ROSTER = [
  row('王芳', 'cadre-full-time', ['青年之家', '妈妈群']),
  row('李强', 'cadre-part-time', []),
  row('陈静', 'leader', []),
];

function bringIn() {
  let made = 0;
  return open.db.transaction(tx =>
    importRoster(tx, ROSTER, NOW, () => `CODE${String(++made).padStart(4, '0')}`),
  );
}

it('a roster brings in who serves which group, with one code for each that must be bound', async () => {
  const done = await bringIn();
  expect(done).toMatchObject({ people: 3, groups: 2, units: 2 });
  expect(done.codes.map(code => code.name).sort()).toEqual(['妈妈群', '李强', '王芳', '陈静', '青年之家']);
  for (const group of await open.db.select().from(groups)) {
    expect(group.boundAt).toBeNull();
    expect((await cadresOf(open.db, group.id)).map(cadre => cadre.name).sort()).toEqual(['李强', '王芳']);
    expect((await leadersOf(open.db, group.unitId)).map(leader => leader.name)).toEqual(['陈静']);
  }
  expect((await unreachableStaff(open.db)).length).toBe(3);
});

it('the same roster twice changes nothing and gives no new code', async () => {
  await bringIn();
  expect(await bringIn()).toEqual({ people: 0, groups: 0, units: 0, codes: [] });
});
