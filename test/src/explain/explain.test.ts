import { expect, test } from 'vitest';
import { viewGroup } from '../../../src/analysis/analyze-group.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { burstinessOf } from '../../../src/analysis/measures/m05-regularity.ts';
import { quantileOfWaits } from '../../../src/analysis/measures/m07-answered.ts';
import { concentrationOf } from '../../../src/analysis/measures/m11-concentration.ts';
import { definedIds, definitionOf } from '../../../src/definitions/index.ts';
import type { Row } from '../../../src/explain/define.ts';
import { explainGroup } from '../../../src/explain/explain-group.ts';
import { rowKinds } from '../../../src/explain/index.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import {
  AS_OF,
  communityOf,
  FIRST_DAY,
  historyOf,
  LAST_DAY,
  startScript,
} from '../../support/communities.ts';
import { ticketLog } from '../../support/ticket-logs.ts';

const at = (day: number, hour = 10) =>
  new Date(startOfDay(addDays(FIRST_DAY, day)).getTime() + hour * 3_600_000);

/** A served group with everything that any measure reads. */
function fullHistory(seed: number): GroupHistory {
  const history = communityOf('healthy', seed);
  const needs = history.days.flatMap(day => day.needs);
  const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
  const role = (personId: string) =>
    personId === 'p1' || personId === 'p2' ? ('backbone' as const) : ('member' as const);
  const more = {
    roles: new Map([
      ...history.roles,
      ...ids.slice(0, 2).map(id => [id, 'backbone'] as const),
      ['p3', 'volunteer'],
    ]),
    members: ids.map((personId, index) => ({
      personId,
      role: role(personId),
      joinedAt: index < 5 ? at(91 + index) : null,
      leftAt: index === 2 ? at(100) : null,
    })),
    links: ids.map(personId => ({ cadreId: 'c1', personId, from: at(index(personId) * 10), to: null })),
    contacts: ids.slice(2, 5).map(personId => ({
      cadreId: 'c1',
      personId,
      at: at(95),
      way: 'visit' as const,
      acknowledged: personId !== 'p4',
    })),
    tickets: needs
      .slice(-6)
      .map((need, number) =>
        ticketLog(
          {
            number: number + 1,
            requesterId: need.byId,
            messageId: number % 2 ? need.messageId : null,
            openedAt: new Date(need.at),
            line: number % 2 ? 'repair' : 'health',
          },
          [
            ['accept', 'c1', 1],
            ['close', 'c1', 5],
            ...(number % 3 === 0 ? [] : [['ask', null, 6] as const]),
            ...(number === 1 ? [['confirm', need.byId, 7] as const] : []),
            ...(number === 2 ? [['reopen', need.byId, 8] as const] : []),
            ...(number === 3 ? [['rate', need.byId, 8, 3] as const] : []),
            ...(number === 4 ? [['rate', need.byId, 9, 1] as const] : []),
          ],
        ),
      ),
    catalogue: { lines: ['repair', 'law'] },
    faq: {
      answers: [
        { at: at(100), verdict: 'useful' as const },
        { at: at(101), verdict: 'useless' as const },
        { at: at(101), verdict: null },
      ],
      clusters: [{ since: at(90), until: null }],
    },
    burden: [at(115), at(116), at(117, 23)].map(when => ({ cadreId: 'c1', at: when })),
    survey: {
      asks: Array.from({ length: 30 }, (_, n) => ({
        cadreId: 'c1',
        day: addDays(FIRST_DAY, n % 2 ? 100 : 107),
      })),
      answers: Array.from({ length: 14 }, (_, n) => ({
        cadreId: 'c1',
        day: addDays(FIRST_DAY, n % 2 ? 100 : 107),
        knows: n < 9,
        helped: n < 12 ? n < 8 : null,
      })),
    },
  } satisfies Partial<GroupHistory>;
  return { ...history, ...more };
}
const index = (personId: string) => Number(personId.slice(1));

const HISTORIES = [
  ...[1, 2, 3].map(fullHistory),
  ...['cold', 'one-way', 'busy-no-help', 'bursty', 'cooling', 'unknown'].map(name => communityOf(name, 5)),
  historyOf(startScript(1)),
];

