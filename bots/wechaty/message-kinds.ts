import { types } from 'wechaty-puppet';
import type { MessageKind } from '../../src/chat.ts';

const KIND_OF_TYPE: ReadonlyMap<types.Message, MessageKind> = new Map([
  [types.Message.Text, 'text'],
  [types.Message.Image, 'image'],
  [types.Message.Audio, 'voice'],
  [types.Message.Video, 'video'],
  [types.Message.Attachment, 'file'],
  [types.Message.Emoticon, 'sticker'],
  [types.Message.Url, 'link'],
  [types.Message.MiniProgram, 'miniprogram'],
  [types.Message.Location, 'location'],
  [types.Message.RedEnvelope, 'red-packet'],
  [types.Message.Recalled, 'recall'],
]);

/** What a puppet's message type is called here; types without a name of ours (contact card, transfer, moments …) are `other`. */
export const kindOfType = (type: types.Message): MessageKind => KIND_OF_TYPE.get(type) ?? 'other';

/** The puppet's type for a kind; kinds that WeChat has no type for travel as unknown. */
export function typeOfKind(kind: MessageKind): types.Message {
  for (const [type, named] of KIND_OF_TYPE) if (named === kind) return type;
  return types.Message.Unknown;
}
