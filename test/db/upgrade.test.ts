import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDb } from '../../db/open.ts';
import { messages, tickets } from '../../db/schema.ts';
import { eventsOf } from '../../db/tickets.ts';
import { replay } from '../../src/ticket.ts';

const FIXTURES = new URL('../fixtures/databases/', import.meta.url);
const releases = dialect === 'sqlite' ? readdirSync(FIXTURES).filter(file => file.endsWith('.sqlite')) : [];

for (const release of releases) {
  it(`a database of release ${release.replace('.sqlite', '')} comes forward with all that it held`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuanqun-upgrade-'));
    copyFileSync(new URL(release, FIXTURES), join(folder, release));
    const open = await openDb(join(folder, release));
    expect(await open.db.select().from(messages)).toHaveLength(41);
    const kept = await open.db.select().from(tickets);
    expect(kept).toHaveLength(3);
    for (const ticket of kept) {
      const { placeId: _, ...row } = ticket;
      expect(replay(row, await eventsOf(open.db, ticket))).toEqual(row);
    }
    await open.close();
    rmSync(folder, { recursive: true });
  });
}

it('there is a database of at least one release to come forward', () => {
  expect(dialect === 'postgres' || releases.length > 0).toBe(true);
});
