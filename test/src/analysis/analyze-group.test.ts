import { describe, expect, test } from 'vitest';
import { analyzeGroup, dailyStates } from '../../../src/analysis/analyze-group.ts';
import { analyzeUnits } from '../../../src/analysis/analyze-units.ts';
import { bandOf } from '../../../src/analysis/band.ts';
import { NO_DIMENSIONS, overallOf } from '../../../src/analysis/dimensions.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { addDays, DAY_MS, startOfDay } from '../../../src/time.ts';
import {
  ARCHETYPES,
  AS_OF,
  ask,
  communityOf,
  FIRST_DAY,
  historyOf,
  startScript,
} from '../../support/communities.ts';

describe.each(Object.entries(ARCHETYPES))('%s', (name, { state, found, unfound }) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('community %i is judged as it was made', seed => {
    const analysis = analyzeGroup(communityOf(name, seed), AS_OF);
    const names = analysis.findings.map(finding => finding.detector);
    expect(analysis.state).toBe(state);
    expect(names).toEqual(expect.arrayContaining(found));
    expect(names.filter(detector => unfound.includes(detector))).toEqual([]);
  });
});

describe('unknown is not zero', () => {
  const cold = () => communityOf('cold', 1);
  const judge = (more: Partial<GroupHistory>) => analyzeGroup({ ...cold(), ...more }, AS_OF);

  test('a bot offline for more than three tenths of the time makes the group unknown, just enough does not', () => {
    const since = (days: number) => [{ from: new Date(AS_OF.getTime() - days * DAY_MS), to: AS_OF }];
    expect(judge({ observations: since(20.9) })).toMatchObject({
      state: 'unknown',
      band: 'grey',
      noHelp: null,
      overall: null,
      findings: [],
    });
    expect(judge({ observations: since(20.9) }).notEvaluated).toEqual(
      detectors.map(detector => detector.name),
    );
    expect(judge({ observations: since(21) })).toMatchObject({ state: 'cold', coverage: 0.7 });
  });

  test('two bots in one group are one observation', () => {
    const half = { from: new Date(AS_OF.getTime() - 15 * DAY_MS), to: AS_OF };
    expect(judge({ observations: [half, half] })).toMatchObject({ state: 'unknown', coverage: 0.5 });
  });

  test('a group younger than thirty days or without a known cadre is unknown', () => {
    const { group } = cold();
    const born = (days: number) => ({
      group: { ...group, createdAt: new Date(AS_OF.getTime() - days * DAY_MS) },
    });
    expect(judge(born(29.9)).measures['M4']).toMatchObject({ state: 'unknown', unknownReason: 'young' });
    expect(judge(born(30)).state).toBe('cold');
    expect(judge({ cadreIds: [] }).measures['M4']).toMatchObject({
      state: 'unknown',
      unknownReason: 'no-cadre',
    });
  });

  test('a group never observed is unknown with coverage 0', () => {
    expect(judge({ observations: [] })).toMatchObject({ state: 'unknown', coverage: 0 });
    expect(dailyStates({ ...cold(), observations: [] }, AS_OF)).toEqual([]);
  });
});

test('a group in which nobody ever said a word is cold, not missing', () => {
  const analysis = analyzeGroup(historyOf(startScript(1)), AS_OF);
  expect(analysis).toMatchObject({ state: 'cold', band: 'red', noHelp: 'no-needs' });
  expect(analysis.findings.map(finding => finding.detector).sort()).toEqual([
    'cadre-silent',
    'no-help-record',
    'no-inbound-demand',
    'quiet-group',
    'zombie-group',
  ]);
});

test('office and notice groups are exempt and carry nothing', () => {
  const silent = historyOf(startScript(1));
  const analysis = analyzeGroup({ ...silent, group: { ...silent.group, kind: 'notice' } }, AS_OF);
  expect(analysis).toMatchObject({
    state: 'exempt',
    band: 'grey',
    findings: [],
    notEvaluated: [],
    noHelp: null,
  });
});

