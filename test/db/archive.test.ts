import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportArchive } from '../../db/archive-export.ts';
import { type ImportOptions, importArchive } from '../../db/archive-import.ts';
import type { OpenDb } from '../../db/connect.ts';
import { ARCHIVE_TYPES, type ArchiveLine, writeLine } from '../../src/archive/line.ts';
import { parseLine } from '../../src/archive/parse-line.ts';
import { neighbourhood } from '../../src/neighbourhood/neighbourhood.ts';
import { analyzeLines, judging } from '../support/archive-paths.ts';
import { openTestDb } from '../support/open-test-db.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const FULL = { ...judging, now: NOW, bindTo: null };

const read = (text: string): ArchiveLine[] =>
  text
    .trim()
    .split('\n')
    .map(line => {
      const parsed = parseLine(line);
      if ('fault' in parsed) throw new Error(`${parsed.fault}: ${line}`);
      return parsed.line;
    });

/** A small archive with a line of every type; its last message is chatter. */
const SMALL = read(`
{"type":"unit","id":"u0","name":"静安区","parent":null,"level":"district","line":"youth"}
{"type":"unit","id":"u1","name":"彭浦街道","parent":"u0","level":"street","line":"youth"}
{"type":"person","id":"p-wang","name":"王芳","role":"cadre-full-time"}
{"type":"person","id":"p-li","name":"李阿姨","role":"member"}
{"type":"person","id":"p-zhao","name":"赵敏","role":"leader"}
{"type":"group","id":"g0","name":"老群","unit":"u1","kind":"grassroots","size":80,"createdAt":"2024-01-01T00:00:00Z","cadres":[]}
{"type":"group","id":"g1","name":"彭浦青年之家","unit":"u1","kind":"grassroots","cadres":["p-wang"],"serviceLines":["rights"]}
{"type":"membership","group":"g1","person":"p-wang","role":"cadre","joinedAt":"2026-01-01T00:00:00Z","leftAt":null}
{"type":"membership","group":"g1","person":"p-li","role":"member","joinedAt":null,"leftAt":null}
{"type":"link","cadre":"p-wang","person":"p-li","from":"2026-01-01T00:00:00Z","to":null}
{"type":"contact","cadre":"p-wang","person":"p-li","at":"2026-11-02T03:00:00Z","way":"visit","acknowledged":true}
{"type":"group-change","from":"g0","to":"g1","at":"2026-01-01T00:00:00Z","act":"rebuild"}
{"type":"inspection","unit":"u1","date":"2026-10-12"}
{"type":"message","id":"m0","group":"g1","sender":"p-li","sentAt":"2026-05-01T02:00:00Z","kind":"text","text":"12号楼楼道灯坏了，麻烦派人来修一下"}
{"type":"message","id":"m1","group":"g1","sender":"p-li","sentAt":"2026-11-20T02:00:00Z","kind":"text","text":"5号楼电梯坏了，麻烦派人来修一下"}
{"type":"message","id":"m2","group":"g1","sender":"p-wang","sentAt":"2026-11-20T02:10:00Z","kind":"text","text":"@李阿姨 已经联系维保，下午就来","replyTo":null,"mentions":[]}
{"type":"message","id":"m3","group":"g1","sender":"p-li","sentAt":"2026-11-20T08:00:00Z","kind":"text","text":"今天太阳真好，被子都晒出去了"}
{"type":"ticket","id":"t1","kind":"request","group":"g1","requester":"p-li","openedAt":"2026-11-20T02:00:00Z","topic":"电梯坏了","message":"m1"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-20T02:05:00Z","by":"p-wang","act":"accept"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-20T02:10:00Z","by":"p-wang","act":"answer","text":"维保下午来"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-20T02:11:00Z","by":null,"act":"ask"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-20T09:00:00Z","by":"p-wang","act":"close"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-21T01:00:00Z","by":"p-li","act":"confirm"}
{"type":"ticket-event","ticket":"t1","at":"2026-11-21T01:01:00Z","by":"p-li","act":"rate","stars":5}
{"type":"ticket","id":"t2","kind":"request","group":"g1","requester":"p-li","openedAt":"2026-11-23T02:00:00Z","topic":"门口堆物","message":null}
{"type":"ticket-event","ticket":"t2","at":"2026-11-23T03:00:00Z","by":"p-li","act":"escalate"}
`);

