import { createSimulatorWorld, type SimulatorWorld } from './bots/simulator/world.ts';
import type { SimulatedMessage } from './bots/simulator/world-types.ts';
import { Failure } from './src/errors.ts';
import type { Clock } from './src/time.ts';
import type { DemoFace, DemoPlace, DemoWords, ShownMessage } from './web/demo/face.ts';
import type { PhoneLine, PhoneMessage, Phones } from './web/demo/phones.ts';

/** The bot as the people of the demo know it. */
export const BOT = { id: 'bot', name: '小暖' };

function phoneLineOf(message: SimulatedMessage): PhoneLine {
  const privateWith = message.from === BOT.id ? message.to : message.from;
  return {
    is: 'message',
    id: message.id,
    place: message.groupId ?? privateWith ?? '',
    isPrivate: message.groupId === null,
    from: message.from,
    kind: message.kind,
    text: message.text,
    at: message.at.toISOString(),
    replyTo: message.replyTo,
    picture: message.picture?.base64 ?? null,
  };
}

/** Puts what was said before into the world without anybody hearing it again, so that it can be quoted and recalled. */
function remind(world: SimulatorWorld, message: PhoneMessage): void {
  if (message.kind === 'recall') return;
  const { id, from, text, kind, replyTo } = message;
  const groupId = message.isPrivate ? null : message.place;
  const inGroup = world.groups().find(group => group.id === groupId);
  if (inGroup && !inGroup.members.has(from)) return;
  world.say({ id, from, groupId, text, kind, replyTo, at: new Date(message.at) });
}

/** The chat world as the phones remember it; from now on what the bot says is kept on them too. */
export function openDemoWorld(phones: Phones, clock: Clock): SimulatorWorld {
  const world = createSimulatorWorld({ clock, bot: BOT });
  for (const person of phones.people()) world.addPerson(person);
  for (const { id, name, members } of phones.groups()) {
    world.addGroup({ id, name, members: members.map(member => ({ id: member })) });
    for (const message of phones.messages(id)) remind(world, message);
  }
  for (const { id } of phones.people()) {
    for (const message of phones.messages(id)) remind(world, message);
  }
  world.onSaid(said => phones.put([phoneLineOf(said)]));
  return world;
}

function requirePlace(phones: Phones, place: DemoPlace): string {
  if ('person' in place) return phones.person(place.person).id;
  if (phones.groups().some(group => group.id === place.group)) return place.group;
  throw new Failure('no-such-group', `这里没有 ${place.group} 这个群。`);
}

const shown = (message: PhoneMessage): ShownMessage => ({
  id: message.id,
  from: message.from,
  bot: message.from === BOT.id,
  kind: message.kind,
  text: message.text,
  at: new Date(message.at),
  replyTo: message.replyTo,
});

function requireQuotable(phones: Phones, words: DemoWords): void {
  if (words.replyTo === null) return;
  const quoted = phones.message(words.replyTo);
  if (quoted?.place === (words.group ?? words.from) && quoted.kind !== 'recall') return;
  throw new Failure('not-understood', '要引用的那条消息不在这里。');
}

/** WeChat lets nobody write privately to a stranger: whoever does so here adds the bot as a friend first. */
function befriendFirst(world: SimulatorWorld, phones: Phones, personId: string): void {
  const person = phones.person(personId);
  if (person.isContact) return;
  world.befriend(personId);
  phones.put([{ ...person, is: 'person', isContact: true }]);
}

type WorldActs = Pick<
  DemoFace,
  'state' | 'say' | 'messages' | 'recall' | 'join' | 'leave' | 'addPerson' | 'image'
>;

/** What people do with their phones. */
export function phoneActs(world: SimulatorWorld, phones: Phones, clock: Clock): WorldActs {
  const belong = (is: 'join' | 'leave') => async (group: string, person: string) => {
    phones.person(person);
    world[is](group, person);
    phones.put([{ is, group, person }]);
  };
  const join = belong('join');
  return {
    async state() {
      const groups = phones.groups();
      return {
        now: clock.now(),
        bot: { id: world.bot.id, name: world.bot.name },
        groups: groups.map(({ id, name }) => ({ id, name })),
        people: phones.people().map(({ id, name, role }) => ({
          id,
          name,
          role,
          groups: groups.filter(group => group.members.includes(id)).map(group => group.id),
        })),
      };
    },
    async say(words) {
      const { from, group, text, mention, replyTo } = words;
      requireQuotable(phones, words);
      if (group === null) befriendFirst(world, phones, from);
      // Said by hand, so that the phone has it before the bot can answer.
      const id = world.say({ from, groupId: group, text, mentionsBot: mention && group !== null, replyTo });
      const said = world.wire.message(id);
      if (said) phones.put([phoneLineOf(said)]);
      return id;
    },
    async messages(place, after) {
      const all = phones.messages(requirePlace(phones, place));
      const index = after === null ? -1 : all.findIndex(message => message.id === after);
      return all.slice(index + 1).map(shown);
    },
    async recall(id) {
      const message = phones.message(id);
      if (!message || message.kind === 'recall')
        throw new Failure('not-understood', '没有这条可以撤回的消息。');
      if (message.from === BOT.id) throw new Failure('not-allowed', '机器人说的话不能替它撤回。');
      world.recall(id);
      phones.put([{ is: 'recall', id }]);
    },
    join,
    leave: belong('leave'),
    async addPerson(name, groupId) {
      requirePlace(phones, { group: groupId });
      const { id } = world.addPerson({ name });
      phones.put([{ is: 'person', id, name, role: 'member', isContact: false }]);
      await join(groupId, id);
      return id;
    },
    async image(id) {
      const picture = phones.message(id)?.picture;
      return picture ? Buffer.from(picture, 'base64') : null;
    },
  };
}
