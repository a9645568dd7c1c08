import { z } from 'zod';
import { speaksAtOnce } from '../../src/decide.ts';
import { decideAlone } from '../../src/decide-alone.ts';
import { mayBeAnswered } from '../../src/faq.ts';
import { dayOf } from '../../src/time.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { readFaqContent, readModels } from '../content.ts';
import { readJsonLines } from '../read-json-lines.ts';
import { defineCommand } from './define.ts';
import { words } from './words.ts';

const messageSchema = z.object({ id: z.string(), text: z.string() });

export const decidePredict = defineCommand({
  name: 'decide predict',
  usage: 'decide predict <messages.jsonl>',
  summary: 'what each message is and whether the bot would speak at once, one JSON line a message',
  options: {},
  input: z.object({ rest: words('messages.jsonl') }),
  async run(ctx, { rest: [file = ''] }) {
    const place = { day: dayOf(ctx.io.clock.now()), unitIds: [], isDemo: false };
    const faq = (await readFaqContent()).filter(entry => mayBeAnswered(entry, place));
    const understanding = createUnderstanding({ faq, models: await readModels() });
    for await (const { id, text } of readJsonLines(ctx.path(file), messageSchema)) {
      const { label, confidence, decision } = decideAlone(understanding, text);
      await ctx.print(JSON.stringify({ id, label, confidence, speak: speaksAtOnce(decision) }));
    }
  },
});