const TABLES = [
  ['units', 'id'],
  ['people', 'id'],
  ['unit_leaders', 'unit_id'],
  ['groups', 'id'],
  ['group_cadres', 'group_id'],
  ['group_changes', 'from_id'],
  ['memberships', 'group_id, person_id'],
  ['links', 'cadre_id, person_id'],
  ['contacts', 'cadre_id, person_id'],
  ['inspections', 'unit_id'],
  ['observations', 'group_id'],
  ['bindings', 'kind, chat_id'],
  ['messages', 'place_id, id'],
  ['reply_edges', 'group_id, from_message_id, to_message_id'],
  ['group_days', 'group_id, day'],
  ['tickets', 'group_id, id'],
  ['ticket_events', 'group_id, ticket_id, seq'],
  ['counters', 'name'],
] as const;

async function everything({ rows }: OpenDb): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [table, order] of TABLES) found[table] = await rows(`select * from ${table} order by ${order}`);
  return found;
}

async function exported({ db }: OpenDb): Promise<ArchiveLine[]> {
  const lines: ArchiveLine[] = [];
  for await (const line of exportArchive(db)) lines.push(line);
  return lines;
}

/** Out of the program as text and in again, as files go. */
const throughText = (lines: readonly ArchiveLine[]): ArchiveLine[] => read(lines.map(writeLine).join(''));

