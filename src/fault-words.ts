import { maskNumbers } from './mask.ts';

/** The values a database statement was run with stand behind this mark; they are people's words. */
const VALUES = '\nparams:';

/** What a fault says in a log line: its own sentence, without the values of a statement and without anybody's numbers. */
export const faultWords = (error: unknown): string => {
  const [sentence = ''] = String(error).split(VALUES);
  return maskNumbers(sentence);
};
