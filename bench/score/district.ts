import type { GroupHistory } from '../../src/analysis/group-history.ts';
import type { TicketAct, TicketEvent, TicketLog } from '../../src/ticket.ts';
import { DAY_MS, dayOf, HOUR_MS } from '../../src/time.ts';
import { createChance } from '../shared/chance.ts';
import { historyOfRows } from './history-of-rows.ts';
import { type Habit, habit, writeGroup } from './rows.ts';

/** How the groups of a country live: most are quiet, few are lively; how many of a hundred live so. */
export const DISTRICT: readonly (Habit & { ofHundred: number })[] = [
  {
    ofHundred: 22,
    ...habit('cold', { size: 90, chatter: 0.6, cadrePosts: 0.05, needs: 0.05, answered: 0.1 }),
  },
  {
    ofHundred: 14,
    ...habit('one-way', { size: 180, chatter: 0.3, cadrePosts: 2.5, copies: 0.5, needs: 0.02 }),
  },
  {
    ofHundred: 14,
    ...habit('part-time', { size: 60, chatter: 4, cadrePosts: 0.3, needs: 0.1, answered: 0.8 }),
  },
  { ofHundred: 12, ...habit('served', { size: 80, chatter: 9, cadrePosts: 0.8, needs: 0.4, answered: 0.9 }) },
  {
    ofHundred: 10,
    ...habit('cooling', { size: 110, chatter: 7, cadrePosts: 0.06, needs: 0.2, answered: 0.05 }),
  },
  { ofHundred: 10, ...habit('filler', { size: 150, chatter: 12, cadrePosts: 2, copies: 0.7, needs: 0.1 }) },
  { ofHundred: 8, ...habit('relay', { size: 120, chatter: 25, cadrePosts: 0.4, needs: 0.6, byCadre: 0.05 }) },
  { ofHundred: 6, ...habit('lively', { size: 160, chatter: 60, cadrePosts: 2, needs: 1.5, answered: 0.85 }) },
  {
    ofHundred: 4,
    ...habit('very lively', { size: 250, chatter: 130, cadrePosts: 3, needs: 2.5, answered: 0.8 }),
  },
];

/** So many days of every group are written. */
const DAYS = 104;

type Chance = ReturnType<typeof createChance>;

function habitOf(variant: number): Habit {
  let left = variant % 100;
  for (const each of DISTRICT) {
    if (left < each.ofHundred) return each;
    left -= each.ofHundred;
  }
  return habit('cold', {});
}

const LIVES: readonly (readonly TicketAct[])[] = [
  ['accept', 'answer', 'close', 'ask', 'confirm', 'rate'],
  ['accept', 'answer', 'close', 'ask'],
  ['accept', 'wait', 'resume', 'close', 'ask', 'reopen', 'close', 'confirm'],
  ['escalate', 'acknowledge', 'accept', 'close'],
  ['accept'],
];

function ticketOf(
  number: number,
  requesterId: string,
  { at, acts }: { at: number; acts: readonly TicketAct[] },
): TicketLog {
  const id = `t${number}`;
  const event = (act: TicketAct, index: number): TicketEvent => ({
    ticketId: id,
    seq: index + 2,
    at: new Date(at + (index + 1) * 5 * HOUR_MS),
    byId: act === 'confirm' || act === 'rate' || act === 'reopen' ? requesterId : 'c',
    act,
    data:
      act === 'rate'
        ? { stars: 3 + (number % 3) }
        : act === 'escalate'
          ? { reason: 'straight-up', toId: 'l' }
          : {},
  });
  return {
    opening: {
      id,
      number,
      kind: 'request',
      groupId: 'g',
      requesterId,
      topic: '',
      messageId: null,
      assigneeId: null,
      openedAt: new Date(at),
      dueAt: new Date(at + DAY_MS),
      line: ['rights', 'housing', null][number % 3] ?? null,
    },
    events: acts.map(event),
  };
}

/** What was declared of a group: its members, whom its cadre is linked to and met, its tickets, a survey, a catalogue. */
function declaredOf(chance: Chance, size: number, end: number): Partial<GroupHistory> {
  const some = () => `p${1 + chance.below(size)}`;
  const ago = (days: number) => new Date(end - chance.below(days) * DAY_MS - chance.below(20) * HOUR_MS);
  const list = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  const tickets = chance.below(3) === 0 ? 1 + chance.below(12) : 0;
  return {
    members: list(size, at => ({
      personId: `p${at + 1}`,
      role: 'member',
      joinedAt: chance.below(20) === 0 ? ago(30) : ago(700),
      leftAt: chance.below(25) === 0 ? ago(60) : null,
    })),
    links: list(Math.min(size, 10 + chance.below(91)), at => ({
      cadreId: 'c',
      personId: `p${at + 1}`,
      from: ago(500),
      to: null,
    })),
    contacts: list(chance.below(6), at => ({
      cadreId: 'c',
      personId: some(),
      at: ago(100),
      way: at % 2 ? 'visit' : 'call',
      acknowledged: at % 3 > 0,
    })),
    tickets: list(tickets, at =>
      ticketOf(at + 1, some(), { at: ago(100).getTime(), acts: LIVES[chance.below(LIVES.length)] ?? [] }),
    ),
    survey:
      chance.below(3) === 0
        ? {
            asks: list(20, () => ({ cadreId: 'c', day: dayOf(ago(80)) })),
            answers: list(12, () => ({
              cadreId: 'c',
              day: dayOf(ago(80)),
              knows: chance.below(3) > 0,
              helped: chance.below(2) > 0,
            })),
          }
        : { asks: [], answers: [] },
    catalogue: chance.below(2) === 0 ? { lines: ['rights', 'housing', 'work'] } : null,
    faq: { answers: list(chance.below(20), () => ({ at: ago(100), verdict: null })), clusters: [] },
    burden: list(chance.below(25), () => ({ cadreId: 'c', at: ago(100) })),
    inspectionDays: [dayOf(ago(60))],
  };
}

/** One of the different groups that a district is made of; `end` is the last moment of the last day (UTC ms). */
export function variantOf(variant: number, end: number): { history: GroupHistory; messages: number } {
  const own = habitOf(variant);
  const firstMs = end + 1 - DAYS * DAY_MS;
  const rows = writeGroup(own, variant * 31 + 5, { firstMs, days: DAYS });
  const seen = { from: new Date(firstMs), to: new Date(end) };
  const history = historyOfRows(rows, { id: `v${variant}`, size: own.size, seen });
  const chance = createChance(variant + 1);
  return { history: { ...history, ...declaredOf(chance, own.size, end) }, messages: rows.length };
}
