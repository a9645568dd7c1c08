import type { Channel, ChatEvent, ChatPlace } from '../../../src/chat.ts';
import type { Clock } from '../../../src/time.ts';

/** One word that really left the bot. */
export interface Sent {
  id: string;
  at: Date;
  placeId: string;
  isPrivate: boolean;
  text: string;
}

/** The chat, as far as the model needs it: tells the bot what is said, and keeps what the bot says. */
export interface RecordingChannel extends Channel {
  sent: Sent[];
  tell(event: ChatEvent): Promise<void>;
}

/** Opens a chat in which every send succeeds and is written down. */
export function openRecordingChannel(clock: Clock): RecordingChannel {
  const sent: Sent[] = [];
  let listener: (event: ChatEvent) => Promise<void> = async () => undefined;
  const send = async (place: ChatPlace, text: string) => {
    const isPrivate = 'chatPersonId' in place;
    const id = `sent-${sent.length + 1}`;
    sent.push({
      id,
      at: clock.now(),
      placeId: isPrivate ? place.chatPersonId : place.chatGroupId,
      isPrivate,
      text,
    });
    return id;
  };
  return {
    sent,
    tell: event => listener(event),
    onEvent(next) {
      listener = next;
    },
    start: async () => undefined,
    stop: async () => undefined,
    sayText: (place, text) => send(place, text),
    sayImage: (place, name) => send(place, name),
    sayFile: (place, name) => send(place, name),
    person: async chatId => ({ chatId, name: chatId, isContact: false }),
    group: async chatId => ({ chatId, name: chatId, members: [] }),
    groups: async () => [],
    acceptFriend: async () => undefined,
  };
}
