import type { SimulatorWorld } from '../../bots/simulator/world.ts';
import { readFaqContent, readSentences } from '../../cli/content.ts';
import { createChance } from '../shared/chance.ts';
import { GROUPS, groupId, MEMBERS, memberId } from './street.ts';

export const A_SECOND = 100;
/** Of a hundred messages so many are talk; the others ask the bot something it knows, or have it record something. */
const CHATTER = 85;

/** What is said, in order. */
export interface Words {
  text: string;
  isToBot: boolean;
}

/** Talk, questions that have an entry, and requests, mixed by a seed. */
export async function mixedTraffic(count: number): Promise<Words[]> {
  const sentences = await readSentences();
  const talk = sentences.filter(({ label }) => label === 'chatter').map(({ text }) => text);
  const requests = sentences.filter(({ label }) => label === 'request').map(({ text }) => text);
  const questions = (await readFaqContent()).flatMap(({ question, phrasings }) => [question, ...phrasings]);
  const chance = createChance(4);
  const pick = (list: readonly string[]): string => list[chance.below(list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    if (chance.below(100) < CHATTER) return { text: pick(talk), isToBot: false };
    const text = chance.below(2) ? pick(questions) : `帮我记一下 ${pick(requests)}`;
    // No two are word for word the same, so that none is taken for another delivered twice.
    return { text: `${text}（${index}）`, isToBot: true };
  });
}

/** Says the words at their times, whether or not what went before has been dealt with; resolves when the last was said. */
export async function sayAtPace(chat: SimulatorWorld, words: readonly Words[]): Promise<void> {
  const began = performance.now();
  for (const [index, { text, isToBot }] of words.entries()) {
    const waitMs = began + (index * 1000) / A_SECOND - performance.now();
    if (waitMs > 0) await new Promise(resolve => setTimeout(resolve, waitMs));
    const group = index % GROUPS;
    const from = memberId(group, Math.floor(index / GROUPS) % MEMBERS);
    chat.say({ from, groupId: groupId(group), text, mentionsBot: isToBot });
  }
}
