import { z } from 'zod';
import { type BayesModel, bayesModelSchema, trainBayes } from '../bayes.ts';
import { LABELS, type Sentence } from '../sentence.ts';
import { readable } from '../tokens.ts';
import { shownBy } from './features.ts';
import { type JudgeModel, judgeModelSchema, packJudge } from './judge-model.ts';
import { type LearnOptions, learnSoftmax } from './learn.ts';

/** content/models/classes.json: three judges that learned from the same sentences. */
export const classModelSchema = z.strictObject({
  version: z.string(),
  sentences: z.number().int(),
  told: judgeModelSchema,
  spelt: judgeModelSchema,
  bayes: bayesModelSchema,
});
export type ClassModel = z.infer<typeof classModelSchema>;

const TOLD: LearnOptions = { labels: LABELS, rounds: 16, least: 2, evenness: 0.5 };
const SPELT: LearnOptions = { labels: LABELS, rounds: 12, least: 2, evenness: 0.3 };

function learnJudge(
  sentences: readonly Sentence[],
  showing: (text: string) => string[],
  options: LearnOptions,
): JudgeModel {
  const examples = sentences.map(({ text, label }) => ({ features: showing(text), label }));
  return packJudge(learnSoftmax(examples, options), options.evenness);
}

/** Learns question, request and chatter from labelled sentences; the same sentences give the same model. */
export function trainClasses(sentences: readonly Sentence[]): ClassModel {
  const bayes: BayesModel = trainBayes(sentences);
  const told = learnJudge(sentences, text => shownBy(readable(text)).told, TOLD);
  const spelt = learnJudge(sentences, text => shownBy(readable(text)).spelt, SPELT);
  return { version: 'classes-2', sentences: sentences.length, told, spelt, bayes };
}
