import { describe, expect, it } from 'vitest';
import { sentenceContent } from '../../db/content.ts';
import { analyzeGroup } from '../../src/analysis/analyze-group.ts';
import { foldMessages } from '../../src/analysis/fold-messages.ts';
import type { GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { rosterOf } from '../../src/analysis/roster.ts';
import { factOf } from '../../src/analysis/substance.ts';
import { ArchiveLine, type ArchiveType, type LineOf } from '../../src/archive/line.ts';
import type { Message } from '../../src/message.ts';
import { neighbourhood } from '../../src/neighbourhood/neighbourhood.ts';
import type { PersonRole } from '../../src/people.ts';
import { dueAtFor, type TicketEvent } from '../../src/ticket.ts';
import { startOfDay } from '../../src/time.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const understanding = createUnderstanding({ faq: [], sentences: sentenceContent() });

const linesOf = <T extends ArchiveType>(lines: readonly ArchiveLine[], type: T): LineOf<T>[] =>
  lines.filter((line): line is LineOf<T> => line.type === type);

function asMessage(line: LineOf<'message'>): Message {
  const labelled = understanding.classify(line.text ?? '');
  const spoken = { text: line.text, kind: line.kind, isCommandToBot: false };
  return {
    id: line.id,
    placeId: line.group,
    isPrivate: false,
    senderId: line.sender,
    sentAt: line.sentAt,
    receivedAt: line.sentAt,
    kind: line.kind,
    text: line.text,
    replyToId: line.replyTo,
    mentions: line.mentions,
    mentionsBot: false,
    redeliveryOf: null,
    fact: factOf(spoken, labelled, 'test'),
    trace: line.id,
  };
}

function ticketsOf(lines: readonly ArchiveLine[], groupId: string): GroupHistory['tickets'] {
  const events = linesOf(lines, 'ticket-event');
  return linesOf(lines, 'ticket')
    .filter(ticket => ticket.group === groupId)
    .map((ticket, index) => ({
      opening: {
        id: ticket.id,
        number: index + 1,
        kind: ticket.kind,
        groupId,
        requesterId: ticket.requester,
        topic: ticket.topic,
        messageId: ticket.message,
        assigneeId: null,
        openedAt: ticket.openedAt,
        dueAt: dueAtFor(ticket.openedAt),
      },
      events: events
        .filter(event => event.ticket === ticket.id)
        .map(
          (event, seq): TicketEvent => ({
            ticketId: ticket.id,
            seq: seq + 2,
            at: event.at,
            byId: event.by,
            act: event.act,
            data: { stars: event.stars },
          }),
        ),
    }));
}

function historyOf(lines: readonly ArchiveLine[], group: LineOf<'group'>): GroupHistory {
  const roles = new Map<string, PersonRole>(linesOf(lines, 'person').map(person => [person.id, person.role]));
  const members = linesOf(lines, 'membership')
    .filter(line => line.group === group.id)
    .map(line => ({ personId: line.person, role: line.role, joinedAt: line.joinedAt, leftAt: line.leftAt }));
  const said = linesOf(lines, 'message').filter(line => line.group === group.id);
  return {
    group: { ...group, unitId: group.unit },
    cadreIds: group.cadres,
    members,
    roles,
    links: [],
    contacts: [],
    tickets: ticketsOf(lines, group.id),
    observations: linesOf(lines, 'observation').filter(line => line.group === group.id),
    inspectionDays: [],
    days: foldMessages(said.map(asMessage), {
      groupId: group.id,
      roster: rosterOf({ cadreIds: group.cadres, members, roles }),
    }),
  };
}

function analyzeAll(now: Date): Map<string, GroupAnalysis> {
  const lines = neighbourhood({ now });
  const asOf = new Date(startOfDay(now.toISOString().slice(0, 10)).getTime() - 1);
  return new Map(
    linesOf(lines, 'group').map(group => [group.name, analyzeGroup(historyOf(lines, group), asOf)]),
  );
}

describe('the neighbourhood of the demo', () => {
  const lines = neighbourhood({ now: NOW });
  const said = linesOf(lines, 'message');

  it('is the same for the same day and seed, and another for another seed', () => {
    expect(neighbourhood({ now: NOW })).toEqual(lines);
    expect(neighbourhood({ now: NOW, seed: 7 })).not.toEqual(lines);
  });

  it('is an archive whose every line passes the check of any archive', () => {
    for (const line of lines)
      expect(ArchiveLine.safeParse(JSON.parse(JSON.stringify(line))).error).toBeUndefined();
  });

  it('has twelve groups, staff who are friends of the account, and some members who are not', () => {
    const people = linesOf(lines, 'person');
    expect(linesOf(lines, 'group')).toHaveLength(12);
    expect(people.filter(person => person.role === 'member').length).toBeGreaterThanOrEqual(55);
    expect(people.filter(p => p.role.startsWith('cadre') || p.role === 'leader').every(p => p.contact)).toBe(
      true,
    );
    const friends = people.filter(person => person.role === 'member' && person.contact).length;
    expect(friends).toBe(30);
  });

  it('ends on the evening before the first day, after eight weeks', () => {
    const times = said.map(message => message.sentAt.getTime());
    expect(Math.max(...times)).toBeLessThan(startOfDay('2026-11-23').getTime() + 22 * 3_600_001);
    expect(new Date(Math.min(...times)).getTime()).toBeGreaterThan(startOfDay('2026-09-29').getTime() - 1);
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

  it.each([
    ['a Tuesday in November', NOW],
    ['the week after National Day', new Date('2026-10-12T03:00:00Z')],
    ['the week after Spring Festival', new Date('2026-03-03T03:00:00Z')],
    ['a Sunday in July', new Date('2027-07-18T03:00:00Z')],
  ])('comes out cold, one-way, helpless and healthy by the analyzer alone: %s', (_, now) => {
    const found = analyzeAll(now);
    const show = (name: string) => {
      const analysis = found.get(name);
      return `${analysis?.state} ${analysis?.noHelp ?? '-'} ${analysis?.band}`;
    };
    expect({
      youth: show('彭浦青年之家'),
      newcomers: show('新彭浦人之家'),
      startups: show('创业沙龙群'),
      property: show('三泉家园物业通知群'),
      talk: show('三泉路邻里群'),
      elders: show('老年学堂群'),
    }).toEqual({
      youth: 'cold unanswered-needs red',
      newcomers: 'cold unanswered-needs red',
      startups: 'cold no-needs red',
      property: 'one-way unanswered-needs red',
      talk: 'busy-no-help unanswered-needs red',
      elders: 'healthy - green',
    });
    const healthy = [...found.values()].filter(analysis => analysis.state === 'healthy');
    expect(healthy).toHaveLength(7);
    expect(healthy.filter(analysis => analysis.band === 'green').length).toBeGreaterThanOrEqual(5);
  });
});
