import { describe, expect, it, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import type { GroupAnalysis } from '../../../src/analysis/group-analysis.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { STATE_WORDS } from '../../../src/digest/state-words.ts';
import { analysisPage } from '../../../src/pages/analysis-page.ts';
import { missingFor } from '../../../src/pages/missing-data.ts';
import { whyState } from '../../../src/pages/why-state.ts';
import { ARCHETYPES, AS_OF, communityOf } from '../../support/communities.ts';

const analysed = (archetype: string, name = archetype): GroupAnalysis => ({
  ...analyzeGroup(communityOf(archetype, 11), AS_OF),
  name,
});

const pageOf = (groups: GroupAnalysis[]): string =>
  analysisPage({ asOf: AS_OF, groups, units: [{ name: '静安区团委', groups, findings: [] }] });

const all = () => Object.keys(ARCHETYPES).map(archetype => analysed(archetype));

test('a page needs nothing else: no address, no script, no picture from elsewhere', () => {
  const page = pageOf(all());
  expect(page).not.toMatch(/https?:|<script|<link|<img|@import|url\(/iu);
  expect([...page.matchAll(/href="([^"]*)"/gu)].every(([, href]) => /^#g\d+$/u.test(href ?? ''))).toBe(true);
});

test('every link of the page leads to a card of it', () => {
  const page = pageOf(all());
  const links = [...page.matchAll(/href="#([^"]*)"/gu)].map(match => match[1]);
  const cards = [...page.matchAll(/class="group" id="([^"]*)"/gu)].map(match => match[1]);
  expect(links.toSorted()).toEqual(cards.toSorted());
});

test('groups stand in the order of the archive, whatever their state', () => {
  const healthyFirst = pageOf([analysed('healthy', '甲群'), analysed('cold', '乙群')]);
  const coldFirst = pageOf([analysed('cold', '乙群'), analysed('healthy', '甲群')]);
  expect(healthyFirst.indexOf('甲群')).toBeLessThan(healthyFirst.indexOf('乙群'));
  expect(coldFirst.indexOf('乙群')).toBeLessThan(coldFirst.indexOf('甲群'));
});

test('a name that looks like markup stays a name', () => {
  const page = pageOf([analysed('healthy', '<script>alert(1)</script>&"群"')]);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;群&quot;');
  expect(page).not.toContain('<script>');
});

describe.each(Object.keys(ARCHETYPES))('of a group that is %s', archetype => {
  const group = analysed(archetype);
  const page = pageOf([group]);

  it('state, reason and what to do are on the page', () => {
    expect(page).toContain(STATE_WORDS[group.state].word);
    expect(page).toContain(whyState(group));
    for (const { prescription, severity } of group.findings) {
      if (severity !== 'note') expect(page).toContain(prescription);
    }
  });

  it('nobody is named, and no number is made up where nothing is known', () => {
    expect(page).not.toMatch(/\b(?:c1|m\d+)\b/u);
    expect(page).not.toMatch(/undefined|null|NaN/u);
  });

  it('what could not be judged is said with its reason', () => {
    for (const name of group.state === 'unknown' ? [] : group.notEvaluated) {
      expect(page).toContain(missingFor(name));
    }
  });
});

test('what is unknown is called unknown, never nought', () => {
  const page = pageOf([analysed('healthy')]);
  expect(page).toMatch(/未知（不是零）：[^<]*三率/u);
  expect(page).not.toContain('满意0%');
});

test('an unknown group carries its reason and its cure, and no verdict', () => {
  const page = pageOf([analysed('unknown')]);
  expect(page).toContain('30天里看到的时间不够七成，所以不下结论。');
  expect(page).toContain('请导出更完整的聊天记录');
  expect(page).not.toContain('这周做什么');
});

test('where no cadre is known, nothing is said of what cadres did', () => {
  const history = communityOf('cold', 3);
  const roles = new Map([...history.roles].map(([id]) => [id, 'unknown' as const]));
  const members = history.members.map(member => ({ ...member, role: 'unknown' as const }));
  const page = pageOf([analyzeGroup({ ...history, cadreIds: [], roles, members }, AS_OF)]);
  expect(page).toContain('还不知道谁是这个群的干部');
  expect(page).not.toContain('干部发言：<');
  expect(page).toMatch(/未知（不是零）：干部发言/u);
});

test('every detector has its reason for want of data', () => {
  const general = missingFor('no such detector');
  expect(detectors.map(({ name }) => name).filter(name => missingFor(name) === general)).toEqual([]);
});
