import { saveDecision } from '../db/decisions.ts';
import { markDecided } from '../db/messages.ts';
import { saveEdges } from '../db/reply-edges.ts';
import { factOf, SUBSTANCE_VERSION } from '../src/analysis/substance.ts';
import type { Decision } from '../src/decide.ts';
import { maskNumbers } from '../src/mask.ts';
import type { Label } from '../src/message.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { Judged } from './judge.ts';
import { noteAnswers } from './note-answers.ts';
import { proposeEntry } from './propose-entry.ts';
import type { Threads } from './threads.ts';
import type { Turn } from './turn.ts';

/** Unasked, the bot waits so long for a person to answer before it offers to record. */
const OFFER_AFTER_MS = 10 * MINUTE_MS;
/** From this confidence on a question or request that was not acted on is kept for a person to read. */
const SURE_NEED = 0.8;

/** Minimum data: what the bot acts on, and needs it is sure of; doubtful talk goes with the rest of the talk. */
const isWorthKeeping = (label: Label, confidence: number, decision: Decision): boolean =>
  decision.action !== 'silent' || (label !== 'chatter' && confidence >= SURE_NEED);

/** Writes what the message was: its fact, who it answered, the decision. */
export async function writeDown(
  turn: Turn,
  threads: Threads,
  { label, confidence, decision }: Judged,
  how: { isCommand: boolean; twin: string | null },
): Promise<void> {
  const { tx, message, now, isAddressed } = turn;
  const spoken = { text: message.text, kind: message.kind, isCommandToBot: how.isCommand };
  const fact = factOf(spoken, { label, confidence }, `${SUBSTANCE_VERSION} ${decision.version}`);
  const keepsText = isWorthKeeping(label, confidence, decision) && !how.isCommand;
  await markDecided(tx, message, { at: now, fact, keepsText, redeliveryOf: how.twin });
  const waits = decision.action === 'offer' && !isAddressed;
  await saveDecision(tx, {
    placeId: message.placeId,
    messageId: message.id,
    at: now,
    action: decision.action,
    label,
    confidence: decision.confidence,
    entryId: decision.action === 'answer' ? decision.entryId : null,
    topic: decision.action === 'offer' ? maskNumbers(decision.topic) : null,
    offerAt: waits ? new Date(message.sentAt.getTime() + OFFER_AFTER_MS) : null,
    model: decision.version,
    trace: message.trace,
  });
  if (message.isPrivate) return;
  const edges = await threads.push(tx, { ...message, fact });
  await saveEdges(tx, edges);
  await noteAnswers(turn, edges);
  await proposeEntry(turn, edges);
}