describe('an archive in the database', () => {
  let open: OpenDb;
  const bringIn = (lines: readonly ArchiveLine[], more: Partial<ImportOptions> = {}) =>
    importArchive(open.db, lines, { ...FULL, ...more });
  const rows = (sql: string) => open.rows(sql);

  beforeEach(async () => {
    open = await openTestDb();
  });
  afterEach(() => open.close());

  it('counts what was new by type, and a second time changes nothing', async () => {
    expect(await bringIn(SMALL, { bindTo: 'bot' })).toEqual({
      unit: 2,
      person: 3,
      group: 2,
      membership: 2,
      link: 1,
      contact: 1,
      'group-change': 1,
      observation: 1,
      inspection: 1,
      message: 4,
      ticket: 2,
      'ticket-event': 7,
    });
    const before = await everything(open);
    const again = await bringIn(SMALL, { bindTo: 'bot', now: new Date(NOW.getTime() + 60_000) });
    expect(new Set(Object.values(again))).toEqual(new Set([0]));
    expect(await everything(open)).toEqual(before);
  });

  it('keeps the words of a request and never writes those of chatter, nor those that are too old', async () => {
    await bringIn(SMALL);
    const texts = await rows('select id, text, text_state, label from messages order by id');
    expect(texts).toEqual([
      { id: 'm0', text: null, text_state: 'dropped', label: 'request' },
      { id: 'm1', text: '5号楼电梯坏了，麻烦派人来修一下', text_state: 'kept', label: 'request' },
      { id: 'm2', text: null, text_state: 'dropped', label: 'chatter' },
      { id: 'm3', text: null, text_state: 'dropped', label: 'chatter' },
    ]);
    expect(JSON.stringify(await everything(open))).not.toContain('太阳');
  });

  it('sees whom an answer mentions by name, and that it answers', async () => {
    await bringIn(SMALL);
    const edges = await rows('select from_message_id, to_message_id, rule from reply_edges');
    expect(edges).toEqual([{ from_message_id: 'm2', to_message_id: 'm1', rule: 'mention' }]);
  });

  it('replays the log of a ticket, keeping an act that does not fit without following it', async () => {
    await bringIn(SMALL);
    const [closed, open_] = await rows(
      'select number, state, stars, last_seq, assignee_id, asked_at from tickets order by number',
    );
    expect(closed).toEqual({
      number: 1,
      state: 'confirmed',
      stars: 5,
      last_seq: 7,
      assignee_id: 'p-wang',
      asked_at: null,
    });
    expect(open_).toMatchObject({ number: 2, state: 'open', assignee_id: 'p-wang' });
    const log = await rows("select act from ticket_events where ticket_id = 't1' order by seq");
    expect(log.map(row => row['act'])).toEqual([
      'open',
      'accept',
      'answer',
      'ask',
      'close',
      'confirm',
      'rate',
    ]);
  });

  it('numbers tickets on from those that are there', async () => {
    await bringIn(SMALL);
    const other = SMALL.map(line =>
      line.type === 'ticket'
        ? { ...line, id: `${line.id}b` }
        : line.type === 'ticket-event'
          ? { ...line, ticket: `${line.ticket}b` }
          : line,
    );
    expect(await bringIn(other)).toMatchObject({ ticket: 2, message: 0 });
    const numbers = await rows('select number from tickets order by number');
    expect(numbers.map(row => row['number'])).toEqual([1, 2, 3, 4]);
  });

  it('brings in all or nothing', async () => {
    await open.exclusively(raw => raw.run('drop table counters'));
    await expect(bringIn(SMALL)).rejects.toThrow();
    for (const table of ['units', 'people', 'groups', 'messages', 'reply_edges', 'group_days', 'tickets']) {
      expect(await rows(`select * from ${table}`), table).toEqual([]);
    }
  });

  it('lets a leader whom nothing names lead the unit at the top, and one that is told lead that', async () => {
    await bringIn(SMALL);
    expect(await rows('select unit_id, person_id from unit_leaders')).toEqual([
      { unit_id: 'u0', person_id: 'p-zhao' },
    ]);
    const told = await openTestDb();
    await importArchive(told.db, SMALL, { ...FULL, leaders: new Map([['p-zhao', 'u1']]) });
    expect(await told.rows('select unit_id, person_id from unit_leaders')).toEqual([
      { unit_id: 'u1', person_id: 'p-zhao' },
    ]);
    await told.close();
  });

  it('binds people and groups to the account and knows its friends', async () => {
    await bringIn(SMALL, { bindTo: 'bot', contacts: new Set(['p-li']) });
    const bound = await rows(
      "select kind, chat_id from bindings where account_id = 'bot' order by kind, chat_id",
    );
    expect(bound.map(row => `${row['kind']} ${row['chat_id']}`)).toEqual([
      'group g0',
      'group g1',
      'person p-li',
      'person p-wang',
      'person p-zhao',
    ]);
    const lines = await exported(open);
    const isFriend = lines.filter(line => line.type === 'person' && line.contact);
    expect(isFriend.map(line => 'id' in line && line.id)).toEqual(['p-li']);
  });

  it('gives out what was brought in, and that brought in again gives out the same', async () => {
    const street = neighbourhood({ now: NOW }).lines;
    await bringIn([...SMALL, ...street]);
    const first = throughText(await exported(open));
    const other = await openTestDb();
    await importArchive(other.db, first, FULL);
    expect(throughText(await exported(other))).toEqual(first);
    await other.close();
    const count = (lines: readonly ArchiveLine[], type: ArchiveLine['type']) =>
      lines.filter(line => line.type === type).length;
    for (const type of ARCHIVE_TYPES) {
      // The group without an observation line counts as observed, and is given out with that.
      const more = type === 'observation' ? 1 : 0;
      expect(count(first, type), type).toBe(count([...SMALL, ...street], type) + more);
    }
  });

  it('measures the same of what was given out as of what was brought in, though texts are gone', async () => {
    const street = neighbourhood({ now: NOW }).lines;
    await bringIn(street);
    const given = throughText(await exported(open));
    expect(given.filter(line => line.type === 'message' && line.text === null).length).toBeGreaterThan(800);
    expect(analyzeLines(given, NOW)).toEqual(analyzeLines(street, NOW));
  });
});
