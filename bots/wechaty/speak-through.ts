import { FileBox } from 'file-box';
import type { impls } from 'wechaty-puppet';
import type { ChatPlace } from '../../src/chat.ts';
import { Failure } from '../../src/errors.ts';
import { withMentions } from './mention.ts';
import type { Names } from './names.ts';
import type { QuoteMemory } from './quote-memory.ts';
import { quotableText } from './quote-text.ts';
import { sendFailureOf } from './send-failure.ts';
import { within } from './within.ts';

export interface Mouth {
  puppet(): impls.PuppetInterface;
  /** The account can speak now. */
  isReady(): boolean;
  names(): Names;
  quotes: QuoteMemory;
}

const SEND_MS = 30_000;
const RETRY_MS = 60_000;

const conversationOf = (place: ChatPlace): string =>
  'chatGroupId' in place ? place.chatGroupId : place.chatPersonId;

async function send(mouth: Mouth, work: () => Promise<unknown>): Promise<string | null> {
  if (!mouth.isReady()) throw new Failure('gateway-down', '微信号还没有登录，消息没有发出。', RETRY_MS);
  try {
    const id = await within(SEND_MS, 'the send', work());
    // Some puppets give no id back, some an empty one.
    return typeof id === 'string' && id !== '' ? id : null;
  } catch (error) {
    throw sendFailureOf(error);
  }
}

function rememberOwn(mouth: Mouth, placeId: string, id: string | null, quotable: string): void {
  if (id === null) return;
  mouth.quotes.remember(placeId, { id, senderId: mouth.puppet().currentUserId, quotable });
}

/** Says a text; people who are to be mentioned are named at its head as WeChat wants it, by their alias in the group. */
export async function sayTextThrough(
  mouth: Mouth,
  place: ChatPlace,
  text: string,
  mentionIds: string[],
): Promise<string | null> {
  const placeId = conversationOf(place);
  const names = await Promise.all(
    'chatGroupId' in place ? mentionIds.map(id => mouth.names().inGroup(placeId, id)) : [],
  );
  const words = withMentions(
    text,
    names.flatMap(([shown]) => shown ?? []),
  );
  const mentions = names.length > 0 ? mentionIds : undefined;
  const id = await send(mouth, () => mouth.puppet().messageSendText(placeId, words, mentions));
  rememberOwn(mouth, placeId, id, words);
  return id;
}

async function sendBytes(
  mouth: Mouth,
  place: ChatPlace,
  kind: 'image' | 'file',
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string | null> {
  const placeId = conversationOf(place);
  // The one form of FileBox that every puppet takes, in process and over the wire.
  const file = FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
  const id = await send(mouth, () => mouth.puppet().messageSendFile(placeId, file));
  rememberOwn(mouth, placeId, id, quotableText(kind, ''));
  return id;
}

export const sayImageThrough = (mouth: Mouth, place: ChatPlace, name: string, png: Uint8Array) =>
  sendBytes(mouth, place, 'image', { name, bytes: png });

/** Passes on a file; WeChat shows it by its name. */
export const sayFileThrough = (mouth: Mouth, place: ChatPlace, name: string, bytes: Uint8Array) =>
  sendBytes(mouth, place, 'file', { name, bytes });
