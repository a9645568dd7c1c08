import { keepText, markDecided, twinOf } from '../db/messages.ts';
import { factOf, SUBSTANCE_VERSION } from '../src/analysis/substance.ts';
import { keys } from '../src/keys.ts';
import { can, isCadre } from '../src/people.ts';
import { toMember } from '../src/texts.ts';
import { MINUTE_MS } from '../src/time.ts';
import { actOn } from './act.ts';
import { alarm } from './alarm.ts';
import { chooseEntry } from './choose.ts';
import { judge, unheard } from './judge.ts';
import { takePicture } from './pictures.ts';
import { type ReadCommand, readCommand } from './read-command.ts';
import { isFreeLine, noteFreeLine } from './survey/free-line.ts';
import type { Threads } from './threads.ts';
import type { Turn } from './turn.ts';
import { writeDown } from './write-down.ts';

/** Older than this a message is recorded but not answered: the talk has gone on. */
export const OLD_MS = 10 * MINUTE_MS;

/** Decides one message and acts on it: a word to the bot first, then the answer to its question, then what it understood. */
export async function takeTurn(turn: Turn, threads: Threads): Promise<void> {
  const { message, now } = turn;
  const isOld = now.getTime() - message.sentAt.getTime() > OLD_MS;
  const twin = await twinOf(turn.tx, message);
  if (message.kind !== 'text') {
    await writeDown(turn, threads, unheard(turn, 'chatter'), { isCommand: false, twin });
    return takePicture(turn, isOld);
  }
  if (isOld || twin) {
    const { label, confidence } = turn.bot.understanding.classify(turn.text);
    const judged = { ...unheard(turn, 'old'), label, confidence };
    return writeDown(turn, threads, judged, { isCommand: false, twin });
  }
  const read = await readCommand(turn);
  if (read) {
    await writeDown(turn, threads, unheard(turn, 'chatter'), { isCommand: true, twin });
    await alarmBeside(turn);
    return runCommand(turn, read);
  }
  if (await chooseEntry(turn))
    return writeDown(turn, threads, unheard(turn, 'chatter'), { isCommand: true, twin });
  const judged = await judge(turn);
  if (await isFreeLine(turn, judged)) {
    await writeDown(turn, threads, unheard(turn, 'chatter'), { isCommand: true, twin });
    return noteFreeLine(turn);
  }
  await writeDown(turn, threads, judged, { isCommand: false, twin });
  await actOn(turn, judged.decision);
}

/** A word to the bot may tell of danger too: 帮我记一下 家里煤气味很大. Staff write of dangers that are over. */
async function alarmBeside(turn: Turn): Promise<void> {
  const { role } = turn.person;
  const kind = isCadre(role) || role === 'leader' ? null : turn.bot.understanding.emergency(turn.text);
  if (kind) await alarm(turn, kind);
}

async function runCommand(turn: Turn, { command, words }: ReadCommand): Promise<void> {
  if (!can(turn.person, command.act)) return turn.say(toMember.notYours());
  if (command.isPrivateOnly && turn.group) return turn.say(toMember.onlyInPrivate());
  return command.run(turn, words);
}

/** One calm sentence, and the message is done with; a bug keeps its text, so that nothing asked for is lost. */
export async function refuse(turn: Turn, text: string, isRefusal: boolean): Promise<void> {
  const { tx, message, now } = turn;
  const { label, confidence, decision } = unheard(turn, 'chatter');
  const spoken = { text: message.text, kind: message.kind, isCommandToBot: isRefusal };
  const fact = factOf(spoken, { label, confidence }, `${SUBSTANCE_VERSION} ${decision.version}`);
  await markDecided(tx, message, { at: now, fact, keepsText: !isRefusal, redeliveryOf: null });
  if (!isRefusal) await keepText(tx, message.placeId, message.id);
  // A slip of the staff is nobody else's business.
  const isOwnSlip = isRefusal && turn.group !== null && can(turn.person, 'see-own-tickets');
  const key = keys.command(message.id, 'refused');
  if (isOwnSlip && (await turn.tell(turn.person, key, text, { ignoresQuiet: true }))) return;
  if (turn.isAddressed || isRefusal) await turn.say(text, { key });
}
