import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { handOver } from '../../db/hand-over.ts';
import { savePerson, servingCadresOf } from '../../db/people.ts';
import { groupCadres, groups } from '../../db/schema.ts';
import { beginStandIn, endStandIn, servedGroupIds, standInFor, standInsEnded } from '../../db/stand-ins.ts';
import { addTicketEvent, openTicket, type PlacedTicket, ticketByNumber } from '../../db/tickets.ts';
import { newId } from '../../src/ids.ts';
import { dueAtFor } from '../../src/limits.ts';
import { openTestDb } from '../support/open-test-db.ts';

const NOW = new Date('2026-11-24T10:00:00+08:00');
const LATER = new Date('2026-11-24T11:00:00+08:00');

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
  for (const [id, name] of [
    ['wang', '王芳'],
    ['sun', '孙强'],
    ['zhou', '周洁'],
  ] as const)
    await savePerson(open.db, { id, name, role: 'cadre-full-time', isContact: true });
  await open.db.insert(groups).values({
    id: 'g1',
    name: '彭浦群',
    unitId: 'u1',
    kind: 'grassroots',
    size: 10,
    createdAt: NOW,
    serviceLines: [],
    boundAt: NOW,
    bindCode: null,
    noticeAt: NOW,
  });
  await open.db.insert(groupCadres).values({ groupId: 'g1', personId: 'wang', since: NOW });
});
afterEach(() => open.close());

const ticket = (more: { kind?: 'call-back'; about?: string; assigneeId: string }): Promise<PlacedTicket> =>
  openTicket(
    open.db,
    {
      id: newId(NOW),
      kind: 'request',
      groupId: 'g1',
      placeId: 'g1',
      requesterId: 'li',
      topic: '楼道灯',
      messageId: null,
      openedAt: NOW,
      dueAt: dueAtFor(NOW),
      ...more,
    },
    'li',
    'trace',
  );

it('a call-back is never handed to the one whose work was rated', async () => {
  const { db } = open;
  const first = await ticket({ assigneeId: 'sun' });
  const closed = await addTicketEvent(db, first, { at: NOW, byId: 'sun', act: 'close', data: {} }, 't');
  await addTicketEvent(db, closed, { at: NOW, byId: 'li', act: 'rate', data: { stars: 1 } }, 't');
  const callBack = await ticket({ kind: 'call-back', about: 'ticket/1', assigneeId: 'wang' });
  expect(await handOver(db, [callBack], { toId: 'sun', at: LATER, trace: 't' })).toEqual([]);
  expect(await handOver(db, [callBack], { toId: 'zhou', at: LATER, trace: 't' })).toHaveLength(1);
  expect(await ticketByNumber(db, 2)).toMatchObject({ assigneeId: 'zhou' });
});

it('a stand-in serves the groups of the one away from its beginning to its end', async () => {
  const { db } = open;
  await beginStandIn(db, { cadreId: 'wang', standInId: 'sun', fromAt: NOW, toAt: LATER });
  expect(await servedGroupIds(db, 'sun', NOW)).toEqual(['g1']);
  expect((await servingCadresOf(db, 'g1', NOW)).map(each => each.id)).toEqual(['sun']);
  expect(await standInFor(db, 'wang', LATER)).toBeNull();
  expect(await servedGroupIds(db, 'sun', LATER)).toEqual([]);
  expect((await servingCadresOf(db, 'g1', LATER)).map(each => each.id)).toEqual(['wang']);
  expect(await standInsEnded(db, NOW, LATER)).toHaveLength(1);
});

it('one without an end lasts until it is ended', async () => {
  const { db } = open;
  const row = { cadreId: 'wang', standInId: 'sun', fromAt: NOW, toAt: null };
  await beginStandIn(db, row);
  expect(await standInFor(db, 'wang', new Date('2027-11-24T10:00:00+08:00'))).toMatchObject({
    standInId: 'sun',
  });
  await endStandIn(db, row, LATER);
  expect(await standInFor(db, 'wang', LATER)).toBeNull();
});
