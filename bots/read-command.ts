import { openPrompt, type Prompt } from '../db/prompts.ts';
import { readWords, tidy, type Words } from '../src/words.ts';
import type { Command } from './commands/define.ts';
import { commands } from './commands/index.ts';
import type { Turn } from './turn.ts';

export interface ReadCommand {
  command: Command;
  words: Words;
}

/** Bare words that answer a question the bot has just asked this person here, by the kind of question. */
const ANSWERS: Record<string, readonly string[]> = {
  record: ['record'],
  choose: ['record'],
  answered: ['useful', 'useless', 'record'],
  solved: ['confirm', 'reopen'],
  rate: ['rate'],
};

function byWord(text: string): ReadCommand | null {
  for (const command of commands) {
    const words = readWords(text, command.says);
    if (words && !(command.needsNumber && words.number === null)) return { command, words };
  }
  return null;
}

/** A question about one ticket lends its number to the bare word that answers it. */
function withNumberOf(prompt: Prompt, read: ReadCommand): ReadCommand {
  const number = prompt.data['number'];
  if (read.words.number !== null || typeof number !== 'number') return read;
  return { ...read, words: { ...read.words, number } };
}

/**
 * The command a message is, or null. In a group a word counts when it is said to the bot, when it answers the bot's
 * last question to this person, or when it is plainly a word with a ticket's number. Everything else is talk.
 */
export async function readCommand(turn: Turn): Promise<ReadCommand | null> {
  const { tx, message, person, now } = turn;
  const read = byWord(turn.text) ?? (turn.group ? null : starsOnly(turn));
  if (!read) return null;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  if (prompt && ANSWERS[prompt.kind]?.includes(read.command.name)) return withNumberOf(prompt, read);
  if (turn.isAddressed) return read;
  const { command, words } = read;
  return command.isPlainWithNumber && words.number !== null ? read : null;
}

/** In private, `5` or `5 很快` answers the question how satisfied one was. */
function starsOnly(turn: Turn): ReadCommand | null {
  const typed = /^([1-5])(?:\s+(.*))?$/su.exec(tidy(turn.text));
  const rate = commands.find(command => command.name === 'rate');
  return typed && rate ? { command: rate, words: { word: '评价', number: null, rest: turn.text } } : null;
}
