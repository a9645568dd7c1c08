import { z } from 'zod';
import { judgeHits } from '../../src/decide.ts';
import { mayBeAnswered } from '../../src/faq.ts';
import { dayOf } from '../../src/time.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { allEntries } from '../answerable.ts';
import { readModels } from '../content.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

const NEAREST = 5;

export const faqAsk = defineCommand({
  name: 'faq ask',
  usage: 'faq ask "<text>" [--json]',
  summary: 'what would be answered to somebody who asks the bot, how surely, and the nearest entries',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('text') }),
  async run(ctx, { json, rest: [text = ''] }) {
    const place = { day: dayOf(ctx.io.clock.now()), unitIds: [], isDemo: false };
    const entries = (await allEntries(ctx)).filter(entry => mayBeAnswered(entry, place));
    const byId = new Map(entries.map(entry => [entry.id, entry]));
    const understanding = createUnderstanding({ faq: entries, models: await readModels() });
    const hits = understanding.searchFaq(text, NEAREST);
    const verdict = judgeHits(hits, understanding.calibration().bands);
    const nearest = hits.map(({ entryId, confidence }) => ({
      id: entryId,
      question: byId.get(entryId)?.question ?? '',
      confidence,
    }));
    const entry = verdict.action === 'answer' ? byId.get(verdict.entryId) : undefined;
    const answer = entry?.answer ?? null;
    if (json) await ctx.printJson({ ...verdict, answer, nearest });
    else {
      await ctx.print(
        `${verdict.action} (${verdict.confidence.toFixed(2)})${answer === null ? '' : `: ${answer}`}`,
      );
      for (const near of nearest)
        await ctx.print(`  ${near.confidence.toFixed(2)}  ${near.id}  ${near.question}`);
    }
  },
});
