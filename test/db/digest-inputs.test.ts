import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { digestInput } from '../../db/digest-inputs.ts';
import { savePerson } from '../../db/people.ts';
import { groups, units } from '../../db/schema.ts';
import { saveScore } from '../../db/scores.ts';
import { addTicketEvent, openTicket } from '../../db/tickets.ts';
import { composeDigest } from '../../src/digest.ts';
import type { GroupKind } from '../../src/people.ts';
import { analysed, MONDAY, WEEK } from '../support/digest-inputs.ts';
import { openTestDb } from '../support/open-test-db.ts';

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const ask = { leaderId: 'p-zhao', unitId: 'u-street', week: WEEK, isLate: false, href: null, now: MONDAY };

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
  const unit = (id: string, name: string, parentId: string | null) =>
    ({ id, name, parentId, level: 'street', line: 'general' }) as const;
  await open.db
    .insert(units)
    .values([
      unit('u-street', '彭浦街道', null),
      unit('u-block', '三泉居委', 'u-street'),
      unit('u-other', '临汾街道', null),
    ]);
  await open.db
    .insert(groups)
    .values([
      group('g1', '彭浦青年之家', 'u-street'),
      group('g2', '三泉邻里群', 'u-block'),
      group('g3', '工作群', 'u-street', 'office'),
      group('g4', '还没绑定的群', 'u-street', 'grassroots', false),
      group('g5', '别的街道的群', 'u-other'),
    ]);
  await savePerson(open.db, { id: 'p-li', name: '李阿姨', role: 'member', isContact: true });
});
afterEach(() => open.close());

function group(id: string, name: string, unitId: string, kind: GroupKind = 'grassroots', isBound = true) {
  const boundAt = isBound ? at('01T09:00') : null;
  return { id, name, unitId, kind, size: 90, createdAt: null, serviceLines: [], boundAt };
}

async function scoreAll(): Promise<void> {
  const { db } = open;
  await saveScore(db, '2026-W46', analysed('g1', '彭浦青年之家', 'healthy'), MONDAY);
  await saveScore(db, '2026-W46', analysed('g2', '三泉邻里群', 'cold'), MONDAY);
  await saveScore(db, WEEK, analysed('g1', '彭浦青年之家', 'cold'), MONDAY);
  await saveScore(db, WEEK, analysed('g2', '三泉邻里群', 'healthy'), MONDAY);
  await saveScore(db, WEEK, analysed('g3', '工作群', 'exempt'), MONDAY);
  await saveScore(db, WEEK, analysed('g5', '别的街道的群', 'cold'), MONDAY);
}

const ticketOf = (id: string, groupId: string, topic: string, requesterId = 'p-li') => ({
  id,
  kind: 'request' as const,
  groupId,
  requesterId,
  topic,
  messageId: null,
  assigneeId: null,
  openedAt: at('17T09:00'),
  dueAt: at('18T09:00'),
  placeId: groupId,
});

async function confirmTicket(id: string, when: Date): Promise<void> {
  await open.db.transaction(async tx => {
    const ticket = await openTicket(tx, ticketOf(id, 'g2', '楼道灯'), 'p-li', 'trace');
    const confirm = { at: when, byId: 'p-li', act: 'confirm' as const, data: {} };
    await addTicketEvent(tx, ticket, confirm, 'trace');
  });
}

describe('what a digest is composed of', () => {
  it('is nothing while no group of the leader has a score for the week', async () => {
    expect(await digestInput(open.db, ask)).toBeNull();
    await saveScore(open.db, WEEK, analysed('g5', '别的街道的群', 'cold'), MONDAY);
    await saveScore(open.db, WEEK, analysed('g3', '工作群', 'exempt'), MONDAY);
    expect(await digestInput(open.db, ask)).toBeNull();
  });

  it('holds the bound groups of the unit and of those below, with eight weeks, oldest first', async () => {
    await scoreAll();
    const input = await digestInput(open.db, ask);
    expect(input?.unitName).toBe('彭浦街道');
    expect(input?.groups.map(each => each.groupId)).toEqual(['g1', 'g2', 'g3']);
    expect(input?.groups[0]?.findings).toHaveLength(1);
    const weeks = input?.history[0]?.weeks ?? [];
    expect(weeks).toHaveLength(8);
    expect(weeks[0]).toEqual({ week: '2026-W40', state: null });
    expect(weeks.slice(-2).map(week => week.state)).toEqual(['healthy', 'cold']);
  });

  it('counts one person who confirmed twice once, and nobody outside the week', async () => {
    await scoreAll();
    await confirmTicket('t1', at('17T10:00'));
    await confirmTicket('t2', at('22T23:59'));
    expect((await digestInput(open.db, ask))?.helped.persons).toBe(1);
    const next = await digestInput(open.db, { ...ask, week: '2026-W46' });
    expect(next?.helped.persons).toBe(0);
  });

  it('praises a healthy group whose members say that it is solved, or that got better', async () => {
    await scoreAll();
    const better = await digestInput(open.db, ask);
    expect(better?.praise).toEqual([{ groupId: 'g2', name: '三泉邻里群', why: '好转，30天帮到5件' }]);
    await confirmTicket('t1', at('17T10:00'));
    expect((await digestInput(open.db, ask))?.praise[0]?.why).toBe('1人说解决了');
  });

  it('tells overdue requests of these groups without a name', async () => {
    await scoreAll();
    await open.db.transaction(async tx => {
      await openTicket(tx, ticketOf('t1', 'g1', '李阿姨家楼道灯不亮'), 'p-li', 'trace');
      await openTicket(tx, ticketOf('t2', 'g5', '别处的事'), 'p-li', 'trace');
    });
    const input = await digestInput(open.db, ask);
    expect(input?.openTickets).toBe(1);
    expect(input?.overdue).toHaveLength(1);
    const text = input ? composeDigest(input, MONDAY).text : '';
    expect(text).toContain('楼道灯不亮');
    expect(text).not.toContain('李阿姨');
    expect(text).toContain('好转：三泉邻里群。变差：彭浦青年之家。');
  });
});
