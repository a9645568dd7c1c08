import type { LineOf } from '../archive/line.ts';
import type { GroupKind } from '../people.ts';
import { HOUR_MS } from '../time.ts';
import type { MessageLine, Scene } from './scene.ts';

/** A group on the scene, with its people. */
export interface Room {
  scene: Scene;
  id: string;
  size: number;
  cadre: string;
  cadres: string[];
  volunteers: string[];
  backbone: string[];
  /** Members who speak now and then. */
  active: string[];
  /** Members who only read. */
  silent: string[];
  bot: string;
}

/** How a room differs from an ordinary one. */
export interface RoomPlan {
  size?: number;
  kind?: GroupKind;
  cadres?: string[];
  volunteers?: number;
  backbone?: number;
  /** Days of age; the whole span and more unless told. */
  age?: number;
  /** Share of the hours in which the bot is online; `untold` writes no observation lines. */
  online?: number | 'untold';
  /** Ends so many days ago, as another group. */
  endedAgo?: number;
  /** Stands in a unit of its own. */
  alone?: boolean;
  cadreRole?: 'cadre-full-time' | 'cadre-part-time';
}

const NAMES =
  '青年之家 邻里互助群 姐妹之家 楼组群 家长群 创业者之家 骑手驿站群 长者乐园 新市民群 志愿者之家'.split(' ');
const PLACES = '彭浦 曹杨 北站 天目 临汾 宝山路 共和 大宁 芷江 长风 甘泉 石泉 宜川 真如 万里'.split(' ');
const LINES = ['rights', 'startup', 'science', 'women', 'youth', 'care'];
export const MIDDLE_SIZES = [36, 44, 52, 64, 78, 90];
export const LARGE_SIZES = [120, 160, 220, 300, 480];

function enrol(
  scene: Scene,
  group: string,
  plan: { people: string[]; role: LineOf<'membership'>['role']; age: number },
): void {
  for (const person of plan.people) {
    const joined = scene.span.at(
      plan.age + scene.chance.whole(-Math.min(plan.age, 20), 0),
      scene.chance.whole(480, 1200),
    );
    scene.put({ type: 'membership', group, person, role: plan.role, joinedAt: joined, leftAt: null });
  }
}

/** Some members came and went again; they are no longer counted in the size. */
function depart(scene: Scene, group: string, age: number): void {
  const { chance, span, put } = scene;
  for (let count = chance.whole(0, 4); count > 0 && age > 40; count--) {
    const stay = chance.whole(5, Math.min(age, span.days) - 2);
    const person = scene.person('member');
    put({
      type: 'membership',
      group,
      person,
      role: 'member',
      joinedAt: span.at(stay, 600),
      leftAt: span.at(chance.whole(0, stay - 1), 700),
    });
  }
}

function observe(scene: Scene, group: string, plan: { from: number; to: number; online: number }): void {
  for (let ago = plan.from; ago > plan.to; ago -= 5) {
    const [from, end] = [scene.span.at(ago, 0), scene.span.at(Math.max(plan.to, ago - 5), 0)];
    const to = new Date(from.getTime() + (end.getTime() - from.getTime()) * plan.online - 0.2 * HOUR_MS);
    scene.put({ type: 'observation', group, from, to });
  }
}

/** Opens a room with all its people, written into the archive. */
export function openRoom(scene: Scene, plan: RoomPlan = {}): Room {
  const { chance, span } = scene;
  const id = scene.id('g');
  const size = plan.size ?? chance.pick(chance.happens(0.7) ? MIDDLE_SIZES : LARGE_SIZES);
  const people = (count: number, role: 'volunteer' | 'backbone' | 'member') =>
    Array.from({ length: count }, () => scene.person(role));
  const cadres = plan.cadres ?? [scene.person(plan.cadreRole ?? 'cadre-full-time')];
  const volunteers = people(plan.volunteers ?? 1, 'volunteer');
  const backbone = people(plan.backbone ?? 1, 'backbone');
  const members = people(size - cadres.length - volunteers.length - backbone.length, 'member');
  const bot = scene.person('bot');
  const age = plan.age ?? span.days + chance.whole(200, 900);
  const name = `${chance.pick(PLACES)}${chance.pick(NAMES)}`;
  scene.put({
    type: 'group',
    id,
    name,
    unit: plan.alone ? 'own' : 'any',
    kind: plan.kind ?? 'grassroots',
    size,
    createdAt: span.at(age, 540),
    cadres,
    serviceLines: [chance.pick(LINES)],
  });
  enrol(scene, id, { people: cadres, role: 'cadre', age });
  enrol(scene, id, { people: volunteers, role: 'volunteer', age });
  enrol(scene, id, { people: backbone, role: 'backbone', age });
  enrol(scene, id, { people: members, role: 'member', age });
  enrol(scene, id, { people: [bot], role: 'bot', age });
  depart(scene, id, age);
  const online = plan.online ?? 1;
  const to = plan.endedAgo ?? -1;
  if (online !== 'untold') observe(scene, id, { from: Math.min(age, span.days - 1), to, online });
  const cut = Math.max(6, Math.ceil(members.length * 0.35));
  const [cadre = ''] = cadres;
  const known = {
    cadres,
    volunteers,
    backbone,
    bot,
    active: members.slice(0, cut),
    silent: members.slice(cut),
  };
  return { scene, id, size, cadre, ...known };
}

/** Says something into the room. */
export function say(
  room: Room,
  at: Date,
  said: { by: string; text?: string } & Partial<MessageLine>,
): MessageLine {
  const line: MessageLine = {
    type: 'message',
    id: room.scene.id('m'),
    group: room.id,
    sender: said.by,
    sentAt: at,
    kind: said.kind ?? 'text',
    text: said.text ?? null,
    replyTo: said.replyTo ?? null,
    mentions: said.mentions ?? [],
  };
  room.scene.put(line);
  return line;
}
