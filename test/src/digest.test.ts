import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_STATES, type GroupState } from '../../src/analysis/group-analysis.ts';
import { digestPage } from '../../src/digest/html.ts';
import { shortenPrescription } from '../../src/digest/shorten-prescription.ts';
import { STATE_WORDS } from '../../src/digest/state-words.ts';
import { composeDigest } from '../../src/digest.ts';
import { analysed, MONDAY, SILENT, weekOfGroups } from '../support/digest-inputs.ts';

const lengthOf = (text: string) => [...text].length;
const healthy = (count: number) =>
  Array.from({ length: count }, (_, at) => analysed(`g${at}`, `邻里${at}群`, 'healthy'));
const home = (state: GroupState) => analysed('g-home', '彭浦青年之家', state);

/** So many persons helped, of whom nothing more is known. */
const helping = (persons: number) => ({ persons, byLine: [], volunteers: 0 });

const anyName = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...'彭浦青年之家🌸a<&"') });
const anyWeek = fc.constantFrom(0, 1, 12, 200).chain(count =>
  fc.record({
    groups: fc.array(
      fc.tuple(anyName, fc.constantFrom(...GROUP_STATES)).map(([name, state]) => analysed(name, name, state)),
      { minLength: count, maxLength: count },
    ),
    unitName: anyName,
    isLate: fc.boolean(),
    href: fc.option(fc.webUrl()),
    helped: fc.record({
      persons: fc.nat(99_999),
      byLine: fc.array(fc.record({ line: fc.option(anyName), persons: fc.nat(9999) }), { maxLength: 12 }),
      volunteers: fc.nat(999),
    }),
    straightUp: fc.array(fc.nat(99_999), { maxLength: 40 }),
    improvements: fc.record({ open: fc.nat(999), overdue: fc.nat(99) }),
    themes: fc.array(
      fc.record({
        topic: anyName,
        line: fc.constant(null),
        persons: fc.integer({ min: 5, max: 9999 }),
        needs: fc.nat(9999),
        personsBefore: fc.option(fc.nat(9999)),
        quote: fc.option(anyName),
        quoteOfId: fc.constant(null),
      }),
      { maxLength: 8 },
    ),
    openTickets: fc.nat(9999),
    overdue: fc.array(fc.record({ number: fc.nat(99_999), topic: anyName, overdueMs: fc.nat(10 ** 10) }), {
      maxLength: 30,
    }),
    praise: fc.array(fc.record({ groupId: anyName, name: anyName, why: anyName }), { maxLength: 30 }),
  }),
);

