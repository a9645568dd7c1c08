import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { ARCHETYPES, AS_OF, communityOf } from '../../support/communities.ts';

const NOT_DETECTORS = ['define', 'index', 'act-day', 'unanswered'];
const folder = new URL('../../../src/detectors/', import.meta.url);

test('every file of the folder is listed, and carries the name of its detector', () => {
  const files = readdirSync(folder).map(file => file.replace('.ts', ''));
  expect(detectors.map(detector => detector.name).sort()).toEqual(
    files.filter(file => !NOT_DETECTORS.includes(file)).sort(),
  );
});

test('every detector quotes what the speech says and names the failure', () => {
  for (const { quotation, title } of detectors) {
    expect(quotation.number).toMatch(/^F\d+$/);
    expect(quotation.words.length).toBeGreaterThanOrEqual(4);
    expect(title).toMatch(/\p{Script=Han}{4}/u);
  }
});

const COUNTED = ['size', 'needs', 'help'];
/** The whole numbers and kinds that a finding rests on; shares follow from them. */
const groundsOf = (evidence: Record<string, unknown>): string =>
  JSON.stringify(
    Object.entries(evidence).filter(
      ([name, value]) => !COUNTED.includes(name) && (Number.isInteger(value) || typeof value === 'string'),
    ),
  );

const everyFinding = Object.keys(ARCHETYPES).flatMap(name =>
  Array.from({ length: 15 }, (_, seed) => analyzeGroup(communityOf(name, seed + 1), AS_OF)).flatMap(
    analysis => analysis.findings,
  ),
);

test('every prescription is short, says when, and names nobody', () => {
  expect(everyFinding.length).toBeGreaterThan(100);
  for (const { prescription } of everyFinding) {
    expect(prescription.length).toBeLessThanOrEqual(60);
    expect(prescription).toMatch(/周[一二三四五]（\d+日）/);
    expect(prescription).not.toMatch(/[cp]\d|楼|彭浦|没人管|失职|批评/);
  }
});

test('groups with different evidence are told different things, with the same the same', () => {
  for (const { name } of detectors) {
    const own = everyFinding.filter(finding => finding.detector === name);
    const said = new Map(own.map(({ evidence, prescription }) => [groundsOf(evidence), prescription]));
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(said.values()).size).toBe(said.size);
  }
});
