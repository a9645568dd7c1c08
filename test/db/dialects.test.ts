import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAudit, verifyAudit } from '../../db/audit.ts';
import type { OpenDb } from '../../db/connect.ts';
import { takeLease } from '../../db/leases.ts';
import { claimRow, dueRows, put } from '../../db/outbox.ts';
import { outbox, settings, units } from '../../db/schema.ts';
import { readSetting, saveSetting } from '../../db/settings.ts';
import { addTicketEvent, openTicket, ticketByNumber } from '../../db/tickets.ts';
import { openTestDb } from '../support/open-test-db.ts';

let open: OpenDb;
beforeAll(async () => {
  open = await openTestDb();
});
afterAll(() => open.close());

const NOW = new Date('2026-11-24T10:00:00.123+08:00');
const unit = (id: string) => ({ id, name: '静安区团委', parentId: null, level: 'district', line: 'youth' });
const opening = (id: string) => ({
  id,
  kind: 'request' as const,
  groupId: 'g1',
  placeId: 'g1',
  requesterId: 'p1',
  topic: '楼道灯',
  messageId: null,
  assigneeId: null,
  openedAt: NOW,
  dueAt: NOW,
});

describe('both engines', () => {
  it('keep Chinese text, a moment to the millisecond, JSON and bytes', async () => {
    const image = new Uint8Array([0, 1, 255]);
    await put(
      open.db,
      { key: 'k', placeId: 'g', isPrivate: false, text: '灯换好了', image, mentions: ['李'], trace: 't' },
      NOW,
    );
    const [row] = await open.db.select().from(outbox).where(eq(outbox.key, 'k'));
    expect(row).toMatchObject({ text: '灯换好了', mentions: ['李'], createdAt: NOW, ignoresQuiet: false });
    expect([...(row?.image ?? [])]).toEqual([0, 1, 255]);
    await saveSetting(open.db, 'a', { 数: [1, null] });
    expect(await readSetting(open.db, 'a')).toEqual({ 数: [1, null] });
  });

  it('roll a transaction back whole, while somebody else writes beside it', async () => {
    const failing = open.db.transaction(async tx => {
      await tx.insert(units).values(unit('rolled-back'));
      await new Promise(resolve => setTimeout(resolve, 20));
      throw new Error('no');
    });
    const beside = open.db.insert(units).values(unit('beside'));
    await expect(failing).rejects.toThrow('no');
    await beside;
    const ids = (await open.db.select().from(units)).map(row => row.id);
    expect(ids).toEqual(['beside']);
  });

  it('give every ticket a number of its own, however many open at once', async () => {
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        open.db.transaction(tx => openTicket(tx, opening(`ticket-${index}`), 'p1', 't')),
      ),
    );
    expect(opened.map(ticket => ticket.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
  });

  it('let one of two cadres accept, and tell the other', async () => {
    const ticket = await ticketByNumber(open.db, 1);
    if (!ticket) throw new Error('no ticket');
    const accept = (byId: string) =>
      open.db.transaction(tx => addTicketEvent(tx, ticket, { at: NOW, byId, act: 'accept', data: {} }, 't'));
    const ends = await Promise.allSettled([accept('p1'), accept('p2')]);
    expect(ends.map(end => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('let one of many claim a row of the outbox', async () => {
    const rows = await dueRows(open.db, NOW, 1);
    const claims = await Promise.all(
      Array.from({ length: 5 }, async () => rows[0] && claimRow(open.db, rows[0], NOW)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('let one holder have a lease until it runs out', async () => {
    expect(await takeLease(open.db, 'account', 'a', NOW, 1000)).toBe(true);
    expect(await takeLease(open.db, 'account', 'b', NOW, 1000)).toBe(false);
    expect(await takeLease(open.db, 'account', 'a', NOW, 1000)).toBe(true);
    expect(await takeLease(open.db, 'account', 'b', new Date(NOW.getTime() + 2000), 1000)).toBe(true);
  });

  it('show where the audit log was changed', async () => {
    for (const act of ['import', 'export', 'close']) {
      await appendAudit(open.db, { byId: null, act, thing: 'x', data: { b: 1, a: 2 } }, NOW);
    }
    expect(await verifyAudit(open.db)).toEqual({ rows: 3, brokenAt: null });
    await open.exclusively(raw => raw.run(`update audit set act = 'nothing' where seq = 2`));
    expect(await verifyAudit(open.db)).toEqual({ rows: 3, brokenAt: 2 });
  });

  it('refuse the outer handle inside a transaction, where the mistake would go unseen on the other engine', async () => {
    const { dialect } = await import('../../db/columns.ts');
    if (dialect === 'postgres') return;
    await expect(
      open.db.transaction(() =>
        open.db
          .select()
          .from(settings)
          .then(() => undefined),
      ),
    ).rejects.toMatchObject({ cause: { message: 'inside a transaction, use tx, not db' } });
  });
});