const rowsOf = (rows: readonly Row[], kind: string) => rows.filter(row => row['kind'] === kind);
const sum = (rows: readonly Row[], field: string) => rows.reduce((all, row) => all + Number(row[field]), 0);
const where = (rows: readonly Row[], field: string) => rows.filter(row => row[field] === true).length;
const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** Each number, had again from nothing but the printed rows. */
const AGAIN: Record<string, (rows: readonly Row[]) => Record<string, unknown>> = {
  M1(rows) {
    const counted = rowsOf(rows, 'cadre-post').filter(row => row['counts']);
    const asked = rowsOf(rows, 'week').filter(row => row['isAsked']);
    const weeks = asked.filter(week => counted.some(post => post['week'] === week['week'])).length;
    return { messages: counted.length, weeks, workingWeeks: asked.length };
  },
  M2(rows) {
    const needs = rowsOf(rows, 'need');
    const parts = [where(needs, 'isHelped'), rowsOf(rows, 'handover').length];
    const visits = rowsOf(rows, 'visit').length + rowsOf(rows, 'call').length;
    const help = parts.reduce((all, part) => all + part, visits);
    return {
      needs: needs.length,
      needsHelped: parts[0],
      handovers: parts[1],
      visits,
      help,
      confirmed: where(needs, 'isConfirmed') + (parts[1] ?? 0),
      persons: where(rows, 'isNewPerson'),
      unheard: where(needs, 'isUnheard'),
      yield: help / Math.max(1, needs.length),
      botHelp: where(needs, 'isBotAnswered'),
    };
  },
  M3(rows) {
    const days = rowsOf(rows, 'day');
    const size = sum(rowsOf(rows, 'size'), 'people');
    const speakers = sum(days, 'newPeople');
    return {
      speakers,
      size,
      activeRatio: speakers / Math.max(1, size),
      activeDays: days.length,
      messages: sum(days, 'messages'),
    };
  },
  M4(rows) {
    const last = rows.at(-1);
    return last ? { state: last['state'], raw: last['raw'], since: last['since'] } : {};
  },
  M5(rows) {
    const since = rows.flatMap(row => (row['workdaysSince'] === null ? [] : [Number(row['workdaysSince'])]));
    const gaps = rowsOf(rows, 'cadre-day')
      .slice(1)
      .map(row => Number(row['workdaysSince']));
    return { longestGap: Math.max(0, ...since), gaps: gaps.length, burstiness: burstinessOf(gaps) };
  },
  M6(rows) {
    const [days, bursts] = [rowsOf(rows, 'day'), rowsOf(rows, 'burst')];
    const [posts, said] = [sum(days, 'cadrePosts'), sum(days, 'memberMessages')];
    return {
      cadrePosts: posts,
      memberMessages: said,
      share: share(posts, posts + said),
      bursts: bursts.length,
      echoedBursts: where(bursts, 'isEchoed'),
      echo: share(where(bursts, 'isEchoed'), bursts.length),
    };
  },
  M7(rows) {
    const waits = rows.map(row => ({
      minutes: Number(row['minutes']),
      isAnswered: row['isAnswered'] === true,
    }));
    const waiting = waits.filter(wait => !wait.isAnswered).map(wait => wait.minutes);
    return {
      needs: rows.length,
      answered: where(rows, 'isAnswered'),
      byCadre: rows.filter(row => row['by'] === 'cadre').length,
      answeredShare: share(where(rows, 'isAnswered'), rows.length),
      medianMinutes: quantileOfWaits(waits, 0.5),
      p90Minutes: quantileOfWaits(waits, 0.9),
      longestWaitMinutes: waiting.length > 0 ? Math.max(...waiting) : null,
      botAnswered: where(rows, 'isBotAnswered'),
    };
  },
  M8(rows) {
    const [linked, target, reached] = [sum(rows, 'linked'), sum(rows, 'target'), sum(rows, 'reached')];
    const [nominal, effective] = [share(linked, target), share(reached, Math.min(linked, target))];
    return {
      linked,
      target,
      reached,
      exchanged: sum(rows, 'exchanged'),
      nominal: nominal && Math.min(1, nominal),
      share: effective && Math.min(1, effective),
    };
  },
  M9(rows) {
    const byVolunteer = rows.filter(row => row['by'] === 'volunteer').length;
    return {
      answered: rows.length,
      byVolunteer,
      volunteers: where(rows, 'isNewVolunteer'),
      share: rows.length >= 5 ? byVolunteer / rows.length : null,
    };
  },
  M10(rows) {
    const talks = rowsOf(rows, 'talk');
    const known = talks.filter(row => row['role'] !== 'unknown');
    const withBackbone = sum(
      talks.filter(row => row['role'] === 'backbone'),
      'words',
    );
    const members = rowsOf(rows, 'members');
    const backbone = Number(members.find(row => row['role'] === 'backbone')?.['people']);
    return {
      exchanges: sum(known, 'words'),
      withBackbone,
      withUnknown: sum(talks, 'words') - sum(known, 'words'),
      share: share(withBackbone, sum(known, 'words')),
      shareOfMembers: share(backbone, sum(members, 'people')),
    };
  },
  M11: rows => concentrationOf(rows.map(row => [Number(row['messages']), Number(row['people'])])),
  M12(rows) {
    const closings = rowsOf(rows, 'closing');
    return {
      closed: closings.length,
      selfClosed: where(closings, 'isSelfClosed'),
      askedWithoutReply: closings.filter(row => row['isAsked'] && !row['isReplied']).length,
      selfClosedShare: share(where(closings, 'isSelfClosed'), closings.length),
      reopened: where(closings, 'isReopened'),
      parked: rowsOf(rows, 'parked').length,
    };
  },
  M13(rows) {
    const [tickets, ratings] = [rowsOf(rows, 'ticket'), rowsOf(rows, 'ratings')];
    const visited = tickets.filter(row => row['isVisited']);
    const solved =
      visited.filter(row => row['isConfirmed'] && !row['isReopened']).length +
      sum(ratings, 'solvedByRatingOnly');
    const [responded, satisfied] = [
      share(where(visited, 'isContacted'), visited.length),
      share(sum(ratings, 'satisfied') + 0.9 * sum(ratings, 'basic'), visited.length),
    ];
    return {
      closed: tickets.length,
      visited: visited.length,
      followUpShare: share(visited.length, tickets.length),
      withoutWords: visited.filter(row => !row['hasWords']).length,
      responded,
      solved: share(solved, visited.length),
      satisfied,
    };
  },
  M14(rows) {
    const [weeks, knows, helped] = [
      rowsOf(rows, 'week'),
      rowsOf(rows, 'knows')[0],
      rowsOf(rows, 'helped')[0],
    ];
    return {
      asked: sum(weeks, 'asked'),
      answered: sum(weeks, 'answered'),
      k: knows?.['k'] ?? null,
      share: knows ? Number(knows['k']) / Number(knows['n']) : null,
      helped: helped?.['k'] ?? null,
    };
  },
  M15: rows =>
    Object.fromEntries(
      ['joined', 'greeted', 'joinedAWeekAgo', 'spoke', 'joinedFourWeeksAgo', 'stayed'].map(name => [
        name,
        sum(rows, name),
      ]),
    ),
  M16(rows) {
    const [now] = rowsOf(rows, 'now');
    return {
      coverage:
        now && Number(now['linked']) > 0 ? Math.min(1, Number(now['linked']) / Number(now['target'])) : null,
    };
  },
  M17: rows => ({ sent: rows.length, inTime: where(rows, 'isInTime') }),
  M18(rows) {
    const [due, lines] = [rowsOf(rows, 'due'), rowsOf(rows, 'listed-line')];
    return {
      due: due.length,
      onTime: where(due, 'isOnTime'),
      share: share(where(due, 'isOnTime'), due.length),
      ...(lines.length > 0 ? { listed: lines.length, neverUsed: lines.length - where(lines, 'isUsed') } : {}),
    };
  },
  M19(rows) {
    const questions = rowsOf(rows, 'question');
    const verdicts = rowsOf(rows, 'verdicts');
    return {
      questions: questions.length,
      ...(verdicts.length > 0
        ? {
            useful: sum(verdicts, 'useful'),
            useless: sum(verdicts, 'useless'),
            staleClusters: rowsOf(rows, 'waiting-question').length,
          }
        : {}),
    };
  },
  M20: rows =>
    rows.length > 0
      ? {
          cadres: rows.length,
          sent: sum(rows, 'sent'),
          perCadre: sum(rows, 'sent') / rows.length,
          mostToOne: Math.max(...rows.map(row => Number(row['sent']))),
          atNight: sum(rows, 'atNight'),
        }
      : {},
  S: rows => ({ score: rows.length > 0 ? (100 * where(rows, 'isConfirmed')) / rows.length : null }),
};

