import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewGroup } from '../../../src/analysis/analyze-group.ts';
import { METRICS_VERSION } from '../../../src/analysis/group-analysis.ts';
import { withLimits, withValues } from '../../../src/definitions/fill.ts';
import {
  DETECTOR_DEFINITIONS,
  DIMENSION_DEFINITIONS,
  definitionOf,
  MEASURE_DEFINITIONS,
} from '../../../src/definitions/index.ts';
import { definitionsPage } from '../../../src/definitions/page.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { unitDetectors } from '../../../src/unit-detectors/index.ts';
import { createUnitTally } from '../../../src/units/tally.ts';
import { AS_OF, communityOf } from '../../support/communities.ts';

const ALL = [...MEASURE_DEFINITIONS, ...DIMENSION_DEFINITIONS, ...DETECTOR_DEFINITIONS];

test('every measure, every dimension and every detector is defined once, under its own title', () => {
  expect(MEASURE_DEFINITIONS.map(term => term.id)).toEqual(
    Array.from({ length: 20 }, (_, at) => `M${at + 1}`),
  );
  expect(DIMENSION_DEFINITIONS.map(term => term.id)).toEqual(['R', 'I', 'E', 'C', 'S', 'T']);
  const found = [...detectors, ...unitDetectors].map(({ name, title }) => [name, title]);
  expect(DETECTOR_DEFINITIONS.map(({ id, name }) => [id, name]).sort()).toEqual(found.sort());
});

test('every definition speaks plain Chinese, carries its source and version, and its limits exist', () => {
  for (const term of ALL) {
    expect(term.version).toBe(METRICS_VERSION);
    for (const text of [term.says, term.saysNot, term.worry, term.act, term.formula, term.source]) {
      expect(withLimits(text)).toMatch(/\p{Script=Han}{2}|M\d/u);
      expect(withLimits(text)).not.toMatch(/[[\]！]|undefined/);
    }
  }
  expect(() => withLimits('[cadreVoice.nothing]')).toThrow('no such threshold');
});

test('the numbers put into a formula are values of the measure, of a group and of a unit', () => {
  const { analysis } = viewGroup(communityOf('healthy', 1), AS_OF);
  const tally = createUnitTally();
  tally.add(analysis, null);
  const unit = tally.done();
  const namesIn = (template: string | null) =>
    [...(template ?? '').matchAll(/\{([\w-]+)%?\}/gu)].map(([, name]) => name);
  for (const { id, ofGroup, ofUnit } of MEASURE_DEFINITIONS) {
    expect(Object.keys(analysis.measures[id] ?? {})).toEqual(expect.arrayContaining(namesIn(ofGroup)));
    expect(Object.keys(unit.measures[id] ?? {})).toEqual(expect.arrayContaining(namesIn(ofUnit)));
    expect(namesIn(ofGroup).length).toBeGreaterThan(0);
    expect(namesIn(ofUnit).length).toBeGreaterThan(0);
  }
});

test('shares are said in a hundred, what is not known as 未知', () => {
  expect(withLimits('占到[relay.share%]，[relay.leastAnswered]件')).toBe('占到80%，5件');
  expect(withValues('{share%}、{median}、{state}', { share: 0.4255, median: null, state: 'cold' })).toBe(
    '42.55%、未知、cold',
  );
});

test('a number is found by any of its words, in any letters', () => {
  for (const [typed, id] of [
    ['m7', 'M7'],
    ['state', 'M4'],
    ['regular', 'R'],
    ['t', 'T'],
    ['Cadre-Silent', 'cadre-silent'],
    ['unit-imbalance', 'unit-imbalance'],
  ] as const)
    expect(definitionOf(typed)?.id).toBe(id);
  expect(definitionOf('M21')).toBeUndefined();
});

test('docs/metrics.md says what the definitions say', () => {
  const page = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
  expect(page.endsWith(`${definitionsPage()}\n`), 'run npm run docs:metrics').toBe(true);
});
