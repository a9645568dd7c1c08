import { addWorkingMs, HOUR_MS, MINUTE_MS } from '../../time.ts';
import { type Room, say } from '../room.ts';
import type { MessageLine } from '../scene.ts';
import type { NeedWords } from '../words/words.ts';
import { leisure } from './talk.ts';

/** A need as said, with the words that would answer it. */
export interface Asked {
  words: NeedWords;
  message: MessageLine;
}

/** A member asks or requests something. */
export function ask(room: Room, ago: number, by?: string, minute?: number): Asked {
  const { chance, words, span, means } = room.scene;
  const need = words.need();
  means(need.text, need.label);
  const sender = by ?? chance.pick(room.active);
  const message = say(room, span.at(ago, minute ?? leisure(room)), { by: sender, text: need.text });
  return { words: need, message };
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);

/** Somebody answers a need surely: by quoting it or by naming the asker. */
export function answer(
  room: Room,
  asked: Asked,
  given: { by: string; workingMinutes?: number },
): MessageLine {
  const { chance, nameOf } = room.scene;
  const { message, words } = asked;
  const wait = given.workingMinutes ?? chance.whole(4, 150);
  const at = room.cadres.includes(given.by)
    ? addWorkingMs(message.sentAt, wait * MINUTE_MS)
    : later(message.sentAt, chance.whole(3, 90));
  const text = words.answer();
  if (chance.happens(0.75)) return say(room, at, { by: given.by, text, replyTo: message.id });
  const named = `@${nameOf(message.sender)} ${text}`;
  return say(room, at, { by: given.by, text: named, mentions: [message.sender] });
}

/** The member says that it helped. */
export function thank(room: Room, asked: Asked, answered: MessageLine): void {
  const { chance, words, means } = room.scene;
  const text = words.thanks();
  means(text, 'chatter');
  const at = later(answered.sentAt, chance.whole(20, 600));
  say(room, at, { by: asked.message.sender, text, replyTo: chance.happens(0.6) ? answered.id : null });
}

/** The member says that it did not help, well within two days. */
export function complain(room: Room, asked: Asked, answered: MessageLine): void {
  const { chance, words, means } = room.scene;
  const text = words.notSolved();
  means(text, 'chatter');
  say(room, later(answered.sentAt, chance.whole(30, 900)), {
    by: asked.message.sender,
    text,
    replyTo: answered.id,
  });
}

/** Needs on these days, each answered by whoever it is given to; `thanked` of them are confirmed by the member. */
export function serve(
  room: Room,
  agos: readonly number[],
  manner: { by?: string[]; thanked?: number; askers?: string[] } = {},
): Asked[] {
  const { chance } = room.scene;
  let owed = 0.5;
  return agos.map(ago => {
    const asked = ask(room, ago, manner.askers && chance.pick(manner.askers));
    const { sender } = asked.message;
    const others = (manner.by ?? [room.cadre]).filter(person => person !== sender);
    const answered = answer(room, asked, { by: chance.pick(others) });
    owed += manner.thanked ?? 0.7;
    if (owed >= 1) thank(room, asked, answered);
    owed %= 1;
    return asked;
  });
}

/** Needs on these days that no person answers; the bot, or talk about something else, may follow. */
export function neglect(room: Room, agos: readonly number[], askers?: string[]): Asked[] {
  const { chance } = room.scene;
  return agos.map(ago => {
    const asked = ask(room, ago, askers && chance.pick(askers));
    if (chance.happens(0.3)) {
      const at = later(asked.message.sentAt, 0.1);
      say(room, at, {
        by: room.bot,
        text: '可以先看服务清单第三条，需要登记请回复“记录”。',
        replyTo: asked.message.id,
      });
    }
    return asked;
  });
}

/** Asker, cadre, asker again: words in both directions. */
export function converse(room: Room, ago: number, member: string): void {
  const asked = ask(room, ago, member);
  const answered = answer(room, asked, { by: room.cadre });
  const { chance, words, means } = room.scene;
  const text = words.reply();
  means(text, 'chatter');
  say(room, later(answered.sentAt, chance.whole(5, 60)), { by: member, text, replyTo: answered.id });
}

/** The cadre goes to see members, or calls them, on these days; the member acknowledges it. */
export function visit(room: Room, agos: readonly number[], whom: readonly string[]): void {
  agos.forEach((ago, n) => {
    const at = new Date(room.scene.span.at(ago, 600).getTime() + (n % 5) * HOUR_MS);
    const person = whom[n % whom.length];
    const way = room.scene.chance.pick(['visit', 'call'] as const);
    if (person) room.scene.put({ type: 'contact', cadre: room.cadre, person, at, way, acknowledged: true });
  });
}

/** The cadre is to keep in touch with these members since so many days. */
export function link(room: Room, whom: readonly string[], ago: number): void {
  const from = room.scene.span.at(ago, 540);
  for (const person of whom) room.scene.put({ type: 'link', cadre: room.cadre, person, from, to: null });
}
