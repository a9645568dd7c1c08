import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { ARCHETYPES, AS_OF, communityOf, historyOf, startScript } from '../../support/communities.ts';
import { FORMAL_GROUPS } from '../../support/formal-groups.ts';
import { RELATION_GROUPS } from '../../support/relation-groups.ts';

const NOT_DETECTORS = ['define', 'index', 'act-day', 'pace', 'unanswered'];
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

/** Groups that fail, each named after the detector that must find it. */
const FAILING = Object.entries({ ...RELATION_GROUPS, ...FORMAL_GROUPS });
const SEEDS = Array.from({ length: 15 }, (_, seed) => seed + 1);

const failing = FAILING.flatMap(([name, make]) =>
  SEEDS.map(seed => {
    const script = startScript(seed);
    return { name, seed, analysis: analyzeGroup(historyOf(script, make(script)), AS_OF) };
  }),
);
const everyFinding = [
  ...Object.keys(ARCHETYPES).flatMap(name => SEEDS.map(seed => analyzeGroup(communityOf(name, seed), AS_OF))),
  ...failing.map(({ analysis }) => analysis),
].flatMap(analysis => analysis.findings);

test('every failing group is found by the detector it is named after', () => {
  const missed = failing.filter(
    ({ name, analysis }) => !analysis.findings.some(finding => finding.detector === name),
  );
  expect(missed.map(({ name, seed }) => `${name} ${seed}`)).toEqual([]);
});

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
