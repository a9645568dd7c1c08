import { expect, test } from 'vitest';
import { describeGroups } from '../../../src/archive/describe-groups.ts';
import type { ArchiveLine, LineOf } from '../../../src/archive/line.ts';
import { createSurvey } from '../../../src/archive/survey.ts';
import type { GroupKind, PersonRole } from '../../../src/people.ts';

const group = (id: string, kind: GroupKind, ...cadres: string[]): LineOf<'group'> => ({
  type: 'group',
  id,
  name: id,
  unit: 'u',
  kind,
  size: 10,
  createdAt: null,
  cadres,
  serviceLines: [],
});
const person = (id: string, role: PersonRole): LineOf<'person'> => ({
  type: 'person',
  id,
  name: id,
  role,
  contact: false,
});

function describeOf(lines: readonly ArchiveLine[]) {
  const survey = createSurvey();
  for (const line of lines) survey.push(line);
  return describeGroups(survey.done());
}

test('a group that two cadres look after together is one of their groups, not two', () => {
  const [first, second] = describeOf([
    group('g1', 'office', 'c1', 'c2'),
    group('g2', 'grassroots', 'c2'),
    person('c1', 'cadre-full-time'),
    person('c2', 'cadre-full-time'),
  ]);
  expect(first?.elsewhere.kinds).toEqual(['office', 'grassroots']);
  expect(second?.elsewhere.kinds).toEqual(['office', 'grassroots']);
});

test('the role of somebody who was only visited is known too', () => {
  const at = new Date('2026-11-02T01:00:00Z');
  const [described] = describeOf([
    group('g1', 'office', 'c1'),
    person('c1', 'cadre-full-time'),
    person('p1', 'member'),
    { type: 'contact', cadre: 'c1', person: 'p1', at, way: 'visit', acknowledged: false },
  ]);
  expect(described?.roles.get('p1')).toBe('member');
});
