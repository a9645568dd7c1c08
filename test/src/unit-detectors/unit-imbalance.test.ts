import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { UnitAnalysis } from '../../../src/analysis/group-analysis.ts';
import { unitDetectors } from '../../../src/unit-detectors/index.ts';
import { unitImbalance } from '../../../src/unit-detectors/unit-imbalance.ts';
import { createUnitTally } from '../../../src/units/tally.ts';

/** A unit with so many red groups of so many judged ones, beside some unknown. */
const unit = (red: number, judged: number, unknown = 0): UnitAnalysis => ({
  unitId: 'u',
  name: '居委',
  metrics: '1',
  ...createUnitTally().done(),
  groups: judged + unknown,
  judged,
  red,
  green: judged - red,
  grey: unknown,
  notEvaluated: [],
  findings: [],
});
const detect = (...below: UnitAnalysis[]) =>
  unitImbalance.detect({ unit: unit(0, 0), below, day: '2026-11-22' });

test('units of which one has nearly no red group and one nearly only such are found, and none is named', () => {
  const found = detect(unit(0, 10), unit(1, 10), unit(9, 10), unit(10, 10));
  expect(found).toMatchObject({
    evidence: {
      units: 4,
      low: expect.closeTo(0.03),
      high: expect.closeTo(0.97),
      spread: expect.closeTo(0.94),
    },
    prescription: '下属4个单位里，红色群的占比低的约3%，高的约97%。周二（24日）前结成对子，互相看一次。',
  });
  expect(JSON.stringify(found)).not.toContain('居委');
});

test('half a hundred points apart is not more than half a hundred', () => {
  expect(detect(unit(0, 5), unit(5, 8))).toBeNull();
  expect(detect(unit(0, 8), unit(5, 8))).toBeNull();
  expect(detect(unit(0, 8), unit(6, 8))).toMatchObject({ evidence: { spread: expect.closeTo(0.6) } });
});

test('a unit of four groups is not compared, and without two larger ones there is nothing to say', () => {
  expect(detect(unit(0, 10), unit(4, 4))).toBeNull();
  expect(detect()).toBeNull();
});

test('groups that are unknown leave it undecided, not well', () => {
  expect(detect(unit(0, 10), unit(4, 4, 6))).toBe('no-data');
});

test('every file of the folder is listed, and quotes the speech', () => {
  const folder = new URL('../../../src/unit-detectors/', import.meta.url);
  const files = readdirSync(folder)
    .map(file => file.replace('.ts', ''))
    .filter(file => file !== 'define' && file !== 'index');
  expect(unitDetectors.map(detector => detector.name)).toEqual(files);
  for (const { quotation } of unitDetectors) expect(quotation.number).toMatch(/^F\d+$/);
});
