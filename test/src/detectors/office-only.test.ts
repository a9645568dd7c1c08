import { expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { officeOnly } from '../../../src/detectors/office-only.ts';
import type { GroupKind, PersonRole } from '../../../src/people.ts';
import { startOfDay } from '../../../src/time.ts';
import { AS_OF, historyOf, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const roles = new Map<string, PersonRole>([
  ['c1', 'cadre-full-time'],
  ['o1', 'cadre-part-time'],
  ['l1', 'leader'],
  ['m1', 'member'],
  ['x1', 'unknown'],
]);
const linked = (personId: string) => ({ cadreId: 'c1', personId, from: startOfDay('2026-01-01'), to: null });
const visited = (personId: string) => ({
  cadreId: 'c1',
  personId,
  at: startOfDay('2026-06-01'),
  way: 'visit' as const,
  acknowledged: true,
});
const office = (more: Partial<GroupHistory> = {}, ...kinds: GroupKind[]): Partial<GroupHistory> => ({
  roles,
  elsewhere: { kinds: kinds.length > 0 ? kinds : ['office', 'office'], fingerprints: [] },
  ...more,
});
const detect = (more: Partial<GroupHistory>) => detectIn(officeOnly, startScript(1), more);

test('a cadre whose groups are offices and who is linked to and visits staff only is found', () => {
  expect(detect(office({ links: [linked('o1')], contacts: [visited('l1'), visited('o1')] }))).toEqual({
    severity: 'warn',
    evidence: { officeGroups: 2, contacts: 2 },
    prescription:
      '2个群都是机关群，联系和走访的2位里没有群众。周一（31日）前到一个社区群里，当面认识5位群众。',
  });
  expect(detect(office())).toMatchObject({
    evidence: { officeGroups: 2, contacts: 0 },
    prescription: '2个群都是机关群，也没有登记联系哪位群众。周一（31日）前到一个社区群里，当面认识5位群众。',
  });
});

test('one neighbourhood group, one linked member or one visit to a member is enough', () => {
  expect(detect(office({}, 'office', 'grassroots'))).toBeNull();
  expect(detect(office({ links: [linked('o1'), linked('m1')] }))).toBeNull();
  expect(detect(office({ contacts: [visited('m1'), visited('x1')] }))).toBeNull();
});

test('a visited person of unknown role may be one of the people: nothing can be said', () => {
  expect(detect(office({ contacts: [visited('x1')] }))).toBe('no-data');
  expect(detect(office({ contacts: [visited('nobody')] }))).toBe('no-data');
  expect(detect(office({ cadreIds: [] }))).toBe('no-data');
});

test('it looks at office groups, which nothing else judges', () => {
  const history = historyOf(startScript(1), office());
  const exempt = { ...history, group: { ...history.group, kind: 'office' as const } };
  const { state, findings } = analyzeGroup(exempt, AS_OF);
  expect(state).toBe('exempt');
  expect(findings.map(finding => finding.detector)).toEqual(['office-only']);
});