test('a festival of a week turns no healthy group bad', () => {
  const script = startScript(4);
  for (let day = 0; day <= 165; day++) {
    const isFestival = day >= 153 && day <= 160;
    if (isFestival) continue;
    if (day % 3 === 0) script.say('c1', day, 600, script.words());
    if (day % 5 === 0) ask(script, day, 'c1');
    script.say(`p${1 + (day % 40)}`, day, 700, script.words());
  }
  const asOf = startOfDay(addDays(FIRST_DAY, 166));
  const history = historyOf(script, { observations: [{ from: startOfDay(FIRST_DAY), to: asOf }] });
  const states = new Set(dailyStates(history, asOf).map(day => day.raw));
  expect(addDays(FIRST_DAY, 153)).toBe('2026-10-01');
  expect([...states]).toEqual(['unknown', 'healthy']);
});

describe('gaming does not help', () => {
  test('filler, greetings, pictures and copied notices leave a cold group cold', () => {
    const script = startScript(1);
    ARCHETYPES['cold']?.make(script);
    for (let day = 90; day <= 119; day++) {
      for (const text of ['收到', '大家早上好', '好的', '👍', '请大家继续关注我们的公众号'])
        script.say('c1', day, 540, text);
      script.say('c1', day, 560, '', { kind: 'link' });
      for (let at = 1; at <= 8; at++) script.say(`p${at}`, day, 600 + at, '收到');
    }
    const analysis = analyzeGroup(historyOf(script), AS_OF);
    expect(['cold', 'one-way']).toContain(analysis.state);
    expect(analysis.band).toBe('red');
    expect(analysis.measures['M1']).toMatchObject({ messages: 3, isSilent: true });
    expect(analysis.findings.map(finding => finding.detector)).toContain('no-help-record');
  });

  test('收到 with a quote is no answer', () => {
    const script = startScript(2);
    for (let day = 0; day <= 119; day++) {
      script.say('c1', day, 500, script.words());
      script.say('p3', day, 600, script.words());
      script.say('p4', day, 610, script.words());
      if (day % 4 === 0) script.say('c1', day, 1200, '收到', { replyToId: ask(script, day, null, 1190).id });
    }
    expect(analyzeGroup(historyOf(script), AS_OF).state).toBe('busy-no-help');
  });
});

test('a past day is judged as it was then, whatever came later', () => {
  const history = communityOf('cooling', 3);
  const then = startOfDay(addDays(FIRST_DAY, 60));
  const known = { ...history, days: history.days.filter(row => row.day < addDays(FIRST_DAY, 60)) };
  expect(analyzeGroup(history, then)).toEqual(analyzeGroup(known, then));
  expect(analyzeGroup(history, then).state).toBe('healthy');
  const whole = dailyStates(history, AS_OF);
  expect(dailyStates(history, then)).toEqual(whole.slice(0, 60));
});

test('the band follows the state, and only a healthy one is refined by its overall', () => {
  expect([bandOf('healthy', 39.9), bandOf('healthy', 40), bandOf('healthy', null)]).toEqual([
    'yellow',
    'green',
    'green',
  ]);
  expect([bandOf('cold', 90), bandOf('bursty', 10), bandOf('unknown', null)]).toEqual([
    'red',
    'yellow',
    'grey',
  ]);
});

test('the overall is a geometric mean of at least three, so that one missing help weighs on all', () => {
  expect(overallOf({ ...NO_DIMENSIONS, regular: 100, interactive: 100 })).toBeNull();
  expect(overallOf({ ...NO_DIMENSIONS, regular: 100, interactive: 100, solving: 0 })).toBeCloseTo(21.5, 1);
});

test('a unit counts the groups of all units below it, and a circle of units ends', () => {
  const groups = [
    analyzeGroup(communityOf('cold', 1), AS_OF),
    analyzeGroup(communityOf('healthy', 1), AS_OF),
  ];
  const unit = (id: string, parentId: string | null) => ({ id, name: id, parentId });
  const [below, above, aside] = analyzeUnits(groups, [unit('u1', 'u0'), unit('u0', 'u1'), unit('u9', null)]);
  expect(below).toMatchObject({ groups: 2, red: 1, green: 1 });
  expect(above).toMatchObject({ groups: 2, red: 1, green: 1 });
  expect(aside).toMatchObject({ groups: 0, red: 0 });
});
