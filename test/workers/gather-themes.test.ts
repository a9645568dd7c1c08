import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../db/archive-import.ts';
import type { OpenDb } from '../../db/connect.ts';
import { erasePerson } from '../../db/erase-person.ts';
import { addExample } from '../../db/examples.ts';
import { recallMessage } from '../../db/messages.ts';
import { themes } from '../../db/schema.ts';
import { themesOf } from '../../db/themes.ts';
import { parseLine } from '../../src/archive/parse-line.ts';
import { readConfig } from '../../src/config.ts';
import { gatherThemes } from '../../workers/jobs/gather-themes.ts';
import { jobs } from '../../workers/jobs/index.ts';
import { judging } from '../support/archive-paths.ts';
import { openTestDb } from '../support/open-test-db.ts';

const WEEK = '2026-W47';
const MONDAY = new Date('2026-11-23T01:30:00+08:00');
const TEXTS = [
  '请问老楼加装电梯怎么申请？',
  '加装电梯一楼不同意怎么办？',
  '加装电梯要几户签字才行？',
  '请问加装电梯每户要出多少钱？',
  '加装电梯的方案在哪里看？',
];

/** A street of one group per kind; everybody asks once, in the group named. */
function archiveOf(asked: readonly { group: string; text: string }[]) {
  const unit = (id: string, parent: string | null) => ({
    type: 'unit',
    id,
    name: id,
    parent,
    level: 'street',
    line: '',
  });
  const group = (id: string, kind: string, own: string) => ({
    type: 'group',
    id,
    name: id,
    unit: own,
    kind,
    size: 60,
  });
  const lines = [
    unit('u0', null),
    unit('u1', 'u0'),
    unit('u2', 'u0'),
    ...asked.map((_, n) => ({ type: 'person', id: `p${n}`, name: `邻居${n}`, role: 'member' })),
    group('g1', 'grassroots', 'u1'),
    group('g2', 'grassroots', 'u2'),
    group('g3', 'office', 'u1'),
    ...asked.map((each, n) => ({
      type: 'message',
      id: `m${n}`,
      group: each.group,
      sender: `p${n}`,
      sentAt: `2026-11-18T0${n}:00:00Z`,
      text: each.text,
    })),
  ];
  return lines.map(line => {
    const parsed = parseLine(JSON.stringify(line));
    if ('fault' in parsed) throw new Error(parsed.fault);
    return parsed.line;
  });
}

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
});
afterEach(() => open.close());

const bringIn = (asked: readonly { group: string; text: string }[]) =>
  importArchive(open.db, archiveOf(asked), { now: MONDAY, ...judging, bindTo: null });
const run = (now = MONDAY) =>
  gatherThemes.run({
    db: open.db,
    now,
    clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    config: readConfig({}),
    scrub: open.scrub,
    drawDigest: () => Promise.reject(new Error('nothing is drawn here')),
  });
const inGroup = (group: string) => TEXTS.map(text => ({ group, text }));

describe('themes gathered on Monday', () => {
  it('are kept for the unit and for those above, before the digest is sent', async () => {
    await bringIn(inGroup('g1'));
    expect(await run()).toEqual({ themes: 2 });
    expect(await themesOf(open.db, 'u1', WEEK)).toMatchObject([{ topic: '加装电梯', persons: 5, needs: 5 }]);
    expect(await themesOf(open.db, 'u0', WEEK)).toHaveLength(1);
    expect(await themesOf(open.db, 'u2', WEEK)).toEqual([]);
    const names = jobs.map(job => job.name);
    expect(names.indexOf('gather-themes')).toBeLessThan(names.indexOf('send-digests'));
    expect(names.indexOf('gather-themes')).toBeGreaterThan(names.indexOf('fold-days'));
  });

  it('are the same rows when the job runs again, later, or after the words are gone', async () => {
    await bringIn(inGroup('g1'));
    await run();
    const rows = () => open.db.select().from(themes).orderBy(themes.unitId, themes.position);
    const before = await rows();
    await run();
    await recallMessage(open.db, 'g1', 'm0', MONDAY);
    await run(new Date('2026-11-24T01:30:00+08:00'));
    expect(await rows()).toEqual(before);
  });

  it('are added up over the groups below, and nothing is kept of a unit with fewer than five', async () => {
    await bringIn([...inGroup('g1').slice(0, 3), ...inGroup('g2').slice(3)]);
    await run();
    expect(await themesOf(open.db, 'u1', WEEK)).toEqual([]);
    expect(await themesOf(open.db, 'u2', WEEK)).toEqual([]);
    expect(await themesOf(open.db, 'u0', WEEK)).toMatchObject([{ persons: 5, personsBefore: null }]);
  });

  it('are not made of what staff say among themselves', async () => {
    await bringIn(inGroup('g3'));
    expect(await run()).toEqual({ themes: 0 });
  });

  it('quote a member who let others read it, and no more once that member is gone', async () => {
    await bringIn(inGroup('g1'));
    const need = '加装电梯一楼不同意怎么办';
    const at = new Date('2026-11-17T00:00:00+08:00');
    const example = { id: 'e1', need, done: '居委会上门做了三次协调', unitId: 'u1', line: null, at };
    await addExample(open.db, example);
    await run();
    expect(await themesOf(open.db, 'u1', WEEK)).toMatchObject([{ quote: need, quoteOfId: 'e1' }]);
    await open.db.transaction(tx => erasePerson(tx, { id: 'p1', goneId: 'gone-1', names: [] }, MONDAY));
    expect(await themesOf(open.db, 'u1', WEEK)).toMatchObject([
      { topic: '加装电梯', persons: 5, quote: null, quoteOfId: null },
    ]);
  });
});
