import { type payloads, types } from 'wechaty-puppet';
import { typeOfKind } from '../wechaty/message-kinds.ts';
import { quotableText, renderQuote } from '../wechaty/quote-text.ts';
import { shownName } from './world-state.ts';
import type { FriendRequest, SimulatedMessage, WorldWire } from './world-types.ts';

/** The thing, or the error that puppets raise for ids they do not know. */
export function required<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new Error(`no payload found for id ${id}`);
  return thing;
}

function textWithQuote(wire: WorldWire, message: SimulatedMessage): string {
  const quoted = message.replyTo === null ? undefined : wire.message(message.replyTo);
  const speaker = quoted && wire.person(quoted.from);
  if (!quoted || !speaker) return message.text;
  const group = quoted.groupId === null ? undefined : wire.group(quoted.groupId);
  const quotedText = quotableText(quoted.kind, quoted.text);
  return renderQuote({ quotedName: shownName(group, speaker), quotedText, reply: message.text });
}

/** A message as a puppet tells it; quotes stand in the text, as WeChat bridges have it. Stamped in milliseconds. */
export function messagePayload(wire: WorldWire, message: SimulatedMessage): payloads.Message {
  const common = {
    id: message.id,
    talkerId: message.from,
    text: textWithQuote(wire, message),
    timestamp: message.at.getTime(),
    type: typeOfKind(message.kind),
    ...(message.picture ? { filename: message.picture.name } : {}),
  };
  return message.groupId === null
    ? { ...common, listenerId: message.to ?? '' }
    : { ...common, roomId: message.groupId, mentionIdList: message.mentions };
}

export function contactPayload(wire: WorldWire, id: string): payloads.Contact {
  const { name, isContact: friend } = required(wire.person(id), id);
  const { Individual: type } = types.Contact;
  return { id, name, friend, avatar: '', gender: types.ContactGender.Unknown, phone: [], type };
}

export function roomPayload(wire: WorldWire, id: string): payloads.Room {
  const { name, members } = required(wire.group(id), id);
  return { id, topic: name, memberIdList: [...members.keys()], adminIdList: [] };
}

export function roomMemberPayload(wire: WorldWire, roomId: string, id: string): payloads.RoomMember {
  const alias = required(wire.group(roomId), roomId).members.get(id);
  const { name } = required(alias === undefined ? undefined : wire.person(id), id);
  return { id, name, avatar: '', ...(alias ? { roomAlias: alias } : {}) };
}

export function friendshipPayload(id: string, request: FriendRequest): payloads.Friendship {
  const common = { id, contactId: request.personId, hello: request.hello, timestamp: request.at.getTime() };
  return request.accepted
    ? { ...common, type: types.Friendship.Confirm }
    : { ...common, type: types.Friendship.Receive, ticket: id };
}
