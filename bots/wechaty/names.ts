import type { impls } from 'wechaty-puppet';
import type { ChatGroup, ChatPerson } from '../../src/chat.ts';
import { putBounded } from './bounded-map.ts';

/** Who is called what, asked from the puppet; stale answers are refreshed at a slow pace. */
export interface Names {
  /** With a group: with the alias shown there. */
  person(chatId: string, chatGroupId?: string): Promise<ChatPerson>;
  group(chatGroupId: string): Promise<ChatGroup>;
  /** The names a member goes by in a group, the shown one (alias) first; [] when nobody knows. */
  inGroup(chatGroupId: string, chatId: string): Promise<string[]>;
  /** Something in the group changed: what is cached of it must be asked anew. */
  forgetGroup(chatGroupId: string): Promise<void>;
  forgetPerson(chatId: string): Promise<void>;
}

const REFRESH_MS = 10 * 60_000;
const MEMBERS_AT_ONCE = 16;
const GROUPS_REMEMBERED = 10_000;

const nameOr = <T>(found: Promise<T>): Promise<T | null> => found.catch(() => null);

async function inBatches<T, R>(
  things: readonly T[],
  size: number,
  ask: (thing: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < things.length; at += size) {
    answers.push(...(await Promise.all(things.slice(at, at + size).map(ask))));
  }
  return answers;
}

/** `elapsed` counts milliseconds from any beginning. */
export function createNames(puppet: impls.PuppetInterface, elapsed: () => number): Names {
  const refreshed = new Map<string, number>();

  async function forgetGroup(id: string): Promise<void> {
    putBounded(refreshed, id, elapsed(), GROUPS_REMEMBERED);
    await Promise.all([nameOr(puppet.roomPayloadDirty(id)), nameOr(puppet.roomMemberPayloadDirty(id))]);
  }

  async function member(roomId: string, id: string): Promise<ChatGroup['members'][number]> {
    const [inRoom, contact] = await Promise.all([
      nameOr(puppet.roomMemberPayload(roomId, id)),
      nameOr(puppet.contactPayload(id)),
    ]);
    return { chatId: id, name: contact?.name || inRoom?.name || '', alias: inRoom?.roomAlias || null };
  }

  return {
    forgetGroup,
    async forgetPerson(id) {
      await nameOr(puppet.contactPayloadDirty(id));
    },
    async person(id, roomId) {
      const contact = await puppet.contactPayload(id);
      const person = { chatId: id, name: contact.name, isContact: contact.friend === true };
      if (!roomId) return person;
      const inRoom = await nameOr(puppet.roomMemberPayload(roomId, id));
      return { ...person, alias: inRoom?.roomAlias || null };
    },
    async group(id) {
      if (elapsed() - (refreshed.get(id) ?? Number.NEGATIVE_INFINITY) > REFRESH_MS) await forgetGroup(id);
      const room = await puppet.roomPayload(id);
      const members = await inBatches(room.memberIdList, MEMBERS_AT_ONCE, memberId => member(id, memberId));
      return { chatId: id, name: room.topic, members };
    },
    async inGroup(roomId, id) {
      const { name, alias } = await member(roomId, id);
      return [alias, name].filter(called => called !== null && called !== '').map(String);
    },
  };
}
