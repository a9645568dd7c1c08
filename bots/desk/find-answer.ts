import { answerTo, type FaqAnswer, latestAnswerTo } from '../../db/faq-answers.ts';
import { messageById } from '../../db/messages.ts';
import { saidAs } from '../../db/outbox.ts';
import { openPrompt } from '../../db/prompts.ts';
import { keys } from '../../src/keys.ts';
import { DAY_MS } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** Without a quote, a word is about the bot's last answer of so long ago at most. */
const RECENT_MS = DAY_MS;

/** The answer whose words this message quotes; null when it quotes none. */
export async function quotedAnswer(turn: Turn): Promise<FaqAnswer | null> {
  const { tx, message } = turn;
  const quoted = message.replyToId ? await saidAs(tx, message.placeId, message.replyToId) : null;
  const start = keys.answer('');
  return quoted?.key.startsWith(start) ? answerTo(tx, quoted.key.slice(start.length)) : null;
}

/** Only the one who asked may say what an answer was worth, and record its question. */
const isAsker = async ({ tx, message, person }: Turn, answer: FaqAnswer): Promise<boolean> =>
  (await messageById(tx, message.placeId, answer.messageId))?.senderId === person.id;

/** The answer to this person that a word is about: the quoted one, the one just given, or the last one here. */
export async function meantAnswer(turn: Turn): Promise<FaqAnswer | null> {
  const { tx, message, person, now } = turn;
  const quoted = await quotedAnswer(turn);
  if (quoted) return (await isAsker(turn, quoted)) ? quoted : null;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  const answeredId = prompt?.data['answeredId'];
  if (typeof answeredId === 'string') return answerTo(tx, answeredId);
  return latestAnswerTo(tx, message.placeId, person.id, new Date(now.getTime() - RECENT_MS));
}
