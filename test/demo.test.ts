import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openDemo } from '../demo.ts';
import { writeLine } from '../src/archive/line.ts';
import { neighbourhood } from '../src/neighbourhood/neighbourhood.ts';

/** Tuesday morning, and from there as fast as the real clock. */
const BEGINS = Date.parse('2026-11-24T10:00:00+08:00');
const startedAt = performance.now();
const clock = { now: () => new Date(BEGINS + performance.now() - startedAt) };

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const folder = mkdtempSync(join(tmpdir(), 'nuanqun-demo-'));
const io = { out: nowhere(), err: nowhere(), env: {}, folder, clock };
const open = (dataDir = join(folder, 'demo'), archive?: string) =>
  openDemo({ port: 0, dataDir, archive, io });

interface Message {
  id: string;
  from: string;
  bot: boolean;
  kind: string;
  text: string;
  at: string;
  replyTo: string | null;
}
interface State {
  now: string;
  bot: { id: string; name: string };
  groups: { id: string; name: string }[];
  people: { id: string; name: string; role: string; groups: string[] }[];
}

/** What an order gives back; each fills its own part. */
interface Answer {
  id: string;
  now: string;
  error: string;
}
interface Effect {
  kind: string;
  title: string;
  says: string;
  trace: string;
}

/** Acts through HTTP alone, as a script does. */
function actIn(address: string) {
  const ask = async <T = Answer>(path: string, body?: unknown): Promise<{ status: number; body: T }> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${address}${path}`, init);
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const read = async <T>(path: string): Promise<T> => (await ask<T>(path)).body;
  const messages = (place: string) => read<Message[]>(`/demo/messages?${place}`);
  return {
    ask,
    read,
    state: () => read<State>('/demo/state'),
    messages,
    say: async (from: string, group: string | null, text: string, more: object = {}) =>
      (await ask('/demo/say', { from, group, text, ...more })).body.id,
    passTo: (to: string) => ask('/demo/clock', { to }),
    /** Waits until the bot has said something that reads so. */
    async hears(place: string, reads: RegExp): Promise<Message> {
      for (const until = performance.now() + 10_000; performance.now() < until; ) {
        const found = (await messages(place)).findLast(each => each.bot && reads.test(each.text));
        if (found) return found;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`the bot never said ${reads} in ${place}`);
    },
  };
}

const ticketNumberIn = (message: Message): string => /第(\d+)件/u.exec(message.text)?.[1] ?? '';

describe('the demo, through its JSON interface', { timeout: 90_000 }, () => {
  let demo: Demo | undefined;
  let script: ReturnType<typeof actIn>;
  let state: State;
  const who = (find: (person: State['people'][number]) => boolean) => {
    const person = state.people.find(find);
    if (!person) throw new Error('nobody of that kind lives here');
    return person;
  };
  const GROUP = 'g02';
  let member: State['people'][number];
  let cadre: State['people'][number];
  let number = '';

  beforeAll(async () => {
    demo = await open();
    script = actIn(demo.address);
    state = await script.state();
    member = who(person => person.role === 'member' && person.groups.includes(GROUP));
    cadre = who(person => person.role.startsWith('cadre') && person.groups.includes(GROUP));
  }, 90_000);

  afterAll(async () => {
    await demo?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows twelve groups, some of them red, and nobody as the bot', async () => {
    expect(state.groups).toHaveLength(12);
    expect(state.people.some(person => person.id === state.bot.id)).toBe(false);
    const { groups } = await script.read<{ groups: { band: string }[] }>('/demo/desk');
    expect(groups.filter(group => group.band === 'red').length).toBeGreaterThanOrEqual(3);
    expect(groups.filter(group => group.band === 'green').length).toBeGreaterThanOrEqual(5);
  });

  it('answers what is asked, with its source', async () => {
    const before = await script.messages(`group=${GROUP}`);
    const id = await script.say(member.id, GROUP, '居住证怎么办', { mention: true });
    const answer = await script.hears(`group=${GROUP}`, /派出所/u);
    expect(answer.text).toMatch(/（.+，\d{4}年/u);
    const after = await script.messages(`group=${GROUP}&after=${before.at(-1)?.id}`);
    expect(after.map(message => message.id)).toEqual([id, answer.id]);
  });

  it('records a request by one word, and gives the cadre a card in private', async () => {
    await script.say(member.id, GROUP, '三楼楼道灯坏了，晚上看不清台阶', { mention: true });
    await script.hears(`group=${GROUP}`, /回"记录"/u);
    await script.say(member.id, GROUP, '记录');
    number = ticketNumberIn(await script.hears(`group=${GROUP}`, /记下了，第\d+件/u));
    const card = await script.hears(`private=${cadre.id}`, new RegExp(`第${number}件`, 'u'));
    expect(card.text).toContain('三楼楼道灯坏了');
  });

  it('reminds the cadre when the clock goes on, in working hours', async () => {
    const moved = await script.passTo('2026-11-25T09:30:00+08:00');
    expect(Date.parse(moved.body.now)).toBeGreaterThanOrEqual(Date.parse('2026-11-25T09:30:00+08:00'));
    const reminder = await script.hears(`private=${cadre.id}`, /今天有\d+件要回/u);
    const minute = (Math.floor(Date.parse(reminder.at) / 60_000) + 8 * 60) % (24 * 60);
    expect(minute).toBeGreaterThanOrEqual(9 * 60);
    expect(minute).toBeLessThan(17 * 60);
  });

  it('asks the member when the cadre closes it, and takes the rating in private', async () => {
    await script.say(cadre.id, null, `办结 ${number} 灯换好了`);
    await script.hears(`group=${GROUP}`, /灯换好了。解决了吗/u);
    await script.say(member.id, GROUP, `解决了 ${number}`);
    await script.hears(`group=${GROUP}`, /记为解决了/u);
    await script.say(member.id, null, '满意');
    await script.hears(`private=${member.id}`, new RegExp(`第${number}件的评价记下了`, 'u'));
    const effects = await script.read<Effect[]>('/demo/effects');
    const ticket = effects.filter(effect => effect.kind === 'ticket' && effect.title === `第${number}件`);
    expect(ticket.map(effect => effect.says.slice(0, 3))).toEqual(
      expect.arrayContaining(['记下了', '办结：', '群众说', '收到评']),
    );
    expect(ticket.every(effect => effect.trace !== '')).toBe(true);
    expect(ticket.find(effect => effect.says.startsWith('收到评价'))?.says).not.toContain(member.name);
  });

  it('brings the leader the digest with its picture on Monday at nine', async () => {
    const leader = who(person => person.role === 'leader');
    expect(await script.messages(`private=${leader.id}`)).toEqual([]);
    await script.passTo('2026-11-30T09:00:00+08:00');
    const told = await script.messages(`private=${leader.id}`);
    expect(told.find(message => message.kind === 'text')?.text).toMatch(/彭浦街道周报 第48周：12个群/u);
    const picture = told.find(message => message.kind === 'image');
    const image = await fetch(`${demo?.address}/demo/image/${picture?.id}`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await image.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('lets a neighbour in, recalls, and lets a stranger speak in private by adding the bot first', async () => {
    const { body } = await script.ask('/demo/person', { name: '新来的小陆', group: GROUP });
    await script.hears(`group=${GROUP}`, /欢迎新朋友/u);
    const slip = await script.say(body.id, GROUP, '说错了话');
    expect((await script.ask('/demo/recall', { id: slip })).status).toBe(200);
    const seen = (await script.messages(`group=${GROUP}`)).find(message => message.id === slip);
    expect(seen).toMatchObject({ kind: 'recall', text: '' });
    await script.say(body.id, null, '帮助');
    await script.hears(`private=${body.id}`, /进度/u);
    expect((await script.ask('/demo/leave', { group: GROUP, person: body.id })).status).toBe(200);
    const left = (await script.state()).people.find(person => person.id === body.id);
    expect(left?.groups).toEqual([]);
  });

  it('says calmly what cannot be', async () => {
    const refusals = [
      await script.passTo('2026-11-24T09:00:00+08:00'),
      await script.passTo('tomorrow'),
      await script.ask('/demo/say', { from: 'nobody', group: GROUP, text: '在吗' }),
      await script.ask('/demo/say', { from: member.id, group: 'g99', text: '在吗' }),
      await script.ask('/demo/recall', { id: 'none' }),
      await script.ask('/demo/messages?group=g99'),
    ];
    expect(refusals.map(refusal => refusal.status)).toEqual([400, 400, 404, 404, 400, 404]);
    for (const refusal of refusals) expect(Object.keys(refusal.body)).toEqual(['error']);
  });

  it('goes on after a restart with its clock, its chats and its tickets', async () => {
    const chat = await script.messages(`group=${GROUP}`);
    const { now } = await script.state();
    await demo?.close();
    demo = await open();
    script = actIn(demo.address);
    expect(Date.parse((await script.state()).now)).toBeGreaterThanOrEqual(Date.parse(now));
    expect(await script.messages(`group=${GROUP}`)).toEqual(chat);
    await script.say(member.id, GROUP, `进度 ${number}`, { mention: true });
    await script.hears(`group=${GROUP}`, new RegExp(`第${number}件.*已经解决`, 'u'));
  });

  it('keeps chatter on the phones only, and never in the database', async () => {
    const words = '今天的饺子真香，皮薄馅大';
    await script.say(member.id, GROUP, words);
    const { now } = await script.state();
    await script.passTo(new Date(Date.parse(now) + 2 * 3_600_000).toISOString());
    await demo?.close();
    const dir = join(folder, 'demo');
    const holding = readdirSync(dir).filter(file => readFileSync(join(dir, file)).includes(words));
    expect(holding).toEqual(['phones.jsonl']);
    demo = await open();
    script = actIn(demo.address);
  });
});

describe('the demo on an archive', { timeout: 60_000 }, () => {
  it('opens it instead of the neighbourhood', async () => {
    const home = mkdtempSync(join(tmpdir(), 'nuanqun-archive-'));
    const file = join(home, 'archive.jsonl');
    const lines = neighbourhood({ now: new Date(BEGINS), weeks: 2 }).lines;
    writeFileSync(file, lines.map(writeLine).join('').replaceAll('彭浦姐妹群', '远方来的群'));
    const demo = await open(join(home, 'demo'), file);
    const { groups } = await actIn(demo.address).state();
    await demo.close();
    rmSync(home, { recursive: true, force: true });
    expect(groups.map(group => group.name)).toContain('远方来的群');
  });

  it('refuses a damaged one with its line, and begins anew the next time', async () => {
    const home = mkdtempSync(join(tmpdir(), 'nuanqun-damaged-'));
    const file = join(home, 'archive.jsonl');
    writeFileSync(file, '{"type":"unit","id":"u1","name":"街道","parent":null}\n{"type":"nonsense"}\n');
    await expect(open(join(home, 'demo'), file)).rejects.toThrow(/line 2/u);
    const demo = await open(join(home, 'demo'));
    expect((await actIn(demo.address).state()).groups).toHaveLength(12);
    await demo.close();
    rmSync(home, { recursive: true, force: true });
  });
});
