import { openPrompt, type Prompt } from '../db/prompts.ts';
import type { Person } from '../src/people.ts';
import { readWords, tidy, type Words } from '../src/words.ts';
import type { Command } from './commands/define.ts';
import { isFor } from './commands/help.ts';
import { commands } from './commands/index.ts';
import { quotedTicket } from './desk/quoted-ticket.ts';
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
  handover: ['went', 'did-not-go'],
  example: ['agree-example', 'decline-example'],
};

/** Every command the text may be: 办好了 is a cadre's 办结 and a member's 解决了. */
const readingsOf = (text: string): ReadCommand[] =>
  commands.flatMap(command => {
    const words = readWords(text, command.says);
    return words && !(command.needsNumber && words.number === null) ? [{ command, words }] : [];
  });

/** Of several readings the one made for this person; a word of the staff alone is still read, and refused with a sentence. */
const fittest = (readings: readonly ReadCommand[], person: Person): ReadCommand | null =>
  readings.find(({ command }) => command.forWhom !== 'everyone' && isFor(command, person)) ??
  readings.find(({ command }) => isFor(command, person)) ??
  readings[0] ??
  null;

/** A question about one ticket lends its number to the bare word that answers it. */
function withNumberOf(prompt: Prompt, read: ReadCommand): ReadCommand {
  const number = prompt.data['number'];
  if (read.words.number !== null || typeof number !== 'number') return read;
  return { ...read, words: { ...read.words, number } };
}

/** A quote says more surely which ticket is meant than the question that was asked last. */
async function withQuoted(turn: Turn, read: ReadCommand): Promise<ReadCommand | null> {
  const quoted = read.words.number === null ? await quotedTicket(turn) : null;
  return quoted && { ...read, words: { ...read.words, number: quoted.number } };
}

/**
 * The command a message is, or null. In a group a word counts when it is said to the bot, when it answers the bot's
 * last question to this person, or when it is plainly a word with a ticket's number. Everything else is talk.
 */
export async function readCommand(turn: Turn): Promise<ReadCommand | null> {
  const { tx, message, person, now } = turn;
  const stars = turn.group ? null : await starsOnly(turn);
  const readings = [...readingsOf(turn.text), ...(stars ? [stars] : [])];
  if (!readings.length) return null;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  const answer = prompt && readings.find(({ command }) => ANSWERS[prompt.kind]?.includes(command.name));
  if (answer) return (await withQuoted(turn, answer)) ?? withNumberOf(prompt, answer);
  for (const each of readings) if (await each.command.answersNow?.(turn, each.words)) return each;
  const read = fittest(
    readings.filter(
      ({ command }) => !command.onlyAsAnswer && (isFor(command, person) || !command.isTalkFromOthers),
    ),
    person,
  );
  if (!read || turn.isAddressed) return read;
  const { command, words } = read;
  return command.isPlainWithNumber && words.number !== null ? read : null;
}

/** A digit that counts things is no rating: 2 个灯坏了. */
const COUNTED = /^[1-5]\s*(?:[个只号楼栋幢层天次件台位户人年月点块元路室部盏条扇袋根张把]|单元)/u;

/**
 * In private, `5` or `3 慢了点` answers the question how satisfied one was. A digit that chooses between questions is none,
 * and without that question digits with words behind are talk: 2 个灯坏了.
 */
async function starsOnly({ tx, text, message, person, now }: Turn): Promise<ReadCommand | null> {
  const typed = /^[1-5](\s*分)?(?:[\s,，:：]+(.+))?$/su.exec(tidy(text));
  const rate = commands.find(command => command.name === 'rate');
  if (!typed || !rate || COUNTED.test(tidy(text))) return null;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  if (prompt?.kind === 'choose' || (typed[2] && prompt?.kind !== 'rate')) return null;
  return { command: rate, words: { word: '评价', number: null, rest: tidy(text) } };
}
