import { saveAnswer } from '../db/faq-answers.ts';
import { keepText } from '../db/messages.ts';
import { askPrompt } from '../db/prompts.ts';
import type { Decision } from '../src/decide.ts';
import type { FaqEntry } from '../src/faq.ts';
import { keys } from '../src/keys.ts';
import type { Message } from '../src/message.ts';
import { toMember } from '../src/texts.ts';
import { alarm } from './alarm.ts';
import { wordsFor } from './commands/help.ts';
import { commands } from './commands/index.ts';
import { leadAway } from './lead-away.ts';
import type { Turn } from './turn.ts';

/** Says an answer with its source, and remembers out of what, so that 有用, 没用 and 记录 find their question. */
export async function sayAnswer(
  turn: Turn,
  entry: FaqEntry,
  asked: Message,
  confidence: number,
): Promise<void> {
  const { tx, message, group, person, now } = turn;
  const { answer, issuer, issuedOn } = entry;
  if (!answer) return;
  await turn.say(toMember.answer({ answer, issuer, issuedOn }), { key: keys.answer(message.id) });
  await keepText(tx, asked.placeId, asked.id);
  const answered = { messageId: message.id, askedId: asked.id, groupId: group?.id ?? null };
  await saveAnswer(tx, {
    ...answered,
    entryId: entry.id,
    entryVersion: entry.version,
    confidence,
    at: now,
  });
  const data = { messageId: asked.id, answeredId: message.id };
  await askPrompt(tx, { placeId: message.placeId, personId: person.id, kind: 'answered', data }, now);
}

/** Asks whether to record, and remembers what for. */
export async function offerRecord(turn: Turn, about: Message, text: string): Promise<void> {
  await turn.say(text, { key: keys.offer(turn.message.id) });
  await keepText(turn.tx, about.placeId, about.id);
  await rememberOffer(turn, about);
}

async function rememberOffer(turn: Turn, about: Message): Promise<void> {
  const { tx, message, person, now } = turn;
  const prompt = {
    placeId: message.placeId,
    personId: person.id,
    kind: 'record',
    data: { messageId: about.id },
  };
  await askPrompt(tx, prompt, now);
}

async function clarify(turn: Turn, entryIds: readonly string[]): Promise<void> {
  const { tx, message, person, now, bot } = turn;
  const entries = entryIds.flatMap(id => bot.entries.get(id) ?? []);
  await turn.say(toMember.clarify(entries.map(entry => entry.question)), { key: keys.clarify(message.id) });
  await keepText(tx, message.placeId, message.id);
  const data = { entryIds: entries.map(entry => entry.id), messageId: message.id };
  await askPrompt(tx, { placeId: message.placeId, personId: person.id, kind: 'choose', data }, now);
}

/** Does what was decided: everything goes into the outbox and the database, nothing is said here. */
export async function actOn(turn: Turn, decision: Decision): Promise<void> {
  const { message, bot, isAddressed } = turn;
  switch (decision.action) {
    case 'emergency':
      return alarm(turn, decision.kind);
    case 'sensitive': {
      if (turn.group) return leadAway(turn, turn.group);
      return offerRecord(turn, message, toMember.sensitivePrivate());
    }
    case 'answer': {
      const entry = bot.entries.get(decision.entryId);
      return entry ? sayAnswer(turn, entry, message, decision.confidence) : undefined;
    }
    case 'clarify':
      return clarify(turn, decision.entryIds);
    case 'offer':
      // Unasked, the offer waits for a person to answer first: workers/jobs/offer-records.ts.
      return isAddressed ? offerRecord(turn, message, toMember.offer(decision.topic)) : undefined;
    case 'silent':
      // Nobody who writes to the bot alone should be left without a word.
      return message.isPrivate && decision.reason !== 'old'
        ? turn.say(toMember.notUnderstood(wordsFor(commands, turn.person).daily))
        : undefined;
  }
}
