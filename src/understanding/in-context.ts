import type { Classified, Odds } from './classify.ts';
import { likeliest } from './classify.ts';
import type { LabelOdds } from './sentence.ts';

/** What stands around a message. */
export interface Context {
  /** What the same person said in the last five minutes, at most two messages, oldest first. */
  earlier: readonly string[];
  /** It quotes or mentions somebody who is neither staff nor the bot: it is meant for a neighbour. */
  isToNeighbour: boolean;
}

export const ALONE: Context = { earlier: [], isToNeighbour: false };

/** A message as it is understood with what stands around it. */
export interface Heard extends Classified {
  odds: LabelOdds;
  /** What was judged: the message, after what it goes on with when only both together say something. */
  parts: readonly string[];
  /** The parts as one text. */
  text: string;
}

/** From this chance on several messages together are a need, though none of them is alone. */
const TOGETHER = 0.7;
/** Shorter messages than this complete nothing: 嗯, 好. */
const LEAST_CHARACTERS = 2;
/** Words to a neighbour are talk, unless they are plainly something else. */
const NEIGHBOUR_LEANING = 4;

const isNeed = (odds: LabelOdds): boolean => likeliest(odds).label !== 'chatter';

const asOne = (parts: readonly string[]): string => parts.join('，');

function leanToTalk(odds: LabelOdds): LabelOdds {
  const chatter = odds.chatter * NEIGHBOUR_LEANING;
  const total = odds.question + odds.request + chatter;
  return { question: odds.question / total, request: odds.request / total, chatter: chatter / total };
}

/**
 * Judges a message with its context. People split one sentence over several messages: what is talk alone may be a need
 * together with what went before, unless that was heard as a need already. Words to a neighbour lean to talk.
 */
export function hearInContext(odds: Odds, text: string, context: Context): Heard {
  const alone = odds(text);
  const heard = (chosen: LabelOdds, parts: readonly string[]): Heard => {
    const leaning = context.isToNeighbour ? leanToTalk(chosen) : chosen;
    return { ...likeliest(leaning), odds: leaning, parts, text: asOne(parts) };
  };
  const mayComplete = !isNeed(alone) && Array.from(text.trim()).length >= LEAST_CHARACTERS;
  if (!mayComplete || context.earlier.length === 0 || context.earlier.some(said => isNeed(odds(said))))
    return heard(alone, [text]);
  for (let from = context.earlier.length - 1; from >= 0; from--) {
    const parts = [...context.earlier.slice(from), text];
    const together = odds(asOne(parts));
    if (1 - together.chatter >= TOGETHER) return heard(together, parts);
  }
  return heard(alone, [text]);
}
