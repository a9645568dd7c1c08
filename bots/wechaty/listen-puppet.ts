import { type impls, types } from 'wechaty-puppet';
import type { ChatEvent } from '../../src/chat.ts';
import type { Clock } from '../../src/time.ts';
import { chatTime } from './chat-time.ts';
import { type Hearing, hearMessage } from './hear.ts';
import type { OrderedIntake } from './ordered-intake.ts';

/** Something that came from the chat: where it belongs (events of one place keep their order), and how it becomes an event. */
export interface Arrival {
  placeId: string;
  toEvent(): Promise<ChatEvent | null>;
}

/** What the puppet tells about the line itself. */
export interface LineSigns {
  heard(): void;
  scanning(): void;
  /** Somebody is logged in, and this is their name. */
  loggedIn(id: string, name: string): void;
}

export interface PuppetEars {
  intake: OrderedIntake<Arrival>;
  hearing: Hearing;
  clock: Clock;
  elapsed: () => number;
  signs: LineSigns;
}

/** Scans, logins and signs of life belong to no group; they keep their order among themselves. */
const ACCOUNT = '';
const ALIVE_EVERY_MS = 1_000;

type Puppet = impls.PuppetInterface;

const SCAN_WORDS: Record<number, string> = {
  [types.ScanStatus.Cancel]: 'cancelled',
  [types.ScanStatus.Waiting]: 'waiting',
  [types.ScanStatus.Scanned]: 'scanned',
  [types.ScanStatus.Confirmed]: 'confirmed',
  [types.ScanStatus.Timeout]: 'timeout',
};

function listenToMessages(puppet: Puppet, { intake, hearing, signs }: PuppetEars): void {
  // Asked from the puppet, not from Wechaty: its Message loads every member of a room before the first word is heard.
  puppet.on('message', ({ messageId }) => {
    signs.heard();
    intake.put(async () => {
      const payload = await puppet.messagePayload(messageId);
      const placeId = payload.roomId || payload.talkerId;
      return {
        placeId,
        toEvent: async () => ({ kind: 'message', message: await hearMessage(hearing, payload) }),
      };
    });
  });
}

function listenToGroups(puppet: Puppet, { intake, hearing, clock, signs }: PuppetEars): void {
  const changed = (placeId: string, event: ChatEvent): void => {
    signs.heard();
    const toEvent = async () => {
      await hearing.names.forgetGroup(placeId);
      return event;
    };
    intake.put(async () => ({ placeId, toEvent }));
  };
  // Puppets may leave the lists out.
  puppet.on('room-join', ({ roomId, inviteeIdList, timestamp }) => {
    const at = chatTime(timestamp, clock.now());
    changed(roomId, { kind: 'join', chatGroupId: roomId, chatPersonIds: inviteeIdList ?? [], at });
  });
  puppet.on('room-leave', ({ roomId, removeeIdList, timestamp }) => {
    const at = chatTime(timestamp, clock.now());
    changed(roomId, { kind: 'leave', chatGroupId: roomId, chatPersonIds: removeeIdList ?? [], at });
  });
  puppet.on('room-topic', ({ roomId, newTopic, timestamp }) => {
    const at = chatTime(timestamp, clock.now());
    changed(roomId, { kind: 'topic', chatGroupId: roomId, name: newTopic, at });
  });
}

function listenToFriendships(puppet: Puppet, { intake, hearing, clock, signs }: PuppetEars): void {
  puppet.on('friendship', ({ friendshipId }) => {
    signs.heard();
    intake.put(async () => {
      const payload = await puppet.friendshipPayload(friendshipId);
      const at = chatTime(payload.timestamp, clock.now());
      const toEvent = async (): Promise<ChatEvent | null> => {
        if (payload.type === types.Friendship.Receive) {
          const { contactId: chatPersonId, hello = '' } = payload;
          return { kind: 'friend-request', requestId: friendshipId, chatPersonId, hello, at };
        }
        if (payload.type !== types.Friendship.Confirm) return null;
        await hearing.names.forgetPerson(payload.contactId);
        return { kind: 'friend', chatPersonId: payload.contactId, at };
      };
      return { placeId: ACCOUNT, toEvent };
    });
  });
}

function listenToAccount(puppet: Puppet, ears: PuppetEars): void {
  const { intake, clock, signs } = ears;
  const tell = (toEvent: () => Promise<ChatEvent>) => intake.put(async () => ({ placeId: ACCOUNT, toEvent }));
  puppet.on('scan', ({ qrcode = '', status }) => {
    signs.heard();
    signs.scanning();
    const at = clock.now();
    tell(async () => ({ kind: 'scan', qrcode, status: SCAN_WORDS[status] ?? 'unknown', at }));
  });
  puppet.on('login', ({ contactId }) => {
    signs.heard();
    const at = clock.now();
    tell(async () => {
      const { name } = await puppet.contactPayload(contactId);
      signs.loggedIn(contactId, name);
      return { kind: 'login', chatAccountId: contactId, name, at };
    });
  });
  puppet.on('logout', ({ data }) => {
    const at = clock.now();
    tell(async () => ({ kind: 'logout', reason: data ?? '', at }));
  });
}

function listenForLife(puppet: Puppet, { intake, clock, elapsed, signs }: PuppetEars): void {
  let lastTold = Number.NEGATIVE_INFINITY;
  const alive = (): void => {
    signs.heard();
    if (elapsed() - lastTold < ALIVE_EVERY_MS) return;
    lastTold = elapsed();
    const at = clock.now();
    intake.put(async () => ({ placeId: ACCOUNT, toEvent: async () => ({ kind: 'alive', at }) }));
  };
  puppet.on('heartbeat', alive);
  puppet.on('dong', alive);
}

/** Hears everything a puppet tells, in order within a group; nothing here waits or throws. */
export function listenToPuppet(puppet: Puppet, ears: PuppetEars): void {
  listenToMessages(puppet, ears);
  listenToGroups(puppet, ears);
  listenToFriendships(puppet, ears);
  listenToAccount(puppet, ears);
  listenForLife(puppet, ears);
}