describe('the digest of a week', () => {
  it('names unit, week and counts, and every cold group with its evidence and what to do', () => {
    const { text, isQuiet } = composeDigest(weekOfGroups([home('cold'), ...healthy(11)]), MONDAY);
    expect(isQuiet).toBe(false);
    expect(text.split('\n')[0]).toBe('彭浦街道周报 第47周：12个群，1个冷群。');
    expect(text).toContain('彭浦青年之家（冷群）：30天没有干部发言，周三（25日）先到群里回3件诉求。');
  });

  it('fits one screen whatever the number of groups and the length of names', () => {
    fc.assert(
      fc.property(anyWeek, week => {
        const { groups, ...more } = week;
        const { text } = composeDigest(weekOfGroups(groups, { ...more, previous: groups }), MONDAY);
        expect(lengthOf(text)).toBeLessThanOrEqual(300);
        expect(lengthOf(text)).toBeGreaterThan(0);
      }),
      { seed: 47, numRuns: 200 },
    );
  });

  it('says how many groups did not fit, and counts none twice', () => {
    const groups = Array.from({ length: 40 }, (_, at) => analysed(`g${at}`, `第${at}个邻里群`, 'cold'));
    const { text } = composeDigest(weekOfGroups(groups), MONDAY);
    const shown = text.split('\n').filter(line => /^\d+ 第/.test(line)).length;
    expect(shown).toBeGreaterThan(2);
    expect(text).toContain(`还有${40 - shown}个群要看`);
  });

  it('numbers the groups alike in text and picture, and only those, so that 详 3 means what was read', () => {
    const groups = Array.from({ length: 40 }, (_, at) => analysed(`g${at}`, `第${at}个邻里群`, 'cold'));
    const { text, numbered, chart } = composeDigest(weekOfGroups(groups, { firstNumber: 4 }), MONDAY);
    const shown = text.split('\n').filter(line => /^\d+ 第/.test(line));
    const drawn = chart.rows.map(({ number, name }) => `${number} ${name}`);
    for (const [at, line] of shown.entries()) expect(line.startsWith(drawn[at] ?? '?')).toBe(true);
    expect(numbered.map(line => line.number)).toEqual(chart.rows.map(row => row.number));
    expect(numbered[0]).toEqual({ number: 4, groupId: 'g0', detector: 'cadre-silent' });
    const few = composeDigest(weekOfGroups([...healthy(11), home('cold')]), MONDAY);
    expect(few.text).toContain('1 彭浦青年之家（冷群）');
    expect(few.chart.rows[0]).toMatchObject({ number: 1, name: '彭浦青年之家', needsCare: true });
    expect(few.text.split('\n').at(-1)).toBe('回"详 1"看缘由，回"改进 1"布置改进。');
    expect(composeDigest(weekOfGroups(healthy(3)), MONDAY).numbered).toEqual([]);
  });

  it('keeps the order of the unit: no ranking by gravity', () => {
    const { text } = composeDigest(
      weekOfGroups([analysed('a', '甲群', 'cooling'), analysed('b', '乙群', 'cold')]),
      MONDAY,
    );
    expect(text.indexOf('甲群')).toBeLessThan(text.indexOf('乙群'));
  });

  it('is one line in a quiet week', () => {
    const { text, isQuiet } = composeDigest(weekOfGroups(healthy(12)), MONDAY);
    expect(isQuiet).toBe(true);
    expect(text).toBe('彭浦街道周报 第47周：上周没有要您操心的事。');
  });

  it('is not quiet while a request is overdue', () => {
    const overdue = [{ number: 12, topic: '三楼楼道灯不亮', overdueMs: 30 * 3_600_000 }];
    const { text, isQuiet } = composeDigest(weekOfGroups(healthy(3), { overdue, openTickets: 2 }), MONDAY);
    expect(isQuiet).toBe(false);
    expect(text).toContain('在办2件，超时1件：第12件三楼楼道灯不亮已过1天。');
  });

  it('says that unknown groups cannot be seen yet, and never calls them cold or calm', () => {
    const some = composeDigest(weekOfGroups([home('unknown'), ...healthy(2)]), MONDAY);
    expect(some.text).toContain('1个群还看不清');
    expect(some.text).not.toContain('冷');
    expect(some.chart.cold).toBe(0);
    const all = composeDigest(weekOfGroups([home('unknown')]), MONDAY);
    expect(all.text).not.toContain('没有要您操心的事');
    expect(all.chart).toMatchObject({ cold: null, helpedPersons: null, points: [] });
  });

  it('calls no change for better or worse what was unknown before', () => {
    const { text } = composeDigest(weekOfGroups([home('cold')], { previous: [home('unknown')] }), MONDAY);
    expect(text).not.toMatch(/变差|好转/);
  });

  it('tells what got better and what got worse', () => {
    const other = (state: GroupState) => analysed('g-old', '老年学堂群', state);
    const { text } = composeDigest(
      weekOfGroups([home('cold'), other('healthy')], { previous: [home('healthy'), other('cold')] }),
      MONDAY,
    );
    expect(text).toContain('好转：老年学堂群。变差：彭浦青年之家。');
  });

  it('says that it is late, quiet or not, and no longer 上周 when that week is long past', () => {
    const later = new Date('2026-12-02T09:00:00+08:00');
    const late = composeDigest(weekOfGroups(healthy(2), { isLate: true }), later);
    expect(late.text).toBe('彭浦街道周报 第47周（发晚了）：第47周没有要您操心的事。');
    expect(composeDigest(weekOfGroups([home('cold')], { isLate: true }), MONDAY).text).toContain('发晚了');
  });

  it('counts helped persons, never 人次, and names nobody', () => {
    const { text, chart } = composeDigest(weekOfGroups([home('cold')], { helped: helping(23) }), MONDAY);
    expect(text).toContain('上周帮到23人');
    expect(text).not.toContain('人次');
    expect(`${text}${JSON.stringify(chart)}`).not.toContain('p-zhao');
  });

  it('shows groups that are not evaluated apart', () => {
    const { text, chart } = composeDigest(
      weekOfGroups([home('cold'), analysed('n', '通知', 'exempt')]),
      MONDAY,
    );
    expect(text).toContain('1个群，1个冷群，另1个不评。');
    expect(chart.groups).toBe(1);
    expect(chart.rows).toHaveLength(2);
    expect(chart.points.map(point => point.number)).toEqual([1]);
  });
});

describe('a shortened prescription', () => {
  it('keeps evidence and act', () => {
    const long = '3个问题、1件诉求没人回，最早的等了23天。周二（24日）前逐件回到本人，办不了的说明去处。';
    expect(shortenPrescription(SILENT.prescription, 60)).toBe(SILENT.prescription);
    expect(shortenPrescription(long, 30)).toBe('3个问题、1件诉求没人回 → 周二（24日）前逐件回到本人');
    expect(lengthOf(shortenPrescription(long, 12))).toBeLessThanOrEqual(12);
  });
});

describe('the page of a digest', () => {
  it('escapes every name and is in Chinese, at least 18 px', () => {
    const digest = composeDigest(
      weekOfGroups([analysed('x', '<b>&"群', 'cold')], { unitName: '<i>' }),
      MONDAY,
    );
    const page = digestPage(digest, '<svg></svg>');
    expect(page).toContain('lang="zh-CN"');
    expect(page).not.toMatch(/<b>|<i>/);
    expect(page).toContain('&lt;b&gt;&amp;&quot;群');
    const sizes = [...page.matchAll(/font(?:-size)?:(\d+)px/g)].map(found => Number(found[1]));
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  });

  it('tells states and contact × help in words too, by the numbers of the text', () => {
    const { text, ...more } = composeDigest(weekOfGroups([...healthy(2), home('cold')]), MONDAY);
    const page = digestPage({ text, ...more }, '<svg></svg>');
    expect(page).toContain('<caption>1 彭浦青年之家</caption>');
    expect(page).toContain('title="47周 冷群">冷<');
    expect(page).toContain('<strong>话少、帮助少</strong>1 彭浦青年之家<');
    expect(page).toContain('<strong>话多、帮助少</strong>没有<');
  });
});

/** WCAG 2 contrast of a colour against white. */
function contrastWithWhite(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

describe('the words of the states', () => {
  it('have a mark of their own and a colour that white reads on', () => {
    const all = Object.values(STATE_WORDS);
    expect(new Set(all.map(words => words.mark)).size).toBe(GROUP_STATES.length);
    for (const { colour } of all) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });
});