/** Floating sums in another order may differ in the last digit. */
const near = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? expect.closeTo(value, 9) : value,
    ]),
  );

test.each(Object.keys(AGAIN))('%s is had again from the rows that are printed', id => {
  const definition = definitionOf(id);
  if (!definition) throw new Error(`nothing explains ${id}`);
  let rowsSeen = 0;
  for (const history of HISTORIES) {
    const { value, rows } = explainGroup(history, AS_OF, definition);
    const isJudged = viewGroup(history, AS_OF).analysis.state !== 'unknown';
    rowsSeen += rows.length;
    const again = AGAIN[id]?.(rows) ?? {};
    if (isJudged || id.startsWith('M')) expect(value).toMatchObject(near(again));
  }
  // A straight-up word is in none of these communities.
  expect(rowsSeen > 0 || id === 'M17').toBe(true);
});

test('everything that is defined is explained, with its definition, window and version', () => {
  const history = fullHistory(1);
  for (const id of definedIds()) {
    const definition = definitionOf(id);
    if (!definition) throw new Error(id);
    const told = explainGroup(history, AS_OF, definition);
    expect(told).toMatchObject({ of: 'group', measure: id, metrics: '1', to: addDays(FIRST_DAY, LAST_DAY) });
    expect(told.definition.formula).not.toMatch(/\[[a-z]+\./i);
    expect(told.numbers ?? '').not.toMatch(/\{|\[/);
  }
  const asked = new Set(rowKinds.map(kind => kind.id));
  expect(Object.keys(AGAIN).filter(id => !asked.has(id))).toEqual([]);
});

test('nobody stands in a row: no id of a person, no name, and cadres by number', () => {
  for (const history of HISTORIES) {
    for (const id of definedIds()) {
      const definition = definitionOf(id);
      const { rows } = definition ? explainGroup(history, AS_OF, definition) : { rows: [] };
      for (const row of rows) {
        for (const is of Object.values(row)) expect(String(is)).not.toMatch(/^(c1|b1|p\d+)$/);
        if (row['cadre'] !== undefined) expect(row['cadre']).toMatch(/^cadre \d+$/);
      }
    }
  }
});

test('a finding is explained by its evidence and the rows it rests on, what lacked data is said to', () => {
  const cold = communityOf('cold', 1);
  const of = (id: string, history = cold) => {
    const definition = definitionOf(id);
    if (!definition) throw new Error(id);
    return explainGroup(history, AS_OF, definition);
  };
  const { value, rows } = of('cadre-silent');
  expect(value).toMatchObject({ verdict: 'found', severity: 'alarm' });
  expect(rows).toContainEqual({ kind: 'evidence', name: 'messages', is: value && expect.any(Number) });
  expect(rows.some(row => row['behind'] === 'M1')).toBe(true);
  expect(of('inspection-spike').value).toMatchObject({ verdict: 'not evaluated' });
  expect(of('one-way-broadcast').value).toMatchObject({ verdict: 'nothing found' });
  expect(of('cadre-silent', communityOf('unknown', 1)).value).toMatchObject({ verdict: 'not evaluated' });
});

test('a past week is explained as it was then', () => {
  const definition = definitionOf('M7');
  const then = startOfDay(addDays(FIRST_DAY, 80));
  const history = fullHistory(2);
  if (!definition) throw new Error('M7');
  const known = { ...history, days: history.days.filter(day => day.day < addDays(FIRST_DAY, 80)) };
  expect(explainGroup(history, then, definition)).toEqual(explainGroup(known, then, definition));
});
