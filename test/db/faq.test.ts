import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { addVersion, faqRevision, importFaq, ownFaq, versionsOf } from '../../db/faq.ts';
import { saveAnswer, saveVerdict, verdictsOn } from '../../db/faq-answers.ts';
import {
  addCandidate,
  candidatesOfUnit,
  decideCandidate,
  forgetCandidates,
  pendingCandidates,
} from '../../db/faq-candidates.ts';
import { asEntry } from '../../src/faq/merge-entries.ts';
import { openTestDb } from '../support/open-test-db.ts';
import { ENTRY } from '../support/world.ts';

const NOW = new Date('2026-11-24T10:00:00+08:00');
const LONG_AGO = new Date('2026-01-01T00:00:00+08:00');
const CANDIDATE = {
  unitId: 'u',
  question: '轮椅去哪里充气',
  answer: null,
  source: 'cluster' as const,
  messageIds: ['m1', 'm2'],
  askedTimes: 2,
  entryId: null,
  trace: 't',
};

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
});
afterEach(() => open.close());

it('every change of an entry has a version and a revision of its own, and an unchanged import has none', async () => {
  const { db } = open;
  expect(await faqRevision(db)).toBe(0);
  expect(await importFaq(db, [ENTRY])).toEqual({ added: 1, changed: 0, same: 0 });
  expect(await importFaq(db, [ENTRY])).toEqual({ added: 0, changed: 0, same: 1 });
  expect(await faqRevision(db)).toBe(1);
  await db.transaction(tx => addVersion(tx, ENTRY, { learned: ['打哪个号'] }));
  expect(await importFaq(db, [ENTRY])).toEqual({ added: 0, changed: 0, same: 1 });
  expect(await importFaq(db, [{ ...ENTRY, answer: '打12355。' }])).toMatchObject({ changed: 1 });
  const [own] = await ownFaq(db);
  expect(own && asEntry(own).phrasings).toContain('打哪个号');
  expect((await versionsOf(db, ENTRY.id)).map(each => each.version)).toEqual([3, 2, 1]);
  expect(await faqRevision(db)).toBe(3);
});

it('an entry of the program keeps its first version beside what was learned', async () => {
  const { db } = open;
  await db.transaction(tx => addVersion(tx, ENTRY, { learned: ['打哪个号'] }));
  expect(await ownFaq(db)).toMatchObject([{ version: 2, origin: 'program', phrasings: ENTRY.phrasings }]);
  expect(await versionsOf(db, ENTRY.id)).toHaveLength(2);
});

it('a withdrawn entry stays withdrawn when the same file is imported again, and not when its answer is mended', async () => {
  const { db } = open;
  await importFaq(db, [ENTRY]);
  await db.transaction(tx => addVersion(tx, ENTRY, { status: 'withdrawn' }));
  await importFaq(db, [ENTRY]);
  expect((await ownFaq(db))[0]?.status).toBe('withdrawn');
  await importFaq(db, [{ ...ENTRY, answer: '打12355，免费。' }]);
  expect((await ownFaq(db))[0]?.status).toBe('verified');
});

it('verdicts outlive a learned phrasing, and end with the answer they were about', async () => {
  const { db } = open;
  await importFaq(db, [ENTRY]);
  const say = async (messageId: string, entryVersion: number) => {
    const answer = { messageId, askedId: messageId, groupId: null, entryId: ENTRY.id, entryVersion };
    await saveAnswer(db, { ...answer, confidence: 0.9, at: NOW });
    await saveVerdict(db, messageId, 'useless', NOW);
    await saveVerdict(db, messageId, 'useless', NOW);
  };
  const current = async () => {
    const [own] = await ownFaq(db);
    return verdictsOn(db, own ? asEntry(own) : ENTRY, LONG_AGO);
  };
  await say('m1', 1);
  await db.transaction(tx => addVersion(tx, ENTRY, { learned: ['打哪个号'] }));
  await say('m2', 2);
  expect(await current()).toEqual({ useful: 0, useless: 2 });
  expect(await verdictsOn(db, { ...ENTRY, version: 2 }, NOW)).toEqual({ useful: 0, useless: 0 });
  await importFaq(db, [{ ...ENTRY, answer: '打12355，免费。' }]);
  expect(await current()).toEqual({ useful: 0, useless: 0 });
});

it('a candidate has a number of its own, and one decision', async () => {
  const { db } = open;
  expect(await db.transaction(tx => addCandidate(tx, CANDIDATE, NOW))).toBe(1);
  expect(await db.transaction(tx => addCandidate(tx, { ...CANDIDATE, unitId: 'v' }, NOW))).toBe(2);
  const [first] = await candidatesOfUnit(db, 'u');
  const decide = (state: 'approved' | 'dismissed') =>
    decideCandidate(db, first?.id ?? '', { state, by: 'p', at: NOW });
  expect([await decide('dismissed'), await decide('approved')]).toEqual([true, false]);
  expect((await pendingCandidates(db)).map(each => each.number)).toEqual([2]);
});

it('the words of a candidate nobody approved go when their retention ends', async () => {
  const { db } = open;
  await db.transaction(tx => addCandidate(tx, CANDIDATE, LONG_AGO));
  await db.transaction(tx => addCandidate(tx, CANDIDATE, NOW));
  expect(await forgetCandidates(db, new Date(NOW.getTime() - 1), NOW)).toBe(1);
  expect(await forgetCandidates(db, new Date(NOW.getTime() - 1), NOW)).toBe(0);
  expect((await candidatesOfUnit(db, 'u')).map(each => [each.state, each.question])).toEqual([
    ['dismissed', '（已过保存期）'],
    ['pending', CANDIDATE.question],
  ]);
});
