import { randomUUID } from 'node:crypto';
import { Failure } from '../../src/errors.ts';
import { deliver, groupOf, keepMessage, personOf, shownName, type WorldState } from './world-state.ts';
import type { BotWords, Said, SimulatorWorld, Words } from './world-types.ts';

const NOT_FRIENDS =
  '对方开启了朋友验证，你还不是他（她）朋友。请先发送朋友验证请求，对方验证通过后，才能聊天。';

function withMentionHeads(state: WorldState, words: Words, mentioned: string[]): string {
  const where = words.groupId === null ? undefined : groupOf(state, words.groupId);
  const after = words.fromComputer ? ' ' : '\u2005';
  const heads = mentioned
    .map(id => `@${shownName(where, personOf(state, id))}`)
    .filter(head => !words.text.includes(head));
  return heads.map(head => head + after).join('') + words.text;
}

function say(state: WorldState, words: Words): string {
  const { from, groupId, picture = null } = words;
  personOf(state, from);
  if (groupId !== null && !groupOf(state, groupId).members.has(from)) {
    throw new Failure('not-allowed', `${from} 不在这个群里。`);
  }
  const mentioned = [...(words.mentionsBot ? [state.bot.id] : []), ...(words.mentions ?? [])];
  return deliver(state, {
    id: words.id ?? randomUUID(),
    from,
    groupId,
    to: groupId === null ? state.bot.id : null,
    kind: words.kind ?? (picture ? 'image' : 'text'),
    text: withMentionHeads(state, words, mentioned),
    mentions: words.mentionIdsLost ? [] : mentioned,
    picture,
    at: words.at ?? state.clock.now(),
    replyTo: words.replyTo ?? null,
  });
}

function recall(state: WorldState, messageId: string): string {
  const original = state.messages.get(messageId);
  if (!original) throw new Failure('not-understood', `没有可以撤回的消息 ${messageId}。`);
  state.messages.delete(messageId);
  const { from, groupId, to } = original;
  const rest = { mentions: [], picture: null, at: state.clock.now(), replyTo: null };
  return deliver(state, { id: randomUUID(), from, groupId, to, kind: 'recall', text: messageId, ...rest });
}

/** What people say. */
export const speaking = (
  state: WorldState,
): Pick<SimulatorWorld, 'say' | 'recall' | 'redeliver' | 'history'> => ({
  say: words => say(state, words),
  recall: messageId => recall(state, messageId),
  redeliver(messageId, newId = messageId) {
    const original = state.messages.get(messageId);
    if (original) deliver(state, { ...original, id: newId });
  },
  history(placeId) {
    const isHere = state.groups.has(placeId)
      ? (said: Said) => said.groupId === placeId
      : (said: Said) => said.groupId === null && (said.from === placeId || said.to === placeId);
    return [...state.messages.values()].filter(isHere);
  },
});

/** A picture is shown, anything else is passed on as a file. */
const kindOfFile = (name: string): 'image' | 'file' =>
  /\.(?:png|jpe?g|gif)$/iu.test(name) ? 'image' : 'file';

/** What the bot says, in a group or privately; throws what WeChat would say when it refuses. */
export function sendAsBot(state: WorldState, placeId: string, words: BotWords): string {
  if (state.refusal !== null) throw new Error(state.refusal);
  const where = state.groups.get(placeId);
  if (!where && !personOf(state, placeId).isContact) throw new Error(NOT_FRIENDS);
  const said: Said = {
    ...words,
    id: randomUUID(),
    from: state.bot.id,
    groupId: where?.id ?? null,
    to: where ? null : placeId,
    kind: words.picture ? kindOfFile(words.picture.name) : 'text',
    at: state.clock.now(),
    replyTo: null,
  };
  keepMessage(state, said);
  for (const listener of state.saidListeners) listener(said);
  return said.id;
}
