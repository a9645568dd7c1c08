import type { Candidate } from './candidate.ts';
import { valuesOf, weigh } from './choose.ts';
import { CANDIDATE_COUNT } from './features.ts';
import type { Heard, SpokenLine } from './heard.ts';
import { type Look, lookBack } from './look.ts';
import { createMemory, hearIn, settleIn } from './memory.ts';
import type { ReplyModel } from './model.ts';
import { type LinkRule, ruleOf } from './rule.ts';
import { shareOut } from './trees.ts';

/** A message of a group as it is pushed, with the messages it quotes where the chat carries that. */
export interface PushedLine extends SpokenLine {
  quotes?: readonly string[];
}

/** One message answers or goes on from an earlier one. */
export interface Link {
  toId: string;
  rule: LinkRule;
  /** How likely it is, by the model; a quote is certain. */
  confidence: number;
  /** What was looked at, for `explainLink`, not to be kept for long; a quote needs no reasons. */
  seen: { look: Look; candidate: Candidate } | null;
}

/** Links the messages of one group as they come. */
export interface Linker {
  /** The links of this message, the surest first; a message is pushed once, in the order in which it was said. */
  push(line: PushedLine): Link[];
  /** Whether somebody else answered this message, as far as it is still remembered. */
  isAnswered(id: string): boolean;
}

function quotesOf(quotes: readonly string[], recent: readonly Heard[]): { links: Link[]; heard: Heard[] } {
  const links = quotes.map((toId): Link => ({ toId, rule: 'quote', confidence: 1, seen: null }));
  return { links, heard: recent.filter(each => quotes.includes(each.id)) };
}

function likelyOf(model: ReplyModel, look: Look): { candidate: Candidate; chance: number }[] {
  const { answers } = weigh(model, look);
  const likely = look.candidates
    .map((candidate, at) => ({ candidate, chance: answers[at] ?? 0 }))
    .filter(({ chance }) => chance >= Math.min(model.linkAt, model.alsoAt))
    .sort((one, other) => other.chance - one.chance);
  return likely.filter(({ chance }, at) => chance >= (at === 0 ? model.linkAt : model.alsoAt));
}

/**
 * Who answers whom in one group by the learned model, message by message; its memory is bounded.
 * A learned link is a guess for digests and offers: it never counts as help in the measures, whose edges come from `analysis/attribute.ts` alone.
 */
export function createLinker(model: ReplyModel): Linker {
  const memory = createMemory();
  return {
    push(line) {
      const heard = hearIn(memory, line);
      const quotes = line.quotes?.filter(id => id !== line.id) ?? [];
      if (quotes.length > 0) {
        const quoted = quotesOf(quotes, memory.recent);
        settleIn(memory, heard, quoted.heard);
        return quoted.links;
      }
      const look = lookBack(memory, heard);
      const likely = likelyOf(model, look);
      const links = likely.map(({ candidate, chance }): Link => {
        const shares = shareOut(model.answers, valuesOf(look, candidate), CANDIDATE_COUNT);
        return {
          toId: candidate.heard.id,
          rule: ruleOf(look.moment, candidate, shares),
          confidence: Math.round(chance * 1000) / 1000,
          seen: { look, candidate },
        };
      });
      settleIn(
        memory,
        heard,
        likely.map(({ candidate }) => candidate.heard),
      );
      return links;
    },
    isAnswered: id => (memory.recent.findLast(each => each.id === id)?.answered ?? 0) > 0,
  };
}
