import { readFile } from 'node:fs/promises';
import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ticketEvents, tickets } from '../../db/schema.ts';
import { SHANGHAI_OFFSET_MS } from '../../src/time.ts';
import { parseScript } from '../support/script/parse.ts';
import { playScript } from '../support/script/play.ts';
import { stageOf } from '../support/script/stage.ts';
import { openWorld, type TestWorld } from '../support/world.ts';

const FILE = new URL('../fixtures/chats/week.txt', import.meta.url);

const short = (at: Date | null): string =>
  at ? new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(5, 16).replace('T', ' ') : '';

/** One line a ticket: what it is, whose, who has it, where it stands, and every act with its time. */
async function resultOf({ open }: TestWorld): Promise<string[]> {
  const rows = await open.db.select().from(tickets).orderBy(asc(tickets.number));
  const events = await open.db.select().from(ticketEvents).orderBy(asc(ticketEvents.seq));
  return rows.flatMap(ticket => {
    const stars = ticket.stars === null ? '' : `｜${ticket.stars}星`;
    const head = `第${ticket.number}件 ${ticket.topic}｜${ticket.requesterId}→${ticket.assigneeId ?? '没人'}｜${ticket.state}${stars}｜限${short(ticket.dueAt)}`;
    const acts = events
      .filter(event => event.ticketId === ticket.id)
      .map(event => `${event.act} ${event.byId ?? '小暖'} ${short(event.at)}`);
    return [head, `    ${acts.join('，')}`];
  });
}

it('a week of forty members, three cadres and a leader goes as its script says, to the letter', async () => {
  const script = parseScript(await readFile(FILE, 'utf8'));
  const world = await openWorld({
    now: script.lines[0]?.at ?? new Date(0),
    furnish: stageOf(script.cast),
    env: { NUANQUN_HOTLINE: '021-56001234' },
  });
  const transcript = await playScript(world, script);
  const whole = [...transcript, '', '== 结果', ...(await resultOf(world)), ''].join('\n');
  await world.close();
  // The file is both what people say and what must come of it; `vitest -u` writes it anew, and then it is read.
  await expect(whole).toMatchFileSnapshot('../fixtures/chats/week.txt');
}, 300_000);
