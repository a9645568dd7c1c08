import { expect, test } from 'vitest';
import { createUnitAnalysing } from '../../../src/analysis/analyze-units.ts';
import { definedIds, definitionOf } from '../../../src/definitions/index.ts';
import { explainUnit } from '../../../src/explain/explain-unit.ts';
import { everyKind } from '../../support/unit-groups.ts';

const UNITS = [
  { id: 'u0', name: '区', parentId: null },
  { id: 'u1', name: '甲街道', parentId: 'u0' },
  { id: 'u2', name: '乙街道', parentId: 'u0' },
];
const COUNTED = everyKind(['u1', 'u2']);
const analysing = createUnitAnalysing(UNITS);
for (const { analysis, persons } of COUNTED) analysing.push(analysis, persons);
const [district, ...streets] = analysing.done();
const below = { groups: COUNTED.map(each => each.analysis), units: streets };

const explain = (id: string) => {
  const definition = definitionOf(id);
  if (!definition || !district) throw new Error(id);
  return explainUnit(district, below, definition);
};

test('a unit’s count is the sum over the rows of its groups that add to it', () => {
  for (const [id, names] of [
    ['M1', ['messages']],
    ['M2', ['needs', 'needsHelped', 'confirmed']],
    ['M3', ['messages', 'activeDays']],
    ['M6', ['cadrePosts', 'memberMessages', 'bursts', 'echoedBursts']],
    ['M7', ['needs', 'answered']],
    ['M9', ['answered', 'byVolunteer']],
    ['M10', ['exchanges', 'withUnknown']],
    ['M12', ['closed', 'selfClosed']],
    ['M13', ['closed', 'visited']],
  ] as const) {
    const { value, rows, numbers } = explain(id);
    const adding = rows.filter(row => row['adds']);
    for (const name of names)
      expect(value?.[name]).toBe(adding.reduce((sum, row) => sum + Number(row[name]), 0));
    expect(numbers).not.toMatch(/[{[]/);
  }
});

test('the groups stand in the order of their ids, unknown ones among them, and never in that of a number', () => {
  const { rows } = explain('M2');
  const ids = rows.map(row => String(row['group']));
  expect(ids).toEqual([...ids].sort());
  expect(rows).toHaveLength(COUNTED.length);
  expect(rows.some(row => row['state'] === 'unknown' && row['adds'] === false)).toBe(true);
});

test('of a group’s finding it counts in how many groups, of its own it shows the units below', () => {
  const { value, rows } = explain('cadre-silent');
  expect(value).toMatchObject({ groups: COUNTED.length, found: rows.filter(row => row['found']).length });
  expect(Number(value?.['found'])).toBeGreaterThan(0);
  const imbalance = explain('unit-imbalance');
  expect(imbalance.rows.map(row => row['unit'])).toEqual(['u1', 'u2']);
  expect(imbalance.value).toMatchObject({ verdict: 'nothing found' });
});

test('a unit has no score in a dimension: that would rank it', () => {
  for (const id of ['R', 'I', 'E', 'C', 'S', 'T']) expect(explain(id).value).toBeNull();
});

test('everything that is defined is explained of a unit as well', () => {
  for (const id of definedIds()) expect(explain(id)).toMatchObject({ of: 'unit', id: 'u0', measure: id });
});
