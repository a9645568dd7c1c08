import { type Room, say } from '../room.ts';
import type { MessageLine } from '../scene.ts';

/** A time of day when people speak, in minutes. */
export const leisure = (room: Room): number => room.scene.chance.whole(7 * 60, 21 * 60 + 50);
/** A time within office hours. */
export const office = (room: Room): number => room.scene.chance.whole(9 * 60 + 2, 16 * 60 + 50);

/** Small talk of one member. */
export function chatter(room: Room, ago: number, by: string): MessageLine {
  const text = room.scene.words.chatter();
  room.scene.means(text, 'chatter');
  return say(room, room.scene.span.at(ago, leisure(room)), { by, text });
}

/** What is said without words of one's own: nothing of it is substantive. */
export function noise(room: Room, ago: number, by: string): void {
  const { chance, words, span } = room.scene;
  const kinds = ['sticker', 'red-packet', 'recall', 'link', 'image', 'filler', 'filler'] as const;
  const kind = chance.pick(kinds);
  const at = span.at(ago, leisure(room));
  if (kind === 'filler') say(room, at, { by, text: words.filler() });
  else if (kind === 'link') say(room, at, { by, kind, text: words.link() });
  else say(room, at, { by, kind });
}

/** Members talk on each of the days: a few lines each, some quoting each other, some noise beside them. */
export function chat(
  room: Room,
  agos: readonly number[],
  manner: { most?: number; by?: string[] } = {},
): void {
  const { chance, words, span, means } = room.scene;
  for (const ago of agos) {
    const speakers = manner.by ?? room.active;
    const first = chatter(room, ago, chance.pick(speakers));
    for (let more = chance.whole(0, (manner.most ?? 3) - 1); more > 0; more--)
      chatter(room, ago, chance.pick(speakers));
    const other = chance.pick(speakers);
    if (other !== first.sender && chance.happens(0.3)) {
      const text = words.chatter();
      means(text, 'chatter');
      say(room, new Date(first.sentAt.getTime() + chance.whole(1, 20) * 60_000), {
        by: other,
        text,
        replyTo: first.id,
      });
    }
    if (chance.happens(0.3)) noise(room, ago, chance.pick(speakers));
    if (chance.happens(0.05)) arrive(room, ago);
    if (span.isWorkday(ago) && chance.happens(0.1))
      say(room, span.at(ago, 480), { by: room.bot, text: '今天的便民服务时间是九点到五点。' });
  }
}

/** The chat tells that somebody came. */
export function arrive(room: Room, ago: number): void {
  const who = room.scene.chance.pick(room.silent);
  const text = `“${room.scene.nameOf(who)}”通过扫描二维码加入群聊`;
  say(room, room.scene.span.at(ago, leisure(room)), { by: who, kind: 'system', text });
}

/** The cadre tells everybody something, each time something else. */
export function notices(room: Room, agos: readonly number[], by = room.cadre): MessageLine[] {
  const { chance, words, span } = room.scene;
  return agos.map(ago => {
    const text = `${chance.happens(0.25) ? '@所有人 ' : ''}${words.notice()}`;
    return say(room, span.at(ago, office(room)), { by, text });
  });
}

/** Members acknowledge a notice without a word of their own. */
export function acknowledge(room: Room, notice: MessageLine, count: number): void {
  const { chance, words } = room.scene;
  for (let n = 0; n < count; n++) {
    const at = new Date(notice.sentAt.getTime() + chance.whole(1, 240) * 60_000);
    say(room, at, { by: chance.pick([...room.active, ...room.silent]), text: words.filler() });
  }
}

/** A member answers a notice of the cadre with words. */
export function respond(room: Room, notice: MessageLine, by: string): void {
  const { chance, words, means } = room.scene;
  const text = words.reply();
  means(text, 'chatter');
  const at = new Date(notice.sentAt.getTime() + chance.whole(3, 200) * 60_000);
  say(room, at, { by, text, replyTo: notice.id });
}

/** How many fall on these days when so many fall on a month of 21 working days or 30 days. */
export const monthly = (count: number, agos: readonly number[], month: 21 | 30): number =>
  Math.round((count * agos.length) / month);
