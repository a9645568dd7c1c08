import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { readModels } from '../../cli/content.ts';
import { readable, wordsOf } from '../../src/understanding/tokens.ts';

/*
 * What one would write first: the whole export as objects, each text labelled by natural's BayesClassifier over jieba's words as
 * its documents say, the author of each quoted message looked up. Run by bench/archive.ts over a part of the file, for its
 * classifier looks every text up against every word that it knows.
 */
const load = createRequire(import.meta.url);
const BayesClassifier = load('natural/lib/natural/classifiers/bayes_classifier.js');
const messageSchema = z.object({
  platformMessageId: z.string(),
  sender: z.string(),
  content: z.string().nullable(),
  replyToMessageId: z.string().optional(),
});

const [file = '', most = '0'] = process.argv.slice(2);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
  .filter(row => row._type === 'message');
const messages = rows.slice(0, Number(most)).map(row => messageSchema.parse(row));
const { bayes } = (await readModels()).classes;
const classifier = BayesClassifier.restore({ ...structuredClone(bayes), docs: [], lastAdded: 0 });
const authorOf = new Map(messages.map(message => [message.platformMessageId, message.sender]));
let needs = 0;
let answers = 0;
for (const { content, sender, replyToMessageId } of messages) {
  if (content !== null && classifier.classify(wordsOf(readable(content))) !== 'chatter') needs++;
  const author = authorOf.get(replyToMessageId ?? '');
  if (author !== undefined && author !== sender) answers++;
}
process.stdout.write(`${needs} ${answers}\n`);
