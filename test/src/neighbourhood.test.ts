import { describe, expect, it } from 'vitest';
import { ArchiveLine, type ArchiveType, type LineOf } from '../../src/archive/line.ts';
import { createSurvey } from '../../src/archive/survey.ts';
import { ticketLogsOf } from '../../src/archive/ticket-logs.ts';
import { neighbourhood } from '../../src/neighbourhood/neighbourhood.ts';
import { isCadre } from '../../src/people.ts';
import { replay } from '../../src/ticket.ts';
import { HOUR_MS, minuteOfDay, startOfDay } from '../../src/time.ts';
import { analyzeInDb, analyzeLines } from '../support/archive-paths.ts';
import { openTestDb } from '../support/open-test-db.ts';

const NOW = new Date('2026-11-24T01:00:00Z');

const linesOf = <T extends ArchiveType>(lines: readonly ArchiveLine[], type: T): LineOf<T>[] =>
  lines.filter((line): line is LineOf<T> => line.type === type);

/** What every group is to come out as; nothing but the analyzer says so. */
const SPREAD = {
  彭浦青年之家: 'cold unanswered-needs red',
  彭浦姐妹群: 'healthy - green',
  老年学堂群: 'healthy - green',
  三泉家园物业通知群: 'one-way unanswered-needs red',
  三泉路邻里群: 'busy-no-help unanswered-needs red',
  创业沙龙群: 'cold no-needs red',
  新手妈妈群: 'healthy - green',
  退役军人之家: 'cooling - yellow',
  新彭浦人之家: 'cold unanswered-needs red',
  闻喜苑楼组长群: 'healthy - green',
  彭浦志愿者之家: 'healthy - green',
  闻喜苑小区群: 'healthy - green',
};

const spreadOf = (analyses: ReturnType<typeof analyzeLines>) =>
  Object.fromEntries(
    [...analyses.values()].map(({ name, state, noHelp, band }) => [
      name,
      `${state} ${noHelp ?? '-'} ${band}`,
    ]),
  );

/** What an archive cannot say is left out: what the bot answered and sent (M19, M20), and what rests on it. */
const withoutBot = ({ M19: _faq, M20: _burden, ...known }: Record<string, unknown>) => known;

/** As JSON has it, findings by the name of their detector. */
const plain = (analyses: ReturnType<typeof analyzeLines>): unknown =>
  JSON.parse(
    JSON.stringify(
      [...analyses.values()].map(({ pooled: _pooled, ...analysis }) => ({
        ...analysis,
        measures: withoutBot(analysis.measures),
        notEvaluated: analysis.notEvaluated.filter(detector => detector !== 'load-guard'),
        findings: analysis.findings.toSorted((a, b) => (a.detector < b.detector ? -1 : 1)),
      })),
    ),
  );

describe('the neighbourhood of the demo', () => {
  const { lines, leaders, contacts } = neighbourhood({ now: NOW });
  const people = linesOf(lines, 'person');
  const said = linesOf(lines, 'message');

  it('is the same for the same day and seed, and another for another seed', () => {
    expect(neighbourhood({ now: NOW }).lines).toEqual(lines);
    expect(neighbourhood({ now: NOW, seed: 7 }).lines).not.toEqual(lines);
  });

  it('is an archive whose every line passes the check of any archive', () => {
    for (const line of lines)
      expect(ArchiveLine.safeParse(JSON.parse(JSON.stringify(line))).error).toBeUndefined();
  });

  it('has twelve groups, a leader, five cadres who are friends of the account, and members who are not all', () => {
    const sizes = linesOf(lines, 'group').map(group => group.size);
    const count = (role: string) => people.filter(person => person.role === role).length;
    expect(sizes).toHaveLength(12);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect([count('leader'), count('cadre-full-time'), count('cadre-part-time'), count('member')]).toEqual([
      1, 3, 2, 60,
    ]);
    expect([...leaders]).toEqual([['ld-he', 'u-pengpu']]);
    const staff = people.filter(person => isCadre(person.role) || person.role === 'leader');
    expect(staff.every(person => contacts.has(person.id))).toBe(true);
    expect(people.filter(person => person.role === 'member' && contacts.has(person.id))).toHaveLength(30);
    expect(new Set(people.map(person => person.name)).size).toBe(people.length);
  });

  it('ends on the evening before the first day, after eight weeks, and sleeps at night', () => {
    const times = said.map(message => message.sentAt.getTime());
    expect(Math.max(...times)).toBeLessThanOrEqual(startOfDay('2026-11-23').getTime() + 22 * HOUR_MS);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(startOfDay('2026-09-29').getTime());
    const byDay = said.filter(({ sentAt }) => {
      const minute = minuteOfDay(sentAt);
      return minute >= 8 * 60 && minute < 21 * 60;
    });
    expect(byDay.length / said.length).toBeGreaterThan(0.85);
    expect(said.every(({ sentAt }) => minuteOfDay(sentAt) >= 6 * 60 + 30)).toBe(true);
  });

  it('talks in many different ways and quotes only what was said before in the same group', () => {
    const texts = new Set(
      said.map(message => message.text?.replace(/^@\S+ /u, '').replace(/\d+|周./gu, '#')),
    );
    expect(said.length).toBeGreaterThan(1000);
    expect(texts.size).toBeGreaterThan(220);
    const seen = new Map<string, string>();
    for (const message of said) {
      if (message.replyTo) expect(seen.get(message.replyTo)).toBe(message.group);
      seen.set(message.id, message.group);
    }
  });

  it('has tickets whose whole logs fit the life of a ticket and end with the member’s own word', () => {
    const surveying = createSurvey();
    for (const line of lines) surveying.push(line);
    const logs = [...ticketLogsOf(surveying.done()).values()].flat();
    expect(logs.length).toBeGreaterThan(5);
    for (const { opening, events } of logs) {
      const ticket = replay(opening, events);
      expect([ticket.state, ticket.stars === null]).toEqual(['confirmed', false]);
    }
  });

  it.each([
    ['a Tuesday in November', NOW],
    ['the week after National Day', new Date('2026-10-12T03:00:00Z')],
    ['the week after Spring Festival', new Date('2026-03-03T03:00:00Z')],
    ['a Sunday in July', new Date('2027-07-18T03:00:00Z')],
  ])('comes out cold, one-way, helpless, cooling and healthy by the analyzer alone: %s', (_, now) => {
    expect(spreadOf(analyzeLines(neighbourhood({ now }).lines, now))).toEqual(SPREAD);
  });

  it('had been alive five weeks ago where it is cold now', () => {
    const then = new Date(NOW.getTime() - 35 * 24 * HOUR_MS);
    const before = lines.filter(line => line.type !== 'message' || line.sentAt < then);
    expect(analyzeLines(before, then).get('g09')?.measures['M2']).toMatchObject({ noHelp: null });
    const talk = said.filter(message => message.group === 'g09');
    const early = talk.filter(message => message.sentAt < then).length / 3;
    expect(early).toBeGreaterThan((3 * (talk.length - 3 * early)) / 5);
  });

  it('comes out the same through the database and the nightly jobs as through the command line', async () => {
    const open = await openTestDb();
    const stored = await analyzeInDb(open, lines, NOW);
    await open.close();
    expect(spreadOf(stored)).toEqual(SPREAD);
    expect(plain(stored)).toEqual(plain(analyzeLines(lines, NOW)));
  });
});
